//! Pages of an author.

mod checks;

pub use checks::{ChecksPage, CourseCheck, Finding, LetStand, PacksCheck};
