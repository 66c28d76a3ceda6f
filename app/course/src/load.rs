//! The whole way from a source to a course: see the crate's page for the steps. Nothing stops at the first fault; each step
//! goes on with what could be read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use crate::advice::{self, allow};
use crate::course::{Course, Edition};
use crate::diagnostic::{Diagnostic, Fault, Faults, Report, Severity, Silenced};
use crate::draws::{self, There};
use crate::edition::{Draft, Drafts, Making};
use crate::files::{Files, Name, SETTINGS};
use crate::ids;
use crate::ink::{Ink, Inks};
use crate::labels::Labels;
use crate::links::{Addresses, Index, Map, resolve};
use crate::markdown::parse;
use crate::markdown::tree::Page;
use crate::media::{Films, Media, check_captions, films, is_captions};
use crate::names::{CourseSlug, Hash, Language};
use crate::reader::Past;
use crate::settings::{self, Read, Settings};
use crate::source::Source;
use crate::text::Texts;
use crate::translation::record::{self, Records};
use crate::translation::{Pages, Translation};
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
        let found = self.media();
        let mut drafts = self.drafts(language, settings, read.is_whole, None);
        self.check_course_page(language, &drafts);
        let mut used = self.resolve(&mut drafts, language, settings, &found);
        let ink = self.ink(language);
        let inks = Inks { own: ink.clone(), source: ink };
        let edition = self.edition(&mut drafts, settings, &inks, true);
        self.check_settings(&read, settings, &drafts, &edition);
        let mut made = Made::default();
        made.add(edition, &drafts);
        for other in others(settings) {
            let (source, media) = ((&drafts, &inks.source), (&found, &mut used));
            translations.push(self.translation(other, &read, settings, source, media, &mut made));
        }
        self.check_beside(settings, &used, &found);
        let media = self.used(&used, found);
        if let Some(text) = self.texts.get(SETTINGS) {
            advice::hidden::check(text, None, self.report.file(SETTINGS));
        }
        drafts.0.iter_mut().for_each(|draft| self.advise(draft, settings, language));
        self.silence(&read.spots.allowed, &drafts, &made.own);
        let course_page = drafts.find(&Name::Course).is_some_and(|draft| draft.page.is_some());
        let is_whole = course_page && self.files.has(SETTINGS);
        let manifest = is_whole.then(|| self.manifest(&made.pages, &used, &media));
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

    /// Reads a translation and completes it from the source.
    fn translation(
        &mut self,
        language: &Language,
        read: &Read,
        settings: &Settings,
        (source, ink): (&Drafts, &Arc<Ink>),
        (found, used): (&Found, &mut BTreeSet<String>),
        made: &mut Made,
    ) -> Translation {
        let mut own = self.drafts(language, settings, read.is_whole, Some(source));
        if own.0.is_empty() {
            let fault = Fault::LanguageEmpty { language: language.to_string() };
            self.report.file(SETTINGS).at(read.spots.languages.get(language).cloned().unwrap_or(0..0), fault);
        }
        let record = self.record(language);
        let has_sound_record = record.is_some();
        let record = record.unwrap_or_default();
        let mut pages = Pages { source, own: &own, language, record: &record, past: self.past };
        let (mut drafts, pages) = pages.complete(self.report);
        used.append(&mut self.resolve(&mut drafts, language, settings, found));
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
        Translation { language: language.clone(), pages, has_sound_record }
    }

    /// What was accepted in a language: nothing where nothing was. None if it cannot be read.
    fn record(&mut self, language: &Language) -> Option<Arc<Records>> {
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
    fn drafts(&mut self, language: &Language, settings: &Settings, is_whole: bool, source: Option<&Drafts>) -> Drafts {
        let mut drafts = Drafts::default();
        for (name, path) in self.files.pages(language, settings, is_whole, self.report) {
            let size = self.files.sizes.get(&path).copied().filter(|_| name.kind().is_some());
            let text = size.and_then(|size| self.texts.read(self.source, &path, size, self.report.file(&path)));
            let (earlier, faults) = (self.past.draft(&path), self.report.file(&path));
            drafts.0.push(Draft::parse(earlier, name, path, text, faults));
        }
        ids::check(&drafts, source, |path| self.texts.get(path), self.report);
        drafts
    }

    fn check_course_page(&mut self, language: &Language, drafts: &Drafts) {
        if drafts.find(&Name::Course).is_none() {
            let page = format!("{language}/course.md");
            self.report.file(&page).whole(Fault::CoursePageMissing { page: page.clone() });
        }
    }

    /// Resolves links and pictures, and returns the paths of the files they name, with what stands beside them.
    fn resolve(
        &mut self,
        drafts: &mut Drafts,
        language: &Language,
        settings: &Settings,
        found: &Found,
    ) -> BTreeSet<String> {
        let (slug, files) = (self.slug.clone(), self.files);
        let addresses = Addresses { language, course: &slug };
        let mut map = Map::new(files.sizes.keys(), found.clone());
        for draft in &drafts.0 {
            map.add(&draft.path, &draft.name, draft.page.as_ref(), &addresses);
        }
        let index = Index::new(&map, 0);
        let read = |path: &str, foreign: bool| self.transcript(path, foreign, &index);
        let films = Films::find(found, files, (language, &settings.source_language), read);
        let (mut used, mut shown) = (index.used().0, 0);
        map.films = films;
        let map = self.past.map(language, map);
        for draft in &mut drafts.0 {
            let mut unheard = Faults::default();
            let faults = if draft.unheard { &mut unheard } else { self.report.file(&draft.path) };
            let (named, after) = draft.resolve(map, shown, faults);
            used.extend(named);
            shown = after;
        }
        let beside: Vec<String> = used.iter().flat_map(|path| map.1.films.beside(path)).collect();
        used.extend(beside);
        used
    }

    /// Reads a transcript. It is Markdown as a lesson is, and stands within one. What is wrong with one in another language is
    /// told in that.
    fn transcript(&mut self, path: &str, foreign: bool, index: &Index<'_>) -> Option<Page> {
        let size = self.files.sizes.get(path).copied()?;
        let mut unheard = Faults::default();
        let faults = if foreign { &mut unheard } else { self.report.file(path) };
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

    /// Names what is missing beside the films and sounds that are used.
    fn check_beside(&mut self, settings: &Settings, used: &BTreeSet<String>, found: &Found) {
        let played = found.values().flatten().filter(|media| media.kind.is_played() && used.contains(&media.path));
        for media in played {
            let faults = self.report.file(&media.path);
            films::check_beside(media, &settings.source_language, &settings.languages, self.files, faults);
        }
    }

    /// Says of a page without errors what could be better, and names hidden signs everywhere.
    fn advise(&mut self, draft: &mut Draft, settings: &Settings, language: &Language) {
        let faults = self.report.file(&draft.path);
        if draft.page.is_some() {
            let is_source = *language == settings.source_language;
            draft.advise((language, settings.mixes(&draft.name), is_source), faults);
        } else if let Some(text) = self.texts.get(&draft.path) {
            advice::hidden::check(text, Some(language), faults);
        }
    }

    /// Silences what the author lets stand, and names what silences nothing. Translators copy such a comment before its words
    /// are theirs, so nothing is said of one in a translation.
    fn silence(&mut self, allowed: &[allow::Allow], source: &Drafts, translations: &Drafts) {
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

/// What was made of the pages so far: the source first.
#[derive(Default)]
struct Made {
    /// The paths of the pages.
    pages: Vec<String>,
    editions: Vec<Edition>,
    /// The pages of translations as they were written.
    own: Drafts,
    /// The same, completed.
    completed: Vec<Draft>,
}

impl Made {
    /// Adds an edition, which was made of these pages. What it has from the source to the letter it shares with it.
    fn add(&mut self, mut edition: Edition, drafts: &Drafts) {
        self.pages.extend(drafts.paths());
        if let Some(source) = self.editions.first() {
            edition.share(source);
        }
        self.editions.push(edition);
    }
}

/// The languages that the course is translated into.
fn others(settings: &Settings) -> impl Iterator<Item = &Language> {
    settings.languages.iter().filter(|language| **language != settings.source_language)
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
                faults.at(id.span.clone(), Fault::TranslationKey { source: "other".to_owned() });
            });
        }
    }
}
