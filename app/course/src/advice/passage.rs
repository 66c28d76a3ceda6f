//! A passage: the words that stand together in a paragraph, an item of a list or a cell, each with its place, and how many
//! sentences they are. What is code, a picture or of the reader's country is not counted: nobody reads it as prose.

use std::ops::Range;

use crate::markdown::tree::{Inline, InlineKind};
use crate::markdown::walk::inlines;
use crate::script::{is_han, is_mark};

/// A word as it is written. In Chinese, which has no blanks, each sign is a word; a per cent sign is one in every language.
#[derive(Debug)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) span: Range<usize>,
}

/// With the blank, about so many bytes are a word.
const LETTERS: usize = 6;

/// Words that stand together.
#[derive(Debug, Default)]
pub(super) struct Passage<'t> {
    pub(super) words: Vec<Word<'t>>,
    pub(super) sentences: usize,
    /// It has a footnote or a link: it says where it is from.
    pub(super) cited: bool,
}

impl<'t> Passage<'t> {
    pub(super) fn of(content: &'t [Inline]) -> Self {
        let mut passage = Self::default();
        let mut ended = false;
        inlines(content, &mut |inline| match &inline.kind {
            InlineKind::Text(text) => passage.add(text, &inline.span, &mut ended),
            InlineKind::NoteReference(_) | InlineKind::Link(..) => passage.cited = true,
            _ => {}
        });
        passage.sentences += usize::from(!passage.words.is_empty());
        passage
    }

    /// Where so many of its words stand, from this one on, and what they are.
    pub(super) fn quote(&self, at: usize, length: usize) -> (Range<usize>, String) {
        let words = &self.words[at..at + length];
        let span = words.first().map_or(0, |word| word.span.start)..words.last().map_or(0, |word| word.span.end);
        (span, words.iter().map(|word| word.text).collect::<Vec<_>>().join(if is_dense(words) { "" } else { " " }))
    }

    fn add(&mut self, text: &'t str, span: &Range<usize>, ended: &mut bool) {
        // Where the text is not as in the source, as after a backslash, its place is that of the whole.
        let place = |at: usize, end: usize| {
            if text.len() == span.len() { span.start + at..span.start + end } else { span.clone() }
        };
        let mut rest = 0;
        self.words.reserve(text.len() / LETTERS);
        while let Some((begin, end)) = next_word(text, rest) {
            let between = &text[rest..begin];
            *ended |= between != " "
                && (between.contains(is_end) || between.contains(':') && starts_large(&text[begin..end]));
            if std::mem::take(ended) && !self.words.is_empty() && !text[begin..end].starts_with(char::is_lowercase) {
                self.sentences += 1;
            }
            self.words.push(Word { text: &text[begin..end], span: place(begin, end) });
            rest = end;
        }
        *ended |= text[rest..].contains(is_end);
    }
}

/// Where the next word begins and ends.
pub(super) fn next_word(text: &str, from: usize) -> Option<(usize, usize)> {
    plain_word(text.as_bytes(), from).or_else(|| any_word(text, from))
}

/// A word of letters without accents, between blanks or plain signs: most words of most texts, found ten times as fast.
fn plain_word(text: &[u8], from: usize) -> Option<(usize, usize)> {
    let begin = from
        + text[from..].iter().position(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii() || *byte == b'%')?;
    let length = text[begin..].iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(text.len() - begin);
    let after = text.get(begin + length).copied().unwrap_or(b' ');
    (length > 0 && after.is_ascii() && !after.is_ascii_alphanumeric()).then_some((begin, begin + length))
}

fn any_word(text: &str, from: usize) -> Option<(usize, usize)> {
    let begin = from + text[from..].find(|c| is_part(c) && !is_mark(c))?;
    let mut letters = text[begin..].char_indices().peekable();
    let (_, first) = letters.next()?;
    let first_end = begin + first.len_utf8();
    if stands_alone(first) {
        return Some((begin, first_end));
    }
    let mut end = first_end;
    while let Some((at, letter)) = letters.next() {
        let joins = matches!(letter, '.' | ',' | '٫' | '٬')
            && text[..end].ends_with(char::is_numeric)
            && letters.peek().is_some_and(|(_, next)| next.is_numeric());
        if !joins && (!is_part(letter) || stands_alone(letter)) {
            break;
        }
        end = begin + at + letter.len_utf8();
    }
    Some((begin, end))
}

fn is_part(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '%';
    }
    c.is_alphanumeric() || is_mark(c) || matches!(c, '٪' | '％')
}

fn stands_alone(c: char) -> bool {
    is_han(c) || matches!(c, '%' | '٪' | '％')
}

/// Whether words are written without blanks between them.
fn is_dense(words: &[Word<'_>]) -> bool {
    words.iter().any(|word| word.text.starts_with(is_han))
}

fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।')
}

fn starts_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        let mut from = 0;
        while let Some((begin, end)) = next_word(text, from) {
            words.push(text[begin..end].to_owned());
            from = end;
        }
        words
    }

    #[test]
    fn words_are_found_in_every_script() {
        for (text, wanted) in [
            ("Don’t self-harm.", &["Don", "t", "self", "harm"][..]),
            ("37,5 % of 1 250", &["37,5", "%", "of", "1", "250"]),
            ("Ends with 5.", &["Ends", "with", "5"]),
            ("اَلْأَمان أولًا", &["اَلْأَمان", "أولًا"]),
            ("वर्ष ⚠\u{fe0f} co\u{ad}operate", &["वर्ष", "co\u{ad}operate"]),
            ("三分之一。", &["三", "分", "之", "一"]),
            ("", &[]),
        ] {
            assert_eq!(words(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_sentence_ends_where_another_begins() {
        for (text, sentences) in [
            ("One. Two. Three.", 3),
            ("He said: No. She went", 3),
            ("See e.g. the list, 3.5 of it", 1),
            ("Why? “Because.” So", 3),
            ("一。二。", 2),
            ("هل؟ نعم.", 2),
            ("…", 0),
        ] {
            let content = [Inline { span: 0..text.len(), kind: InlineKind::Text(text.to_owned()) }];
            assert_eq!(Passage::of(&content).sentences, sentences, "{text}");
        }
    }
}
