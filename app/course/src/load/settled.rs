//! What can be said when everything has been read: whether the settings fit the pages, what could be better, what may stand.

use super::Loader;
use crate::advice::{self, allow};
use crate::course::Edition;
use crate::diagnostic::Fault;
use crate::draft::{AdvisedBy, Draft};
use crate::draws::{self, There};
use crate::edition::Drafts;
use crate::files::{Name, SETTINGS};
use crate::names::Language;
use crate::settings::{Read, Settings};

impl Loader<'_> {
    pub(super) fn check_settings(&mut self, read: &Read, settings: &Settings, drafts: &Drafts, edition: &Edition) {
        if !read.is_whole {
            return;
        }
        let there = There { edition, modules: drafts.modules(), banks: drafts.banks(edition) };
        let faults = self.report.file(SETTINGS);
        draws::check(settings, &read.spots, &there, faults);
        for (test, spots) in &read.spots.tests {
            if drafts.find(&Name::Test(test.clone())).is_none() {
                let page = format!("{}/{test}.md", settings.source_language);
                faults.at(spots.name.clone(), Fault::TestPageMissing { test: test.to_string(), page });
            }
        }
        for (survey, span) in &read.spots.surveys {
            if drafts.find(&Name::Survey(survey.clone())).is_none() {
                let page = format!("{}/surveys/{survey}.md", settings.source_language);
                faults.at(span.clone(), Fault::SurveyPageMissing { survey: survey.to_string(), page });
            }
        }
        let are_sound = faults.is_empty();
        let drawn = |bank: &str| settings.tests.values().flat_map(|test| &test.draw).any(|draw| draw.bank == bank);
        for draft in drafts.0.iter().filter(|_| are_sound) {
            if let Name::Bank(bank) = &draft.name
                && !drawn(bank)
            {
                self.report.file(&draft.path).whole(Fault::BankUnused { bank: bank.clone() });
            }
        }
    }

    /// Says of a page without errors what could be better, and names hidden signs everywhere.
    pub(super) fn advise(&mut self, draft: &mut Draft, settings: &Settings, language: &Language) {
        let faults = self.report.file(&draft.path);
        if draft.page.is_some() {
            let is_source = *language == settings.source_language;
            let by = AdvisedBy { language: language.clone(), mixed: settings.mixes(&draft.name), is_source };
            draft.advise(by, faults);
        } else if let Some(text) = self.texts.get(&draft.path) {
            advice::hidden::check(text, Some(language), faults);
        }
    }

    /// Silences what the author lets stand, and names what silences nothing. Translators copy such a comment before its words
    /// are theirs, so nothing is said of one in a translation.
    pub(super) fn silence(&mut self, allowed: &[allow::Allow], source: &Drafts, translations: &Drafts) {
        let source = source.0.iter().map(|draft| (draft, true));
        for (draft, is_source) in source.chain(translations.0.iter().map(|draft| (draft, false))) {
            let (Some(page), Some(text)) = (&draft.page, self.texts.get(&draft.path)) else { continue };
            let faults = self.report.file(&draft.path);
            for one in allow::comments(page, text, faults) {
                let any = faults.silence(&one.code, one.covers.as_ref(), &one.reason);
                // On a page with errors not everything was looked for.
                if is_source && !any && !faults.has_errors() {
                    faults.at(one.span, Fault::AllowUnused { code: one.code });
                }
            }
        }
        let whole = !self.report.has_errors();
        for one in allowed {
            if !self.report.silence(&one.code, &one.reason) && whole {
                self.report.file(SETTINGS).at(one.span.clone(), Fault::AllowUnused { code: one.code.clone() });
            }
        }
    }
}
