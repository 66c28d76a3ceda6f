//! The end of a sitting: by the person's button, or by the server's clock.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, Statement};
use time::Duration;

use crate::entity::{attempt, submission};
use crate::policy::MayAnswer;
use crate::{AttemptId, Moment, Result, Store, Write};

/// Ends a sitting, once. One whose time is up ends at its deadline, by the clock, whoever presses what.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn submit(store: &Store, may: MayAnswer) -> Result<()> {
    store
        .write(move |write| {
            Box::pin(async move {
                let deadline = attempt::Entity::find_by_id(may.of()).one(&write.db).await?.and_then(|row| row.deadline);
                let passed = deadline.filter(|deadline| *deadline <= write.now);
                end(write, may.of(), passed.unwrap_or(write.now), passed.is_some()).await
            })
        })
        .await
}

/// Ends every sitting whose time was up after `since` and is up now, as of its deadline. Returns how many. Looking no
/// further back keeps it quick: what is older was ended when the server started.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn submit_overdue(store: &Store, since: Moment) -> Result<u64> {
    if overdue(store.reader(), since, store.now()).await?.is_empty() {
        return Ok(0);
    }
    store
        .write(move |write| {
            Box::pin(async move {
                let overdue = overdue(&write.db, since, write.now).await?;
                for (id, deadline) in &overdue {
                    end(write, *id, *deadline, true).await?;
                }
                Ok(overdue.len() as u64)
            })
        })
        .await
}

async fn overdue(db: &impl ConnectionTrait, since: Moment, now: Moment) -> Result<Vec<(AttemptId, Moment)>> {
    let rows: Vec<(AttemptId, Option<Moment>)> = attempt::Entity::find()
        .left_join(submission::Entity)
        .filter(attempt::COLUMN.deadline.gt(since))
        .filter(attempt::COLUMN.deadline.lte(now))
        .filter(submission::COLUMN.attempt.is_null())
        .select_only()
        .column(attempt::Column::Id)
        .column(attempt::Column::Deadline)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(id, deadline)| Some((id, deadline?))).collect())
}

async fn end(write: &Write, attempt: AttemptId, at: Moment, by_clock: bool) -> Result<()> {
    if submission::Entity::find_by_id(attempt).count(&write.db).await? > 0 {
        return Ok(());
    }
    let stamp = write.stamp().await?;
    let row = submission::ActiveModel {
        attempt: Set(attempt),
        by_clock: Set(by_clock),
        at: Set(at),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    let again = OnConflict::column("attempt").do_nothing().to_owned();
    submission::Entity::insert(row).on_conflict(again).exec_without_returning(&write.db).await?;
    Ok(())
}

/// An answer waits no longer in the writer's queue. One of much longer before the submission is from a clock that was set back.
const QUEUED: Duration = Duration::seconds(30);

const STANDS: &str = "
    SELECT a.deadline, s.at, (SELECT count(*) FROM answer n WHERE n.attempt = a.id) AS answers
      FROM attempt a LEFT JOIN submission s ON s.attempt = a.id WHERE a.id = $1";

/// Whether an answer of this moment comes too late, at or after the submission or the deadline, and how many came so far: one
/// query. One that came before, and waited in the queue while another said "submit", is in time.
pub(super) async fn stands(write: &Write, id: AttemptId) -> Result<(bool, u64)> {
    let statement = Statement::from_sql_and_values(write.db.get_database_backend(), STANDS, [id.0.into()]);
    let Some(row) = write.db.query_one_raw(statement).await? else { return Ok((true, 0)) };
    let (deadline, end): (Option<i64>, Option<i64>) = (row.try_get("", "deadline")?, row.try_get("", "at")?);
    let came_before = |end: i64| {
        let by = Moment(end).since(write.now);
        by > Duration::ZERO && by < QUEUED
    };
    let late =
        end.is_some_and(|end| !came_before(end)) || deadline.is_some_and(|deadline| Moment(deadline) <= write.now);
    Ok((late, row.try_get::<i64>("", "answers")?.unsigned_abs()))
}
