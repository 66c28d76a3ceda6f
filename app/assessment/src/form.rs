//! Between a form and an answer. A form speaks of positions as they are shown; an answer speaks of source order. The
//! order of a presented question is the bridge, so the same answer reads the same however the options were shuffled.

use crate::{Answer, Item, Key};

/// Why a posted form is not an answer.
#[derive(thiserror::Error, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// A value that is not made of digits.
    #[error("a value is not a number")]
    NotANumber,
    /// A position that the question does not have.
    #[error("a value is not one of those shown")]
    OutOfRange,
    /// More values than can be picked.
    #[error("more values than can be picked")]
    TooMany,
    /// None where one must be picked, or another number of rows than the question has.
    #[error("not as many values as the question asks for")]
    WrongCount,
}

/// Reads the values that a form posted. `order[shown]` is the option (or target) of the source that stood at that
/// position. An option is picked by its position as shown: `"0"`, `"2"`. A match posts one value a row, `""` for none.
///
/// Where one option must be picked and none was, that is [`Misread::WrongCount`]; no picks among many is a blank answer.
pub fn read_answer(item: &Item, order: &[usize], shown: &[String]) -> Result<Answer, Misread> {
    match &item.key {
        Key::Choice { options, .. } => one(positions(order, *options, shown)?).map(Answer::Choice),
        Key::Choices { options, .. } => {
            let picked = positions(order, *options, shown)?;
            if picked.len() > *options {
                Err(Misread::TooMany)
            } else {
                Ok(Answer::Choices(picked.into_iter().collect()))
            }
        }
        Key::Match { targets, right } if shown.len() == right.len() => {
            shown.iter().map(|value| position(order, *targets, value)).collect::<Result<_, _>>().map(Answer::Match)
        }
        Key::Match { .. } => Err(Misread::WrongCount),
    }
}

/// The values that a form would have to post to be read as this answer: the inverse of [`read_answer`]. A part that
/// was not shown is left out (for a match, left blank), so an answer of another kind shows as nothing.
pub fn show_answer(item: &Item, order: &[usize], answer: &Answer) -> Vec<String> {
    let shown = |source: &usize| order.iter().position(|one| one == source).map(|place| place.to_string());
    match (&item.key, answer) {
        (Key::Choice { .. }, Answer::Choice(picked)) => shown(picked).into_iter().collect(),
        // In the order of the page, as a browser posts them.
        (Key::Choices { .. }, Answer::Choices(picked)) => {
            (0..order.len()).filter(|place| picked.contains(&order[*place])).map(|place| place.to_string()).collect()
        }
        (Key::Match { .. }, Answer::Match(pairs)) => {
            pairs.iter().map(|pair| pair.as_ref().and_then(shown).unwrap_or_default()).collect()
        }
        _ => Vec::new(),
    }
}

fn one(picked: Vec<usize>) -> Result<usize, Misread> {
    match picked.as_slice() {
        [] => Err(Misread::WrongCount),
        [one] => Ok(*one),
        _ => Err(Misread::TooMany),
    }
}

/// The source indices of all values that are not blank.
fn positions(order: &[usize], of: usize, shown: &[String]) -> Result<Vec<usize>, Misread> {
    shown.iter().filter_map(|value| position(order, of, value).transpose()).collect()
}

/// The source index of one value; none for a blank one.
fn position(order: &[usize], of: usize, value: &str) -> Result<Option<usize>, Misread> {
    if value.is_empty() {
        return Ok(None);
    }
    if !value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Misread::NotANumber);
    }
    let place = value.parse::<usize>().ok().and_then(|place| order.get(place)).filter(|source| **source < of);
    place.copied().map(Some).ok_or(Misread::OutOfRange)
}
