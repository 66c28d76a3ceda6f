//! Enrolments and completed lessons.

use std::collections::BTreeSet;

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, Statement};

use crate::entity::{enrolment, lesson_completion};
use crate::policy::{MayLearn, MayProgress};
use crate::{EnrolmentId, Moment, PersonId, Result, Store, Write, fresh};

/// A person's enrolment in a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enrolment {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Whose.
    pub person: PersonId,
    /// The course's slug.
    pub course: String,
    /// The version it began with.
    pub version: String,
}

/// An enrolment and the steps of it that are done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Whose, in what.
    pub enrolment: Enrolment,
    /// Ids of completed lessons.
    pub lessons: BTreeSet<String>,
    /// Tests with a submission.
    pub tests: BTreeSet<String>,
}

/// Enrols a person, once: a second time returns the first enrolment.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn enrol(store: &Store, may: MayLearn, course: String, version: String) -> Result<Enrolment> {
    store.write(move |write| Box::pin(insert(write, may.of(), course, version))).await
}

async fn insert(write: &Write, person: PersonId, course: String, version: String) -> Result<Enrolment> {
    let mine = enrolment::Entity::find()
        .filter(enrolment::COLUMN.person.eq(person))
        .filter(enrolment::COLUMN.course.eq(&course))
        .one(&write.db)
        .await?;
    if let Some(row) = mine {
        return Ok(Enrolment { id: row.id, person, course, version: row.version });
    }
    let stamp = write.stamp().await?;
    let id = EnrolmentId(fresh());
    let row = enrolment::ActiveModel {
        id: Set(id),
        person: Set(person),
        course: Set(course.clone()),
        version: Set(version.clone()),
        at: Set(write.now),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    enrolment::Entity::insert(row).exec_without_returning(&write.db).await?;
    Ok(Enrolment { id, person, course, version })
}

/// Marks a lesson as done, once.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn complete(store: &Store, may: MayProgress, lesson: String) -> Result<()> {
    store.write(move |write| Box::pin(insert_completion(write, may.of(), lesson))).await
}

async fn insert_completion(write: &Write, enrolment: EnrolmentId, lesson: String) -> Result<()> {
    let done = lesson_completion::Entity::find()
        .filter(lesson_completion::COLUMN.enrolment.eq(enrolment))
        .filter(lesson_completion::COLUMN.lesson.eq(&lesson))
        .one(&write.db)
        .await?;
    if done.is_some() {
        return Ok(());
    }
    let stamp = write.stamp().await?;
    let row = lesson_completion::ActiveModel {
        id: Set(fresh()),
        enrolment: Set(enrolment),
        lesson: Set(lesson),
        at: Set(write.now),
        origin: Set(stamp.origin),
        counter: Set(stamp.counter),
    };
    lesson_completion::Entity::insert(row).exec_without_returning(&write.db).await?;
    Ok(())
}

/// An enrolment with nothing, one lesson or one test done: what the one query of [`progress`] returns.
#[derive(FromQueryResult)]
struct Done {
    id: EnrolmentId,
    course: String,
    version: String,
    lesson: Option<String>,
    test: Option<String>,
}

/// In the order of events, as `stamp::in_order` has it: by counter, then origin; the rows of one enrolment stand together.
const DONE: &str = "
    SELECT e.id, e.course, e.version, e.counter, e.origin, NULL AS lesson, NULL AS test
      FROM enrolment e WHERE e.person = $1 AND ($2 IS NULL OR e.course = $2)
    UNION ALL
    SELECT e.id, e.course, e.version, e.counter, e.origin, c.lesson, NULL
      FROM enrolment e JOIN lesson_completion c ON c.enrolment = e.id
     WHERE e.person = $1 AND ($2 IS NULL OR e.course = $2)
    UNION ALL
    SELECT e.id, e.course, e.version, e.counter, e.origin, NULL, a.test
      FROM enrolment e JOIN attempt a ON a.enrolment = e.id JOIN submission s ON s.attempt = a.id
     WHERE e.person = $1 AND ($2 IS NULL OR e.course = $2)
    ORDER BY 4, 5, 1";

/// What a person has done in a course: one query. `None` if not enrolled.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn progress(store: &Store, person: PersonId, course: &str) -> Result<Option<Progress>> {
    Ok(done(store, person, Some(course)).await?.pop())
}

/// What a person has done in every course they are enrolled in, oldest enrolment first: one query.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn all_progress(store: &Store, person: PersonId) -> Result<Vec<Progress>> {
    done(store, person, None).await
}

/// When the last of the steps that someone has done was done, each counted when it was done first. `None` if nothing was.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn last_done(store: &Store, enrolment: EnrolmentId) -> Result<Option<Moment>> {
    let statement =
        Statement::from_sql_and_values(store.reader().get_database_backend(), LAST_DONE, [enrolment.0.into()]);
    let row = Last::find_by_statement(statement).one(store.reader()).await?;
    Ok(row.and_then(|row| row.at).map(Moment))
}

#[derive(FromQueryResult)]
struct Last {
    at: Option<i64>,
}

const LAST_DONE: &str = "
    SELECT MAX(at) AS at FROM (
      SELECT c.at FROM lesson_completion c WHERE c.enrolment = $1
      UNION ALL
      SELECT MIN(s.at) FROM attempt a JOIN submission s ON s.attempt = a.id WHERE a.enrolment = $1 GROUP BY a.test
    ) AS steps";

async fn done(store: &Store, person: PersonId, course: Option<&str>) -> Result<Vec<Progress>> {
    let values = [person.0.into(), course.map(str::to_owned).into()];
    let statement = Statement::from_sql_and_values(store.reader().get_database_backend(), DONE, values);
    let mut all: Vec<Progress> = Vec::new();
    for row in Done::find_by_statement(statement).all(store.reader()).await? {
        if all.last().is_none_or(|last| last.enrolment.id != row.id) {
            let enrolment = Enrolment { id: row.id, person, course: row.course, version: row.version };
            all.push(Progress { enrolment, lessons: BTreeSet::new(), tests: BTreeSet::new() });
        }
        let last = all.last_mut().expect("one was pushed above");
        last.lessons.extend(row.lesson);
        last.tests.extend(row.test);
    }
    Ok(all)
}
