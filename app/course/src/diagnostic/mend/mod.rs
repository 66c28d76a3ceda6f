//! Mends that can be applied: what to write in the place of what, where nobody has to decide anything. A mend never touches which
//! answer is right, and one that is not sure is not here.
//!
//! A mend is made of the fault and the text around it alone, so that the one who finds a fault need not know how it is mended.

mod apply;
mod heading;
mod options;
mod settings;
mod text;

use std::ops::Range;

pub use apply::{Mended, mended};

use super::Fault;
use crate::nearest::meant;

/// Bytes that go, and what comes instead.
pub(super) type Change = (Range<usize>, String);

/// No line that an author writes is longer; to look for the ends of longer ones, for each of many faults, would take too long.
const LONGEST_LINE: usize = 4_096;

/// A fault's bytes in their text.
#[derive(Clone, Copy)]
struct Spot<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

/// The changes that mend a fault at these bytes, all of them together. None if somebody has to decide.
pub(super) fn changes(text: &str, span: &Range<usize>, fault: &Fault) -> Vec<Change> {
    let spot = Spot { text, start: span.start, end: span.end };
    if text.get(span.clone()).is_none() {
        return Vec::new();
    }
    let changes = match fault {
        Fault::UnknownKey { .. }
        | Fault::UnknownValue { .. }
        | Fault::BadLanguage { .. }
        | Fault::WrongKind { .. }
        | Fault::UnknownBank { .. }
        | Fault::ListedTwice { .. }
        | Fault::MissingKey { .. } => settings::changes(spot, fault),
        Fault::UnknownClass { .. }
        | Fault::UnknownAttribute { .. }
        | Fault::BracesOpen {}
        | Fault::BracesOther { .. }
        | Fault::AttributeUnreadable { .. }
        | Fault::AttributeTwice { .. }
        | Fault::LessonIdMissing { .. }
        | Fault::QuestionIdMissing { .. }
        | Fault::IdMissing { .. }
        | Fault::StepIdMissing { .. } => heading::changes(spot, fault),
        Fault::UnknownAlert { .. }
        | Fault::AlertWithWords { .. }
        | Fault::AlertWithoutMark { .. }
        | Fault::SlotOneBrace { .. }
        | Fault::HeadingUnread {}
        | Fault::UnknownSlot { .. }
        | Fault::SlotOpen { .. } => text::changes(spot, fault),
        Fault::OptionRunsOn {} => options::runs_on(spot),
        Fault::FeedbackNotIndented {} => options::not_indented(spot),
        _ => None,
    };
    changes.unwrap_or_default()
}

impl<'t> Spot<'t> {
    fn words(self) -> &'t str {
        &self.text[self.start..self.end]
    }

    /// The whole, if it is this.
    fn instead(self, written: &str, text: &str) -> Option<Vec<Change>> {
        (self.words() == written).then(|| vec![(self.start..self.end, text.to_owned())])
    }

    /// The bytes of the line on which a byte stands, without its end. None if it is too long.
    fn line(self, at: usize) -> Option<Range<usize>> {
        let ends = ['\n', '\r'];
        let before = &self.text[self.text.ceil_char_boundary(at.saturating_sub(LONGEST_LINE)).min(at)..at];
        let start = before.rfind(ends).map_or(at - before.len(), |found| at - before.len() + found + 1);
        let after = &self.text[at..self.text.floor_char_boundary((at + LONGEST_LINE).min(self.text.len()))];
        let end = at + after.find(ends).unwrap_or(after.len());
        (end - start < LONGEST_LINE).then_some(start..end)
    }

    /// The line above that on which a byte stands.
    fn line_above(self, at: usize) -> Option<Range<usize>> {
        let start = self.line(at)?.start;
        let end = self.text[..start].strip_suffix('\n').unwrap_or(&self.text[..start]);
        let end = end.strip_suffix('\r').unwrap_or(end).len();
        (end < start).then(|| self.line(end)).flatten()
    }

    /// How this text ends its lines.
    fn line_end(self) -> &'static str {
        let near = &self.text[..self.text.floor_char_boundary(self.text.len().min(LONGEST_LINE))];
        match near.find(['\n', '\r']).map(|at| &near[at..]) {
            Some(end) if end.starts_with("\r\n") => "\r\n",
            Some(end) if end.starts_with('\r') => "\r",
            _ => "\n",
        }
    }
}

/// The name among `known`, which are parted by commas, that was surely meant; the author has been told the same one.
fn sure<'f>(written: &str, nearest: &str, known: &'f str) -> Option<&'f str> {
    meant(written, known.split(", ")).filter(|name| *name == nearest)
}
