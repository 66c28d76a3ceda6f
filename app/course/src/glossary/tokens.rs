//! The words of a text, as terms are looked for in it: capitals do not count, nor do Arabic vowel marks, nor, in Arabic, the
//! article. In scripts that are written without blanks each sign is a word of its own.

use std::ops::Range;

use crate::names::Language;
use crate::script::{is_dense, is_mark, without_article};

/// A word.
#[derive(Debug)]
pub(super) struct Token {
    /// Where it stands in the text.
    pub(super) span: Range<usize>,
    /// Where it stands in the keys, with what parts it from the word before.
    key: Range<usize>,
    /// Where it begins there by itself.
    bare: usize,
}

/// The words of one text. It is kept for the next text, so that no word needs memory of its own.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    keys: String,
    list: Vec<Token>,
    /// The article and what is written together with it does not count.
    is_arabic: bool,
}

impl Tokens {
    pub(super) fn new(language: &Language) -> Self {
        Self { is_arabic: language.primary() == "ar", ..Self::default() }
    }

    /// Reads a text.
    pub(super) fn of(&mut self, text: &str) -> &Self {
        self.keys.clear();
        self.list.clear();
        let (mut end, mut was_alone) = (0, false);
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            if !is_letter(c) {
                continue;
            }
            let alone = is_dense(c);
            let gap = end..start;
            end = start + c.len_utf8();
            let more = |c: char| is_mark(c) || !alone && is_letter(c) && !is_dense(c);
            while let Some((at, c)) = chars.next_if(|(_, c)| more(*c)) {
                end = at + c.len_utf8();
            }
            self.push(text, gap, start..end, alone || was_alone);
            was_alone = alone;
        }
        self
    }

    fn push(&mut self, text: &str, gap: Range<usize>, span: Range<usize>, alone: bool) {
        let from = self.keys.len();
        let gap = if self.list.is_empty() { "" } else { &text[gap] };
        if !gap.trim().is_empty() {
            let sign = |c: char| {
                if is_hyphen(c) {
                    '-'
                } else if c.is_whitespace() {
                    ' '
                } else {
                    c
                }
            };
            self.keys.extend(gap.chars().map(sign));
        } else if !gap.is_empty() && !alone {
            self.keys.push(' ');
        }
        let bare = self.keys.len();
        let word = text[span.clone()].chars().flat_map(char::to_lowercase);
        self.keys.extend(word.filter(|c| !is_idle(*c)).map(plain));
        if self.is_arabic {
            let left = without_article(&self.keys[bare..]).len();
            drop(self.keys.drain(bare..self.keys.len() - left));
        }
        self.list.push(Token { span, key: from..self.keys.len(), bare });
    }

    pub(super) fn list(&self) -> &[Token] {
        &self.list
    }

    /// All of them, for comparing.
    pub(super) fn whole(&self) -> &str {
        &self.keys
    }

    /// A word alone.
    pub(super) fn word(&self, token: &Token) -> &str {
        &self.keys[token.bare..token.key.end]
    }

    /// A word with what parts it from the one before.
    pub(super) fn next_word(&self, token: &Token) -> &str {
        &self.keys[token.key.clone()]
    }

    /// Whether a word is one with that before it, as in `non-consensual`.
    pub(super) fn is_joined(&self, token: &Token) -> bool {
        &self.keys[token.key.start..token.bare] == "-"
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_mark(c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// What does not count: Arabic vowel marks and the long line, hyphens that are not seen, joiners.
fn is_idle(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{200c}' | '\u{200d}')
}

/// A small sigma has another form at the end of a word.
fn plain(c: char) -> char {
    if c == 'ς' { 'σ' } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(tag: &str, text: &str) -> Vec<String> {
        let mut tokens = Tokens::new(&Language::parse(tag).expect("a tag"));
        tokens.of(text);
        tokens.list().iter().map(|token| tokens.next_word(token).to_owned()).collect()
    }

    #[test]
    fn a_text_is_cut_where_its_script_says() {
        for (tag, text, cut) in [
            ("en", "Self-harm, and\nSEXTING!", &["self", "-harm", ", and", " sexting"][..]),
            ("en", "a child's photo", &["a", " child", "'s", " photo"]),
            ("el", "ΟΔΟΣ οδος", &["οδοσ", " οδοσ"]),
            ("zh", "网络 欺凌AI生", &["网", "络", "欺", "凌", "ai", "生"]),
            // A vowel above belongs to its consonant.
            ("th", "เด็กดี", &["เ", "ด็", "ก", "ดี"]),
            ("ar", "الاستدراجُ والصورة في البيت", &["استدراج", " صورة", " في", " بيت"]),
            ("ar", "لله الم", &["لله", " الم"]),
            ("ar", "وبِالْمَدْرَسةِ للأب", &["مدرسة", " أب"]),
            ("fa", "الگو", &["الگو"]),
            ("hi", "हिंसा क्षमा", &["हिंसा", " क्षमा"]),
            ("en", "co\u{ad}operate", &["cooperate"]),
            ("en", "", &[]),
        ] {
            assert_eq!(words(tag, text), cut, "{text}");
        }
    }
}
