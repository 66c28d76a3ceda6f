//! Where and in which order an event was made: this server's id and a Lamport counter (L. Lamport, "Time, clocks, and the
//! ordering of events in a distributed system", 1978), in the one row of the table `server`.

use sea_orm::{ColumnTrait, ConnectionTrait, Order, QueryOrder, Statement};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::{Error, Result, random};

/// An event's origin and counter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stamp {
    pub(crate) origin: Uuid,
    pub(crate) counter: i64,
}

/// In the order of events: by these two columns, the counter and then the origin, and never by a clock. It is the same on every
/// server that has the same events.
pub(crate) fn in_order<Q: QueryOrder, C: ColumnTrait>(query: Q, [counter, origin]: [C; 2], order: Order) -> Q {
    query.order_by(counter, order.clone()).order_by(origin, order)
}

/// Gives a new database its server id and the secret under which addresses are hashed.
pub(crate) async fn prepare(db: &impl ConnectionTrait) -> Result<()> {
    let secret: [u8; 32] = random()?;
    let values = [Uuid::now_v7().into(), secret.to_vec().into()];
    let sql = "INSERT INTO server (one, id, counter, secret) VALUES (1, $1, 0, $2) ON CONFLICT (one) DO NOTHING";
    db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
    Ok(())
}

/// The stamps of one of the writer's transactions, which no other overlaps, so that no two events share a counter. The table is
/// read for the first of them and written once, at the end: a hundred answers cost no more than one.
#[derive(Default)]
pub(crate) struct Stamps(Mutex<Option<Stamp>>);

impl Stamps {
    /// The next stamp.
    pub(crate) async fn next(&self, db: &impl ConnectionTrait) -> Result<Stamp> {
        let mut last = self.0.lock().await;
        let before = match *last {
            Some(stamp) => stamp,
            None => latest(db).await?,
        };
        let stamp = Stamp { counter: before.counter + 1, ..before };
        *last = Some(stamp);
        Ok(stamp)
    }

    /// Writes down how far the counter has come. What a piece of work took that was then undone is left out for ever.
    pub(crate) async fn keep(&self, db: &impl ConnectionTrait) -> Result<()> {
        let Some(Stamp { counter, .. }) = *self.0.lock().await else { return Ok(()) };
        let sql = "UPDATE server SET counter = $1 WHERE one = 1";
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, [counter.into()])).await?;
        Ok(())
    }
}

async fn latest(db: &impl ConnectionTrait) -> Result<Stamp> {
    let sql = "SELECT id, counter FROM server WHERE one = 1";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    let row = row.ok_or_else(|| Error::Unreadable("the table server is empty".into()))?;
    Ok(Stamp { origin: row.try_get("", "id")?, counter: row.try_get("", "counter")? })
}

/// The secret that makes hashes of addresses useless outside this database.
pub(crate) async fn secret(db: &impl ConnectionTrait) -> Result<Vec<u8>> {
    let sql = "SELECT secret FROM server WHERE one = 1";
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql)).await?;
    let row = row.ok_or_else(|| Error::Unreadable("the table server is empty".into()))?;
    Ok(row.try_get("", "secret")?)
}
