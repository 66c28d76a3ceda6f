//! Where the database lives, and whether it still lives there. SQLite goes on writing to a file that was deleted: every answer
//! would be acknowledged, and gone at the next start. So the writer looks before each commit.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use sea_orm::DatabaseConnection;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;

use crate::{Error, Result, connect};

/// The database's address and, of SQLite's, the files as they were when it was opened.
pub(crate) struct Home {
    url: String,
    files: Vec<File>,
}

/// A file and which one it was when it was first looked at.
struct File {
    path: PathBuf,
    seen: Mutex<Option<Identity>>,
}

impl Home {
    pub(crate) fn new(url: &str) -> Self {
        let beside = |path: PathBuf| {
            let log = PathBuf::from(format!("{}-wal", path.display()));
            [path, log].map(|path| File { path, seen: Mutex::default() })
        };
        let files = path(url).map(beside).into_iter().flatten().collect();
        Self { url: url.to_owned(), files }
    }

    /// A connection that writes, opened anew, in the file that was there. The log beside it may be another one then.
    ///
    /// # Errors
    /// [`Error::Moved`] if the file is gone; [`Error`] if it cannot be opened.
    pub(crate) async fn writing(&self) -> Result<DatabaseConnection> {
        if let [file, log] = &self.files[..] {
            if !file.is_the_same() {
                return Err(Error::Moved(file.path.clone()));
            }
            log.seen.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
        Ok(connect::writing(&self.url).await?)
    }

    /// Whether the files are those that were opened. Within a transaction, when both of them are there.
    ///
    /// # Errors
    /// [`Error::Moved`] if one is not.
    pub(crate) fn check(&self) -> Result<()> {
        self.files.iter().find(|file| !file.is_the_same()).map_or(Ok(()), |file| Err(Error::Moved(file.path.clone())))
    }
}

impl File {
    fn is_the_same(&self) -> bool {
        let Ok(now) = std::fs::metadata(&self.path).map(|file| identity(&file)) else { return false };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        *seen.get_or_insert(now) == now
    }
}

/// Which of the two databases.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

/// Which database an address is of; none, if it is none's.
pub(crate) fn kind(url: &str) -> Option<Kind> {
    match url.split_once(':')?.0 {
        "sqlite" => Some(Kind::Sqlite),
        "postgres" | "postgresql" => Some(Kind::Postgres),
        _ => None,
    }
}

/// The path in the address of a SQLite database; none of any other, or of one in memory.
pub(crate) fn path(url: &str) -> Option<PathBuf> {
    let options: SqliteConnectOptions = (kind(url) == Some(Kind::Sqlite)).then(|| url.parse().ok())??;
    let path = options.get_filename();
    let in_memory = url.contains(":memory:") || url.contains("mode=memory") || path == Path::new("");
    (!in_memory).then(|| path.to_owned())
}

#[cfg(unix)]
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(file: &Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (file.dev(), file.ino())
}

#[cfg(not(unix))]
type Identity = Option<std::time::SystemTime>;

#[cfg(not(unix))]
fn identity(file: &Metadata) -> Identity {
    file.created().ok()
}
