//! `haven check`: every mistake in a course or a country pack, with its place, its line and its mend.

mod human;
mod json;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use course::{CountryCode, Course, CourseSlug, Day, Diagnostic, Folder, Severity};

use crate::{countries, library, view};

#[derive(Args)]
pub(crate) struct Check {
    /// Courses, or folders of courses.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// A folder of country packs. By default that called `countries` in a folder of courses, or beside a course.
    #[arg(long)]
    countries: Option<PathBuf>,
    /// The day it is taken to be, such as 2026-11-24: today by default.
    #[arg(long, value_parser = day)]
    as_of: Option<Day>,
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
/// The folder of country packs, and their name in a report.
const PACKS: &str = "countries";

/// A course that was checked, or a folder of packs.
struct Checked {
    /// Its folder, as it was named.
    folder: PathBuf,
    /// What it is.
    what: What,
    diagnostics: Vec<Diagnostic>,
}

enum What {
    /// A course, by the name of its folder if that can be an address, as far as it could be read.
    Course(CourseSlug, Option<Box<Course>>),
    /// Packs: the countries of which something is told.
    Packs(Vec<CountryCode>),
}

impl Checked {
    /// What it is called in a report.
    fn name(&self) -> &str {
        match &self.what {
            What::Course(slug, _) => slug.as_ref(),
            What::Packs(_) => PACKS,
        }
    }
}

impl Check {
    pub(crate) fn run(&self) -> ExitCode {
        let mut checked = Vec::new();
        let missing = self.missing();
        // Nothing is checked by halves: a misspelt folder is said first, and nothing else.
        match &missing {
            Some(missing) => eprintln!("haven: {missing}"),
            None => checked.extend(self.check()),
        }
        match self.format {
            Format::Human if missing.is_none() => print!("{}", human::report(&checked)),
            Format::Human => {}
            Format::Json => println!("{}", json::report(&checked)),
        }
        if missing.is_some() { ExitCode::from(WRONG_USAGE) } else { self.verdict(&checked) }
    }

    /// What is not there, in words for the terminal.
    fn missing(&self) -> Option<String> {
        let empty = self.folders.iter().find(|folder| courses(folder).is_empty());
        let empty = empty
            .map(|folder| format!("{} is no course and holds none: a course has a file course.toml", folder.display()));
        let packs = self.countries.iter().find(|folder| !folder.is_dir());
        empty.or_else(|| packs.map(|folder| format!("the folder of country packs {} is not there", folder.display())))
    }

    fn check(&self) -> Vec<Checked> {
        let as_of = self.as_of.unwrap_or_else(|| view::day(time::OffsetDateTime::now_utc().date()));
        let mut checked: Vec<Checked> = self.folders.iter().flat_map(|folder| courses(folder)).map(check).collect();
        let mut seen = BTreeSet::new();
        match &self.countries {
            Some(folder) => checked.push(packs(folder.clone(), as_of)),
            None => checked.extend(self.folders.iter().filter_map(|folder| beside(folder, as_of, &mut seen))),
        }
        checked
    }

    fn verdict(&self, checked: &[Checked]) -> ExitCode {
        let fails = count(checked, Severity::Error) > 0 || (self.strict && count(checked, Severity::Warning) > 0);
        ExitCode::from(u8::from(fails))
    }
}

fn count(checked: &[Checked], severity: Severity) -> usize {
    checked.iter().flat_map(|one| &one.diagnostics).filter(|one| one.severity == severity).count()
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
    let what = What::Course(slug, loaded.course.map(Box::new));
    Checked { folder, what, diagnostics: loaded.diagnostics }
}

/// The packs in a folder of courses, or beside a single course: those once, however many courses stand beside them.
fn beside(folder: &Path, as_of: Day, seen: &mut BTreeSet<PathBuf>) -> Option<Checked> {
    let alone = folder.join("course.toml").is_file();
    let folder = if alone { countries::beside(&above(folder)) } else { countries::beside(folder) };
    let known = folder.canonicalize().ok().filter(|folder| folder.is_dir())?;
    if !seen.insert(known) {
        return None;
    }
    let mut checked = packs(folder, as_of);
    if alone {
        // When a pack was looked up is the business of whoever keeps the packs, not of the author of one course.
        checked.diagnostics.retain(|one| one.severity == Severity::Error);
    }
    Some(checked)
}

/// The folder in which this one stands.
fn above(folder: &Path) -> PathBuf {
    match (folder.file_name(), folder.parent()) {
        (Some(_), Some(above)) => above.to_owned(),
        // It is called by no name, such as `.`.
        _ => folder.join(".."),
    }
}

fn packs(folder: PathBuf, as_of: Day) -> Checked {
    let read = course::load_countries(&Folder::new(folder.clone()), as_of);
    let what = What::Packs(read.sound.keys().copied().collect());
    Checked { folder, what, diagnostics: read.diagnostics }
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "write year, month and day, such as 2026-11-24".to_owned())
}
