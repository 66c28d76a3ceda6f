//! The finished sittings of everyone.

use app::pages::teach::ResultsPage;
use axum::extract::{Query, State};
use axum::response::Response;
use course::TestSlug;
use store::lists;

use crate::grading::{self, Graded};
use crate::pages::learn::test::outcome;
use crate::pages::{PageQuery, cut};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page};
use crate::walk;

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Query(query): Query<PageQuery>,
) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_see_results().ok_or(Fault::Forbidden)?;
    let (rows, more) = cut(lists::results(&haven.store, may, query.page).await?);
    let (logins, attempts): (Vec<_>, Vec<_>) = rows.into_iter().map(|row| (row.login, row.attempt)).unzip();
    let graded = grading::grade_all(&haven, attempts).await?;
    let rows = logins.into_iter().zip(&graded).map(|(login, one)| row(&haven, &visit, login, one)).collect();
    let page = ResultsPage { at: visit.to().page("results"), page: query.page, more, rows };
    Ok(Page::new(visit.words.text("results-title")).draw(&visit, || page.view()))
}

fn row(haven: &Haven, visit: &Visit, login: String, one: &Graded) -> Vec<String> {
    let edition = one.course.edition(&walk::language(visit));
    let test = TestSlug::parse(&one.attempt.test).ok().and_then(|test| edition.tests.get(&test));
    let total = one.total();
    let end = one.attempt.ended(haven.store.now());
    vec![
        login,
        edition.title.clone(),
        test.map(|page| page.title.clone()).unwrap_or_default(),
        outcome(haven, visit, one),
        format!("{} / {}", view::points(total.earned), view::points(total.of)),
        end.map(|end| view::date_time(&visit.words, end.at)).unwrap_or_default(),
    ]
}
