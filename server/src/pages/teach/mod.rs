//! Pages of an instructor.

pub(super) mod results;
pub(super) mod surveys;
