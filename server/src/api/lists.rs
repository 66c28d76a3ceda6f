//! What instructors, coordinators and administrators read, a page at a time.

use axum::Json;
use axum::extract::{Query, State};
use serde::Serialize;
use store::attempts::Attempt;
use store::lists;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Problem;
use crate::grading::{self, Sitting};
use crate::paging::{PageQuery, cut};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;

/// A page of a list.
#[derive(Serialize, ToSchema)]
pub(crate) struct Listing<T> {
    rows: Vec<T>,
    /// There is a next page.
    more: bool,
}

/// A finished sitting.
#[derive(Serialize, ToSchema)]
pub(crate) struct ResultRow {
    attempt: Uuid,
    login: String,
    course: String,
    test: String,
    /// Exact points: "7", "1/2", "2 1/3". None where the version of the course that it was drawn from cannot be read.
    earned: Option<String>,
    of: Option<String>,
    /// Rounded down.
    percent: Option<u32>,
    /// None where the test is taken and not passed.
    passed: Option<bool>,
    /// RFC 3339.
    ended: Option<String>,
}

/// An enrolment and how far it is.
#[derive(Serialize, ToSchema)]
pub(crate) struct EnrolmentRow {
    login: String,
    course: String,
    /// RFC 3339.
    enrolled: String,
    lessons_done: i64,
    tests_submitted: i64,
    certificates: i64,
}

/// A person and their roles.
#[derive(Serialize, ToSchema)]
pub(crate) struct PersonRow {
    login: String,
    roles: Vec<&'static str>,
    /// RFC 3339.
    since: String,
    has_email: bool,
}

/// The finished sittings of everyone, the last submitted first.
#[utoipa::path(get, path = "/api/v1/results", operation_id = "listResults", tag = "reports",
    params(("page" = Option<u64>, Query)), security(("token" = ["report"]), ("session" = [])),
    responses((status = 200, body = Listing<ResultRow>), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn results(
    State(haven): State<Haven>,
    visit: Visit,
    Query(query): Query<PageQuery>,
) -> Result<Json<Listing<ResultRow>>, Fault> {
    let may = visit.signed_in()?.may_see_results().ok_or(Fault::Forbidden)?;
    let (rows, more) = cut(lists::results(&haven.store, may, query.page).await?);
    let (logins, attempts): (Vec<_>, Vec<_>) = rows.into_iter().map(|row| (row.login, row.attempt)).unzip();
    let sittings = grading::each_sitting(&haven, attempts).await?;
    let rows = logins.into_iter().zip(&sittings).map(|(login, one)| match one {
        Ok(sitting) => result(&haven, login, sitting),
        Err((attempt, _)) => lost(&haven, login, attempt),
    });
    let rows = rows.collect();
    Ok(Json(Listing { rows, more }))
}

fn result(haven: &Haven, login: String, one: &Sitting) -> ResultRow {
    let total = one.total();
    ResultRow {
        attempt: one.attempt.id.0,
        login,
        course: one.attempt.course.clone(),
        test: one.attempt.test.clone(),
        earned: Some(view::points(total.earned)),
        of: Some(view::points(total.of)),
        percent: Some(grading::percent(total)),
        passed: one.passed(),
        ended: ended(haven, &one.attempt),
    }
}

fn lost(haven: &Haven, login: String, one: &Attempt) -> ResultRow {
    ResultRow {
        attempt: one.id.0,
        login,
        course: one.course.clone(),
        test: one.test.clone(),
        earned: None,
        of: None,
        percent: None,
        passed: None,
        ended: ended(haven, one),
    }
}

fn ended(haven: &Haven, one: &Attempt) -> Option<String> {
    one.ended(haven.store.now()).map(|end| end.at.rfc3339())
}

/// The enrolments of everyone, the newest first.
#[utoipa::path(get, path = "/api/v1/enrolments", operation_id = "listEnrolments", tag = "reports",
    params(("page" = Option<u64>, Query)), security(("token" = ["report"]), ("session" = [])),
    responses((status = 200, body = Listing<EnrolmentRow>), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn enrolments(
    State(haven): State<Haven>,
    visit: Visit,
    Query(query): Query<PageQuery>,
) -> Result<Json<Listing<EnrolmentRow>>, Fault> {
    let may = visit.signed_in()?.may_see_enrolments().ok_or(Fault::Forbidden)?;
    let (rows, more) = cut(lists::enrolments(&haven.store, may, query.page).await?);
    let row = |row: lists::EnrolmentRow| EnrolmentRow {
        login: row.login,
        course: row.course,
        enrolled: row.at.rfc3339(),
        lessons_done: row.lessons,
        tests_submitted: row.tests,
        certificates: row.certificates,
    };
    Ok(Json(Listing { rows: rows.into_iter().map(row).collect(), more }))
}

/// Everyone with an account, by login name.
#[utoipa::path(get, path = "/api/v1/people", operation_id = "listPeople", tag = "reports",
    params(("page" = Option<u64>, Query)), security(("token" = ["report"]), ("session" = [])),
    responses((status = 200, body = Listing<PersonRow>), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn people(
    State(haven): State<Haven>,
    visit: Visit,
    Query(query): Query<PageQuery>,
) -> Result<Json<Listing<PersonRow>>, Fault> {
    let may = visit.signed_in()?.may_see_people().ok_or(Fault::Forbidden)?;
    let (rows, more) = cut(lists::people(&haven.store, may, query.page).await?);
    let row = |row: lists::PersonRow| PersonRow {
        login: row.login,
        roles: row.roles.iter().map(|role| role.as_str()).collect(),
        since: row.created.rfc3339(),
        has_email: row.has_email,
    };
    Ok(Json(Listing { rows: rows.into_iter().map(row).collect(), more }))
}
