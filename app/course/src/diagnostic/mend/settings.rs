//! Mends in `course.toml` and in country packs.

use super::{Change, Spot, sure};
use crate::diagnostic::Fault;

pub(super) fn changes(spot: Spot<'_>, fault: &Fault) -> Option<Vec<Change>> {
    match fault {
        Fault::UnknownKey { key, nearest, known } => {
            let name = key.rsplit('.').next()?;
            spot.instead(name, sure(name, nearest, known)?)
        }
        Fault::UnknownValue { value, nearest, known, .. } => within_quotes(spot, value, sure(value, nearest, known)?),
        Fault::BadLanguage { tag, nearest } if nearest != "none" => within_quotes(spot, tag, nearest),
        // A path where a name belongs.
        Fault::UnknownBank { bank, nearest } if bank.contains(['.', '/']) => within_quotes(spot, bank, nearest),
        Fault::WrongKind { wanted, found, .. } => other_kind(spot, wanted, found),
        Fault::ListedTwice { .. } => without_comma(spot),
        // It is always the same.
        Fault::MissingKey { key } if key == "format" => {
            Some(vec![(spot.start..spot.start, format!("format = 1{}", spot.line_end()))])
        }
        _ => None,
    }
}

/// What stands between simple quotation marks.
fn quoted(spot: Spot<'_>) -> Option<&str> {
    let inside = |mark: char| spot.words().strip_prefix(mark)?.strip_suffix(mark);
    inside('"').or_else(|| inside('\'')).filter(|inside| !inside.contains(['"', '\'', '\\', '\n', '\r']))
}

fn within_quotes(spot: Spot<'_>, written: &str, text: &str) -> Option<Vec<Change>> {
    (quoted(spot)? == written).then(|| vec![(spot.start + 1..spot.end - 1, text.to_owned())])
}

/// A value that is meant as it stands and is only written as one of another kind.
fn other_kind(spot: Spot<'_>, wanted: &str, found: &str) -> Option<Vec<Change>> {
    let text = match (wanted, found) {
        ("number" | "decimal" | "boolean" | "date", "text") => {
            let bare = quoted(spot)?;
            let bare = bare.strip_suffix('%').filter(|_| wanted == "number").unwrap_or(bare).trim();
            Some(bare).filter(|bare| is_of(wanted, bare))?.to_owned()
        }
        ("text", "number" | "decimal") => format!("\"{}\"", spot.words()),
        // Several in one text would be one that nobody knows.
        ("list", "text") if !quoted(spot)?.contains([',', ';', ' ']) => format!("[{}]", spot.words()),
        _ => return None,
    };
    Some(vec![(spot.start..spot.end, text)])
}

fn is_of(wanted: &str, bare: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits(bare) && (bare == "0" || !bare.starts_with('0'));
    match wanted {
        "number" => number,
        "decimal" => number || bare.split_once('.').is_some_and(|(whole, part)| digits(whole) && digits(part)),
        "date" => bare.len() == 10 && crate::country::Day::parse(bare).is_some(),
        _ => matches!(bare, "true" | "false"),
    }
}

/// The second of two goes with the comma before it.
fn without_comma(spot: Spot<'_>) -> Option<Vec<Change>> {
    let line = spot.line(spot.start)?;
    let before = spot.text[line.start..spot.start].trim_end().strip_suffix(',')?;
    Some(vec![(line.start + before.len()..spot.end, String::new())])
}
