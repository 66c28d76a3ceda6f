//! Writing files so that each is there as a whole or not at all, whatever happens meanwhile.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file of this text in the place of the one that is there.
///
/// # Errors
/// If it cannot be written. What was there is there still.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    let part = written_aside(path, text)?;
    fs::rename(&part, path).inspect_err(|_| drop(fs::remove_file(&part)))
}

/// A new file of this text. Whether it was made: one that is there is left alone.
///
/// # Errors
/// If it cannot be written.
pub(super) fn make(path: &Path, text: &str) -> io::Result<bool> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // A name that is taken, by a link that leads nowhere too, is not written through.
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    let part = written_aside(path, text)?;
    let linked = fs::hard_link(&part, path);
    fs::remove_file(&part)?;
    match linked {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        // Where a disk knows no links, the file is made in its place.
        Err(_) => OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes()).map(|()| true),
    }
}

/// The text in a hidden file beside the one it is for, on the disk.
fn written_aside(path: &Path, text: &str) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let part = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(&part)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    written.inspect_err(|_| drop(fs::remove_file(&part))).map(|()| part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_there_is_not_made_again_and_nothing_is_left_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("fr/bank/risks.md");
        assert!(make(&path, "one").expect("made"));
        assert!(!make(&path, "two").expect("left alone"));
        assert_eq!(fs::read_to_string(&path).expect("read"), "one");
        replace(&path, "three").expect("replaced");
        assert_eq!(fs::read_to_string(&path).expect("read"), "three");
        assert_eq!(fs::read_dir(folder.path().join("fr/bank")).expect("listed").count(), 1);
    }
}
