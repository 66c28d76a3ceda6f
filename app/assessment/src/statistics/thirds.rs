//! People in thirds by what they did, to see what those who did best made of an item, and those who did worst.

use super::MarkTable;

/// Where somebody stands by what they did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Third {
    /// Among the third who did worst, or level with the best of them.
    Worst,
    /// Neither.
    Middle,
    /// Among the third who did best, or level with the worst of them.
    Best,
}

/// The scores that part the thirds. Whoever is level stands together, so that the order of the people makes no difference; the
/// middle may be small for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thirds {
    /// The highest score of the third who did worst.
    worst: i64,
    /// The lowest score of the third who did best.
    best: i64,
}

impl Thirds {
    /// The thirds of these scores. None where so many are level that best and worst would be the same people.
    #[must_use]
    pub fn of(scores: &[i64]) -> Option<Self> {
        let mut sorted = scores.to_vec();
        sorted.sort_unstable();
        let third = scores.len().div_ceil(3);
        let worst = *sorted.get(third.checked_sub(1)?)?;
        let best = sorted[scores.len() - third];
        (worst < best).then_some(Self { worst, best })
    }

    /// Where this score stands.
    #[must_use]
    pub fn place(&self, score: i64) -> Third {
        match score {
            score if score <= self.worst => Third::Worst,
            score if score >= self.best => Third::Best,
            _ => Third::Middle,
        }
    }
}

/// The facility of an item for the third who did worst in the rest of the test, and for the third who did best.
#[must_use]
pub fn facility_by_thirds(table: &MarkTable, item: usize) -> Option<[f64; 2]> {
    let rest = table.rest(item);
    let thirds = Thirds::of(&rest)?;
    let max = table.max().get(item).filter(|max| **max > 0)?;
    let mut sums = [(0_i128, 0_u32); 2];
    for (mark, rest) in table.column(item).into_iter().zip(rest) {
        let place = match thirds.place(rest) {
            Third::Worst => 0,
            Third::Best => 1,
            Third::Middle => continue,
        };
        sums[place].0 += i128::from(mark);
        sums[place].1 += 1;
    }
    Some(sums.map(|(sum, people)| sum as f64 / f64::from(people) / *max as f64))
}
