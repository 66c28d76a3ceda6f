//! Mends in the attributes of headings.

use super::{Change, Spot, sure};
use crate::attributes;
use crate::diagnostic::{Fault, Faults};
use crate::nearest::nearest;
use crate::{names, outline};

pub(super) fn changes(spot: Spot<'_>, fault: &Fault) -> Option<Vec<Change>> {
    match fault {
        Fault::UnknownClass { class, nearest, known } => {
            let meant = sure(class, nearest, known).filter(|meant| !stands_beside(spot, &format!(".{meant}")))?;
            spot.instead(class, meant)
        }
        Fault::UnknownAttribute { name, nearest, known } => {
            let meant = sure(name, nearest, known).filter(|meant| !stands_beside(spot, &format!(" {meant}=")))?;
            spot.instead(name, meant)
        }
        Fault::BracesOpen {} => closed(spot),
        Fault::BracesOther { written } => {
            let inside = written.strip_prefix(['(', '｛', '（'])?.strip_suffix([')', '｝', '）'])?;
            spot.instead(written, &format!("{{{}}}", inside.replace('＃', "#")))
        }
        Fault::AttributeUnreadable { word } => readable(spot, word),
        Fault::AttributeTwice { .. } => once(spot),
        Fault::LessonIdMissing { nearest, .. }
        | Fault::QuestionIdMissing { nearest, .. }
        | Fault::IdMissing { nearest, .. }
        | Fault::StepIdMissing { nearest, .. }
            if nearest != "none" =>
        {
            with_id(spot, nearest)
        }
        _ => None,
    }
}

/// Whether this stands on the same line already.
fn stands_beside(spot: Spot<'_>, words: &str) -> bool {
    spot.line(spot.start).is_none_or(|line| spot.text[line].contains(words))
}

/// What was opened is closed at the end of the line, if there is nothing in it but attributes.
fn closed(spot: Spot<'_>) -> Option<Vec<Change>> {
    let line = format!("{}}}", spot.words());
    let mut faults = Faults::default();
    let read = attributes::scan(&line, 0..line.len(), &mut faults);
    let some = read.id.is_some() || !read.classes.is_empty();
    (faults.is_empty() && some).then(|| vec![(spot.end..spot.end, "}".to_owned())])
}

/// `key="value"` without its quotation marks, and `key = value` without its blanks.
fn readable(spot: Spot<'_>, word: &str) -> Option<Vec<Change>> {
    if let Some(meant) = attributes::meant(word).or_else(|| alone(spot, word)) {
        return spot.instead(word, &meant);
    }
    let (key, value) = word.split_once('=')?;
    let (key, value) = (key.trim(), value.trim());
    let bare =
        value.strip_prefix(['"', '\u{201c}']).and_then(|rest| rest.strip_suffix(['"', '\u{201d}'])).unwrap_or(value);
    let mut faults = Faults::default();
    let line = format!("{{{key}={bare}}}");
    let read = attributes::scan(&line, 0..line.len(), &mut faults);
    let one = faults.is_empty() && read.values.len() == 1;
    if one { spot.instead(word, &format!("{key}={bare}")) } else { None }
}

/// The only word in the braces is an id, where it could be no class.
fn alone(spot: Spot<'_>, word: &str) -> Option<String> {
    let alone = spot.text[..spot.start].ends_with('{') && spot.text[spot.end..].starts_with('}');
    let is_other = nearest(word, outline::classes()) != "none" || !word.contains('-');
    (alone && !is_other && names::id(word).is_ok()).then(|| format!("#{word}"))
}

/// The second goes with the blank before it, if it says what the first said.
fn once(spot: Spot<'_>) -> Option<Vec<Change>> {
    let line = spot.line(spot.start)?;
    let before = &spot.text[line.start..spot.start];
    let said = before[before.rfind('{')? + 1..].split_whitespace().any(|word| word == spot.words());
    let rest = before.trim_end();
    (said && rest.len() < before.len()).then(|| vec![(line.start + rest.len()..spot.end, String::new())])
}

/// The id is put where the others would look for it. A heading that is underlined may have been meant for words above a line, and
/// after signs that close it nothing may stand.
fn with_id(spot: Spot<'_>, id: &str) -> Option<Vec<Change>> {
    let line = spot.line(spot.start)?;
    let words = spot.text[line.clone()].trim_end();
    if !words.trim_start().starts_with('#') || words.ends_with('#') {
        return None;
    }
    let end = line.start + words.len();
    let mut faults = Faults::default();
    match attributes::scan(spot.text, line, &mut faults).span {
        _ if !faults.is_empty() => None,
        Some(braces) => Some(vec![(braces.end - 1..braces.end - 1, format!(" #{id}"))]),
        None => Some(vec![(end..end, format!(" {{#{id}}}"))]),
    }
}
