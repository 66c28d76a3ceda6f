//! Choosing a country: kept with the account of whoever is signed in, and else in a cookie of this browser. It is never guessed.

use app::pages::visit::CountryPage;
use app::parts::Mistake;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use course::CountryCode;
use store::people;

use super::sign_in::Next;
use crate::pages::onward;
use crate::serve::cookie;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;

pub(crate) async fn form(State(haven): State<Haven>, visit: Visit, Query(next): Query<Next>) -> Response {
    draw(&haven, &visit, next.local(), Vec::new(), StatusCode::OK)
}

pub(crate) async fn choose(State(haven): State<Haven>, visit: Visit, fields: Fields) -> Result<Response, Fault> {
    let next = Next::from(fields.one("next")).local();
    let country = match read(&visit, &fields) {
        Ok(country) => country,
        Err(mistake) => return Ok(draw(&haven, &visit, next, vec![mistake], StatusCode::UNPROCESSABLE_ENTITY)),
    };
    let on = onward(&if next.is_empty() { visit.to().page("help") } else { next });
    let Some(who) = &visit.who else { return Ok((cookie::with_country(&haven, country), on).into_response()) };
    let may = who.may_change_account().ok_or(Fault::Forbidden)?;
    people::set_country(&haven.store, may, country).await?;
    Ok(on)
}

/// The country that a form says; none where it says none.
pub(super) fn read(visit: &Visit, fields: &Fields) -> Result<Option<CountryCode>, Mistake> {
    let wrong = || Mistake { field: "country".into(), message: visit.words.text("country-wrong") };
    match fields.one("country") {
        "" => Ok(None),
        code => CountryCode::parse(code).map(Some).map_err(|_| wrong()),
    }
}

fn draw(haven: &Haven, visit: &Visit, next: String, mistakes: Vec<Mistake>, status: StatusCode) -> Response {
    let page = CountryPage {
        action: visit.to().page("country"),
        next,
        choice: haven.countries.choice(&visit.words, visit.country),
        signed_in: visit.who.is_some(),
        mistakes,
    };
    Page::new(visit.words.text("country-title")).status(status).draw(visit, || page.view())
}
