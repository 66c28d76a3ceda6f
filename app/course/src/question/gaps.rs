//! The answers of `.blanks`: text with gaps, from the first block that has one.

use std::collections::BTreeSet;

use assessment::Key;

use super::read::{Pen, Reading};
use super::values::Values;
use super::{Answers, Body};
use crate::diagnostic::{Fault, Faults};
use crate::markdown::tree::{Alert, Block, BlockKind, InlineKind};
use crate::markdown::walk::{inlines, runs};
use crate::outline::Section;

pub(super) fn read(section: Section<'_>, values: &Values, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Reading {
    let at = section.inside.iter().position(|block| !gaps(std::slice::from_ref(block)).is_empty());
    let Some(at) = at else {
        // Gaps that are not where they may be have been named.
        let end = section.inside.last().map_or(section.block.span.end, |block| block.span.end);
        if !faults.any_in(&(section.block.span.start..end)) {
            faults.at(section.block.span.clone(), super::missing("blanks", "gaps"));
        }
        return Reading::nothing(section);
    };
    let boxed = |block: &&Block| {
        !matches!(block.kind, BlockKind::Alert(Alert::Tip | Alert::Note | Alert::Important | Alert::Warning, _))
    };
    let gaps = gaps(&section.inside[at..]);
    let text = pen.cut(section.inside[at..].iter().filter(boxed));
    let choices = if values.choose { choices(&gaps) } else { Vec::new() };
    if values.choose && choices.len() < 2 {
        faults.at(section.inside[at].span.clone(), Fault::ChooseOne {});
    }
    let key = Key::Blanks { gaps, exact: values.exact };
    Reading { end: at, answers: Some(Answers { key, body: Body::Blanks { text, choices } }) }
}

/// What is accepted in each gap.
fn gaps(blocks: &[Block]) -> Vec<Vec<String>> {
    let mut gaps = Vec::new();
    runs(blocks, &mut |content| {
        inlines(content, &mut |inline| {
            if let InlineKind::Gap(accepted) = &inline.kind {
                gaps.push(accepted.clone());
            }
        });
    });
    gaps
}

/// The usual answer of each gap, each once.
fn choices(gaps: &[Vec<String>]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    gaps.iter().filter_map(|gap| gap.first()).filter(|answer| seen.insert(*answer)).cloned().collect()
}
