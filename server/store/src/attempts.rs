//! Sittings of tests. The attempt, what was drawn for it and its deadline are kept before the first question is shown; every
//! arrival of an answer is kept; a submission, the person's or the clock's, ends it. Which answers count is a question for
//! `assessment::current`; what they are worth is derived, never stored.

use std::collections::BTreeMap;

use assessment::{Answer, Presented};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use time::Duration;

use crate::entity::{answer, attempt, enrolment, submission};
use crate::policy::{MayAnswer, MayProgress};
use crate::{AnswerId, AttemptId, EnrolmentId, Moment, PersonId, Result, Store, Write, fresh};

/// A sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// The attempt.
    pub id: AttemptId,
    /// Within which enrolment.
    pub enrolment: EnrolmentId,
    /// Whose.
    pub person: PersonId,
    /// Of which course.
    pub course: String,
    /// Of which test of it.
    pub test: String,
    /// Of which version of the course: its questions and keys are that version's for ever.
    pub version: String,
    /// The questions, in their order, and the order of their options.
    pub drawn: Vec<Presented>,
    /// When it began.
    pub started: Moment,
    /// When the server's clock ends it.
    pub deadline: Option<Moment>,
    /// When and by whom it was ended.
    pub submitted: Option<Submitted>,
    /// Its place in the order of events.
    pub counter: i64,
}

/// The end of a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// When.
    pub at: Moment,
    /// The time was up; nobody pressed the button.
    pub by_clock: bool,
}

impl Attempt {
    /// Answers still count.
    #[must_use]
    pub fn is_open(&self, now: Moment) -> bool {
        self.ended(now).is_none()
    }

    /// How it ended, also in the moment between the deadline and the clock's own submission.
    #[must_use]
    pub fn ended(&self, now: Moment) -> Option<Submitted> {
        let by_clock = |at: Moment| (at <= now).then_some(Submitted { at, by_clock: true });
        self.submitted.or_else(|| self.deadline.and_then(by_clock))
    }
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
    /// How many there may be, if there is a limit.
    pub limit: Option<u32>,
    /// How long after the end of the last one.
    pub wait: Duration,
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
    if let Some((id, _)) = earlier.iter().find(|(id, end)| *id == new.id || end.is_none_or(|end| end > write.now)) {
        return Ok(Begun::Open(*id));
    }
    if new.limit.is_some_and(|limit| earlier.len() >= limit as usize) {
        return Ok(Begun::NoneLeft);
    }
    let free = earlier.iter().filter_map(|(_, end)| *end).max().map(|end| end.plus(new.wait));
    if let Some(free) = free.filter(|free| *free > write.now) {
        return Ok(Begun::Wait(free));
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

/// The attempts at a test so far, each with its end: the submission or else the deadline.
async fn earlier(write: &Write, enrolment: EnrolmentId, test: &str) -> Result<Vec<(AttemptId, Option<Moment>)>> {
    let rows = attempt::Entity::find()
        .find_also_related(submission::Entity)
        .filter(attempt::COLUMN.enrolment.eq(enrolment))
        .filter(attempt::COLUMN.test.eq(test))
        .order_by_asc(attempt::COLUMN.counter)
        .all(&write.db)
        .await?;
    Ok(rows.into_iter().map(|(row, end)| (row.id, end.map(|end| end.at).or(row.deadline))).collect())
}

/// A sitting by its id, whoever's it is: `policy` says who may go on with it.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn find(store: &Store, id: AttemptId) -> Result<Option<Attempt>> {
    let row = attempt::Entity::find_by_id(id).find_also_related(enrolment::Entity).one(store.reader()).await?;
    let Some((row, Some(enrolment))) = row else { return Ok(None) };
    let end = submission::Entity::find_by_id(id).one(store.reader()).await?;
    Ok(Some(whole(row, &enrolment, end)?))
}

/// The sittings of a test within an enrolment, in the order of events.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn of_test(store: &Store, of: &crate::learning::Enrolment, test: &str) -> Result<Vec<Attempt>> {
    let rows = attempt::Entity::find()
        .find_also_related(submission::Entity)
        .filter(attempt::COLUMN.enrolment.eq(of.id))
        .filter(attempt::COLUMN.test.eq(test))
        .order_by_asc(attempt::COLUMN.counter)
        .all(store.reader())
        .await?;
    rows.into_iter().map(|(row, end)| joined(row, of.person, of.course.clone(), end)).collect()
}

pub(crate) fn whole(row: attempt::Model, of: &enrolment::Model, end: Option<submission::Model>) -> Result<Attempt> {
    joined(row, of.person, of.course.clone(), end)
}

fn joined(row: attempt::Model, person: PersonId, course: String, end: Option<submission::Model>) -> Result<Attempt> {
    Ok(Attempt {
        id: row.id,
        enrolment: row.enrolment,
        person,
        course,
        test: row.test,
        version: row.version,
        drawn: serde_json::from_value(row.drawn)?,
        started: row.started,
        deadline: row.deadline,
        submitted: end.map(|end| Submitted { at: end.at, by_clock: end.by_clock }),
        counter: row.counter,
    })
}

/// An answer on its way in.
#[derive(Clone, Debug)]
pub struct NewAnswer {
    /// Minted in the page.
    pub id: AnswerId,
    /// The question's id.
    pub question: String,
    /// The tab it was given in.
    pub tab: String,
    /// Its number within the tab.
    pub seq: i64,
    /// What was given, by the options' places in the source.
    pub given: Answer,
}

/// An answer that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrived {
    /// The question's id.
    pub question: String,
    /// The tab it was given in.
    pub tab: String,
    /// Its number within the tab.
    pub seq: i64,
    /// It came after the end: kept, and not counted.
    pub late: bool,
    /// What was given.
    pub given: Answer,
    /// When it came.
    pub at: Moment,
}

/// What became of an answer. In every case it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// In time.
    Counted,
    /// After the end: kept, and not counted.
    Late,
}

/// Keeps answers, durably, and says of each whether it came in time. The same answer sent twice is one row; the same id with
/// another answer, as a browser's back button can send it, is a new arrival.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn answer(store: &Store, may: MayAnswer, new: Vec<NewAnswer>) -> Result<Vec<Receipt>> {
    store
        .write(move |write| {
            Box::pin(async move {
                let ended = has_ended(write, may.of()).await?;
                let mut receipts = Vec::with_capacity(new.len());
                for one in new {
                    receipts.push(keep(write, may.of(), ended, one).await?);
                }
                Ok(receipts)
            })
        })
        .await
}

async fn has_ended(write: &Write, id: AttemptId) -> Result<bool> {
    let sql = "SELECT a.deadline, s.at FROM attempt a LEFT JOIN submission s ON s.attempt = a.id WHERE a.id = $1";
    let statement = Statement::from_sql_and_values(write.db.get_database_backend(), sql, [id.0.into()]);
    let Some(row) = write.db.query_one_raw(statement).await? else { return Ok(true) };
    let (deadline, end): (Option<i64>, Option<i64>) = (row.try_get("", "deadline")?, row.try_get("", "at")?);
    Ok(end.is_some() || deadline.is_some_and(|deadline| Moment(deadline) <= write.now))
}

async fn keep(write: &Write, attempt: AttemptId, late: bool, new: NewAnswer) -> Result<Receipt> {
    let given = serde_json::to_value(&new.given)?;
    let same_id = answer::Entity::find_by_id(new.id).one(&write.db).await?;
    let mut id = new.id;
    if let Some(row) = same_id {
        let same = row.attempt == attempt && row.question == new.question && row.given == given;
        if same && !overtaken(write, &row).await? {
            return Ok(if row.late { Receipt::Late } else { Receipt::Counted });
        }
        id = AnswerId(fresh());
    }
    let stamp = write.stamp().await?;
    let row = answer::ActiveModel {
        id: Set(id),
        attempt: Set(attempt),
        question: Set(new.question),
        tab: Set(new.tab),
        seq: Set(new.seq),
        given: Set(given),
        late: Set(late),
        at: Set(write.now),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    answer::Entity::insert(row).exec_without_returning(&write.db).await?;
    Ok(if late { Receipt::Late } else { Receipt::Counted })
}

/// Something else was said after this: the same answer once more takes that back, and is no repetition.
async fn overtaken(write: &Write, row: &answer::Model) -> Result<bool> {
    let later = answer::Entity::find()
        .filter(answer::COLUMN.attempt.eq(row.attempt))
        .filter(answer::COLUMN.question.eq(&row.question))
        .filter(answer::COLUMN.counter.gt(row.counter));
    Ok(later.count(&write.db).await? > 0)
}

/// Every answer of these attempts, in the order in which they arrived.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn arrived(store: &Store, attempts: &[AttemptId]) -> Result<BTreeMap<AttemptId, Vec<Arrived>>> {
    let rows = answer::Entity::find()
        .filter(answer::COLUMN.attempt.is_in(attempts.iter().copied()))
        .order_by_asc(answer::COLUMN.counter)
        .order_by_asc(answer::COLUMN.origin)
        .all(store.reader())
        .await?;
    let mut all: BTreeMap<AttemptId, Vec<Arrived>> = BTreeMap::new();
    for row in rows {
        let given = serde_json::from_value(row.given)?;
        let one = Arrived { question: row.question, tab: row.tab, seq: row.seq, late: row.late, given, at: row.at };
        all.entry(row.attempt).or_default().push(one);
    }
    Ok(all)
}

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
