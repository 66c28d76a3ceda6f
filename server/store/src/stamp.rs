//! Where and in which order an event was made: this server's id and a Lamport counter (L. Lamport, "Time, clocks, and the
//! ordering of events in a distributed system", 1978), in the one row of the table `server`.

use sea_orm::{ColumnTrait, ConnectionTrait, Order, QueryOrder, Statement};
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

/// The next stamp. Inside the writer's transaction only, so that no two events share a counter.
pub(crate) async fn next(db: &impl ConnectionTrait) -> Result<Stamp> {
    let sql = "UPDATE server SET counter = counter + 1 WHERE one = 1 RETURNING id, counter";
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
