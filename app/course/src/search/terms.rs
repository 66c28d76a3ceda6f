//! The terms of a text: what is looked up, and where in the text it stands. A term is a word without what does not count when
//! spellings are compared. Chinese has no blanks between words: there every two characters that stand together are a term.

use std::ops::Range;

use assessment::folded;

use crate::script::{is_han, is_mark, is_unseen, without_article};

/// A term and the bytes it stands at. Terms of Chinese overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

/// More words than anyone types.
const LONGEST: usize = 32;

/// What a character is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A word between blanks.
    Word,
    /// Chinese or Japanese.
    Dense,
    /// Neither.
    Between,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            c if is_han(c) => Self::Dense,
            c if c.is_alphanumeric() || is_mark(c) => Self::Word,
            _ => Self::Between,
        }
    }
}

/// The terms of a text, in their order.
pub(crate) fn terms(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = Kind::of(first);
        let length = rest.find(|c| Kind::of(c) != kind).unwrap_or(rest.len());
        let at = text.len() - rest.len();
        match kind {
            Kind::Word => terms.push(Term { text: word(&rest[..length]), span: at..at + length }),
            Kind::Dense => dense(&rest[..length], at, &mut terms),
            Kind::Between => {}
        }
        rest = &rest[length..];
    }
    terms.retain(|term| !term.text.is_empty());
    terms
}

/// The terms that someone looks for, each once. The last character of Chinese is looked for with the one before it.
pub(crate) fn wanted(typed: &str) -> Vec<String> {
    let terms = terms(typed);
    let within = |at: usize| at > 0 && terms[at].span.start < terms[at - 1].span.end;
    let last = |at: usize| terms.get(at + 1).is_none_or(|next| next.span.start >= terms[at].span.end);
    let mut wanted: Vec<String> = Vec::new();
    for (_, term) in terms.iter().enumerate().filter(|(at, _)| !(within(*at) && last(*at))) {
        if wanted.len() < LONGEST && !wanted.contains(&term.text) {
            wanted.push(term.text.clone());
        }
    }
    wanted
}

/// Every two characters that stand together, and the last one: whoever looks for one character finds it as the beginning of a
/// term, wherever it stands.
fn dense(run: &str, at: usize, terms: &mut Vec<Term>) {
    for (from, c) in run.char_indices() {
        let next = from + c.len_utf8();
        let to = run[next..].chars().next().map_or(next, |second| next + second.len_utf8());
        terms.push(Term { text: run[from..to].to_owned(), span: at + from..at + to });
    }
}

/// What of a word is compared.
fn word(written: &str) -> String {
    if written.is_ascii() {
        return written.to_ascii_lowercase();
    }
    let folded: String = folded(written).chars().filter(|c| !is_unseen(*c)).filter_map(arabic).collect();
    without_article(&folded).to_owned()
}

/// Letters that Arabic writers put for each other: alif with and without hamza, alif maqsura and ya, ta marbuta and ha. So do the
/// light stemmers (Larkey, Ballesteros, Connell: Light stemming for Arabic information retrieval, 2007).
fn arabic(c: char) -> Option<char> {
    match c {
        // The hamza and the madda that stand apart from their letter when it is decomposed.
        '\u{653}'..='\u{655}' => None,
        'ى' => Some('ي'),
        'ة' => Some('ه'),
        'ٱ' => Some('ا'),
        c => Some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        terms(text).into_iter().map(|term| term.text).collect()
    }

    #[test]
    fn words_are_compared_without_what_does_not_count() {
        for (text, expected) in [
            ("The HELPLINE, 116!", vec!["the", "helpline", "116"]),
            ("l’élève où", vec!["l", "eleve", "ou"]),
            ("Ёлка ёлка йод", vec!["елка", "елка", "и\u{306}од"]),
            ("الطِّفْل والأمان للأطفال", vec!["طفل", "امان", "اطفال"]),
            ("المدرسة وبالمدرسة وللأب", vec!["مدرسه", "مدرسه", "اب"]),
            ("वर्ष", vec!["वर्ष"]),
            ("co\u{ad}operate ⚠\u{fe0f}", vec!["cooperate"]),
            ("ال", vec!["ال"]),
            ("儿童安全", vec!["儿童", "童安", "安全", "全"]),
            ("4C 网络x", vec!["4c", "网络", "络", "x"]),
            ("— …", vec![]),
        ] {
            assert_eq!(of(text), expected, "{text}");
        }
    }

    #[test]
    fn a_term_is_where_its_word_stands() {
        let text = "Où: الطفل 儿童安";
        let found: Vec<&str> = terms(text).iter().map(|term| &text[term.span.clone()]).collect();
        assert_eq!(found, ["Où", "الطفل", "儿童", "童安", "安"]);
    }
}
