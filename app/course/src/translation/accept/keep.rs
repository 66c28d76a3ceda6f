//! What is kept of a record when another is made of it: a page may be away, or be half written, while something is accepted, and
//! what was accepted of the rest is known again once it is back.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Accepted, BlockState, TranslatedPage};

/// What was accepted of a page, each counted until it is taken.
pub(super) struct Keep<'r> {
    record: &'r [Accepted],
    counts: BTreeMap<Key<'r>, usize>,
}

type Key<'r> = (&'r str, &'r str, &'r str);

fn key(one: &Accepted) -> Key<'_> {
    (&one.id, one.source.as_ref(), one.translation.as_ref())
}

impl<'r> Keep<'r> {
    pub(super) fn of(record: &'r [Accepted]) -> Self {
        let mut counts = BTreeMap::new();
        record.iter().for_each(|one| *counts.entry(key(one)).or_default() += 1);
        Self { record, counts }
    }

    /// Takes one, if it is still there.
    pub(super) fn take(&mut self, one: &'r Accepted) -> bool {
        let count = self.counts.get_mut(&key(one)).filter(|count| **count > 0);
        count.map(|count| *count -= 1).is_some()
    }

    /// What is left and stays, and how many do not stay. Where `clears` says so, only what may be a block that the translation
    /// lacks: of a block of the source that is missing here, or that may have become one.
    pub(super) fn left(mut self, page: &TranslatedPage, clears: impl Fn(&str) -> bool) -> (Vec<Accepted>, usize) {
        let record = self.record;
        let left: Vec<&Accepted> = record.iter().filter(|one| self.take(one)).collect();
        let (cleared, mut kept): (Vec<&Accepted>, Vec<&Accepted>) = left.into_iter().partition(|one| clears(&one.id));
        let all = cleared.len() + kept.len();
        let missing = page.blocks.iter().filter(|block| block.state == BlockState::Missing);
        let sources: BTreeSet<_> = missing.clone().map(|block| (block.id.as_str(), block.source.as_ref())).collect();
        let mut room: BTreeMap<&str, usize> = BTreeMap::new();
        missing.for_each(|block| *room.entry(&block.id).or_default() += 1);
        let gone: BTreeSet<Key<'_>> = page.gone.iter().map(key).collect();
        let (known, changed): (Vec<&Accepted>, Vec<&Accepted>) =
            cleared.into_iter().partition(|one| sources.contains(&(one.id.as_str(), one.source.as_ref())));
        for one in known.into_iter().chain(changed).filter(|one| !gone.contains(&key(one))) {
            if let Some(room) = room.get_mut(one.id.as_str()).filter(|room| **room > 0) {
                *room -= 1;
                kept.push(one);
            }
        }
        let lost = all - kept.len();
        (kept.into_iter().cloned().collect(), lost)
    }
}
