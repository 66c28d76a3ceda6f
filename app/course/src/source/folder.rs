//! A course in a folder on this machine. Symbolic links are named and never followed, hidden files are left out.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use super::{Entry, MOST_FILES, Source, SourceError};

/// A folder.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// The course in this folder.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self(folder.into())
    }

    fn list_one(&self, folder: &str, found: &mut Vec<Entry>) -> Result<Vec<String>, SourceError> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(self.0.join(folder))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                found.push(describe(path, &entry)?);
            }
        }
        Ok(folders)
    }
}

fn describe(path: String, entry: &DirEntry) -> Result<Entry, SourceError> {
    // Of a symbolic link, `DirEntry` describes the link, not what it points at.
    let about = entry.metadata()?;
    Ok(Entry { path, size: about.len(), symlink: about.is_symlink() })
}

impl Source for Folder {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        let mut found = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            folders.extend(self.list_one(&folder, &mut found)?);
            if found.len() > MOST_FILES {
                break;
            }
        }
        Ok(found)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        let path = self.0.join(Path::new(path));
        // A pipe or a device would be waited for without end.
        if !fs::metadata(&path)?.is_file() {
            return Err(std::io::Error::other("it is no regular file").into());
        }
        Ok(fs::read(path)?)
    }
}
