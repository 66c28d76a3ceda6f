//! Footnotes of a page: each defined once, and each used.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Inline, InlineKind, Note, Page};
use super::walk::{inlines, runs};
use crate::diagnostic::{Fault, Faults};

/// Labels are compared whatever their capitals, as Markdown does.
pub(crate) fn key(label: &str) -> String {
    label.to_lowercase()
}

/// Names footnotes that are defined twice or that nothing refers to.
pub(super) fn check(page: &Page, faults: &mut Faults) {
    let mut used = BTreeSet::new();
    let mut see = |content: &[Inline]| {
        inlines(content, &mut |inline| {
            if let InlineKind::NoteReference(label) = &inline.kind {
                used.insert(key(label));
            }
        });
    };
    runs(&page.blocks, &mut see);
    page.notes.iter().for_each(|note| runs(&note.blocks, &mut see));
    let mut defined = BTreeSet::new();
    for note in &page.notes {
        let label = note.label.clone();
        if !defined.insert(key(&label)) {
            faults.at(note.span.clone(), Fault::FootnoteTwice { label });
        } else if !used.contains(&key(&label)) {
            faults.at(note.span.clone(), Fault::FootnoteUnused { label });
        }
    }
}

/// The footnotes of a page by their labels; of two with one label the first.
pub(crate) fn by_label(notes: &[Note]) -> BTreeMap<String, &Note> {
    notes.iter().rev().map(|note| (key(&note.label), note)).collect()
}
