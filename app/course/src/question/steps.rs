//! The answers of `.order`: a list with numbers, in the right order.

use std::collections::BTreeSet;

use assessment::Key;

use super::options::{runs_over, text};
use super::read::{Pen, Reading, check_after};
use super::{Answers, Body};
use crate::diagnostic::{Fault, Faults};
use crate::markdown::tree::{BlockKind, Item, List};
use crate::markdown::walk::plain;
use crate::outline::Section;

pub(super) fn read(section: Section<'_>, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Reading {
    let numbered = |kind: &BlockKind| matches!(kind, BlockKind::List(list) if list.start.is_some());
    let at = section.inside.iter().rposition(|block| numbered(&block.kind));
    let list = at.and_then(|at| match &section.inside[at].kind {
        BlockKind::List(list) => Some((at, list)),
        _ => None,
    });
    let Some((at, list)) = list else {
        faults.at(section.block.span.clone(), super::missing("order", "numbers"));
        return Reading::nothing(section);
    };
    check_after(&section.inside[at + 1..], faults);
    if list.items.len() < 2 {
        faults.at(section.inside[at].span.clone(), Fault::StepsFew {});
    }
    check_steps(list, faults);
    let steps = list.items.iter().map(|item| pen.writer.phrase(text(item).unwrap_or_default())).collect();
    let key = Key::Order { steps: list.items.len() };
    Reading { end: at, answers: Some(Answers { key, body: Body::Order(steps) }) }
}

fn check_steps(list: &List, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for item in &list.items {
        let content = text(item).unwrap_or_default();
        let words = plain(content);
        let first = item.blocks.first().map_or_else(|| item.span.clone(), |block| block.span.clone());
        if item.ticked.is_some() {
            faults.at(first, Fault::StepBoxed {});
        } else if words.is_empty() {
            faults.at(first, Fault::OptionEmpty {});
        } else if let Some(over) = runs_over(content) {
            faults.at(over, Fault::OptionRunsOn {});
        } else if !seen.insert(words.clone()) {
            faults.at(first, Fault::OptionTwice { option: words });
        } else if let Some(more) = more(item) {
            faults.at(more, Fault::StepWithMore {});
        }
    }
}

/// What stands in a step after its first paragraph.
fn more(item: &Item) -> Option<std::ops::Range<usize>> {
    item.blocks.get(1).map(|block| block.span.clone())
}
