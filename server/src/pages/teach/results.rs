//! The finished sittings of everyone.

use app::pages::Cell;
use app::parts::Way;
use axum::extract::{Query, State};
use axum::response::Response;
use store::lists;

use crate::grading::{self, Sitting};
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
    let graded = grading::sittings(&haven, attempts).await?;
    let rows = logins.into_iter().zip(&graded).map(|(login, one)| row(&haven, &visit, login, one)).collect();
    let surveys = Way { text: visit.words.text("surveys-title"), href: visit.to().surveys() };
    Ok(listing::draw(&visit, "results", &HEADS, &query, (rows, more), Some(surveys)))
}

fn row(haven: &Haven, visit: &Visit, login: String, one: &Sitting) -> Vec<Cell> {
    let language = walk::language(visit);
    let total = one.total();
    let end = one.attempt.ended(haven.store.now());
    let (earned, of) = (view::points(total.earned), view::points(total.of));
    let points = visit.words.text_with("points-of", &[("earned", earned.into()), ("of", of.into())]);
    let course = one.course.edition(&language).title.clone();
    let texts = [login, course, one.title(&language), outcome(haven, visit, one), points];
    let at = end.map(|end| Cell::When(view::when(&visit.words, end.at)));
    texts.map(Cell::from).into_iter().chain(at).collect()
}
