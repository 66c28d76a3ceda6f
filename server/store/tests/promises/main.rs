//! What the rest of Haven relies on the store for, on SQLite and on PostgreSQL.

mod attempts;
mod clock;
mod house;
mod learning;
mod people;
mod surveys;
mod trouble;
mod upgrading;

use rstest_reuse::template;

/// The test runs on both databases.
#[template]
#[export]
#[rstest]
#[case::sqlite(Database::Sqlite)]
#[case::postgres(Database::Postgres)]
fn on_both(#[case] database: Database) {}
