//! Writing the words of a glossary: on its own page, and at the end of a lesson that uses them.

use std::sync::Arc;

use super::tree::{Block, BlockKind};
use super::write::Writer;
use crate::glossary::{Entry, Term};
use crate::html::escape;

impl Writer<'_> {
    /// The definitions of a glossary, each with a place that a link can lead to.
    pub(crate) fn glossary(&mut self, entries: &[Entry<'_>]) {
        self.out.push_str("<dl class=\"glossary\">\n");
        for entry in entries {
            for (number, name) in entry.names.iter().enumerate() {
                self.out.push_str("<dt");
                if number == 0 {
                    self.attribute("id", &entry.anchor());
                }
                self.out.push('>');
                self.inlines(name.content);
                self.close("dt");
            }
            for meaning in entry.meanings {
                self.open("dd");
                self.inner(meaning);
                self.close("dd");
            }
        }
        self.close("dl");
    }

    /// What a term means, in short: the first paragraph, without footnotes.
    pub(crate) fn short(mut self, meanings: &[Vec<Block>]) -> String {
        self.noteless = true;
        let first = meanings.first().and_then(|meaning| meaning.first()).map(|block| &block.kind);
        if let Some(BlockKind::Paragraph(content) | BlockKind::Plain(content)) = first {
            self.inlines(content);
        }
        self.out
    }

    /// A link to what a term means.
    pub(super) fn term(&mut self, term: &Arc<Term>) {
        self.terms.push(term.clone());
        self.attribute("class", "term");
        self.attribute("href", &term.address);
    }

    /// The terms that were linked, with what they mean: there without a script, and without leaving the page.
    pub(crate) fn terms(&mut self) {
        let terms = std::mem::take(&mut self.terms);
        let Some(first) = terms.first() else { return };
        self.out.push_str("<details class=\"terms\"><summary>");
        escape(&self.words.labels.terms.clone(), &mut self.out);
        self.out.push_str("</summary>\n<dl>\n");
        for term in &terms {
            self.open("dt");
            escape(&term.names.join(", "), &mut self.out);
            self.close("dt");
            self.open("dd");
            self.out.push_str(&term.meaning);
            self.close("dd");
        }
        self.out.push_str("</dl>\n<p><a");
        self.attribute("href", first.address.split('#').next().unwrap_or_default());
        self.out.push('>');
        escape(&self.words.labels.all_terms.clone(), &mut self.out);
        self.out.push_str("</a></p></details>\n");
    }
}
