//! The finished sittings of everyone.

use app::pages::Cell;
use app::parts::Way;
use axum::extract::{Query, State};
use axum::response::Response;
use store::attempts::Attempt;
use store::lists;

use crate::grading::{self, Sitting};
use crate::library::Lost;
use crate::pages::listing;
use crate::paging::{PageQuery, cut};
use crate::said::outcome;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;
use crate::walk;

const HEADS: [&str; 6] = ["login", "course", "test", "outcome", "points", "submitted"];

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Query(query): Query<PageQuery>,
) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_see_results().ok_or(Fault::Forbidden)?;
    let (rows, more) = cut(lists::results(&haven.store, may, query.page).await?);
    let (logins, attempts): (Vec<_>, Vec<_>) = rows.into_iter().map(|row| (row.login, row.attempt)).unzip();
    let graded = grading::each_sitting(&haven, attempts).await?;
    let row = |(login, one): (String, &Result<Sitting, (Attempt, Lost)>)| match one {
        Ok(sitting) => row(&haven, &visit, login, sitting),
        Err((attempt, _)) => lost(&haven, &visit, login, attempt),
    };
    let rows = logins.into_iter().zip(&graded).map(row).collect();
    let surveys = Way { text: visit.words.text("surveys-title"), href: visit.to().surveys() };
    Ok(listing::draw(&visit, "results", &HEADS, &query, (rows, more), Some(surveys)))
}

fn row(haven: &Haven, visit: &Visit, login: String, one: &Sitting) -> Vec<Cell> {
    let language = walk::language(visit);
    let total = one.total();
    let (earned, of) = (view::points(total.earned), view::points(total.of));
    let points = visit.words.text_with("points-of", &[("earned", earned.into()), ("of", of.into())]);
    let course = one.course.edition(&language).title.clone();
    let texts = [login, course, one.title(&language), outcome(haven, visit, one), points];
    texts.map(Cell::from).into_iter().chain(submitted(haven, visit, &one.attempt)).collect()
}

/// A sitting whose course cannot be read: who, which and when are known all the same.
fn lost(haven: &Haven, visit: &Visit, login: String, one: &Attempt) -> Vec<Cell> {
    let texts = [login, one.course.clone(), one.test.clone(), visit.words.text("lost"), String::new()];
    texts.map(Cell::from).into_iter().chain(submitted(haven, visit, one)).collect()
}

fn submitted(haven: &Haven, visit: &Visit, one: &Attempt) -> Option<Cell> {
    one.ended(haven.store.now()).map(|end| Cell::When(view::when(&visit.words, end.at)))
}
