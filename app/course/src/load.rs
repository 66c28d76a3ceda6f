//! The whole way from a source to a course: see the crate's page for the steps. Nothing stops at the first fault; each step
//! goes on with what could be read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use crate::advice::{self, About, allow};
use crate::course::{Course, Edition};
use crate::diagnostic::{Diagnostic, Fault, Faults, Report, Severity, Silenced};
use crate::draws::{self, There};
use crate::edition::{Draft, Drafts, edition};
use crate::files::{Files, Name, SETTINGS};
use crate::ids;
use crate::labels::Labels;
use crate::links::{Addresses, Index, resolve};
use crate::markdown::parse;
use crate::markdown::tree::Page;
use crate::media::{Films, MOST_CAPTIONS, Media, check_captions, examine, films, is_captions};
use crate::names::{CourseSlug, Hash, Language};
use crate::settings::{self, Read, Settings};
use crate::source::Source;
use crate::text::{Texts, too_big};
use crate::version::{self, Version};

/// A course as far as it could be read, and everything that was found.
#[derive(Debug)]
pub struct Loaded {
    /// The course. None if it has no settings or no `course.md`. With errors it may lack what is at fault.
    pub course: Option<Course>,
    /// What was found, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The warnings that the author lets stand, each with a reason. They are none of the others.
    pub silenced: Vec<Silenced>,
}

impl Loaded {
    /// There is a course, and it has no errors.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.course.is_some() && self.errors().next().is_none()
    }

    /// The errors.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.of(Severity::Error)
    }

    /// The warnings.
    pub fn warnings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.of(Severity::Warning)
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(move |diagnostic| diagnostic.severity == severity)
    }
}

/// Loads a course: reads its files, names every mistake in them, and returns what it could read. It never fails.
///
/// `labels` gives the few words that are written into the content, in the content's language.
#[must_use]
pub fn load(slug: CourseSlug, source: &dyn Source, labels: &dyn Fn(&Language) -> Labels) -> Loaded {
    let mut texts = Texts::default();
    let mut report = Report::default();
    let course = Files::list(source, &mut report).and_then(|files| {
        let loader = Loader { slug, source, labels, files: &files, texts: &mut texts, report: &mut report };
        loader.course()
    });
    let silenced = report.silenced(|path| texts.get(path));
    Loaded { course, diagnostics: report.finish(|path| texts.get(path)), silenced }
}

struct Loader<'l> {
    slug: CourseSlug,
    source: &'l dyn Source,
    labels: &'l dyn Fn(&Language) -> Labels,
    files: &'l Files,
    texts: &'l mut Texts,
    report: &'l mut Report,
}

/// The files of `media/`; None for one that may not be shown.
type Found = BTreeMap<String, Option<Arc<Media>>>;

impl Loader<'_> {
    fn course(mut self) -> Option<Course> {
        let read = self.settings();
        let settings = read.settings.as_ref()?;
        let language = &settings.source_language;
        let found = self.media();
        let mut drafts = self.drafts(settings, read.is_whole);
        let used = self.resolve(&mut drafts, settings, &found);
        drafts.check_scenarios(self.report);
        let edition = edition(&drafts, language, settings, &(self.labels)(language), self.report);
        self.check_settings(&read, settings, &drafts, &edition);
        let media = self.used(&used, found);
        self.advise(settings, &drafts);
        self.silence(&read.spots.allowed, &drafts);
        let course_page = drafts.find(&Name::Course).is_some_and(|draft| draft.page.is_some());
        (course_page && self.files.has(SETTINGS))
            .then(|| self.put_together(read.settings, edition, media, (&drafts, &used)))
            .flatten()
    }

    fn settings(&mut self) -> Read {
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

    fn media(&mut self) -> Found {
        let mut found = BTreeMap::new();
        for path in self.files.media() {
            let faults = self.report.file(path);
            let media = match self.source.read(path) {
                Ok(bytes) if is_captions(path) && bytes.len() as u64 > MOST_CAPTIONS => {
                    faults.whole(too_big(bytes.len() as u64, MOST_CAPTIONS));
                    None
                }
                Ok(bytes) if is_captions(path) => {
                    let text = self.texts.decode(path, &bytes, faults);
                    text.and_then(|_| examine(path, &bytes, faults))
                }
                Ok(bytes) => {
                    let media = examine(path, &bytes, faults);
                    if !faults.is_empty()
                        && let Ok(text) = std::str::from_utf8(&bytes)
                    {
                        self.texts.keep(path, text);
                    }
                    media
                }
                Err(error) => {
                    faults.whole(Fault::Unreadable { why: error.to_string() });
                    None
                }
            };
            found.insert(path.to_owned(), media.map(Arc::new));
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

    fn drafts(&mut self, settings: &Settings, is_whole: bool) -> Drafts {
        let language = &settings.source_language;
        let mut drafts = Drafts::default();
        for (name, path) in self.files.pages(language, settings, is_whole, self.report) {
            let size = self.files.sizes.get(&path).copied().filter(|_| name.kind().is_some());
            let text = size.and_then(|size| self.texts.read(self.source, &path, size, self.report.file(&path)));
            drafts.0.push(Draft::parse(name, path, text.as_deref(), self.report));
        }
        if drafts.find(&Name::Course).is_none() {
            let page = format!("{language}/course.md");
            self.report.file(&page).whole(Fault::CoursePageMissing { page: page.clone() });
        }
        ids::check(&drafts, |path| self.texts.get(path), self.report);
        drafts
    }

    /// Resolves links and pictures, and returns the paths of the files they name, with what stands beside them.
    fn resolve(&mut self, drafts: &mut Drafts, settings: &Settings, found: &Found) -> BTreeSet<String> {
        let (language, files) = (&settings.source_language, self.files);
        let slug = self.slug.clone();
        let addresses = Addresses { language, course: &slug };
        let mut index = Index::new(self.files, found.clone());
        for draft in &drafts.0 {
            index.add(&draft.path, &draft.name, draft.page.as_ref(), &addresses);
        }
        index.films = Films::find(found, files, (language, language), |path| self.transcript(path, &index));
        for draft in &mut drafts.0 {
            if let Some(page) = &mut draft.page {
                resolve(&draft.path, page, &index, self.report.file(&draft.path));
            }
        }
        drafts.link_terms(language, &addresses.glossary(), &(self.labels)(language), self.report);
        let (mut used, films) = index.used();
        for path in used.clone() {
            films.check(&path, language, &settings.languages, files, self.report);
            used.extend(films.beside(&path));
        }
        used
    }

    /// Reads a transcript. It is Markdown as a lesson is, and stands within one.
    fn transcript(&mut self, path: &str, index: &Index<'_>) -> Option<Page> {
        let size = self.files.sizes.get(path).copied()?;
        let faults = self.report.file(path);
        let text = self.texts.read_within(films::MOST_BYTES, self.source, path, size, faults)?;
        let mut page = parse(&text, faults);
        films::check_transcript(&page, faults);
        resolve(path, &mut page, index, faults);
        Some(page)
    }

    fn check_settings(&mut self, read: &Read, settings: &Settings, drafts: &Drafts, edition: &Edition) {
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

    /// The media that are used; the others are named.
    fn used(&mut self, used: &BTreeSet<String>, found: Found) -> BTreeMap<String, Media> {
        let mut media = BTreeMap::new();
        for file in found.into_values().flatten() {
            if used.contains(&file.path) {
                media.insert(file.path.clone(), Arc::unwrap_or_clone(file));
            } else {
                self.report.file(&file.path).whole(Fault::MediaUnused {});
            }
        }
        media
    }

    /// Says of pages without errors what could be better, and names hidden signs everywhere.
    fn advise(&mut self, settings: &Settings, drafts: &Drafts) {
        let language = &settings.source_language;
        if let Some(text) = self.texts.get(SETTINGS) {
            advice::hidden::check(text, None, self.report.file(SETTINGS));
        }
        for draft in &drafts.0 {
            let faults = self.report.file(&draft.path);
            let sound = !faults.has_errors();
            if let Some(text) = self.texts.get(&draft.path) {
                advice::hidden::check(text, Some(language), faults);
            }
            if let (Some(page), Some(kind)) = (&draft.page, draft.name.kind())
                && sound
            {
                advice::page(page, About { kind, language, mixed: settings.mixes(&draft.name) }, faults);
            }
        }
    }

    /// Silences what the author lets stand, and names what silences nothing.
    fn silence(&mut self, allowed: &[allow::Allow], drafts: &Drafts) {
        for draft in &drafts.0 {
            let (Some(page), Some(text)) = (&draft.page, self.texts.get(&draft.path)) else { continue };
            let faults = self.report.file(&draft.path);
            for one in allow::comments(page, text, faults) {
                let any = faults.silence(&one.code, one.covers.as_ref(), &one.reason);
                // On a page with errors not everything was looked for.
                if !any && !faults.has_errors() {
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

    fn put_together(
        self,
        settings: Option<Settings>,
        edition: Edition,
        media: BTreeMap<String, Media>,
        (drafts, used): (&Drafts, &BTreeSet<String>),
    ) -> Option<Course> {
        let settings = settings?;
        let transcripts = used.iter().map(String::as_str).filter(|path| path.ends_with(".md"));
        let pages = drafts.0.iter().map(|draft| draft.path.as_str()).chain(transcripts).chain([SETTINGS]);
        let hashed = |path: &str| Some((path.to_owned(), self.texts.hash(path)?.clone()));
        let mut manifest: BTreeMap<String, Hash> = pages.filter_map(hashed).collect();
        manifest.extend(media.iter().map(|(path, media)| (path.clone(), media.hash.clone())));
        let version = Version { hash: version::hash(&manifest), shape: version::shape(&settings, &edition) };
        let editions = BTreeMap::from([(edition.language.clone(), edition)]);
        Some(Course { slug: self.slug, settings, editions, media, version, manifest })
    }
}
