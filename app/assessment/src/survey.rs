//! Surveys: what is asked where nothing is right or wrong, what was replied, and what the replies of many say together. Nobody
//! is graded here, and what fewer than [`FEWEST`] people said is not told: in so small a group each would be known.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{LONGEST, Ratio};

/// Of fewer people nothing is told.
pub const FEWEST: u64 = 5;
/// The longest text, in characters, however many words it may have: in some scripts no blanks stand between them.
pub const LONGEST_TEXT: usize = 5_000;

/// What a question of a survey asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// One of so many options: `.choice`.
    Choice(usize),
    /// Any of so many options: `.choices`.
    Choices(usize),
    /// One of so many steps from low to high: `.scale`.
    Scale(usize),
    /// A line of text: `.short`.
    Short,
    /// A text of at most so many words: `.open`.
    Open(usize),
}

/// What was replied. Its JSON is stored, so its form never changes. With what was picked stands of how many, so that a reply to
/// what a question was once is never counted for what it is now.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub enum Reply {
    /// An option, from 0, of so many.
    Choice {
        /// Which.
        picked: usize,
        /// Of how many.
        of: usize,
    },
    /// Options, one or more, of so many.
    Choices {
        /// Which.
        picked: BTreeSet<usize>,
        /// Of how many.
        of: usize,
    },
    /// A step, from 0 for the lowest, of so many.
    Scale {
        /// Which.
        picked: usize,
        /// Of how many.
        of: usize,
    },
    /// What was written.
    Text(String),
}

/// Why what was sent is no reply.
#[derive(thiserror::Error, Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReply {
    /// Something that was not there to be picked, or more than can be picked.
    #[error("a value is not one of those shown")]
    NotOffered,
    /// More words than are asked for.
    #[error("more than {0} words")]
    Words(usize),
    /// More characters than a text may have.
    #[error("more than {0} characters")]
    Characters(usize),
}

/// What all said to one question that gives something to pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many picked each option or step, in the order of the source.
    pub counts: Vec<u64>,
    /// How many people replied.
    pub people: u64,
    /// The mean of a scale, whose lowest step is 1.
    pub mean: Option<Ratio>,
}

impl Asks {
    /// Reads what a form sent: places of what was picked, from 0, or what was written. Nothing is no reply, and no fault.
    ///
    /// # Errors
    /// Why it is neither.
    pub fn read(&self, sent: &[String]) -> Result<Option<Reply>, NoReply> {
        let picked = |of: usize| places(sent, of);
        match *self {
            Self::Choice(of) => Ok(one(&picked(of)?)?.map(|picked| Reply::Choice { picked, of })),
            Self::Scale(of) => Ok(one(&picked(of)?)?.map(|picked| Reply::Scale { picked, of })),
            Self::Choices(of) => {
                let picked = picked(of)?;
                Ok((!picked.is_empty()).then_some(Reply::Choices { picked, of }))
            }
            Self::Short => text(&line(only(sent)?), LONGEST),
            Self::Open(most) => {
                let written = only(sent)?.replace("\r\n", "\n");
                if written.split_whitespace().count() > most {
                    return Err(NoReply::Words(most));
                }
                text(&written, LONGEST_TEXT)
            }
        }
    }

    /// What these replies say together, each with how many people gave it. Those to what the question was once are left out.
    /// None of a text, and none of fewer than [`FEWEST`] people.
    #[must_use]
    pub fn tally(&self, replies: &[(Reply, u64)]) -> Option<Tally> {
        let (Self::Choice(of) | Self::Choices(of) | Self::Scale(of)) = *self else { return None };
        let mut counts = vec![0; of];
        let mut people = 0;
        for (reply, given) in replies.iter().filter(|(reply, _)| self.fits(reply)) {
            people += given;
            reply.picked().into_iter().for_each(|place| counts[place] += given);
        }
        let mean = matches!(self, Self::Scale(_)).then(|| mean(&counts)).flatten();
        (people >= FEWEST).then_some(Tally { counts, people, mean })
    }

    /// Whether this replies to the question as it is now.
    fn fits(&self, reply: &Reply) -> bool {
        let asked = match (self, reply) {
            (Self::Choice(asked), Reply::Choice { of, .. })
            | (Self::Choices(asked), Reply::Choices { of, .. })
            | (Self::Scale(asked), Reply::Scale { of, .. }) => asked == of,
            _ => false,
        };
        let (Self::Choice(of) | Self::Choices(of) | Self::Scale(of)) = self else { return false };
        asked && reply.picked().iter().all(|place| place < of)
    }
}

impl Reply {
    /// What was picked; nothing of a text.
    fn picked(&self) -> BTreeSet<usize> {
        match self {
            Self::Choice { picked, .. } | Self::Scale { picked, .. } => BTreeSet::from([*picked]),
            Self::Choices { picked, .. } => picked.clone(),
            Self::Text(_) => BTreeSet::new(),
        }
    }
}

impl Tally {
    /// How many of a hundred picked this one, to the nearest whole number.
    #[must_use]
    pub fn percent(&self, place: usize) -> u64 {
        let count = self.counts.get(place).copied().unwrap_or_default();
        (200 * count + self.people) / (2 * self.people.max(1))
    }
}

fn mean(counts: &[u64]) -> Option<Ratio> {
    let sum: u64 = (1..).zip(counts).map(|(step, count)| step * count).sum();
    let all: u64 = counts.iter().sum();
    (all > 0).then(|| Ratio::new(sum, all))
}

/// The places of what was picked; blank values are none.
fn places(sent: &[String], of: usize) -> Result<BTreeSet<usize>, NoReply> {
    let place = |value: &String| {
        let digits = value.bytes().all(|byte| byte.is_ascii_digit());
        value.parse().ok().filter(|place| digits && *place < of).ok_or(NoReply::NotOffered)
    };
    sent.iter().filter(|value| !value.is_empty()).map(place).collect()
}

fn one(picked: &BTreeSet<usize>) -> Result<Option<usize>, NoReply> {
    if picked.len() > 1 { Err(NoReply::NotOffered) } else { Ok(picked.first().copied()) }
}

fn only(sent: &[String]) -> Result<&str, NoReply> {
    match sent {
        [] => Ok(""),
        [one] => Ok(one),
        _ => Err(NoReply::NotOffered),
    }
}

fn line(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What was written, without what no reader sees.
fn text(written: &str, most: usize) -> Result<Option<Reply>, NoReply> {
    let plain: String = written.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    let plain = plain.trim();
    if plain.chars().count() > most {
        return Err(NoReply::Characters(most));
    }
    Ok((!plain.is_empty()).then(|| Reply::Text(plain.to_owned())))
}
