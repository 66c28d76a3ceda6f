//! What is said of each part of an answer, for feedback.

use serde::{Deserialize, Serialize};

use crate::item::fills;
use crate::{Answer, Item, Key, steps};

/// What is said of a part of a question: an option, a step, a row, a gap, or the whole of what was typed.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Picked, placed, paired or typed, and right.
    Right,
    /// Wrong.
    Wrong,
    /// A step, row, gap or field that was left open.
    Blank,
    /// An option that was not picked, and is right.
    Missed,
    /// An option that was not picked, and rightly so.
    Plain,
}

impl Item {
    /// The mark of each part, in source order. An answer that is missing or does not fit picked nothing.
    pub fn marks(&self, answer: Option<&Answer>) -> Vec<Mark> {
        let answer = answer.filter(|answer| self.fits(answer));
        match (&self.key, answer) {
            (Key::Choice { options, right }, _) => {
                (0..*options).map(|one| option(answer == Some(&Answer::Choice(one)), one == *right)).collect()
            }
            (Key::Hotspot { regions, right }, _) => {
                let missed = !matches!(answer, Some(Answer::Hotspot(one)) if right.contains(one));
                let region = |one| option(answer == Some(&Answer::Hotspot(one)), right.contains(&one));
                // Where one of several right regions was found, the others were not missed.
                let found = |mark| if mark == Mark::Missed && !missed { Mark::Plain } else { mark };
                (0..*regions).map(region).map(found).collect()
            }
            (Key::Choices { options, right }, _) => {
                let picked = |one| matches!(answer, Some(Answer::Choices(some)) if some.contains(&one));
                (0..*options).map(|one| option(picked(one), right.contains(&one))).collect()
            }
            (Key::Order { .. }, Some(Answer::Order(places))) => {
                let settled = steps::settled(places).into_iter();
                settled.zip(places).map(|(right, place)| part(right, place.is_none())).collect()
            }
            (Key::Match { right, .. }, Some(Answer::Match(pairs))) => {
                right.iter().zip(pairs).map(|(target, one)| part(*one == Some(*target), one.is_none())).collect()
            }
            (Key::Blanks { gaps, exact }, Some(Answer::Blanks(typed))) => {
                let mark = |(gap, typed): (&Vec<String>, &String)| part(fills(gap, typed, *exact), typed.is_empty());
                gaps.iter().zip(typed).map(mark).collect()
            }
            (Key::Number { .. } | Key::Short { .. }, _) => {
                let score = Self { points: 1, ..self.clone() }.grade(answer);
                vec![part(score.earned == u64::from(score.of).into(), answer.is_none_or(Answer::is_blank))]
            }
            (key, _) => vec![Mark::Blank; key.parts()],
        }
    }
}

impl Key {
    /// How many parts there are to mark.
    fn parts(&self) -> usize {
        match self {
            Self::Choice { options, .. } | Self::Choices { options, .. } => *options,
            Self::Hotspot { regions, .. } => *regions,
            Self::Order { steps } => *steps,
            Self::Match { right, .. } => right.len(),
            Self::Blanks { gaps, .. } => gaps.len(),
            Self::Number { .. } | Self::Short { .. } => 1,
        }
    }
}

fn part(right: bool, blank: bool) -> Mark {
    match (right, blank) {
        (true, _) => Mark::Right,
        (false, true) => Mark::Blank,
        (false, false) => Mark::Wrong,
    }
}

fn option(picked: bool, right: bool) -> Mark {
    match (picked, right) {
        (true, true) => Mark::Right,
        (true, false) => Mark::Wrong,
        (false, true) => Mark::Missed,
        (false, false) => Mark::Plain,
    }
}
