//! How good a test was: the figures of classical test theory for the test and for each of its items, as Moodle's quiz
//! statistics report defines them, from a table of marks.
//!
//! This is the one room with floating-point numbers. It describes what many people did, and decides nothing about anybody.
//! The sums are exact all the same, in whole numbers: marks that are equal vary by nothing, and a covariance of nothing is
//! neither above nor below it, which the rounding of `0.1 + 0.2` would make it.
//!
//! Every figure is a share, so that a table counted in half points gives what the same table in points gives. What is not
//! defined is `None`. Formulas with their sources, and how to read them: `docs/statistics.md`.

mod interval;
mod item;
mod options;
mod remark;
mod sums;
mod table;
mod test;
mod thirds;

use serde::Serialize;

pub use interval::{Interval, of_alpha, of_correlation, of_facility};
pub use item::ItemStatistics;
pub use options::OptionCounts;
pub use remark::{ItemRemark, TestRemark};
pub use table::{MarkTable, NotATable};
pub use test::TestStatistics;
pub use thirds::{Third, Thirds, facility_by_thirds};

use sums::Sums;

/// The fewest people of whom a page shows statistics. A table that somebody hands over has theirs whatever its length.
pub const FEWEST_ATTEMPTS: usize = 10;

/// The figures of a test and of its items, in the order of the table.
#[derive(Serialize, Clone, Debug, PartialEq)]
pub struct Statistics {
    /// Of the test as a whole.
    pub test: TestStatistics,
    /// Of each item.
    pub items: Vec<ItemStatistics>,
}

impl Statistics {
    /// The figures of this table. The time it takes grows with the number of marks.
    #[must_use]
    pub fn of(table: &MarkTable) -> Self {
        let sums = Sums::of(table);
        Self { test: TestStatistics::of(table, &sums), items: ItemStatistics::all(table, &sums) }
    }
}
