#![doc = include_str!("../README.md")]

mod arrival;
mod chance;
mod draw;
mod exact;
mod form;
mod item;
mod marks;
mod number;
mod pass;
mod spelling;
pub mod statistics;
mod steps;
mod survey;
mod total;

pub use arrival::{Arrival, current};
pub use chance::order;
pub use draw::{Candidate, Presented, draw};
pub use form::{Misread, read_answer, show_answer, untouched};
pub use item::{Answer, Item, Key, Score};
pub use marks::Mark;
pub use number::{Decimal, NotADecimal, two_readings};
pub use pass::{NotAPercent, PassMark, PassRule, Percent, percent_down};
pub use spelling::{Foreseen, LONGEST, folded, same, spelled};
pub use survey::{Asks, FEWEST, LONGEST_TEXT, NoReply, Reply, Tally};
pub use total::{Keep, Total, kept};

/// An exact number of points, or an exact share.
pub type Ratio = num_rational::Ratio<u64>;
