//! The folder in which a new course is put: as a whole or not at all, and never over something that is there.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{refused, shown};

/// A place where nothing is.
pub(super) struct Place {
    folder: PathBuf,
}

/// The bytes of a file, or which file could not be read, and why.
type Bytes = Result<Vec<u8>, (String, String)>;

/// While this file is missing, no program takes the folder for a course: it is written last.
const LAST: &str = course::SETTINGS;

impl Place {
    /// This folder, if there is nothing in it yet.
    pub(super) fn free(folder: &Path) -> anyhow::Result<Self> {
        let free = match fs::symlink_metadata(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => true,
            Err(error) => return Err(unwritable(folder, &error)),
            Ok(about) => about.is_dir() && fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_none()),
        };
        if free { Ok(Self { folder: folder.to_owned() }) } else { Err(refused("taken", &[("folder", shown(folder))])) }
    }

    /// Writes the files beside the place, and then all of them into it in one step.
    pub(super) fn write(&self, files: impl Iterator<Item = (String, Bytes)>) -> anyhow::Result<()> {
        let aside = self.aside();
        let written = fill(&aside, files).and_then(|()| self.put(&aside));
        if written.is_err() {
            // Nothing is left of what was begun.
            fs::remove_dir_all(&aside).ok();
        }
        written
    }

    /// A hidden folder beside it, on the same disk.
    fn aside(&self) -> PathBuf {
        let name = self.folder.file_name().unwrap_or_default().to_string_lossy();
        self.folder.with_file_name(format!(".{name}.new-{}", std::process::id()))
    }

    fn put(&self, aside: &Path) -> anyhow::Result<()> {
        // An empty folder that is there gives way; one that was filled meanwhile does not.
        match fs::remove_dir(&self.folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(refused("taken", &[("folder", shown(&self.folder))]));
            }
            _ => {}
        }
        fs::rename(aside, &self.folder).map_err(|error| unwritable(&self.folder, &error))
    }
}

fn fill(aside: &Path, files: impl Iterator<Item = (String, Bytes)>) -> anyhow::Result<()> {
    fs::create_dir_all(aside).map_err(|error| unwritable(aside, &error))?;
    let mut last = None;
    for (path, bytes) in files {
        let bytes = bytes.map_err(|(file, why)| refused("unread-file", &[("file", file), ("why", why)]))?;
        if path == LAST {
            last = Some(bytes);
        } else {
            write(&aside.join(path), &bytes)?;
        }
    }
    last.map_or(Ok(()), |bytes| write(&aside.join(LAST), &bytes))
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    let file = folder.and_then(|()| OpenOptions::new().write(true).create_new(true).open(path));
    file.and_then(|mut file| file.write_all(bytes)).map_err(|error| unwritable(path, &error))
}

fn unwritable(path: &Path, error: &io::Error) -> anyhow::Error {
    refused("unwritable", &[("file", shown(path)), ("why", error.to_string())])
}
