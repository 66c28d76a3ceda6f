#![doc = include_str!("../README.md")]

mod facts;
mod number;
mod print;
mod qr;
mod state;

pub use facts::{Facts, Kind, Outcome};
pub use number::{Number, NumberFault};
pub use print::{Labels, pdf};
pub use state::{Revocation, State, state};
pub use typeset::{Direction, unprintable};

/// Why a certificate could not be shown or printed.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// An address of more bytes than a QR code holds.
    #[error("the address is too long for a QR code")]
    AddressTooLong,
    /// The page could not be set.
    #[error(transparent)]
    Print(#[from] typeset::Error),
}
