//! Silencing a warning with a reason: in a comment before what it is about, `<!-- haven: allow no-practice because the next
//! lesson has it -->`, or for the whole course in `course.toml`. An error cannot be silenced, and what silences nothing is told.

use std::ops::Range;

use crate::diagnostic::{Fault, Faults, Severity};
use crate::markdown::tree::{Block, Note, Page};
use crate::nearest::nearest;
use crate::outline::section_length;

/// A warning that an author has looked at and lets stand.
#[derive(Debug)]
pub(crate) struct Allow {
    pub(crate) code: String,
    pub(crate) reason: String,
    /// Where it is said.
    pub(crate) span: Range<usize>,
    /// What it is about. None: all of the page, or of the course.
    pub(crate) covers: Option<Range<usize>>,
}

/// The codes of what is said about silencing: they cannot be silenced, for there would be no end.
const OWN: &str = "allow-";

/// Reads what the comments of a page allow.
pub(crate) fn comments(page: &Page, text: &str, faults: &mut Faults) -> Vec<Allow> {
    let mut allowed = Vec::new();
    let mut last: Option<(usize, Option<Range<usize>>)> = None;
    for comment in &page.comments {
        let Some(whole) = text.get(comment.clone()) else { continue };
        let Some(words) = said(whole) else { continue };
        let start = comment.start + whole.rfind(words).unwrap_or(0);
        let Some((code, reason)) = read(words, start, comment, faults) else { continue };
        let next = page.blocks.partition_point(|block| block.span.end <= comment.start);
        let covers = match &last {
            // Several comments stand before one block: how far it reaches is looked up once.
            Some((block, covers)) if *block == next => covers.clone(),
            _ => covered(page, next, comment),
        };
        last = Some((next, covers.clone()));
        allowed.push(Allow { code, reason, span: comment.clone(), covers });
    }
    allowed
}

/// What a comment says to Haven. None of a note to oneself.
fn said(comment: &str) -> Option<&str> {
    let inside = comment.trim_start_matches("<!--").trim_end_matches("-->").trim();
    let named = inside.get(..5).is_some_and(|name| name.eq_ignore_ascii_case("haven"));
    let rest = &inside[if named { 5 } else { return None }..];
    match rest.trim_start().strip_prefix(':') {
        Some(words) => Some(words.trim()),
        // Without the colon it may be a sentence that begins with this name.
        None => Some(rest.trim()).filter(|words| words.starts_with("allow ")),
    }
}

/// `allow CODE because REASON`. Names what is wrong with it.
fn read(words: &str, start: usize, comment: &Range<usize>, faults: &mut Faults) -> Option<(String, String)> {
    let after = words.strip_prefix("allow").filter(|after| after.starts_with(char::is_whitespace));
    let Some(code) = after.and_then(|after| after.split_whitespace().next()) else {
        faults.at(comment.clone(), Fault::AllowUnreadable {});
        return None;
    };
    let at = words.len() - after.map_or(0, |after| after.trim_start().len());
    let place = start + at..start + at + code.len();
    let reason = words[at + code.len()..].trim_start().strip_prefix("because");
    let reason = reason.filter(|reason| reason.starts_with(char::is_whitespace)).unwrap_or_default();
    one(code, reason, place, faults)
}

/// One code with its reason, if there is such a warning and a reason.
pub(crate) fn one(code: &str, reason: &str, place: Range<usize>, faults: &mut Faults) -> Option<(String, String)> {
    let warns = |code: &str| Fault::severity_of(code) == Some(Severity::Warning) && !code.starts_with(OWN);
    let owned = code.to_owned();
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    if warns(code) && !reason.is_empty() {
        return Some((owned, reason));
    }
    faults.at(
        place,
        match Fault::severity_of(code) {
            Some(_) if warns(code) => Fault::AllowNoReason { code: owned },
            Some(_) => Fault::AllowError { code: owned },
            None => {
                let known = Fault::CODES.iter().copied().filter(|code| warns(code));
                Fault::AllowUnknown { nearest: nearest(code, known), code: owned }
            }
        },
    );
    None
}

/// What a comment is about: the block it stands in or before, with a heading all that stands under it. None: the whole page.
fn covered(page: &Page, next: usize, comment: &Range<usize>) -> Option<Range<usize>> {
    let Some(block) = page.blocks.get(next) else { return Some(after(page, comment)) };
    let reach = block.heading().map_or(0, |heading| section_length(&page.blocks[next + 1..], heading.level));
    let title = block.heading().is_some_and(|heading| heading.level == 1);
    // A footnote may stand between a comment and the next block.
    let note = next_note(page, comment).filter(|note| note.span.end <= block.span.start);
    match note {
        Some(note) => Some(whole(note)),
        None if title => None,
        None => Some(block.span.start..end(&page.blocks[next..=next + reach])),
    }
}

fn end(blocks: &[Block]) -> usize {
    blocks.last().map_or(0, |block| block.span.end)
}

/// What follows the last block: footnotes, of which the first is meant.
fn after(page: &Page, comment: &Range<usize>) -> Range<usize> {
    next_note(page, comment).map_or(comment.clone(), whole)
}

fn next_note<'p>(page: &'p Page, comment: &Range<usize>) -> Option<&'p Note> {
    page.notes.get(page.notes.partition_point(|note| note.span.start < comment.end))
}

fn whole(note: &Note) -> Range<usize> {
    note.span.start..note.blocks.last().map_or(note.span.end, |block| block.span.end)
}
