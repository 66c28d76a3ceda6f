//! What can go wrong below a subject: the database, or a writer that has stopped. Refusals are values of each subject.

use std::sync::Arc;

/// Why a read or a write did not happen. Nothing was kept.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// The database refused or is out of reach.
    #[error("the database did not answer: {0}")]
    Database(Arc<sea_orm::DbErr>),
    /// What was read is not what was written: a damaged file or a newer Haven's.
    #[error("the database holds something unreadable: {0}")]
    Unreadable(String),
    /// The server is stopping.
    #[error("the server is stopping")]
    Stopping,
}

/// What a function of this crate returns.
pub type Result<T> = std::result::Result<T, Error>;

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(Arc::new(error))
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}
