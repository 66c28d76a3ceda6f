//! The pages, a page a file, in folders by who opens it. Each is a struct of what it shows and a function that draws it.

pub mod learn;
mod listing;
pub mod teach;
pub mod visit;
pub mod write;

pub use listing::{Cell, ListingPage};
