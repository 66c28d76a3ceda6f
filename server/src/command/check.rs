//! `haven check`: every mistake in a course with its place, its line and its mend.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::words::Words;
use clap::Args;
use course::{CourseSlug, Diagnostic, Folder, Loaded, Severity};

use crate::{library, view};

#[derive(Args)]
pub(crate) struct Check {
    /// Courses, or folders of courses.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Warnings fail too.
    #[arg(long)]
    strict: bool,
}

/// The folder is not there, or holds no course.
const WRONG_USAGE: u8 = 2;

impl Check {
    pub(crate) fn run(&self) -> ExitCode {
        let words = Words::english();
        let (mut errors, mut warnings) = (0, 0);
        for folder in &self.folders {
            let courses = courses(folder);
            if courses.is_empty() {
                eprintln!("haven: {} is no course and holds none: a course has a file course.toml", folder.display());
                return ExitCode::from(WRONG_USAGE);
            }
            for course in courses {
                let loaded = load(&course);
                print!("{}", report(&words, &course, &loaded.diagnostics));
                errors += count(&loaded, Severity::Error);
                warnings += count(&loaded, Severity::Warning);
            }
        }
        println!("{}", words.text_with("checks-now", &[("errors", errors.into()), ("warnings", warnings.into())]));
        ExitCode::from(u8::from(errors > 0 || (self.strict && warnings > 0)))
    }
}

fn count(loaded: &Loaded, severity: Severity) -> usize {
    loaded.diagnostics.iter().filter(|one| one.severity == severity).count()
}

/// The folder itself, or the courses in it, in the order of their names.
fn courses(folder: &Path) -> Vec<PathBuf> {
    if folder.join("course.toml").is_file() {
        return vec![folder.to_owned()];
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut courses: Vec<PathBuf> = entries.filter(|path| path.join("course.toml").is_file()).collect();
    courses.sort();
    courses
}

/// A folder whose name cannot be an address is checked all the same, under another.
fn load(course: &Path) -> Loaded {
    let name = std::path::absolute(course).ok().and_then(|path| Some(path.file_name()?.to_str()?.to_owned()));
    let slug = name.and_then(|name| CourseSlug::parse(&name).ok());
    let slug = slug.unwrap_or_else(|| CourseSlug::parse("course").expect("it is a slug"));
    course::load(slug, &Folder::new(course), &library::labels)
}

/// Each diagnostic as an author reads it: place, message, the line with the fault marked, the mend.
fn report(words: &Words, course: &Path, diagnostics: &[Diagnostic]) -> String {
    diagnostics.iter().map(|one| paragraph(words, course, one)).collect()
}

fn paragraph(words: &Words, course: &Path, one: &Diagnostic) -> String {
    let place = course.join(&one.file);
    let mut text = format!(
        "{}:{}:{}: {}: {}\n",
        place.display(),
        one.line,
        one.column,
        one.severity.as_str(),
        view::diagnostic(words, one)
    );
    if let Some(line) = &one.source_line {
        text.push_str(&format!("    | {line}\n    | {}\n", view::marks(one)));
    }
    text.push_str(&format!("    = {}\n\n", view::mend(words, one)));
    text
}
