//! Files that people write too, changed in one step: whoever reads one meanwhile has the old or the new, a power cut leaves one of them
//! whole, and nothing that somebody else wrote meanwhile is lost.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file was not changed.
#[derive(Debug)]
pub(crate) enum Unwritten {
    /// It is not any more what was read: somebody is writing in it.
    Changed,
    /// It may be read and not written.
    ReadOnly,
    /// The system would not.
    System(io::Error),
}

impl From<io::Error> for Unwritten {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Writes `after` where `before` stands. The file keeps its permissions.
///
/// # Errors
/// If that does not stand there, or it cannot be written. What was there is there still.
pub(crate) fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Unwritten> {
    let about = fs::symlink_metadata(path)?;
    if !about.is_file() || fs::read(path)? != before {
        return Err(Unwritten::Changed);
    }
    if about.permissions().readonly() {
        return Err(Unwritten::ReadOnly);
    }
    let part = written_aside(path, after, Some(about.permissions()))?;
    Ok(fs::rename(&part, path).inspect_err(|_| drop(fs::remove_file(&part)))?)
}

/// Makes a file of these bytes, and the folders it stands in. Whether it was made: one that is there is left alone.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn make(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // A name that is taken, by a link that leads nowhere too, is not written through.
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    let part = written_aside(path, bytes, None)?;
    let linked = fs::hard_link(&part, path);
    fs::remove_file(&part)?;
    match linked {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        // Where a disk knows no links, the file is made in its place.
        Err(_) => OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes).map(|()| true),
    }
}

/// The bytes in a new file beside the one they are for, on the disk. Its name is hidden: no check reads it.
fn written_aside(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let part = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let mut file = OpenOptions::new().write(true).create_new(true).open(&part)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions)))
        .and_then(|()| file.sync_all());
    written.inspect_err(|_| drop(fs::remove_file(&part))).map(|()| part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder)
            .expect("listed")
            .map(|one| one.expect("one").file_name().to_string_lossy().into_owned())
            .collect()
    }

    #[test]
    fn a_file_that_is_there_is_not_made_again_and_nothing_is_left_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("fr/bank/risks.md");
        assert!(make(&path, b"one").expect("made"));
        assert!(!make(&path, b"two").expect("left alone"));
        assert_eq!(fs::read(&path).expect("read"), b"one");
        replace(&path, b"one", b"three").expect("replaced");
        assert_eq!(fs::read(&path).expect("read"), b"three");
        assert_eq!(names(&folder.path().join("fr/bank")), ["risks.md"]);
    }

    #[test]
    fn a_file_that_somebody_is_writing_in_is_left_to_them() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "newer").expect("written");
        assert!(matches!(replace(&path, b"older", b"mended"), Err(Unwritten::Changed)));
        assert_eq!(fs::read(&path).expect("read"), b"newer");
        assert_eq!(names(folder.path()), ["a.md"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_file_keeps_its_permissions_and_a_link_is_not_followed() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "before").expect("written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        replace(&path, b"before", b"after").expect("replaced");
        assert_eq!(fs::read(&path).expect("read"), b"after");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o640);
        assert_eq!(names(folder.path()), ["a.md"]);
        symlink(&path, folder.path().join("b.md")).expect("linked");
        assert!(matches!(replace(&folder.path().join("b.md"), b"after", b"x"), Err(Unwritten::Changed)));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("set");
        assert!(matches!(replace(&path, b"after", b"x"), Err(Unwritten::ReadOnly)));
        assert_eq!(fs::read(&path).expect("read"), b"after");
    }
}
