//! Reading `glossary.md`: a title, words about it if one likes, and then nothing but definitions. Of a term that goes by several
//! words, each stands on a line of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::tokens::Tokens;
use crate::diagnostic::{Fault, Faults};
use crate::markdown::slots;
use crate::markdown::tree::{Block, BlockKind, Inline, InlineKind, Page};
use crate::markdown::walk::plain;
use crate::names::Language;
use crate::outline::below_title;
use crate::script::is_mark;

/// More characters than this are a sentence, and no term. It bounds how far one looks at each word of a course.
const LONGEST: usize = 100;

/// A term with what it means.
pub(crate) struct Entry<'p> {
    /// The words it goes by.
    pub(crate) names: Vec<Name<'p>>,
    pub(crate) meanings: &'p [Vec<Block>],
    id: String,
}

/// One of the words that a term goes by.
pub(crate) struct Name<'p> {
    pub(crate) content: &'p [Inline],
    pub(crate) text: String,
}

impl Name<'_> {
    fn span(&self) -> Range<usize> {
        let ends = self.content.first().zip(self.content.last());
        ends.map_or(0..0, |(first, last)| first.span.start..last.span.end)
    }
}

impl Entry<'_> {
    /// The id of its place on the glossary's page. It begins so that no other id of the page is the same.
    pub(crate) fn anchor(&self) -> String {
        format!("term-{}", self.id)
    }

    pub(super) fn span(&self) -> Range<usize> {
        let ends = self.names.first().zip(self.names.last());
        ends.map_or(0..0, |(first, last)| first.span().start..last.span().end)
    }
}

/// What stands before the first definition, and the rest.
pub(crate) fn parts(page: &Page) -> (&[Block], &[Block]) {
    let blocks = below_title(&page.blocks);
    let first = blocks.iter().position(|block| matches!(block.kind, BlockKind::Definitions(_)));
    blocks.split_at(first.unwrap_or(blocks.len()))
}

/// The terms in their order.
pub(crate) fn entries(page: &Page) -> Vec<Entry<'_>> {
    let mut taken = BTreeMap::new();
    let lists = parts(page).1.iter().filter_map(|block| match &block.kind {
        BlockKind::Definitions(definitions) => Some(definitions),
        _ => None,
    });
    lists
        .flatten()
        .map(|definition| {
            let names = names(&definition.term);
            let id = free(&names.first().map(|name| id(&name.text)).unwrap_or_default(), &mut taken);
            Entry { names, meanings: &definition.meanings, id }
        })
        .collect()
}

fn names(term: &[Inline]) -> Vec<Name<'_>> {
    let ends = |inline: &Inline| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
    let names = term.split(ends).map(|content| Name { content, text: plain(content) });
    names.filter(|name| !name.text.is_empty()).collect()
}

/// An id made of a term: its letters and digits, in any script, with hyphens between the words.
fn id(term: &str) -> String {
    let lower = term.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && !is_mark(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// The id, or the first one like it that is not taken. With each that is taken stands how often it was asked for.
fn free(id: &str, taken: &mut BTreeMap<String, usize>) -> String {
    let mut own = id.to_owned();
    while own.is_empty() || taken.contains_key(&own) {
        let number = taken.entry(id.to_owned()).or_insert(0);
        *number += 1;
        own = format!("{id}-{number}");
    }
    taken.insert(own.clone(), 1);
    own
}

/// The ids that may be written after `glossary.md#`, each with the address it leads to.
pub(crate) fn ids(page: &Page, address: &str) -> BTreeMap<String, String> {
    entries(page).into_iter().map(|entry| (entry.id.clone(), format!("{address}#{}", entry.anchor()))).collect()
}

/// Names what is wrong with a glossary.
pub(crate) fn check(page: &Page, language: &Language, faults: &mut Faults) {
    let (before, definitions) = parts(page);
    let is_words = |block: &Block| matches!(block.kind, BlockKind::Paragraph(_) | BlockKind::Plain(_));
    for other in before.iter().filter(|block| !is_words(block)) {
        faults.at(other.span.clone(), Fault::GlossaryOther {});
    }
    for block in definitions {
        match &block.kind {
            BlockKind::Definitions(_) => {}
            BlockKind::Paragraph(content) | BlockKind::Plain(content) if plain(content).chars().count() <= LONGEST => {
                faults.at(block.span.clone(), Fault::TermUndefined { term: plain(content) });
            }
            _ => faults.at(block.span.clone(), Fault::GlossaryOther {}),
        }
    }
    if definitions.is_empty() && !page.blocks.is_empty() {
        faults.whole(Fault::GlossaryEmpty {});
    }
    let mut tokens = Tokens::new(language);
    let mut seen = BTreeSet::new();
    for entry in entries(page) {
        if entry.meanings.iter().all(Vec::is_empty) {
            let term = entry.names.first().map(|name| name.text.clone()).unwrap_or_default();
            faults.at(entry.span(), Fault::TermUndefined { term });
        }
        entry.names.iter().for_each(|name| check_name(name, &mut tokens, &mut seen, faults));
    }
}

fn check_name(name: &Name<'_>, tokens: &mut Tokens, seen: &mut BTreeSet<String>, faults: &mut Faults) {
    slots::refuse(name.content, "term", faults);
    if name.text.chars().count() > LONGEST {
        faults.at(name.span(), Fault::TermLong { limit: LONGEST.to_string() });
    } else if !seen.insert(tokens.of(&name.text).whole().to_owned()) {
        faults.at(name.span(), Fault::TermTwice { term: name.text.clone() });
    }
}
