//! The sums from which the figures are made, exact, in one pass over the marks.
//!
//! A *scatter* of two columns is `n·Σxy − Σx·Σy`: the whole number that is `n(n − 1)` times their covariance, or `n²` times
//! what it would be of everybody there is. Its sign is the covariance's own.

use super::MarkTable;

/// What is summed over all people.
pub(super) struct Sums {
    /// How many people.
    pub(super) people: usize,
    /// Of each item.
    pub(super) items: Vec<ItemSums>,
    /// The totals.
    pub(super) total: i128,
    /// The scatter of the totals with themselves.
    pub(super) total_scatter: i128,
}

/// What is summed for an item.
#[derive(Clone, Copy, Default)]
pub(super) struct ItemSums {
    /// The marks.
    pub(super) marks: i128,
    /// The scatter of the marks with themselves.
    pub(super) scatter: i128,
    /// The scatter of the marks with the totals, the item's own marks among them.
    pub(super) with_total: i128,
}

impl Sums {
    pub(super) fn of(table: &MarkTable) -> Self {
        let mut items = vec![ItemSums::default(); table.names().len()];
        let mut total = ItemSums::default();
        for (row, &in_all) in table.rows().zip(table.totals()) {
            total.add(in_all, in_all);
            row.iter().zip(&mut items).for_each(|(&mark, item)| item.add(mark, in_all));
        }
        let people = table.people();
        let (all, of_all) = (people as i128, total.marks);
        items.iter_mut().chain([&mut total]).for_each(|one| one.settle(all, of_all));
        Self { people, items, total: of_all, total_scatter: total.scatter }
    }

    /// `n(n − 1)`: a scatter by this is a covariance.
    pub(super) fn pairs(&self) -> f64 {
        self.people as f64 * (self.people as f64 - 1.0)
    }
}

impl ItemSums {
    /// Adds a person. Until it is settled, a scatter is the sum of the products.
    fn add(&mut self, mark: i64, total: i64) {
        let (mark, total) = (i128::from(mark), i128::from(total));
        self.marks += mark;
        self.scatter += mark * mark;
        self.with_total += mark * total;
    }

    /// Makes scatters of the sums of the products.
    fn settle(&mut self, people: i128, total: i128) {
        self.scatter = people * self.scatter - self.marks * self.marks;
        self.with_total = people * self.with_total - self.marks * total;
    }

    /// The scatter with what the other items give together.
    pub(super) fn with_rest(&self) -> i128 {
        self.with_total - self.scatter
    }

    /// The scatter of what the other items give together, with itself.
    pub(super) fn rest_scatter(&self, total_scatter: i128) -> i128 {
        total_scatter - 2 * self.with_total + self.scatter
    }
}

/// The scatter of two columns that stand in any order.
pub(super) fn scatter(one: &[i64], other: &[i64]) -> i128 {
    let sum = |column: &[i64]| column.iter().map(|&mark| i128::from(mark)).sum::<i128>();
    let products: i128 = one.iter().zip(other).map(|(&one, &other)| i128::from(one) * i128::from(other)).sum();
    one.len() as i128 * products - sum(one) * sum(other)
}
