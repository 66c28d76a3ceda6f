//! The answer of `.number`: in its attributes, `answer=116 tolerance=0`, or `min=` and `max=`.

use assessment::{Decimal, Key};

use super::read::{Pen, Reading};
use super::values::{Numbers, Values};
use super::{Answers, Body, Class};
use crate::diagnostic::{Fault, Faults};
use crate::outline::Section;

pub(super) fn read(section: Section<'_>, values: &Values, pen: &Pen<'_, '_>, faults: &mut Faults) -> Reading {
    let written = |name: &&str| section.heading.attributes.values.iter().any(|(key, _)| key.text == **name);
    let said: Vec<&str> = ["answer", "tolerance", "min", "max"].into_iter().filter(|name| written(name)).collect();
    let span = section.heading.attributes.span.clone().unwrap_or_else(|| section.block.span.clone());
    let range = match said.as_slice() {
        ["answer"] | ["answer", "tolerance"] | ["min", "max"] => range(&values.numbers),
        // A misspelt attribute may be the one that says it.
        _ if misspelt(section) => None,
        _ => {
            faults.at(span.clone(), Fault::NumberKey {});
            None
        }
    };
    let Some((least, most)) = range else { return Reading::nothing(section) };
    if least > most {
        let (min, max) = (least.to_string(), most.to_string());
        faults.at(span, Fault::NumberRange { min, max });
        return Reading::nothing(section);
    }
    let key = Key::Number { least, most, comma: pen.writer.words.comma, unit: values.unit.clone() };
    Reading { end: section.inside.len(), answers: Some(Answers { key, body: Body::Number }) }
}

fn misspelt(section: Section<'_>) -> bool {
    let known = |key: &str| Class::Number.keys().any(|known| known == key);
    section.heading.attributes.values.iter().any(|(key, _)| !known(&key.text))
}

/// The least and the most that is right. None where one of the numbers could not be read, which has been named.
fn range(numbers: &Numbers) -> Option<(Decimal, Decimal)> {
    let Some(answer) = numbers.answer else { return numbers.min.zip(numbers.max) };
    let Some(tolerance) = numbers.tolerance else { return Some((answer, answer)) };
    answer.minus(tolerance).zip(answer.plus(tolerance))
}
