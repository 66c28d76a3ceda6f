//! Writing what stands under headings, some of which have a class that says how.

use super::tree::{Block, Heading};
use super::walk::plain;
use super::write::Writer;
use crate::outline::{SCENARIO, section_length};

impl Writer<'_> {
    pub(super) fn section(&mut self, blocks: &[&Block], lists: Lists) {
        let mut rest = blocks;
        while let Some((&block, after)) = rest.split_first() {
            rest = after;
            let Some(heading) = block.heading() else {
                self.block(block, lists);
                continue;
            };
            let (inside, outside) = after.split_at(section_length(after, heading.level));
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

    pub(super) fn heading(&mut self, heading: &Heading) {
        self.heading_with(heading, true);
    }

    /// A heading, with its id or without, where the id is that of the whole section.
    pub(super) fn heading_with(&mut self, heading: &Heading, id: bool) {
        self.heading = plain(&heading.content);
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
}

/// What becomes of the lists in a section whose heading has such a class.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Lists {
    Plain,
    Cards,
    Steps,
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
