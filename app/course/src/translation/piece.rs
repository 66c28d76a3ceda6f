//! A block of a page as it is compared with that of another language: what kind it is, its words, and what in it is the same
//! in every language.

use std::ops::Range;

use crate::markdown::tree::{Alert, Block, BlockKind, Inline, InlineKind};
use crate::markdown::walk::{inlines, plain, runs, words};
use crate::names::Hash;

/// A block with this many words is not the same in two languages by chance, as a heading "Introduction" is.
const TELLING: usize = 3;

/// A block, or a footnote.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) shape: Shape,
    /// The words as they stand in the file, with single blanks. Of a heading they end before its braces: what stands there is
    /// no words.
    pub(crate) words: String,
    pub(crate) hash: Hash,
    /// How many words there are to translate.
    pub(crate) count: usize,
    /// Addresses, figures and footnotes, by which a paragraph is known among others.
    pub(crate) marks: String,
    pub(crate) span: Range<usize>,
}

/// What kind of block it is: one stands for another of the same kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Heading(u8),
    Paragraph { gaps: bool },
    Quote,
    Alert(Alert),
    Code,
    List { numbered: bool, boxed: bool },
    Definitions,
    Table,
    Rule,
    Note,
}

impl Piece {
    /// A block of the page with this text.
    pub(crate) fn of(block: &Block, text: &str) -> Self {
        let end = block.heading().and_then(|heading| heading.attributes.span.as_ref()).map(|braces| braces.start);
        let span = block.span.start..end.unwrap_or(block.span.end).max(block.span.start);
        Self::new(shape(block), std::slice::from_ref(block), span, text)
    }

    /// A footnote.
    pub(crate) fn of_note(blocks: &[Block], label: &Range<usize>, text: &str) -> Self {
        let end = blocks.last().map_or(label.end, |block| block.span.end);
        Self::new(Shape::Note, blocks, label.end..end.max(label.end), text)
    }

    fn new(shape: Shape, blocks: &[Block], span: Range<usize>, text: &str) -> Self {
        let written = text.get(span.clone()).unwrap_or_default();
        let words_of = written.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            shape,
            hash: Hash::of(words_of.as_bytes()),
            words: words_of,
            count: words(blocks),
            marks: marks(blocks),
            span,
        }
    }

    /// Whether there is anything in it to translate.
    pub(crate) fn has_words(&self) -> bool {
        self.count > 0 && self.shape != Shape::Code && self.words.contains(char::is_alphabetic)
    }

    /// Whether it would not be the same in another language by chance.
    pub(crate) fn is_telling(&self) -> bool {
        self.has_words() && self.count >= TELLING
    }

    /// How well one stands for the other: 0 not at all.
    pub(crate) fn likeness(&self, other: &Self) -> u32 {
        match self.shape == other.shape {
            false => 0,
            true if self.marks != other.marks => 2,
            true if self.marks.is_empty() => 3,
            true => 4,
        }
    }
}

fn shape(block: &Block) -> Shape {
    match &block.kind {
        BlockKind::Heading(heading) => Shape::Heading(heading.level),
        BlockKind::Paragraph(content) | BlockKind::Plain(content) => Shape::Paragraph { gaps: has_gaps(content) },
        BlockKind::Quote(_) | BlockKind::Untranslated(_) => Shape::Quote,
        BlockKind::Alert(alert, _) => Shape::Alert(*alert),
        BlockKind::Code(_) => Shape::Code,
        BlockKind::List(list) => {
            let boxed = list.items.iter().any(|item| item.ticked.is_some());
            Shape::List { numbered: list.start.is_some(), boxed }
        }
        BlockKind::Definitions(_) => Shape::Definitions,
        BlockKind::Table(_) => Shape::Table,
        BlockKind::Rule => Shape::Rule,
    }
}

fn has_gaps(content: &[Inline]) -> bool {
    let mut found = false;
    inlines(content, &mut |inline| found |= matches!(inline.kind, InlineKind::Gap(_)));
    found
}

fn marks(blocks: &[Block]) -> String {
    let mut marks = String::new();
    runs(blocks, &mut |content| {
        marks.extend(plain(content).chars().filter(|c| c.is_ascii_digit()));
        inlines(content, &mut |inline| match &inline.kind {
            InlineKind::Link(link, _) => marks.push_str(&link.written),
            InlineKind::Picture(picture) => marks.push_str(&picture.written),
            InlineKind::NoteReference(label) => marks.push_str(label),
            InlineKind::Slot(slot) => marks.push_str(slot.name()),
            _ => {}
        });
    });
    marks
}

/// How many items, rows or terms a block has.
pub(crate) fn items(block: &Block) -> Option<usize> {
    match &block.kind {
        BlockKind::List(list) => Some(list.items.len()),
        BlockKind::Definitions(definitions) => Some(definitions.len()),
        BlockKind::Table(table) => Some(table.rows.len()),
        _ => None,
    }
}
