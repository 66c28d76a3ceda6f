//! One question as a machine grades it, an answer to it, and the score. What is read here never changes with the
//! order in which the options stood on the page: everything is counted from 0 in the order of the course's source.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::number::Decimal;
use crate::spelling::{Foreseen, LONGEST, same};
use crate::{Ratio, steps};

/// The key of a question that a machine grades. Options, rows and targets are counted from 0 in source order.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Key {
    /// Pick one: `.choice`.
    Choice {
        /// How many options there are.
        options: usize,
        /// The one that is right.
        right: usize,
    },
    /// Pick any number: `.choices`.
    Choices {
        /// How many options there are.
        options: usize,
        /// Those that are right: one or more.
        right: BTreeSet<usize>,
    },
    /// Put in order: `.order`. In the source the steps stand in the right order.
    Order {
        /// How many steps there are.
        steps: usize,
    },
    /// Pair each row with a target: `.match`. Equal right-hand cells are one target.
    Match {
        /// How many different targets there are.
        targets: usize,
        /// `right[row]` is the target of that row.
        right: Vec<usize>,
    },
    /// Fill gaps: `.blanks`.
    Blanks {
        /// The accepted spellings of each gap, the usual one first.
        gaps: Vec<Vec<String>>,
        /// Case and accents count.
        exact: bool,
    },
    /// Type a number: `.number`.
    Number {
        /// The least that is right.
        least: Decimal,
        /// The most that is right.
        most: Decimal,
        /// In this language a comma stands before decimals.
        comma: bool,
        /// What may stand after the number; empty for nothing.
        unit: String,
    },
    /// Point at a region of a picture: `.hotspot`.
    Hotspot {
        /// How many regions there are.
        regions: usize,
        /// Those that are right: one or more, and pointing at any of them is right.
        right: BTreeSet<usize>,
    },
    /// Type a few words: `.short`. Of the answers that are foreseen the first that fits counts.
    Short {
        /// Accepted answers, and wrong ones that get feedback.
        foreseen: Vec<Foreseen>,
        /// Case and accents count.
        exact: bool,
    },
}

/// What is graded: the key, what it is worth, and whether part of it earns part of the points.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What is right.
    pub key: Key,
    /// The points for a wholly right answer.
    pub points: u32,
    /// `scoring=all`: anything less than wholly right earns nothing.
    pub all_or_nothing: bool,
}

/// What a learner answered, in source order. Its JSON is stored with every answer, so its form never changes.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The option picked.
    Choice(usize),
    /// The options picked; none is a blank answer.
    Choices(BTreeSet<usize>),
    /// For each step the place it was given, or none.
    Order(Vec<Option<usize>>),
    /// For each row the target it was paired with, or none.
    Match(Vec<Option<usize>>),
    /// For each gap what was typed or chosen.
    Blanks(Vec<String>),
    /// The number that was typed, or none.
    Number(Option<Decimal>),
    /// What was typed.
    Short(String),
    /// The region that was pointed at.
    Hotspot(usize),
}

/// What an answer earned, exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// The points earned: never below 0, never above `of`.
    pub earned: Ratio,
    /// The points the question is worth.
    pub of: u32,
}

impl Answer {
    /// Whether nothing was picked, placed, paired or typed.
    pub fn is_blank(&self) -> bool {
        self.filled().0 == 0
    }

    /// How many steps, rows or gaps are filled in, of how many; what is picked or typed at once is one.
    pub fn filled(&self) -> (usize, usize) {
        let one = |there: bool| (usize::from(there), 1);
        let typed = |text: &String| !text.trim().is_empty();
        match self {
            Self::Choice(_) | Self::Hotspot(_) => one(true),
            Self::Choices(picked) => one(!picked.is_empty()),
            Self::Order(places) | Self::Match(places) => (places.iter().flatten().count(), places.len()),
            Self::Blanks(gaps) => (gaps.iter().filter(|text| typed(text)).count(), gaps.len()),
            Self::Number(number) => one(number.is_some()),
            Self::Short(text) => one(typed(text)),
        }
    }
}

impl Item {
    /// Grades an answer. One that is missing, blank, of another kind or out of range earns 0.
    pub fn grade(&self, answer: Option<&Answer>) -> Score {
        let share = answer.filter(|answer| self.fits(answer)).map_or(ZERO, |answer| self.key.share(answer));
        let share = if self.all_or_nothing && share != ONE { ZERO } else { share };
        Score { earned: share * u64::from(self.points), of: self.points }
    }

    /// Whether the answer is of this question's kind and names only options, places, rows and targets that it has.
    pub fn fits(&self, answer: &Answer) -> bool {
        let below = |places: &[Option<usize>], end: usize| places.iter().flatten().all(|place| *place < end);
        match (&self.key, answer) {
            (Key::Choice { options, .. }, Answer::Choice(picked)) => picked < options,
            (Key::Choices { options, .. }, Answer::Choices(picked)) => picked.iter().all(|one| one < options),
            (Key::Hotspot { regions, .. }, Answer::Hotspot(picked)) => picked < regions,
            (Key::Order { steps }, Answer::Order(places)) => places.len() == *steps && below(places, *steps),
            (Key::Match { targets, right }, Answer::Match(pairs)) => {
                pairs.len() == right.len() && below(pairs, *targets)
            }
            (Key::Blanks { gaps, .. }, Answer::Blanks(typed)) => {
                typed.len() == gaps.len() && typed.iter().all(|typed| is_short(typed))
            }
            (Key::Number { .. }, Answer::Number(_)) => true,
            (Key::Short { .. }, Answer::Short(typed)) => is_short(typed),
            _ => false,
        }
    }

    /// This item with what another accepts in the gaps too.
    #[must_use]
    pub fn also_filled_by(mut self, other: &Self) -> Self {
        if let (Key::Blanks { gaps, .. }, Key::Blanks { gaps: others, .. }) = (&mut self.key, &other.key) {
            for (gap, more) in gaps.iter_mut().zip(others) {
                let new: Vec<String> = more.iter().filter(|one| !gap.contains(one)).cloned().collect();
                gap.extend(new);
            }
        }
        self
    }

    /// Whether an answer to this question is one to the other: the same key, but for what is written differently in another
    /// language.
    pub fn fits_with(&self, other: &Self) -> bool {
        let same = match (&self.key, &other.key) {
            (Key::Blanks { gaps, exact }, Key::Blanks { gaps: others, exact: also }) => {
                gaps.len() == others.len() && exact == also
            }
            (Key::Number { least, most, .. }, Key::Number { least: from, most: to, .. }) => least == from && most == to,
            (Key::Short { exact, .. }, Key::Short { exact: also, .. }) => exact == also,
            (key, other) => key == other,
        };
        same && self.points == other.points && self.all_or_nothing == other.all_or_nothing
    }

    /// Which of the answers that the author of a `.short` question foresaw this one is.
    #[must_use]
    pub fn recognised(&self, answer: &Answer) -> Option<usize> {
        match (&self.key, answer) {
            (Key::Short { foreseen, exact }, Answer::Short(typed)) => {
                foreseen.iter().position(|one| one.is(typed, *exact))
            }
            _ => None,
        }
    }
}

pub(crate) fn is_short(typed: &str) -> bool {
    typed.chars().count() <= LONGEST
}

/// Whether this was accepted in a gap.
pub(crate) fn fills(accepted: &[String], typed: &str, exact: bool) -> bool {
    accepted.iter().any(|one| same(one, typed, exact))
}

const ZERO: Ratio = Ratio::new_raw(0, 1);
const ONE: Ratio = Ratio::new_raw(1, 1);

impl Key {
    /// The share of the points that an answer earns which fits this key: the course format, table "Questions".
    fn share(&self, answer: &Answer) -> Ratio {
        match (self, answer) {
            (Self::Choice { right, .. }, Answer::Choice(picked)) => all_or_none(picked == right),
            (Self::Hotspot { right, .. }, Answer::Hotspot(picked)) => all_or_none(right.contains(picked)),
            (Self::Choices { right, .. }, Answer::Choices(picked)) => share_of_picks(right, picked),
            (Self::Order { steps }, Answer::Order(places)) => {
                share(steps::neighbours(places).filter(|right| *right).count(), steps.saturating_sub(1))
            }
            (Self::Match { right, .. }, Answer::Match(pairs)) => share_of_pairs(right, pairs),
            (Self::Blanks { gaps, exact }, Answer::Blanks(typed)) => {
                let filled = gaps.iter().zip(typed).filter(|(gap, typed)| fills(gap, typed, *exact));
                share(filled.count(), gaps.len())
            }
            (Self::Number { least, most, .. }, Answer::Number(Some(number))) => {
                all_or_none(least <= number && number <= most)
            }
            (Self::Short { foreseen, exact }, Answer::Short(typed)) => {
                all_or_none(foreseen.iter().find(|one| one.is(typed, *exact)).is_some_and(|one| one.right))
            }
            _ => ZERO,
        }
    }
}

/// `.choices`: (right picks - wrong picks) / right options, not below 0.
fn share_of_picks(right: &BTreeSet<usize>, picked: &BTreeSet<usize>) -> Ratio {
    let hits = picked.intersection(right).count();
    let misses = picked.len() - hits;
    share(hits.saturating_sub(misses), right.len())
}

/// `.match`: the share of the rows that are paired right.
fn share_of_pairs(right: &[usize], pairs: &[Option<usize>]) -> Ratio {
    let hits = right.iter().zip(pairs).filter(|(target, paired)| **paired == Some(**target)).count();
    share(hits, right.len())
}

fn all_or_none(right: bool) -> Ratio {
    if right { ONE } else { ZERO }
}

/// A share of nothing is nothing: a key without a right part is an error in the course, not a reason to fail here.
fn share(part: usize, whole: usize) -> Ratio {
    if whole == 0 { ZERO } else { Ratio::new(part as u64, whole as u64) }
}
