#![doc = include_str!("../README.md")]

pub mod attempts;
pub mod certificates;
mod connect;
pub mod content;
mod entity;
mod error;
mod home;
mod ids;
pub mod learning;
pub mod lists;
mod migrations;
mod moment;
pub mod names;
mod open;
pub mod people;
#[cfg(test)]
mod plans;
pub mod policy;
mod secrets;
pub mod sessions;
mod stamp;
pub mod surveys;
pub mod throttle;
pub mod tokens;
mod writer;

use std::time::{Duration, Instant};

use sea_orm::DatabaseConnection;

use home::Home;

pub use error::{Error, Result};
pub use ids::{AnswerId, AttemptId, EnrolmentId, PersonId, TokenId, fresh, random};
pub use moment::{Clock, Moment};
pub use open::Unopened;
pub use writer::Write;

/// How long a file that another is just making is tried again.
const OPENING: Duration = Duration::from_secs(5);

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
    /// [`Unopened`], which says what stands in the way.
    pub async fn open(url: &str, clock: Clock) -> std::result::Result<Self, Unopened> {
        if home::kind(url).is_none() {
            return Err(Unopened::Scheme);
        }
        let began = Instant::now();
        loop {
            let error = match Self::reached(url, clock.clone()).await {
                Ok(store) => return Ok(store),
                Err(error) => error,
            };
            match open::why(url, error).await {
                // Two that make one file at the same moment are in each other's way, which SQLite says without waiting.
                Unopened::Locked(_) if began.elapsed() < OPENING => tokio::time::sleep(OPENING / 25).await,
                why => return Err(why),
            }
        }
    }

    async fn reached(url: &str, clock: Clock) -> Result<Self> {
        let writing = connect::writing(url).await?;
        Self::over(writing, connect::reading(url).await?, Home::new(url), clock).await
    }

    async fn over(writing: DatabaseConnection, readers: DatabaseConnection, home: Home, clock: Clock) -> Result<Self> {
        migrations::bring_up_to_date(&writing).await?;
        let writer = writer::Writer::start(writing, home);
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

    /// Asks a reader whether the database is there, and the writer whether it can still keep something: it takes a
    /// number off the counter, for a full disk refuses only what is written.
    ///
    /// # Errors
    /// [`Error::Database`] if it is not, [`Error::Stopping`] if the writer has stopped.
    pub async fn ping(&self) -> Result<()> {
        self.readers.ping().await?;
        self.write(|write| Box::pin(async { write.stamp().await.map(drop) })).await
    }

    /// Finishes what is queued, then closes the connections that read and the one that writes.
    ///
    /// # Errors
    /// [`Error::Database`] if one of them cannot be closed: the last pages may not be written.
    pub async fn close(self) -> Result<()> {
        self.writer.stop(self.readers).await
    }
}
