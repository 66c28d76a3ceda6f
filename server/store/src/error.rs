//! What can go wrong below a subject: the database, the machine, or a writer that has stopped. Refusals are values of each subject.

use std::path::PathBuf;
use std::sync::Arc;

use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// Why a read or a write did not happen. Nothing was kept, except where it says that it may be.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The database refused what it was asked: our mistake.
    #[error("the database refused: {0}")]
    Database(Arc<DbErr>),
    /// The database is out of reach, locked, full or may not be written. The same again, later, may go well.
    #[error("the database cannot be used now: {0}")]
    Away(Arc<DbErr>),
    /// The database's file, or the log beside it, was moved or deleted while it was open: what is written there would be lost.
    #[error("the file {} was moved or deleted while it was open: nothing is kept until it is back", .0.display())]
    Moved(PathBuf),
    /// The database did not answer in time. What was to be written may be kept all the same.
    #[error("the database did not answer in time")]
    Late,
    /// What was read is not what was written: a damaged file.
    #[error("the database holds something unreadable: {0}")]
    Unreadable(String),
    /// The tables are those of a newer Haven, which made this change to them.
    #[error("the database is a newer Haven's: its tables have the change {0}")]
    Newer(String),
    /// This machine gave no random bits, without which nothing secret can be made.
    #[error("this machine has no randomness to give: {0}")]
    Randomness(String),
    /// A write panicked: a fault in Haven, and none of the database's.
    #[error("a write went wrong in the middle; nothing of it is kept")]
    Panicked,
    /// The server is stopping.
    #[error("the server is stopping")]
    Stopping,
}

/// What a function of this crate returns.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// What a failed commit means. Whoever lost the database while it was committing cannot know whether it did.
    pub(crate) fn of_commit(error: DbErr) -> Self {
        match reported(&error) {
            Some(Reported::Database(_)) => error.into(),
            _ => Self::Late,
        }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match reported(&error) {
            Some(Reported::Lost) => Self::Away(Arc::new(error)),
            Some(Reported::Database(code)) if passes(&code) => Self::Away(Arc::new(error)),
            _ => Self::Database(Arc::new(error)),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// What came back from the database.
pub(crate) enum Reported {
    /// It said what is wrong, under this code: a number in SQLite, five characters in PostgreSQL.
    Database(String),
    /// Nothing: no connection could be had, or the one there was broke.
    Lost,
}

/// What the database said, if the error is one of the database's at all.
pub(crate) fn reported(error: &DbErr) -> Option<Reported> {
    let (DbErr::Conn(cause) | DbErr::Exec(cause) | DbErr::Query(cause)) = error else {
        return matches!(error, DbErr::ConnectionAcquire(_)).then_some(Reported::Lost);
    };
    let RuntimeErr::SqlxError(cause) = cause else { return None };
    match &**cause {
        SqlxError::Database(said) => said.code().map(|code| Reported::Database(code.into_owned())),
        SqlxError::Io(_)
        | SqlxError::Tls(_)
        | SqlxError::Protocol(_)
        | SqlxError::PoolTimedOut
        | SqlxError::PoolClosed
        | SqlxError::WorkerCrashed => Some(Reported::Lost),
        _ => None,
    }
}

/// Whether what the database says passes by itself or by someone's hand at the disk, and is no mistake of ours.
fn passes(code: &str) -> bool {
    match sqlite(code) {
        Some(primary) => matches!(primary, BUSY | LOCKED | NO_MEMORY | READ_ONLY | IO | FULL | CANNOT_OPEN),
        // PostgreSQL 18, appendix A: connections, resources, an operator's hand, the system; read-only; a lock not had.
        None => ["08", "53", "57", "58", "25006", "55P03"].iter().any(|class| code.starts_with(class)),
    }
}

pub(crate) const BUSY: u32 = 5;
pub(crate) const LOCKED: u32 = 6;
const NO_MEMORY: u32 = 7;
pub(crate) const READ_ONLY: u32 = 8;
pub(crate) const IO: u32 = 10;
pub(crate) const FULL: u32 = 13;
pub(crate) const CANNOT_OPEN: u32 = 14;
pub(crate) const NOT_A_DATABASE: u32 = 26;

/// SQLite's primary code (<https://www.sqlite.org/rescode.html>): the lowest byte. PostgreSQL's codes have five characters.
pub(crate) fn sqlite(code: &str) -> Option<u32> {
    let number: u32 = code.parse().ok().filter(|_| code.len() < 5)?;
    Some(number & 0xff)
}
