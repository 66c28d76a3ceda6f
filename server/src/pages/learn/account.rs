//! One's own account.

use app::pages::learn::AccountPage;
use app::parts::Mistake;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use store::names::LoginName;
use store::policy::Who;
use store::throttle::{self, Turn};
use store::{certificates, people};

use crate::countries::{chooser, name};
use crate::pages::onward;
use crate::pages::visit::sign_in::wait;
use crate::pages::visit::sign_up::password_mistake;
use crate::password;
use crate::serve::address;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;

/// What was done just now.
#[derive(serde::Deserialize)]
pub(crate) struct Done {
    done: Option<String>,
}

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Query(done): Query<Done>,
) -> Result<Response, Fault> {
    let changed = done.done.as_deref() == Some("password");
    draw(&haven, &visit, changed, Vec::new(), StatusCode::OK).await
}

pub(crate) async fn change_password(
    State(haven): State<Haven>,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let token = visit.token.as_ref().ok_or(Fault::SignIn)?;
    let mistakes = mistakes(&haven, &visit, who, &fields).await?;
    if !mistakes.is_empty() {
        return draw(&haven, &visit, false, mistakes, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let hash = haven.passwords.hash(fields.one("new-password").to_owned()).await?;
    let may = who.may_change_account().ok_or(Fault::Forbidden)?;
    people::set_password(&haven.store, may, hash, token).await?;
    Ok(onward(&format!("{}?done=password", visit.to().page("account"))))
}

/// The password now is guessed no faster here than at the door.
async fn mistakes(haven: &Haven, visit: &Visit, who: &Who, fields: &Fields) -> Result<Vec<Mistake>, Fault> {
    if let Some(mistake) = password_mistake(visit, "new-password", fields.one("new-password"), who.login()) {
        return Ok(vec![mistake]);
    }
    let login = LoginName::parse(who.login()).map_err(|_| Fault::BadRequest)?;
    if let Turn::Wait(until) = throttle::take_turn(&haven.store, &login, visit.address).await? {
        return Ok(vec![Mistake { field: "password".into(), message: wait(haven, visit, until).1 }]);
    }
    let hash = people::by_login(&haven.store, &login).await?.map(|one| one.password);
    // The form sent twice: the first has set the new password already.
    let again = || haven.passwords.verify(fields.one("new-password").to_owned(), hash.clone());
    if haven.passwords.verify(fields.one("password").to_owned(), hash.clone()).await? || again().await? {
        throttle::forgive(&haven.store, &login, visit.address).await?;
        return Ok(Vec::new());
    }
    Ok(vec![Mistake { field: "password".into(), message: visit.words.text("password-wrong") }])
}

async fn draw(
    haven: &Haven,
    visit: &Visit,
    changed: bool,
    mistakes: Vec<Mistake>,
    status: StatusCode,
) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let issued = certificates::of_person(&haven.store, who.person()).await?;
    let certificates = issued
        .into_iter()
        .map(|one| {
            (
                one.facts["course_title"].as_str().unwrap_or_default().to_owned(),
                one.number.clone(),
                address::verify(&one.number),
            )
        })
        .collect();
    let page = AccountPage {
        action: visit.to().page("account"),
        login: who.login().to_owned(),
        tokens: visit.to().page("account/tokens"),
        changed,
        mistakes,
        shortest: password::SHORTEST,
        country: (visit.country.map(|code| name(&visit.words, code)), chooser(visit, &visit.to().page("account"))),
        certificates,
    };
    Ok(Page::new(visit.words.text("account-title")).status(status).draw(visit, || page.view()))
}
