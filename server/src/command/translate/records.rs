//! A course's folder that remembers the records read in it: one is replaced only if it is still what was read.

use std::cell::RefCell;
use std::collections::BTreeMap;

use course::{Entry, Folder, RECORD, Source, SourceError};

/// The bytes of records, by their paths in the course's folder.
pub(super) type Records = BTreeMap<String, Vec<u8>>;

pub(super) struct Remembering {
    folder: Folder,
    records: RefCell<Records>,
}

impl Remembering {
    pub(super) fn over(folder: Folder) -> Self {
        Self { folder, records: RefCell::default() }
    }

    /// The records that were read.
    pub(super) fn records(self) -> Records {
        self.records.into_inner()
    }
}

impl Source for Remembering {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        self.folder.list()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        let bytes = self.folder.read(path)?;
        if path.ends_with(RECORD) {
            self.records.borrow_mut().insert(path.to_owned(), bytes.clone());
        }
        Ok(bytes)
    }
}
