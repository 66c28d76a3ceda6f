//! Phrases to look for among words, as they are written in the files of `words/`: its `README.md` says how.

use std::collections::{BTreeMap, BTreeSet};

use super::passage::{Word, next_word};
use crate::script::is_accent;

/// How every number in digits begins.
const NUMBER: Start = ['0'; 3];

/// One word of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    /// This word.
    Exactly(String),
    /// Words that begin so.
    Begins(String),
    /// Words that have it in them.
    Holds(String),
    /// A number.
    Number,
    /// A letter that options go by.
    Letter,
    /// Any word.
    Any,
}

/// A phrase.
#[derive(Clone, Debug)]
pub(super) struct Phrase(Vec<Piece>);

/// How a word begins: its first signs. With most words of a text a search ends there.
type Start = [char; 3];

/// Phrases, and the words that count as numbers and as letters in them.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    phrases: Vec<Phrase>,
    /// Those whose first word begins so, in their order.
    starting: BTreeMap<Start, Vec<usize>>,
    /// Those that may begin with any word.
    anyhow: Vec<usize>,
    numbers: Vec<String>,
    letters: Vec<String>,
}

impl Phrases {
    pub(super) fn new(written: &[String], numbers: &[String], letters: &[String]) -> Self {
        let folded = |words: &[String]| words.iter().map(|word| fold(word)).collect::<Vec<_>>();
        let (numbers, letters) = (folded(numbers), folded(letters));
        let phrases: Vec<Phrase> = written.iter().map(|phrase| Phrase::read(phrase)).collect();
        let (mut starting, mut anyhow) = (BTreeMap::<Start, Vec<usize>>::new(), Vec::new());
        for (at, phrase) in phrases.iter().enumerate() {
            match phrase.starts(&numbers) {
                Some(starts) => starts.into_iter().for_each(|start| starting.entry(start).or_default().push(at)),
                None => anyhow.push(at),
            }
        }
        Self { phrases, starting, anyhow, numbers, letters }
    }

    /// The first phrase among these words: from which word on, and how many words it has.
    pub(super) fn find(&self, words: &[Word<'_>]) -> Option<(usize, usize)> {
        (0..words.len()).find_map(|at| Some((at, self.at(&words[at..])?)))
    }

    /// How many words the phrase has with which these words begin.
    pub(super) fn at(&self, words: &[Word<'_>]) -> Option<usize> {
        let starting = self.starting.get(&start(words.first()?.text)).map(Vec::as_slice).unwrap_or_default();
        let mut phrases = starting.iter().chain(&self.anyhow).map(|&at| &self.phrases[at]);
        phrases.find(|phrase| self.begins(phrase, words)).map(|phrase| phrase.0.len())
    }

    /// Whether these words are one of the phrases and nothing else.
    pub(super) fn are(&self, words: &[Word<'_>]) -> bool {
        self.phrases.iter().any(|phrase| phrase.0.len() == words.len() && self.begins(phrase, words))
    }

    fn begins(&self, phrase: &Phrase, words: &[Word<'_>]) -> bool {
        phrase.0.len() <= words.len() && phrase.0.iter().zip(words).all(|(piece, word)| self.fits(piece, word.text))
    }

    fn fits(&self, piece: &Piece, word: &str) -> bool {
        match piece {
            Piece::Exactly(wanted) => folded(word).eq(wanted.chars()),
            Piece::Begins(wanted) => starts(word, wanted),
            Piece::Holds(wanted) => fold(word).contains(wanted.as_str()),
            Piece::Number => {
                word.starts_with(char::is_numeric) || self.numbers.iter().any(|one| folded(word).eq(one.chars()))
            }
            Piece::Letter => self.letters.iter().any(|one| folded(word).eq(one.chars())),
            Piece::Any => true,
        }
    }
}

impl Phrase {
    fn read(written: &str) -> Self {
        Self(written.split_whitespace().flat_map(pieces).collect())
    }

    /// How its first word may begin. None: anyhow.
    fn starts(&self, numbers: &[String]) -> Option<BTreeSet<Start>> {
        match self.0.first()? {
            Piece::Exactly(word) => Some(BTreeSet::from([start(word)])),
            Piece::Begins(word) if word.chars().count() >= NUMBER.len() => Some(BTreeSet::from([start(word)])),
            Piece::Number => Some(numbers.iter().map(|word| start(word)).chain([NUMBER]).collect()),
            _ => None,
        }
    }
}

/// The pieces of what stands between two blanks: one, or in Chinese several.
fn pieces(written: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = written;
    while let Some(first) = rest.chars().next() {
        let marked = rest.trim_start_matches('*');
        let sign = match first {
            '#' => Some(Piece::Number),
            '@' => Some(Piece::Letter),
            '~' => Some(Piece::Any),
            _ => None,
        };
        let end = match (&sign, next_word(marked, 0)) {
            (Some(_), _) | (None, None) => first.len_utf8(),
            (None, Some((_, end))) => rest.len() - marked.len() + end,
        };
        let word = fold(rest[..end].trim_matches('*'));
        rest = &rest[end..];
        let open = rest.starts_with('*');
        rest = rest.trim_start_matches('*');
        pieces.push(match sign {
            Some(sign) => sign,
            None if first == '*' => Piece::Holds(word),
            None if open => Piece::Begins(word),
            None => Piece::Exactly(word),
        });
    }
    pieces
}

/// A word as it is compared: small letters, `е` for `ё`, `ا` for its kinds, no vowel marks.
fn folded(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|&c| !is_accent(c)).map(fold_one)
}

fn fold(word: &str) -> String {
    folded(word).collect()
}

fn start(word: &str) -> Start {
    let mut letters = folded(word);
    match letters.next() {
        Some(first) if first.is_numeric() => NUMBER,
        first => [first, letters.next(), letters.next()].map(Option::unwrap_or_default),
    }
}

fn starts(word: &str, wanted: &str) -> bool {
    let mut letters = folded(word);
    wanted.chars().all(|c| letters.next() == Some(c))
}

fn fold_one(c: char) -> char {
    match c {
        c if c.is_ascii() => c.to_ascii_lowercase(),
        'ё' | 'Ё' => 'е',
        'أ' | 'إ' | 'آ' => 'ا',
        '٪' | '％' => '%',
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word<'_>> {
        let mut words = Vec::new();
        let mut from = 0;
        while let Some((begin, end)) = next_word(text, from) {
            words.push(Word { text: &text[begin..end], span: begin..end });
            from = end;
        }
        words
    }

    fn phrases(written: &[&str]) -> Phrases {
        let own = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        Phrases::new(&own(written), &own(&["one", "three"]), &own(&["a", "b"]))
    }

    #[test]
    fn a_phrase_is_found_among_words_whatever_their_capitals_hyphens_and_marks() {
        for (written, text, found) in [
            ("self harm*", "She Self-harmed.", Some((1, 2))),
            ("rape", "Grapes and a rapeseed field", None),
            ("# in #", "One in three", Some((0, 3))),
            ("# in #", "None in three", None),
            ("# %", "about 37.5 %", Some((1, 2))),
            ("@ and @", "Both A and B", Some((1, 3))),
            ("*انتحار*", "والاِنتحار", Some((0, 1))),
            ("все *перечисленное*", "Всё вышеперечисленное", Some((0, 2))),
            ("#分之#", "有3分之1的", Some((1, 4))),
            ("suicid*", "", None),
        ] {
            assert_eq!(phrases(&[written]).find(&words(text)), found, "{written}: {text}");
        }
    }

    #[test]
    fn words_are_a_phrase_only_where_nothing_else_stands() {
        assert!(phrases(&["image #"]).are(&words("Image 3")));
        assert!(!phrases(&["image"]).are(&words("Image of a boat")));
    }
}
