//! Who there is, and with which roles.

use app::pages::Cell;
use axum::extract::{Query, State};
use axum::response::Response;
use store::lists::{self, PersonRow};

use crate::pages::listing;
use crate::paging::{PageQuery, cut};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;

const HEADS: [&str; 4] = ["login", "roles", "since", "email-given"];

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Query(query): Query<PageQuery>,
) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_see_people().ok_or(Fault::Forbidden)?;
    let (found, more) = cut(lists::people(&haven.store, may, query.page).await?);
    let rows = found.into_iter().map(|one| row(&visit, one)).collect();
    Ok(listing::draw(&visit, "people", &HEADS, &query, (rows, more), None))
}

fn row(visit: &Visit, one: PersonRow) -> Vec<Cell> {
    let roles: Vec<String> =
        one.roles.iter().map(|role| visit.words.text(&format!("role-{}", role.as_str()))).collect();
    let roles = if roles.is_empty() { visit.words.text("role-trainee") } else { roles.join(", ") };
    let email = visit.words.text(if one.has_email { "yes" } else { "no" });
    [one.login, roles, view::date(&visit.words, one.created.date()), email].map(Cell::from).into()
}
