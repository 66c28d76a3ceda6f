//! From a file to a table of marks, with everything that is wrong in it: reading never stops at the first fault.

mod ending;
mod rows;

use std::collections::HashMap;

use assessment::statistics::MarkTable;
use csv::StringRecord;

use super::{Fault, Note, text};

/// What the row with the most that each item gives is called. A person may be called Max.
const MAX: &str = "max";

/// What is read so far.
#[derive(Default)]
struct Sheet {
    /// How many cells the first row has.
    width: usize,
    /// The items, each with its column.
    items: Vec<(usize, String)>,
    /// Columns without a name, which must be blank.
    nameless: Vec<usize>,
    max: Option<Vec<i64>>,
    /// The row of each person.
    people: Vec<usize>,
    /// By name, in which row.
    names: HashMap<String, usize>,
    marks: Vec<i64>,
    blank: usize,
    /// The first person is called Max, or MAX.
    like_max: bool,
    /// The names of those who have no mark at all.
    absent: Vec<String>,
    faults: Vec<Fault>,
}

/// The table in this file, and what is to be known about it.
///
/// # Errors
/// All that is wrong with it.
pub(super) fn read(bytes: &[u8]) -> Result<(MarkTable, Vec<Note>), Vec<Fault>> {
    let text = text::decoded(bytes).map_err(|fault| vec![fault])?;
    let (separator, skipped) = text::separator(&text);
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let (mut row, mut record) = (0, StringRecord::new());
    // A text that is UTF-8 can be read to its end.
    while matches!(reader.read_record(&mut record), Ok(true)) {
        row += 1 + blank_rows(&text, &record);
        if row <= skipped || record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if sheet.width == 0 { sheet.header(row, &record) } else { sheet.row(row, &record) }
    }
    sheet.finished()
}

/// Rows without anything before this one, which a spreadsheet counts and the reader passes over.
fn blank_rows(text: &str, record: &StringRecord) -> usize {
    let start = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or_default();
    text.as_bytes()[start..].iter().take_while(|byte| **byte == b'\n').count()
}

impl Sheet {
    fn header(&mut self, row: usize, record: &StringRecord) {
        self.width = record.len();
        let mut seen = HashMap::new();
        for (column, name) in record.iter().enumerate().skip(1).map(|(column, cell)| (column, cell.trim())) {
            if name.is_empty() {
                self.nameless.push(column);
                continue;
            }
            if let Some(first) = seen.insert(name.to_owned(), column) {
                let first = Fault::cell("", row, first).place();
                self.faults
                    .push(Fault::cell("item-twice", row, column).about("name", name).about("first", &first[1..]));
            }
            self.items.push((column, name.to_owned()));
        }
        if self.items.is_empty() {
            self.faults.push(Fault::row("no-items", row));
        }
    }
}
