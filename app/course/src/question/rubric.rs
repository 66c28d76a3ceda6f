//! A rubric: a table whose first column names what is looked at, with a column for each level, headed by its points.

use std::collections::BTreeSet;
use std::ops::Range;

use super::read::{Pen, check_after};
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::{Block, BlockKind, Table};
use crate::markdown::walk::plain;
use crate::outline::Section;

/// What work is marked by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rubric {
    /// The whole as a table.
    pub table: Html,
    /// The points of each level, in the order of the columns: rising or falling.
    pub levels: Vec<u32>,
    /// What is looked at, as text: one for each row.
    pub criteria: Vec<String>,
}

/// More points than this no level has.
const MOST: u32 = 1_000;

impl Rubric {
    /// What work is worth that reaches the highest level everywhere.
    #[must_use]
    pub fn points(&self) -> u32 {
        let highest = self.levels.iter().max().copied().unwrap_or_default();
        highest.saturating_mul(u32::try_from(self.criteria.len()).unwrap_or(u32::MAX))
    }
}

/// Where the rubric of a section stands: the last table. None if there is none, which is named.
pub(super) fn find<'p>(section: Section<'p>, class: &str, faults: &mut Faults) -> Option<(usize, &'p Table)> {
    let found = section.inside.iter().enumerate().rev().find_map(|(at, block)| match &block.kind {
        BlockKind::Table(table) => Some((at, table)),
        _ => None,
    });
    match found {
        Some((at, _)) => check_after(&section.inside[at + 1..], faults),
        None => faults.at(section.block.span.clone(), Fault::RubricMissing { class: class.to_owned() }),
    }
    found
}

/// Reads a rubric. None if nobody could mark by it, which has been named.
pub(super) fn read(block: &Block, table: &Table, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Option<Rubric> {
    let levels = levels(block, table, faults);
    let criteria = criteria(block, table, faults);
    Some(Rubric { table: pen.part([block]), levels: levels?, criteria: criteria? })
}

/// The points that head the columns. They rise or fall from one to the next, so that none is mistyped unseen.
fn levels(block: &Block, table: &Table, faults: &mut Faults) -> Option<Vec<u32>> {
    let heads = table.head.get(1..).unwrap_or_default();
    if heads.len() < 2 {
        faults.at(first_line(block, table), Fault::RubricLevels { levels: heads.len().to_string() });
        return None;
    }
    let mut levels = Vec::new();
    for head in heads {
        let written = plain(&head.content);
        match points(&written) {
            Some(points) => levels.push(points),
            None => faults.at(head.span.clone(), Fault::RubricPoints { written, limit: MOST.to_string() }),
        }
    }
    let whole = levels.len() == heads.len();
    let pairs = || levels.windows(2).map(|pair| pair[0].cmp(&pair[1]));
    if whole && !pairs().all(std::cmp::Ordering::is_lt) && !pairs().all(std::cmp::Ordering::is_gt) {
        let levels = levels.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        faults.at(first_line(block, table), Fault::RubricOrder { levels });
    }
    whole.then_some(levels)
}

/// A whole number at the beginning: `2`, `2 points`, `2: good`.
pub(crate) fn points(written: &str) -> Option<u32> {
    let end = written.find(|c: char| !c.is_ascii_digit()).unwrap_or(written.len());
    let next = written[end..].chars().next();
    let stands_alone = next.is_none_or(|c| c.is_whitespace() || matches!(c, ':' | '(' | '–' | '—'));
    written[..end].parse().ok().filter(|points| stands_alone && *points <= MOST)
}

/// What is looked at. Every cell says something, and no two rows look at the same.
fn criteria(block: &Block, table: &Table, faults: &mut Faults) -> Option<Vec<String>> {
    if table.rows.is_empty() {
        faults.at(block.span.clone(), Fault::RubricEmpty {});
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut criteria = Vec::new();
    for row in &table.rows {
        // A cell that is not there at all has been named with its row.
        for cell in row.cells.iter().filter(|cell| cell.span.start < row.span.end) {
            if plain(&cell.content).is_empty() {
                faults.at(cell.span.clone(), Fault::RubricCell {});
            }
        }
        let criterion = row.cells.first().map(|cell| plain(&cell.content)).unwrap_or_default();
        if !criterion.is_empty() && !seen.insert(criterion.clone()) {
            faults.at(row.cells[0].span.clone(), Fault::CriterionTwice { criterion: criterion.clone() });
        }
        criteria.push(criterion);
    }
    Some(criteria)
}

/// The head of a table.
fn first_line(block: &Block, table: &Table) -> Range<usize> {
    let end = table.head.last().map_or(block.span.end, |cell| cell.span.end);
    block.span.start..end.max(block.span.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_headed_by_a_whole_number_of_points() {
        for (written, read) in [
            ("0", Some(0)),
            ("2 points", Some(2)),
            ("3: all of it", Some(3)),
            ("4 (full)", Some(4)),
            ("1000", Some(1000)),
            ("1001", None),
            ("99999999999", None),
            ("", None),
            ("good", None),
            ("good 2", None),
            ("2.5", None),
            ("2,5", None),
            ("2-3", None),
            ("2nd", None),
            ("-1", None),
        ] {
            assert_eq!(points(written), read, "{written:?}");
        }
    }
}
