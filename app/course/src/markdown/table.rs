//! Reading tables. The parser fills up rows that are too short and drops cells of rows that are too long, as browsers of
//! code do; a course that loses a cell loses a fact, so both are mistakes here.

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag};

use super::parse::Builder;
use super::tree::{Align, Cell, Row, Table};
use crate::diagnostic::Fault;

const MOST_COLUMNS: usize = 20;

impl<'s, E: Iterator<Item = (Event<'s>, Range<usize>)>> Builder<'s, '_, E> {
    pub(super) fn table(&mut self, aligned: &[Alignment], span: &Range<usize>) -> Table {
        let fits = aligned.len() <= MOST_COLUMNS;
        if !fits {
            let (columns, limit) = (aligned.len().to_string(), MOST_COLUMNS.to_string());
            self.faults.at(first_line(self.source, span), Fault::TableColumns { columns, limit });
        }
        let mut table =
            Table { aligned: aligned.iter().map(|&one| align(one)).collect(), head: Vec::new(), rows: Vec::new() };
        while let Some((Event::Start(tag), span)) = self.events.next() {
            let cells = self.cells();
            if matches!(tag, Tag::TableHead) {
                table.head = cells;
            } else {
                let row = Row { span: first_line(self.source, &span), cells };
                if fits {
                    self.check_row(&row, &span, aligned.len());
                }
                table.rows.push(row);
            }
        }
        table
    }

    fn cells(&mut self) -> Vec<Cell> {
        let mut cells = Vec::new();
        while let Some((Event::Start(_), span)) = self.events.next() {
            let content = self.content();
            cells.push(Cell { span, content });
        }
        cells.shrink_to_fit();
        cells
    }

    fn check_row(&mut self, row: &Row, whole: &Range<usize>, head: usize) {
        // A cell that was filled in is empty and stands where the row ends; one that was written ends before.
        let written = row.cells.iter().filter(|cell| cell.span.start < whole.end).count();
        let end = row.cells.last().map_or(row.span.end, |cell| cell.span.end.min(row.span.end));
        let dropped = self.source[end..row.span.end].trim().trim_start_matches('|').trim();
        let found = if dropped.is_empty() { written } else { written + count(dropped) };
        if found != head {
            self.faults.at(row.span.clone(), Fault::TableCells { found: found.to_string(), head: head.to_string() });
        }
    }
}

/// The cells in the rest of a row: a stroke parts them unless it is escaped.
fn count(rest: &str) -> usize {
    let rest = rest.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(rest);
    rest.replace("\\|", "").matches('|').count() + 1
}

fn align(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Center,
        Alignment::Right => Align::End,
    }
}

/// The first line of what stands at a place.
pub(super) fn first_line(source: &str, span: &Range<usize>) -> Range<usize> {
    let text = &source[span.clone()];
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    span.start..span.start + line.trim_end().len()
}
