//! What the rest of Haven relies on the store for.

mod attempts;
mod house;
mod learning;
mod people;
