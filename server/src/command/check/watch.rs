//! `haven check --watch`: a report now, and after each change another one, with what is new in it and what is mended.

use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use app::words::{FluentValue, Words};
use course::Diagnostic;

use super::{Check, Checked, Format, Readers, human, json, sarif};
use crate::terminal::{print, remark};
use crate::watching::Watching;

/// How often the folders are looked at when nothing is heard of them.
const AT_LEAST_EVERY: Duration = Duration::from_secs(1);
/// What clears a terminal, what has scrolled away included.
const CLEAR: &str = "\u{1b}[2J\u{1b}[3J\u{1b}[H";

/// A finding of a look.
#[derive(Clone)]
struct Known {
    folder: PathBuf,
    found: Diagnostic,
    /// What it says and of what, not on which line: that moves as one writes.
    says: String,
}

impl Known {
    fn new(folder: &Path, found: &Diagnostic) -> Self {
        let about = (folder, &found.file, &found.fault, &found.source_line, found.width);
        Self { folder: folder.to_owned(), found: found.clone(), says: format!("{about:?}") }
    }
}

/// What one look has that the look before had not, and the other way round.
#[derive(Default)]
pub(super) struct Change {
    /// The places of what is new, among all that was found, from 0.
    pub(super) new: BTreeSet<usize>,
    /// What is no more.
    pub(super) mended: Vec<(PathBuf, Diagnostic)>,
    /// How long the look took.
    pub(super) took: Duration,
}

impl Check {
    /// Reports until it is ended, or nobody reads what it says.
    pub(super) fn watch(&self, words: &Words) -> std::io::Result<()> {
        let mut folders = self.watched();
        let mut watching = Watching::new(folders.clone(), AT_LEAST_EVERY);
        let mut readers = Readers::default();
        let mut before: Option<Vec<Known>> = None;
        loop {
            // What is away is not mended: the next look is held against what was found before.
            if let Some(missing) = self.missing(words) {
                self.tell_missing(words, &missing)?;
            } else {
                let began = Instant::now();
                let checked = self.check(&mut readers);
                let now: Vec<Known> = checked.iter().flat_map(known).collect();
                let change = before.as_ref().map(|before| change(before, &now, began.elapsed()));
                self.tell(words, &checked, change.as_ref())?;
                before = Some(now);
            }
            watching.next();
            let there = self.watched();
            if there != folders {
                watching = Watching::new(there.clone(), AT_LEAST_EVERY);
                folders = there;
            }
        }
    }

    fn tell(&self, words: &Words, checked: &[Checked], change: Option<&Change>) -> std::io::Result<()> {
        match self.format {
            Format::Json => print(format!("{}\n", json::changed(words, checked, change))),
            Format::Sarif => print(format!("{}\n", sarif::report(words, checked, true))),
            Format::Human => print_in_its_place(words, &human::changed(words, checked, change)),
        }
    }

    /// That a folder is away: for a program beside the reports, for there is nothing to report.
    fn tell_missing(&self, words: &Words, missing: &str) -> std::io::Result<()> {
        if self.format == Format::Human {
            return print_in_its_place(words, &format!("{missing}\n"));
        }
        remark(format!("haven: {missing}"));
        if self.format == Format::Sarif { print(format!("{}\n", sarif::report(words, &[], false))) } else { Ok(()) }
    }
}

/// Prints a report in the place of the one before, where there is a terminal.
fn print_in_its_place(words: &Words, report: &str) -> std::io::Result<()> {
    let clear = if std::io::stdout().is_terminal() { CLEAR } else { "" };
    print(format!("{clear}{report}{}\n\n", words.text("watch-on")))
}

fn known(checked: &Checked) -> impl Iterator<Item = Known> {
    checked.diagnostics.iter().map(|found| Known::new(&checked.folder, found))
}

fn change(before: &[Known], now: &[Known], took: Duration) -> Change {
    let mended = without(before, now).into_iter().map(|at| (before[at].folder.clone(), before[at].found.clone()));
    Change { new: without(now, before), mended: mended.collect(), took }
}

/// The places of those of `these` that have no counterpart in `others`: of two that say the same, each has one of its own.
fn without(these: &[Known], others: &[Known]) -> BTreeSet<usize> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    others.iter().for_each(|one| *left.entry(&one.says).or_default() += 1);
    let mut alone = |one: &Known| match left.get_mut(one.says.as_str()) {
        Some(left @ 1..) => {
            *left -= 1;
            false
        }
        _ => true,
    };
    (0..these.len()).filter(|at| alone(&these[*at])).collect()
}

/// The last line of a report: what is new, what is mended, in which time.
pub(super) fn summary(words: &Words, change: &Change) -> String {
    let number = |number: usize| FluentValue::from(number);
    let milliseconds = usize::try_from(change.took.as_millis()).unwrap_or(usize::MAX);
    let counts = [
        ("new", number(change.new.len())),
        ("mended", number(change.mended.len())),
        ("milliseconds", number(milliseconds)),
    ];
    words.text_with("watch-changed", &counts)
}

#[cfg(test)]
mod tests {
    use course::{Fault, Point, Severity};

    use super::*;

    fn known(line: usize, text: &str) -> Known {
        let found = Diagnostic {
            severity: Severity::Error,
            fault: Fault::SecondTitle {},
            file: "en/course.md".to_owned(),
            span: Some(line..line + 1),
            line,
            column: 1,
            source_line: Some(text.to_owned()),
            width: 1,
            end: Point { line, column: 2 },
            edits: Vec::new(),
        };
        Known::new(Path::new("a"), &found)
    }

    #[test]
    fn a_finding_that_only_moved_is_neither_new_nor_mended_and_each_of_two_that_say_the_same_counts() {
        let (one, moved, other) = (known(3, "# A"), known(7, "# A"), known(7, "# B"));
        for (before, now, new, mended) in [
            (vec![one.clone()], vec![moved.clone()], 0, 0),
            (vec![one.clone()], vec![other.clone()], 1, 1),
            (vec![one.clone()], vec![one.clone(), moved.clone()], 1, 0),
            (vec![one.clone(), moved], vec![one.clone()], 0, 1),
            (vec![], vec![one, other], 2, 0),
        ] {
            let change = change(&before, &now, Duration::ZERO);
            assert_eq!((change.new.len(), change.mended.len()), (new, mended));
        }
    }
}
