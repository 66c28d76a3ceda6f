//! What differs from country to country: `{{helpline}}` and the like in running text. A name that no country has is named, and
//! so is a slot where none can be filled.

use std::ops::Range;

use super::text::near;
use super::tree::{Inline, InlineKind};
use super::walk::inlines;
use crate::diagnostic::{Fault, Faults};
use crate::nearest::{listed, nearest};
use crate::slot::Slot;

/// More than this on one page are none that a reader needs: what fills each may be many times as long as the slot.
pub(super) const MOST: usize = 200;

/// As an author writes it.
pub(crate) fn written(name: &str) -> String {
    format!("{{{{{name}}}}}")
}

/// The slots in a text that the parser read at this byte of the source, each with its place in the text.
pub(super) fn find(source: &str, text: &str, start: usize) -> Vec<(Range<usize>, Slot)> {
    // Where a sign was written as an entity, it is meant as a sign.
    if !text.contains("{{") || !source[start..].starts_with(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find("{{").map(|found| at + found) {
        at = open + 2;
        let name = name(near(text, at));
        let closed = text[at + name.len()..].starts_with("}}") && !is_escaped(source, start, open);
        if let Some(slot) = Slot::named(name.trim()).filter(|_| closed) {
            at += name.len() + 2;
            found.push((open..at, slot));
        }
    }
    found
}

/// What may be a name at the beginning of these words.
fn name(words: &str) -> &str {
    let of_a_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    words.find(|c| !of_a_name(c)).map_or(words, |end| &words[..end])
}

/// A backslash right before a text is no part of it: it says that what follows is a sign.
fn is_escaped(source: &str, start: usize, open: usize) -> bool {
    open == 0 && source[..start].bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1
}

/// Names what looks like a slot in a text and is none.
pub(super) fn check_words(source: &str, span: &Range<usize>, faults: &mut Faults) {
    let mut at = span.start;
    while let Some(open) = source[at..span.end].find("{{").map(|found| at + found) {
        at = open + 2;
        let escaped = source[..open].ends_with('\\') || source[open + 1..].starts_with('\\');
        let words = near(source, at);
        let name = name(words);
        let slot = name.trim().to_owned();
        if escaped || slot.is_empty() {
        } else if !words[name.len()..].starts_with("}}") {
            if Slot::named(&slot).is_some() {
                faults.at(open..at + name.trim_end().len(), Fault::SlotOpen { slot });
            }
        } else if Slot::named(&slot).is_none() {
            let names = || Slot::ALL.into_iter().map(Slot::name);
            let (nearest, known) = (nearest(&slot, names()), listed(names()));
            faults.at(open..at + name.len() + 2, Fault::UnknownSlot { slot, nearest, known });
        }
    }
}

/// Names slots in single braces.
pub(super) fn check_single(source: &str, span: &Range<usize>, faults: &mut Faults) {
    for open in source[span.clone()].match_indices('{').map(|(at, _)| span.start + at) {
        let slot = name(near(source, open + 1));
        let end = open + 1 + slot.len();
        let before = source[..open].ends_with(['{', '\\']);
        let closed = source[end..].starts_with('}') && !source[end..].starts_with("}}");
        if !before && closed && Slot::named(slot).is_some() {
            faults.at(open..end + 1, Fault::SlotOneBrace { slot: slot.to_owned() });
        }
    }
}

/// Names slots in what a link or a picture is made of: what fills a slot may be a link itself, and a picture says the same to
/// everyone.
pub(super) fn check_place(source: &str, inline: &Inline, faults: &mut Faults) {
    match &inline.kind {
        InlineKind::Link(link, inner) => {
            refuse(inner, "link", faults);
            refuse_text(&link.written, &inline.span, "address", faults);
        }
        InlineKind::Picture(picture) => {
            refuse_text(&picture.alt, &inline.span, "picture", faults);
            refuse_text(&picture.caption, &inline.span, "picture", faults);
            refuse_text(&picture.written, &inline.span, "address", faults);
            if picture.alt.contains("{{") {
                check_words(source, &inline.span, faults);
            }
        }
        _ => {}
    }
}

/// A heading stands in menus and on certificates, which are the same for everyone.
pub(super) fn check_heading(content: &[Inline], faults: &mut Faults) {
    refuse(content, "heading", faults);
}

/// Names every slot in these.
pub(crate) fn refuse(content: &[Inline], place: &str, faults: &mut Faults) {
    inlines(content, &mut |inline| {
        if let InlineKind::Slot(slot) = inline.kind {
            not_here(slot, inline.span.clone(), place, faults);
        }
    });
}

/// The same where the words are known only as text.
pub(crate) fn refuse_text(text: &str, span: &Range<usize>, place: &str, faults: &mut Faults) {
    for slot in Slot::ALL.into_iter().filter(|slot| text.contains(&written(slot.name()))) {
        not_here(slot, span.clone(), place, faults);
    }
}

fn not_here(slot: Slot, span: Range<usize>, place: &str, faults: &mut Faults) {
    faults.at(span, Fault::SlotNotHere { slot: slot.name().to_owned(), place: place.to_owned() });
}
