//! A page of Markdown as a tree of blocks, each with its place in the source.

use std::ops::Range;
use std::sync::Arc;

use crate::attributes::Attributes;
use crate::glossary::Term;
use crate::media::{Film, Media};
use crate::region::Region;
use crate::slot::Slot;

/// A page: its blocks from top to bottom, its footnotes and its comments.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Page {
    pub(crate) blocks: Vec<Block>,
    pub(crate) notes: Vec<Note>,
    /// Where its comments stand, in the order of the file.
    pub(crate) comments: Vec<Range<usize>>,
}

/// A footnote's text, wherever it stands in the file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    pub(crate) label: String,
    /// The label with its brackets and the colon.
    pub(crate) span: Range<usize>,
    pub(crate) blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    pub(crate) span: Range<usize>,
    pub(crate) kind: BlockKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum BlockKind {
    /// In a box, as links and pictures are: there are few, and none of the others should take as much room.
    Heading(Box<Heading>),
    Paragraph(Vec<Inline>),
    /// The text of a list item that has no paragraphs.
    Plain(Vec<Inline>),
    Quote(Vec<Block>),
    Alert(Alert, Vec<Block>),
    Code(String),
    List(List),
    Definitions(Vec<Definition>),
    Table(Table),
    Rule,
    /// Blocks of the source language that stand where a translation has none of its own.
    Untranslated(Vec<Block>),
}

/// A heading at the top level of a page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Heading {
    pub(crate) level: u8,
    pub(crate) attributes: Attributes,
    pub(crate) content: Vec<Inline>,
    /// It is the source language's, on the page of a translation that has none of its own.
    pub(crate) foreign: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct List {
    /// The first number of a list that has numbers.
    pub(crate) start: Option<u64>,
    pub(crate) items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) span: Range<usize>,
    /// Whether its box is ticked, if it has one.
    pub(crate) ticked: Option<bool>,
    pub(crate) blocks: Vec<Block>,
}

/// One term with its definitions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Definition {
    pub(crate) term: Vec<Inline>,
    pub(crate) meanings: Vec<Vec<Block>>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Table {
    pub(crate) aligned: Vec<Align>,
    pub(crate) head: Vec<Cell>,
    pub(crate) rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) span: Range<usize>,
    pub(crate) cells: Vec<Cell>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cell {
    pub(crate) span: Range<usize>,
    pub(crate) content: Vec<Inline>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Align {
    Start,
    Center,
    End,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Inline {
    pub(crate) span: Range<usize>,
    pub(crate) kind: InlineKind,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum InlineKind {
    Text(String),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Deleted(Vec<Inline>),
    Link(Box<Link>, Vec<Inline>),
    Picture(Box<Picture>),
    NoteReference(String),
    /// A gap to fill, with the answers it accepts.
    Gap(Vec<String>),
    /// The region of a picture that an option is about. None if it could not be read, which has been named.
    Region(Option<Region>),
    /// Something of the reader's country.
    Slot(Slot),
    SoftBreak,
    HardBreak,
}

/// A link as written, and where it leads once that has been found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Link {
    pub(crate) written: String,
    pub(crate) leads: Option<Target>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// To another site, a mail program or a telephone.
    Elsewhere(String),
    /// Within Haven.
    Here(Here),
    /// To what a word means.
    Term(Arc<Term>),
}

/// A place within Haven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Here {
    pub(crate) address: String,
    /// The id within a lesson that stands there; none where it is a page, or an id on a page of another kind. Ids stand once in
    /// the lessons of a course.
    pub(crate) part: Option<String>,
}

impl Here {
    /// A page, or a place on one that is no lesson.
    pub(crate) fn page(address: impl Into<String>) -> Self {
        Self { address: address.into(), part: None }
    }
}

/// A picture as written, and the file once it has been found.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picture {
    pub(crate) written: String,
    pub(crate) alt: String,
    pub(crate) caption: String,
    pub(crate) media: Option<Arc<Media>>,
    /// What it is, where it is no picture but a film or a sound.
    pub(crate) film: Option<Arc<Film>>,
}

impl Block {
    pub(crate) fn heading(&self) -> Option<&Heading> {
        if let BlockKind::Heading(heading) = &self.kind { Some(heading) } else { None }
    }
}
