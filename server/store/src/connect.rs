//! Connections to either database: SQLite, one file beside the program, or PostgreSQL, for more than one machine can serve.

use std::time::Duration;

use log::LevelFilter;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend};
use sea_orm::{DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait};

use crate::home::{self, Kind};

/// Readers, all opened at once: one that is opened after the log beside the file was deleted begins an empty one, where the
/// others have what is in none. SQLite reads from memory most of the time: more would only cost memory.
const SQLITE_READERS: u32 = 4;
/// PostgreSQL answers over a socket: readers wait for each other's answers, not for a core.
const POSTGRES_READERS: u32 = 16;
/// No question Haven asks takes longer; one that does has met a lock or a lost machine.
const LONGEST: Duration = Duration::from_secs(10);
/// The lock every writer of this database takes first, whichever process it is in: any number, always the same.
const WRITING: i64 = 0x0048_4156_454E;

/// The connection that writes. It is opened once and kept: while it is open, the files beside the database stay the same.
pub(crate) async fn writing(url: &str) -> Result<DatabaseConnection, DbErr> {
    connect(url, 1, true).await
}

/// The pool that reads. It makes no file: one that is gone while the server runs stays gone.
pub(crate) async fn reading(url: &str) -> Result<DatabaseConnection, DbErr> {
    connect(url, readers(url), false).await
}

fn readers(url: &str) -> u32 {
    if home::kind(url) == Some(Kind::Postgres) { POSTGRES_READERS } else { SQLITE_READERS }
}

/// Queries are logged at the level of debugging, without the values in them. `synchronous=FULL` (in PostgreSQL the default,
/// `synchronous_commit=on`): what was acknowledged is on the disk, power cut or not.
async fn connect(url: &str, connections: u32, may_make: bool) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(if home::kind(url) == Some(Kind::Postgres) { 1 } else { connections })
        .acquire_timeout(Duration::from_secs(5))
        .idle_timeout(None)
        .max_lifetime(None)
        .sqlx_logging(true)
        .sqlx_logging_level(LevelFilter::Debug)
        .statement_timeout(LONGEST)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = if may_make { sqlite } else { sqlite.create_if_missing(false) };
            sqlite
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "FULL")
                .pragma("foreign_keys", "ON")
                .pragma("busy_timeout", "5000")
                .pragma("cache_size", "-4000")
        });
    Database::connect(options).await
}

/// A transaction that no other writer of this database overlaps, in whichever process: SQLite has its own lock for that.
pub(crate) async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    begin_after(db, "").await
}

/// The transaction that brings the tables up to date. It is a writer like any other, so of two servers that start at once the
/// second finds the tables the first has made; but it waits for as long as that takes.
pub(crate) async fn begin_upgrade(db: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    begin_after(db, "SET LOCAL statement_timeout = 0;").await
}

/// `before` is what PostgreSQL is told before it takes the lock.
async fn begin_after(db: &DatabaseConnection, before: &str) -> Result<DatabaseTransaction, DbErr> {
    let immediate =
        TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
    let transaction = db.begin_with_options(immediate).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        transaction.execute_unprepared(&format!("{before} SELECT pg_advisory_xact_lock({WRITING})")).await?;
    }
    Ok(transaction)
}
