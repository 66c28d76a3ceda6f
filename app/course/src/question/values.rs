//! The attributes of a question: `points=2 tags=core,law shuffle=no scoring=all`.

use crate::attributes::{Attributes, Word};
use crate::diagnostic::{Fault, Faults};
use crate::names;

/// The attributes that every question may have.
pub(crate) const KEYS: &[&str] = &["points", "tags", "shuffle", "scoring", "hint-cost"];
/// The attributes of classes that Haven does not do yet.
pub(crate) const UNBUILT_KEYS: &[&str] =
    &["choose", "answer", "tolerance", "min", "max", "unit", "exact", "words", "files"];

const MOST_POINTS: u32 = 1_000;

/// What the attributes say.
pub(super) struct Values {
    pub(super) points: u32,
    pub(super) tags: Vec<String>,
    pub(super) shuffle: bool,
    pub(super) all_or_nothing: bool,
}

pub(super) fn values(attributes: &Attributes, faults: &mut Faults) -> Values {
    let mut values = Values { points: 1, tags: Vec::new(), shuffle: true, all_or_nothing: false };
    for (key, value) in &attributes.values {
        let read = match key.text.as_str() {
            "points" => points(&value.text).map(|points| values.points = points),
            "tags" => tags(&value.text).map(|tags| values.tags = tags),
            "shuffle" => yes_or_no(&value.text).map(|shuffle| values.shuffle = shuffle),
            "scoring" => (value.text == "all").then(|| values.all_or_nothing = true),
            "hint-cost" => hint_cost(value, faults),
            // Others have been named already.
            _ => Some(()),
        };
        if read.is_none() {
            let (name, wanted) = (key.text.clone(), key.text.clone());
            faults.at(value.span.clone(), Fault::AttributeValue { name, value: value.text.clone(), wanted });
        }
    }
    values
}

fn points(text: &str) -> Option<u32> {
    digits(text).filter(|points| (1..=MOST_POINTS).contains(points))
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
