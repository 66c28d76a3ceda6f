//! The figures of a test as a whole.

use serde::Serialize;

use super::MarkTable;
use super::sums::Sums;

/// The figures of a test. With `T` for a person's total, `n` for the number of people and `p` for that of items.
#[derive(Serialize, Clone, Debug, PartialEq)]
pub struct TestStatistics {
    /// How many people.
    pub n: usize,
    /// The mean of the totals, as a share of the most the test gives.
    pub mean: Option<f64>,
    /// The total in the middle, or the mean of the two that are, as a share of the most the test gives.
    pub median: Option<f64>,
    /// The standard deviation of the totals, `√(Σ(T − mean)² / (n − 1))`, as a share of the most the test gives. Of two
    /// people or more.
    pub sd: Option<f64>,
    /// How lopsided the totals lie, `k₃ / k₂^1.5` with Fisher's k-statistics: below 0 with a tail of low totals, above 0 with
    /// one of high totals. Of three people or more who are not all alike.
    pub skewness: Option<f64>,
    /// How heavy the tails are, `k₄ / k₂²`: 0 for a normal distribution. Of four people or more who are not all alike.
    pub kurtosis: Option<f64>,
    /// Cronbach's alpha, `p/(p − 1) · (1 − Σ item variances / total variance)`: Moodle's coefficient of internal consistency.
    /// At most 1. Of two items and, as in Moodle, three people or more who are not all alike.
    pub alpha: Option<f64>,
    /// How much of the spread is chance, `√(1 − alpha)`: above 1 where alpha is below 0.
    pub error_ratio: Option<f64>,
    /// By how much a person's total would differ in another such test, `error_ratio · sd`, as a share of the most the test
    /// gives.
    pub standard_error: Option<f64>,
}

impl TestStatistics {
    pub(super) fn of(table: &MarkTable, sums: &Sums) -> Self {
        let n = sums.people;
        let most: i64 = table.max().iter().sum();
        let share = |figure: f64| (most > 0).then(|| figure / most as f64);
        let sd = (n > 1).then(|| (sums.total_scatter as f64 / sums.pairs()).sqrt()).and_then(share);
        let alpha = alpha(sums);
        // Alpha is at most 1; rounding must not make it more.
        let error_ratio = alpha.map(|alpha| (1.0 - alpha).max(0.0).sqrt());
        let [skewness, kurtosis] = shape(table.totals(), sums);
        Self {
            n,
            mean: (n > 0).then(|| sums.total as f64 / n as f64).and_then(share),
            median: median(table.totals()).and_then(share),
            sd,
            skewness,
            kurtosis,
            alpha,
            error_ratio,
            standard_error: error_ratio.zip(sd).map(|(ratio, sd)| ratio * sd),
        }
    }
}

/// The middle of the totals.
fn median(totals: &[i64]) -> Option<f64> {
    let mut totals = totals.to_vec();
    let last = totals.len().checked_sub(1)?;
    let (low, middle, _) = totals.select_nth_unstable(last / 2 + last % 2);
    // Of an even number the lower of the two in the middle is the highest of those below the upper.
    let lower = if last % 2 == 1 { low.iter().copied().max()? } else { *middle };
    Some((i128::from(lower) + i128::from(*middle)) as f64 / 2.0)
}

fn alpha(sums: &Sums) -> Option<f64> {
    let items = sums.items.len();
    if items < 2 || sums.people < 3 || sums.total_scatter == 0 {
        return None;
    }
    let own: i128 = sums.items.iter().map(|item| item.scatter).sum();
    let shared = (sums.total_scatter - own) as f64 / sums.total_scatter as f64;
    Some(items as f64 / (items as f64 - 1.0) * shared)
}

/// Skewness and kurtosis. With `z = (T − mean)/sd` the k-statistics come down to
/// `n/((n−1)(n−2)) · Σz³` and `n(n+1)/((n−1)(n−2)(n−3)) · Σz⁴ − 3(n−1)²/((n−2)(n−3))`.
fn shape(totals: &[i64], sums: &Sums) -> [Option<f64>; 2] {
    let n = sums.people as f64;
    if sums.people < 3 || sums.total_scatter == 0 {
        return [None, None];
    }
    let sd = (sums.total_scatter as f64 / sums.pairs()).sqrt() * n;
    let far = |&total: &i64| (sums.people as i128 * i128::from(total) - sums.total) as f64 / sd;
    let (thirds, fourths) = totals.iter().map(far).fold((0.0, 0.0), |(thirds, fourths), z| {
        let square = z * z;
        (thirds + square * z, fourths + square * square)
    });
    let skewness = n / ((n - 1.0) * (n - 2.0)) * thirds;
    let kurtosis = (sums.people > 3).then(|| {
        let of_normal = 3.0 * (n - 1.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
        n * (n + 1.0) / ((n - 1.0) * (n - 2.0) * (n - 3.0)) * fourths - of_normal
    });
    [Some(skewness), kurtosis]
}
