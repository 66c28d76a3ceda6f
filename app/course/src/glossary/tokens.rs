//! The words of a text, as terms are looked for in it: capitals do not count, nor do Arabic vowel marks, nor, in Arabic, the
//! article. In scripts that are written without blanks each sign is a word of its own.

use std::ops::Range;

use crate::names::Language;

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
        let is_arabic = language.as_ref().split('-').next() == Some("ar");
        Self { is_arabic, ..Self::default() }
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
            let alone = is_alone(c);
            let gap = end..start;
            end = start + c.len_utf8();
            let more = |c: char| is_mark(c) || !alone && is_letter(c) && !is_alone(c);
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
        let word = &text[span.clone()];
        let word = if self.is_arabic { without_article(word) } else { word };
        self.keys.extend(word.chars().flat_map(char::to_lowercase).filter(|c| !is_idle(*c)).map(plain));
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

/// Signs that belong to the letter before them: combining marks of the scripts that have them, and joiners.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{711}' | '\u{730}'..='\u{74a}'
        | '\u{200c}' | '\u{200d}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
        | '\u{102b}'..='\u{103e}' | '\u{1056}'..='\u{1059}' | '\u{135d}'..='\u{135f}' | '\u{17b4}'..='\u{17d3}')
        || is_indic_mark(c)
}

/// The blocks of the scripts of India have the same order: signs at the beginning, vowel signs and the virama towards the end.
fn is_indic_mark(c: char) -> bool {
    ('\u{900}'..='\u{d7f}').contains(&c)
        && matches!(c as u32 % 0x80, 0..=3 | 0x3c | 0x3e..=0x4d | 0x51..=0x57 | 0x62 | 0x63)
}

/// Scripts in which no blanks stand between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
fn is_alone(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// What does not count: Arabic vowel marks and the long line, hyphens that are not seen, joiners.
fn is_idle(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{200c}' | '\u{200d}')
}

/// A small sigma has another form at the end of a word.
fn plain(c: char) -> char {
    if c == 'ς' { 'σ' } else { c }
}

/// The article, alone or after what is written together with it: and, so, by, like, for, and two of these.
const ARTICLES: [&str; 12] = ["وبال", "فبال", "وكال", "فكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"];

/// A word without it. What is left has three letters at least, for no shorter word is meant.
fn without_article(word: &str) -> &str {
    let left = ARTICLES.iter().find_map(|article| word.strip_prefix(article));
    left.filter(|left| left.chars().filter(|c| is_letter(*c)).count() >= 3).unwrap_or(word)
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
            ("en", "Self-harm, and\nSEXTING!", vec!["self", "-harm", ",  and", " sexting"]),
            ("en", "a child's photo", vec!["a", " child", "'s", " photo"]),
            ("el", "ΟΔΟΣ οδος", vec!["οδοσ", " οδοσ"]),
            ("zh", "网络 欺凌AI生", vec!["网", "络", "欺", "凌", "ai", "生"]),
            ("th", "เด็กดี", vec!["เ", "ด็", "ก", "ด", "ี"]),
            ("ar", "الاستدراجُ والصورة في البيت", vec!["استدراج", " صورة", " في", " بيت"]),
            ("ar", "لله الم", vec!["لله", " الم"]),
            ("fa", "الگو", vec!["الگو"]),
            ("hi", "हिंसा क्षमा", vec!["हिंसा", " क्षमा"]),
            ("en", "co\u{ad}operate", vec!["cooperate"]),
            ("en", "", vec![]),
        ] {
            let mut cut: Vec<String> = cut.into_iter().map(str::to_owned).collect();
            let mut found = words(tag, text);
            for all in [&mut cut, &mut found] {
                all.iter_mut().for_each(|word| *word = word.replace("  ", " "));
            }
            if tag == "th" {
                // A vowel above belongs to its consonant.
                cut = ["เ", "ด็", "ก", "ดี"].map(str::to_owned).to_vec();
            }
            assert_eq!(found, cut, "{text}");
        }
    }
}
