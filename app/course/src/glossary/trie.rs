//! Finding terms among the words of a text: a tree with a branch for each word that may come next. A term has a hundred
//! characters at most, so one goes no further than that at each word, and the longest term that fits is the one.

use std::collections::HashMap;
use std::ops::Range;

use super::tokens::Tokens;

#[derive(Debug, Default)]
pub(super) struct Trie(Vec<Node>);

#[derive(Debug, Default)]
struct Node {
    next: HashMap<String, usize>,
    /// The term that ends here.
    term: Option<usize>,
}

impl Trie {
    /// Adds a term; of two that are the same the first counts.
    pub(super) fn add(&mut self, words: &Tokens, term: usize) {
        if self.0.is_empty() {
            self.0.push(Node::default());
        }
        let mut at = 0;
        for (number, token) in words.list().iter().enumerate() {
            let key = if number == 0 { words.word(token) } else { words.next_word(token) };
            at = match self.0[at].next.get(key) {
                Some(next) => *next,
                None => {
                    let new = self.0.len();
                    self.0[at].next.insert(key.to_owned(), new);
                    self.0.push(Node::default());
                    new
                }
            };
        }
        if at > 0 {
            self.0[at].term.get_or_insert(term);
        }
    }

    /// Calls `see` with the bytes and the number of each term in a text, from the beginning on; none overlaps another.
    pub(super) fn find(&self, text: &Tokens, mut see: impl FnMut(Range<usize>, usize)) {
        let mut at = 0;
        while at < text.list().len() {
            at = match self.longest(text, at) {
                Some((last, term)) => {
                    see(text.list()[at].span.start..text.list()[last].span.end, term);
                    last + 1
                }
                None => at + 1,
            };
        }
    }

    /// The longest term that begins at this word: its last word and its number.
    fn longest(&self, text: &Tokens, first: usize) -> Option<(usize, usize)> {
        let list = text.list();
        if first > 0 && text.is_joined(&list[first]) {
            return None;
        }
        let mut node = self.0.first()?.next.get(text.word(&list[first]))?;
        let mut longest = None;
        for last in first.. {
            let next = list.get(last + 1);
            if let Some(term) = self.0[*node].term.filter(|_| !next.is_some_and(|next| text.is_joined(next))) {
                longest = Some((last, term));
            }
            let Some(further) = next.and_then(|next| self.0[*node].next.get(text.next_word(next))) else { break };
            node = further;
        }
        longest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::Language;

    #[test]
    fn the_longest_term_of_whole_words_is_found_wherever_it_stands() {
        let terms =
            ["grooming", "online grooming", "self-harm", "harm", "网络", "网络欺凌", "استغلال جنسي", "art", "art is"];
        for (tag, text, found) in [
            ("en", "Online Grooming is grooming.", vec!["Online Grooming", "grooming"]),
            ("en", "online\ngrooming; online, grooming", vec!["online\ngrooming", "grooming"]),
            ("en", "groomings, grooming's, (grooming)", vec!["grooming", "grooming"]),
            ("en", "harm, self-harm, harm-free, unharm", vec!["harm", "self-harm"]),
            ("en", "art isolated: art is", vec!["art", "art is"]),
            ("zh", "防止网络欺凌和网络诈骗", vec!["网络欺凌", "网络"]),
            ("ar", "الاستغلال الجنسي، واستغلال", vec!["الاستغلال الجنسي"]),
            ("en", "", vec![]),
        ] {
            let mut tokens = Tokens::new(&Language::parse(tag).expect("a tag"));
            let mut trie = Trie::default();
            terms.iter().enumerate().for_each(|(number, term)| trie.add(tokens.of(term), number));
            let mut seen = Vec::new();
            trie.find(tokens.of(text), |span, _| seen.push(&text[span]));
            assert_eq!(seen, found, "{text}");
        }
    }
}
