//! What is found in a course's files, with its place. A fault carries a code and its arguments and no words: who shows it
//! finds them in `locales/*/check.ftl`, under `check-CODE` and `check-CODE-mend`.

mod fault;
mod mend;
mod narrow;
mod place;
mod report;

use std::ops::Range;

pub use fault::Fault;
pub use mend::{Mended, mended};
pub(crate) use place::Lines;
pub(crate) use report::{Faults, Report};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The course cannot be served like this.
    Error,
    /// The course can be served; someone should look at it.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One fault in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub fault: Fault,
    /// The file's path within the course's folder.
    pub file: String,
    /// The bytes at fault, within the file's text (a byte order mark at its beginning is not counted). None if it is the
    /// file as a whole, or a file that is not text.
    pub span: Option<Range<usize>>,
    /// The line it begins on, from 1.
    pub line: usize,
    /// The column it begins at, from 1, in characters.
    pub column: usize,
    /// That line, without its end. None where there is no span, and where the line has more than 1,000 bytes.
    pub source_line: Option<String>,
    /// How many characters of that line are at fault: at least 1.
    pub width: usize,
    /// Where the bytes at fault end. Where it begins, if it is the file as a whole.
    pub end: Point,
    /// What mends it without anyone having to decide something: all of these together. Empty if somebody has to.
    pub edits: Vec<Edit>,
}

/// A place between two characters of a text, as people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// Words to be put in the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that go, within the file's text like those of a diagnostic. None of them where something is only put in.
    pub span: Range<usize>,
    /// Where they begin.
    pub from: Point,
    /// Where they end.
    pub to: Point,
    /// What comes instead.
    pub text: String,
}

/// A warning that the author has looked at and lets stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silenced {
    /// The warning.
    pub diagnostic: Diagnostic,
    /// Why it may stand, in the author's words.
    pub reason: String,
}
