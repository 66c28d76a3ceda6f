//! Links and pictures: where each leads, and that none leads nowhere.

mod address;
mod index;
mod resolve;

pub(crate) use address::encode_segment;
pub(crate) use index::{Addresses, Index, Map};
pub(crate) use resolve::resolve;
