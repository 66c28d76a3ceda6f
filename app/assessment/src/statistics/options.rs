//! Who picked what: the options of an item by thirds of what people did, from which a wrong key is seen.

use super::{Third, Thirds};

/// How many of each third picked each option, in source order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionCounts {
    /// Of each option: the third who did worst, those between, the third who did best.
    pub counts: Vec<[usize; 3]>,
    /// Those who picked none.
    pub none: [usize; 3],
}

impl OptionCounts {
    /// Counts who picked what of so many options. A person has a score, best without this item, and the options they picked. None
    /// where the thirds are none: see [`Thirds::of`].
    #[must_use]
    pub fn of(people: &[(i64, Vec<usize>)], options: usize) -> Option<Self> {
        let scores: Vec<i64> = people.iter().map(|(score, _)| *score).collect();
        let thirds = Thirds::of(&scores)?;
        let mut counted = Self { counts: vec![[0; 3]; options], none: [0; 3] };
        for (score, picked) in people {
            let third = match thirds.place(*score) {
                Third::Worst => 0,
                Third::Middle => 1,
                Third::Best => 2,
            };
            for place in picked.iter().filter(|place| **place < options) {
                counted.counts[*place][third] += 1;
            }
            counted.none[third] += usize::from(picked.is_empty());
        }
        Some(counted)
    }

    /// The wrong option that most of the third who did best picked, where more of them picked it than picked the right one that
    /// fewest of them picked: “the third who did best chose B: look at the key”. The first of equals.
    #[must_use]
    pub fn best_prefer(&self, right: &[usize]) -> Option<usize> {
        let best = |place: usize| self.counts.get(place).map_or(0, |option| option[2]);
        let wrong =
            (0..self.counts.len()).rev().filter(|place| !right.contains(place)).max_by_key(|place| best(*place))?;
        let least = right.iter().map(|place| best(*place)).min()?;
        (best(wrong) > least).then_some(wrong)
    }
}
