//! What was found, as an author reads it: place, message, the line with the fault marked, the mend.

use std::path::Path;

use app::words::Words;
use course::{Diagnostic, Severity};

use super::watch::{Change, summary};
use super::{Checked, count, name};
use crate::shown::{shown, visible};
use crate::view;

/// Every diagnostic in a paragraph, and a last line that counts them.
pub(super) fn report(words: &Words, checked: &[Checked]) -> String {
    let paragraphs = checked.iter().flat_map(|one| one.diagnostics.iter().map(|found| paragraph(words, one, found)));
    named(words, checked).chain(paragraphs).chain([counted(words, checked), "\n".to_owned()]).collect()
}

/// The same while someone writes: what is new stands last, where one looks, then what is mended, in a line each.
pub(super) fn changed(words: &Words, checked: &[Checked], change: Option<&Change>) -> String {
    let Some(change) = change else { return report(words, checked) };
    let all = checked.iter().flat_map(|one| one.diagnostics.iter().map(move |found| (one, found)));
    let (new, others): (Vec<_>, Vec<_>) = all.enumerate().partition(|(at, _)| change.new.contains(at));
    let told = |(_, (checked, found)): (usize, (&Checked, &Diagnostic))| paragraph(words, checked, found);
    let mut text: String = named(words, checked).chain(others.into_iter().map(told)).collect();
    for one in new {
        text.push_str(&format!("{} {}", words.text("watch-new"), told(one)));
    }
    for (folder, one) in &change.mended {
        // Where it stood says nothing any more.
        let (file, message) = (file(folder, one), visible(&view::diagnostic(words, one)));
        text.push_str(&format!("{} {file}: {message}\n", words.text("watch-mended")));
    }
    text + &format!("{} {}\n", counted(words, checked), summary(words, change))
}

/// How many there are, and how many warnings are let stand, if there are some.
fn counted(words: &Words, checked: &[Checked]) -> String {
    let counts =
        [("errors", count(checked, Severity::Error).into()), ("warnings", count(checked, Severity::Warning).into())];
    words.text_with("checks-now", &counts) + &silenced(words, checked)
}

/// How many warnings are let stand: nothing, if there are none.
fn silenced(words: &Words, checked: &[Checked]) -> String {
    let count: usize = checked.iter().map(|one| one.silenced.len()).sum();
    if count == 0 {
        return String::new();
    }
    format!(" {}", words.text_with("checks-silenced", &[("count", count.into())]))
}

/// A paragraph for each folder whose name cannot be an address.
fn named(words: &Words, checked: &[Checked]) -> impl Iterator<Item = String> {
    checked.iter().filter_map(|one| {
        let (told, folder) = (name::told(words, one)?, visible(&one.folder.display().to_string()));
        let (severity, code) = (name::SEVERITY.as_str(), name::CODE);
        Some(format!("{folder}: {severity}[{code}]: {}\n    = {}\n\n", told.message, told.mend))
    })
}

fn paragraph(words: &Words, checked: &Checked, one: &Diagnostic) -> String {
    let (place, severity, code) = (place(checked, one), one.severity.as_str(), one.fault.code());
    let mut text = format!("{place}: {severity}[{code}]: {}\n", visible(&view::diagnostic(words, one)));
    if let Some(shown) = shown(one) {
        text.push_str(&format!("    | {}\n    | {}\n", shown.line, shown.marks));
    }
    text.push_str(&format!("    = {}\n\n", visible(&view::mend(words, one))));
    text
}

/// The file as one names it from here, with the line and the column.
pub(super) fn place(checked: &Checked, one: &Diagnostic) -> String {
    format!("{}:{}:{}", file(&checked.folder, one), one.line, one.column)
}

fn file(folder: &Path, one: &Diagnostic) -> String {
    visible(&folder.join(&one.file).display().to_string())
}
