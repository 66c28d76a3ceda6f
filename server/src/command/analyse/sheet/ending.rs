//! What can be said of a table only when all of it is read.

use assessment::statistics::MarkTable;

use super::super::{Fault, Note};
use super::Sheet;

impl Sheet {
    /// The table, and what is to be known about it; or all that is wrong.
    pub(super) fn finished(mut self) -> Result<(MarkTable, Vec<Note>), Vec<Fault>> {
        if self.width == 0 {
            self.faults.push(Fault::whole("empty"));
        } else if self.people.is_empty() && self.faults.is_empty() {
            self.faults.push(Fault::whole("no-people"));
        }
        let given = self.max.is_some();
        let max = self.max.take().unwrap_or_else(|| self.highest());
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let names = self.items.iter().map(|(_, name)| name.clone()).collect();
        let marks = std::mem::take(&mut self.marks);
        let table = MarkTable::new(names, max, marks).map_err(|_| vec![Fault::whole("empty")])?;
        let notes = self.notes(&table, given);
        Ok((table, notes))
    }

    /// The highest mark of each item, which must be a mark that can be the most.
    fn highest(&mut self) -> Vec<i64> {
        let items = self.items.len();
        let column = |marks: &[i64], place: usize| marks.iter().skip(place).step_by(items).copied().collect::<Vec<_>>();
        let mut most = Vec::with_capacity(items);
        for place in 0..items {
            let marks = column(&self.marks, place);
            let highest = marks.iter().copied().max().unwrap_or_default();
            let (at, lowest) = marks.into_iter().enumerate().min_by_key(|(_, mark)| *mark).unwrap_or_default();
            if lowest < -highest {
                self.outside("below-highest", self.people[at], place, lowest, highest);
            }
            most.push(highest);
        }
        most
    }

    fn notes(&self, table: &MarkTable, max_given: bool) -> Vec<Note> {
        let sum = (0..self.items.len()).find(|place| table.is_sum_of_others(*place));
        let sum = sum.map(|place| Note::new("note-sum", vec![("item", self.items[place].1.clone())]));
        let count = |code, count: usize| (count > 0).then(|| Note::new(code, vec![("count", count.to_string())]));
        let first = self.absent.first().cloned().unwrap_or_default();
        let absent = count("note-absent", self.absent.len())
            .map(|_| Note::new("note-absent", vec![("count", self.absent.len().to_string()), ("name", first)]));
        let max = (!max_given).then(|| Note::new("note-no-max", Vec::new()));
        let like = self.like_max.then(|| Note::new("note-like-max", Vec::new()));
        [like, max, count("note-blank", self.blank), absent, sum].into_iter().flatten().collect()
    }
}
