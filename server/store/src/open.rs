//! Why a database did not open, for whoever starts the server: what stands in the way is looked for when opening has failed,
//! never before, for the database itself is the judge of that.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::DbErr;
use sea_orm::sqlx::Connection;
use sea_orm::sqlx::postgres::PgConnection;

use crate::Error;
use crate::error::{self, Reported, reported};
use crate::home::{self, Kind};

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    /// The address is neither SQLite's nor PostgreSQL's.
    #[error("not the address of a database")]
    Scheme,
    /// The file's folder is not there.
    #[error("no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// There is no such file, and the address does not say that it may be made.
    #[error("no file {}", .0.display())]
    NoFile(PathBuf),
    /// It is a folder.
    #[error("{} is a folder", .0.display())]
    Folder(PathBuf),
    /// The file or its folder may not be read or written by whoever runs this.
    #[error("no permission for {}", .0.display())]
    NoPermission(PathBuf),
    /// The file is something else than a database.
    #[error("{} is not a database", .0.display())]
    NotADatabase(PathBuf),
    /// Another program holds it.
    #[error("{} is locked", .0.display())]
    Locked(PathBuf),
    /// The disk is full or failing.
    #[error("the disk under {} is full or failing", .0.display())]
    Disk(PathBuf),
    /// A newer Haven made this change to its tables.
    #[error("of a newer Haven: {0}")]
    Newer(String),
    /// PostgreSQL is out of reach or refuses, for this reason.
    #[error("{0}")]
    Server(String),
    /// Something else.
    #[error("{0}")]
    Other(String),
}

impl Unopened {
    /// The stem of what is said of it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::NoFolder(_) => "no-folder",
            Self::NoFile(_) => "no-file",
            Self::Folder(_) => "folder",
            Self::NoPermission(_) => "no-permission",
            Self::NotADatabase(_) => "not-a-database",
            Self::Locked(_) => "locked",
            Self::Disk(_) => "disk",
            Self::Newer(_) => "newer",
            Self::Server(_) => "server",
            Self::Other(_) => "other",
        }
    }

    /// What it names: a path, a change, a reason.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::Scheme => String::new(),
            Self::NoFolder(path)
            | Self::NoFile(path)
            | Self::Folder(path)
            | Self::NoPermission(path)
            | Self::NotADatabase(path)
            | Self::Locked(path)
            | Self::Disk(path) => path.display().to_string(),
            Self::Newer(text) | Self::Server(text) | Self::Other(text) => text.clone(),
        }
    }
}

/// Why the database at `url` did not open.
pub(crate) async fn why(url: &str, error: Error) -> Unopened {
    match error {
        Error::Newer(change) => Unopened::Newer(change),
        Error::Database(said) | Error::Away(said) => match home::path(url) {
            Some(path) => of_file(url, path, &said),
            None if home::kind(url) == Some(Kind::Postgres) => {
                Unopened::Server(reason(url).await.unwrap_or_else(|| said.to_string()))
            }
            None => Unopened::Other(said.to_string()),
        },
        other => Unopened::Other(other.to_string()),
    }
}

/// A pool says only that it waited too long: a connection by itself says why there is none.
async fn reason(url: &str) -> Option<String> {
    let connection = tokio::time::timeout(LONGEST, PgConnection::connect(url)).await.ok()?;
    Some(connection.err()?.to_string())
}

const LONGEST: Duration = Duration::from_secs(5);

fn of_file(url: &str, path: PathBuf, said: &DbErr) -> Unopened {
    let folder = path.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new(".")).to_owned();
    let code = match reported(said) {
        Some(Reported::Database(code)) => error::sqlite(&code),
        _ => None,
    };
    match code {
        Some(error::NOT_A_DATABASE) => Unopened::NotADatabase(path),
        Some(error::BUSY | error::LOCKED) => Unopened::Locked(path),
        Some(error::IO | error::FULL) => Unopened::Disk(path),
        Some(error::CANNOT_OPEN) if !folder.is_dir() => Unopened::NoFolder(folder),
        Some(error::CANNOT_OPEN) if path.is_dir() => Unopened::Folder(path),
        Some(error::CANNOT_OPEN) if !path.exists() && !url.contains("mode=rwc") => Unopened::NoFile(path),
        Some(error::CANNOT_OPEN | error::READ_ONLY) => Unopened::NoPermission(path),
        _ => Unopened::Other(said.to_string()),
    }
}
