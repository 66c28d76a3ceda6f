//! `haven check --fix`: applying the mends about which nobody has to decide anything.

mod overlay;

use std::collections::BTreeMap;
use std::path::Path;

use app::words::{FluentValue, Words};
use course::{Diagnostic, Folder, Source, mended};
use similar::TextDiff;

use self::overlay::Overlay;
use super::Checked;
use super::human::place;
use crate::on_disk::{Unwritten, replace};
use crate::shown::visible;
use crate::view;

/// What one mend brings to light, the next round mends. No course needs more rounds.
const MOST_ROUNDS: usize = 10;

/// What can be mended in a folder, and what is left in it then.
pub(super) struct Fixed {
    /// A line for each mistake that is mended, and its file.
    lines: Vec<(String, String)>,
    /// The files that differ: their paths, what they were, and what they are to be.
    files: BTreeMap<String, (Vec<u8>, Vec<u8>)>,
    /// What is left to mend by hand.
    pub(super) left: Vec<Diagnostic>,
}

/// Mends a folder in memory. `find` checks it anew.
pub(super) fn fix(words: &Words, checked: &Checked, find: &dyn Fn(&dyn Source) -> Vec<Diagnostic>) -> Fixed {
    let folder = Folder::new(checked.folder.clone());
    let mut source = Overlay::over(folder.clone());
    let mut lines = Vec::new();
    for _ in 0..MOST_ROUNDS {
        let found = find(&source);
        let done = round(&mut source, &found);
        if done.is_empty() {
            break;
        }
        lines.extend(done.iter().map(|one| (one.file.clone(), line(words, checked, one))));
    }
    let left = find(&source);
    let files = source.changed.into_iter().filter_map(|(path, after)| {
        let before = folder.read(&path).ok().filter(|before| *before != after)?;
        Some((path, (before, after)))
    });
    Fixed { lines, files: files.collect(), left }
}

/// Applies what can be applied at once, and returns it.
fn round(source: &mut Overlay, found: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut files: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for one in found.iter().filter(|one| !one.edits.is_empty()) {
        files.entry(&one.file).or_default().push(one);
    }
    let mut done = Vec::new();
    for (path, found) in files {
        let text = source.read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let Some(text) = text else { continue };
        let after = mended(&text, &found);
        done.extend(after.applied.iter().map(|&place| found[place].clone()));
        source.changed.insert(path.to_owned(), after.text.into_bytes());
    }
    done
}

fn line(words: &Words, checked: &Checked, one: &Diagnostic) -> String {
    let message = visible(&view::diagnostic(words, one));
    let about = [("place", place(checked, one).into()), ("code", one.fault.code().into()), ("message", message.into())];
    words.text_with("fix-mended", &about)
}

/// What came of mending.
#[derive(Default)]
pub(super) struct Written {
    /// What is said of it: a line for each mistake; or, where nothing is to be written, a diff for each file.
    pub(super) lines: Vec<String>,
    /// What is said beside it: why a file was not written.
    pub(super) beside: Vec<String>,
    /// How many mistakes were mended.
    pub(super) mistakes: usize,
    /// In how many files.
    pub(super) files: usize,
    /// How many mistakes stand there still because their files were not written.
    pub(super) unmended: usize,
    /// How many files.
    pub(super) unwritten: usize,
}

impl Written {
    pub(super) fn add(&mut self, other: Self) {
        self.lines.extend(other.lines);
        self.beside.extend(other.beside);
        self.mistakes += other.mistakes;
        self.files += other.files;
        self.unmended += other.unmended;
        self.unwritten += other.unwritten;
    }
}

impl Fixed {
    /// Writes the files, and then says what was mended: what could not be written was not.
    pub(super) fn write(self, words: &Words, folder: &Path) -> Written {
        let unwritten = |(path, (before, after)): (&String, &(Vec<u8>, Vec<u8>))| {
            let why = replace(folder, path, before, after).err()?;
            Some((path.clone(), unwritten(words, &folder.join(path), &why)))
        };
        let failed: BTreeMap<String, String> = self.files.iter().filter_map(unwritten).collect();
        let (unmended, lines): (Vec<_>, Vec<_>) =
            self.lines.into_iter().partition(|(file, _)| failed.contains_key(file));
        Written {
            mistakes: lines.len(),
            files: self.files.len() - failed.len(),
            unmended: unmended.len(),
            unwritten: failed.len(),
            lines: lines.into_iter().map(|(_, line)| line).collect(),
            beside: failed.into_values().collect(),
        }
    }

    /// What would be written, as a unified diff.
    pub(super) fn would(&self, folder: &Path) -> Written {
        let one = |(path, (before, after)): (&String, &(Vec<u8>, Vec<u8>))| {
            let path = folder.join(path).display().to_string();
            let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
            let diff = TextDiff::from_lines(before.as_ref(), after.as_ref());
            diff.unified_diff().header(&path, &path).to_string()
        };
        let lines = self.files.iter().map(one).collect();
        Written { lines, mistakes: self.lines.len(), files: self.files.len(), ..Written::default() }
    }
}

fn unwritten(words: &Words, path: &Path, why: &Unwritten) -> String {
    let file = visible(&path.display().to_string());
    let (id, system) = match why {
        Unwritten::Changed => ("fix-changed", String::new()),
        Unwritten::ReadOnly => ("fix-read-only", String::new()),
        Unwritten::Link => ("fix-link", String::new()),
        Unwritten::System(error) => ("fix-unwritten", error.to_string()),
    };
    let about: [(&str, FluentValue<'_>); 2] = [("file", file.into()), ("why", system.into())];
    words.text_with(id, &about)
}
