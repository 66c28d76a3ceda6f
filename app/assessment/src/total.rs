//! A test's result: the sum over its questions, and which of several attempts is kept.

use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::{Ratio, Score, exact};

/// The result of one attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// The points earned.
    pub earned: Ratio,
    /// The points of the questions drawn.
    pub of: Ratio,
}

/// Which result of several attempts is kept: the key `keep`.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Keep {
    /// The one with the highest share; of equals, the earliest.
    #[default]
    Highest,
    /// The last one.
    Latest,
    /// The first one.
    First,
    /// The mean of their shares.
    Average,
}

impl Total {
    /// The sum over the questions of an attempt.
    pub fn sum(scores: impl IntoIterator<Item = Score>) -> Self {
        let mut earned = exact::whole(0);
        let mut of = 0_u64;
        for score in scores {
            earned += exact::big(score.earned);
            of = of.saturating_add(u64::from(score.of));
        }
        let of = Ratio::from_integer(of);
        Self { earned: exact::fit(&earned, of), of }
    }

    /// The share earned; none of no points.
    fn share(&self) -> Option<BigRational> {
        (*self.of.numer() != 0).then(|| exact::big(self.earned) / exact::big(self.of))
    }
}

/// The result that is kept of these attempts, which stand in the order of their counter. None where there are none.
///
/// The average is the mean of the shares of those attempts that had points to earn, counted out of the points of the
/// last of them.
pub fn kept(keep: Keep, attempts: &[Total]) -> Option<Total> {
    match keep {
        Keep::Highest => attempts.iter().rev().max_by_key(|attempt| attempt.share()).copied(),
        Keep::Latest => attempts.last().copied(),
        Keep::First => attempts.first().copied(),
        Keep::Average => average(attempts).or(attempts.last().copied()),
    }
}

fn average(attempts: &[Total]) -> Option<Total> {
    let shares: Vec<_> = attempts.iter().filter_map(Total::share).collect();
    let of = attempts.iter().rfind(|attempt| *attempt.of.numer() != 0)?.of;
    let mean = shares.iter().sum::<BigRational>() / exact::whole(shares.len() as u64);
    Some(Total { earned: exact::fit(&(mean * exact::big(of)), of), of })
}
