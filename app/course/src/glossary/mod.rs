//! The glossary: words and what they mean. A lesson links each where it first uses it, and lists those it uses at its end.
//!
//! 1. [`read`] finds the terms of `glossary.md`, and names what is none.
//! 2. [`tokens`] cuts a text into words, [`trie`] finds the terms among them: both in one go through the text, however many terms
//!    there are.
//! 3. [`link`] puts the links into the trees of the lessons.
//!
//! What they look like is written by the crate's writer, as all HTML is.

mod link;
mod read;
mod tokens;
mod trie;

use std::sync::Arc;

pub(crate) use read::{Entry, check, entries, ids, parts};

use crate::diagnostic::{Fault, Faults};
use crate::labels::Labels;
use crate::markdown::notes::by_label;
use crate::markdown::tree::Page;
use crate::markdown::walk::{plain, runs};
use crate::markdown::write::{Words, Writer};
use crate::names::Language;
use tokens::Tokens;
use trie::Trie;

/// A term as lessons know it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// Where the glossary says what it means.
    pub(crate) address: String,
    /// The words it goes by.
    pub(crate) names: Vec<String>,
    /// What it means, in short, as it is written into a page.
    pub(crate) meaning: String,
}

/// The terms of a glossary, and which of them were found so far.
pub(crate) struct Glossary {
    terms: Vec<Arc<Term>>,
    trie: Trie,
    tokens: Tokens,
    /// The lesson in which each was linked last, counted from 1; 0 for one that was not found yet.
    found: Vec<usize>,
    lesson: usize,
    /// How many bytes of meanings lessons list so far.
    listed: usize,
}

/// More than this is not listed, and so not linked: a few hostile words, repeated, must not fill the memory. A thousand lessons
/// with ten terms each need a tenth of it.
const MOST_LISTED: usize = 16 * 1024 * 1024;

impl Glossary {
    /// Of the page `glossary.md`, whose address is `address`. Its links must have been resolved.
    pub(crate) fn new(page: &Page, address: &str, language: &Language, labels: &Labels) -> Self {
        let mut tokens = Tokens::new(language);
        let mut trie = Trie::default();
        let words = Words { labels, notes: &by_label(&page.notes), comma: language.writes_decimal_comma() };
        let mut terms = Vec::new();
        for entry in entries(page) {
            for name in &entry.names {
                trie.add(tokens.of(&name.text), terms.len());
            }
            terms.push(Arc::new(Term {
                address: format!("{address}#{}", entry.anchor()),
                names: entry.names.iter().map(|name| name.text.clone()).collect(),
                meaning: Writer::new(words, "", "").short(entry.meanings),
            }));
        }
        Self { found: vec![0; terms.len()], terms, trie, tokens, lesson: 0, listed: 0 }
    }

    /// Looks for terms in all the words of a page, those too that no link may stand in.
    pub(crate) fn see(&mut self, page: &Page) {
        let Self { trie, tokens, found, .. } = self;
        if !found.contains(&0) {
            return;
        }
        let mut see = |content: &[_]| {
            let tokens = tokens.of(&plain(content));
            trie.find(tokens, |_, term| found[term] = found[term].max(1));
        };
        runs(&page.blocks, &mut see);
        page.notes.iter().for_each(|note| runs(&note.blocks, &mut see));
    }

    /// Names the terms that no page uses, unless there is something else wrong with them.
    pub(crate) fn check_used(&self, page: &Page, faults: &mut Faults) {
        for (entry, _) in entries(page).iter().zip(&self.found).filter(|(_, found)| **found == 0) {
            if faults.any_in(&entry.span()) {
                continue;
            }
            let term = entry.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(", ");
            faults.at(entry.span(), Fault::TermUnused { term });
        }
    }
}
