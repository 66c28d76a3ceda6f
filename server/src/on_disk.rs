//! Files that people write too, changed in one step: whoever reads one meanwhile has the old or the new, a power cut leaves one of them
//! whole, and nothing that somebody else wrote meanwhile is lost. What is written lies in the folder that was named: a link in it leads
//! out of it, and nothing is written through one.

use std::fs::{self, DirEntry, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

/// Why a file was not changed.
#[derive(Debug)]
pub(crate) enum Unwritten {
    /// It is not any more what was read: somebody is writing in it.
    Changed,
    /// It may be read and not written.
    ReadOnly,
    /// It is a symbolic link, or a folder on the way to it is one.
    Link,
    /// The system would not.
    System(io::Error),
}

impl From<io::Error> for Unwritten {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Writes `after` where `before` stands, in the file at this path in the folder. The file keeps its permissions.
///
/// # Errors
/// If that does not stand there, or it cannot be written. What was there is there still.
pub(crate) fn replace(folder: &Path, path: &str, before: &[u8], after: &[u8]) -> Result<(), Unwritten> {
    let path = way(folder, path)?;
    let about = fs::symlink_metadata(&path)?;
    if about.is_symlink() {
        return Err(Unwritten::Link);
    }
    if !about.is_file() || fs::read(&path)? != before {
        return Err(Unwritten::Changed);
    }
    if about.permissions().readonly() {
        return Err(Unwritten::ReadOnly);
    }
    let part = written_aside(&path, after, Some(about.permissions()))?;
    Ok(fs::rename(&part, path).inspect_err(|_| drop(fs::remove_file(&part)))?)
}

/// Makes a file of these bytes at this path in the folder, and the folders it stands in. Whether it was made: one that is there is
/// left alone.
///
/// # Errors
/// If it cannot be written.
pub(crate) fn make(folder: &Path, path: &str, bytes: &[u8]) -> Result<bool, Unwritten> {
    let path = way(folder, path)?;
    if let Some(own) = path.parent() {
        fs::create_dir_all(own)?;
    }
    // A name that is taken, by a link that leads nowhere too, is not written through.
    if path.symlink_metadata().is_ok() {
        return Ok(false);
    }
    let part = written_aside(&path, bytes, None)?;
    let linked = fs::hard_link(&part, &path);
    fs::remove_file(&part)?;
    match linked {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        // Where a disk knows no links, the file is made in its place.
        Err(_) => Ok(OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes).map(|()| true)?),
    }
}

/// A path in the folder, on which no folder is a link: that would lead out of it.
fn way(folder: &Path, path: &str) -> Result<PathBuf, Unwritten> {
    let whole = folder.join(path);
    let within = |part: &&Path| *part != folder && part.starts_with(folder);
    let linked = whole.ancestors().skip(1).take_while(within).any(is_link);
    if linked { Err(Unwritten::Link) } else { Ok(whole) }
}

/// Whether there is a symbolic link here, wherever it leads.
pub(crate) fn is_link(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_symlink())
}

/// A folder that is held: the next who asks for it waits until it is let go, which a program that ends does by itself.
pub(crate) struct Held(#[expect(dead_code, reason = "it is held as long as it is open")] Option<File>);

/// Longer than any work in a folder takes. Who holds one for longer sleeps.
const LONGEST_HOLD: Duration = Duration::from_secs(20);

/// Holds a folder, as soon as nobody else does. Where the disk knows nothing of that, nobody waits.
pub(crate) fn hold(folder: &Path) -> Held {
    let began = Instant::now();
    let file = File::open(folder).ok();
    while file.as_ref().is_some_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock))) {
        if began.elapsed() > LONGEST_HOLD {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Held(file)
}

/// The bytes in a new file beside the one they are for, on the disk. Its name is hidden: no check reads it.
fn written_aside(path: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<PathBuf> {
    path.parent().inspect(|folder| forget_parts(folder));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    // A program that was ended may have had our number: in a container, each has the same.
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_nanos();
    let part = path.with_file_name(format!(".{name}.{}-{now}.part", std::process::id()));
    let mut file = OpenOptions::new().write(true).create_new(true).open(&part)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions)))
        .and_then(|()| file.sync_all());
    written.inspect_err(|_| drop(fs::remove_file(&part))).map(|()| part)
}

/// Nobody writes one file for so long.
const FORGOTTEN: Duration = Duration::from_secs(60 * 60);

/// Takes away what was begun beside a file by a program that was ended in the middle of it.
fn forget_parts(folder: &Path) {
    let is_forgotten = |entry: &DirEntry| {
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        is_part(&entry.file_name().to_string_lossy()) && age().is_some_and(|age| age > FORGOTTEN)
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter(is_forgotten).for_each(|entry| drop(fs::remove_file(entry.path())));
}

/// Whether a file is called as those are that [`written_aside`] begins.
fn is_part(name: &str) -> bool {
    let inner = name.strip_prefix('.').and_then(|name| name.strip_suffix(".part"));
    let by = inner.and_then(|inner| inner.rsplit_once('.')).map_or("", |(_, by)| by);
    !by.is_empty() && by.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
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
        let make = |bytes| make(folder.path(), "fr/bank/risks.md", bytes);
        assert!(make(b"one").expect("made"));
        assert!(!make(b"two").expect("left alone"));
        assert_eq!(fs::read(&path).expect("read"), b"one");
        replace(folder.path(), "fr/bank/risks.md", b"one", b"three").expect("replaced");
        assert_eq!(fs::read(&path).expect("read"), b"three");
        assert_eq!(names(&folder.path().join("fr/bank")), ["risks.md"]);
    }

    #[test]
    fn a_file_that_somebody_is_writing_in_is_left_to_them() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "newer").expect("written");
        assert!(matches!(replace(folder.path(), "a.md", b"older", b"mended"), Err(Unwritten::Changed)));
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
        replace(folder.path(), "a.md", b"before", b"after").expect("replaced");
        assert_eq!(fs::read(&path).expect("read"), b"after");
        assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o640);
        assert_eq!(names(folder.path()), ["a.md"]);
        symlink(&path, folder.path().join("b.md")).expect("linked");
        assert!(matches!(replace(folder.path(), "b.md", b"after", b"x"), Err(Unwritten::Link)));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("set");
        assert!(matches!(replace(folder.path(), "a.md", b"after", b"x"), Err(Unwritten::ReadOnly)));
        assert_eq!(fs::read(&path).expect("read"), b"after");
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_folder_that_is_a_link() {
        let (folder, elsewhere) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("another"));
        fs::write(elsewhere.path().join("a.md"), "before").expect("written");
        fs::create_dir(folder.path().join("fr")).expect("made");
        for link in ["de", "fr/bank"] {
            std::os::unix::fs::symlink(elsewhere.path(), folder.path().join(link)).expect("linked");
            for (within, page) in [(link.to_owned(), "a.md"), (format!("{link}/deeper"), "b.md")] {
                let page = format!("{within}/{page}");
                assert!(matches!(make(folder.path(), &page, b"x"), Err(Unwritten::Link)), "{page}");
                assert!(matches!(replace(folder.path(), &page, b"before", b"x"), Err(Unwritten::Link)), "{page}");
            }
        }
        assert_eq!(names(elsewhere.path()), ["a.md"]);
        // The folder itself is where it was named.
        let named = folder.path().join("de");
        replace(&named, "a.md", b"before", b"after").expect("replaced");
        assert!(make(&named, "b.md", b"x").expect("made"));
    }

    #[test]
    fn what_a_program_began_that_was_ended_is_taken_away_after_an_hour() {
        let folder = tempfile::tempdir().expect("a folder");
        let aged = |name: &str, minutes: u64| {
            let file = File::create(folder.path().join(name)).expect("made");
            file.set_modified(SystemTime::now() - Duration::from_secs(60 * minutes)).expect("set");
        };
        let left =
            [(".a.md.17-3.part", 59), (".part", 90), (".a.md.part", 90), ("a.md.17.part", 90), (".a.md.17.swp", 90)];
        left.iter().for_each(|(name, minutes)| aged(name, *minutes));
        aged("..translated.toml.4711.part", 61);
        aged(".a.md.17-3000000000.part", 61);
        assert!(make(folder.path(), "b.md", b"x").expect("made"));
        let mut expected: Vec<&str> = left.iter().map(|(name, _)| *name).chain(["b.md"]).collect();
        let mut names = names(folder.path());
        expected.sort_unstable();
        names.sort_unstable();
        assert_eq!(names, expected);
    }

    #[test]
    fn a_folder_is_held_by_one_at_a_time() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, count) = (folder.path().join("count"), 20);
        fs::write(&path, "0").expect("written");
        std::thread::scope(|all| {
            for _ in 0..count {
                all.spawn(|| {
                    let _held = hold(folder.path());
                    let before: u32 = fs::read_to_string(&path).expect("read").parse().expect("a number");
                    std::thread::yield_now();
                    fs::write(&path, (before + 1).to_string()).expect("written");
                });
            }
        });
        assert_eq!(fs::read_to_string(&path).expect("read"), count.to_string());
    }
}
