//! Telling what of a page is not translated, and what changed after it was: the largest thing once, not everything in it.

use std::ops::Range;

use super::BlockState;
use super::parts::{Part, Sheet, Slot, around};
use crate::diagnostic::{Fault, Faults, Lines};
use crate::outline::Role;

/// So many words are shown of what changed.
const SHOWN: usize = 12;

/// What telling of a page takes: where its source stands, the page of the translation if there is one, and whom it is told.
pub(super) struct Telling<'p> {
    /// The path of the source's page.
    pub(super) file: &'p str,
    /// The lines of the source's page.
    pub(super) lines: Lines<'p>,
    /// The page of the translation.
    pub(super) own: Option<Sheet<'p>>,
    pub(super) faults: &'p mut Faults,
}

impl Telling<'_> {
    /// Tells of all parts of a page.
    pub(super) fn all(mut self, parts: &[Part]) {
        if let Some(state) = verdict(parts.iter().filter(|part| !part.is_note())) {
            return self.faults.whole(lacking("file", None, state, Some(self.file.to_owned())));
        }
        let mut place = self.own.and_then(|own| own.page.blocks.first()).map_or(0..0, |block| block.span.clone());
        let mut told: Option<u8> = None;
        for (at, part) in parts.iter().enumerate() {
            told = told.filter(|level| part.level > *level);
            let whole = match part.role {
                Role::Lesson => verdict(around(parts, at)).map(|state| ("lesson", state)),
                Role::Question(_) | Role::Work(_) | Role::Asks(_) | Role::Unknown => {
                    verdict([part]).map(|state| ("question", state))
                }
                _ => None,
            };
            match whole {
                _ if told.is_some() => {}
                Some((what, state)) => {
                    told = Some(part.level);
                    let heading = part.slots.iter().find_map(|slot| slot.own_piece.as_ref());
                    let span = heading.map_or_else(|| place.clone(), |piece| piece.span.clone());
                    let source = self.place(part.slots.first());
                    self.faults.at(span, lacking(what, Some(&part.id), state, Some(source)));
                }
                None => part.slots.iter().for_each(|slot| self.slot(slot, part, &mut place)),
            }
            if let Some(last) = part.slots.iter().rev().find_map(|slot| slot.own_piece.as_ref()) {
                place = last.span.clone();
            }
        }
    }

    fn slot(&mut self, slot: &Slot, part: &Part, place: &mut Range<usize>) {
        if let Some(own) = &slot.own_piece {
            *place = own.span.clone();
        }
        let source = self.place(Some(slot));
        let what = if part.is_note() { "note" } else { "block" };
        let name = Some(part.id.trim_start_matches('^')).filter(|name| !name.is_empty());
        let fault = match slot.state {
            _ if slot.source.is_none() && slot.accepted.is_some() => Fault::TranslationGone {},
            _ if !slot.has_words() => return,
            BlockState::Missing | BlockState::Same => lacking(what, name, slot.state, Some(source)),
            BlockState::Stale => {
                let before = slot.accepted.as_ref().map(|one| one.words.as_str()).unwrap_or_default();
                let after = slot.piece.as_ref().map(|piece| piece.words.as_str()).unwrap_or_default();
                let (before, after) = changed(before, after);
                Fault::TranslationStale { before, after, source }
            }
            BlockState::Done => return,
        };
        self.faults.at(place.clone(), fault);
    }

    /// File and line of the source.
    fn place(&self, slot: Option<&Slot>) -> String {
        let start = slot.and_then(|slot| slot.piece.as_ref()).map_or(0, |piece| piece.span.start);
        format!("{}:{}", self.file, self.lines.line(start))
    }
}

/// That something is missing, or has the source's own words.
fn lacking(what: &str, name: Option<&str>, state: BlockState, source: Option<String>) -> Fault {
    let (what, name) = (what.to_owned(), name.map(str::to_owned));
    match state {
        BlockState::Missing => Fault::TranslationAbsent { what, name, source },
        _ => Fault::TranslationSame { what, name },
    }
}

/// What all of these are, if they are all one: missing, or the source's own.
fn verdict<'p>(parts: impl IntoIterator<Item = &'p Part>) -> Option<BlockState> {
    let slots: Vec<&Slot> = parts.into_iter().flat_map(|part| &part.slots).filter(|slot| slot.has_words()).collect();
    let all = |fits: fn(BlockState) -> bool| !slots.is_empty() && slots.iter().all(|slot| fits(slot.state));
    if all(|state| state == BlockState::Missing) {
        Some(BlockState::Missing)
    } else if all(|state| matches!(state, BlockState::Missing | BlockState::Same)) {
        Some(BlockState::Same)
    } else {
        None
    }
}

/// The words that differ, with two around them, before and after.
fn changed(before: &str, after: &str) -> (String, String) {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let most = old.len().min(new.len()) - same;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
    (excerpt(&old, same, end), excerpt(&new, same, end))
}

fn excerpt(words: &[&str], same: usize, end: usize) -> String {
    let (from, to) = (same.saturating_sub(2), (words.len() - end + 2).min(words.len()));
    let shown = to.min(from + SHOWN);
    let before = if from > 0 { "… " } else { "" };
    let after = if shown < words.len() { " …" } else { "" };
    format!("{before}{}{after}", words[from..shown].join(" "))
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn what_changed_is_shown_with_a_few_words_around_it() {
        for (before, after, old, new) in [
            (
                "One in three was bullied.",
                "One in four was bullied.",
                "One in three was bullied.",
                "One in four was bullied.",
            ),
            ("a b c d e f g h", "a b c d X f g h", "… c d e f g …", "… c d X f g …"),
            ("a b", "a b c", "a b", "a b c"),
            ("", "a", "", "a"),
            ("a a", "a", "a a", "a"),
        ] {
            assert_eq!(changed(before, after), (old.to_owned(), new.to_owned()), "{before} -> {after}");
        }
    }
}
