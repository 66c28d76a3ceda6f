//! The text of a lesson, passage by passage, the questions in it apart.

use super::passage::Passage;
use crate::markdown::tree::{Block, BlockKind};
use crate::markdown::walk::runs;
use crate::outline::{PageKind, section_length};

/// What a lesson is made of, to be read through.
#[derive(Default)]
pub(super) struct Text<'t> {
    /// Sentences: paragraphs, items of lists, quotations, boxes.
    pub(super) prose: Vec<Passage<'t>>,
    /// Headings, tables and words with their meanings: read, and no sentences.
    pub(super) rest: Vec<Passage<'t>>,
    /// Questions, tasks and stories.
    pub(super) asked: Vec<Passage<'t>>,
}

impl<'t> Text<'t> {
    pub(super) fn of(blocks: &'t [Block]) -> Self {
        let mut text = Self::default();
        let mut rest = blocks;
        while let Some((block, after)) = rest.split_first() {
            rest = after;
            if !super::asks(PageKind::Module, block) {
                text.block(block);
                continue;
            }
            let level = block.heading().map_or(1, |heading| heading.level);
            let (inside, next) = after.split_at(section_length(after, level));
            text.asked.extend(passages(std::slice::from_ref(block)).into_iter().chain(passages(inside)));
            rest = next;
        }
        text
    }

    fn block(&mut self, block: &'t Block) {
        match &block.kind {
            BlockKind::Heading(_) | BlockKind::Definitions(_) => {
                self.rest.extend(passages(std::slice::from_ref(block)))
            }
            BlockKind::Table(_) => self.rest.extend(together(std::slice::from_ref(block))),
            BlockKind::List(list) => list.items.iter().for_each(|item| self.prose.extend(together(&item.blocks))),
            _ => self.prose.extend(passages(std::slice::from_ref(block))),
        }
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &Passage<'t>> {
        self.prose.iter().chain(&self.rest).chain(&self.asked)
    }
}

fn passages(blocks: &[Block]) -> Vec<Passage<'_>> {
    let mut passages = Vec::new();
    runs(blocks, &mut |content| passages.push(Passage::of(content)));
    passages
}

/// Passages of which one may say for all where they are from: the cells of a table, the paragraphs of an item.
fn together(blocks: &[Block]) -> Vec<Passage<'_>> {
    let mut passages = passages(blocks);
    let cited = passages.iter().any(|passage| passage.cited);
    passages.iter_mut().for_each(|passage| passage.cited = cited);
    passages
}
