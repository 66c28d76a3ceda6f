//! The whole way from a source to a course: see the crate's page for the steps. Nothing stops at the first fault; each step
//! goes on with what could be read.

mod gather;
mod linked;
mod settled;
mod translated;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::translated::{Beside, Made};
use crate::advice;
use crate::course::{Course, Edition};
use crate::diagnostic::{Diagnostic, Report, Severity, Silenced};
use crate::edition::{Drafts, Making};
use crate::files::{Files, Name, SETTINGS};
use crate::ink::{Ink, Inks};
use crate::labels::Labels;
use crate::links::Addresses;
use crate::media::Media;
use crate::names::{CourseSlug, Hash, Language};
use crate::reader::Past;
use crate::settings::Settings;
use crate::source::Source;
use crate::text::Texts;
use crate::translation::Translation;
use crate::version::{self, Version};

/// A course as far as it could be read, and everything that was found.
#[derive(Debug)]
pub struct Loaded {
    /// The course. None if it has no settings or no `course.md`. With errors it may lack what is at fault.
    pub course: Option<Course>,
    /// How far it is translated, by language.
    pub translations: Vec<Translation>,
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
    read(slug, source, labels, Past::default()).0
}

/// The same after an earlier reading, with what is to be remembered for the next one.
pub(crate) fn read(
    slug: CourseSlug,
    source: &dyn Source,
    labels: &dyn Fn(&Language) -> Labels,
    mut past: Past,
) -> (Loaded, Past) {
    let mut texts = Texts::after(std::mem::take(&mut past.texts));
    let mut report = Report::default();
    let mut translations = Vec::new();
    let course = Files::list(source, &mut report).and_then(|files| {
        let (texts, report, past) = (&mut texts, &mut report, &mut past);
        Loader { slug, source, labels, files: &files, texts, report, past }.course(&mut translations)
    });
    let silenced = report.silenced(|path| texts.get(path));
    let diagnostics = report.finish(|path| texts.get(path));
    past.texts = texts.settled();
    (Loaded { course, translations, diagnostics, silenced }, past)
}

struct Loader<'l> {
    slug: CourseSlug,
    source: &'l dyn Source,
    labels: &'l dyn Fn(&Language) -> Labels,
    files: &'l Files,
    texts: &'l mut Texts,
    report: &'l mut Report,
    past: &'l mut Past,
}

/// The files of `media/`; None for one that may not be shown.
type Found = BTreeMap<String, Option<Arc<Media>>>;

impl Loader<'_> {
    fn course(mut self, translations: &mut Vec<Translation>) -> Option<Course> {
        let read = self.settings();
        let settings = read.settings.as_ref()?;
        let language = &settings.source_language;
        self.files.check_unread(settings, self.report);
        let found = self.media();
        let mut drafts = self.drafts(language, settings, read.is_whole, None);
        self.check_course_page(language, &drafts);
        let used = self.resolve(&mut drafts, language, settings, &found);
        let ink = self.ink(language);
        let inks = Inks { own: ink.clone(), source: ink };
        let edition = self.edition(&mut drafts, settings, &inks, true);
        self.check_settings(&read, settings, &drafts, &edition);
        let mut made = Made { used, ..Made::default() };
        made.add(edition, &drafts);
        let beside = Beside { read: &read, settings, source: &drafts, ink: &inks.source, found: &found };
        for other in others(settings) {
            translations.push(self.translation(other, &beside, &mut made));
        }
        self.check_beside(settings, &made.used, &found);
        let media = self.used(&made.used, found);
        if let Some(text) = self.texts.get(SETTINGS) {
            advice::hidden::check(text, None, self.report.file(SETTINGS));
        }
        drafts.0.iter_mut().for_each(|draft| self.advise(draft, settings, language));
        self.silence(&read.spots.allowed, &drafts, &made.own);
        let course_page = drafts.find(&Name::Course).is_some_and(|draft| draft.page.is_some());
        let is_whole = course_page && self.files.has(SETTINGS);
        let manifest = is_whole.then(|| self.manifest(&made.pages, &made.used, &media));
        self.past.keep(drafts.0.into_iter().chain(made.own.0), made.completed);
        self.put_together(read.settings, made.editions, media, manifest?)
    }

    fn ink(&self, language: &Language) -> Arc<Ink> {
        Arc::new(Ink { language: language.clone(), labels: (self.labels)(language) })
    }

    fn edition(&mut self, drafts: &mut Drafts, settings: &Settings, inks: &Inks, complete: bool) -> Edition {
        drafts.check_scenarios(self.report);
        let glossary = Addresses { language: &inks.own.language, course: &self.slug }.glossary();
        Making { settings, inks, glossary, complete, past: self.past, report: self.report }.edition(drafts)
    }

    /// The files that the course is made of.
    fn manifest(
        &self,
        pages: &[String],
        used: &BTreeSet<String>,
        media: &BTreeMap<String, Media>,
    ) -> BTreeMap<String, Hash> {
        let transcripts = used.iter().map(String::as_str).filter(|path| path.ends_with(".md"));
        let pages = pages.iter().map(String::as_str).chain(transcripts).chain([SETTINGS]);
        let hashed = |path: &str| Some((path.to_owned(), self.texts.hash(path)?.clone()));
        let media = media.iter().map(|(path, media)| (path.clone(), media.hash.clone()));
        pages.filter_map(hashed).chain(media).collect()
    }

    fn put_together(
        self,
        settings: Option<Settings>,
        editions: Vec<Edition>,
        media: BTreeMap<String, Media>,
        manifest: BTreeMap<String, Hash>,
    ) -> Option<Course> {
        let settings = settings?;
        let version = Version { hash: version::hash(&manifest), shape: version::shape(&settings, editions.first()?) };
        let editions = editions.into_iter().map(|edition| (edition.language.clone(), edition)).collect();
        Some(Course { slug: self.slug, settings, editions, media, version, manifest })
    }
}

/// The languages that the course is translated into.
fn others(settings: &Settings) -> impl Iterator<Item = &Language> {
    settings.languages.iter().filter(|language| **language != settings.source_language)
}
