//! Folders, watched: whoever waits hears that something in them may have changed. The system tells of most changes at once. It
//! does not tell of those made elsewhere in a folder of the network, nor of a folder that was gone and is back; so the folders
//! are also looked at, every so often, by names, sizes and times alone.

use std::collections::hash_map::DefaultHasher;
use std::fs::{self, Metadata};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use course::RECORD;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Editors write a file in several steps, and several files at once: when it has been quiet for so long, they are done.
const QUIET: Duration = Duration::from_millis(50);
/// Whoever never stops writing is not waited for any longer.
const LONGEST: Duration = Duration::from_millis(500);
/// How often folders are looked at of which the system tells nothing.
const DEAF: Duration = Duration::from_secs(1);
/// Folders in folders in folders: a course has three.
const DEEPEST: usize = 16;

/// Folders that are watched.
pub(crate) struct Watching {
    folders: Arc<[PathBuf]>,
    every: Duration,
    tell: SyncSender<()>,
    told: Receiver<()>,
    watcher: Option<RecommendedWatcher>,
    /// Which folders the watcher was set on: one that was replaced is another.
    set_on: Vec<Option<u64>>,
    seen: u64,
}

impl Watching {
    /// Watches these folders, which need not be there yet, from now on. They are looked at `every` so often whatever is heard.
    pub(crate) fn new(folders: impl Into<Arc<[PathBuf]>>, every: Duration) -> Self {
        let (tell, told) = sync_channel(1);
        let folders = folders.into();
        let mut watching = Self { folders, every, tell, told, watcher: None, set_on: Vec::new(), seen: 0 };
        watching.listen();
        watching.seen = watching.look();
        watching
    }

    /// Waits until something may have changed, and it has been quiet for a moment.
    pub(crate) fn next(&mut self) {
        loop {
            let every = if self.watcher.is_some() { self.every } else { self.every.min(DEAF) };
            let heard = self.told.recv_timeout(every) != Err(RecvTimeoutError::Timeout);
            if heard {
                self.until_quiet();
            }
            self.listen();
            let seen = self.look();
            // Of two states that were told of, one may look like the other: it was written within one step of the disk's clock.
            if std::mem::replace(&mut self.seen, seen) != seen || heard {
                return;
            }
        }
    }

    fn until_quiet(&self) {
        let began = Instant::now();
        while self.told.recv_timeout(QUIET).is_ok() && began.elapsed() < LONGEST {}
    }

    /// Sets the watcher anew if a folder came, went or was replaced.
    fn listen(&mut self) {
        let there: Vec<_> = self.folders.iter().map(|folder| identity(folder)).collect();
        if there != self.set_on {
            self.watcher = if there.contains(&None) { None } else { self.watcher() };
            self.set_on = there;
        }
    }

    fn watcher(&self) -> Option<RecommendedWatcher> {
        let (tell, folders) = (self.tell.clone(), self.folders.clone());
        // Full means that someone is told already.
        let hear = move |event: notify::Result<Event>| {
            if is_change(&event, &folders) {
                tell.try_send(()).ok();
            }
        };
        let set = notify::recommended_watcher(hear).and_then(|mut watcher| {
            self.folders.iter().try_for_each(|folder| watcher.watch(folder, RecursiveMode::Recursive))?;
            Ok(watcher)
        });
        set.inspect_err(
            |error| tracing::warn!(%error, "the system tells of no changes: folders are looked at every second"),
        )
        .ok()
    }

    /// The names, sizes and times of all files.
    fn look(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.folders.iter().for_each(|folder| look(folder, 0, &mut hasher));
        hasher.finish()
    }
}

/// An error may stand for events that were lost. Reading changes nothing, and neither does what an editor keeps in hidden files.
fn is_change(event: &notify::Result<Event>, folders: &[PathBuf]) -> bool {
    let Ok(event) = event else { return true };
    let seen = |path: &PathBuf| {
        let within = folders.iter().find_map(|folder| path.strip_prefix(folder).ok()).unwrap_or(path);
        !within.iter().any(is_hidden)
    };
    !matches!(event.kind, EventKind::Access(_)) && (event.paths.is_empty() || event.paths.iter().any(seen))
}

/// What was translated from what is hidden too, and read.
fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".") && name != "." && name != ".." && name != RECORD
}

fn look(folder: &Path, depth: usize, hasher: &mut DefaultHasher) {
    let Ok(entries) = fs::read_dir(folder) else { return "nothing".hash(hasher) };
    let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).filter(|name| !is_hidden(name)).collect();
    names.sort();
    for name in names {
        let path = folder.join(&name);
        // A course may be a link to its folder; within it, links are followed by nobody.
        let about = if depth == 0 { fs::metadata(&path) } else { fs::symlink_metadata(&path) };
        name.hash(hasher);
        match about {
            Ok(about) if about.is_dir() && depth < DEEPEST => look(&path, depth + 1, hasher),
            Ok(about) => (about.len(), about.modified().ok(), identity_of(&about)).hash(hasher),
            Err(_) => "gone".hash(hasher),
        }
    }
    "end".hash(hasher);
}

fn identity(folder: &Path) -> Option<u64> {
    fs::metadata(folder).ok().filter(Metadata::is_dir).map(|about| identity_of(&about))
}

/// The number of what is deleted is given to what is made next, on some disks: when it was made tells the two apart.
fn identity_of(about: &Metadata) -> u64 {
    let mut hasher = DefaultHasher::new();
    #[cfg(unix)]
    std::os::unix::fs::MetadataExt::ino(about).hash(&mut hasher);
    about.created().ok().hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    /// Longer than any test: nothing is found by looking.
    const HOUR: Duration = Duration::from_secs(3_600);

    /// Fails unless something is heard of.
    fn heard(mut watching: Watching) -> Watching {
        let (done, is_done) = sync_channel(1);
        std::thread::spawn(move || {
            watching.next();
            done.send(watching).ok();
        });
        is_done.recv_timeout(PATIENCE).expect("it is heard")
    }

    /// Fails unless each change is heard of that is made once a folder of courses is watched.
    fn every_change_is_heard(watch: fn(PathBuf) -> Watching) {
        let changes: [fn(&Path); 5] = [
            |folder| fs::write(folder.join("a/course.toml"), "format = 20").expect("written"),
            |folder| fs::write(folder.join("a/en/course.md"), "# A").expect("written"),
            |folder| fs::rename(folder.join("a/course.toml"), folder.join("a/old.toml")).expect("moved"),
            |folder| fs::remove_file(folder.join("a/course.toml")).expect("deleted"),
            |folder| fs::remove_dir_all(folder).expect("deleted"),
        ];
        for change in changes {
            let home = tempfile::tempdir().expect("a folder");
            let folder = home.path().join("courses");
            fs::create_dir_all(folder.join("a/en")).expect("made");
            fs::write(folder.join("a/course.toml"), "format = 1").expect("written");
            let watching = watch(folder.clone());
            change(&folder);
            heard(watching);
        }
    }

    #[test]
    fn a_file_that_is_written_made_moved_or_deleted_is_heard_of_from_the_system() {
        every_change_is_heard(|folder| Watching::new([folder], HOUR));
    }

    #[test]
    fn where_the_system_tells_of_nothing_the_folders_are_looked_at() {
        every_change_is_heard(|folder| Watching { watcher: None, ..Watching::new([folder], HOUR) });
    }

    #[test]
    fn a_folder_that_takes_the_place_of_another_is_watched_instead() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("courses");
        let made = || {
            fs::create_dir(&folder).expect("made");
            fs::metadata(&folder).expect("it is there").created().ok()
        };
        let first = made();
        let watching = Watching::new([folder.clone()], HOUR);
        // Until the disk's clock has gone on, which takes some milliseconds.
        while {
            fs::remove_dir(&folder).expect("deleted");
            made() == first && first.is_some()
        } {}
        let watching = heard(watching);
        fs::write(folder.join("course.toml"), "format = 1").expect("written");
        heard(watching);
    }

    #[test]
    fn a_folder_that_is_gone_and_back_is_watched_as_before() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("courses");
        let mut watching = Watching::new([folder.clone()], Duration::from_millis(50));
        for round in 0..3 {
            fs::create_dir(&folder).expect("made");
            watching.next();
            fs::write(folder.join("course.toml"), round.to_string()).expect("written");
            watching.next();
            fs::remove_dir_all(&folder).expect("deleted");
            while folder.exists() || watching.set_on != [None] {
                watching.next();
            }
        }
    }

    #[test]
    fn what_is_only_read_or_hidden_is_no_change() {
        let folders = [PathBuf::from("/home/.me/courses")];
        let event = |kind, path: &str| Ok(Event::new(kind).add_path(PathBuf::from(path)));
        let written = EventKind::Modify(notify::event::ModifyKind::Any);
        for (event, counts) in [
            (event(written, "/home/.me/courses/a/en/course.md"), true),
            (event(written, "/home/.me/courses/a/en/.course.md.swp"), false),
            (event(written, "/home/.me/courses/a/fr/.translated.toml"), true),
            (event(written, "/home/.me/courses/.git/index"), false),
            (event(EventKind::Access(notify::event::AccessKind::Read), "/home/.me/courses/a/en/course.md"), false),
            (Ok(Event::new(EventKind::Other)), true),
            (Err(notify::Error::generic("lost")), true),
        ] {
            assert_eq!(is_change(&event, &folders), counts, "{event:?}");
        }
    }
}
