//! From Markdown to a tree, and from the tree to HTML.
//!
//! 1. [`depth`] refuses what would take a parser too long.
//! 2. [`mod@parse`] turns the events of `pulldown-cmark` into the [`tree`], and [`raw`], [`table`], [`text`] and [`notes`] name
//!    what a Markdown parser passes over in silence.
//!    [`gaps`] puts the gaps of a question into the tree, [`regions`] those of a picture, [`slots`] finds what differs from country to country.
//! 3. Links and pictures are resolved in the tree: see [`links`](crate::links).
//! 4. [`mod@write`] turns blocks into HTML, with [`words`] that the page brings along: [`sections`], [`lists`], [`phrase`]s, [`cite`]d
//!    footnotes, [`film`]s, [`terms`] of the glossary, and [`tongue`], what is in another language.

mod cite;
pub(crate) mod depth;
mod film;
pub(crate) mod gaps;
mod inline;
mod lists;
pub(crate) mod notes;
mod parse;
mod phrase;
mod raw;
pub(crate) mod regions;
mod scenario;
mod sections;
pub(crate) mod slots;
#[cfg(test)]
mod spec;
mod table;
mod terms;
mod text;
mod tongue;
pub(crate) mod tree;
pub(crate) mod walk;
pub(crate) mod words;
pub(crate) mod write;

pub(crate) use parse::parse;
