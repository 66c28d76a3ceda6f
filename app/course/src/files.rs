//! The files of a course by what they are, as their paths say.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Fault, Report};
use crate::names::{self, Language, ModuleSlug, NameFault, SurveySlug, TestSlug};
use crate::nearest::nearest;
use crate::outline::PageKind;
use crate::settings::Settings;
use crate::source::{Entry, MOST_FILES, Source};
use crate::translation::RECORD;

/// The file of the settings: a folder with one in it is a course.
pub const SETTINGS: &str = "course.toml";
/// The folder of pictures, sound and film.
pub(crate) const MEDIA: &str = "media/";

/// The endings of files with words in them that are not read.
const UNREAD: &[&str] = &[".txt", ".text", ".docx", ".doc", ".odt", ".rtf", ".html"];

/// A page of Markdown in the folder of a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Name {
    /// `course.md`.
    Course,
    /// A module, by number and slug.
    Module(u32, ModuleSlug),
    /// The page of a test.
    Test(TestSlug),
    /// A bank of questions, by name.
    Bank(String),
    /// The page of a survey.
    Survey(SurveySlug),
    /// `glossary.md`.
    Glossary,
    /// A page whose name is at fault, which has been told: what it seems to be, and its path. It is checked as that, and is
    /// no part of the course.
    Other(Option<PageKind>, String),
}

/// The paths of a course, each usable on every machine and none leading out of its folder.
#[derive(Debug, Default)]
pub(crate) struct Files {
    pub(crate) sizes: BTreeMap<String, u64>,
}

impl Files {
    /// Lists them. None if they cannot be listed or are too many.
    pub(crate) fn list(source: &dyn Source, report: &mut Report) -> Option<Self> {
        let entries = match source.list() {
            Ok(entries) => entries,
            Err(error) => {
                report.file(".").whole(Fault::Unreadable { why: error.to_string() });
                return None;
            }
        };
        let entries: Vec<Entry> =
            entries.into_iter().filter(|entry| !is_hidden(&entry.path) || is_record(&entry.path)).collect();
        if entries.len() > MOST_FILES {
            report.file(".").whole(Fault::TooManyFiles { limit: MOST_FILES.to_string() });
            return None;
        }
        let mut files = Self::default();
        for entry in entries {
            if entry.symlink {
                report.file(&entry.path).whole(Fault::Symlink {});
            } else if !is_usable(&entry.path) {
                report.file(&entry.path).whole(Fault::BadPath {});
            } else {
                files.sizes.insert(entry.path, entry.size);
            }
        }
        files.check_capitals(report);
        Some(files)
    }

    /// Names files that differ from another in capitals only: Windows and macOS take the two for one.
    fn check_capitals(&self, report: &mut Report) {
        let mut seen = BTreeMap::new();
        for path in self.sizes.keys() {
            if let Some(other) = seen.insert(path.to_lowercase(), path) {
                report.file(path).whole(Fault::NamesAlike { other: other.clone() });
            }
        }
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.sizes.contains_key(path)
    }

    /// The files in `media/` that are shown or played: not notes about them, not transcripts.
    pub(crate) fn media(&self) -> impl Iterator<Item = &str> {
        self.sizes.keys().map(String::as_str).filter(|path| path.starts_with(MEDIA) && !path.ends_with(".md"))
    }

    /// The folders that have a `course.md` and are named like a language.
    pub(crate) fn languages(&self) -> BTreeSet<Language> {
        let folders = self.sizes.keys().filter_map(|path| path.strip_suffix("/course.md"));
        folders.filter_map(|folder| Language::parse(folder).ok()).collect()
    }

    /// The Markdown files in the folder of a language, notes left out.
    pub(crate) fn in_language(&self, language: &Language) -> impl Iterator<Item = &str> {
        let prefix = format!("{language}/");
        let paths = self.sizes.keys().map(String::as_str).filter(|path| is_page(path) && !is_note(path));
        paths.filter(move |path| path.starts_with(&prefix))
    }

    /// Names files and folders that look as if they were part of the course, and are not read: an editor or a system gave them
    /// another ending, or capitals.
    pub(crate) fn check_unread(&self, settings: &Settings, report: &mut Report) {
        let folders = || settings.languages.iter().map(AsRef::as_ref).chain(["media"]);
        let mut told = BTreeSet::new();
        for path in self.sizes.keys() {
            let Some((folder, within)) = path.split_once('/') else { continue };
            if let Some(meant) = folders().find(|known| *known != folder && known.eq_ignore_ascii_case(folder)) {
                if told.insert(folder) {
                    report.file(path).whole(Fault::FileUnread { nearest: format!("{meant}/{within}") });
                }
            } else if folder != "media" && folders().any(|known| known == folder) && !is_page(path) {
                let stem = UNREAD.iter().find_map(|ending| path.strip_suffix(ending));
                if let Some(stem) = stem {
                    let nearest = format!("{}.md", stem.strip_suffix(".md").unwrap_or(stem));
                    report.file(path).whole(Fault::FileUnread { nearest });
                }
            }
        }
    }

    /// The pages in the folder of a language, in the order in which they are read: the course's, modules, tests, banks,
    /// surveys.
    /// Where the settings could not be read, a page that could be a test's counts as one.
    pub(crate) fn pages(
        &self,
        language: &Language,
        settings: &Settings,
        is_whole: bool,
        report: &mut Report,
    ) -> BTreeMap<Name, String> {
        let mut pages = BTreeMap::new();
        for path in self.in_language(language) {
            let within = &path[language.as_ref().len() + 1..];
            match name(within, settings, is_whole) {
                Ok(name) => add(&mut pages, name, path, report),
                Err(fault) => {
                    pages.insert(Name::Other(seems(within, &fault), path.to_owned()), path.to_owned());
                    report.file(path).whole(fault);
                }
            }
        }
        pages
    }
}

fn add(pages: &mut BTreeMap<Name, String>, name: Name, path: &str, report: &mut Report) {
    if let Name::Module(number, slug) = &name {
        let modules = || pages.iter().filter_map(|(name, other)| module(name).map(|own| (own, other)));
        if let Some((_, other)) = modules().find(|((_, own), _)| *own == slug) {
            let fault = Fault::ModuleTwice { module: slug.to_string(), other: other.clone() };
            report.file(path).whole(fault);
            pages.insert(Name::Other(Some(PageKind::Module), path.to_owned()), path.to_owned());
            return;
        }
        if let Some((_, other)) = modules().find(|((own, _), _)| *own == number) {
            report.file(path).whole(Fault::NumberTwice { number: number.to_string(), other: other.clone() });
        }
    }
    pages.insert(name, path.to_owned());
}

fn module(name: &Name) -> Option<(&u32, &ModuleSlug)> {
    if let Name::Module(number, slug) = name { Some((number, slug)) } else { None }
}

/// What a path within the folder of a language is.
fn name(within: &str, settings: &Settings, is_whole: bool) -> Result<Name, Fault> {
    let Some(stem) = within.strip_suffix(".md") else { return Err(Fault::BadName { name: within.to_owned() }) };
    if let Some(bank) = stem.strip_prefix("bank/") {
        return names::slug(bank)
            .map(|()| Name::Bank(bank.to_owned()))
            .map_err(|_| Fault::BadName { name: bank.to_owned() });
    }
    if let Some(survey) = stem.strip_prefix("surveys/") {
        return survey_name(survey, settings, is_whole);
    }
    if stem == "glossary" {
        return Ok(Name::Glossary);
    }
    if stem == "course" {
        return Ok(Name::Course);
    }
    if let Some((number, slug)) = module_name(stem) {
        return ModuleSlug::parse(slug).map(|slug| Name::Module(number, slug)).map_err(|why| match why {
            NameFault::Reserved => Fault::ReservedName { name: slug.to_owned() },
            _ => Fault::BadName { name: slug.to_owned() },
        });
    }
    let test = TestSlug::parse(stem).ok().filter(|test| settings.tests.contains_key(test) || !is_whole);
    let nearest = || nearest(stem, settings.tests.keys().map(AsRef::as_ref));
    test.map(Name::Test).ok_or_else(|| Fault::UnknownPage { nearest: nearest() })
}

/// What a page in `surveys/` is.
fn survey_name(stem: &str, settings: &Settings, is_whole: bool) -> Result<Name, Fault> {
    let slug = SurveySlug::parse(stem).map_err(|_| Fault::BadName { name: stem.to_owned() })?;
    if !is_whole || settings.surveys.contains_key(&slug) {
        return Ok(Name::Survey(slug));
    }
    let nearest = nearest(stem, settings.surveys.keys().map(AsRef::as_ref));
    Err(Fault::UnknownSurvey { survey: slug.to_string(), nearest })
}

/// The number and the rest of a module's name.
pub(crate) fn module_name(stem: &str) -> Option<(u32, &str)> {
    let (number, slug) = stem.split_once('-')?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    Some((number.parse().ok().filter(|_| digits)?, slug))
}

/// Whether a file is Markdown: those whose names end in another way than `.md` are told.
fn is_page(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.ends_with(".md") || path.ends_with(".markdown")
}

/// What a page seems to be whose name is at fault. None if nobody can tell, or if Haven does not read such pages yet.
fn seems(within: &str, fault: &Fault) -> Option<PageKind> {
    match fault {
        Fault::NotYet { .. } => None,
        Fault::UnknownPage { nearest } if nearest == "none" => None,
        _ if within.starts_with("bank/") => Some(PageKind::Bank),
        _ if within.starts_with("surveys/") => Some(PageKind::Survey),
        _ if within.starts_with(|c: char| c.is_ascii_digit()) => Some(PageKind::Module),
        _ => Some(PageKind::Test),
    }
}

/// Notes for those who write the course: no part of it.
fn is_note(within: &str) -> bool {
    matches!(within.rsplit('/').next(), Some("README.md" | "REVIEW.md"))
}

/// What was translated from what: no part of the course, but read.
fn is_record(path: &str) -> bool {
    path.split_once('/').is_some_and(|(folder, within)| within == RECORD && Language::parse(folder).is_ok())
}

fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') && part != "." && part != "..")
}

/// Whether a path stays in the folder and is a path on every machine.
pub(crate) fn is_usable(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part != "." && part != "..";
    let letter = |c: char| c.is_control() || matches!(c, '\\' | ':' | '\u{fffd}');
    path.split('/').all(part) && !path.contains(letter)
}
