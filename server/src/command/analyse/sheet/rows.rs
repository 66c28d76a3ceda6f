//! The rows of a table: that with the most that each item gives, and those of people.

use csv::StringRecord;

use super::super::Fault;
use super::super::mark::{self, NotAMark};
use super::{MAX, Sheet};

impl Sheet {
    /// Reads a row after the first.
    pub(super) fn row(&mut self, row: usize, record: &StringRecord) {
        if self.items.is_empty() || !self.fits(row, record) {
            return;
        }
        self.stray(row, record);
        let name = record.get(0).unwrap_or_default().trim();
        if name == MAX {
            self.max_row(row, record);
        } else {
            self.person(row, name, record);
        }
    }

    /// Whether a row is as long as the first: blank cells at its end do no harm.
    fn fits(&mut self, row: usize, record: &StringRecord) -> bool {
        let used = record
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(at, _)| at + 1)
            .last()
            .unwrap_or(0);
        if record.len() >= self.width && used <= self.width {
            return true;
        }
        let open = record.iter().any(|cell| cell.contains('\n'));
        let fault = Fault::row(if open { "quote" } else { "row-length" }, row);
        self.faults.push(fault.about("cells", record.len()).about("wanted", self.width));
        false
    }

    /// What stands in a column without a name.
    fn stray(&mut self, row: usize, record: &StringRecord) {
        let is_used = |column: &usize| record.get(*column).is_some_and(|cell| !cell.trim().is_empty());
        let used: Vec<usize> = self.nameless.iter().copied().filter(is_used).collect();
        for column in used {
            // Once a column is enough.
            self.nameless.retain(|one| *one != column);
            self.faults.push(Fault::cell("item-unnamed", row, column));
        }
    }

    fn max_row(&mut self, row: usize, record: &StringRecord) {
        if self.max.is_some() || !self.people.is_empty() {
            self.faults.push(Fault::row("max-elsewhere", row));
            return;
        }
        let mut most = Vec::with_capacity(self.items.len());
        for place in 0..self.items.len() {
            let column = self.items[place].0;
            let mark = self.mark(row, place, record);
            let fault = match mark {
                Some(Some(max)) if max < 0 => Some("max-below-nothing"),
                Some(None) => Some("max-blank"),
                _ => None,
            };
            self.faults.extend(fault.map(|code| Fault::cell(code, row, column).about("item", &self.items[place].1)));
            // One that is not known holds nothing back.
            most.push(mark.flatten().filter(|max| *max >= 0).unwrap_or(i64::MAX));
        }
        self.max = Some(most);
    }

    fn person(&mut self, row: usize, name: &str, record: &StringRecord) {
        if name.is_empty() {
            self.faults.push(Fault::cell("person-unnamed", row, 0));
        } else if let Some(first) = self.names.insert(name.to_owned(), row) {
            self.faults.push(Fault::cell("person-twice", row, 0).about("name", name).about("first", first));
        }
        self.like_max |= self.people.is_empty() && self.max.is_none() && name.eq_ignore_ascii_case(MAX);
        self.people.push(row);
        let blank_before = self.blank;
        for place in 0..self.items.len() {
            let mark = self.mark(row, place, record);
            self.blank += usize::from(mark == Some(None));
            let mark = mark.flatten().unwrap_or_default();
            self.within(row, place, mark);
            self.marks.push(mark);
        }
        if self.blank - blank_before == self.items.len() {
            self.absent.push(name.to_owned());
        }
    }

    /// What is in a cell: nothing if it is at fault, and `Some(None)` if it is blank.
    fn mark(&mut self, row: usize, place: usize, record: &StringRecord) -> Option<Option<i64>> {
        let (column, item) = &self.items[place];
        let cell = record.get(*column).unwrap_or_default();
        let code = match mark::read(cell) {
            Ok(mark) => return Some(mark),
            Err(NotAMark::NotANumber) => "not-a-number",
            Err(NotAMark::TooLarge) => "too-large",
        };
        let fault = Fault::cell(code, row, *column).about("text", cell.trim()).about("item", item);
        self.faults.push(fault.about("largest", mark::LARGEST));
        None
    }

    /// A mark above what the item gives, or further below nothing than that.
    fn within(&mut self, row: usize, place: usize, mark: i64) {
        let Some(max) = self.max.as_ref().map(|most| most[place]) else { return };
        let code = match mark {
            mark if mark > max => "above-max",
            mark if mark < -max => "below-min",
            _ => return,
        };
        self.outside(code, row, place, mark, max);
    }

    /// Tells a mark that cannot be.
    pub(super) fn outside(&mut self, code: &'static str, row: usize, place: usize, mark: i64, max: i64) {
        let (column, item) = &self.items[place];
        let fault = Fault::cell(code, row, *column).about("item", item).about("mark", mark::written(mark));
        self.faults.push(fault.about("max", mark::written(max)));
    }
}
