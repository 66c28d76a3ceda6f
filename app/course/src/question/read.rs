//! From a section of a page to a question. Its faults are named part by part, and there is a question only if it can be
//! answered and graded.

use assessment::Item;

use super::values::values;
use super::{Answers, Class, Question, WorkKind, gaps, hotspot, number, options, pairs, spellings, steps};
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::{Alert, Block, BlockKind};
use crate::markdown::walk::plain;
use crate::markdown::write::{GAP, Writer};
use crate::names::QuestionId;
use crate::outline::Section;

/// What a question is written with.
pub(crate) struct Pen<'w, 'p> {
    pub(crate) writer: &'w mut Writer<'p>,
    /// Each part has its own footnotes: in a bank, where a question is its own page and its parts are shown one after
    /// another. In a lesson they belong to the lesson.
    pub(crate) own_notes: bool,
}

impl Pen<'_, '_> {
    /// Blocks that are shown by themselves.
    pub(super) fn part<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) -> Html {
        if self.own_notes { self.writer.part_with_notes(blocks) } else { self.writer.part(blocks) }
    }

    /// Blocks with gaps, cut there.
    pub(super) fn cut<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) -> Vec<Html> {
        let elsewhere = std::mem::replace(&mut self.writer.words.gap, GAP);
        let text = self.part(blocks).split(GAP);
        self.writer.words.gap = elsewhere;
        text
    }
}

/// What a class made of a section.
pub(super) struct Reading {
    /// What stands before this block is the prompt.
    pub(super) end: usize,
    /// None if the question cannot be answered, which has been named.
    pub(super) answers: Option<Answers>,
}

impl Reading {
    /// Of a section in which no answers were found.
    pub(super) fn nothing(section: Section<'_>) -> Self {
        Self { end: section.inside.len(), answers: None }
    }
}

/// Reads a question.
pub(crate) fn read(section: Section<'_>, class: Class, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Option<Question> {
    let section = Section { inside: before_another(section.inside), ..section };
    let heading = section.heading;
    let values = values(&heading.attributes, |key| class.keys().any(|known| known == key), faults);
    let title = pen.writer.phrase(&heading.content);
    let Reading { end, answers } = match class {
        Class::Choice | Class::Choices => options::read(section, class, pen, faults),
        Class::Hotspot => hotspot::read(section, pen, faults),
        Class::Order => steps::read(section, pen, faults),
        Class::Match => pairs::read(section, pen, faults),
        Class::Blanks => gaps::read(section, &values, pen, faults),
        Class::Number => number::read(section, &values, pen, faults),
        Class::Short => spellings::read(section, &values, pen, faults),
    };
    let (before, after) = section.inside.split_at(end);
    let prompt = prompt(before, heading.level, pen);
    let hints = alerts(section.inside, Alert::Tip).map(|blocks| pen.part(blocks)).collect();
    let explanation = explanation(section.inside, after, pen);
    let id = heading.attributes.id.as_ref().and_then(|id| QuestionId::parse(&id.text).ok())?;
    let Answers { key, body } = answers?;
    Some(Question {
        id,
        title,
        title_text: plain(&heading.content),
        prompt,
        item: Item { key, points: values.points, all_or_nothing: values.all_or_nothing },
        tags: values.tags,
        shuffle: values.shuffle,
        body,
        hints,
        explanation,
        language: pen.writer.words.language.clone(),
    })
}

/// What stands before a question within the question, which has been named.
pub(super) fn before_another(inside: &[Block]) -> &[Block] {
    let asks = |block: &Block| {
        let classes = block.heading().map(|heading| heading.attributes.classes.as_slice()).unwrap_or_default();
        classes.iter().any(|class| Class::named(&class.text).is_some() || WorkKind::named(&class.text).is_some())
    };
    &inside[..inside.iter().position(asks).unwrap_or(inside.len())]
}

/// What is asked: all that stands before the answers and is neither hint nor explanation.
pub(super) fn prompt(before: &[Block], level: u8, pen: &mut Pen<'_, '_>) -> Html {
    let asked = |block: &&Block| !matches!(block.kind, BlockKind::Alert(Alert::Tip | Alert::Note, _));
    // On the page a question's title is a heading of the second level, wherever it stands in the file.
    let raised = std::mem::replace(&mut pen.writer.raised, level.saturating_sub(2));
    let prompt = pen.writer.prompt(before.iter().filter(asked), pen.own_notes);
    pen.writer.raised = raised;
    prompt
}

pub(super) fn alerts(blocks: &[Block], wanted: Alert) -> impl Iterator<Item = &[Block]> {
    blocks.iter().filter_map(move |block| match &block.kind {
        BlockKind::Alert(alert, inside) if *alert == wanted => Some(inside.as_slice()),
        _ => None,
    })
}

/// What is said after answering: the notes, and other boxes that stand after the answers.
pub(super) fn explanation(inside: &[Block], after: &[Block], pen: &mut Pen<'_, '_>) -> Option<Html> {
    let boxed = |block: &&Block| matches!(block.kind, BlockKind::Alert(Alert::Important | Alert::Warning, _));
    let blocks: Vec<&Block> = alerts(inside, Alert::Note).flatten().chain(after.iter().filter(boxed)).collect();
    (!blocks.is_empty()).then(|| pen.part(blocks))
}

/// Names the first thing after the answers that is not an alert.
pub(crate) fn check_after(after: &[Block], faults: &mut Faults) {
    // A heading without its blank has been named, and is none of what stands after the answers.
    let is_heading = |block: &&Block| match &block.kind {
        BlockKind::Paragraph(content) => plain(content).starts_with('#'),
        _ => false,
    };
    let after = after.iter().take_while(|block| !is_heading(block));
    if let Some(other) = after.into_iter().find(|block| !matches!(block.kind, BlockKind::Alert(..))) {
        faults.at(other.span.clone(), Fault::AfterAnswers {});
    }
}
