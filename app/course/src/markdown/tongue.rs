//! Writing what is in another language than the page, with its own direction.

use super::sections::Lists;
use super::tree::Block;
use super::write::Writer;
use crate::html::escape;
use crate::names::Language;

impl Writer<'_> {
    /// Blocks of the source language, which say so. On a page of that language they are like all others.
    pub(super) fn untranslated(&mut self, blocks: &[Block], lists: Lists) {
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
    pub(super) fn tongue(&mut self) {
        let source = &self.words.inks.source.language;
        if self.words.language != source {
            self.speaks(source);
        }
    }

    /// A few words of the interface's, in a paragraph within what is written in `around`. They may be in another language.
    pub(super) fn label(&mut self, around: &Language, text: &str) {
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
}
