//! Pages of an instructor.

pub(super) mod results;
