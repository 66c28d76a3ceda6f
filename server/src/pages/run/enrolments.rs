//! Who is enrolled in what, and how far they are.

use app::pages::Cell;
use axum::extract::{Query, State};
use axum::response::Response;
use course::Step;
use store::lists::{self, EnrolmentRow};

use crate::library::Lost;
use crate::pages::listing;
use crate::paging::{PageQuery, cut};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;
use crate::walk;

const HEADS: [&str; 6] = ["login", "course", "enrolled", "lessons", "tests", "certificate"];

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Query(query): Query<PageQuery>,
) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_see_enrolments().ok_or(Fault::Forbidden)?;
    let (found, more) = cut(lists::enrolments(&haven.store, may, query.page).await?);
    let mut rows = Vec::with_capacity(found.len());
    for one in found {
        rows.push(row(&haven, &visit, one).await?);
    }
    Ok(listing::draw(&visit, "enrolments", &HEADS, &query, (rows, more), None))
}

async fn row(haven: &Haven, visit: &Visit, one: EnrolmentRow) -> Result<Vec<Cell>, Fault> {
    let course = match haven.courses.of_enrolment(&haven.store, &one.course, &one.version).await {
        Ok(course) => course,
        Err(Lost::Unreadable { .. }) => return Ok(lost(visit, one)),
        Err(away) => return Err(away.into()),
    };
    let steps = course.steps();
    let lessons = steps.iter().filter(|step| matches!(step, Step::Lesson { .. })).count();
    let of = |done: i64, all: usize| visit.words.text_with("done-of", &[("done", done.into()), ("all", all.into())]);
    let cells = [
        one.login,
        course.edition(&walk::language(visit)).title.clone(),
        view::date(&visit.words, one.at.date()),
        of(one.lessons, lessons),
        of(one.tests, steps.len() - lessons),
        visit.words.text(if one.certificates > 0 { "yes" } else { "no" }),
    ];
    Ok(cells.map(Cell::from).into())
}

/// An enrolment in a version that cannot be read: who and when, and what is done, though not of how much.
fn lost(visit: &Visit, one: EnrolmentRow) -> Vec<Cell> {
    let course = visit.words.text_with("lost-course", &[("course", one.course.into())]);
    let cells = [
        one.login,
        course,
        view::date(&visit.words, one.at.date()),
        one.lessons.to_string(),
        one.tests.to_string(),
        visit.words.text(if one.certificates > 0 { "yes" } else { "no" }),
    ];
    cells.map(Cell::from).into()
}
