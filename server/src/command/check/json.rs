//! What was found, for a program. The form is documented in `docs/course-format.md` and stays.

use app::words::Words;
use course::{Diagnostic, Edit, Segment, Silenced};
use serde_json::{Value, json};

use super::watch::Change;
use super::{Checked, What, name};
use crate::view;

/// `{"diagnostics": [...], "silenced": [...], "courses": [...], "countries": [...]}`. Lines and columns count from 1; `file` is the path within the
/// course, or within the folder of country packs, whose `course` is `countries`.
pub(super) fn report(words: &Words, checked: &[Checked]) -> Value {
    let found = checked.iter().flat_map(|one| one.diagnostics.iter().map(|found| diagnostic(words, one, found)));
    let diagnostics: Vec<Value> = checked.iter().filter_map(|one| named(words, one)).chain(found).collect();
    let silenced: Vec<Value> =
        checked.iter().flat_map(|one| one.silenced.iter().map(|found| let_stand(words, one, found))).collect();
    let courses: Vec<Value> = checked.iter().filter_map(course).collect();
    let countries: Vec<&str> = checked.iter().flat_map(countries).collect();
    json!({ "diagnostics": diagnostics, "silenced": silenced, "courses": courses, "countries": countries })
}

/// A warning that its author lets stand: the warning, and why.
fn let_stand(words: &Words, checked: &Checked, one: &Silenced) -> Value {
    let mut value = diagnostic(words, checked, &one.diagnostic);
    value["reason"] = one.reason.clone().into();
    value
}

/// The same while someone writes: with how many of the diagnostics are new, how many of those before are mended, and how many
/// milliseconds it took; nothing of these the first time.
pub(super) fn changed(words: &Words, checked: &[Checked], change: Option<&Change>) -> Value {
    let mut report = report(words, checked);
    if let Some(change) = change {
        report["new"] = change.new.len().into();
        report["mended"] = change.mended.len().into();
        report["milliseconds"] = u64::try_from(change.took.as_millis()).unwrap_or(u64::MAX).into();
    }
    report
}

/// That the folder's name cannot be an address: of the course as a whole.
fn named(words: &Words, checked: &Checked) -> Option<Value> {
    let told = name::told(words, checked)?;
    Some(json!({
        "course": checked.name(),
        "severity": name::SEVERITY.as_str(),
        "code": name::CODE,
        "file": ".",
        "line": 1,
        "column": 1,
        "end_line": 1,
        "end_column": 1,
        "message": told.message,
        "help": told.mend,
        "fix": [],
    }))
}

fn diagnostic(words: &Words, checked: &Checked, one: &Diagnostic) -> Value {
    json!({
        "course": checked.name(),
        "severity": one.severity.as_str(),
        "code": one.fault.code(),
        "file": one.file,
        "line": one.line,
        "column": one.column,
        "end_line": one.end.line,
        "end_column": one.end.column,
        "message": view::diagnostic(words, one),
        "help": view::mend(words, one),
        "fix": one.edits.iter().map(edit).collect::<Vec<_>>(),
    })
}

/// What is put in the place of what: all the edits of a diagnostic belong together.
fn edit(edit: &Edit) -> Value {
    json!({
        "line": edit.from.line,
        "column": edit.from.column,
        "end_line": edit.to.line,
        "end_column": edit.to.column,
        "text": edit.text,
    })
}

/// The codes of the countries whose packs have no errors.
fn countries(checked: &Checked) -> Vec<&'static str> {
    match &checked.what {
        What::Packs(codes) => codes.iter().map(|code| code.as_str()).collect(),
        What::Course(..) => Vec::new(),
    }
}

/// Counts are of the source language; words are those of the lessons, practice included. None of a course that could not
/// be read at all.
fn course(checked: &Checked) -> Option<Value> {
    let What::Course(_, Some(course)) = &checked.what else { return None };
    let edition = course.source_edition();
    let lessons: Vec<_> = edition.modules.iter().flat_map(|module| &module.lessons).collect();
    let segments = lessons.iter().flat_map(|lesson| &lesson.segments);
    let practice = segments.filter(|segment| matches!(segment, Segment::Question(_) | Segment::Work(_))).count();
    let languages: Vec<&str> = course.editions.keys().map(AsRef::as_ref).collect();
    Some(json!({
        "slug": course.slug.as_ref(),
        "languages": languages,
        "modules": edition.modules.len(),
        "lessons": lessons.len(),
        "questions": practice + edition.questions.len() + edition.open.len(),
        "words": lessons.iter().map(|lesson| lesson.words).sum::<usize>(),
    }))
}
