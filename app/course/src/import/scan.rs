//! What stands where in a page: read once from the parser's events, so that the author's own words are changed only where they have to
//! be.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

/// The Markdown of a course, and nothing more: what else another program reads is text here.
const FORMAT: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// What was found in a page.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) headings: Vec<Head>,
    /// The blocks that stand in no other.
    pub(super) tops: Vec<Top>,
    pub(super) links: Vec<Link>,
    /// Tags and comments within lines.
    pub(super) tags: Vec<InTag>,
    /// Blocks of HTML, and how deep each stands in others.
    pub(super) html: Vec<(Range<usize>, usize)>,
    /// Definitions of addresses.
    pub(super) definitions: Vec<Range<usize>>,
    /// References to footnotes, and the marks of their definitions, with their labels.
    pub(super) notes: Vec<(Range<usize>, String)>,
    /// Addresses that stand bare in the text.
    pub(super) bare: Vec<Range<usize>>,
    /// Running text that is as in the source, in pieces that belong together.
    pub(super) texts: Vec<Range<usize>>,
    /// Blocks of code that are not closed.
    pub(super) open_code: Vec<Range<usize>>,
}

/// A heading that stands in no other block.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) span: Range<usize>,
    /// Its words, without the signs around them. None if there are none.
    pub(super) inner: Option<Range<usize>>,
    pub(super) level: u8,
    pub(super) plain: String,
    /// Pieces of text in it, for what must be escaped there.
    pub(super) texts: Vec<Range<usize>>,
    /// Line ends within it.
    pub(super) breaks: Vec<Range<usize>>,
}

#[derive(Debug)]
pub(super) struct Top {
    pub(super) span: Range<usize>,
    pub(super) kind: Kind,
}

#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    Heading(usize),
    /// A paragraph, by its plain words.
    Paragraph(String),
    List(Vec<Item>),
    /// The words of a footnote.
    Note(String),
    Html,
    Other,
}

/// An item of a list.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Item {
    pub(super) ticked: Option<bool>,
    pub(super) plain: String,
    /// It has more in it than one line.
    pub(super) more: bool,
}

#[derive(Debug)]
pub(super) struct Link {
    pub(super) span: Range<usize>,
    /// Its words. None if there are none.
    pub(super) inner: Option<Range<usize>>,
    pub(super) address: String,
    pub(super) title: String,
    /// Its words as plain text; of a picture what is said of it.
    pub(super) plain: String,
    pub(super) picture: bool,
    /// It is an address in angle brackets.
    pub(super) auto: bool,
    /// It has a picture in it.
    pub(super) pictured: bool,
    /// It stands in another.
    pub(super) inside: bool,
}

#[derive(Debug)]
pub(super) struct InTag {
    pub(super) span: Range<usize>,
    /// The paragraph, heading or cell in which it stands, by number.
    pub(super) run: usize,
    /// It stands where a line cannot be broken: in a heading, a table or another block.
    pub(super) tight: bool,
}

/// Reads a page.
pub(super) fn scan(source: &str) -> Facts {
    let parser = Parser::new_ext(source, FORMAT);
    let mut definitions: Vec<_> =
        parser.reference_definitions().iter().map(|(_, definition)| definition.span.clone()).collect();
    definitions.sort_by_key(|span| span.start);
    let facts = Facts { definitions, ..Facts::default() };
    let mut scanner = Scanner { source, facts, blocks: Vec::new(), open: Vec::new(), run: 0, text: 0..0, item: None };
    for (event, span) in parser.into_offset_iter() {
        scanner.event(event, span);
    }
    scanner.flush();
    scanner.facts
}

struct Scanner<'s> {
    source: &'s str,
    facts: Facts,
    /// The blocks that are open, by what they are.
    blocks: Vec<Place>,
    /// The links and pictures that are open, by number.
    open: Vec<usize>,
    run: usize,
    /// The text that is being put together.
    text: Range<usize>,
    /// The item of a list that stands in no other block.
    item: Option<Range<usize>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Heading,
    Paragraph,
    List,
    Item,
    Table,
    Html,
    Code,
    Other,
}

impl Scanner<'_> {
    fn event(&mut self, event: Event<'_>, span: Range<usize>) {
        if !matches!(event, Event::Text(_)) {
            self.flush();
        }
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                self.text(&text, &span);
                self.within(&span);
            }
            Event::Code(text) => {
                self.plain(&text);
                self.within(&span);
            }
            Event::SoftBreak | Event::HardBreak => {
                self.plain(" ");
                if self.blocks == [Place::Heading]
                    && let Some(head) = self.facts.headings.last_mut()
                {
                    head.breaks.push(span);
                }
            }
            Event::FootnoteReference(label) => {
                self.facts.notes.push((span.clone(), label.into_string()));
                self.within(&span);
            }
            Event::InlineHtml(_) => {
                let tight = self.blocks != [Place::Paragraph];
                self.within(&span);
                self.facts.tags.push(InTag { span, run: self.run, tight });
            }
            Event::TaskListMarker(ticked) => {
                if self.blocks.starts_with(&[Place::List, Place::Item])
                    && self.blocks.len() <= 3
                    && let Some(item) = self.items().and_then(|items| items.last_mut())
                {
                    item.ticked = Some(ticked);
                }
            }
            Event::Rule if self.blocks.is_empty() => self.facts.tops.push(Top { span, kind: Kind::Other }),
            Event::Rule => self.more(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Range<usize>) {
        let (link_type, address, title, picture) = match tag {
            Tag::Link { link_type, dest_url, title, .. } => (link_type, dest_url, title, false),
            Tag::Image { link_type, dest_url, title, .. } => (link_type, dest_url, title, true),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {
                self.within(&span);
                return;
            }
            tag => return self.block(tag, span),
        };
        self.within(&span);
        if picture {
            for one in &self.open {
                self.facts.links[*one].pictured = true;
            }
        }
        self.open.push(self.facts.links.len());
        let auto = matches!(link_type, LinkType::Autolink | LinkType::Email);
        let (address, title) = (address.into_string(), title.into_string());
        let plain = String::new();
        let (inside, pictured) = (self.open.len() > 1, false);
        self.facts.links.push(Link { span, inner: None, address, title, plain, picture, auto, pictured, inside });
    }

    fn block(&mut self, tag: Tag<'_>, span: Range<usize>) {
        self.run += 1;
        let top = self.blocks.is_empty();
        let place = match &tag {
            Tag::Heading { .. } => Place::Heading,
            Tag::Paragraph => Place::Paragraph,
            Tag::List(_) => Place::List,
            Tag::Item => Place::Item,
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => Place::Table,
            Tag::HtmlBlock => Place::Html,
            Tag::CodeBlock(_) => Place::Code,
            _ => Place::Other,
        };
        let kind = match &tag {
            Tag::Heading { level, .. } if top => {
                let (level, plain) = (*level as u8, String::new());
                let (inner, texts, breaks) = (None, Vec::new(), Vec::new());
                self.facts.headings.push(Head { span: span.clone(), inner, level, plain, texts, breaks });
                Kind::Heading(self.facts.headings.len() - 1)
            }
            Tag::Paragraph => Kind::Paragraph(String::new()),
            Tag::List(_) => Kind::List(Vec::new()),
            Tag::FootnoteDefinition(label) => {
                self.facts.notes.push((span.clone(), label.to_string()));
                Kind::Note(label.to_string())
            }
            Tag::HtmlBlock => {
                self.facts.html.push((span.clone(), self.blocks.len()));
                Kind::Html
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_)) if top => {
                if !is_closed(&self.source[span.clone()]) {
                    self.facts.open_code.push(span.clone());
                }
                Kind::Other
            }
            _ => Kind::Other,
        };
        if top {
            self.facts.tops.push(Top { span, kind });
        } else if self.blocks == [Place::List] && place == Place::Item {
            self.item = None;
            if let Some(items) = self.items() {
                items.push(Item::default());
            }
        } else if self.blocks == [Place::List, Place::Item] && (place != Place::Paragraph || self.item.is_some()) {
            self.more();
        }
        self.blocks.push(place);
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link | TagEnd::Image => drop(self.open.pop()),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            _ => {
                self.run += 1;
                self.blocks.pop();
            }
        }
    }

    fn items(&mut self) -> Option<&mut Vec<Item>> {
        match &mut self.facts.tops.last_mut()?.kind {
            Kind::List(items) => Some(items),
            _ => None,
        }
    }

    /// The item that is open has more in it than a line.
    fn more(&mut self) {
        if let Some(item) = self.items().and_then(|items| items.last_mut()) {
            item.more = true;
        }
    }

    /// Something stands here within a line: what is open reaches as far.
    fn within(&mut self, span: &Range<usize>) {
        let grown = |inner: &Option<Range<usize>>| {
            Some(inner.as_ref().map_or(span.clone(), |inner| inner.start.min(span.start)..inner.end.max(span.end)))
        };
        for one in &self.open {
            let link = &mut self.facts.links[*one];
            if link.span != *span {
                link.inner = grown(&link.inner);
            }
        }
        if self.blocks == [Place::Heading]
            && let Some(head) = self.facts.headings.last_mut()
        {
            head.inner = grown(&head.inner);
        }
        if self.blocks.starts_with(&[Place::List, Place::Item]) && self.blocks.len() <= 3 {
            self.item = grown(&self.item);
            let lines = self.item.as_ref().is_some_and(|item| self.source[item.clone()].contains('\n'));
            if lines {
                self.more();
            }
        }
    }

    fn text(&mut self, text: &str, span: &Range<usize>) {
        self.plain(text);
        let whole = matches!(self.blocks.last(), Some(Place::Code | Place::Html)) || !self.open.is_empty();
        if whole || self.source[span.clone()] != *text {
            self.flush();
        } else if self.text.end == span.start && !self.text.is_empty() {
            self.text.end = span.end;
        } else {
            self.flush();
            self.text = span.clone();
        }
    }

    /// Adds plain words to what is open.
    fn plain(&mut self, text: &str) {
        for one in &self.open {
            self.facts.links[*one].plain.push_str(text);
        }
        match (self.blocks.as_slice(), self.facts.tops.last_mut().map(|top| &mut top.kind)) {
            ([Place::Heading], _) => {
                if let Some(head) = self.facts.headings.last_mut() {
                    head.plain.push_str(text);
                }
            }
            ([Place::Paragraph], Some(Kind::Paragraph(plain))) => plain.push_str(text),
            ([Place::List, Place::Item] | [Place::List, Place::Item, Place::Paragraph], Some(Kind::List(items))) => {
                if let Some(item) = items.last_mut() {
                    item.plain.push_str(text);
                }
            }
            _ => {}
        }
    }

    /// Ends the piece of text that is being put together.
    fn flush(&mut self) {
        let text = std::mem::replace(&mut self.text, 0..0);
        if text.is_empty() {
            return;
        }
        self.facts.bare.extend(bare(self.source, &text));
        if self.blocks == [Place::Heading]
            && let Some(head) = self.facts.headings.last_mut()
        {
            head.texts.push(text.clone());
        }
        self.facts.texts.push(text);
    }
}

/// The addresses in a text, as far as they surely go.
fn bare(source: &str, text: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = text.start;
    while let Some(start) = source[at..text.end].find("http").map(|found| at + found) {
        at = start + 4;
        let rest = &source[start..text.end];
        let Some(host) = rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://")) else { continue };
        let begins = !source[..start].ends_with(|c: char| c.is_alphanumeric() || c == '<');
        if !begins || !host.starts_with(|c: char| c.is_alphanumeric()) {
            continue;
        }
        let stops = |c: char| {
            c.is_whitespace()
                || c.is_control()
                || matches!(c, '<' | '>' | '"' | '`' | '|' | '{' | '}' | '\\' | '^' | '“' | '”' | '»')
        };
        let mut address = &rest[..rest.find(stops).unwrap_or(rest.len())];
        loop {
            let shorter = address.trim_end_matches([
                '.', ',', ';', ':', '!', '?', '\'', '*', '_', '~', '’', '。', '、', '،', '؟', ']', '[',
            ]);
            let unopened = shorter.ends_with(')') && shorter.matches(')').count() > shorter.matches('(').count();
            let shorter = if unopened { &shorter[..shorter.len() - 1] } else { shorter };
            if shorter.len() == address.len() {
                break;
            }
            address = shorter;
        }
        at = start + address.len().max(4);
        found.push(start..start + address.len());
    }
    found
}

/// Whether a block of code that begins with a fence ends with one.
fn is_closed(block: &str) -> bool {
    let mut lines = block.trim_end().lines().map(str::trim);
    let first = lines.next().unwrap_or_default();
    let sign = first.chars().next().unwrap_or('`');
    let length = |line: &str| line.chars().take_while(|&c| c == sign).count();
    lines.next_back().is_some_and(|last| length(last) >= length(first) && last.chars().all(|c| c == sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_addresses_end_where_a_reader_would_end_them() {
        for (text, found) in [
            ("See https://a.org/b_c_d.", &["https://a.org/b_c_d"][..]),
            ("(http://a.org/x_(y)) and https://b.org)", &["http://a.org/x_(y)", "https://b.org"]),
            ("https:// xhttp://a.org http", &[]),
            ("انظر https://a.org/ب، ثم", &["https://a.org/ب"]),
        ] {
            let facts = scan(text);
            let spans: Vec<_> = facts.bare.iter().map(|span| &text[span.clone()]).collect();
            assert_eq!(spans, found, "{text}");
        }
    }

    #[test]
    fn a_list_item_of_one_line_is_told_from_one_with_more() {
        let facts = scan("- [x] one\n- [ ] two\n  lines\n\n- [ ] three\n\n  more\n");
        let Kind::List(items) = &facts.tops[0].kind else { panic!("{:?}", facts.tops) };
        let told: Vec<_> = items.iter().map(|item| (item.ticked, item.plain.as_str(), item.more)).collect();
        assert_eq!(
            told,
            [(Some(true), "one", false), (Some(false), "two lines", true), (Some(false), "threemore", true)]
        );
    }

    #[test]
    fn a_link_knows_its_words_and_where_they_end() {
        let text = "a [*b* c](x.md \"t\") ![d](e.png) [f][g]\n\n[g]: h.md\n";
        let facts = scan(text);
        let told: Vec<_> = facts
            .links
            .iter()
            .map(|link| (&text[link.span.clone()], &text[link.inner.clone().unwrap_or(0..0)], link.address.as_str()))
            .collect();
        assert_eq!(
            told,
            [("[*b* c](x.md \"t\")", "*b* c", "x.md"), ("![d](e.png)", "d", "e.png"), ("[f][g]", "f", "h.md")]
        );
        assert_eq!(facts.definitions.len(), 1);
    }
}
