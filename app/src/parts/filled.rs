//! How much of a question is answered: a question of six lines with one of them filled in is not done.

use crate::words::{t, tw};

/// Lines, gaps or fields that are filled in, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Filled in.
    pub parts: usize,
    /// Of how many. A question that is picked or typed at once has one.
    pub of: usize,
}

impl Filled {
    /// There is something.
    #[must_use]
    pub fn is_answered(self) -> bool {
        self.parts > 0
    }

    /// What is said of an answer that is safe on the server.
    pub(crate) fn safe(self) -> String {
        let partly = || tw("state-partly", &[("parts", self.parts.into()), ("of", self.of.into())]);
        if self.parts < self.of { format!("{} {}", t("state-safe"), partly()) } else { t("state-safe") }
    }
}
