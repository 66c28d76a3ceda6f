//! Between a form and an answer. A form speaks of positions as they are shown, or of what was typed; an answer speaks of
//! source order. The order of a presented question is the bridge, so the same answer reads the same however it was shuffled.

use crate::item::is_short;
use crate::{Answer, Item, Key, number};

/// Why a posted form is not an answer.
#[derive(thiserror::Error, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misread {
    /// A value that is no number.
    #[error("a value is not a number")]
    NotANumber,
    /// What was typed can be read as two numbers, as `1,234` can.
    #[error("a value can be read as two numbers")]
    TwoNumbers,
    /// A position that the question does not have.
    #[error("a value is not one of those shown")]
    OutOfRange,
    /// More values than can be picked.
    #[error("more values than can be picked")]
    TooMany,
    /// More words than fit.
    #[error("more characters than an answer may have")]
    TooLong,
    /// None where one must be picked, or another number of rows than the question has.
    #[error("not as many values as the question asks for")]
    WrongCount,
}

/// Reads the values that a form posted. `order[shown]` is the option, step or target of the source that stood at that
/// position. An option is picked by its position as shown: `"0"`, `"2"`. A match posts one value a row, `""` for none; an
/// order for each step as shown the place it is given, from 0; gaps, a number and words what was typed.
///
/// Where one option or region must be picked and none was, that is [`Misread::WrongCount`]; no picks among many is a blank answer.
pub fn read_answer(item: &Item, order: &[usize], shown: &[String]) -> Result<Answer, Misread> {
    match &item.key {
        Key::Choice { options, .. } => one(positions(order, *options, shown)?).map(Answer::Choice),
        Key::Hotspot { regions, .. } => one(positions(order, *regions, shown)?).map(Answer::Hotspot),
        Key::Choices { options, .. } => {
            let picked = positions(order, *options, shown)?;
            if picked.len() > *options {
                Err(Misread::TooMany)
            } else {
                Ok(Answer::Choices(picked.into_iter().collect()))
            }
        }
        Key::Order { steps } => places(order, *steps, shown).map(Answer::Order),
        Key::Match { targets, right } => {
            let pairs = exactly(shown, right.len())?;
            pairs.iter().map(|value| position(order, *targets, value)).collect::<Result<_, _>>().map(Answer::Match)
        }
        Key::Blanks { gaps, .. } => {
            exactly(shown, gaps.len())?.iter().map(|typed| words(typed)).collect::<Result<_, _>>().map(Answer::Blanks)
        }
        Key::Number { unit, .. } => number::read(&exactly(shown, 1)?[0], unit).map(Answer::Number),
        Key::Short { .. } => words(&exactly(shown, 1)?[0]).map(Answer::Short),
    }
}

/// The values that a form would have to post to be read as this answer: the inverse of [`read_answer`]. A part that
/// was not shown is left out (of steps and rows, left blank), so an answer of another kind shows as nothing.
pub fn show_answer(item: &Item, order: &[usize], answer: &Answer) -> Vec<String> {
    let shown = |source: &usize| order.iter().position(|one| one == source).map(|place| place.to_string());
    match (&item.key, answer) {
        (Key::Choice { .. }, Answer::Choice(picked)) | (Key::Hotspot { .. }, Answer::Hotspot(picked)) => {
            shown(picked).into_iter().collect()
        }
        // In the order of the page, as a browser posts them.
        (Key::Choices { .. }, Answer::Choices(picked)) => {
            (0..order.len()).filter(|place| picked.contains(&order[*place])).map(|place| place.to_string()).collect()
        }
        (Key::Order { .. }, Answer::Order(places)) => {
            let place = |step: &usize| places.get(*step).copied().flatten();
            order.iter().map(|step| place(step).map_or_else(String::new, |place| place.to_string())).collect()
        }
        (Key::Match { .. }, Answer::Match(pairs)) => {
            pairs.iter().map(|pair| pair.as_ref().and_then(shown).unwrap_or_default()).collect()
        }
        (Key::Blanks { .. }, Answer::Blanks(typed)) => typed.clone(),
        (Key::Number { comma, .. }, Answer::Number(number)) => {
            vec![number.map_or_else(String::new, |number| number.written(*comma))]
        }
        (Key::Short { .. }, Answer::Short(typed)) => vec![typed.clone()],
        _ => Vec::new(),
    }
}

/// The values a form sends of a question that nobody has touched: nothing, or nothing for every field.
pub fn untouched(item: &Item) -> Vec<String> {
    let fields = match &item.key {
        Key::Choice { .. } | Key::Choices { .. } | Key::Hotspot { .. } => 0,
        Key::Order { steps } => *steps,
        Key::Match { right, .. } => right.len(),
        Key::Blanks { gaps, .. } => gaps.len(),
        Key::Number { .. } | Key::Short { .. } => 1,
    };
    vec![String::new(); fields]
}

fn one(picked: Vec<usize>) -> Result<usize, Misread> {
    match picked.as_slice() {
        [] => Err(Misread::WrongCount),
        [one] => Ok(*one),
        _ => Err(Misread::TooMany),
    }
}

fn exactly(shown: &[String], count: usize) -> Result<&[String], Misread> {
    if shown.len() == count { Ok(shown) } else { Err(Misread::WrongCount) }
}

/// What was typed, without the blanks around it.
fn words(typed: &str) -> Result<String, Misread> {
    let typed = typed.trim();
    if is_short(typed) { Ok(typed.to_owned()) } else { Err(Misread::TooLong) }
}

/// For each step of the source the place it was given; `shown[n]` is that of the step which is shown at `n`.
fn places(order: &[usize], steps: usize, shown: &[String]) -> Result<Vec<Option<usize>>, Misread> {
    let every: Vec<usize> = (0..steps).collect();
    let mut places = vec![None; steps];
    for (step, value) in order.iter().zip(exactly(shown, steps)?) {
        *places.get_mut(*step).ok_or(Misread::OutOfRange)? = position(&every, steps, value)?;
    }
    Ok(places)
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
