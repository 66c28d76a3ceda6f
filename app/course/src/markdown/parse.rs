//! From the parser's events to the tree. What the parser cannot read it takes for text; here that is named. Parsing never
//! fails: of what is faulty the tree has what could be read.

use std::cell::RefCell;
use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};

use super::depth::{self, DEEPEST};
use super::raw::{Raw, RawBlock};
use super::table::first_line;
use super::tree::{Alert, Block, BlockKind, Definition, Heading, Inline, Item, List, Note, Page};
use super::{notes, slots, text};
use crate::attributes;
use crate::diagnostic::{Fault, Faults};

/// The Markdown of the course format. Attributes are read by our own scanner.
const FORMAT: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// Parses a page, and names what is wrong with its text whatever kind of page it is.
pub(crate) fn parse(source: &str, faults: &mut Faults) -> Page {
    if let Some(span) = depth::too_deep(source) {
        faults.at(span, Fault::Nesting { limit: DEEPEST.to_string() });
        return Page::default();
    }
    text::check_signs(source, faults);
    let blanked = text::without_front_matter(source, faults);
    let source = blanked.as_deref().unwrap_or(source);
    let undefined = RefCell::new(Vec::new());
    let note = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            undefined.borrow_mut().push((link.span, link.reference.to_string()));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(source, FORMAT, Some(note));
    text::check_definitions(parser.reference_definitions(), faults);
    let events = parser.into_offset_iter().peekable();
    let mut builder = Builder {
        source,
        events,
        faults,
        notes: Vec::new(),
        raw: Raw::default(),
        depth: 0,
        deep: false,
        ticked: None,
        slots: 0,
        cut: None,
    };
    let blocks = builder.blocks();
    let page = Page { blocks, notes: builder.notes, comments: builder.raw.comments };
    for (span, label) in undefined.take() {
        faults.at(span, Fault::ReferenceUndefined { label });
    }
    notes::check(&page, faults);
    page
}

pub(super) struct Builder<'s, 'f, E: Iterator<Item = (Event<'s>, Range<usize>)>> {
    pub(super) source: &'s str,
    pub(super) events: Peekable<E>,
    pub(super) faults: &'f mut Faults,
    notes: Vec<Note>,
    pub(super) raw: Raw,
    depth: usize,
    /// The nesting has been named.
    deep: bool,
    /// The box of the list item that is being read.
    pub(super) ticked: Option<bool>,
    /// How many country values there were.
    pub(super) slots: usize,
    /// Where the attributes of the heading begin that is being read.
    pub(super) cut: Option<usize>,
}

impl<'s, E: Iterator<Item = (Event<'s>, Range<usize>)>> Builder<'s, '_, E> {
    /// The blocks up to the end of the container that is open.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if is_block(&tag) => blocks.extend(self.nested(tag, span, Self::block).flatten()),
                Event::Rule => blocks.push(Block { span, kind: BlockKind::Rule }),
                event => blocks.extend(self.plain(event, span)),
            }
        }
        blocks.shrink_to_fit();
        blocks
    }

    /// What stands in a container, unless it is too deep.
    pub(super) fn nested<T>(
        &mut self,
        tag: Tag<'s>,
        span: Range<usize>,
        read: impl FnOnce(&mut Self, Tag<'s>, Range<usize>) -> T,
    ) -> Option<T> {
        if self.depth >= DEEPEST {
            if !std::mem::replace(&mut self.deep, true) {
                self.faults.at(span, Fault::Nesting { limit: DEEPEST.to_string() });
            }
            self.skip();
            return None;
        }
        // A list and its items are one level, and so are a table, its rows and their cells.
        let level = usize::from(!matches!(tag, Tag::Item | Tag::TableRow | Tag::TableHead | Tag::TableCell));
        self.depth += level;
        let read = read(self, tag, span);
        self.depth -= level;
        Some(read)
    }

    /// Passes over what is open.
    fn skip(&mut self) {
        let mut open = 1;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    fn block(&mut self, tag: Tag<'s>, span: Range<usize>) -> Option<Block> {
        let kind = match tag {
            Tag::Heading { level, .. } if self.depth == 1 => self.heading(level as u8, &span),
            Tag::Heading { .. } => BlockKind::Paragraph(self.content()),
            Tag::Paragraph => {
                let content = self.content();
                text::check_paragraph(self.source, &span, self.faults);
                if content.is_empty() {
                    return None;
                }
                BlockKind::Paragraph(content)
            }
            Tag::BlockQuote(kind) => self.quote(kind, &span),
            Tag::CodeBlock(kind) => {
                if kind.is_fenced() && !text::is_closed(&self.source[span.clone()]) {
                    self.faults.at(first_line(self.source, &span), Fault::CodeOpen {});
                }
                if !kind.is_fenced() && self.depth > 1 {
                    self.faults.at(first_line(self.source, &span), Fault::CodeIndented {});
                }
                BlockKind::Code(self.code())
            }
            Tag::List(start) => BlockKind::List(List { start, items: self.items() }),
            Tag::DefinitionList => BlockKind::Definitions(self.definitions()),
            Tag::Table(aligned) => BlockKind::Table(self.table(&aligned, &span)),
            Tag::HtmlBlock => return self.html(),
            Tag::FootnoteDefinition(label) => return self.footnote(&label, span),
            // No other block stands by itself.
            _ => {
                self.skip();
                return None;
            }
        };
        Some(Block { span, kind })
    }

    fn heading(&mut self, level: u8, span: &Range<usize>) -> BlockKind {
        let attributes = attributes::scan(self.source, last_line(self.source, span), self.faults);
        self.cut = attributes.span.as_ref().map(|braces| braces.start);
        let content = self.content();
        slots::check_heading(&content, self.faults);
        self.cut = None;
        if super::walk::plain(&content).is_empty() {
            self.faults.at(span.clone(), Fault::HeadingEmpty {});
        }
        BlockKind::Heading(Box::new(Heading { level, attributes, content, foreign: false }))
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>, span: &Range<usize>) -> BlockKind {
        let blocks = self.blocks();
        let Some(kind) = kind else { return BlockKind::Quote(blocks) };
        let alert = alert(kind);
        if alert == Alert::Caution && self.depth > 1 {
            self.faults.at(span.clone(), Fault::NoticeInside {});
        }
        if blocks.is_empty() {
            self.faults.at(span.clone(), Fault::AlertEmpty { tag: alert.tag().to_owned() });
        }
        BlockKind::Alert(alert, blocks)
    }

    fn code(&mut self) -> String {
        let mut code = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Text(text) => code.push_str(&text),
                Event::End(_) => break,
                _ => {}
            }
        }
        code
    }

    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((Event::Start(_), span)) = self.events.next() {
            let outer = self.ticked.take();
            let blocks = self.blocks();
            let ticked = std::mem::replace(&mut self.ticked, outer);
            items.push(Item { span, ticked, blocks });
        }
        items.shrink_to_fit();
        items
    }

    fn definitions(&mut self) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        while let Some((Event::Start(tag), _)) = self.events.next() {
            if matches!(tag, Tag::DefinitionListTitle) {
                definitions.push(Definition { term: self.content(), meanings: Vec::new() });
            } else {
                let meaning = self.blocks();
                if let Some(definition) = definitions.last_mut() {
                    definition.meanings.push(meaning);
                }
            }
        }
        definitions
    }

    fn html(&mut self) -> Option<Block> {
        let mut block = RawBlock::default();
        for (event, span) in self.events.by_ref() {
            match event {
                Event::Html(line) | Event::Text(line) => self.raw.line(&mut block, &line, span.start, self.faults),
                Event::End(_) => break,
                _ => {}
            }
        }
        self.raw.end(block, self.faults);
        None
    }

    fn footnote(&mut self, label: &str, span: Range<usize>) -> Option<Block> {
        let blocks = self.blocks();
        let mark = self.source[span.clone()].find("]:").map_or(span.end, |end| span.start + end + 2);
        self.notes.push(Note { label: label.to_owned(), span: span.start..mark, blocks });
        None
    }

    /// The text of a list item that has no paragraphs, or its box alone.
    fn plain(&mut self, first: Event<'s>, span: Range<usize>) -> Option<Block> {
        let mut content = Vec::new();
        let start = span.start;
        self.inline(first, span, &mut content);
        while let Some((event, span)) = self.events.next_if(|(event, _)| !ends_plain(event)) {
            self.inline(event, span, &mut content);
        }
        content.shrink_to_fit();
        let end = content.last().map_or(start, |inline: &Inline| inline.span.end);
        text::check_run(self.source, &content, self.faults);
        text::check_paragraph(self.source, &(start..end), self.faults);
        (!content.is_empty()).then_some(Block { span: start..end, kind: BlockKind::Plain(content) })
    }
}

fn ends_plain(event: &Event<'_>) -> bool {
    match event {
        Event::End(_) | Event::Rule => true,
        Event::Start(tag) => is_block(tag),
        _ => false,
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

impl Alert {
    /// As it is written between `[!` and `]`.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Note => "NOTE",
            Self::Tip => "TIP",
            Self::Important => "IMPORTANT",
            Self::Warning => "WARNING",
            Self::Caution => "CAUTION",
        }
    }
}

/// The last line of a heading's words: the only one, unless the heading is underlined.
fn last_line(source: &str, span: &Range<usize>) -> Range<usize> {
    let whole = source[span.clone()].trim_end();
    let words = whole.rfind(['\n', '\r']).map_or(whole, |end| whole[..end].trim_end());
    let start = words.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    span.start + start..span.start + words.len()
}
