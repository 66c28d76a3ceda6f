//! Mends in running text: alerts and headings that were not read as such, country values.

use super::{Change, Spot, sure};
use crate::diagnostic::Fault;

pub(super) fn changes(spot: Spot<'_>, fault: &Fault) -> Option<Vec<Change>> {
    match fault {
        Fault::UnknownAlert { tag, nearest, known } => {
            let start = spot.start + spot.words().find(tag.as_str())?;
            let meant = sure(tag, nearest, known)?;
            Some(vec![(start..start + tag.len(), meant.to_owned())])
        }
        Fault::AlertWithWords { .. } => alone(spot),
        Fault::HeadingUnread {} => heading(spot),
        Fault::AlertWithoutMark { tag } => spot.instead(&format!("[{tag}]"), &format!("[!{tag}]")),
        Fault::SlotOneBrace { slot } => spot.instead(&format!("{{{slot}}}"), &format!("{{{{{slot}}}}}")),
        Fault::UnknownSlot { slot, nearest, known } => {
            let start = spot.start + spot.words().find(slot.as_str())?;
            let meant = sure(slot, nearest, known)?;
            Some(vec![(start..start + slot.len(), meant.to_owned())])
        }
        Fault::SlotOpen { .. } => {
            let half = spot.text[spot.end..].starts_with('}');
            Some(vec![(spot.end..spot.end, if half { "}" } else { "}}" }.to_owned())])
        }
        _ => None,
    }
}

/// A tag at the beginning of a quotation, with its words moved to the next line.
fn alone(spot: Spot<'_>) -> Option<Vec<Change>> {
    let line = spot.line(spot.start)?;
    let mark = &spot.text[line.start..spot.start];
    let quotes = |text: &str| text.contains('>') && text.chars().all(|c| matches!(c, '>' | ' '));
    let first = spot.line_above(spot.start).is_none_or(|above| !spot.text[above].trim_start().starts_with('>'));
    let tag = spot.text[spot.start..line.end].find(']').map(|end| spot.start + end + 1)?;
    let rest = &spot.text[tag..line.end];
    // A tag with a colon is the definition of an address to Markdown, and its words are gone.
    let words = rest.strip_prefix(':').unwrap_or(rest).trim_start();
    let moves = quotes(mark) && first && !words.trim_end().is_empty();
    moves.then(|| vec![(tag..line.end - words.len(), format!("{}{mark}", spot.line_end()))])
}

/// A blank after the signs, where the line stands by itself and can be nothing else.
fn heading(spot: Spot<'_>) -> Option<Vec<Change>> {
    let words = spot.words().trim_start_matches('#');
    let signs = spot.end - words.len();
    let by_itself = spot.line_above(spot.start).is_none_or(|above| spot.text[above].trim().is_empty());
    let first = words.chars().next()?;
    let attributes = words.ends_with('}') && words.contains(['#', '.']);
    let odd = first.is_whitespace();
    let end = if odd { signs + first.len_utf8() } else { signs };
    (by_itself && (odd || attributes)).then(|| vec![(signs..end, " ".to_owned())])
}
