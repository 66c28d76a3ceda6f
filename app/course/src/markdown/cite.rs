//! Writing footnotes: a number where one is referred to, the text at the end.

use super::notes;
use super::tree::{BlockKind, Note};
use super::write::Writer;
use crate::names;

/// A footnote that was referred to.
pub(super) struct Cited {
    key: String,
    name: String,
    times: usize,
}

impl Writer<'_> {
    /// The number of a footnote. They are numbered by their first place in the text.
    pub(super) fn cite(&mut self, label: &str) {
        let key = notes::key(label);
        let next = self.cited.len();
        let number = *self.numbers.entry(key.clone()).or_insert(next);
        if number == next {
            // No label begins with a hyphen, so a number behind one is nobody's name.
            let own = if names::id(label).is_ok() { label.to_owned() } else { format!("-{}", number + 1) };
            self.cited.push(Cited { key, name: format!("{}{own}", self.prefix), times: 0 });
        }
        let cited = &mut self.cited[number];
        cited.times += 1;
        let again = if cited.times > 1 { format!("-{}", cited.times) } else { String::new() };
        let name = cited.name.clone();
        let id = format!("fnref-{name}{again}");
        self.out.push_str("<sup class=\"footnote-ref\"");
        if self.in_link {
            self.attribute("id", &id);
            self.out.push_str(&format!(">{}</sup>", number + 1));
            return;
        }
        self.out.push_str("><a");
        self.attribute("id", &id);
        self.attribute("href", &format!("#fn-{name}"));
        self.attribute("role", "doc-noteref");
        self.out.push_str(&format!(">{}</a></sup>", number + 1));
    }

    /// The footnotes that were referred to, in a section, if there are any.
    pub(crate) fn footnotes(&mut self) {
        if self.cited.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"footnotes\"");
        self.attribute("aria-label", &self.words.labels.footnotes.clone());
        self.out.push_str("><ol>\n");
        let mut number = 0;
        // A footnote may refer to one that was not referred to before.
        while number < self.cited.len() {
            let note = self.words.notes.get(&self.cited[number].key).copied();
            self.footnote(number, note);
            number += 1;
        }
        self.out.push_str("</ol></section>\n");
        self.cited.clear();
        self.numbers.clear();
    }

    fn footnote(&mut self, number: usize, note: Option<&Note>) {
        let name = self.cited[number].name.clone();
        self.out.push_str("<li");
        self.attribute("id", &format!("fn-{name}"));
        self.out.push('>');
        let blocks = note.map(|note| note.blocks.as_slice()).unwrap_or_default();
        match blocks.split_last().map(|(last, before)| (&last.kind, before)) {
            Some((BlockKind::Paragraph(content), before)) => {
                self.inner(before);
                self.open("p");
                self.inlines(content);
                self.back(number, &name);
                self.close("p");
            }
            _ => {
                self.inner(blocks);
                self.back(number, &name);
            }
        }
        self.close("li");
    }

    fn back(&mut self, number: usize, name: &str) {
        self.out.push_str(" <a");
        self.attribute("href", &format!("#fnref-{name}"));
        self.attribute("role", "doc-backlink");
        self.attribute("aria-label", &format!("{} {}", self.words.labels.back_to_text, number + 1));
        self.out.push_str(">↩</a>");
    }
}
