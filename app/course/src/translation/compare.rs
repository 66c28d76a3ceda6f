//! What a translation repeats of a heading and of a question must be what the source says, words apart. Each difference is
//! named with its place in the translation.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diagnostic::{Fault, Faults};
use crate::markdown::tree::{Block, BlockKind, Heading, InlineKind, Item, List, Table};
use crate::markdown::walk::{inlines, plain, runs};
use crate::outline::Role;
use crate::question::{Class, points};
use crate::region::Region;
use crate::survey::Ask;

/// Attributes that are words, which a translation has of its own.
pub(super) const WORDS: &[&str] = &["unit"];

/// Holds the heading of a translation against that of the source, and gives it what it leaves out.
pub(super) fn heading(source: &Heading, own: &mut Heading, at: &Range<usize>, faults: &mut Faults) {
    if own.level != source.level {
        let (found, wanted) = (signs(own.level), signs(source.level));
        faults.at(at.clone(), Fault::TranslationLevel { found, source: wanted });
        own.level = source.level;
    }
    classes(source, own, at, faults);
    for (key, value) in &own.attributes.values {
        let repeated =
            source.attributes.values.iter().find(|(known, _)| known.text == key.text).map(|(_, value)| value);
        if WORDS.contains(&key.text.as_str()) || repeated.is_some_and(|source| source.text == value.text) {
            continue;
        }
        let (name, value_of) = (key.text.clone(), value.text.clone());
        let (span, source) = (key.span.start..value.span.end, repeated.map(|source| source.text.clone()));
        faults.at(span, Fault::TranslationDiffers { name, value: value_of, source });
    }
    own.attributes.values.retain(|(key, _)| WORDS.contains(&key.text.as_str()));
    let words: Vec<String> = own.attributes.values.iter().map(|(key, _)| key.text.clone()).collect();
    let settings = source.attributes.values.iter().filter(|(key, _)| !words.contains(&key.text)).cloned();
    own.attributes.values.extend(settings);
}

fn signs(level: u8) -> String {
    "#".repeat(level.into())
}

fn classes(source: &Heading, own: &mut Heading, at: &Range<usize>, faults: &mut Faults) {
    let listed =
        |heading: &Heading| heading.attributes.classes.iter().map(|class| class.text.clone()).collect::<Vec<_>>();
    let (wanted, found) = (listed(source), listed(own));
    if wanted != found {
        let told = |classes: Vec<String>| {
            (!classes.is_empty()).then(|| classes.iter().map(|class| format!(".{class}")).collect())
        };
        let span = own.attributes.classes.first().map_or_else(|| at.clone(), |class| class.span.clone());
        faults.at(span, Fault::TranslationClass { found: told(found), source: told(wanted) });
        own.attributes.classes.clone_from(&source.attributes.classes);
    }
}

/// Where a question has what it gives to choose from or to fill in. None for those that have no such block.
pub(super) fn answers(role: Role, inside: &[Block]) -> Option<usize> {
    let list = |fits: fn(&List) -> bool| {
        inside.iter().rposition(|block| matches!(&block.kind, BlockKind::List(list) if fits(list)))
    };
    let boxes = || list(|list| list.items.iter().any(|item| item.ticked.is_some()));
    let table = || inside.iter().rposition(|block| matches!(block.kind, BlockKind::Table(_)));
    match role {
        Role::Question(Class::Choice | Class::Choices | Class::Short | Class::Hotspot) => boxes(),
        Role::Asks(Ask::Choice | Ask::Choices) => boxes(),
        Role::Question(Class::Order) | Role::Asks(Ask::Scale) => list(|list| list.start.is_some()),
        Role::Question(Class::Match) | Role::Work(_) => table(),
        Role::Question(Class::Blanks) => inside.iter().position(|block| !gaps(std::slice::from_ref(block)).is_empty()),
        _ => None,
    }
}

/// Holds the answers of a translated question against those of the source. Whether there are as many and they go together.
pub(super) fn question(role: Role, source: &[Block], own: &[Block], choose: bool, faults: &mut Faults) -> bool {
    let (Some(of), Some(at)) = (answers(role, source), answers(role, own)) else { return true };
    let is = |class: Class| role == Role::Question(class);
    match (&source[of].kind, &own[at].kind) {
        (BlockKind::List(source), BlockKind::List(list)) if !is(Class::Short) && !is(Class::Blanks) => {
            let fits = count("options", list.items.len(), source.items.len(), &own[at].span, faults);
            if fits && !is(Class::Order) {
                ticks(source, list, faults);
            }
            if fits && is(Class::Hotspot) {
                places(source, list, faults);
            }
            fits
        }
        (BlockKind::Table(source), BlockKind::Table(table)) if matches!(role, Role::Work(_)) => {
            rubric(source, table, &own[at].span, faults)
        }
        (BlockKind::Table(source), BlockKind::Table(table)) => {
            count("pairs", table.rows.len(), source.rows.len(), &own[at].span, faults) && targets(source, table, faults)
        }
        _ if is(Class::Blanks) => {
            let (source, filled) = (gaps(&source[of..]), gaps(&own[at..]));
            let whole = own[at].span.start..own.last().map_or(own[at].span.end, |last| last.span.end);
            count("gaps", filled.len(), source.len(), &whole, faults) && (!choose || choices(&source, &filled, faults))
        }
        _ => true,
    }
}

fn count(what: &str, found: usize, source: usize, span: &Range<usize>, faults: &mut Faults) -> bool {
    if found != source {
        let (found, source) = (found.to_string(), source.to_string());
        faults.at(span.clone(), Fault::TranslationCount { what: what.to_owned(), found, source });
        return false;
    }
    true
}

/// The same boxes are ticked.
fn ticks(source: &List, own: &List, faults: &mut Faults) {
    for (item, of) in own.items.iter().zip(&source.items) {
        if item.ticked.is_some() && item.ticked != of.ticked {
            let span = item.blocks.first().map_or_else(|| item.span.clone(), |block| block.span.clone());
            let source = if of.ticked == Some(true) { "[x]" } else { "[ ]" };
            faults.at(span, Fault::TranslationKey { source: Some(source.to_owned()) });
        }
    }
}

/// Each option is in the place where it is in the source.
fn places(source: &List, own: &List, faults: &mut Faults) {
    for (item, of) in own.items.iter().zip(&source.items) {
        // One that has none, or one that cannot be read, is named with the question.
        if let (Some((span, found)), Some((_, source))) = (place(item), place(of))
            && found != source
        {
            let (found, source) = (found.to_string(), source.to_string());
            faults.at(span, Fault::TranslationPlace { found, source });
        }
    }
}

fn place(item: &Item) -> Option<(Range<usize>, Region)> {
    let mut found = None;
    runs(&item.blocks, &mut |content| {
        inlines(content, &mut |inline| {
            if let InlineKind::Region(Some(region)) = &inline.kind {
                found = Some((inline.span.clone(), *region));
            }
        });
    });
    found
}

/// The same levels with the same points, and as many criteria.
fn rubric(source: &Table, own: &Table, span: &Range<usize>, faults: &mut Faults) -> bool {
    let fits = count("levels", own.head.len(), source.head.len(), span, faults)
        && count("criteria", own.rows.len(), source.rows.len(), span, faults);
    for (cell, of) in own.head.iter().zip(&source.head).skip(1).filter(|_| fits) {
        let (found, source) = (points(&plain(&cell.content)), points(&plain(&of.content)));
        if let (Some(found), Some(source)) = (found, source)
            && found != source
        {
            let (found, source) = (found.to_string(), source.to_string());
            faults.at(cell.span.clone(), Fault::TranslationPoints { found, source });
        }
    }
    fits
}

/// The choices of a story's step lead to the same steps, in the same order.
pub(super) fn choices_of_step(source: &[Block], own: &[Block], steps: &BTreeSet<&str>, faults: &mut Faults) {
    let (wanted, found) = (ways(source, steps), ways(own, steps));
    let names = |ways: &[(String, Range<usize>)]| ways.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    let (wanted, named) = (names(&wanted), names(&found));
    // A choice that is not there at all is named as what is missing.
    if wanted != named && !named.is_empty() {
        let differs = found.iter().zip(&wanted).find(|((id, _), wanted)| id != *wanted).map(|((_, span), _)| span);
        let span = differs.or(found.last().map(|(_, span)| span)).cloned().unwrap_or(0..0);
        let told = |ids: Vec<String>| ids.iter().map(|id| format!("#{id}")).collect::<Vec<_>>().join(", ");
        faults.at(span, Fault::TranslationWays { found: told(named), source: told(wanted) });
    }
}

fn ways(blocks: &[Block], steps: &BTreeSet<&str>) -> Vec<(String, Range<usize>)> {
    let mut ways = Vec::new();
    runs(blocks, &mut |content| {
        inlines(content, &mut |inline| {
            if let InlineKind::Link(link, _) = &inline.kind
                && let Some((_, id)) = link.written.rsplit_once('#').filter(|(_, id)| steps.contains(id))
            {
                ways.push((id.to_owned(), inline.span.clone()));
            }
        });
    });
    ways
}

/// Rows that share a target in the source share one here, and no others do: a target is known by its number.
fn targets(source: &Table, own: &Table, faults: &mut Faults) -> bool {
    let words = |table: &Table| -> Vec<String> {
        table.rows.iter().map(|row| row.cells.get(1).map(|cell| plain(&cell.content)).unwrap_or_default()).collect()
    };
    let (wanted, found) = (numbered(&words(source)), numbered(&words(own)));
    let Some(at) = (0..own.rows.len()).find(|&at| wanted[at] != found[at]) else { return true };
    let row = &own.rows[at];
    let span = row.cells.get(1).map_or_else(|| row.span.clone(), |cell| cell.span.clone());
    faults.at(span, Fault::TranslationTarget { row: first(&wanted, at) });
    false
}

/// The number of the first that shares with this one; none where this is the first itself.
fn first(wanted: &[usize], at: usize) -> Option<String> {
    let first = wanted[..at].iter().position(|target| *target == wanted[at]);
    first.map(|first| (first + 1).to_string())
}

/// The same numbers for the same words, in the order in which they first come.
fn numbered(words: &[String]) -> Vec<usize> {
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    words
        .iter()
        .map(|word| {
            let next = known.len();
            *known.entry(word).or_insert(next)
        })
        .collect()
}

type Gap<'b> = (&'b [String], Range<usize>);

fn gaps(blocks: &[Block]) -> Vec<Gap<'_>> {
    let mut gaps = Vec::new();
    runs(blocks, &mut |content| {
        inlines(content, &mut |inline| {
            if let InlineKind::Gap(accepted) = &inline.kind {
                gaps.push((accepted.as_slice(), inline.span.clone()));
            }
        });
    });
    gaps
}

/// Gaps that share their answer in the source share it here: one chooses by its place.
fn choices(source: &[Gap<'_>], own: &[Gap<'_>], faults: &mut Faults) -> bool {
    let usual = |gaps: &[Gap<'_>]| -> Vec<String> {
        gaps.iter().map(|(accepted, _)| accepted.first().cloned().unwrap_or_default()).collect()
    };
    let (wanted, found) = (numbered(&usual(source)), numbered(&usual(own)));
    let Some(at) = (0..own.len()).find(|&at| wanted[at] != found[at]) else { return true };
    let gap = first(&wanted, at);
    faults.at(own[at].1.clone(), Fault::TranslationChoice { gap });
    false
}
