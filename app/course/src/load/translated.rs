//! Reading a translation beside its source.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Found, Loader};
use crate::course::Edition;
use crate::diagnostic::{Fault, Report};
use crate::draft::Draft;
use crate::edition::Drafts;
use crate::files::SETTINGS;
use crate::ink::{Ink, Inks};
use crate::names::Language;
use crate::settings::{Read, Settings};
use crate::translation::record::Records;
use crate::translation::{Pages, Translation};

impl Loader<'_> {
    /// Reads a translation and completes it from the source.
    pub(super) fn translation(&mut self, language: &Language, beside: &Beside<'_>, made: &mut Made) -> Translation {
        let &Beside { read, settings, source, ink, found } = beside;
        let mut own = self.drafts(language, settings, read.is_whole, Some(source));
        if own.0.is_empty() {
            let fault = Fault::LanguageEmpty { language: language.to_string() };
            self.report.file(SETTINGS).at(read.spots.languages.get(language).cloned().unwrap_or(0..0), fault);
        }
        let record = self.record(language);
        let none = Records::default();
        let known = record.as_deref();
        let mut pages = Pages { source, own: &own, language, record: known.unwrap_or(&none), past: self.past };
        let (mut drafts, pages) = pages.complete(self.report);
        made.used.append(&mut self.resolve(&mut drafts, language, settings, found));
        let inks = Inks { own: self.ink(language), source: ink.clone() };
        let complete = pages.iter().all(|page| page.is_complete());
        let edition = self.edition(&mut drafts, settings, &inks, complete);
        made.add(edition, &drafts);
        check_keys(made, &drafts, self.report);
        let unheard: BTreeSet<&str> = drafts.0.iter().filter(|one| one.unheard).map(|one| one.path.as_str()).collect();
        for draft in own.0.iter_mut().filter(|draft| !unheard.contains(draft.path.as_str())) {
            self.advise(draft, settings, language);
        }
        made.own.0.extend(own.0);
        made.completed.extend(drafts.0);
        Translation::of(language.clone(), pages, record.as_deref())
    }
}

/// What a translation is read beside.
pub(super) struct Beside<'b> {
    pub(super) read: &'b Read,
    pub(super) settings: &'b Settings,
    /// The pages of the source.
    pub(super) source: &'b Drafts,
    /// In which words and in which language the source is written.
    pub(super) ink: &'b Arc<Ink>,
    /// The files of `media/`.
    pub(super) found: &'b Found,
}

/// What was made of the pages so far: the source first.
#[derive(Default)]
pub(super) struct Made {
    /// The paths of the pages.
    pub(super) pages: Vec<String>,
    /// The paths of the files they name.
    pub(super) used: BTreeSet<String>,
    pub(super) editions: Vec<Edition>,
    /// The pages of translations as they were written.
    pub(super) own: Drafts,
    /// The same, completed.
    pub(super) completed: Vec<Draft>,
}

impl Made {
    /// Adds an edition, which was made of these pages. What it has from the source to the letter it shares with it.
    pub(super) fn add(&mut self, mut edition: Edition, drafts: &Drafts) {
        self.pages.extend(drafts.paths());
        if let Some(source) = self.editions.first() {
            edition.share(source);
        }
        self.editions.push(edition);
    }
}

/// Names questions whose key is not that of the source, where nothing else was found in their file.
fn check_keys(made: &Made, drafts: &Drafts, report: &mut Report) {
    let (Some(source), Some(own)) = (made.editions.first(), made.editions.last()) else { return };
    let (source, own) = (source.items(), own.items());
    let differs = |id: &str| Some(!source.get(id)?.fits_with(own.get(id)?));
    for draft in drafts.0.iter().filter(|draft| !draft.unheard) {
        let faults = report.file(&draft.path);
        if !faults.has_errors() {
            draft.ids().filter(|id| differs(&id.text) == Some(true)).for_each(|id| {
                faults.at(id.span.clone(), Fault::TranslationKey { source: None });
            });
        }
    }
}
