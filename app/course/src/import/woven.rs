//! A text that is being changed, which knows of each of its lines from which file and line it came.

use std::ops::Range;

/// A file, by its place in the list of files, and a line of it, from 1.
pub(super) type Origin = Option<(usize, usize)>;

/// Words to be put in the place of others.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) span: Range<usize>,
    pub(super) text: String,
}

impl Change {
    pub(super) fn new(span: Range<usize>, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    pub(super) fn put(at: usize, text: impl Into<String>) -> Self {
        Self::new(at..at, text)
    }
}

/// The text, and where each of its lines is from.
#[derive(Clone, Debug, Default)]
pub(super) struct Woven {
    pub(super) text: String,
    origins: Vec<Origin>,
    /// The bytes at which the lines begin.
    starts: Vec<usize>,
}

impl Woven {
    /// A whole file.
    pub(super) fn of(file: usize, text: String) -> Self {
        let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let origins = (1..=starts.len()).map(|line| Some((file, line))).collect();
        Self { text, origins, starts }
    }

    /// Adds words that are in no file, or all of one place in it.
    pub(super) fn add(&mut self, text: &str, origin: Origin) {
        for piece in text.split_inclusive('\n') {
            if self.text.is_empty() || self.text.ends_with('\n') {
                self.origins.push(origin);
                self.starts.push(self.text.len());
            }
            self.text.push_str(piece);
        }
    }

    /// Adds another text with its places.
    pub(super) fn append(&mut self, other: &Self) {
        for (at, piece) in other.text.split_inclusive('\n').enumerate() {
            self.add(piece, other.origins.get(at).copied().flatten());
        }
    }

    /// Where the line is from in which this byte stands.
    pub(super) fn origin(&self, at: usize) -> Origin {
        let line = self.starts.partition_point(|start| *start <= at);
        self.origins.get(line.saturating_sub(1)).copied().flatten()
    }

    /// A part of it, changed. Of changes that overlap, the one that begins first is made.
    pub(super) fn changed(&self, part: Range<usize>, changes: &[Change]) -> Self {
        let mut changes: Vec<&Change> =
            changes.iter().filter(|one| part.start <= one.span.start && one.span.end <= part.end).collect();
        changes.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end)));
        let mut out = Weaver { from: self, at: 0, line: 0, new: Self::default() };
        out.pass(part.start);
        for change in changes {
            if change.span.start >= out.at {
                out.keep(change.span.start);
                out.write(&change.text);
                out.pass(change.span.end);
            }
        }
        out.keep(part.end);
        out.new
    }
}

/// Writes a new text beside an old one.
struct Weaver<'w> {
    from: &'w Woven,
    at: usize,
    /// The line of the old text, from 0.
    line: usize,
    new: Woven,
}

impl Weaver<'_> {
    fn pass(&mut self, to: usize) {
        self.line += self.from.text[self.at..to].matches('\n').count();
        self.at = to;
    }

    fn write(&mut self, text: &str) {
        let origin = self.from.origins.get(self.line).copied().flatten();
        self.new.add(text, origin);
    }

    fn keep(&mut self, to: usize) {
        let from = self.from;
        for piece in from.text[self.at..to].split_inclusive('\n') {
            self.write(piece);
            self.line += usize::from(piece.ends_with('\n'));
        }
        self.at = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_knows_where_it_is_from_whatever_is_changed() {
        let woven = Woven::of(7, "one\ntwo\nthree\nfour".to_owned());
        let changes = [Change::put(4, "new\n"), Change::new(8..13, "3"), Change::new(9..10, "never")];
        let changed = woven.changed(4..18, &changes);
        assert_eq!(changed.text, "new\ntwo\n3\nfour");
        let lines: Vec<_> = [0, 4, 8, 10].map(|at| changed.origin(at)).to_vec();
        assert_eq!(lines, [Some((7, 2)), Some((7, 2)), Some((7, 3)), Some((7, 4))]);
        let mut whole = Woven::default();
        whole.add("# Title\n\n", None);
        whole.append(&changed);
        assert_eq!(
            [whole.origin(0), whole.origin(9), whole.origin(whole.text.len())],
            [None, Some((7, 2)), Some((7, 4))]
        );
    }
}
