//! Collecting what is found, so that all of it is told in one run, in the order of the files, and nothing twice.

use std::collections::BTreeMap;
use std::ops::Range;

use super::narrow::narrow;
use super::place::Lines;
use super::{Diagnostic, Fault, Point, Severity, Silenced, mend};

/// The faults of one file that are told. What follows is counted: nobody mends a thousand mistakes from one list, and a
/// hostile file must not fill the memory with them.
const MOST_IN_A_FILE: usize = 1_000;

/// What was found in one file.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    found: Vec<Found>,
    untold: usize,
}

#[derive(Debug, PartialEq)]
struct Found {
    span: Option<Range<usize>>,
    fault: Fault,
    /// Why the author lets it stand.
    reason: Option<String>,
}

/// All that was found.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) open: Vec<Diagnostic>,
    pub(crate) silenced: Vec<Silenced>,
}

impl Faults {
    /// A fault at these bytes.
    pub(crate) fn at(&mut self, span: Range<usize>, fault: Fault) {
        self.push(Some(span), fault);
    }

    /// The same, where naming the fault takes work that would be lost once there are too many.
    pub(crate) fn at_with(&mut self, span: Range<usize>, fault: impl FnOnce() -> Fault) {
        if self.found.len() < MOST_IN_A_FILE {
            self.at(span, fault());
        } else {
            self.untold += 1;
        }
    }

    /// A fault of the file as a whole.
    pub(crate) fn whole(&mut self, fault: Fault) {
        self.push(None, fault);
    }

    /// Whether something was found within these bytes.
    pub(crate) fn any_in(&self, bytes: &Range<usize>) -> bool {
        let inside = |span: &Range<usize>| bytes.start <= span.start && span.end <= bytes.end;
        self.found.iter().any(|found| found.span.as_ref().is_some_and(inside))
    }

    /// Whether there are errors among them.
    pub(crate) fn has_errors(&self) -> bool {
        self.untold > 0 || self.found.iter().any(|found| found.fault.severity() == Severity::Error)
    }

    /// Silences the faults of a code that begin within these bytes, or all of them. Whether there were any.
    pub(crate) fn silence(&mut self, code: &str, covers: Option<&Range<usize>>, reason: &str) -> bool {
        let begins = |span: &Option<Range<usize>>| {
            covers.is_none_or(|covers| span.as_ref().is_some_and(|span| covers.contains(&span.start)))
        };
        let mut any = false;
        for found in self.found.iter_mut().filter(|found| found.fault.code() == code && begins(&found.span)) {
            found.reason.get_or_insert_with(|| reason.to_owned());
            any = true;
        }
        any
    }

    /// Takes back what was said at these bytes and has shown itself to be another's doing.
    pub(crate) fn take_back(&mut self, span: &Range<usize>, fault: &Fault) {
        self.found.retain(|found| found.span.as_ref() != Some(span) || found.fault != *fault);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    fn push(&mut self, span: Option<Range<usize>>, fault: Fault) {
        if self.found.len() < MOST_IN_A_FILE {
            self.found.push(Found { span, fault, reason: None });
        } else {
            self.untold += 1;
        }
    }
}

/// What was found in all files.
#[derive(Debug, Default)]
pub(crate) struct Report(BTreeMap<String, Faults>);

impl Report {
    /// What was found in this file so far, to be added to.
    pub(crate) fn file(&mut self, path: &str) -> &mut Faults {
        self.0.entry(path.to_owned()).or_default()
    }

    /// Whether there are errors in any file.
    pub(crate) fn has_errors(&self) -> bool {
        self.0.values().any(Faults::has_errors)
    }

    /// Silences the faults of a code in every file. Whether there were any.
    pub(crate) fn silence(&mut self, code: &str, reason: &str) -> bool {
        self.0.values_mut().fold(false, |any, faults| faults.silence(code, None, reason) || any)
    }

    /// The diagnostics, by file and place. `text` gives the text of a file that has one.
    pub(crate) fn finish<'a>(self, text: impl Fn(&str) -> Option<&'a str>) -> Told {
        let mut told = Told::default();
        self.0.into_iter().for_each(|(file, faults)| place_all(&file, faults, text(&file), &mut told));
        told
    }
}

fn place_all(file: &str, mut faults: Faults, text: Option<&str>, told: &mut Told) {
    if let Some(text) = text {
        for found in &mut faults.found {
            found.span = found.span.take().map(|span| narrow(text, span, &found.fault));
        }
    }
    let place = |span: &Option<Range<usize>>| span.as_ref().map_or((0, 0), |span| (span.start, span.end));
    faults.found.sort_by_cached_key(|found| (place(&found.span), found.fault.code(), found.fault.arguments()));
    faults.found.dedup();
    if faults.untold > 0 {
        let fault = Fault::TooManyFaults { untold: faults.untold.to_string() };
        faults.found.push(Found { span: None, fault, reason: None });
    }
    let lines = Lines::of(text.unwrap_or_default());
    for Found { span, fault, reason } in faults.found {
        let diagnostic = diagnose(file, span, fault, &lines);
        match reason {
            Some(reason) => told.silenced.push(Silenced { diagnostic, reason }),
            None => told.open.push(diagnostic),
        }
    }
}

fn diagnose(file: &str, span: Option<Range<usize>>, fault: Fault, lines: &Lines<'_>) -> Diagnostic {
    let changes = span.as_ref().map(|span| mend::changes(lines.text(), span, &fault)).unwrap_or_default();
    let edits = changes.into_iter().map(|(span, text)| lines.edit(span, text)).collect();
    let end = span.as_ref().map_or(Point { line: 1, column: 1 }, |span| lines.point(span.end));
    let place = span.as_ref().map(|span| lines.place(span));
    let (line, column, width, source_line) =
        place.map_or((1, 1, 1, None), |place| (place.line, place.column, place.width, place.source_line));
    let (severity, file) = (fault.severity(), file.to_owned());
    Diagnostic { severity, fault, file, span, line, column, source_line, width, end, edits }
}
