//! The words of a language that advice looks for. They stand in `words/`, a file a language, and not in code.

use std::sync::OnceLock;

use serde::Deserialize;

use super::phrase::Phrases;
use crate::names::Language;

/// The lists of a language, by tag. Other languages have what is the same in all.
const FILES: &[(&str, &str)] = &[
    ("ar", include_str!("words/ar.toml")),
    ("en", include_str!("words/en.toml")),
    ("es", include_str!("words/es.toml")),
    ("fr", include_str!("words/fr.toml")),
    ("ru", include_str!("words/ru.toml")),
    ("zh", include_str!("words/zh.toml")),
    ("", include_str!("words/any.toml")),
];

/// A file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    hard: Vec<String>,
    all: Vec<String>,
    above: Vec<String>,
    picture: Vec<String>,
    bare: Vec<String>,
    figures: Vec<String>,
    units: Vec<String>,
    numbers: Vec<String>,
    letters: Vec<String>,
}

/// What is looked for.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// What a content notice should come before.
    pub(super) hard: Phrases,
    /// Options that sum up the others.
    pub(super) all: Phrases,
    /// Options that point to where others stand.
    pub(super) above: Phrases,
    /// What a description of a picture need not begin with.
    pub(super) picture: Phrases,
    /// What alone describes no picture.
    pub(super) bare: Phrases,
    /// Statistics.
    pub(super) figures: Phrases,
    /// What makes a number none.
    pub(super) units: Phrases,
}

impl Vocabulary {
    /// The words of this language.
    pub(super) fn of(language: &Language) -> &'static Self {
        static ALL: OnceLock<Vec<Vocabulary>> = OnceLock::new();
        let all = ALL.get_or_init(|| FILES.iter().map(|(_, file)| Self::read(file)).collect());
        let at = FILES.iter().position(|(known, _)| *known == language.primary()).unwrap_or(FILES.len() - 1);
        &all[at]
    }

    fn read(file: &str) -> Self {
        let lists: Lists = toml::from_str(file).expect("a test reads every file");
        let phrases = |written: &[String]| Phrases::new(written, &lists.numbers, &lists.letters);
        Self {
            hard: phrases(&lists.hard),
            all: phrases(&lists.all),
            above: phrases(&lists.above),
            picture: phrases(&lists.picture),
            bare: phrases(&lists.bare),
            figures: phrases(&lists.figures),
            units: phrases(&lists.units),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_words_can_be_read() {
        for (tag, file) in FILES {
            assert!(toml::from_str::<Lists>(file).is_ok(), "{tag}");
        }
    }
}
