#![doc = include_str!("../README.md")]

mod desk;
mod fonts;
mod press;
mod sheet;

pub use fonts::unprintable;
pub use press::certificate;
pub use sheet::{CertificateSheet, Direction, Field};

/// Haven's emblem as SVG, drawn in `currentColor`.
pub const EMBLEM: &str = include_str!("emblem.svg");

/// Why a document could not be set.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// Characters that cannot be printed: see [`unprintable`].
    #[error("these characters cannot be printed: {0:?}")]
    Unprintable(Vec<char>),
    /// A language tag that does not begin with a language of two or three letters.
    #[error("{0:?} is not a language")]
    Language(String),
    /// More words than a page holds, at the smallest size that can be read.
    #[error("the words do not fit on one page")]
    TooLong,
    /// What Typst reports. With the template as it is, this means a fault in the template.
    #[error("the page could not be set: {0}")]
    Layout(String),
}
