//! Translations: a page in another language beside that of the source.
//!
//! 1. [`parts`] cuts both pages at their ids and finds out which block stands for which ([`pair`], [`piece`]), with what was
//!    accepted before ([`record`]).
//! 2. [`complete`] fills what the translation has not with the source's own blocks, and [`compare`] names what is there and
//!    does not fit.
//! 3. [`tell`] tells what is not translated and what changed since.
//! 4. [`accept`] makes the next record.
//!
//! And [`begin`] makes the first pages of a translation.
//!
//! What a learner sees depends on the pages alone, what an author is told on the record too: so a frozen version, which has no
//! record, is shown as its folder was.

mod accept;
mod begin;
mod compare;
mod complete;
mod page;
mod pair;
mod parts;
mod piece;
pub(crate) mod record;
mod tell;

pub use accept::{Scope, ScopeFault};
pub use begin::{pages_to_translate, to_translate};
pub use record::{Accepted, RECORD, written};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::page::Beside;
pub(crate) use self::page::Completed;
use self::parts::{Part, Slot};
use self::record::{Record, Records};
use crate::diagnostic::{Fault, Report};
use crate::draft::Draft;
use crate::edition::Drafts;
use crate::files::Name;
use crate::names::{Hash, Language};
use crate::reader::Past;

/// How far a course is translated into a language.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The language.
    pub language: Language,
    /// The pages of the source, in their order.
    pub pages: Vec<Arc<TranslatedPage>>,
    /// The record could be read, or there is none yet.
    pub has_sound_record: bool,
    /// What was accepted of files that are no page of the source: it may be away for a while only.
    others: Vec<Accepted>,
}

/// How far a page is translated.
#[derive(Clone, Debug)]
pub struct TranslatedPage {
    /// Its path within the folder of a language.
    pub file: String,
    /// The translation has this page.
    pub is_there: bool,
    /// The page, or that of the source, has errors.
    pub is_at_fault: bool,
    /// What there is to translate, in the order of the source.
    pub blocks: Vec<TranslatedBlock>,
    /// What was accepted of this page.
    record: Record,
    /// What was accepted and still stands here, and in the source no more.
    gone: Vec<Accepted>,
}

/// A paragraph, a heading, a list: what is translated as one.
#[derive(Clone, Debug)]
pub struct TranslatedBlock {
    /// The nearest id above it; empty before the first, `^label` for a footnote.
    pub id: String,
    /// The id of its lesson, or of its question in a bank; empty before the first.
    pub around: String,
    /// How it fares.
    pub state: BlockState,
    /// The words of the source.
    pub words: usize,
    source: Hash,
    says: String,
    translation: Option<Hash>,
    accepted: Option<Accepted>,
}

/// How a block fares in a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockState {
    /// It is translated.
    Done,
    /// Its source changed after it was translated.
    Stale,
    /// It still has the source's own words.
    Same,
    /// It is not there.
    Missing,
}

impl Translation {
    /// The pages of a language with what was accepted of it; None if that could not be read.
    pub(crate) fn of(language: Language, pages: Vec<Arc<TranslatedPage>>, record: Option<&Records>) -> Self {
        let others =
            record.map(|record| record.without(pages.iter().map(|page| page.file.as_str()))).unwrap_or_default();
        Self { language, pages, has_sound_record: record.is_some(), others }
    }

    /// The blocks of all pages.
    pub fn blocks(&self) -> impl Iterator<Item = &TranslatedBlock> {
        self.pages.iter().flat_map(|page| &page.blocks)
    }
}

impl TranslatedPage {
    /// It has all its words in its own language.
    pub(crate) fn is_complete(&self) -> bool {
        let is_own = |block: &TranslatedBlock| matches!(block.state, BlockState::Done | BlockState::Stale);
        self.is_there && !self.is_at_fault && self.blocks.iter().all(is_own)
    }
}

impl TranslatedBlock {
    fn of(slot: &Slot, part: &Part) -> Option<Self> {
        let piece = slot.piece.as_ref().filter(|piece| piece.has_words())?;
        Some(Self {
            id: part.id.clone(),
            around: part.around.clone(),
            state: slot.state,
            words: piece.count,
            source: piece.hash.clone(),
            says: piece.words.clone(),
            translation: slot.own_piece.as_ref().map(|own| own.hash.clone()),
            accepted: slot.accepted.clone(),
        })
    }
}

/// The pages of a source and of one translation, before they are put together.
pub(crate) struct Pages<'p> {
    pub(crate) source: &'p Drafts,
    pub(crate) own: &'p Drafts,
    pub(crate) language: &'p Language,
    pub(crate) record: &'p Records,
    pub(crate) past: &'p mut Past,
}

impl Pages<'_> {
    /// Makes the translation complete and names what is wrong with it.
    pub(crate) fn complete(&mut self, report: &mut Report) -> (Drafts, Vec<Arc<TranslatedPage>>) {
        self.check_ids(report);
        self.check_order(report);
        let own: BTreeMap<&Name, &Draft> = self.own.0.iter().map(|draft| (&draft.name, draft)).collect();
        let (mut drafts, mut pages) = (Drafts::default(), Vec::new());
        for source in &self.source.0 {
            let (draft, page) = self.page(source, own.get(&source.name).copied(), report);
            drafts.0.push(draft);
            pages.push(page);
        }
        for extra in self.own.0.iter().filter(|draft| !draft.is_other() && self.source.find(&draft.name).is_none()) {
            let (what, name) = ("file".to_owned(), extra.path.clone());
            report.file(&extra.path).whole(Fault::TranslationExtra { what, name, place: None });
        }
        (drafts, pages)
    }

    fn page(&mut self, source: &Draft, own: Option<&Draft>, report: &mut Report) -> (Draft, Arc<TranslatedPage>) {
        let within = source.path.split_once('/').map_or(source.path.as_str(), |(_, within)| within);
        let path = own.map_or_else(|| format!("{}/{within}", self.language), |own| own.path.clone());
        let beside = Beside {
            kind: source.name.kind(),
            source: source.path.clone(),
            text: source.text().cloned(),
            is_at_fault: report.file(&source.path).has_errors(),
            own: own.map(|own| own.text().cloned()),
            accepted: self.record.of(within),
        };
        let mut draft =
            self.past.take_completed(&path).unwrap_or_else(|| Draft::empty(source.name.clone(), path.clone()));
        draft.name.clone_from(&source.name);
        // That a language has no pages at all is told once.
        let faults = report.file_if(&path, !self.own.0.is_empty());
        let told = draft.complete(beside, [Some(source), own].map(|draft| draft?.page.as_ref()), faults);
        (draft, told)
    }

    /// Names the first heading of a page that stands in another place among the others than in the source.
    fn check_order(&self, report: &mut Report) {
        for draft in &self.own.0 {
            let Some(source) = self.source.find(&draft.name) else { continue };
            let places: BTreeMap<&str, usize> =
                source.ids().enumerate().map(|(place, id)| (id.text.as_str(), place)).collect();
            let mut last = 0;
            let moved = draft.ids().find(|id| {
                let place = places.get(id.text.as_str()).copied().unwrap_or(last);
                let is_before = place < last;
                last = place;
                is_before
            });
            if let Some(id) = moved {
                let fault = Fault::TranslationOrder { id: id.text.clone() };
                report.file(&draft.path).at(id.span.clone(), fault);
            }
        }
    }

    /// Names ids that the source has not, or has in another file.
    fn check_ids(&self, report: &mut Report) {
        let places: BTreeMap<&str, &str> = self
            .source
            .0
            .iter()
            .flat_map(|draft| draft.ids().map(|id| (id.text.as_str(), draft.path.as_str())))
            .collect();
        let broken: BTreeSet<&str> =
            self.source.0.iter().filter(|one| one.page.is_none()).map(|one| one.path.as_str()).collect();
        for draft in self.own.0.iter().filter(|_| broken.is_empty()) {
            let source = self.source.find(&draft.name).map(|source| source.path.as_str());
            for id in draft.ids().filter(|_| source.is_some()) {
                let place = places.get(id.text.as_str()).copied();
                if place != source {
                    let (what, name, place) = ("id".to_owned(), id.text.clone(), place.map(str::to_owned));
                    report.file(&draft.path).at(id.span.clone(), Fault::TranslationExtra { what, name, place });
                }
            }
        }
    }
}
