//! Writing lists, definitions, cards and tables.

use super::sections::Lists;
use super::tree::{Align, Cell, Definition, List, Table};
use super::write::Writer;

impl Writer<'_> {
    pub(super) fn list(&mut self, list: &List, lists: Lists) {
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

    pub(super) fn cards(&mut self, definitions: &[Definition]) {
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

    pub(super) fn definitions(&mut self, definitions: &[Definition]) {
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
    pub(super) fn table(&mut self, table: &Table) {
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
}
