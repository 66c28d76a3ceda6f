//! Pieces that several pages share. Before a new one is written, look whether it stands already.
#![expect(unreachable_pub, reason = "the component macro makes items that only it names")]

mod field;
mod notice;
mod pager;
mod question;
mod table;

pub use field::{ErrorSummary, Field, Mistake, Tick};
pub use notice::Notice;
pub use pager::Pager;
pub use question::{Asked, AskedBody, AskedOption, Mark, Marked, Question};
pub use table::Table;
