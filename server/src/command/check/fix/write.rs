//! Putting a mended file in the place of the old one, in one step: whoever reads it meanwhile has the one or the other, and a power
//! cut leaves one of them whole.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file was not changed.
#[derive(Debug)]
pub(super) enum Unwritten {
    /// It is not any more what was checked: somebody is writing in it.
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
pub(super) fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Unwritten> {
    let about = fs::symlink_metadata(path)?;
    if !about.is_file() || fs::read(path)? != before {
        return Err(Unwritten::Changed);
    }
    if about.permissions().readonly() {
        return Err(Unwritten::ReadOnly);
    }
    let beside = beside(path);
    let written = write(&beside, after, about.permissions()).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // It may not even have been made.
        fs::remove_file(&beside).ok();
    }
    Ok(written?)
}

/// A hidden name, which no check reads.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.mended-{}", std::process::id()))
}

fn write(path: &Path, bytes: &[u8], permissions: fs::Permissions) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.set_permissions(permissions)?;
    file.sync_all()
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
    fn a_mended_file_keeps_its_permissions_and_a_link_is_not_followed() {
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
