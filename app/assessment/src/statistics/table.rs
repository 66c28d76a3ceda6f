//! A table of marks, checked: whole numbers of some unit, small enough that every sum over them is exact.

/// So much may the number of people times the largest total be: its square, twice, has room in 128 bits.
const ROOM: u128 = 1 << 62;

/// Who got what: a row a person, a column an item. Marks are whole numbers of a unit that is the same for all, such as a
/// tenth of a point; which it is makes no difference to any figure. A question that was asked and not answered has 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkTable {
    names: Vec<String>,
    max: Vec<i64>,
    /// Row after row.
    marks: Vec<i64>,
    totals: Vec<i64>,
}

/// What is no table of marks.
#[derive(thiserror::Error, Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotATable {
    /// There is no item.
    #[error("there is no item")]
    NoItem,
    /// Names, maximum marks and marks are not as many as fit together.
    #[error("the rows are not as long as there are items")]
    Ragged,
    /// A maximum below 0.
    #[error("the most that item {0} gives is less than nothing")]
    MaximumBelowNothing(usize),
    /// A mark above the maximum.
    #[error("person {person} has more for item {item} than it gives")]
    AboveMaximum {
        /// Which row, from 0.
        person: usize,
        /// Which column, from 0.
        item: usize,
    },
}

impl MarkTable {
    /// A table of items with their names and the most that each gives, and of marks, row after row.
    ///
    /// # Errors
    /// If they do not fit together. A mark may be below 0, where wrong answers cost something.
    pub fn new(names: Vec<String>, max: Vec<i64>, marks: Vec<i64>) -> Result<Self, NotATable> {
        if names.is_empty() {
            return Err(NotATable::NoItem);
        }
        if names.len() != max.len() || !marks.len().is_multiple_of(names.len()) {
            return Err(NotATable::Ragged);
        }
        if let Some(item) = max.iter().position(|&max| max < 0) {
            return Err(NotATable::MaximumBelowNothing(item));
        }
        if let Some(at) = marks.iter().zip(max.iter().cycle()).position(|(mark, max)| mark > max) {
            return Err(NotATable::AboveMaximum { person: at / names.len(), item: at % names.len() });
        }
        let mut table = Self { names, max, marks, totals: Vec::new() };
        table.make_small();
        table.totals = table.rows().map(|row| row.iter().sum()).collect();
        Ok(table)
    }

    /// The unit becomes as large as it can be. Where even that leaves no room for exact sums, marks are rounded to one that
    /// does: to less than a part in 10¹² of the total of 100,000 people, and less of fewer.
    fn make_small(&mut self) {
        let shared =
            self.max.iter().chain(&self.marks).fold(0, |shared, &mark| shared_part(shared, mark.unsigned_abs()));
        let all = |marks: &[i64]| marks.iter().map(|mark| u128::from(mark.unsigned_abs())).sum::<u128>();
        let largest = self.rows().map(all).chain([all(&self.max)]).max().unwrap_or_default();
        let people = self.people().max(1) as u128;
        let unit = u128::from(shared.max(1)).max((largest * people).div_ceil(ROOM));
        let unit = i128::try_from(unit).expect("a unit is no larger than the marks of a person together");
        let count = |mark: &mut i64| *mark = nearest(i128::from(*mark), unit);
        self.max.iter_mut().chain(&mut self.marks).for_each(count);
    }

    /// How many people there are.
    #[must_use]
    pub fn people(&self) -> usize {
        self.marks.len() / self.names.len()
    }

    /// The items' names.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The most that each item gives.
    pub(super) fn max(&self) -> &[i64] {
        &self.max
    }

    /// What each person has in all.
    pub(super) fn totals(&self) -> &[i64] {
        &self.totals
    }

    /// The marks of each person.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[i64]> {
        self.marks.chunks_exact(self.names.len())
    }

    /// What each person has for an item.
    pub(super) fn column(&self, item: usize) -> Vec<i64> {
        self.rows().map(|row| row[item]).collect()
    }

    /// What each person has for all the other items.
    pub(super) fn rest(&self, item: usize) -> Vec<i64> {
        self.totals.iter().zip(self.rows()).map(|(total, row)| total - row[item]).collect()
    }

    /// Whether an item has, for everybody, what all the others have together: such a column is their sum, which somebody
    /// left in the table. Two items alone may well be alike.
    #[must_use]
    pub fn is_sum_of_others(&self, item: usize) -> bool {
        let halves = self.rows().zip(&self.totals).all(|(row, total)| 2 * row[item] == *total);
        halves && self.names.len() > 2 && self.people() > 2 && self.totals.iter().any(|total| *total != 0)
    }
}

/// The largest number that goes into both.
fn shared_part(mut one: u64, mut other: u64) -> u64 {
    // Nearly always it does so at once.
    while other != 0 {
        (one, other) = (other, if other == 1 { 0 } else { one % other });
    }
    one
}

/// How many units that is, to the nearest whole number.
fn nearest(mark: i128, unit: i128) -> i64 {
    let count = (2 * mark + unit).div_euclid(2 * unit);
    i64::try_from(count).expect("a unit is at least 1")
}
