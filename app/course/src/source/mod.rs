//! Where a course's files come from: a folder, the database, a zip. A source hands out names and bytes; it checks nothing
//! and knows nothing of courses.

#[cfg(not(target_family = "wasm"))]
mod folder;
mod memory;

#[cfg(not(target_family = "wasm"))]
pub use folder::Folder;
pub use memory::Memory;

/// More files than this in one course are not read.
pub(crate) const MOST_FILES: usize = 10_000;

/// The files of one course.
pub trait Source {
    /// The files, in any order. A source that can find very many may stop after 10,001.
    ///
    /// # Errors
    /// If the files cannot be listed.
    fn list(&self) -> Result<Vec<Entry>, SourceError>;

    /// The bytes of one file, by a path that [`Source::list`] gave.
    ///
    /// # Errors
    /// If the file cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError>;

    /// What is another whenever the bytes of this file are, found without reading them. None where nobody can promise that:
    /// then the file is read.
    fn stamp(&self, path: &str) -> Option<Stamp> {
        let _ = path;
        None
    }
}

/// The state of a file: of two states with one stamp the bytes are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(pub [i64; 6]);

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path within the course's folder, with `/` between the parts.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// It is a symbolic link, to a file or a folder. It is named, and never followed.
    pub symlink: bool,
}

/// Why a file could not be listed or read.
#[derive(thiserror::Error, Debug)]
pub enum SourceError {
    /// There is no such file.
    #[error("there is no such file")]
    Missing,
    /// The system says no.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// Another source's own reason, such as that of a database.
    #[error("{0}")]
    Other(String),
}
