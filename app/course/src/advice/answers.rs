//! The options of `.choice` and `.choices`, as the rules about questions look at them.

use std::ops::Range;

use super::About;
use super::passage::Passage;
use crate::markdown::tree::{Alert, Block, BlockKind, Heading, Item, List};
use crate::markdown::walk::plain;
use crate::outline::{PageKind, Role, section_length};
use crate::script::is_han;

/// The options of one question.
pub(super) struct Answers<'t> {
    pub(super) id: &'t str,
    /// Its heading.
    pub(super) span: Range<usize>,
    pub(super) options: Vec<Choice<'t>>,
    /// Exactly one is right, and one is picked.
    pub(super) one: bool,
    /// The learner sees them in another order than the author.
    pub(super) mixed: bool,
    /// It stands in a lesson, where feedback comes at once.
    pub(super) practice: bool,
    /// Something is said after answering, whatever was answered.
    pub(super) explained: bool,
}

/// An option.
pub(super) struct Choice<'t> {
    pub(super) span: Range<usize>,
    pub(super) text: String,
    pub(super) passage: Passage<'t>,
    pub(super) right: bool,
    pub(super) feedback: bool,
}

impl Choice<'_> {
    /// How long it looks: a sign of Chinese is as wide as two letters.
    pub(super) fn length(&self) -> usize {
        self.text.chars().map(|c| 1 + usize::from(is_han(c))).sum()
    }
}

/// The questions with options on a page.
pub(super) fn all<'t>(blocks: &'t [Block], about: About<'_>) -> Vec<Answers<'t>> {
    let question = |(at, block): (usize, &'t Block)| {
        let heading = block.heading()?;
        let Role::Question(class) = Role::of(about.kind, heading) else { return None };
        let after = &blocks[at + 1..];
        let inside = &after[..section_length(after, heading.level)];
        matches!(class.name(), "choice" | "choices").then(|| answers(block, heading, inside, about))?
    };
    blocks.iter().enumerate().filter_map(question).collect()
}

fn answers<'t>(block: &Block, heading: &'t Heading, inside: &'t [Block], about: About<'_>) -> Option<Answers<'t>> {
    let list = inside.iter().rev().find_map(boxes)?;
    let kept = heading.attributes.values.iter().any(|(key, value)| key.text == "shuffle" && value.text == "no");
    Some(Answers {
        id: heading.attributes.id.as_ref().map_or("", |id| &id.text),
        span: block.span.clone(),
        options: list.items.iter().filter_map(option).collect(),
        one: heading.attributes.has_class("choice"),
        mixed: about.mixed && !kept,
        practice: about.kind == PageKind::Module,
        explained: inside.iter().any(|block| matches!(block.kind, BlockKind::Alert(Alert::Note, _))),
    })
}

fn boxes(block: &Block) -> Option<&List> {
    match &block.kind {
        BlockKind::List(list) if list.items.iter().any(|item| item.ticked.is_some()) => Some(list),
        _ => None,
    }
}

fn option(item: &Item) -> Option<Choice<'_>> {
    let (first, after) = item.blocks.split_first()?;
    let (BlockKind::Paragraph(content) | BlockKind::Plain(content)) = &first.kind else { return None };
    Some(Choice {
        span: first.span.clone(),
        text: plain(content),
        passage: Passage::of(content),
        right: item.ticked == Some(true),
        feedback: !after.is_empty(),
    })
}
