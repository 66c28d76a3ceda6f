//! A folder that was not made for Haven, with all that may lie in one: what cannot be looked into is remembered and passed over.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use course::{Done, Entry, Fault, Folder, Left, Source, SourceError, Uncarried};

/// A course has no more files; a folder with more is not looked through to its end.
const MOST_FILES: usize = 10_000;
/// Folders that programs fill, with Markdown that is nobody's.
const FILLED: [&str; 2] = ["node_modules", "__MACOSX"];

/// A folder, and what could not be looked into.
pub(super) struct Walk {
    folder: PathBuf,
    unread: RefCell<Vec<Left>>,
}

impl Walk {
    pub(super) fn over(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), unread: RefCell::default() }
    }

    /// The folders and files that could not be looked at.
    pub(super) fn unread(&self) -> Vec<Left> {
        self.unread.borrow().clone()
    }

    fn pass_over(&self, path: &str, error: &std::io::Error) {
        let what = Uncarried::Mistake(Fault::Unreadable { why: error.to_string() });
        self.unread.borrow_mut().push(Left { file: path.to_owned(), line: None, what, done: Done::LeftOut, more: 0 });
    }

    /// What stands in one folder: files into `found`, and the folders in it.
    fn look(&self, folder: &str, found: &mut Vec<Entry>) -> std::io::Result<Vec<String>> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(self.folder.join(folder))? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || FILLED.contains(&name.as_str()) {
                continue;
            }
            let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            // Of a symbolic link, this describes the link.
            match entry.metadata() {
                Ok(about) if about.is_dir() => folders.push(path),
                Ok(about) => found.push(Entry { path, size: about.len(), symlink: about.is_symlink() }),
                Err(error) => self.pass_over(&path, &error),
            }
        }
        Ok(folders)
    }
}

impl Source for Walk {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        self.unread.borrow_mut().clear();
        let mut found = Vec::new();
        let mut folders = self.look("", &mut found)?;
        while let Some(folder) = folders.pop().filter(|_| found.len() <= MOST_FILES) {
            match self.look(&folder, &mut found) {
                Ok(inside) => folders.extend(inside),
                Err(error) => self.pass_over(&folder, &error),
            }
        }
        Ok(found)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        Folder::new(&self.folder).read(path)
    }
}
