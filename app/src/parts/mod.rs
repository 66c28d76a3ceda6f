//! Pieces that several pages share. Before a new one is written, look whether it stands already.

mod field;
mod notice;
mod pager;
mod question;
mod table;

pub use field::{ErrorSummary, Field, Mistake, Tick};
pub use notice::Notice;
pub use pager::Pager;
pub use question::{Asked, AskedBody, AskedOption, Marked, Mark, Question};
pub use table::Table;
