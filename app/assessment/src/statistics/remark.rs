//! What an author is told about the figures, and from where on.
//!
//! The steps are those with which Moodle's manual (“Quiz report statistics”) and its question bank read these figures; those that
//! are ours say so.

use super::{FEWEST_ATTEMPTS, ItemStatistics, Statistics, TestStatistics, of_alpha};

/// What is told about an item. The most pressing stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemRemark {
    /// Those who did better in the rest have less for it: a discrimination index below 0. “Question probably invalid.”
    Backwards,
    /// A facility of 0.05 or less: “extremely difficult, or something wrong with the question”.
    HardlyAnyone,
    /// A facility of 0.95 or more: “extremely easy”.
    NearlyEveryone,
    /// All have the same mark, so that it tells nobody from anybody. (Ours.)
    SameForAll,
    /// A facility of 0.20 or less: “difficult” or “very difficult”.
    Hard,
    /// A discrimination index below 0.20: “very weak”. Not where the efficiency is 0.50 or more, which is as much as one can ask
    /// of so easy or so hard an item. (The exception is ours.)
    VeryWeak,
    /// A discrimination index below 0.30: “weak”, with the same exception.
    Weak,
    /// There is nothing to say.
    Sound,
}

/// What is told about a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TestRemark {
    /// So few people that every figure can be chance. (Ours: [`FEWEST_ATTEMPTS`].)
    FewPeople,
    /// An alpha below 0.64: “the test as a whole is unsatisfactory”.
    Unsatisfactory,
    /// An alpha from there to below 0.75.
    BelowSatisfactory,
    /// An alpha of 0.75 or more: “satisfactory”.
    Satisfactory,
    /// The interval of alpha is wider than the steps are apart, so that it can be any of them. (Ours.)
    Unsure,
}

impl ItemRemark {
    /// What is told about an item with these figures; of one person nothing.
    #[must_use]
    pub fn of(item: &ItemStatistics) -> Self {
        let (Some(facility), Some(sd)) = (item.facility, item.sd) else { return Self::Sound };
        let below = |limit: f64| item.discrimination_index.is_some_and(|index| index < limit);
        let as_asked = item.discrimination_efficiency.is_some_and(|efficiency| efficiency >= 0.5);
        match facility {
            _ if below(0.0) => Self::Backwards,
            ..=0.05 => Self::HardlyAnyone,
            0.95.. => Self::NearlyEveryone,
            _ if sd == 0.0 => Self::SameForAll,
            ..=0.2 => Self::Hard,
            _ if below(0.2) && !as_asked => Self::VeryWeak,
            _ if below(0.3) && !as_asked => Self::Weak,
            _ => Self::Sound,
        }
    }
}

impl TestRemark {
    /// What is told about a test, the most weighty first.
    #[must_use]
    pub fn all(statistics: &Statistics) -> Vec<Self> {
        let TestStatistics { n, alpha, .. } = statistics.test;
        let few = (n < FEWEST_ATTEMPTS).then_some(Self::FewPeople);
        let Some(alpha) = alpha else { return few.into_iter().collect() };
        let step = match alpha {
            alpha if alpha < UNSATISFACTORY => Self::Unsatisfactory,
            alpha if alpha < SATISFACTORY => Self::BelowSatisfactory,
            _ => Self::Satisfactory,
        };
        let interval = of_alpha(alpha, statistics.items.len(), n);
        let unsure = interval.filter(|one| one.from < UNSATISFACTORY && one.to >= SATISFACTORY).map(|_| Self::Unsure);
        few.into_iter().chain([step]).chain(unsure).collect()
    }
}

const UNSATISFACTORY: f64 = 0.64;
const SATISFACTORY: f64 = 0.75;
