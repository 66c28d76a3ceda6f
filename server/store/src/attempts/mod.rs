//! Sittings of tests. The attempt, what was drawn for it and its deadline are kept before the first question is shown; every
//! arrival of an answer is kept; a submission, the person's or the clock's, ends it. Which answers count is a question for
//! `assessment::current`; what they are worth is derived, never stored.

mod answers;
mod begin;
mod end;

use assessment::Presented;
use sea_orm::{ColumnTrait, EntityTrait, Order, QueryFilter};

pub use self::answers::{Arrived, NewAnswer, Receipt, TooMany, answer, arrived};
pub use self::begin::{Begun, Chance, NewAttempt, Rules, begin, chance};
pub use self::end::{submit, submit_overdue};
use crate::entity::{attempt, enrolment, submission};
use crate::{AttemptId, EnrolmentId, Moment, PersonId, Result, Store, stamp};

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

    /// The submission or else the deadline, which may lie ahead. A submission is past, also where the clock was set back since.
    #[must_use]
    pub fn end(&self, now: Moment) -> Option<Moment> {
        self.submitted.map(|end| end.at.min(now)).or(self.deadline)
    }

    /// How it ended, also in the moment between the deadline and the clock's own submission.
    #[must_use]
    pub fn ended(&self, now: Moment) -> Option<Submitted> {
        let by_clock = |at: Moment| (at <= now).then_some(Submitted { at, by_clock: true });
        self.submitted.or_else(|| self.deadline.and_then(by_clock))
    }
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
    let tries = attempt::Entity::find()
        .find_also_related(submission::Entity)
        .filter(attempt::COLUMN.enrolment.eq(of.id))
        .filter(attempt::COLUMN.test.eq(test));
    let order = [attempt::Column::Counter, attempt::Column::Origin];
    let rows = stamp::in_order(tries, order, Order::Asc).all(store.reader()).await?;
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
