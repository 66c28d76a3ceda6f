//! `haven translate`: how far a course is translated, where to begin, and what is accepted. It needs no database.

mod accept;
mod records;
mod start;
mod status;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::words::{FluentValue, Words};
use clap::{Args, Subcommand, ValueEnum};
use course::{Folder, Language, Loaded};

use self::records::{Records, Remembering};
use super::stopped;
use crate::library;
use crate::on_disk::Unwritten;
use crate::shown::visible;

#[derive(Args)]
pub(crate) struct Translate {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// How far each language is: done, stale, missing, and the words there are to translate.
    Status {
        /// A course, or a folder of courses. By default where you are.
        #[arg(default_value = ".")]
        course: PathBuf,
        /// For a reader, or as JSON for a program.
        #[arg(long, default_value = "human")]
        format: Format,
    },
    /// Make the folder of a new language, with the pages of the source to write over. No file that is there is touched.
    Start {
        /// The course's folder.
        course: PathBuf,
        /// The language's tag: fr, ar, pt-BR.
        language: String,
    },
    /// Write down that what is translated stands for what the source says now.
    Accept {
        /// The course's folder.
        course: PathBuf,
        /// The language's tag, then, if you like, a file or an id: fr, fr 01-my-module.md, fr my-lesson. Without one,
        /// everything that does not still have the source's own words. With --unchanged-meaning, the language may be left out.
        #[arg(num_args = 0..=2)]
        what: Vec<String>,
        /// Only a typo was mended in the source: what is stale is not. In every language if none is named.
        #[arg(long)]
        unchanged_meaning: bool,
    },
}

#[derive(Clone, Copy, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
}

impl Translate {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        match self.what {
            What::Status { course, format } => status::run(&course, format),
            What::Start { course, language } => start::run(&course, &language),
            What::Accept { course, what, unchanged_meaning } => accept::run(&course, &what, unchanged_meaning),
        }
    }
}

/// A course's folder, read.
struct Read {
    folder: PathBuf,
    name: String,
    loaded: Loaded,
    /// The records as they were read.
    records: Records,
}

/// Reads a course that is there.
fn read(folder: &Path) -> anyhow::Result<Read> {
    if !library::is_course(folder) {
        return Err(refused("no-course", &[("folder", folder.display().to_string())]));
    }
    let slug = library::any_slug_of(folder);
    let name = library::name_of(folder).unwrap_or_else(|| slug.to_string());
    let source = Remembering::over(Folder::new(folder));
    let loaded = course::load(slug, &source, &library::labels);
    Ok(Read { folder: folder.to_owned(), name, loaded, records: source.records() })
}

impl Read {
    /// The language the course is written in.
    fn source(&self) -> anyhow::Result<&Language> {
        let course = self.loaded.course.as_ref();
        let course =
            course.ok_or_else(|| refused("unread-course", &[("folder", self.folder.display().to_string())]))?;
        Ok(&course.settings.source_language)
    }
}

/// A language as it was typed.
fn language(tag: &str) -> anyhow::Result<Language> {
    Language::parse(tag).map_err(|_| refused("bad-language", &[("language", tag.to_owned())]))
}

/// Why a command does nothing, and what to do, in words for the terminal.
fn refused(code: &str, about: &[(&str, String)]) -> anyhow::Error {
    let about: Vec<(&str, FluentValue<'_>)> = about.iter().map(|(name, text)| (*name, visible(text).into())).collect();
    stopped(&format!("translate-{code}"), &about)
}

/// Why a file was not written.
fn unwritten(file: &Path, why: &Unwritten) -> anyhow::Error {
    let file = ("file", file.display().to_string());
    match why {
        Unwritten::Changed => refused("changed", &[file]),
        Unwritten::ReadOnly => refused("read-only", &[file]),
        Unwritten::Link => refused("link", &[file]),
        Unwritten::System(error) => refused("unwritable", &[file, ("why", error.to_string())]),
    }
}

/// What was done, in words for the terminal.
fn said(code: &str, about: &[(&str, FluentValue<'_>)]) -> String {
    let clean = |value: &FluentValue<'_>| match value {
        FluentValue::String(text) => visible(text).into(),
        other => other.clone().into_owned(),
    };
    let about: Vec<(&str, FluentValue<'_>)> = about.iter().map(|(name, value)| (*name, clean(value))).collect();
    Words::english().text_with(&format!("translate-{code}"), &about)
}
