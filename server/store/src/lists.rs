//! The tables that instructors, coordinators and administrators read, a page at a time, with two queries at most.

use std::collections::BTreeMap;

use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};

use crate::attempts::{Attempt, whole};
use crate::entity::{attempt, enrolment, person, role, submission};
use crate::names::Role;
use crate::policy::{MaySeeEnrolments, MaySeePeople, MaySeeResults};
use crate::{Moment, PersonId, Result, Store, stamp};

/// Rows on a page.
pub const PAGE: u64 = 50;

/// How many rows stand before a page. No table has a million pages; a number past that is somebody's joke.
pub(crate) fn before(page: u64) -> u64 {
    page.min(1_000_000) * PAGE
}

/// A finished attempt and whose it is.
pub struct ResultRow {
    /// The login name.
    pub login: String,
    /// The attempt.
    pub attempt: Attempt,
}

/// Finished attempts of everyone, the last submitted first; one more than a page if there are more.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn results(store: &Store, _may: MaySeeResults, page: u64) -> Result<Vec<ResultRow>> {
    let ends = submission::Entity::find().find_also_related(attempt::Entity);
    let order = [submission::Column::Counter, submission::Column::Origin];
    let ends =
        stamp::in_order(ends, order, Order::Desc).offset(before(page)).limit(PAGE + 1).all(store.reader()).await?;
    let enrolments: Vec<_> = ends.iter().filter_map(|(_, attempt)| Some(attempt.as_ref()?.enrolment)).collect();
    let people: BTreeMap<_, _> = enrolment::Entity::find()
        .find_also_related(person::Entity)
        .filter(enrolment::COLUMN.id.is_in(enrolments))
        .all(store.reader())
        .await?
        .into_iter()
        .map(|(enrolment, person)| (enrolment.id, (enrolment, person)))
        .collect();
    let mut rows = Vec::with_capacity(ends.len());
    for (end, attempt) in ends {
        let Some(attempt) = attempt else { continue };
        let Some((enrolment, Some(person))) = people.get(&attempt.enrolment) else { continue };
        rows.push(ResultRow { login: person.login.clone(), attempt: whole(attempt, enrolment, Some(end))? });
    }
    Ok(rows)
}

/// How many attempts are finished.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn count_results(store: &Store, _may: MaySeeResults) -> Result<u64> {
    Ok(submission::Entity::find().count(store.reader()).await?)
}

/// An enrolment and how far it is.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct EnrolmentRow {
    /// The login name.
    pub login: String,
    /// The course's slug.
    pub course: String,
    /// The version it began with.
    pub version: String,
    /// Since when.
    pub at: Moment,
    /// How many lessons are done.
    pub lessons: i64,
    /// How many tests are submitted.
    pub tests: i64,
    /// How many certificates are valid.
    pub certificates: i64,
}

const ENROLMENTS: &str = "
    SELECT p.login, e.course, e.version, e.at,
           (SELECT COUNT(DISTINCT c.lesson) FROM lesson_completion c WHERE c.enrolment = e.id) AS lessons,
           (SELECT COUNT(DISTINCT a.test) FROM attempt a JOIN submission s ON s.attempt = a.id
             WHERE a.enrolment = e.id) AS tests,
           (SELECT COUNT(*) FROM certificate c LEFT JOIN revocation r ON r.certificate = c.number
             WHERE c.enrolment = e.id AND r.certificate IS NULL) AS certificates
      FROM enrolment e JOIN person p ON p.id = e.person
     ORDER BY e.counter DESC, e.origin DESC LIMIT $1 OFFSET $2";

/// Enrolments of everyone, the newest first; one more than a page if there are more.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn enrolments(store: &Store, _may: MaySeeEnrolments, page: u64) -> Result<Vec<EnrolmentRow>> {
    let offset = i64::try_from(before(page)).unwrap_or(i64::MAX);
    let values = [(PAGE as i64 + 1).into(), offset.into()];
    let statement = Statement::from_sql_and_values(store.reader().get_database_backend(), ENROLMENTS, values);
    Ok(EnrolmentRow::find_by_statement(statement).all(store.reader()).await?)
}

/// How many enrolments there are.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn count_enrolments(store: &Store, _may: MaySeeEnrolments) -> Result<u64> {
    Ok(enrolment::Entity::find().count(store.reader()).await?)
}

/// A person and their roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// The login name.
    pub login: String,
    /// Since when.
    pub created: Moment,
    /// An e-mail address was given. Which one is nobody's business here.
    pub has_email: bool,
    /// What they may do beyond learning.
    pub roles: Vec<Role>,
}

/// Everyone, by login name; one more than a page if there are more.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn people(store: &Store, _may: MaySeePeople, page: u64) -> Result<Vec<PersonRow>> {
    let found = person::Entity::find()
        .order_by_asc(person::COLUMN.login_key)
        .offset(before(page))
        .limit(PAGE + 1)
        .all(store.reader())
        .await?;
    let ids: Vec<PersonId> = found.iter().map(|row| row.id).collect();
    let mut roles: BTreeMap<PersonId, Vec<Role>> = BTreeMap::new();
    for row in role::Entity::find().filter(role::COLUMN.person.is_in(ids)).all(store.reader()).await? {
        roles.entry(row.person).or_default().extend(row.role.parse::<Role>());
    }
    let row = |row: person::Model| PersonRow {
        login: row.login,
        created: row.created,
        has_email: row.email.is_some(),
        roles: roles.remove(&row.id).unwrap_or_default(),
    };
    Ok(found.into_iter().map(row).collect())
}
