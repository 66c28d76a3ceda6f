//! Links and pictures: where each leads, and that none leads nowhere.

mod address;
mod index;
mod resolve;

pub(crate) use address::{Written, decode, encode_segment, join, read};
pub(crate) use index::{Addresses, Index, Map, UsedMedia};
pub(crate) use resolve::resolve;
