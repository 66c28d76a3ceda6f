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
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Faults {
    found: Vec<(Option<Range<usize>>, Fault)>,
    untold: usize,
    /// What the author lets stand, with the reason.
    silenced: Vec<(Option<Range<usize>>, Fault, String)>,
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

    /// Does what may find faults, which are told only if so: elsewhere those of the source on the page of a translation are.
    pub(crate) fn told_if<T>(&mut self, told: bool, find: impl FnOnce(&mut Self) -> T) -> T {
        if told { find(self) } else { find(&mut Self::default()) }
    }

    /// A fault of the file as a whole.
    pub(crate) fn whole(&mut self, fault: Fault) {
        self.push(None, fault);
    }

    /// Whether something was found within these bytes.
    pub(crate) fn any_in(&self, bytes: &Range<usize>) -> bool {
        let inside = |span: &Range<usize>| bytes.start <= span.start && span.end <= bytes.end;
        self.found.iter().any(|(span, _)| span.as_ref().is_some_and(inside))
    }

    /// Whether there are errors among them.
    pub(crate) fn has_errors(&self) -> bool {
        self.untold > 0 || self.found.iter().any(|(_, fault)| fault.severity() == Severity::Error)
    }

    /// The first error that was told, if there is one.
    pub(crate) fn first_error(&self) -> Option<&Fault> {
        self.found.iter().map(|(_, fault)| fault).find(|fault| fault.severity() == Severity::Error)
    }

    /// Silences the faults of a code that begin within these bytes, or all of them. Whether there were any, or are already.
    pub(crate) fn silence(&mut self, code: &str, covers: Option<&Range<usize>>, reason: &str) -> bool {
        let meant = |span: &Option<Range<usize>>, fault: &Fault| {
            let begins = |covers: &Range<usize>| span.as_ref().is_some_and(|span| covers.contains(&span.start));
            fault.code() == code && covers.is_none_or(begins)
        };
        let known = self.silenced.iter().any(|(span, fault, _)| meant(span, fault));
        let before = self.silenced.len();
        let silenced = self.found.extract_if(.., |(span, fault)| meant(span, fault));
        self.silenced.extend(silenced.map(|(span, fault)| (span, fault, reason.to_owned())));
        known || self.silenced.len() > before
    }

    /// Takes back what was said at these bytes and has shown itself to be another's doing.
    pub(crate) fn take_back(&mut self, span: &Range<usize>, fault: &Fault) {
        self.found.retain(|(place, found)| place.as_ref() != Some(span) || found != fault);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    fn push(&mut self, span: Option<Range<usize>>, fault: Fault) {
        if self.found.len() < MOST_IN_A_FILE {
            self.found.push((span, fault));
        } else {
            self.untold += 1;
        }
    }
}

/// What was found in all files.
#[derive(Debug, Default)]
pub(crate) struct Report {
    files: BTreeMap<String, Faults>,
    /// What is found where nobody is told of it.
    untold: Faults,
}

impl Report {
    /// What was found in this file so far, to be added to.
    pub(crate) fn file(&mut self, path: &str) -> &mut Faults {
        self.files.entry(path.to_owned()).or_default()
    }

    /// The same if it is told; else what nobody is told of, beginning with nothing.
    pub(crate) fn file_if(&mut self, path: &str, told: bool) -> &mut Faults {
        if told {
            return self.file(path);
        }
        self.untold = Faults::default();
        &mut self.untold
    }

    /// Whether there are errors in any file.
    pub(crate) fn has_errors(&self) -> bool {
        self.files.values().any(Faults::has_errors)
    }

    /// Silences the faults of a code in every file. Whether there were any.
    pub(crate) fn silence(&mut self, code: &str, reason: &str) -> bool {
        // `any` would stop at the first file.
        self.files.values_mut().filter_map(|faults| faults.silence(code, None, reason).then_some(())).count() > 0
    }

    /// What was silenced, by file and place.
    pub(crate) fn silenced<'a>(&self, text: impl Fn(&str) -> Option<&'a str>) -> Vec<Silenced> {
        let of_file = |(file, faults): (&String, &Faults)| {
            let lines = Lines::of(text(file).unwrap_or_default());
            let place = |(span, fault, reason): &(Option<Range<usize>>, Fault, String)| Silenced {
                diagnostic: diagnose(file, span.clone(), fault.clone(), &lines),
                reason: reason.clone(),
            };
            faults.silenced.iter().map(place).collect::<Vec<_>>()
        };
        let with_some = self.files.iter().filter(|(_, faults)| !faults.silenced.is_empty());
        let mut silenced: Vec<Silenced> = with_some.flat_map(of_file).collect();
        silenced.sort_by(|one, other| key(&one.diagnostic).cmp(&key(&other.diagnostic)));
        silenced.dedup();
        silenced
    }

    /// The diagnostics, by file and place. `text` gives the text of a file that has one.
    pub(crate) fn finish<'a>(self, text: impl Fn(&str) -> Option<&'a str>) -> Vec<Diagnostic> {
        let found = self.files.into_iter().filter(|(_, faults)| !faults.is_empty());
        found.flat_map(|(file, faults)| place_all(&file, faults, text(&file))).collect()
    }
}

fn place_all(file: &str, mut faults: Faults, text: Option<&str>) -> Vec<Diagnostic> {
    if let Some(text) = text {
        for (span, fault) in &mut faults.found {
            *span = span.take().map(|span| narrow(text, span, fault));
        }
    }
    let place = |span: &Option<Range<usize>>| span.as_ref().map_or((0, 0), |span| (span.start, span.end));
    faults.found.sort_by_cached_key(|(span, fault)| (place(span), fault.code(), fault.arguments()));
    faults.found.dedup();
    if faults.untold > 0 {
        faults.found.push((None, Fault::TooManyFaults { untold: faults.untold.to_string() }));
    }
    let lines = Lines::of(text.unwrap_or_default());
    faults.found.into_iter().map(|(span, fault)| diagnose(file, span, fault, &lines)).collect()
}

fn key(one: &Diagnostic) -> (&str, usize, usize, &str) {
    (&one.file, one.line, one.column, one.fault.code())
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
