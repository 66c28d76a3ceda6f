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
    let tag = language.as_ref().split('-').next().unwrap_or_default();
    NEWSPAPER.iter().find(|(known, _)| *known == tag).map(|(_, lix)| *lix)
}

/// LIX, rounded. None if there is too little to measure.
pub(super) fn lix<'p, 't: 'p>(passages: impl Iterator<Item = &'p Passage<'t>>) -> Option<usize> {
    let (mut words, mut long, mut sentences) = (0, 0, 0);
    for passage in passages {
        words += passage.words.len();
        long += passage.words.iter().filter(|word| word.text.chars().count() > SHORT).count();
        sentences += passage.sentences;
    }
    let per_cent = |part: usize, whole: usize| (100 * part + whole / 2) / whole;
    (words >= FEWEST_WORDS && sentences > 0).then(|| (words + sentences / 2) / sentences + per_cent(long, words))
}
