//! A page of a translation, completed from that of the source. It is done again only if something has changed that it depends
//! on, which is all in [`Beside`].

use std::sync::Arc;

use super::complete::{complete, stand_in};
use super::parts::{Part, Sheet, parts, untouched};
use super::record::Record;
use super::tell::Telling;
use super::{Accepted, TranslatedBlock, TranslatedPage};
use crate::again::{Step, again};
use crate::diagnostic::{Faults, Lines};
use crate::draft::Draft;
use crate::markdown::tree::Page;
use crate::outline::PageKind;

/// All that a page is completed by. The trees are those of the texts: where links lead in them is found out afterwards, and
/// never read here.
#[derive(PartialEq)]
pub(crate) struct Beside {
    pub(super) kind: Option<PageKind>,
    /// The path of the source's page.
    pub(super) source: String,
    /// Its text, if it could be read.
    pub(super) text: Option<Arc<str>>,
    /// It has errors.
    pub(super) is_at_fault: bool,
    /// The page of the translation if there is one, and its text if it could be read.
    pub(super) own: Option<Option<Arc<str>>>,
    pub(super) accepted: Record,
}

/// What comes of it, beside the page itself.
pub(crate) struct Came {
    stands_in: bool,
    unheard: bool,
    told: Arc<TranslatedPage>,
}

/// A page was completed.
pub(crate) type Completed = Step<Beside, Came>;

impl Draft {
    /// Completes this page from these trees of `beside`, that of the source and that of the translation.
    pub(super) fn complete(
        &mut self,
        beside: Beside,
        trees: [Option<&Page>; 2],
        faults: &mut Faults,
    ) -> Arc<TranslatedPage> {
        let mut fresh = None;
        let came = again(&mut self.completed, beside, faults, |beside, faults| {
            let (page, came) = beside.page(trees, faults);
            fresh = Some(page);
            came
        });
        let told = came.told.clone();
        (self.stands_in, self.unheard) = (came.stands_in, came.unheard);
        if let Some(page) = fresh {
            self.put(page);
        }
        told
    }
}

impl Beside {
    fn page(&self, [source, own]: [Option<&Page>; 2], faults: &mut Faults) -> (Option<Page>, Came) {
        let is_there = self.own.is_some();
        let ((Some(page), Some(text)), Some(kind)) = ((source, &self.text), self.kind) else {
            let told = self.told(&[], true).into();
            return (own.cloned(), Came { stands_in: !is_there, unheard: true, told });
        };
        let of = Sheet { page, text };
        let own_text = self.own.as_ref().and_then(Option::as_deref);
        let sheet = own.zip(own_text).map(|(page, text)| Sheet { page, text });
        let accepted: Vec<&Accepted> = self.accepted.iter().collect();
        let found = parts(kind, of, sheet, &accepted);
        if self.is_at_fault {
            // What is wrong because something else is wrong is not told.
            let page = if is_there { own.cloned() } else { Some(stand_in(page)) };
            return (page, Came { stands_in: !is_there, unheard: true, told: self.told(&found, true).into() });
        }
        let is_readable = !is_there || own.is_some();
        if is_readable {
            Telling { file: &self.source, lines: Lines::of(text), own: sheet, faults }.all(&found);
        }
        let whole = untouched(found.iter().filter(|part| !part.is_note()).collect::<Vec<_>>());
        let sheet = sheet.filter(|_| !whole);
        let (stands_in, page) = match sheet {
            // The terms of a glossary are in another order in each language: it is translated as a whole.
            Some(own) if kind == PageKind::Glossary => (false, Some(own.page.clone())),
            Some(own) => (false, Some(complete(of, own, &found, faults))),
            None => (true, None),
        };
        let page = page.unwrap_or_else(|| stand_in(of.page));
        let told = self.told(&found, faults.has_errors()).into();
        (Some(page), Came { stands_in, unheard: stands_in, told })
    }

    fn told(&self, parts: &[Part], is_at_fault: bool) -> TranslatedPage {
        let within = self.source.split_once('/').map_or(self.source.as_str(), |(_, within)| within);
        let blocks = parts.iter().flat_map(|part| part.slots.iter().filter_map(|slot| TranslatedBlock::of(slot, part)));
        let slots = parts.iter().flat_map(|part| &part.slots).filter(|slot| slot.source.is_none());
        TranslatedPage {
            file: within.to_owned(),
            is_there: self.own.is_some(),
            is_at_fault,
            blocks: blocks.collect(),
            record: self.accepted.clone(),
            gone: slots.filter_map(|slot| slot.accepted.clone()).collect(),
        }
    }
}
