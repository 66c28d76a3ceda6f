//! What a page brings along for writing it: words, footnotes, language.

use std::collections::BTreeMap;

use super::tree::Note;
use super::write::ELLIPSIS;
use crate::ink::{Ink, Inks};
use crate::labels::Labels;
use crate::names::Language;

/// What a page brings along for writing it.
#[derive(Clone, Copy)]
pub(crate) struct Words<'p> {
    pub(crate) labels: &'p Labels,
    /// The footnotes of the file, by label.
    pub(crate) notes: &'p BTreeMap<String, &'p Note>,
    /// A comma stands before decimals.
    pub(crate) comma: bool,
    /// The language that is written.
    pub(crate) language: &'p Language,
    /// What is written for a gap.
    pub(crate) gap: char,
    pub(super) inks: &'p Inks,
}

impl<'p> Words<'p> {
    /// Those of a page in the first of these languages.
    pub(crate) fn new(inks: &'p Inks, notes: &'p BTreeMap<String, &'p Note>) -> Self {
        let Ink { language, labels } = inks.own.as_ref();
        Self { labels, notes, comma: language.writes_decimal_comma(), language, gap: ELLIPSIS, inks }
    }

    /// Those of another page, which has these footnotes.
    pub(super) fn noted<'q>(self, notes: &'q BTreeMap<String, &'q Note>) -> Words<'q>
    where
        'p: 'q,
    {
        Words { notes, ..self }
    }

    /// Those for what is the source's own, or not.
    pub(crate) fn of(self, foreign: bool) -> Self {
        let Ink { language, labels } = self.inks.of(foreign).as_ref();
        Self { labels, comma: language.writes_decimal_comma(), language, ..self }
    }
}
