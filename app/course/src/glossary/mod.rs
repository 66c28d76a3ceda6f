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

use std::collections::BTreeSet;
use std::sync::Arc;

pub(crate) use read::{Entry, check, entries, ids, parts};

use crate::diagnostic::{Fault, Faults};
use crate::ink::Inks;
use crate::markdown::notes::by_label;
use crate::markdown::tree::Page;
use crate::markdown::walk::{plain, runs};
use crate::markdown::words::Words;
use crate::markdown::write::Writer;
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

/// The terms of a glossary, by which it is known.
#[derive(Debug, PartialEq)]
pub(crate) struct Terms {
    language: Language,
    foreign: bool,
    terms: Vec<Arc<Term>>,
}

/// What came of linking the terms in a module.
#[derive(Clone, Debug, Default)]
pub(crate) struct Linked {
    /// The terms that its lessons use.
    pub(crate) found: BTreeSet<usize>,
    /// How many bytes of meanings the lessons of the course list so far.
    pub(crate) listed: usize,
}

/// The terms of a glossary, and which of them were found in the module that is looked at.
pub(crate) struct Glossary {
    terms: Vec<Arc<Term>>,
    trie: Trie,
    tokens: Tokens,
    language: Language,
    foreign: bool,
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
    /// Of the page `glossary.md`, whose address is `address`. Its links must have been resolved. `foreign` says that it is the
    /// source's, on which a translation leans: its terms are looked for only in what is the source's too.
    pub(crate) fn new(page: &Page, address: &str, inks: &Inks, foreign: bool) -> Self {
        let language = &inks.own.language;
        let mut tokens = Tokens::new(language);
        let mut trie = Trie::default();
        let notes = by_label(&page.notes);
        let words = Words::new(inks, &notes);
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
        let (found, language) = (vec![0; terms.len()], language.clone());
        Self { found, terms, trie, tokens, language, foreign, lesson: 0, listed: 0 }
    }

    /// By what its terms are known: with the same, the same is found in every text.
    pub(crate) fn terms(&self) -> Terms {
        Terms { language: self.language.clone(), foreign: self.foreign, terms: self.terms.clone() }
    }

    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The terms in all the words of a page, those too that no link may stand in.
    pub(crate) fn seen(&mut self, page: &Page) -> BTreeSet<usize> {
        let Self { trie, tokens, .. } = self;
        let mut found = BTreeSet::new();
        let mut see = |content: &[_]| {
            let tokens = tokens.of(&plain(content));
            trie.find(tokens, |_, term| found.extend([term]));
        };
        runs(&page.blocks, &mut see);
        page.notes.iter().for_each(|note| runs(&note.blocks, &mut see));
        found
    }

    /// Names the terms that no page uses, unless there is something else wrong with them.
    pub(crate) fn check_used(page: &Page, used: &BTreeSet<usize>, faults: &mut Faults) {
        for (_, entry) in entries(page).iter().enumerate().filter(|(term, _)| !used.contains(term)) {
            if faults.any_in(&entry.span()) {
                continue;
            }
            let term = entry.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(", ");
            faults.at(entry.span(), Fault::TermUnused { term });
        }
    }
}
