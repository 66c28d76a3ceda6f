//! Reading the files: settings, media, pages, and the record of what was translated.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use super::{Found, Loader};
use crate::diagnostic::{Fault, Faults};
use crate::draft::Draft;
use crate::edition::Drafts;
use crate::files::{Name, SETTINGS};
use crate::ids;
use crate::media::{Media, check_captions, films, is_captions};
use crate::names::Language;
use crate::settings::{self, Read, Settings};
use crate::translation::record::{self, Records};

impl Loader<'_> {
    pub(super) fn settings(&mut self) -> Read {
        let languages = self.files.languages();
        let otherwise = languages.first().cloned();
        let faults = self.report.file(SETTINGS);
        let text = match self.files.sizes.get(SETTINGS) {
            Some(&size) => self.texts.read(self.source, SETTINGS, size, faults),
            None => {
                faults.whole(Fault::SettingsMissing {});
                None
            }
        };
        let read = match text {
            Some(text) => settings::read(&text, otherwise, faults),
            // Without settings the pages are checked all the same.
            None => Read { is_whole: false, ..settings::read("", otherwise, &mut Faults::default()) },
        };
        let are_sound = faults.is_empty();
        if let Some(settings) = read.settings.as_ref().filter(|_| are_sound) {
            for other in languages.iter().filter(|other| !settings.languages.contains(other)) {
                let fault = Fault::LanguageUnlisted { language: other.to_string() };
                self.report.file(&format!("{other}/course.md")).whole(fault);
            }
        }
        read
    }

    pub(super) fn media(&mut self) -> Found {
        let mut found = BTreeMap::new();
        self.past.forget_media(&self.files.media().collect());
        for path in self.files.media() {
            let media = self.past.medium(self.source, path, self.texts, self.report.file(path));
            found.insert(path.to_owned(), media);
        }
        self.check_captions(&found);
        found
    }

    /// Looks into the captions, which may not last longer than what they belong to.
    fn check_captions(&mut self, found: &Found) {
        let length = |media: &Arc<Media>| Some((films::stem(&media.path).to_owned(), media.length?));
        let lengths: BTreeMap<String, Duration> = found.values().flatten().filter_map(length).collect();
        for path in found.iter().filter(|(path, media)| is_captions(path) && media.is_some()).map(|(path, _)| path) {
            let length = lengths.get(films::stem(films::stem(path))).copied();
            if let Some(text) = self.texts.get(path) {
                check_captions(text, length, self.report.file(path));
            }
        }
    }

    /// The pages of a language. `source` are those that they are translated from, if they are.
    pub(super) fn drafts(
        &mut self,
        language: &Language,
        settings: &Settings,
        is_whole: bool,
        source: Option<&Drafts>,
    ) -> Drafts {
        let mut drafts = Drafts::default();
        for (name, path) in self.files.pages(language, settings, is_whole, self.report) {
            let size = self.files.sizes.get(&path).copied().filter(|_| name.kind().is_some());
            let text = size.and_then(|size| self.texts.read(self.source, &path, size, self.report.file(&path)));
            let (earlier, faults) = (self.past.take_draft(&path), self.report.file(&path));
            drafts.0.push(Draft::parse(earlier, name, path, text, faults));
        }
        ids::check(&drafts, source, |path| self.texts.get(path), self.report);
        drafts
    }

    pub(super) fn check_course_page(&mut self, language: &Language, drafts: &Drafts) {
        if drafts.find(&Name::Course).is_none() {
            let page = format!("{language}/course.md");
            self.report.file(&page).whole(Fault::CoursePageMissing { page: page.clone() });
        }
    }

    /// What was accepted in a language: nothing where nothing was. None if it cannot be read.
    pub(super) fn record(&mut self, language: &Language) -> Option<Arc<Records>> {
        let path = record::path(language);
        let Some(&size) = self.files.sizes.get(&path) else { return Some(Arc::default()) };
        let mut found = Faults::default();
        let text = self.texts.read_within(record::MOST_BYTES, self.source, &path, size, &mut found);
        let faults = self.report.file(&path);
        let Some(text) = text else {
            faults.whole(Fault::RecordUnreadable { why: "it is not text, or it is too large".to_owned() });
            return None;
        };
        self.past.record(language, text, faults)
    }
}
