//! From blocks to HTML. Every element and attribute is written here, every text is escaped, and no link is written that was
//! not resolved: so what comes out is safe whatever went in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cite::Cited;
use super::sections::Lists;
use super::tree::{Alert, Block, BlockKind, Inline};
use super::words::Words;
use crate::glossary::Term;
use crate::html::{Html, escape, escape_attribute};
use crate::slot::{Hole, Slot};

/// Stands for a gap in the text of a question, which is cut there. No text has it: control characters are not written.
pub(crate) const GAP: char = '\u{0}';

/// Stands for a gap anywhere else, where only a mistake puts one.
pub(super) const ELLIPSIS: char = '…';

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
    pub(super) heading: String,
    pub(super) tables: usize,
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

    pub(super) fn block(&mut self, block: &Block, lists: Lists) {
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

    pub(super) fn inner(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block, Lists::Plain));
    }

    pub(super) fn around(&mut self, name: &str, blocks: &[Block]) {
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

    /// What is pressed, and so should hold nothing else to press.
    pub(super) fn pressed(&mut self, content: &[Inline]) {
        let outer = std::mem::replace(&mut self.linkless, true);
        self.inlines(content);
        self.linkless = outer;
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
