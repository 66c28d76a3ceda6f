//! From the page of a survey to its questions.

use super::answers::{self, Answers};
use super::{Ask, SurveyPage, SurveyQuestion, WORDS};
use crate::attributes::Attributes;
use crate::diagnostic::{Fault, Faults};
use crate::ink::Inks;
use crate::markdown::notes::by_label;
use crate::markdown::tree::{Block, BlockKind, Page};
use crate::markdown::walk::plain;
use crate::markdown::words::Words;
use crate::markdown::write::Writer;
use crate::names::QuestionId;
use crate::nearest::listed;
use crate::outline::{PageKind, Role, Section, below_title, section_length, title};

const MOST_WORDS: usize = 1_000;
/// How many words a text may have where the question does not say it.
const USUAL_WORDS: usize = 150;

/// Reads the page of a survey.
pub(crate) fn survey(page: &Page, inks: &Inks, faults: &mut Faults) -> SurveyPage {
    let notes = by_label(&page.notes);
    let words = Words::new(inks, &notes);
    let title = title(&page.blocks).map(|heading| plain(&heading.content)).unwrap_or_default();
    let blocks = below_title(&page.blocks);
    let (before, rest) =
        blocks.split_at(blocks.iter().position(|block| block.heading().is_some()).unwrap_or(blocks.len()));
    let mut writer = Writer::new(words, "", &title);
    writer.blocks(before);
    writer.footnotes();
    check_boxes(before, faults);
    if rest.is_empty() && !page.blocks.is_empty() {
        faults.whole(Fault::SurveyEmpty {});
    }
    let (questions, language) = (questions(rest, words, faults), words.language.clone());
    SurveyPage { title, instructions: writer.take(), questions, language }
}

/// Options that stand in no question.
fn check_boxes(before: &[Block], faults: &mut Faults) {
    for block in before.iter().filter(|block| matches!(&block.kind, BlockKind::List(list) if answers::has_boxes(list)))
    {
        faults.at(block.span.clone(), Fault::ClassMissing { known: listed(Ask::NAMES.iter().copied()) });
    }
}

fn questions(mut rest: &[Block], words: Words<'_>, faults: &mut Faults) -> Vec<SurveyQuestion> {
    let mut questions = Vec::new();
    while let Some((block, after)) = rest.split_first() {
        rest = after;
        let Some(heading) = block.heading() else { continue };
        let (inside, next) = after.split_at(section_length(after, heading.level));
        match Role::of(PageKind::Survey, heading) {
            Role::Asks(ask) => {
                questions.extend(question(Section { block, heading, inside }, ask, words, faults));
                rest = next;
            }
            // A class that has no place in a survey has been named, and so has a second title.
            Role::Plain if heading.attributes.classes.is_empty() => {
                faults.at(block.span.clone(), Fault::SurveyHeading { known: listed(Ask::NAMES.iter().copied()) });
                rest = next;
            }
            Role::Title => {}
            _ => rest = next,
        }
    }
    questions
}

fn question(section: Section<'_>, ask: Ask, words: Words<'_>, faults: &mut Faults) -> Option<SurveyQuestion> {
    let section = Section { inside: before_another(section.inside), ..section };
    let heading = section.heading;
    let prefix = heading.attributes.id.as_ref().map(|id| format!("{}-", id.text)).unwrap_or_default();
    let words = words.of(heading.foreign);
    let mut writer = Writer::new(words, &prefix, &plain(&heading.content));
    let title = writer.phrase(&heading.content);
    // What is the source's own is told there.
    let Answers { at, asks, options } = faults.told_if(!heading.foreign, |faults| {
        let most = most_words(&heading.attributes, faults);
        answers::read(section, ask, most, &mut writer, faults)
    });
    let prompt = section.inside.iter().enumerate().filter(|(place, _)| Some(*place) != at).map(|(_, block)| block);
    // On the page a question's title is a heading of the second level, wherever it stands in the file.
    writer.raised = heading.level.saturating_sub(2);
    let prompt = writer.prompt(prompt, true);
    let id = heading.attributes.id.as_ref().and_then(|id| QuestionId::parse(&id.text).ok())?;
    Some(SurveyQuestion { id, title, prompt, asks: asks?, options, language: words.language.clone() })
}

/// What stands before a question within the question, which has been named.
fn before_another(inside: &[Block]) -> &[Block] {
    let asks = |block: &Block| block.heading().is_some_and(|heading| !heading.attributes.classes.is_empty());
    &inside[..inside.iter().position(asks).unwrap_or(inside.len())]
}

fn most_words(attributes: &Attributes, faults: &mut Faults) -> usize {
    let Some((key, value)) = attributes.values.iter().find(|(key, _)| key.text == WORDS) else { return USUAL_WORDS };
    let digits = value.text.bytes().all(|byte| byte.is_ascii_digit());
    let most = value.text.parse().ok().filter(|most| digits && (1..=MOST_WORDS).contains(most));
    if most.is_none() {
        let (name, wanted) = (key.text.clone(), key.text.clone());
        faults.at(value.span.clone(), Fault::AttributeValue { name, value: value.text.clone(), wanted });
    }
    most.unwrap_or(USUAL_WORDS)
}
