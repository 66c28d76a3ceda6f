//! A course whose files are in memory: a frozen version, an upload, a test.

use std::collections::BTreeMap;

use super::{Entry, Source, SourceError};

/// The files by path.
#[derive(Clone, Debug, Default)]
pub struct Memory(BTreeMap<String, Vec<u8>>);

impl Memory {
    /// A course of these files, by path.
    #[must_use]
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self(files)
    }
}

impl<P: Into<String>, B: Into<Vec<u8>>> FromIterator<(P, B)> for Memory {
    fn from_iter<I: IntoIterator<Item = (P, B)>>(files: I) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect())
    }
}

impl Source for Memory {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        let entry =
            |(path, bytes): (&String, &Vec<u8>)| Entry { path: path.clone(), size: bytes.len() as u64, symlink: false };
        Ok(self.0.iter().map(entry).collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        self.0.get(path).cloned().ok_or(SourceError::Missing)
    }
}
