//! From blocks to HTML. Every element and attribute is written here, every text is escaped, and no link is written that was
//! not resolved: so what comes out is safe whatever went in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cite::Cited;
use super::tree::{Alert, Align, Block, BlockKind, Cell, Definition, Heading, Inline, List, Note, Table};
use crate::glossary::Term;
use crate::html::{Html, escape, escape_attribute};
use crate::ink::{Ink, Inks};
use crate::labels::Labels;
use crate::names::Language;
use crate::outline::SCENARIO;
use crate::slot::{Hole, Slot};

/// Stands for a gap in the text of a question, which is cut there. No text has it: control characters are not written.
pub(crate) const GAP: char = '\u{0}';

/// Stands for a gap anywhere else, where only a mistake puts one.
const ELLIPSIS: char = '…';

/// What a page brings along for writing it.
#[derive(Clone, Copy)]
pub(crate) struct Words<'p> {
    pub(crate) labels: &'p Labels,
    /// The footnotes of the file, by label.
    pub(crate) notes: &'p BTreeMap<String, &'p Note>,
    /// A comma stands before decimals.
    pub(crate) comma: bool,
    /// The language that is written.
    pub(crate) language: &'p Language,
    /// What is written for a gap.
    pub(crate) gap: char,
    inks: &'p Inks,
}

impl<'p> Words<'p> {
    /// Those of a page in the first of these languages.
    pub(crate) fn new(inks: &'p Inks, notes: &'p BTreeMap<String, &'p Note>) -> Self {
        let Ink { language, labels } = inks.own.as_ref();
        Self { labels, notes, comma: language.writes_decimal_comma(), language, gap: ELLIPSIS, inks }
    }

    /// Those of another page, which has these footnotes.
    pub(super) fn noted<'q>(self, notes: &'q BTreeMap<String, &'q Note>) -> Words<'q>
    where
        'p: 'q,
    {
        Words { notes, ..self }
    }

    /// Those for what is the source's own, or not.
    pub(crate) fn of(self, foreign: bool) -> Self {
        let Ink { language, labels } = self.inks.of(foreign).as_ref();
        Self { labels, comma: language.writes_decimal_comma(), language, ..self }
    }
}

/// Writes blocks, keeps count of tables and footnotes, and gathers the media used.
pub(crate) struct Writer<'p> {
    pub(crate) words: Words<'p>,
    /// Stands in the ids of footnotes, so that they differ from those of another text on the same page.
    pub(super) prefix: String,
    pub(super) out: String,
    /// The footnotes that were referred to, in this order.
    pub(super) cited: Vec<Cited>,
    pub(super) numbers: BTreeMap<String, usize>,
    /// The terms that were linked, in this order.
    pub(super) terms: Vec<Arc<Term>>,
    /// The size of each file that is shown, by path. A film or a sound is not: it is loaded when someone plays it.
    pub(crate) media: BTreeMap<String, u64>,
    heading: String,
    tables: usize,
    pub(super) parts: usize,
    /// No number of a footnote is written.
    pub(super) noteless: bool,
    /// No link may stand here.
    pub(super) linkless: bool,
    /// What is written stands in a link.
    pub(super) in_link: bool,
    /// Content notices are not written: they are shown before the text.
    pub(crate) without_notices: bool,
    /// How much higher headings stand on the page than in the file: a lesson's title is `##` there and `<h1>` here.
    pub(crate) raised: u8,
}

/// What becomes of the lists in a section whose heading has such a class.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Lists {
    Plain,
    Cards,
    Steps,
}

impl<'p> Writer<'p> {
    /// A writer of one text. `heading` is the heading above it, for the names of its tables.
    pub(crate) fn new(words: Words<'p>, prefix: &str, heading: &str) -> Self {
        Self {
            words,
            prefix: prefix.to_owned(),
            out: String::new(),
            cited: Vec::new(),
            numbers: BTreeMap::new(),
            terms: Vec::new(),
            media: BTreeMap::new(),
            heading: heading.to_owned(),
            tables: 0,
            parts: 0,
            noteless: false,
            linkless: false,
            in_link: false,
            without_notices: false,
            raised: 0,
        }
    }

    /// What is written from here on stands under this heading.
    pub(crate) fn under(&mut self, heading: &str) {
        heading.clone_into(&mut self.heading);
    }

    /// Whom to turn to, in a paragraph.
    pub(crate) fn help(&self) -> Html {
        let words = &self.words.labels.writing_help;
        let (before, after) = words.split_once("{first}").unwrap_or((words, ""));
        let mut out = String::from("<p>");
        escape(before, &mut out);
        out.push(Hole { slot: Slot::Helpline, plain: false }.sign());
        escape(after, &mut out);
        Html::of(out + "</p>")
    }

    /// What was written since the last time.
    pub(crate) fn take(&mut self) -> Html {
        Html::of(std::mem::take(&mut self.out))
    }

    /// These blocks, by themselves.
    pub(crate) fn part<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) -> Html {
        let outer = std::mem::take(&mut self.out);
        blocks.into_iter().for_each(|block| self.block(block, Lists::Plain));
        Html::of(std::mem::replace(&mut self.out, outer))
    }

    /// These inline elements, by themselves. They may come to stand in a label.
    pub(crate) fn phrase(&mut self, content: &[Inline]) -> Html {
        let outer = std::mem::take(&mut self.out);
        self.pressed(content);
        Html::of(std::mem::replace(&mut self.out, outer))
    }

    /// These blocks with their own footnotes below them.
    pub(crate) fn part_with_notes<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>) -> Html {
        self.parts += 1;
        let prefix = format!("{}{}-", self.prefix, self.parts);
        let mut own = Writer::new(self.words, &prefix, &self.heading);
        blocks.into_iter().for_each(|block| own.block(block, Lists::Plain));
        own.footnotes();
        self.media.append(&mut own.media);
        own.take()
    }

    /// The prompt of a question: sections as on a page, and with `notes` the footnotes of all that was written so far.
    pub(crate) fn prompt<'b>(&mut self, blocks: impl IntoIterator<Item = &'b Block>, notes: bool) -> Html {
        let outer = std::mem::take(&mut self.out);
        self.section(&blocks.into_iter().collect::<Vec<_>>(), Lists::Plain);
        if notes {
            self.footnotes();
        }
        Html::of(std::mem::replace(&mut self.out, outer))
    }

    /// Blocks from the top level of a page: headings among them may have classes.
    pub(crate) fn blocks(&mut self, blocks: &[Block]) {
        self.section(&blocks.iter().collect::<Vec<_>>(), Lists::Plain);
    }

    pub(super) fn section(&mut self, blocks: &[&Block], lists: Lists) {
        let mut rest = blocks;
        while let Some((&block, after)) = rest.split_first() {
            rest = after;
            let Some(heading) = block.heading() else {
                self.block(block, lists);
                continue;
            };
            let (inside, outside) = after.split_at(crate::outline::section_length(after, heading.level));
            if heading.attributes.has_class(SCENARIO) {
                self.scenario(heading, inside);
                rest = outside;
            } else if heading.attributes.has_class("reveal") {
                self.reveal(heading, inside);
                rest = outside;
            } else if let Some(lists) = lists_of(heading) {
                self.heading(heading);
                self.section(inside, lists);
                rest = outside;
            } else {
                self.heading(heading);
            }
        }
    }

    fn reveal(&mut self, heading: &Heading, inside: &[&Block]) {
        self.out.push_str("<details class=\"reveal\"");
        self.id(heading);
        if heading.foreign {
            self.tongue();
        }
        self.out.push_str("><summary>");
        self.inlines(&heading.content);
        self.out.push_str("</summary>\n");
        self.section(inside, Lists::Plain);
        self.out.push_str("</details>\n");
    }

    fn heading(&mut self, heading: &Heading) {
        self.heading_with(heading, true);
    }

    /// A heading, with its id or without, where the id is that of the whole section.
    pub(super) fn heading_with(&mut self, heading: &Heading, id: bool) {
        self.heading = super::walk::plain(&heading.content);
        let name = format!("h{}", heading.level.saturating_sub(self.raised).max(1));
        self.out.push('<');
        self.out.push_str(&name);
        if id {
            self.id(heading);
        }
        if heading.foreign {
            self.tongue();
        }
        self.out.push('>');
        self.inlines(&heading.content);
        self.close(&name);
    }

    pub(super) fn id(&mut self, heading: &Heading) {
        if let Some(id) = &heading.attributes.id {
            self.attribute("id", &id.text);
        }
    }

    fn block(&mut self, block: &Block, lists: Lists) {
        match &block.kind {
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::Paragraph(content) => self.paragraph(content),
            BlockKind::Plain(content) => self.inlines(content),
            BlockKind::Quote(blocks) => self.around("blockquote", blocks),
            BlockKind::Alert(Alert::Caution, _) if self.without_notices => {}
            BlockKind::Alert(alert, blocks) => self.alert(*alert, blocks),
            BlockKind::Code(code) => {
                self.out.push_str("<pre tabindex=\"0\"><code>");
                escape(code, &mut self.out);
                self.out.push_str("</code></pre>\n");
            }
            BlockKind::List(list) => self.list(list, lists),
            BlockKind::Definitions(definitions) if lists == Lists::Cards => self.cards(definitions),
            BlockKind::Definitions(definitions) => self.definitions(definitions),
            BlockKind::Table(table) => self.table(table),
            BlockKind::Rule => self.out.push_str("<hr>\n"),
            BlockKind::Untranslated(blocks) => self.untranslated(blocks, lists),
        }
    }

    /// Blocks of the source language, which say so. On a page of that language they are like all others.
    fn untranslated(&mut self, blocks: &[Block], lists: Lists) {
        let is_foreign = *self.words.language != self.words.inks.source.language;
        if is_foreign {
            self.out.push_str("<div class=\"untranslated\"");
            self.tongue();
            self.out.push_str("><p class=\"untranslated-label\"");
            self.label(&self.words.inks.source.language, &self.words.labels.untranslated);
        }
        blocks.iter().for_each(|block| self.block(block, lists));
        if is_foreign {
            self.close("div");
        }
    }

    /// The source language, where another is written.
    fn tongue(&mut self) {
        let source = &self.words.inks.source.language;
        if self.words.language != source {
            self.speaks(source);
        }
    }

    /// A few words of the interface's, in a paragraph within what is written in `around`. They may be in another language.
    fn label(&mut self, around: &Language, text: &str) {
        let spoken = Language::parse(&self.words.labels.language).ok();
        if let Some(spoken) = spoken.filter(|spoken| spoken != around) {
            self.speaks(&spoken);
        }
        self.out.push('>');
        escape(text, &mut self.out);
        self.out.push_str("</p>\n");
    }

    fn speaks(&mut self, language: &Language) {
        self.attribute("lang", language.as_ref());
        self.attribute("dir", language.direction().as_str());
    }

    pub(super) fn inner(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block, Lists::Plain));
    }

    fn around(&mut self, name: &str, blocks: &[Block]) {
        self.open(name);
        self.inner(blocks);
        self.close(name);
    }

    fn alert(&mut self, alert: Alert, blocks: &[Block]) {
        let labels = self.words.labels;
        let (class, label) = match alert {
            Alert::Note => ("note", &labels.note),
            Alert::Tip => ("tip", &labels.tip),
            Alert::Important => ("important", &labels.important),
            Alert::Warning => ("warning", &labels.warning),
            Alert::Caution => ("caution", &labels.caution),
        };
        self.out.push_str(&format!("<aside class=\"alert {class}\"><p class=\"alert-label\""));
        self.label(self.words.language, label);
        self.inner(blocks);
        self.close("aside");
    }

    fn list(&mut self, list: &List, lists: Lists) {
        let name = if list.start.is_some() { "ol" } else { "ul" };
        self.out.push('<');
        self.out.push_str(name);
        if lists == Lists::Steps && list.start.is_some() {
            self.attribute("class", "steps");
        }
        if let Some(start) = list.start.filter(|start| *start != 1) {
            self.attribute("start", &start.to_string());
        }
        self.out.push_str(">\n");
        for item in &list.items {
            self.out.push_str("<li>");
            if let Some(ticked) = item.ticked {
                self.tick(ticked);
            }
            self.inner(&item.blocks);
            self.close("li");
        }
        self.close(name);
    }

    /// A box in a list that is no question. It cannot be ticked here, so it is a sign and no control.
    fn tick(&mut self, ticked: bool) {
        let labels = self.words.labels;
        let (sign, label) = if ticked { ("☑", &labels.done) } else { ("☐", &labels.not_done) };
        self.out.push_str("<span role=\"img\"");
        self.attribute("aria-label", label);
        self.out.push_str(&format!(">{sign}</span> "));
    }

    /// What is pressed, and so should hold nothing else to press.
    fn pressed(&mut self, content: &[Inline]) {
        let outer = std::mem::replace(&mut self.linkless, true);
        self.inlines(content);
        self.linkless = outer;
    }

    fn cards(&mut self, definitions: &[Definition]) {
        self.out.push_str("<div class=\"cards\">\n");
        for definition in definitions {
            self.out.push_str("<details class=\"card\"><summary>");
            self.pressed(&definition.term);
            self.out.push_str("</summary>");
            for meaning in &definition.meanings {
                self.around("div", meaning);
            }
            self.close("details");
        }
        self.close("div");
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        self.out.push_str("<dl>\n");
        for definition in definitions {
            self.open("dt");
            self.inlines(&definition.term);
            self.close("dt");
            for meaning in &definition.meanings {
                self.around("dd", meaning);
            }
        }
        self.close("dl");
    }

    /// A wide table scrolls by itself, so its frame can be focused and has a name.
    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let name = format!("{} {}: {}", self.words.labels.table, self.tables, self.heading);
        self.out.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\"");
        self.attribute("aria-label", &name);
        self.out.push_str("><table><thead>\n");
        self.row(&table.head, &table.aligned, true);
        self.out.push_str("</thead><tbody>\n");
        for row in &table.rows {
            self.row(&row.cells, &table.aligned, false);
        }
        self.out.push_str("</tbody></table></div>\n");
    }

    fn row(&mut self, cells: &[Cell], aligned: &[Align], head: bool) {
        self.out.push_str("<tr>");
        for (cell, align) in cells.iter().zip(aligned) {
            // A header cell without words names nothing.
            let name = if head && !cell.content.is_empty() { "th" } else { "td" };
            self.out.push('<');
            self.out.push_str(name);
            if name == "th" {
                self.attribute("scope", "col");
            }
            match align {
                Align::Start => {}
                Align::Center => self.attribute("class", "center"),
                Align::End => self.attribute("class", "end"),
            }
            self.out.push('>');
            self.inlines(&cell.content);
            self.out.push_str(&format!("</{name}>"));
        }
        self.out.push_str("</tr>\n");
    }

    pub(super) fn open(&mut self, name: &str) {
        self.out.push_str(&format!("<{name}>"));
    }

    pub(super) fn close(&mut self, name: &str) {
        self.out.push_str(&format!("</{name}>\n"));
    }

    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.out.push_str(&format!(" {name}=\""));
        escape_attribute(value, &mut self.out);
        self.out.push('"');
    }
}

fn lists_of(heading: &Heading) -> Option<Lists> {
    if heading.attributes.has_class("cards") {
        Some(Lists::Cards)
    } else if heading.attributes.has_class("steps") {
        Some(Lists::Steps)
    } else {
        None
    }
}
