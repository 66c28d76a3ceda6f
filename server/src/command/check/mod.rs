//! `haven check`: every mistake in a course or a country pack, with its place, its line and its mend; and applying those mends about
//! which nobody has to decide anything.

mod explain;
mod fix;
mod human;
mod json;
mod name;
mod sarif;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use app::words::Words;
use clap::{Args, ValueEnum};
use course::{CountryCode, Course, CourseSlug, Day, Diagnostic, Folder, Reader, Severity, Silenced, Source};

use self::fix::{Written, fix};
use super::language;
use crate::on_disk::is_link;
use crate::shown::visible;
use crate::terminal::{remark, say, say_line, unsaid};
use crate::{countries, library, view};

#[derive(Args)]
#[command(
    after_help = "Exit codes:\n  0  there is nothing to mend\n  1  there are errors, or with --strict warnings; or something could not be written\n  2  the command is \
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
    /// It is a course in a folder whose name cannot be an address: that name.
    misnamed: Option<String>,
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
        Self { folder, what, asked: true, misnamed: None, diagnostics, silenced }
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
    /// # Errors
    /// If what there is to say cannot be written.
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let words = language::words(self.language.as_deref());
        if let Some(code) = &self.explain {
            return explain(&words, code);
        }
        // Nothing is checked by halves: a misspelt folder is said first, and nothing else.
        if let Some(missing) = self.missing(&words) {
            remark(format!("haven: {missing}"));
            self.print(&words, &[], false)?;
            return Ok(ExitCode::from(WRONG_USAGE));
        }
        if self.watch {
            // Whoever ends it, or reads no more what it says, has what they wanted.
            self.watch(&words).or_else(|error| unsaid(&error))?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut checked = self.check(&mut Readers::new());
        let is_done = if self.fix { self.mend(&words, &mut checked)? } else { true };
        if !self.dry_run {
            self.print(&words, &checked, true)?;
        }
        Ok(self.verdict(&checked, is_done))
    }

    fn print(&self, words: &Words, checked: &[Checked], ran: bool) -> anyhow::Result<()> {
        match self.format {
            Format::Human if ran => say(human::report(words, checked)),
            Format::Human => Ok(()),
            Format::Json => say_line(json::report(words, checked)),
            Format::Sarif => say_line(sarif::report(words, checked, ran)),
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

    /// Mends what was asked for, then says what was done, and leaves in `checked` what is left to do. Whether all of it could be
    /// written.
    fn mend(&self, words: &Words, checked: &mut [Checked]) -> anyhow::Result<bool> {
        let mut sum = Written::default();
        for one in checked.iter_mut() {
            sum.add(if one.asked { self.mend_one(words, one) } else { left_to_others(words, one) });
        }
        sum.beside.iter().for_each(|line| remark(format!("haven: {line}")));
        let count = |id, mistakes: usize, files: usize| {
            words.text_with(id, &[("mistakes", mistakes.into()), ("files", files.into())])
        };
        if self.dry_run {
            say(sum.lines.concat())?;
            remark(format!("{}\n", count("fix-would", sum.mistakes, sum.files)));
            return Ok(true);
        }
        // Nothing could be mended: that is said only if it is so.
        if sum.mistakes > 0 || sum.unmended == 0 {
            sum.lines.push(count("fix-now", sum.mistakes, sum.files));
        }
        if sum.unmended > 0 {
            sum.lines.push(count("fix-kept", sum.unmended, sum.unwritten));
        }
        let text = format!("{}\n", sum.lines.join("\n"));
        // Where a program reads the output, it goes to the terminal beside it.
        if self.format == Format::Human {
            say_line(text)?
        } else {
            remark(text)
        }
        Ok(sum.unwritten == 0)
    }

    fn mend_one(&self, words: &Words, one: &mut Checked) -> Written {
        let as_of = self.as_of();
        let fixed = fix(words, one, &|source| one.what.find(source, as_of).1);
        if self.dry_run {
            let would = fixed.would(&one.folder);
            one.diagnostics = fixed.left;
            return would;
        }
        let written = fixed.write(words, &one.folder);
        // What is on the disk is what counts.
        (one.what, one.diagnostics, one.silenced) = one.what.find(&Folder::new(one.folder.clone()), as_of);
        written
    }

    fn as_of(&self) -> Day {
        self.as_of.unwrap_or_else(|| view::day(time::OffsetDateTime::now_utc().date()))
    }

    fn check(&self, readers: &mut Readers) -> Vec<Checked> {
        let as_of = self.as_of();
        let mut checked: Vec<Checked> = Vec::new();
        for named in &self.folders {
            // What a link in the folder leads to was not named: it is read, and not written.
            let is_own = |folder: &Path| folder == named || !is_link(folder);
            let all = courses(named).into_iter().map(|folder| (is_own(&folder), folder));
            checked.extend(all.map(|(asked, folder)| Checked { asked, ..check(folder, readers) }));
        }
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

    fn verdict(&self, checked: &[Checked], is_done: bool) -> ExitCode {
        let fails =
            !is_done || count(checked, Severity::Error) > 0 || (self.strict && count(checked, Severity::Warning) > 0);
        ExitCode::from(u8::from(fails))
    }
}

fn count(checked: &[Checked], severity: Severity) -> usize {
    let of_name = |one: &&Checked| severity == name::SEVERITY && one.misnamed.is_some();
    let found = checked.iter().flat_map(|one| &one.diagnostics).filter(|one| one.severity == severity);
    found.count() + checked.iter().filter(of_name).count()
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

fn explain(words: &Words, code: &str) -> anyhow::Result<ExitCode> {
    let Some(text) = explain::explain(words, code) else {
        remark(format!("haven: {}", words.text_with("explain-unknown", &[("code", visible(code).into())])));
        return Ok(ExitCode::from(WRONG_USAGE));
    };
    say(text)?;
    Ok(ExitCode::SUCCESS)
}

/// Of what is somebody else's to mend, that it is: where a link leads to it, and there is something to mend.
fn left_to_others(words: &Words, one: &Checked) -> Written {
    let has_mends = one.diagnostics.iter().any(|found| !found.edits.is_empty());
    let told = || words.text_with("fix-elsewhere", &[("folder", visible(&one.folder.display().to_string()).into())]);
    let beside = (has_mends && is_link(&one.folder)).then(told).into_iter().collect();
    Written { beside, ..Written::default() }
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
    let misnamed = library::misnamed(&folder);
    Checked { folder, what, asked: true, misnamed, diagnostics: loaded.diagnostics, silenced: loaded.silenced }
}

/// The folder of packs in a folder of courses, or beside a single course.
fn packs_of(folder: &Path) -> PathBuf {
    if library::is_course(folder) { countries::beside(&library::above(folder)) } else { countries::beside(folder) }
}

/// The packs of a folder: those once, however many courses stand beside them.
fn beside(folder: &Path, as_of: Day, seen: &mut BTreeSet<PathBuf>) -> Option<Checked> {
    let (alone, folder) = (library::is_course(folder), packs_of(folder));
    let known = folder.canonicalize().ok().filter(|folder| folder.is_dir())?;
    if !seen.insert(known) {
        return None;
    }
    let mut checked = packs(folder, as_of);
    checked.asked = !is_link(&checked.folder);
    if alone {
        // When a pack was looked up is the business of whoever keeps the packs, not of the author of one course.
        checked.diagnostics.retain(|one| one.severity == Severity::Error);
        checked.asked = false;
    }
    Some(checked)
}

fn packs(folder: PathBuf, as_of: Day) -> Checked {
    Checked::of(folder, What::Packs(Vec::new()), as_of)
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "write year, month and day, such as 2026-11-24".to_owned())
}
