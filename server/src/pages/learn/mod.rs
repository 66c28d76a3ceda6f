//! Pages of a learner.

pub(super) mod account;
pub(super) mod certificate;
pub(super) mod home;
pub(super) mod lesson;
mod marked;
pub(super) mod module;
mod result;
pub(super) mod review;
pub(super) mod sitting;
pub(super) mod survey;
pub(super) mod test;
pub(super) mod tokens;
