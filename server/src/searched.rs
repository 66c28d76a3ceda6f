//! What is typed to search a course, on its page and in a call.

use serde::Deserialize;

/// More than anyone types.
const LONGEST: usize = 200;
/// How many places are shown: more than anyone reads.
pub(crate) const MOST: usize = 20;

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Searched {
    q: String,
}

impl Searched {
    /// The words, without what nobody types.
    pub(crate) fn words(&self) -> String {
        self.q.trim().chars().take(LONGEST).collect()
    }
}
