//! What there is to pick from in a question of a survey: a list with empty boxes, or a list with numbers from low to high.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use assessment::Asks;

use super::Ask;
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::{Block, BlockKind, Inline, Item, List};
use crate::markdown::walk::plain;
use crate::markdown::write::Writer;
use crate::outline::Section;
use crate::question::{check_after, text};

/// How many steps a scale may have. Eleven are those from 0 to 10.
const STEPS: RangeInclusive<usize> = 2..=11;

/// What a class made of a section.
pub(super) struct Answers {
    /// The block that is no part of the prompt.
    pub(super) at: Option<usize>,
    /// None if the question cannot be answered, which has been named.
    pub(super) asks: Option<Asks>,
    pub(super) options: Vec<Html>,
}

pub(super) fn has_boxes(list: &List) -> bool {
    list.items.iter().any(|item| item.ticked.is_some())
}

pub(super) fn read(
    section: Section<'_>,
    ask: Ask,
    most: usize,
    writer: &mut Writer<'_>,
    faults: &mut Faults,
) -> Answers {
    let found = match ask {
        Ask::Short | Ask::Open => None,
        Ask::Scale => last(section.inside, |list| list.start.is_some()),
        Ask::Choice | Ask::Choices => last(section.inside, has_boxes),
    };
    let Some((at, list)) = found else {
        let written = matches!(ask, Ask::Short | Ask::Open);
        if written {
            check_written(section.inside, faults);
        } else {
            let wanted = if ask == Ask::Scale { "scale" } else { "survey" };
            let (class, wanted) = (ask.name().to_owned(), wanted.to_owned());
            faults.at(section.block.span.clone(), Fault::AnswersMissing { class, wanted });
        }
        let text = if ask == Ask::Open { Asks::Open(most) } else { Asks::Short };
        return Answers { at: None, asks: written.then_some(text), options: Vec::new() };
    };
    check_after(&section.inside[at + 1..], faults);
    let asks = picks(ask, list, &section.inside[at], faults);
    Answers { at: Some(at), asks: Some(asks), options: options(ask, list, writer, faults) }
}

/// The last list of this kind.
fn last(inside: &[Block], fits: impl Fn(&List) -> bool) -> Option<(usize, &List)> {
    let list = |(at, block): (usize, &'_ Block)| match &block.kind {
        BlockKind::List(list) if fits(list) => Some(at),
        _ => None,
    };
    let at = inside.iter().enumerate().rev().find_map(list)?;
    if let BlockKind::List(list) = &inside[at].kind { Some((at, list)) } else { None }
}

/// Where one writes, nothing is foreseen.
fn check_written(inside: &[Block], faults: &mut Faults) {
    if let Some((at, _)) = last(inside, has_boxes) {
        faults.at(inside[at].span.clone(), Fault::SurveyForeseen {});
    }
}

/// What is asked, and whether there is enough to pick from.
fn picks(ask: Ask, list: &List, block: &Block, faults: &mut Faults) -> Asks {
    let count = list.items.len();
    match ask {
        Ask::Scale if !STEPS.contains(&count) => {
            let (least, most) = (STEPS.start().to_string(), STEPS.end().to_string());
            faults.at(block.span.clone(), Fault::ScaleSteps { found: count.to_string(), least, most });
        }
        Ask::Scale => {}
        _ if count < 2 => faults.at(block.span.clone(), Fault::OptionsFew {}),
        _ => {}
    }
    match ask {
        Ask::Scale => Asks::Scale(count),
        Ask::Choices => Asks::Choices(count),
        _ => Asks::Choice(count),
    }
}

fn options(ask: Ask, list: &List, writer: &mut Writer<'_>, faults: &mut Faults) -> Vec<Html> {
    let mut seen = BTreeSet::new();
    let option = |item: &Item| {
        let content = text(item).unwrap_or_default();
        check_one(ask, item, content, &mut seen, faults);
        writer.phrase(content)
    };
    list.items.iter().map(option).collect()
}

/// Names the first thing that is wrong with an option or a step.
fn check_one(ask: Ask, item: &Item, content: &[Inline], seen: &mut BTreeSet<String>, faults: &mut Faults) {
    let first = item.blocks.first().map_or_else(|| item.span.clone(), |block| block.span.clone());
    let words = plain(content);
    let boxed = item.ticked.is_some();
    if item.ticked == Some(true) {
        faults.at(item.span.start..first.end, Fault::SurveyRight {});
    } else if boxed != (ask != Ask::Scale) {
        faults.at(first, if boxed { Fault::ScaleBoxed {} } else { Fault::SurveyBox {} });
    } else if words.is_empty() {
        faults.at(first, Fault::OptionEmpty {});
    } else if !seen.insert(words.clone()) {
        faults.at(first, Fault::OptionTwice { option: words });
    } else if let Some(more) = item.blocks.get(1) {
        faults.at(more.span.clone(), Fault::SurveyFeedback {});
    }
}
