//! Words as people type them, and whether they are those that an author foresaw.

use serde::{Deserialize, Serialize};

/// More characters than this are no short answer.
pub const LONGEST: usize = 200;

/// An answer that the author of a `.short` question foresaw.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// Its words. In a pattern each `*` stands for any words or none.
    pub words: String,
    /// It is a pattern.
    pub pattern: bool,
    /// It is accepted.
    pub right: bool,
}

impl Foreseen {
    /// Whether this was typed.
    #[must_use]
    pub fn is(&self, typed: &str, exact: bool) -> bool {
        let (words, typed) = (spelled(&self.words, exact), spelled(typed, exact));
        if self.pattern { fits(&words, &typed) } else { words == typed }
    }
}

/// Whether two spellings are the same: case, blanks around and between, Latin accents, ё for е, Arabic vowel marks, and the
/// kind of quotation mark or dash do not count. With `exact` only the blanks do not.
#[must_use]
pub fn same(one: &str, other: &str, exact: bool) -> bool {
    spelled(one, exact) == spelled(other, exact)
}

/// The words with everything taken off that does not count where spellings are compared; letters and their marks one by one.
#[must_use]
pub fn folded(words: &str) -> String {
    spelled(words, false)
}

/// What two spellings share that are the [`same`]: the words with everything taken off that does not count; letters and their marks
/// one by one (NFD).
#[must_use]
pub fn spelled(words: &str, exact: bool) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if exact {
        return decomposed(&words);
    }
    let mut base = ' ';
    let counts = |c: &char| {
        if is_mark(*c) {
            return !is_idle(base, *c);
        }
        base = *c;
        *c != TATWEEL
    };
    decomposed(&words.to_lowercase()).chars().map(plain).filter(counts).collect()
}

/// Letters and their marks one by one: Unicode's form NFD, which never changes for a character that there is.
#[cfg(not(target_arch = "wasm32"))]
fn decomposed(words: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfd(words).collect()
}

/// The same by the browser's own tables.
#[cfg(target_arch = "wasm32")]
fn decomposed(words: &str) -> String {
    js_sys::JsString::from(words).normalize("NFD").into()
}

/// The marks of the scripts in which some do not count: those that combine with any letter, and the Arabic ones.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

const TATWEEL: char = '\u{640}';

/// Whether a mark does not count over this letter. The breve that makes й of и does.
fn is_idle(base: char, mark: char) -> bool {
    let latin = matches!(base, 'a'..='z' | 'ß'..='ɏ');
    let arabic_vowel = matches!(mark, '\u{64b}'..='\u{652}' | '\u{670}');
    latin || arabic_vowel || (base == 'е' && mark == '\u{308}')
}

/// Telephones set quotation marks and dashes as they please.
fn plain(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '‐' | '‑' | '–' | '—' | '−' => '-',
        c => c,
    }
}

/// Whether a pattern fits: its pieces stand one after another, the first at the beginning and the last at the end.
fn fits(pattern: &str, typed: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == typed };
    let (between, last) = rest.rsplit_once('*').unwrap_or(("", rest));
    let inside = typed.strip_prefix(first).and_then(|typed| typed.strip_suffix(last));
    let Some(mut inside) = inside else { return false };
    between.split('*').all(|piece| match inside.find(piece) {
        Some(at) => {
            inside = &inside[at + piece.len()..];
            true
        }
        None => false,
    })
}
