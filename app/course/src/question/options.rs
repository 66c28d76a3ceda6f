//! The answers of `.choice` and `.choices`: a list with boxes.

use std::collections::BTreeSet;
use std::ops::Range;

use assessment::Key;

use super::read::{Pen, Reading, check_after};
use super::{Answers, Body, Choice, Class};
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::{Block, BlockKind, Inline, InlineKind, Item, List};
use crate::markdown::walk::plain;
use crate::outline::Section;

/// Where the list of options stands: the last one with boxes. A list whose boxes are all misspelt is one too.
pub(super) fn find(section: Section<'_>, class: Class, faults: &mut Faults) -> Option<usize> {
    let last = |fits: fn(&List) -> bool| {
        section.inside.iter().rposition(|block| matches!(&block.kind, BlockKind::List(list) if fits(list)))
    };
    let found = last(has_boxes).or_else(|| last(has_brackets));
    if found.is_none() {
        faults.at(section.block.span.clone(), super::missing(class.name(), "boxes"));
    }
    found
}

fn has_boxes(list: &List) -> bool {
    list.items.iter().any(|item| item.ticked.is_some())
}

fn has_brackets(list: &List) -> bool {
    list.items.iter().any(|item| text(item).is_some_and(|content| plain(content).starts_with('[')))
}

/// The words of an option: its first paragraph.
pub(crate) fn text(item: &Item) -> Option<&[Inline]> {
    match &item.blocks.first()?.kind {
        BlockKind::Paragraph(content) | BlockKind::Plain(content) => Some(content),
        _ => None,
    }
}

pub(super) fn read(section: Section<'_>, class: Class, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Reading {
    let Some(at) = find(section, class, faults) else { return Reading::nothing(section) };
    let BlockKind::List(list) = &section.inside[at].kind else { return Reading::nothing(section) };
    let answers = listed(section, at, list, pen, faults).and_then(|(options, right)| {
        let key = key(class, list, right, faults)?;
        Some(Answers { key, body: Body::Options(options) })
    });
    Reading { end: at, answers }
}

/// The options of a list, and which of them are right. None if they cannot be told, which has been named.
pub(super) fn listed(
    section: Section<'_>,
    at: usize,
    list: &List,
    pen: &mut Pen<'_, '_>,
    faults: &mut Faults,
) -> Option<(Vec<Choice>, BTreeSet<usize>)> {
    let span = &section.inside[at].span;
    let options = options(list, pen, faults);
    let right: BTreeSet<usize> =
        (0..list.items.len()).filter(|&option| list.items[option].ticked == Some(true)).collect();
    let few = list.items.len() < 2;
    let boxed = list.items.iter().all(|item| item.ticked.is_some());
    match section.inside[..at].iter().position(|block| matches!(&block.kind, BlockKind::List(list) if has_boxes(list)))
    {
        Some(earlier) if few || right.is_empty() => {
            faults.at(section.inside[earlier + 1].span.clone(), Fault::FeedbackNotIndented {});
            return None;
        }
        Some(earlier) => faults.at(section.inside[earlier].span.clone(), Fault::BoxesBeforeAnswers {}),
        None if few => faults.at(span.clone(), Fault::OptionsFew {}),
        // Where a box is misspelt, it may be the right one's.
        None if right.is_empty() && boxed => faults.at(span.clone(), Fault::RightMissing {}),
        None => {}
    }
    check_after(&section.inside[at + 1..], faults);
    (!right.is_empty()).then_some((options, right))
}

fn key(class: Class, list: &List, right: BTreeSet<usize>, faults: &mut Faults) -> Option<Key> {
    let (options, first) = (list.items.len(), *right.first()?);
    if class == Class::Choices {
        return Some(Key::Choices { options, right });
    }
    if let Some(second) = right.iter().nth(1).map(|&second| &list.items[second]) {
        let words = second.blocks.first().map_or(&second.span, |block| &block.span);
        faults.at(words.clone(), Fault::RightMany { count: right.len().to_string() });
    }
    Some(Key::Choice { options, right: first })
}

fn options(list: &List, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Vec<Choice> {
    let mut seen = BTreeSet::new();
    let mut options = Vec::new();
    for item in &list.items {
        let content = text(item).unwrap_or_default();
        check_words(item, content, faults);
        let words = plain(content);
        if !words.is_empty() && !seen.insert(words.clone()) {
            faults.at(item.blocks[0].span.clone(), Fault::OptionTwice { option: words });
        }
        options.push(pen.writer.phrase(content));
    }
    let feedback = |(text, item): (Html, &Item)| Choice { text, feedback: feedback(item, pen) };
    options.into_iter().zip(&list.items).map(feedback).collect()
}

/// What stands in an option after its first paragraph.
pub(super) fn feedback(item: &Item, pen: &mut Pen<'_, '_>) -> Option<Html> {
    let after: &[Block] = item.blocks.get(usize::from(text(item).is_some())..).unwrap_or_default();
    (!after.is_empty()).then(|| pen.part(after))
}

pub(super) fn check_words(item: &Item, content: &[Inline], faults: &mut Faults) {
    let first = item.blocks.first().map_or_else(|| item.span.clone(), |block| block.span.clone());
    if item.ticked.is_none() {
        let written = plain(content).chars().take_while(|&c| c != ']').chain([']']).take(12).collect::<String>();
        let written = if written.starts_with('[') { written } else { "none".to_owned() };
        faults.at(first, Fault::OptionWithoutBox { written });
    } else if plain(content).is_empty() {
        faults.at(first, Fault::OptionEmpty {});
    } else if let Some(over) = runs_over(content) {
        faults.at(over, Fault::OptionRunsOn {});
    }
}

/// What of an option stands on its second line and those after it.
pub(super) fn runs_over(content: &[Inline]) -> Option<Range<usize>> {
    let at = content.iter().position(|inline| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak))?;
    let (start, end) = (content.get(at + 1)?.span.start, content.last()?.span.end);
    Some(start..end)
}
