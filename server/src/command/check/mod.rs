//! `haven check`: every mistake in a course with its place, its line and its mend.

mod human;
mod json;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use course::{CourseSlug, Folder, Loaded, Severity};

use crate::library;

#[derive(Args)]
pub(crate) struct Check {
    /// Courses, or folders of courses.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Warnings fail too.
    #[arg(long)]
    strict: bool,
    /// For a reader, or as JSON for a program.
    #[arg(long, default_value = "human")]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// The folder is not there, or holds no course.
const WRONG_USAGE: u8 = 2;

/// A course that was checked.
struct Checked {
    /// Its folder, as it was named.
    folder: PathBuf,
    /// The name of its folder, if that can be an address.
    slug: CourseSlug,
    loaded: Loaded,
}

impl Check {
    pub(crate) fn run(&self) -> ExitCode {
        let mut checked = Vec::new();
        let mut missing = None;
        for folder in &self.folders {
            let courses = courses(folder);
            missing = missing.or_else(|| courses.is_empty().then_some(folder));
            checked.extend(courses.into_iter().map(check));
        }
        // Nothing is checked by halves: a misspelt folder is said first, and nothing else.
        if let Some(folder) = missing {
            eprintln!("haven: {} is no course and holds none: a course has a file course.toml", folder.display());
            checked.clear();
        }
        match self.format {
            Format::Human if missing.is_none() => print!("{}", human::report(&checked)),
            Format::Human => {}
            Format::Json => println!("{}", json::report(&checked)),
        }
        if missing.is_some() { ExitCode::from(WRONG_USAGE) } else { self.verdict(&checked) }
    }

    fn verdict(&self, checked: &[Checked]) -> ExitCode {
        let fails = count(checked, Severity::Error) > 0 || (self.strict && count(checked, Severity::Warning) > 0);
        ExitCode::from(u8::from(fails))
    }
}

fn count(checked: &[Checked], severity: Severity) -> usize {
    checked.iter().flat_map(|one| &one.loaded.diagnostics).filter(|one| one.severity == severity).count()
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
fn check(folder: PathBuf) -> Checked {
    let name = std::path::absolute(&folder).ok().and_then(|path| Some(path.file_name()?.to_str()?.to_owned()));
    let slug = name.and_then(|name| CourseSlug::parse(&name).ok());
    let slug = slug.unwrap_or_else(|| CourseSlug::parse("course").expect("it is a slug"));
    let loaded = course::load(slug.clone(), &Folder::new(folder.clone()), &library::labels);
    Checked { folder, slug, loaded }
}
