//! Pages of a coordinator and an administrator.

pub(super) mod enrolments;
pub(super) mod people;
