//! Pages of an instructor.

mod results;

pub use results::ResultsPage;
