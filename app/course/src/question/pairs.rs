//! The answers of `.match`: a table of two columns, each row a pair. Equal cells on the right are one target.

use std::collections::{BTreeMap, BTreeSet};

use assessment::Key;

use super::read::{Pen, Reading, check_after};
use super::{Answers, Body};
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::{Block, BlockKind, Cell, Row, Table};
use crate::markdown::walk::plain;
use crate::outline::Section;

/// The table of pairs is the last one.
pub(super) fn read(section: Section<'_>, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Reading {
    let found = section.inside.iter().enumerate().rev().find_map(|(at, block)| match &block.kind {
        BlockKind::Table(table) => Some((at, block, table)),
        _ => None,
    });
    let Some((at, block, table)) = found else {
        faults.at(section.block.span.clone(), super::missing("match", "table"));
        return Reading::nothing(section);
    };
    check_after(&section.inside[at + 1..], faults);
    Reading { end: at, answers: answers(block, table, pen, faults) }
}

fn answers(block: &Block, table: &Table, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Option<Answers> {
    if table.head.len() != 2 {
        faults.at(block.span.clone(), Fault::PairsColumns { columns: table.head.len().to_string() });
        return None;
    }
    if table.rows.len() < 2 {
        faults.at(block.span.clone(), Fault::PairsFew {});
        return None;
    }
    table.rows.iter().for_each(|row| check_cells(row, faults));
    check_rows(table, faults);
    let mut phrase = |cell: Option<&Cell>| cell.map(|cell| pen.writer.phrase(&cell.content)).unwrap_or_default();
    let heads = [phrase(table.head.first()), phrase(table.head.get(1))];
    let rows: Vec<Html> = table.rows.iter().map(|row| phrase(row.cells.first())).collect();
    let (targets, right) = targets(table, phrase);
    if targets.len() < 2 {
        faults.at(block.span.clone(), Fault::PairsOneTarget {});
    }
    let key = Key::Match { targets: targets.len(), right };
    Some(Answers { key, body: Body::Match { heads, rows, targets } })
}

/// The different cells on the right, in the order in which they first come, and for each row which one is its own.
fn targets(table: &Table, mut phrase: impl FnMut(Option<&Cell>) -> Html) -> (Vec<Html>, Vec<usize>) {
    let mut numbers = BTreeMap::new();
    let mut targets = Vec::new();
    let mut right = Vec::new();
    for row in &table.rows {
        let words = row.cells.get(1).map(|cell| plain(&cell.content)).unwrap_or_default();
        let next = targets.len();
        let number = *numbers.entry(words).or_insert(next);
        if number == next {
            targets.push(phrase(row.cells.get(1)));
        }
        right.push(number);
    }
    (targets, right)
}

/// Names cells without words. A cell that is not there at all has been named with its row.
fn check_cells(row: &Row, faults: &mut Faults) {
    let written = row.cells.iter().filter(|cell| cell.span.start < row.span.end);
    for cell in written.filter(|cell| plain(&cell.content).is_empty()) {
        faults.at(cell.span.clone(), Fault::PairEmpty {});
    }
}

fn check_rows(table: &Table, faults: &mut Faults) {
    let mut seen = BTreeSet::new();
    for row in &table.rows {
        let words = row.cells.first().map(|cell| plain(&cell.content)).unwrap_or_default();
        if !words.is_empty() && !seen.insert(words.clone()) {
            faults.at(row.cells[0].span.clone(), Fault::PairTwice { row: words });
        }
    }
}
