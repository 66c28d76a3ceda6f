//! What is said of each part of an answer, for feedback.

use serde::{Deserialize, Serialize};

use crate::{Answer, Item, Key};

/// What is said of an option or a row.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Picked, or paired, and right.
    Right,
    /// Picked, or paired, and wrong; of a row also: not paired.
    Wrong,
    /// Not picked, and right.
    Missed,
    /// Not picked, and rightly so.
    Plain,
}

impl Item {
    /// The mark of each option, or of each row, in source order. An answer that is missing or does not fit picked nothing.
    pub fn marks(&self, answer: Option<&Answer>) -> Vec<Mark> {
        let answer = answer.filter(|answer| self.fits(answer));
        match &self.key {
            Key::Choice { options, right } => {
                (0..*options).map(|one| mark(answer == Some(&Answer::Choice(one)), one == *right)).collect()
            }
            Key::Choices { options, right } => {
                let picked = |one| matches!(answer, Some(Answer::Choices(some)) if some.contains(&one));
                (0..*options).map(|one| mark(picked(one), right.contains(&one))).collect()
            }
            Key::Match { right, .. } => {
                let paired = |row: usize| match answer {
                    Some(Answer::Match(pairs)) => pairs[row],
                    _ => None,
                };
                right.iter().enumerate().map(|(row, target)| mark(true, paired(row) == Some(*target))).collect()
            }
        }
    }
}

fn mark(picked: bool, right: bool) -> Mark {
    match (picked, right) {
        (true, true) => Mark::Right,
        (true, false) => Mark::Wrong,
        (false, true) => Mark::Missed,
        (false, false) => Mark::Plain,
    }
}
