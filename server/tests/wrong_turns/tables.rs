//! What another program does to the database meanwhile: looks into it, changes it, holds it.

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use tokio::runtime::Runtime;

fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("it starts")
}

/// Does this in the database, one after the other.
pub(crate) fn execute(url: &str, statements: &[&str]) {
    runtime().block_on(async {
        let db = Database::connect(url).await.expect("it is there");
        for statement in statements {
            db.execute_unprepared(statement).await.expect("it is done");
        }
        db.close().await.expect("it closes");
    });
}

/// How many rows a table has.
pub(crate) fn count(url: &str, table: &str) -> usize {
    runtime().block_on(async {
        let db = Database::connect(url).await.expect("it is there");
        let count = Statement::from_string(db.get_database_backend(), format!("SELECT count(*) AS n FROM {table}"));
        let row = db.query_one_raw(count).await.expect("it is read").expect("one row");
        let n: i64 = row.try_get("", "n").expect("a number");
        db.close().await.expect("it closes");
        usize::try_from(n).expect("not negative")
    })
}

/// A lock that is held until this is dropped.
pub(crate) struct Held {
    _connection: DatabaseConnection,
    _runtime: Runtime,
}

impl Held {
    /// The whole of a SQLite file, for writing.
    pub(crate) fn exclusive(url: &str) -> Self {
        Self::by(url, "BEGIN IMMEDIATE")
    }

    /// The lock that writers of a PostgreSQL database take first.
    pub(crate) fn of_writers(url: &str) -> Self {
        Self::by(url, &format!("SELECT pg_advisory_lock({})", 0x0048_4156_454E_i64))
    }

    fn by(url: &str, statement: &str) -> Self {
        let runtime = runtime();
        let connection = runtime.block_on(async {
            let mut one = sea_orm::ConnectOptions::new(url);
            one.max_connections(1);
            let db = Database::connect(one).await.expect("it is there");
            db.execute_unprepared(statement).await.expect("it is held");
            db
        });
        Self { _connection: connection, _runtime: runtime }
    }
}
