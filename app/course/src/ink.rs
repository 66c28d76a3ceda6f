//! The languages a page is written in: its own and, where a translation has no words of its own, that of the source.

use std::sync::Arc;

use crate::labels::Labels;
use crate::names::Language;

/// A language, with the words that are written into its pages.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ink {
    pub(crate) language: Language,
    pub(crate) labels: Labels,
}

/// The language of a page and that of the source. In the source they are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Inks {
    pub(crate) own: Arc<Ink>,
    pub(crate) source: Arc<Ink>,
}

impl Inks {
    /// That for what is the source's own, or not.
    pub(crate) fn of(&self, foreign: bool) -> &Arc<Ink> {
        if foreign { &self.source } else { &self.own }
    }

    /// Those of a page that is the source's own as a whole, or not.
    pub(crate) fn of_page(&self, stands_in: bool) -> Self {
        Self { own: self.of(stands_in).clone(), source: self.source.clone() }
    }
}
