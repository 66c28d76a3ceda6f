//! Pieces that several pages share. Before a new one is written, look whether it stands already.
#![cfg_attr(feature = "ssr", expect(unreachable_pub, reason = "the component macro makes items that only it names"))]

mod gaps;
mod question;

#[cfg(feature = "ssr")]
mod country;
#[cfg(feature = "ssr")]
mod field;
#[cfg(feature = "ssr")]
mod filled;
#[cfg(feature = "ssr")]
mod finding;
#[cfg(feature = "ssr")]
mod hotspot;
#[cfg(feature = "ssr")]
mod languages;
#[cfg(feature = "ssr")]
mod marked;
#[cfg(feature = "ssr")]
mod notice;
#[cfg(feature = "ssr")]
mod pager;
#[cfg(feature = "ssr")]
mod table;
#[cfg(feature = "ssr")]
mod ways;
#[cfg(feature = "ssr")]
mod when;
#[cfg(feature = "ssr")]
mod work;

pub use question::{AskLabels, Asked, AskedBody};
pub(crate) use question::{content, fields, hints, phrase};

#[cfg(feature = "ssr")]
pub use self::{
    country::{CountryChoice, CountryField, CountryNote},
    field::{ErrorSummary, Field, Mistake, Tick},
    filled::Filled,
    finding::{Finding, findings},
    hotspot::{Region, marked_picture, picture_to_point_at},
    languages::{LanguageWay, Languages},
    marked::{Marked, MarkedLine},
    notice::Notice,
    pager::Pager,
    table::Table,
    ways::{Way, ways},
    when::{TimeLeft, When},
    work::WorkPiece,
};
#[cfg(feature = "ssr")]
pub(crate) use when::{said_around, said_with};
