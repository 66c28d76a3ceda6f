//! Pages of an author.

mod checks;

pub use checks::{ChecksPage, CourseCheck, LetStand, PacksCheck};
