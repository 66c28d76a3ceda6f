//! A translated page made complete: what it has not stands in it in the source language, and what it has must fit the source.

use std::collections::BTreeSet;
use std::ops::Range;

use super::compare;
use super::parts::{Part, Sheet, Slot, around, untouched};
use super::piece::items;
use crate::diagnostic::{Fault, Faults};
use crate::markdown::tree::{Block, BlockKind, Heading, Note, Page};
use crate::outline::Role;

/// Puts the page together, and names what is there and does not fit.
pub(super) fn complete(source: Sheet<'_>, own: Sheet<'_>, parts: &[Part], faults: &mut Faults) -> Page {
    let steps = steps(parts);
    let mut completer = Completer { source, own, parts, steps, faults, blocks: Vec::new(), foreign: None };
    parts.iter().enumerate().filter(|(_, part)| !part.is_note()).for_each(|(at, part)| completer.part(at, part));
    let blocks = completer.blocks;
    let absent = parts.iter().filter(|part| part.is_note() && part.own.is_none());
    let absent = absent.flat_map(|part| &source.page.notes[part.source.clone()]);
    let stand_in = |note: &Note| Note { blocks: vec![untranslated(note.blocks.clone())], ..note.clone() };
    let notes = own.page.notes.iter().cloned().chain(absent.map(stand_in)).collect();
    Page { blocks, notes, comments: own.page.comments.clone() }
}

/// The page of the source as a whole, where there is no other.
pub(super) fn stand_in(page: &Page) -> Page {
    Page { blocks: foreign(&page.blocks), notes: page.notes.clone(), comments: Vec::new() }
}

/// The ids of the stories' steps.
fn steps(parts: &[Part]) -> BTreeSet<&str> {
    let mut story = None;
    let is_step = |part: &&Part| {
        story = story.filter(|level| part.level > *level);
        let step = story.is_some_and(|level| part.level == level + 1);
        if part.role == Role::Scenario {
            story = Some(part.level);
        }
        step
    };
    parts.iter().filter(|part| !part.is_note()).filter(is_step).map(|part| part.id.as_str()).collect()
}

struct Completer<'p, 'f> {
    source: Sheet<'p>,
    own: Sheet<'p>,
    parts: &'p [Part],
    /// The ids of the stories' steps.
    steps: BTreeSet<&'p str>,
    faults: &'f mut Faults,
    blocks: Vec<Block>,
    /// The level of the lesson or the question that stands in as a whole.
    foreign: Option<u8>,
}

impl Completer<'_, '_> {
    fn part(&mut self, at: usize, part: &Part) {
        let source = &self.source.page.blocks[part.source.clone()];
        self.foreign = self.foreign.filter(|level| part.level > *level);
        let whole = self.is_whole(at, part, source);
        if whole && self.foreign.is_none() {
            self.foreign = Some(part.level);
        }
        match part.own.as_ref().filter(|_| !whole) {
            None if self.foreign.is_some() => self.blocks.extend(foreign(source)),
            None => source.iter().for_each(|block| self.stand_in(block)),
            Some(own) => self.slots(part, own),
        }
    }

    /// A lesson or a question is shown in the source language as a whole where nothing of it is translated; a question also
    /// where its answers are not there, for nobody picks from answers in another language than that of the question.
    fn is_whole(&self, at: usize, part: &Part, source: &[Block]) -> bool {
        match part.role {
            Role::Lesson => untouched(around(self.parts, at)),
            role if asks(role) => part.is_untouched() || self.lacks_answers(role, part, source),
            _ => false,
        }
    }

    fn lacks_answers(&self, role: Role, part: &Part, source: &[Block]) -> bool {
        let own = part.own.clone().map(|own| &self.own.page.blocks[own]).unwrap_or_default();
        compare::answers(role, source).is_some() && compare::answers(role, own).is_none()
    }

    fn slots(&mut self, part: &Part, own: &Range<usize>) {
        let role = Some(part.role).filter(|role| asks(*role));
        let source = &self.source.page.blocks[part.source.clone()];
        let own = &self.own.page.blocks[own.clone()];
        let begins = |blocks: &[Block], from: usize| Some(from + compare::answers(role?, blocks)?);
        let answers = begins(source, part.source.start);
        let own_answers = part.own.as_ref().and_then(|range| begins(own, range.start));
        let chooses = source.first().and_then(Block::heading).is_some_and(chooses);
        let fits = role.is_none_or(|role| compare::question(role, source, own, chooses, self.faults));
        if self.steps.contains(part.id.as_str()) {
            compare::choices_of_step(source, own, &self.steps, self.faults);
        }
        for slot in &part.slots {
            let is_answer = slot.own.is_some() && slot.own == own_answers;
            match (slot.own, slot.source) {
                (Some(at), of) => self.own_block(slot, (at, of), is_answer, fits),
                // Of answers too few are named, and not filled up.
                (None, Some(of)) if answers.is_some_and(|answers| of >= answers) && !self.is_alert(of) => {}
                (None, Some(of)) => self.stand_in(&self.source.page.blocks[of].clone()),
                (None, None) => {}
            }
        }
    }

    fn is_alert(&self, of: usize) -> bool {
        matches!(self.source.page.blocks[of].kind, BlockKind::Alert(..))
    }

    fn own_block(&mut self, slot: &Slot, (at, of): (usize, Option<usize>), is_answer: bool, fits: bool) {
        let mut block = self.own.page.blocks[at].clone();
        let source = of.map(|of| &self.source.page.blocks[of]);
        let span = block.span.clone();
        if let (BlockKind::Heading(own), Some(source)) = (&mut block.kind, source.and_then(Block::heading)) {
            compare::heading(source, own, &span, self.faults);
            own.foreign = slot.alike;
            // What is wrong with the choices has been named.
            own.attributes.values.retain(|(key, _)| fits || key.text != "choose");
        }
        match source {
            Some(source) if is_answer => fill(&mut block, source, self.faults),
            Some(source) if slot.alike => return self.stand_in(&Block { span, ..source.clone() }),
            Some(source) => self.count(&block, source),
            None => {}
        }
        self.blocks.push(block);
    }

    /// A list that is shorter or longer is shown as it is, and told.
    fn count(&mut self, own: &Block, source: &Block) {
        if let (Some(found), Some(wanted)) = (items(own), items(source))
            && found != wanted
        {
            let (found, source) = (found.to_string(), wanted.to_string());
            self.faults.at(own.span.clone(), Fault::TranslationItems { found, source });
        }
    }

    /// A block of the source, with those that stand in before it.
    fn stand_in(&mut self, block: &Block) {
        match (&block.kind, self.blocks.last_mut().map(|last| &mut last.kind)) {
            (BlockKind::Heading(_), _) => self.blocks.extend(foreign(std::slice::from_ref(block))),
            (BlockKind::Alert(alert, inside), _) => {
                let kind = BlockKind::Alert(*alert, vec![untranslated(inside.clone())]);
                self.blocks.push(Block { span: block.span.clone(), kind });
            }
            (_, Some(BlockKind::Untranslated(before))) => before.push(block.clone()),
            _ => self.blocks.push(untranslated(vec![block.clone()])),
        }
    }
}

/// Whether it is something that a learner answers or does.
fn asks(role: Role) -> bool {
    matches!(role, Role::Question(_) | Role::Work(_) | Role::Asks(_) | Role::Unknown)
}

fn chooses(heading: &Heading) -> bool {
    heading.attributes.values.iter().any(|(key, value)| key.text == "choose" && value.text == "yes")
}

fn untranslated(blocks: Vec<Block>) -> Block {
    let span = blocks.first().map_or(0..0, |block| block.span.clone());
    Block { span, kind: BlockKind::Untranslated(blocks) }
}

/// Blocks of the source, whose headings say so.
fn foreign(blocks: &[Block]) -> Vec<Block> {
    let mark = |block: &Block| {
        let mut block = block.clone();
        if let BlockKind::Heading(heading) = &mut block.kind {
            heading.foreign = true;
        }
        block
    };
    blocks.iter().map(mark).collect()
}

/// Feedback that an option has in the source alone stands below it.
fn fill(own: &mut Block, source: &Block, faults: &mut Faults) {
    let (BlockKind::List(own), BlockKind::List(source)) = (&mut own.kind, &source.kind) else { return };
    if own.items.len() != source.items.len() {
        return;
    }
    for (item, of) in own.items.iter_mut().zip(&source.items) {
        if let [_, after @ ..] = of.blocks.as_slice()
            && item.blocks.len() == 1
            && !after.is_empty()
        {
            let what = "feedback".to_owned();
            faults.at(item.blocks[0].span.clone(), Fault::TranslationAbsent { what, name: None, source: None });
            item.blocks.push(untranslated(after.to_vec()));
        }
    }
}
