//! `haven check`: every mistake in a course or a country pack, with its place, its line and its mend; and applying those mends about
//! which nobody has to decide anything.

mod explain;
mod fix;
mod human;
mod json;
mod sarif;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::words::Words;
use clap::{Args, ValueEnum};
use course::{CountryCode, Course, CourseSlug, Day, Diagnostic, Folder, Reader, Severity, Silenced, Source};

use self::fix::{Fixed, fix};
use super::language;
use crate::shown::visible;
use crate::{countries, library, view};

#[derive(Args)]
#[command(
    after_help = "Exit codes:\n  0  there is nothing to mend\n  1  there are errors, or with --strict warnings\n  2  the command is \
    mistyped, or a folder is not there"
)]
pub(crate) struct Check {
    /// Courses, or folders of courses.
    #[arg(required_unless_present = "explain")]
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
    /// Goes on: checks again whenever a file is saved, until Ctrl-C. For a program, a line for each time.
    #[arg(long, conflicts_with_all = ["fix", "strict"])]
    watch: bool,
    /// For a reader, as JSON for a program, or as SARIF for an editor or a code host.
    #[arg(long, default_value = "human")]
    format: Format,
    /// Mend what can be mended without deciding anything, then tell what is left.
    #[arg(long)]
    fix: bool,
    /// Write nothing, and show what --fix would change, as a unified diff.
    #[arg(long, requires = "fix", conflicts_with = "format")]
    dry_run: bool,
    /// Say why a mistake of this code is one, and check nothing.
    #[arg(long, value_name = "CODE", conflicts_with_all = ["fix", "format", "strict"])]
    explain: Option<String>,
    /// The language of the messages, such as fr: that of the terminal by default, and English where Haven does not speak it.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
    Sarif,
}

/// The folder is not there, or holds no course; there is no such code.
const WRONG_USAGE: u8 = 2;

/// Who read a course before reads it again the faster: by the course's folder.
type Readers = BTreeMap<PathBuf, Reader>;

/// A course that was checked, or a folder of packs.
struct Checked {
    /// Its folder, as it was named.
    folder: PathBuf,
    /// What it is.
    what: What,
    /// It was named, or stands in a folder that was: it may be mended.
    asked: bool,
    diagnostics: Vec<Diagnostic>,
    /// The warnings that its author lets stand.
    silenced: Vec<Silenced>,
}

enum What {
    /// A course, by the name of its folder if that can be an address, as far as it could be read.
    Course(CourseSlug, Option<Box<Course>>),
    /// Packs: the countries of which something is told.
    Packs(Vec<CountryCode>),
}

impl Checked {
    fn of(folder: PathBuf, what: What, as_of: Day) -> Self {
        let (what, diagnostics, silenced) = what.find(&Folder::new(folder.clone()), as_of);
        Self { folder, what, asked: true, diagnostics, silenced }
    }

    /// What it is called in a report.
    fn name(&self) -> &str {
        match &self.what {
            What::Course(slug, _) => slug.as_ref(),
            What::Packs(_) => countries::PACKS,
        }
    }
}

impl Check {
    pub(crate) fn run(&self) -> ExitCode {
        let words = language::words(self.language.as_deref());
        if let Some(code) = &self.explain {
            return explain(&words, code);
        }
        // Nothing is checked by halves: a misspelt folder is said first, and nothing else.
        if let Some(missing) = self.missing(&words) {
            eprintln!("haven: {missing}");
            self.print(&words, &[], false);
            return ExitCode::from(WRONG_USAGE);
        }
        if self.watch {
            // Whoever ends it, or reads no more what it says, has what they wanted.
            return self.watch(&words).map_or(ExitCode::SUCCESS, |()| ExitCode::SUCCESS);
        }
        let mut checked = self.check(&mut Readers::new());
        if self.fix {
            self.mend(&words, &mut checked);
        }
        if !self.dry_run {
            self.print(&words, &checked, true);
        }
        self.verdict(&checked)
    }

    fn print(&self, words: &Words, checked: &[Checked], ran: bool) {
        match self.format {
            Format::Human if ran => print!("{}", human::report(words, checked)),
            Format::Human => {}
            Format::Json => println!("{}", json::report(words, checked)),
            Format::Sarif => println!("{}", sarif::report(words, checked, ran)),
        }
    }

    /// What is not there, in words for the terminal.
    fn missing(&self, words: &Words) -> Option<String> {
        let say =
            |id, folder: &PathBuf| words.text_with(id, &[("folder", visible(&folder.display().to_string()).into())]);
        let empty = self.folders.iter().find(|folder| courses(folder).is_empty());
        let packs = self.countries.iter().find(|folder| !folder.is_dir());
        empty.map(|folder| say("check-no-course", folder)).or_else(|| packs.map(|folder| say("check-no-packs", folder)))
    }

    /// Mends what was asked for, says what was done, and leaves in `checked` what is left to do.
    fn mend(&self, words: &Words, checked: &mut [Checked]) {
        let (mut mistakes, mut files) = (0, 0);
        for one in checked.iter_mut().filter(|one| one.asked) {
            let fixed = self.mend_one(words, one);
            mistakes += fixed.lines.len();
            files += fixed.count();
        }
        let id = if self.dry_run { "fix-would" } else { "fix-now" };
        self.say(&words.text_with(id, &[("mistakes", mistakes.into()), ("files", files.into())]));
        self.say("");
    }

    fn mend_one(&self, words: &Words, one: &mut Checked) -> Fixed {
        let as_of = self.as_of();
        let fixed = fix(words, one, &|source| one.what.find(source, as_of).1);
        if self.dry_run {
            print!("{}", fixed.diff(&one.folder));
            one.diagnostics.clone_from(&fixed.left);
            return fixed;
        }
        fixed.lines.iter().for_each(|line| self.say(line));
        fixed.write(words, &one.folder).iter().for_each(|line| eprintln!("haven: {line}"));
        // What is on the disk is what counts.
        (one.what, one.diagnostics, one.silenced) = one.what.find(&Folder::new(one.folder.clone()), as_of);
        fixed
    }

    /// What is said of the mending. Where a program or `patch` reads the output, it goes to the terminal beside it.
    fn say(&self, line: &str) {
        if self.dry_run || self.format != Format::Human {
            eprintln!("{line}");
        } else {
            println!("{line}");
        }
    }

    fn as_of(&self) -> Day {
        self.as_of.unwrap_or_else(|| view::day(time::OffsetDateTime::now_utc().date()))
    }

    fn check(&self, readers: &mut Readers) -> Vec<Checked> {
        let as_of = self.as_of();
        let folders = self.folders.iter().flat_map(|folder| courses(folder));
        let mut checked: Vec<Checked> = folders.map(|folder| check(folder, readers)).collect();
        let mut seen = BTreeSet::new();
        match &self.countries {
            Some(folder) => checked.push(packs(folder.clone(), as_of)),
            None => checked.extend(self.folders.iter().filter_map(|folder| beside(folder, as_of, &mut seen))),
        }
        checked
    }

    /// The folders in which everything stands that `check` reads and that is there: the packs beside a single course too.
    fn watched(&self) -> Vec<PathBuf> {
        let alone = self.folders.iter().filter(|folder| self.countries.is_none() && library::is_course(folder));
        let beside: BTreeSet<PathBuf> = alone.map(|folder| packs_of(folder)).filter(|packs| packs.is_dir()).collect();
        self.folders.iter().chain(&self.countries).cloned().chain(beside).collect()
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
pub(super) fn courses(folder: &Path) -> Vec<PathBuf> {
    if library::is_course(folder) {
        return vec![folder.to_owned()];
    }
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut courses: Vec<PathBuf> = entries.filter(|path| library::is_course(path)).collect();
    courses.sort();
    courses
}

fn explain(words: &Words, code: &str) -> ExitCode {
    match explain::explain(words, code) {
        Some(text) => print!("{text}"),
        None => {
            eprintln!("haven: {}", words.text_with("explain-unknown", &[("code", visible(code).into())]));
            return ExitCode::from(WRONG_USAGE);
        }
    }
    ExitCode::SUCCESS
}

impl What {
    /// Checks what lies in a source as what this is: what came of it, what was found, and what its author lets stand.
    fn find(&self, source: &dyn Source, as_of: Day) -> (Self, Vec<Diagnostic>, Vec<Silenced>) {
        match self {
            Self::Course(slug, _) => {
                let loaded = course::load(slug.clone(), source, &library::labels);
                (Self::Course(slug.clone(), loaded.course.map(Box::new)), loaded.diagnostics, loaded.silenced)
            }
            Self::Packs(_) => {
                let read = course::load_countries(source, as_of);
                (Self::Packs(read.sound.keys().copied().collect()), read.diagnostics, Vec::new())
            }
        }
    }
}

/// A folder whose name cannot be an address is checked all the same, under another.
fn check(folder: PathBuf, readers: &mut Readers) -> Checked {
    let slug = library::any_slug_of(&folder);
    let reader = readers.entry(folder.clone()).or_insert_with(|| Reader::new(slug.clone()));
    let loaded = reader.read(&Folder::new(folder.clone()), &library::labels);
    let what = What::Course(slug, loaded.course.map(Box::new));
    Checked { folder, what, asked: true, diagnostics: loaded.diagnostics, silenced: loaded.silenced }
}

/// The folder of packs in a folder of courses, or beside a single course.
fn packs_of(folder: &Path) -> PathBuf {
    if library::is_course(folder) { countries::beside(&above(folder)) } else { countries::beside(folder) }
}

/// The packs of a folder: those once, however many courses stand beside them.
fn beside(folder: &Path, as_of: Day, seen: &mut BTreeSet<PathBuf>) -> Option<Checked> {
    let (alone, folder) = (library::is_course(folder), packs_of(folder));
    let known = folder.canonicalize().ok().filter(|folder| folder.is_dir())?;
    if !seen.insert(known) {
        return None;
    }
    let mut checked = packs(folder, as_of);
    if alone {
        // When a pack was looked up is the business of whoever keeps the packs, not of the author of one course.
        checked.diagnostics.retain(|one| one.severity == Severity::Error);
        checked.asked = false;
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
    Checked::of(folder, What::Packs(Vec::new()), as_of)
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "write year, month and day, such as 2026-11-24".to_owned())
}
