//! How hard a text is to read, as LIX: the words of a sentence on average, and the percentage of words of more than six letters
//! (C. H. Björnsson, Läsbarhet, Stockholm 1968). It was made for Swedish and tested in eleven languages, Arabic and Chinese not
//! among them: these are not measured, for no formula for them is as well tried.

use super::passage::Passage;
use crate::names::Language;

/// What "normal" newspapers have in each language (C. H. Björnsson, Readability of Newspapers in 11 Languages, Reading Research
/// Quarterly 18 (4), 1983, pages 480 to 497). A lesson for everyone should be no harder than a newspaper, and the number of a
/// language says nothing about another: Spanish writes longer sentences, Russian longer words.
const NEWSPAPER: &[(&str, usize)] = &[
    ("da", 51),
    ("de", 59),
    ("en", 52),
    ("es", 67),
    ("fi", 72),
    ("fr", 55),
    ("it", 65),
    ("nb", 48),
    ("no", 48),
    ("pt", 70),
    ("ru", 65),
    ("sv", 47),
];
/// A word of more letters is long.
const SHORT: usize = 6;
/// Of fewer words the number says little: two long ones too many, and it jumps.
const FEWEST_WORDS: usize = 100;

/// The number of a newspaper in this language, if it is known.
pub(super) fn newspaper(language: &Language) -> Option<usize> {
    NEWSPAPER.iter().find(|(known, _)| *known == language.primary()).map(|(_, lix)| *lix)
}

/// LIX, rounded. None if there is too little to measure.
pub(super) fn lix<'p, 't: 'p>(passages: impl Iterator<Item = &'p Passage<'t>>) -> Option<usize> {
    let (mut words, mut long, mut sentences) = (0, 0, 0);
    for passage in passages {
        words += passage.words.len();
        long +=
            passage.words.iter().filter(|word| word.text.len() > SHORT && word.text.chars().count() > SHORT).count();
        sentences += passage.sentences;
    }
    let per_cent = |part: usize, whole: usize| (100 * part + whole / 2) / whole;
    (words >= FEWEST_WORDS && sentences > 0).then(|| (words + sentences / 2) / sentences + per_cent(long, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tree::{Inline, InlineKind};

    fn lix_of(text: &str) -> Option<usize> {
        let content = [Inline { span: 0..text.len(), kind: InlineKind::Text(text.to_owned()) }];
        lix(std::iter::once(&Passage::of(&content)))
    }

    #[test]
    fn lix_is_words_a_sentence_and_the_percentage_of_long_words() {
        // Ten words, of which two are long: 10 + 20.
        let sentence = "Listen to the pupil and answer whatever question she has. ";
        assert_eq!(lix_of(&sentence.replace("answer whatever", "answers whatever").repeat(10)), Some(10 + 30));
        assert_eq!(lix_of(&sentence.repeat(10)), Some(10 + 20));
    }

    #[test]
    fn a_few_words_are_not_measured() {
        assert_eq!(lix_of(&"Notwithstanding ".repeat(99)), None);
        assert_eq!(lix_of(&"Notwithstanding ".repeat(100)), Some(200));
        assert_eq!(lix_of(""), None);
    }

    #[test]
    fn a_language_without_a_tried_formula_has_no_measure() {
        for (tag, measure) in [("en-GB", Some(52)), ("ru", Some(65)), ("ar", None), ("zh-Hans", None), ("ny", None)] {
            assert_eq!(newspaper(&Language::parse(tag).expect("a tag")), measure, "{tag}");
        }
    }
}
