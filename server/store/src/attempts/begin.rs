//! Beginning a sitting: whether one may, and what is kept of it before the first question is shown.

use assessment::Presented;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, Order, PaginatorTrait, QueryFilter};
use time::Duration;

use crate::entity::{attempt, submission};
use crate::policy::MayProgress;
use crate::{AttemptId, EnrolmentId, Moment, Result, Store, Write, fresh, stamp};

/// How often a test may be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How many tries there may be, if there is a limit.
    pub limit: Option<u32>,
    /// How long after the end of the last one.
    pub wait: Duration,
}

/// What one may do at a test now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chance {
    /// Begin.
    Free,
    /// Go on with this attempt.
    Open(AttemptId),
    /// Every try is used.
    NoneLeft,
    /// Not before this moment.
    Wait(Moment),
}

/// What one may do at a test now, after these tries: each with its end, which may lie ahead or be none.
pub fn chance(tries: &[(AttemptId, Option<Moment>)], rules: Rules, now: Moment) -> Chance {
    if let Some((id, _)) = tries.iter().find(|(_, end)| end.is_none_or(|end| end > now)) {
        return Chance::Open(*id);
    }
    if rules.limit.is_some_and(|limit| tries.len() >= limit as usize) {
        return Chance::NoneLeft;
    }
    let free = tries.iter().filter_map(|(_, end)| *end).max().map(|end| end.plus(rules.wait));
    free.filter(|free| *free > now).map_or(Chance::Free, Chance::Wait)
}

/// A sitting to begin.
pub struct NewAttempt {
    /// Minted with the form that begins it: the same form sent twice begins one attempt.
    pub id: AttemptId,
    /// The test's slug.
    pub test: String,
    /// The version's hash.
    pub version: String,
    /// What was drawn.
    pub drawn: Vec<Presented>,
    /// How long it lasts, if there is a limit.
    pub lasts: Option<Duration>,
    /// How often the test may be taken.
    pub rules: Rules,
}

/// What came of beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// This attempt is open: a new one, or the one that was open already.
    Open(AttemptId),
    /// Every try is used.
    NoneLeft,
    /// Not before this moment.
    Wait(Moment),
}

/// Begins a sitting, or goes back to the one that is open.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn begin(store: &Store, may: MayProgress, new: NewAttempt) -> Result<Begun> {
    store.write(move |write| Box::pin(insert(write, may.of(), new))).await
}

async fn insert(write: &Write, enrolment: EnrolmentId, new: NewAttempt) -> Result<Begun> {
    let earlier = earlier(write, enrolment, &new.test).await?;
    if earlier.iter().any(|(id, _)| *id == new.id) {
        return Ok(Begun::Open(new.id));
    }
    match chance(&earlier, new.rules, write.now) {
        Chance::Free => {}
        Chance::Open(id) => return Ok(Begun::Open(id)),
        Chance::NoneLeft => return Ok(Begun::NoneLeft),
        Chance::Wait(until) => return Ok(Begun::Wait(until)),
    }
    // An id that stands for someone else's sitting is not theirs to give: this one gets its own.
    let taken = attempt::Entity::find_by_id(new.id).count(&write.db).await? > 0;
    let id = if taken { AttemptId(fresh()) } else { new.id };
    let stamp = write.stamp().await?;
    let row = attempt::ActiveModel {
        id: Set(id),
        enrolment: Set(enrolment),
        test: Set(new.test),
        version: Set(new.version),
        drawn: Set(serde_json::to_value(new.drawn)?),
        started: Set(write.now),
        deadline: Set(new.lasts.map(|lasts| write.now.plus(lasts))),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    attempt::Entity::insert(row).exec_without_returning(&write.db).await?;
    Ok(Begun::Open(id))
}

/// The attempts at a test so far, each with its end: the submission, which is past whatever the clock says, or else the deadline.
async fn earlier(write: &Write, enrolment: EnrolmentId, test: &str) -> Result<Vec<(AttemptId, Option<Moment>)>> {
    let tries = attempt::Entity::find()
        .find_also_related(submission::Entity)
        .filter(attempt::COLUMN.enrolment.eq(enrolment))
        .filter(attempt::COLUMN.test.eq(test));
    let order = [attempt::Column::Counter, attempt::Column::Origin];
    let rows = stamp::in_order(tries, order, Order::Asc).all(&write.db).await?;
    Ok(rows.into_iter().map(|(row, end)| (row.id, end.map(|end| end.at.min(write.now)).or(row.deadline))).collect())
}
