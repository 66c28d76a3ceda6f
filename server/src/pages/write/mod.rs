//! Pages of an author.

pub(super) mod checks;
