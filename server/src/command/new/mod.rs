//! `haven new course`: a course to begin with, or one made of a folder of Markdown. It needs no database.

mod place;
mod report;
mod walk;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::words::Words;
use clap::{Args, Subcommand};
use course::{Content, CourseSlug, Imported, Language, Refusal, Source, Wanted, begin, import};

use self::place::Place;
use self::walk::Walk;
use super::{language, stopped};
use crate::library;
use crate::shown::visible;
use crate::terminal::{say, say_line};

#[derive(Args)]
pub(crate) struct New {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Make a course: small and whole, to write over; or of a folder of Markdown, with --from. Nothing that is there is touched.
    Course {
        /// The folder to be made, such as courses/my-course. Its name becomes part of addresses: small letters, digits and hyphens.
        /// With --from, it is courses/ and the title if you name none.
        #[arg(required_unless_present = "from")]
        folder: Option<PathBuf>,
        /// A folder of Markdown: pages become modules, headings lessons, and lists with boxes questions, where that is sure.
        #[arg(long, value_name = "FOLDER")]
        from: Option<PathBuf>,
        /// The course's title, instead of that of the folder's README.md or index.md.
        #[arg(long, requires = "from")]
        title: Option<String>,
        /// The language that the course is written in, as a tag: en, fr, pt-BR.
        #[arg(long, value_name = "TAG", default_value = "en")]
        language: String,
    },
}

/// Where courses stand, if nobody says so.
const COURSES: &str = "courses";

impl New {
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        let What::Course { folder, from, title, language } = self.what;
        let language = Language::parse(&language).map_err(|_| refused("bad-language", &[("language", language)]))?;
        match (folder, from) {
            (folder, Some(from)) => make(&from, folder, title, language)?,
            (Some(folder), None) => first(&folder, &language)?,
            // The command line asks for one of them.
            (None, None) => {}
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// A course to begin with.
fn first(folder: &Path, language: &Language) -> anyhow::Result<()> {
    let place = Place::free(folder)?;
    let files = begin(&slug(folder)?, language);
    place.write(files.into_iter().map(|(path, text)| (path, Ok(text.into_bytes()))))?;
    let words = language::words(None);
    say_line(words.text_with("new-begun", &[("folder", shown(folder).into())]))?;
    say_line(report::next(&words, folder))?;
    Ok(())
}

/// A course of a folder of Markdown.
fn make(from: &Path, folder: Option<PathBuf>, title: Option<String>, language: Language) -> anyhow::Result<()> {
    if !from.is_dir() {
        return Err(refused("no-folder", &[("folder", shown(from))]));
    }
    if library::is_course(from) {
        return Err(refused("is-course", &[("folder", shown(from))]));
    }
    // What would be refused anyway is said before the work.
    if let Some(folder) = &folder {
        Place::free(folder)?;
    }
    let slug = folder.as_deref().map(slug).transpose()?;
    let source = Walk::over(from);
    let name = from.canonicalize().ok().and_then(|path| Some(path.file_name()?.to_string_lossy().into_owned()));
    let wanted = Wanted { slug, title, folder: name.unwrap_or_default(), language };
    let words = language::words(None);
    let imported = match import(&source, &wanted, &library::labels) {
        Ok(imported) => imported,
        Err((refusal, left)) => {
            say(report::left(&words, from, &source.unread(), &left))?;
            return Err(refusal_of(from, &refusal));
        }
    };
    let folder = folder.unwrap_or_else(|| named(&imported.slug));
    write(&imported, &source, &folder)?;
    say(report::left(&words, from, &source.unread(), &imported.left))?;
    say(report::made(&words, &imported, &folder))?;
    Ok(())
}

fn write(imported: &Imported, source: &Walk, folder: &Path) -> anyhow::Result<()> {
    let bytes = |content: &Content| match content {
        Content::Text(text) => Ok(text.clone().into_bytes()),
        Content::Copy(from) => source.read(from).map_err(|error| (from.clone(), error.to_string())),
    };
    Place::free(folder)?.write(imported.files.iter().map(|(path, content)| (path.clone(), bytes(content))))
}

/// Where a course of this name is put, if nobody says so.
fn named(slug: &CourseSlug) -> PathBuf {
    Path::new(COURSES).join(slug.as_ref())
}

fn slug(folder: &Path) -> anyhow::Result<CourseSlug> {
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
    CourseSlug::parse(&name).map_err(|_| refused("bad-name", &[("name", visible(&name))]))
}

fn refusal_of(from: &Path, refusal: &Refusal) -> anyhow::Error {
    let folder = ("folder", shown(from));
    match refusal {
        Refusal::Unreadable { why } => refused("unreadable", &[folder, ("why", why.clone())]),
        Refusal::TooManyFiles { limit } => refused("too-many-files", &[folder, ("limit", limit.to_string())]),
        Refusal::NoPages => refused("no-pages", &[folder]),
        Refusal::Unsettled => refused("unsettled", &[folder]),
    }
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string())
}

/// Why nothing was made, and what to do, in words for the terminal.
fn refused(code: &str, about: &[(&str, String)]) -> anyhow::Error {
    let about: Vec<_> = about.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
    stopped(&format!("new-{code}"), &about)
}

/// One of the words of a report.
fn said(words: &Words, id: &str, about: &[(&'static str, Option<String>)]) -> String {
    // How many there are decides about the words.
    let value =
        |(name, text): &(&'static str, Option<String>)| match (text, text.as_ref().map(|text| text.parse::<usize>())) {
            (_, Some(Ok(count))) if *name == "count" => (*name, count.into()),
            (Some(text), _) => (*name, text.clone().into()),
            // What is lacking is told as nothing, as in a check.
            (None, _) => (*name, 0.into()),
        };
    let about: Vec<_> = about.iter().map(value).collect();
    words.text_with(id, &about)
}
