//! Writing a scenario: its opening, and each step as a section with its id. The style sheet shows one at a time; on paper, and
//! in a browser that knows no better, they stand there one after the other, and the choices lead from one to the next.

use std::collections::BTreeSet;

use super::sections::Lists;
use super::tree::{Block, Heading};
use super::write::Writer;
use crate::html::escape;
use crate::outline::section_length;
use crate::scenario::leads_to;

impl Writer<'_> {
    pub(super) fn scenario(&mut self, heading: &Heading, inside: &[&Block]) {
        let level = heading.level + 1;
        let (opening, mut rest) = inside.split_at(section_length(inside, level));
        let first = rest.first().and_then(|block| id(block.heading()?));
        let steps = rest.iter().filter_map(|block| block.heading()).filter(|step| step.level == level);
        // Whoever comes to the story as a whole comes to its first step.
        let ids: BTreeSet<&str> = steps.chain([heading]).filter_map(id).collect();
        self.out.push_str("<section class=\"scenario\"");
        self.id(heading);
        self.out.push_str(">\n");
        self.heading_with(heading, false);
        self.section(opening, Lists::Plain);
        while let Some((&block, after)) = rest.split_first() {
            let (inside, next) = after.split_at(section_length(after, level));
            if let Some(step) = block.heading() {
                self.step(step, inside, first, &ids);
            }
            rest = next;
        }
        self.close("section");
    }

    fn step(&mut self, heading: &Heading, inside: &[&Block], first: Option<&str>, ids: &BTreeSet<&str>) {
        self.out.push_str("<section class=\"scene\"");
        self.id(heading);
        self.out.push_str(">\n");
        self.heading_with(heading, false);
        self.section(inside, Lists::Plain);
        let labels = self.words.labels;
        let leads_on = inside.iter().any(|block| leads_to(std::slice::from_ref(*block), &mut |id| ids.contains(id)));
        if !leads_on {
            self.out.push_str("<p class=\"end\">");
            escape(&labels.story_end, &mut self.out);
            self.out.push_str("</p>\n");
        }
        if let Some(first) = first.filter(|first| id(heading) != Some(first)) {
            self.out.push_str("<p class=\"again\"><a");
            self.attribute("href", &format!("#{first}"));
            self.out.push('>');
            escape(&labels.story_again, &mut self.out);
            self.out.push_str("</a></p>\n");
        }
        self.close("section");
    }
}

fn id(heading: &Heading) -> Option<&str> {
    heading.attributes.id.as_ref().map(|id| id.text.as_str())
}
