//! From bytes to lines and columns, for as many faults as a hostile file can have.

use std::ops::Range;

use super::{Edit, Point};

/// A longer line is not repeated in a diagnostic: nobody could read it.
const LONGEST_LINE: usize = 1_000;

/// Where the lines of a text begin.
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

/// A place as people count.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) width: usize,
    pub(crate) source_line: Option<String>,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends = (0..bytes.len())
            .filter(|&at| bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|at| at + 1)).collect();
        Self { text, starts }
    }

    /// The number of the line on which this byte stands, from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at)
    }

    /// Where a byte stands.
    pub(super) fn point(&self, at: usize) -> Point {
        let at = self.text.floor_char_boundary(at);
        let line = self.line(at);
        Point { line, column: self.text[self.starts[line - 1]..at].chars().count() + 1 }
    }

    pub(super) fn edit(&self, span: Range<usize>, text: String) -> Edit {
        Edit { from: self.point(span.start), to: self.point(span.end), span, text }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        let at = self.text.floor_char_boundary(span.start);
        let line = self.line(at) - 1;
        let start = self.starts[line];
        let whole = self.starts.get(line + 1).map_or(&self.text[start..], |&next| &self.text[start..next]);
        let content = whole.trim_end_matches(['\n', '\r']);
        let at = at.min(start + content.len());
        let end = self.text.floor_char_boundary(span.end).clamp(at, start + content.len());
        Place {
            line: line + 1,
            column: self.text[start..at].chars().count() + 1,
            width: self.text[at..end].chars().count().max(1),
            source_line: (content.len() <= LONGEST_LINE).then(|| content.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_from_one_whatever_ends_the_lines() {
        let text = "één\r\ntwee\rdrie\n\nvijf";
        let lines = Lines::of(text);
        for (word, line, column, width) in
            [("één", 1, 1, 3), ("én\r\ntwee", 1, 2, 2), ("twee", 2, 1, 4), ("rie", 3, 2, 3), ("vijf", 5, 1, 4)]
        {
            let start = text.find(word).expect("the word is there");
            let place = lines.place(&(start..start + word.len()));
            assert_eq!((place.line, place.column, place.width), (line, column, width), "{word:?}");
        }
        assert_eq!(lines.place(&(0..1)).source_line.as_deref(), Some("één"));
    }

    #[test]
    fn a_place_at_or_after_the_end_is_the_end() {
        let place = Lines::of("a\nbc").place(&(4..9));
        assert_eq!((place.line, place.column, place.width), (2, 3, 1));
        let place = Lines::of("").place(&(0..0));
        assert_eq!((place.line, place.column, place.width), (1, 1, 1));
    }

    #[test]
    fn a_line_too_long_to_read_is_not_repeated() {
        let text = "x".repeat(1_001);
        assert_eq!(Lines::of(&text).place(&(7..8)).source_line, None);
    }
}
