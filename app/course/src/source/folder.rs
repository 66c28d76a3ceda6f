//! A course in a folder on this machine. Symbolic links are named and never followed, hidden files are left out, but for
//! the record of what was translated.

use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{Entry, MOST_FILES, Source, SourceError, Stamp};
use crate::translation::RECORD;

/// Within this time a file can change twice and have one time of change: file systems count in steps, the coarsest in two
/// seconds.
const COARSE: Duration = Duration::from_secs(3);

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
        // Which of the folders it is must be told.
        let named = |error: std::io::Error| match folder {
            "" => error.into(),
            folder => SourceError::Other(format!("{folder}: {error}")),
        };
        for entry in fs::read_dir(self.0.join(folder)).map_err(named)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') && name != RECORD {
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

    fn stamp(&self, path: &str) -> Option<Stamp> {
        let about = fs::symlink_metadata(self.0.join(Path::new(path))).ok().filter(fs::Metadata::is_file)?;
        let changed = changed(&about).into_iter().chain([about.modified().ok()?]).max()?;
        // A change in the future, by a clock that was set back since, settles nothing either.
        let settled = SystemTime::now().duration_since(changed).is_ok_and(|passed| passed > COARSE);
        settled.then(|| stamp(&about)).flatten()
    }
}

/// When the file or what is known of it changed: no program can set this, as some do with the time of the last writing.
#[cfg(unix)]
fn changed(about: &fs::Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt;
    let since = Duration::new(u64::try_from(about.ctime()).ok()?, u32::try_from(about.ctime_nsec()).ok()?);
    UNIX_EPOCH.checked_add(since)
}

#[cfg(unix)]
fn stamp(about: &fs::Metadata) -> Option<Stamp> {
    use std::os::unix::fs::MetadataExt;
    let (file, size) = (i64::try_from(about.ino()).ok()?, i64::try_from(about.len()).ok()?);
    Some(Stamp([file, size, about.mtime(), about.mtime_nsec(), about.ctime(), about.ctime_nsec()]))
}

#[cfg(not(unix))]
fn changed(_: &fs::Metadata) -> Option<SystemTime> {
    None
}

#[cfg(not(unix))]
fn stamp(about: &fs::Metadata) -> Option<Stamp> {
    let modified = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    let seconds = i64::try_from(modified.as_secs()).ok()?;
    Some(Stamp([i64::try_from(about.len()).ok()?, seconds, modified.subsec_nanos().into(), 0, 0, 0]))
}
