//! Signs that nobody sees: they turn text around, cut words that are searched for, and keep an answer from being equal to the
//! key.

use std::collections::BTreeMap;

use crate::diagnostic::{Fault, Faults};
use crate::language::Direction;
use crate::names::Language;
use crate::script::is_han;

/// Of one sign so many places in a file are told: a text copied from a PDF may have hundreds.
const MOST_OF_ONE: usize = 20;
/// So far from a mark the letters may be that it stands with.
const NEAR: usize = 8;
/// Languages whose words are parted by signs without width (U+200B), for they are written without blanks.
const WITHOUT_BLANKS: &[&str] = &["km", "lo", "my", "th"];

/// Names the hidden signs of a file. `language` is that of its words; none for settings.
pub(crate) fn check(text: &str, language: Option<&Language>, faults: &mut Faults) {
    let mut told: BTreeMap<char, usize> = BTreeMap::new();
    let mut from = 0;
    // Only hidden signs, and some others, begin with such a byte: the rest is passed over at once.
    let begins = |byte: u8| matches!(byte, 0xc2 | 0xd8 | 0xe2 | 0xef);
    while let Some(at) = text.as_bytes()[from..].iter().position(|&byte| begins(byte)).map(|at| from + at) {
        let Some(sign) = text[at..].chars().next() else { break };
        from = at + sign.len_utf8();
        let Some(kind) = kind(sign).filter(|_| !is_needed(sign, &text[..at], &text[from..], language)) else {
            continue;
        };
        let times = told.entry(sign).or_default();
        *times += 1;
        if *times <= MOST_OF_ONE {
            let fault = Fault::HiddenSign { sign: format!("U+{:04X}", u32::from(sign)), kind: kind.to_owned() };
            faults.at(at..from, fault);
        }
    }
}

/// What a hidden sign does, as the words know it. None of a sign that is seen, or that is a mistake in itself (U+0000 and such).
fn kind(sign: char) -> Option<&'static str> {
    match sign {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some("turns"),
        '\u{200e}' | '\u{200f}' | '\u{61c}' => Some("mark"),
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => Some("width"),
        '\u{ad}' => Some("hyphen"),
        _ => None,
    }
}

/// Whether a hidden sign belongs to the writing it stands in.
fn is_needed(sign: char, before: &str, after: &str, language: Option<&Language>) -> bool {
    match sign {
        // Marks keep a full stop at the right end where both ways of writing meet. They turn nothing that is seen around.
        '\u{200e}' | '\u{200f}' | '\u{61c}' => {
            let first = |near: &mut dyn Iterator<Item = char>| near.take(NEAR).find(|c| c.is_alphabetic());
            language.is_some_and(|language| language.direction() == Direction::Rtl)
                || first(&mut before.chars().rev()).is_some_and(is_right_to_left)
                || first(&mut after.chars()).is_some_and(is_right_to_left)
        }
        '\u{200b}' => language.is_some_and(|language| WITHOUT_BLANKS.contains(&language.primary())),
        // Persian and Indian writing part and join letters with them, and pictures of people are joined of several.
        '\u{200c}' | '\u{200d}' => {
            let joins = |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !is_plain(c));
            joins(before.chars().next_back()) && joins(after.chars().next())
        }
        _ => false,
    }
}

/// Hebrew, Arabic and their neighbours.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' | '\u{10800}'..='\u{10fff}')
}

/// Latin, Greek and Cyrillic, whose letters nothing joins or parts, and signs of punctuation.
fn is_plain(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' | '\u{2000}'..='\u{206f}') || is_han(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Report;

    fn signs(text: &str, language: &str) -> Vec<String> {
        let mut report = Report::default();
        check(text, Language::parse(language).ok().as_ref(), report.file("a"));
        let told = report.finish(|_| Some(text));
        told.iter().filter_map(|one| one.fault.arguments()[0].1.clone()).collect()
    }

    #[test]
    fn a_hidden_sign_is_named_where_it_belongs_to_no_writing() {
        for (text, language, named) in [
            ("a\u{202e}b", "en", &["U+202E"][..]),
            ("helpl\u{200b}ine", "en", &["U+200B"]),
            ("so\u{ad}ft \u{7}", "en", &["U+00AD"]),
            ("a\u{200d}b", "en", &["U+200D"]),
            ("ع\u{2067}ع", "ar", &["U+2067"]),
            ("a\u{200f}", "en", &["U+200F"]),
            ("x", "", &[]),
        ] {
            assert_eq!(signs(text, language), named, "{text:?}");
        }
    }

    #[test]
    fn what_a_writing_needs_is_left_alone() {
        for (text, language) in [
            ("می\u{200c}خواهم", "fa"),
            ("क्\u{200d}ष", "hi"),
            ("👩\u{200d}🏫 and 🏳\u{fe0f}\u{200d}🌈", "en"),
            ("ประเทศ\u{200b}ไทย", "th"),
            ("HTML\u{200e} و", "ar"),
            ("The word \u{200f}«استدراج».\u{200f} It", "en"),
            ("a\u{a0}b…—“é”\tc\r\n", "en"),
        ] {
            assert_eq!(signs(text, language), Vec::<String>::new(), "{text:?}");
        }
    }

    #[test]
    fn of_one_sign_not_every_place_is_told() {
        assert_eq!(signs(&"a\u{ad}".repeat(500), "en").len(), MOST_OF_ONE);
    }
}
