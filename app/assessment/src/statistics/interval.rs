//! How sure a figure is: the interval that would hold the figure of everybody who might be asked, in 95 of 100 such tables.

/// From where to where, both within what the figure can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub from: f64,
    /// The upper end.
    pub to: f64,
}

/// So many standard deviations hold 95 of 100 of a normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Of a facility: Wilson (1927), “Probable inference, the law of succession, and statistical inference”. It is made for items
/// that are right or wrong; where there are marks between, which vary less, it is a little wider than it need be. None of
/// nobody, and none where marks can be below 0.
#[must_use]
pub fn of_facility(facility: f64, people: usize) -> Option<Interval> {
    let n = people as f64;
    let square = Z * Z / n;
    let middle = (facility + square / 2.0) / (1.0 + square);
    let half = (facility * (1.0 - facility) / n + square / (4.0 * n)).sqrt() * Z / (1.0 + square);
    let is_share = (0.0..=1.0).contains(&facility);
    (people > 0 && is_share).then(|| Interval { from: (middle - half).max(0.0), to: (middle + half).min(1.0) })
}

/// Of a correlation, such as a discrimination index: Fisher (1921), “On the ‘probable error’ of a coefficient of correlation
/// deduced from a small sample”. None of fewer than four people, and none of −1 and 1 themselves.
#[must_use]
pub fn of_correlation(correlation: f64, people: usize) -> Option<Interval> {
    if people < 4 || correlation.abs() >= 1.0 {
        return None;
    }
    let half = Z / (people as f64 - 3.0).sqrt();
    let (from, to) = (correlation.atanh() - half, correlation.atanh() + half);
    Some(Interval { from: from.tanh(), to: to.tanh() })
}

/// Of Cronbach's alpha: Bonett (2002), “Sample size requirements for testing and estimating coefficient alpha”, by which
/// `ln(1 − alpha)` has the variance `2p/((p − 1)(n − 2))`. None of fewer than three people or two items, and none of 1 itself.
#[must_use]
pub fn of_alpha(alpha: f64, items: usize, people: usize) -> Option<Interval> {
    if people < 3 || items < 2 || alpha >= 1.0 {
        return None;
    }
    let (p, n) = (items as f64, people as f64);
    let half = Z * (2.0 * p / ((p - 1.0) * (n - 2.0))).sqrt();
    Some(Interval { from: 1.0 - (1.0 - alpha) * half.exp(), to: 1.0 - (1.0 - alpha) * (-half).exp() })
}
