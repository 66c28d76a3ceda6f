//! The figures of an item.

use serde::Serialize;

use super::MarkTable;
use super::sums::{ItemSums, Sums, scatter};

/// The figures of an item. The *rest* is what a person has for all the other items together.
#[derive(Serialize, Clone, Debug, PartialEq)]
pub struct ItemStatistics {
    /// The item's name.
    pub name: String,
    /// How many people were asked it.
    pub n: usize,
    /// The mean mark, as a share of the most the item gives.
    pub facility: Option<f64>,
    /// The standard deviation of the marks, with `n − 1`, as a share of the most the item gives.
    pub sd: Option<f64>,
    /// The most the item gives, as a share of the most the test gives.
    pub intended_weight: Option<f64>,
    /// How much of the spread of the totals comes from this item: `√(covariance with the total)`, as a share of the sum of these
    /// roots. None for an item whose covariance is below 0, which adds nothing to the sum either.
    pub effective_weight: Option<f64>,
    /// The correlation of the marks with the rest, from −1 to 1. None where either is the same for all.
    pub discrimination_index: Option<f64>,
    /// The covariance of the marks with the rest, as a share of what it would be if whoever has the higher mark had the higher
    /// rest. At most 1.
    pub discrimination_efficiency: Option<f64>,
}

impl ItemStatistics {
    /// Of all items of a table.
    pub(super) fn all(table: &MarkTable, sums: &Sums) -> Vec<Self> {
        let most: i128 = table.max().iter().map(|&max| i128::from(max)).sum();
        let weights: f64 = sums.items.iter().filter_map(root).sum();
        let of = |(place, item): (usize, &ItemSums)| {
            let max = table.max()[place] as f64;
            let share = |figure: f64| (max > 0.0).then(|| figure / max);
            let n = sums.people;
            Self {
                name: table.names()[place].clone(),
                n,
                facility: (n > 0).then(|| item.marks as f64 / n as f64).and_then(share),
                sd: (n > 1).then(|| (item.scatter as f64 / sums.pairs()).sqrt()).and_then(share),
                intended_weight: (most > 0).then(|| max / most as f64),
                effective_weight: root(item).filter(|_| weights > 0.0).map(|root| root / weights),
                discrimination_index: index(item, sums),
                discrimination_efficiency: efficiency(table, place, item),
            }
        };
        sums.items.iter().enumerate().map(of).collect()
    }
}

/// The root of the scatter with the totals, where that is not below 0.
fn root(item: &ItemSums) -> Option<f64> {
    (item.with_total >= 0).then(|| (item.with_total as f64).sqrt())
}

fn index(item: &ItemSums, sums: &Sums) -> Option<f64> {
    let rest = item.rest_scatter(sums.total_scatter);
    let both = (item.scatter as f64).sqrt() * (rest as f64).sqrt();
    (item.scatter > 0 && rest > 0).then(|| (item.with_rest() as f64 / both).clamp(-1.0, 1.0))
}

fn efficiency(table: &MarkTable, place: usize, item: &ItemSums) -> Option<f64> {
    let (mut marks, mut rest) = (table.column(place), table.rest(place));
    marks.sort_unstable();
    rest.sort_unstable();
    let most = scatter(&marks, &rest);
    (most > 0).then(|| item.with_rest() as f64 / most as f64)
}
