#![doc = include_str!("../README.md")]

pub mod attempts;
pub mod certificates;
pub mod content;
mod entity;
mod error;
mod ids;
pub mod learning;
pub mod lists;
mod migrations;
mod moment;
pub mod names;
pub mod people;
pub mod policy;
pub mod sessions;
mod stamp;
pub mod throttle;
mod writer;

use std::time::Duration;

use log::LevelFilter;
use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use sea_orm_migration::MigratorTrait;

pub use error::{Error, Result};
pub use ids::{AnswerId, AttemptId, EnrolmentId, PersonId, fresh, random};
pub use moment::{Clock, Moment};
pub use writer::Write;

/// Readers kept open. SQLite reads from memory most of the time: more would only cost memory.
const READERS: u32 = 4;

/// The open database: a pool that reads, and a writer.
#[derive(Clone)]
pub struct Store {
    readers: DatabaseConnection,
    writer: writer::Writer,
    clock: Clock,
}

impl Store {
    /// Opens the database at `url` (`sqlite:haven.db?mode=rwc`), brings its tables up to date and starts the writer.
    ///
    /// # Errors
    /// [`Error::Database`] if the file cannot be opened, is locked by another, or its tables cannot be brought up to date.
    pub async fn open(url: &str, clock: Clock) -> Result<Self> {
        let writing = connect(url, 1).await?;
        migrations::Migrator::up(&writing, None).await?;
        stamp::prepare(&writing).await?;
        let readers = connect(url, READERS).await?;
        let writer = writer::Writer::start(writing, clock.clone());
        Ok(Self { readers, writer, clock })
    }

    /// What reading functions read from.
    pub(crate) fn reader(&self) -> &DatabaseConnection {
        &self.readers
    }

    /// This server's time.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Finishes what is queued, then closes the file.
    ///
    /// # Errors
    /// [`Error::Database`] if the last pages cannot be written.
    pub async fn close(self) -> Result<()> {
        self.writer.stop().await;
        Ok(self.readers.close().await?)
    }
}

/// Queries are logged at the level of debugging, without the values in them. `synchronous=FULL`: what was acknowledged is on the disk, power cut or not.
async fn connect(url: &str, connections: u32) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(5))
        .sqlx_logging(true)
        .sqlx_logging_level(LevelFilter::Debug)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                .pragma("busy_timeout", "5000")
                .pragma("cache_size", "-4000")
        });
    Ok(Database::connect(options).await?)
}
