//! Reading a folder of country packs: each `mw.toml` in it is one, and notes may lie beside them.

use std::collections::{BTreeMap, BTreeSet};

use super::read::read;
use super::{CountryCode, CountryPack, Day};
use crate::diagnostic::{Diagnostic, Fault, Report, Severity};
use crate::source::{Entry, MOST_FILES, Source};
use crate::text::Texts;

/// A pack is a page of facts: what has more is none.
const MOST_BYTES: u64 = 64 * 1024;

/// The packs of a folder as far as they could be read, and everything that was found.
#[derive(Debug, Default)]
pub struct Countries {
    /// The packs without errors.
    pub sound: BTreeMap<CountryCode, CountryPack>,
    /// The countries whose packs have errors: what was known of them before holds.
    pub at_fault: BTreeSet<CountryCode>,
    /// What was found, by file and place.
    pub diagnostics: Vec<Diagnostic>,
}

impl Countries {
    /// There are no errors.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.diagnostics.iter().all(|one| one.severity == Severity::Warning)
    }
}

/// Reads the packs: names every mistake in them, and returns those that have none. It never fails.
///
/// `as_of` is the day it is: what was looked up after it cannot be true, and what was looked up a year before it should be
/// looked up again.
#[must_use]
pub fn load(source: &dyn Source, as_of: Day) -> Countries {
    let (mut texts, mut report) = (Texts::default(), Report::default());
    let mut packs = BTreeMap::new();
    let mut named = BTreeMap::new();
    for entry in list(source, &mut report) {
        let Some(code) = code(&entry, &mut report) else { continue };
        named.insert(entry.path.clone(), code);
        let faults = report.file(&entry.path);
        let text = texts.read_within(MOST_BYTES, source, &entry.path, entry.size, faults);
        packs.extend(text.and_then(|text| read(code, &text, as_of, faults)).map(|pack| (code, pack)));
    }
    let diagnostics = report.finish(|path| texts.get(path));
    let errors = diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let at_fault: BTreeSet<_> = errors.filter_map(|one| named.get(&one.file).copied()).collect();
    packs.retain(|code, _| !at_fault.contains(code));
    Countries { sound: packs, at_fault, diagnostics }
}

fn list(source: &dyn Source, report: &mut Report) -> Vec<Entry> {
    let mut entries = match source.list() {
        Ok(entries) => entries,
        Err(error) => {
            report.file(".").whole(Fault::Unreadable { why: error.to_string() });
            return Vec::new();
        }
    };
    entries.retain(|entry| !entry.path.starts_with('.') && !matches!(entry.path.as_str(), "README.md" | "REVIEW.md"));
    if entries.len() > MOST_FILES {
        report.file(".").whole(Fault::TooManyFiles { limit: MOST_FILES.to_string() });
        return Vec::new();
    }
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    entries
}

/// The country that a file is about, by its name. A file that is none is named, and not read.
fn code(entry: &Entry, report: &mut Report) -> Option<CountryCode> {
    let faults = report.file(&entry.path);
    if entry.symlink {
        faults.whole(Fault::Symlink {});
        return None;
    }
    let stem = entry.path.strip_suffix(".toml");
    let code = stem.and_then(|stem| CountryCode::parse(stem).ok());
    if code.is_none() {
        let written = entry.path.rsplit_once('.').map_or(entry.path.as_str(), |(stem, _)| stem);
        let nearest = CountryCode::meant(written).map_or_else(|| "none".to_owned(), |code| code.to_string());
        faults.whole(Fault::PackName { nearest });
    }
    code
}
