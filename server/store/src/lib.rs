#![doc = include_str!("../README.md")]

pub mod attempts;
pub mod certificates;
mod connect;
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
#[cfg(test)]
mod plans;
pub mod policy;
pub mod sessions;
mod stamp;
pub mod throttle;
pub mod tokens;
mod writer;

use sea_orm::DatabaseConnection;
use sea_orm_migration::MigratorTrait;

pub use error::{Error, Result};
pub use ids::{AnswerId, AttemptId, EnrolmentId, PersonId, TokenId, fresh, random};
pub use moment::{Clock, Moment};
pub use writer::Write;

/// The open database: a pool that reads, and a writer.
#[derive(Clone)]
pub struct Store {
    readers: DatabaseConnection,
    writer: writer::Writer,
    clock: Clock,
}

impl Store {
    /// Opens the database at `url` (`sqlite:haven.db?mode=rwc`, `postgres://haven@localhost/haven`), brings its tables up to date and starts the writer.
    ///
    /// # Errors
    /// [`Error::Database`] if it cannot be reached, is locked by another, or its tables cannot be brought up to date.
    pub async fn open(url: &str, clock: Clock) -> Result<Self> {
        let writing = connect::writing(url).await?;
        Self::over(writing, connect::reading(url).await?, clock).await
    }

    async fn over(writing: DatabaseConnection, readers: DatabaseConnection, clock: Clock) -> Result<Self> {
        migrations::Migrator::up(&writing, None).await?;
        stamp::prepare(&writing).await?;
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

    /// Asks both connections whether the database is there, and the writer whether it still works.
    ///
    /// # Errors
    /// [`Error::Database`] if it is not, [`Error::Stopping`] if the writer has stopped.
    pub async fn ping(&self) -> Result<()> {
        self.readers.ping().await?;
        self.write(|_| Box::pin(async { Ok(()) })).await
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
