//! The pass mark, and how a result is shown in percent. The mark is met or not by exact numbers only: what is shown,
//! rounded, decides nothing.

use serde::{Deserialize, Serialize};

use crate::{Ratio, exact};

/// A whole percentage from 0 to 100.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "u8", into = "u8")]
pub struct Percent(u8);

/// A number that is no percentage: above 100.
#[derive(thiserror::Error, Clone, Copy, Debug, PartialEq, Eq)]
#[error("{0} is not a percentage from 0 to 100")]
pub struct NotAPercent(pub u8);

/// Whether the mark itself is a pass.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum PassRule {
    /// The mark itself is a pass.
    #[default]
    AtLeast,
    /// Only more than the mark is a pass.
    MoreThan,
}

/// What a test asks for a pass: the keys `pass` and `pass-rule`.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
pub struct PassMark {
    /// The mark, in percent of the points drawn.
    pub percent: Percent,
    /// Whether the mark itself is a pass.
    pub rule: PassRule,
}

impl Percent {
    /// The percentage of that number, from 0 to 100.
    pub fn new(percent: u8) -> Result<Self, NotAPercent> {
        if percent <= 100 { Ok(Self(percent)) } else { Err(NotAPercent(percent)) }
    }

    /// The number, from 0 to 100.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Percent {
    type Error = NotAPercent;

    fn try_from(percent: u8) -> Result<Self, NotAPercent> {
        Self::new(percent)
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> u8 {
        percent.0
    }
}

impl PassMark {
    /// Whether the points earned meet the mark: `earned * 100` against `percent * of`, exactly. Of no points only the
    /// mark "at least 0" is met.
    pub fn is_met(&self, earned: Ratio, of: Ratio) -> bool {
        let got = exact::big(earned) * exact::whole(100);
        let needed = exact::big(of) * exact::whole(u64::from(self.percent.0));
        match self.rule {
            PassRule::AtLeast if *of.numer() == 0 => self.percent.0 == 0,
            PassRule::AtLeast => got >= needed,
            PassRule::MoreThan => *of.numer() != 0 && got > needed,
        }
    }
}

/// The result in percent, for showing: rounded down, so that 69.99 never reads as 70. None of no points.
pub fn percent_down(earned: Ratio, of: Ratio) -> Option<u32> {
    if *of.numer() == 0 {
        return None;
    }
    let percent = exact::big(earned) * exact::whole(100) / exact::big(of);
    Some(u32::try_from(percent.to_integer()).unwrap_or(u32::MAX))
}
