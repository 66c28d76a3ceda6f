//! The parts of a page that need a browser. The server draws each of them complete, so that it works without script too.
#![expect(missing_docs, unreachable_pub, reason = "the island macro makes items that only it names")]

mod practice;

pub use practice::{Practice, PracticeLabels, PracticeQuestion};
