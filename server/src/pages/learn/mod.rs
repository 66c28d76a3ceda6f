//! Pages of a learner.

pub(super) mod account;
pub(super) mod certificate;
pub(super) mod home;
pub(super) mod lesson;
mod marked;
pub(super) mod module;
pub(super) mod sitting;
pub(super) mod test;
