//! What counts as the same words.

use assessment::{Answer, Foreseen, Item, Key, Ratio, same};
use proptest::prelude::*;

use crate::made_up::spellings;

#[test]
fn case_blanks_accents_and_vowel_marks_do_not_count() {
    for (one, other) in [
        ("Helpline", "  helpline "),
        ("child help", "child \t help"),
        ("Genève", "geneve"),
        ("Gene\u{300}ve", "Genève"),
        ("ÇA VA", "ca va"),
        ("niño", "nino"),
        ("ёлка", "Елка"),
        ("е\u{308}лка", "елка"),
        ("كَتَبَ", "كتب"),
        ("كتــب", "كتب"),
        ("İstanbul", "istanbul"),
        ("don’t", "don't"),
        ("«oui»", "\"oui\""),
        ("e–mail", "e-mail"),
    ] {
        assert!(same(one, other, false), "{one} {other}");
    }
}

#[test]
fn letters_count() {
    for (one, other) in
        [("йод", "иод"), ("أب", "اب"), ("ab", "a b"), ("ß", "ss"), ("helpline", "help line"), ("и", "й")]
    {
        assert!(!same(one, other, false), "{one} {other}");
    }
}

#[test]
fn where_spelling_counts_only_blanks_and_the_way_of_storing_do_not() {
    assert!(same(" Gene\u{300}ve ", "Genève", true));
    for (one, other) in [("Genève", "Geneve"), ("a", "A"), ("ё", "е"), ("don’t", "don't")] {
        assert!(!same(one, other, true), "{one} {other}");
    }
}

fn fits(pattern: &str, typed: &str) -> bool {
    let foreseen = vec![Foreseen { words: pattern.to_owned(), pattern: true, right: true }];
    let item = Item { key: Key::Short { foreseen, exact: false }, points: 1, all_or_nothing: false };
    item.grade(Some(&Answer::Short(typed.to_owned()))).earned == Ratio::from_integer(1)
}

#[test]
fn a_star_stands_for_any_words_or_none() {
    for (pattern, typed) in [
        ("*helpline*", "helpline"),
        ("*helpline*", "Call the Helpline today"),
        ("call *", "call 116"),
        ("*116", "ring 116"),
        ("a*b*c", "abc"),
        ("a*b*c", "axxbxbxc"),
        ("*ab*ab*", "abab"),
        ("**", "x"),
    ] {
        assert!(fits(pattern, typed), "{pattern} {typed}");
    }
    for (pattern, typed) in [
        ("*helpline*", "help line"),
        ("call *", "calls"),
        ("a*a", "a"),
        ("*ab*ab*", "aab"),
        ("a*b*c", "acb"),
        ("ab*ba", "aba"),
    ] {
        assert!(!fits(pattern, typed), "{pattern} {typed}");
    }
}

proptest! {
    #[test]
    fn words_are_the_same_as_themselves_in_any_case(words in spellings()) {
        prop_assert!(same(&words, &words.to_uppercase(), false) || words.to_uppercase().to_lowercase() != words.to_lowercase());
        prop_assert!(same(&words, &words, true));
    }

    #[test]
    fn a_pattern_takes_time_in_proportion_to_the_text(stars in "(\\*a){1,60}", typed in "a{0,200}") {
        let _ = fits(&stars, &typed);
    }
}
