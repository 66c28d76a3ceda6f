//! Applying the mends of a file.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Edit};

/// A text with what could be mended in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// Which of the diagnostics were mended, as they were given.
    pub applied: Vec<usize>,
}

/// Applies the edits of these diagnostics of one file to its text. A byte order mark stays where it is, and line ends as they are.
/// Of two mends in one place the first is applied: the other may be needless then, which a new check shows.
#[must_use]
pub fn mended(text: &str, found: &[&Diagnostic]) -> Mended {
    let (mark, text) = text.split_at(text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len());
    let mut taken: BTreeMap<usize, &Edit> = BTreeMap::new();
    let mut applied = Vec::new();
    for (place, one) in found.iter().enumerate() {
        let fits = |edit: &Edit| text.get(edit.span.clone()).is_some() && is_free(&taken, edit);
        if !one.edits.is_empty() && one.edits.iter().all(fits) {
            taken.extend(one.edits.iter().map(|edit| (edit.span.start, edit)));
            applied.push(place);
        }
    }
    Mended { text: mark.to_owned() + &put_together(text, taken.into_values()), applied }
}

/// Two edits that touch could each be right and wrong together.
fn is_free(taken: &BTreeMap<usize, &Edit>, edit: &Edit) -> bool {
    let before = taken.range(..=edit.span.end).next_back();
    before.is_none_or(|(_, other)| other.span.end < edit.span.start)
}

fn put_together<'e>(text: &str, edits: impl Iterator<Item = &'e Edit>) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        whole.push_str(&text[at..edit.span.start]);
        whole.push_str(&edit.text);
        at = edit.span.end;
    }
    whole + &text[at..]
}
