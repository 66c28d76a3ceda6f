//! The answers of `.short`: a list with boxes, of which each line is an answer that is foreseen. A pattern is code.

use std::collections::BTreeSet;

use assessment::{Foreseen, Key};

use super::Answers;
use super::options::{feedback, find, text};
use super::read::{Pen, Reading, check_after};
use super::values::Values;
use super::{Body, Class};
use crate::diagnostic::{Fault, Faults};
use crate::markdown::slots;
use crate::markdown::tree::{BlockKind, Inline, InlineKind, Item, List};
use crate::markdown::walk::plain;
use crate::outline::Section;

pub(super) fn read(section: Section<'_>, values: &Values, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Reading {
    let list = find(section, Class::Short, faults).and_then(|at| match &section.inside[at].kind {
        BlockKind::List(list) => Some((at, list)),
        _ => None,
    });
    let Some((at, list)) = list else { return Reading::nothing(section) };
    check_after(&section.inside[at + 1..], faults);
    let foreseen = foreseen(list, values.exact, faults);
    let boxed = list.items.iter().all(|item| item.ticked.is_some());
    if boxed && !foreseen.iter().any(|one| one.right) {
        faults.at(section.inside[at].span.clone(), Fault::RightMissing {});
    }
    let feedback = list.items.iter().map(|item| feedback(item, pen)).collect();
    let key = Key::Short { foreseen, exact: values.exact };
    Reading { end: at, answers: Some(Answers { key, body: Body::Short { feedback } }) }
}

fn foreseen(list: &List, exact: bool, faults: &mut Faults) -> Vec<Foreseen> {
    let mut foreseen: Vec<Foreseen> = Vec::new();
    // Each is spelled once, not once for each of the others.
    let mut spellings = BTreeSet::new();
    let mut patterns: Vec<Foreseen> = Vec::new();
    for item in &list.items {
        let content = text(item).unwrap_or_default();
        super::options::check_words(item, content, faults);
        slots::refuse(content, "answer", faults);
        let one = one(item, content);
        check_one(item, content, &one, faults);
        if !one.words.is_empty() && !spellings.insert(assessment::spelled(&one.words, exact)) {
            faults.at(item.blocks[0].span.clone(), Fault::OptionTwice { option: one.words.clone() });
        } else if let Some(first) = patterns.iter().find(|pattern| takes_all_of(pattern, &one, exact)) {
            let (pattern, answer) = (first.words.clone(), one.words.clone());
            faults.at(item.blocks[0].span.clone(), Fault::PatternFirst { pattern, answer });
        }
        let takes_some = one.pattern && !takes_all(&one.words);
        if takes_some && patterns.len() < MOST_PATTERNS {
            patterns.push(one.clone());
        }
        foreseen.push(one);
    }
    foreseen
}

fn one(item: &Item, content: &[Inline]) -> Foreseen {
    let words = plain(content);
    let code = matches!(content, [Inline { kind: InlineKind::Code(_), .. }]);
    Foreseen { pattern: code && words.contains('*'), right: item.ticked == Some(true), words }
}

/// The first that fits is the one that counts: so many patterns are held against what follows them.
const MOST_PATTERNS: usize = 20;

/// Whether the later one can never be the first that fits. What a star of it stands for is no letter of the earlier one.
fn takes_all_of(earlier: &Foreseen, later: &Foreseen, exact: bool) -> bool {
    let words = if later.pattern { later.words.replace('*', "\u{f8ff}") } else { later.words.clone() };
    !words.is_empty() && earlier.is(&words, exact)
}

fn takes_all(pattern: &str) -> bool {
    pattern.chars().all(|c| matches!(c, '*' | ' '))
}

/// A star outside of code is emphasis, or will be one day; and a pattern of stars alone accepts everything.
fn check_one(item: &Item, content: &[Inline], one: &Foreseen, faults: &mut Faults) {
    let Some(block) = item.blocks.first() else { return };
    // A slot has been named.
    let is_plain =
        |inline: &Inline| matches!(inline.kind, InlineKind::Text(_) | InlineKind::Code(_) | InlineKind::Slot(_));
    if !one.pattern && (one.words.contains('*') || !content.iter().all(is_plain)) {
        faults.at(block.span.clone(), Fault::PatternNotCode {});
    } else if one.pattern && takes_all(&one.words) {
        faults.at(block.span.clone(), Fault::PatternOfAll {});
    }
}
