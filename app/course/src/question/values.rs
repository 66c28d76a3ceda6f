//! The attributes of a question: `points=2 tags=core,law shuffle=no scoring=all`, and those of its class.

use assessment::Decimal;

use super::Class;
use crate::attributes::{Attributes, Word};
use crate::diagnostic::{Fault, Faults};
use crate::names;

/// The attributes that every question may have.
pub(super) const KEYS: &[&str] = &["points", "tags", "shuffle", "scoring", "hint-cost"];

/// The attributes of one class.
pub(super) fn own_keys(class: Class) -> &'static [&'static str] {
    match class {
        Class::Choice | Class::Choices | Class::Hotspot | Class::Order | Class::Match => &[],
        Class::Blanks => &["choose", "exact"],
        Class::Number => &["answer", "tolerance", "min", "max", "unit"],
        Class::Short => &["exact"],
    }
}

const MOST_POINTS: u32 = 1_000;
const MOST_WORDS: u32 = 5_000;
const MOST_WORK_FILES: u32 = 10;

/// What the attributes say.
#[derive(Default)]
pub(super) struct Values {
    pub(super) points: u32,
    pub(super) tags: Vec<String>,
    pub(super) shuffle: bool,
    pub(super) all_or_nothing: bool,
    pub(super) choose: bool,
    pub(super) exact: bool,
    pub(super) unit: String,
    pub(super) words: Option<u32>,
    pub(super) files: Option<u32>,
    pub(super) numbers: Numbers,
}

/// The numbers of `.number`.
#[derive(Default)]
pub(super) struct Numbers {
    pub(super) answer: Option<Decimal>,
    pub(super) tolerance: Option<Decimal>,
    pub(super) min: Option<Decimal>,
    pub(super) max: Option<Decimal>,
}

/// Reads the attributes that are known here. Others have been named already.
pub(super) fn values(attributes: &Attributes, known: impl Fn(&str) -> bool, faults: &mut Faults) -> Values {
    let mut values = Values { points: 1, shuffle: true, ..Values::default() };
    for (key, value) in attributes.values.iter().filter(|(key, _)| known(&key.text)) {
        let numbers = &mut values.numbers;
        let read = match key.text.as_str() {
            "points" => up_to(MOST_POINTS, &value.text).map(|points| values.points = points),
            "tags" => tags(&value.text).map(|tags| values.tags = tags),
            "shuffle" => yes_or_no(&value.text).map(|shuffle| values.shuffle = shuffle),
            "scoring" => (value.text == "all").then(|| values.all_or_nothing = true),
            "hint-cost" => hint_cost(value, faults),
            "choose" => (value.text == "yes").then(|| values.choose = true),
            "exact" => (value.text == "yes").then(|| values.exact = true),
            "unit" => {
                values.unit.clone_from(&value.text);
                Some(())
            }
            "words" => up_to(MOST_WORDS, &value.text).map(|words| values.words = Some(words)),
            "files" => up_to(MOST_WORK_FILES, &value.text).map(|files| values.files = Some(files)),
            "answer" => number(&value.text).map(|number| numbers.answer = Some(number)),
            "tolerance" => size(&value.text).map(|size| numbers.tolerance = Some(size)),
            "min" => number(&value.text).map(|number| numbers.min = Some(number)),
            "max" => number(&value.text).map(|number| numbers.max = Some(number)),
            _ => Some(()),
        };
        if read.is_none() {
            let (name, wanted) = (key.text.clone(), key.text.clone());
            faults.at(value.span.clone(), Fault::AttributeValue { name, value: value.text.clone(), wanted });
        }
    }
    values
}

/// A whole number from 1 up to this one.
fn up_to(most: u32, text: &str) -> Option<u32> {
    digits(text).filter(|number| (1..=most).contains(number))
}

fn number(text: &str) -> Option<Decimal> {
    text.parse().ok()
}

fn size(text: &str) -> Option<Decimal> {
    number(text).filter(|_| !text.starts_with('-'))
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn tags(text: &str) -> Option<Vec<String>> {
    text.split(',').map(|tag| names::id(tag).ok().map(|()| tag.to_owned())).collect()
}

fn yes_or_no(text: &str) -> Option<bool> {
    match text {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

/// A hint is free: anything else is not done yet.
fn hint_cost(value: &Word, faults: &mut Faults) -> Option<()> {
    let cost = digits(&value.text)?;
    if cost > 0 {
        faults.at(value.span.clone(), Fault::NotYet { what: format!("hint-cost={cost}") });
    }
    Some(())
}
