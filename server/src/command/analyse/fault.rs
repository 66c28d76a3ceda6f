//! What can be wrong with a table of marks, with its place as a spreadsheet names it. The words are in `locales/*/analyse.ftl`, under
//! `analyse-CODE` and `analyse-CODE-mend`.

use app::words::{FluentValue, Words};

/// What was found and has to be mended before there are figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    code: &'static str,
    row: Option<usize>,
    /// From 0.
    column: Option<usize>,
    about: Vec<(&'static str, String)>,
}

/// What a reader should know who takes the figures at their word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    code: &'static str,
    about: Vec<(&'static str, String)>,
}

impl Fault {
    /// A fault of the file as a whole.
    pub(super) fn whole(code: &'static str) -> Self {
        Self { code, row: None, column: None, about: Vec::new() }
    }

    /// A fault in a row, counted from 1.
    pub(super) fn row(code: &'static str, row: usize) -> Self {
        Self { row: Some(row), ..Self::whole(code) }
    }

    /// A fault in a cell, in a row counted from 1 and a column counted from 0.
    pub(super) fn cell(code: &'static str, row: usize, column: usize) -> Self {
        Self { column: Some(column), ..Self::row(code, row) }
    }

    /// The same with something that its words name.
    pub(super) fn about(mut self, name: &'static str, what: impl ToString) -> Self {
        self.about.push((name, what.to_string()));
        self
    }

    pub(super) fn code(&self) -> &'static str {
        self.code
    }

    /// `:3:C`: the row, and the column by its letters.
    pub(super) fn place(&self) -> String {
        let row = self.row.map(|row| format!(":{row}")).unwrap_or_default();
        row + &self.column.map(|column| format!(":{}", letters(column))).unwrap_or_default()
    }

    pub(super) fn words(&self, words: &Words) -> String {
        self.say(words, "")
    }

    pub(super) fn mend(&self, words: &Words) -> String {
        self.say(words, "-mend")
    }

    fn say(&self, words: &Words, what: &str) -> String {
        let mut about: Vec<(&str, FluentValue<'_>)> = named(&self.about);
        about.extend(self.row.map(|row| ("row", row.to_string().into())));
        about.extend(self.column.map(|column| ("column", letters(column).into())));
        words.text_with(&format!("analyse-{}{what}", self.code), &about)
    }
}

impl Note {
    pub(super) fn new(code: &'static str, about: Vec<(&'static str, String)>) -> Self {
        Self { code, about }
    }

    pub(super) fn words(&self, words: &Words) -> String {
        words.text_with(&format!("analyse-{}", self.code), &named(&self.about))
    }
}

/// What is counted is a number, by which words can be chosen; everything else stays as it was written.
fn named<'words>(about: &'words [(&'static str, String)]) -> Vec<(&'words str, FluentValue<'words>)> {
    let counted =
        |name: &str, text: &str| text.parse::<u32>().ok().filter(|_| matches!(name, "count" | "cells" | "wanted"));
    let value = |name, text: &'words str| counted(name, text).map_or_else(|| text.into(), FluentValue::from);
    about.iter().map(|(name, text)| (*name, value(name, text))).collect()
}

/// A column as spreadsheets name it: `A` to `Z`, then `AA`.
fn letters(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8).to_string();
    if column < 26 { last } else { letters(column / 26 - 1) + &last }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_as_a_spreadsheet_names_it() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(Fault::cell("text", 3, column).place(), format!(":3:{name}"));
        }
        assert_eq!(Fault::whole("empty").place(), "");
    }
}
