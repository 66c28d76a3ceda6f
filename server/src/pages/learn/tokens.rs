//! One's access tokens: made, shown once, revoked.

use app::pages::learn::{TokenLine, TokensPage};
use app::parts::Mistake;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use store::names::Scope;
use store::tokens::{self, Refused};
use store::{TokenId, fresh};

use crate::pages::onward;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page};

/// The longest name of a token.
const LONGEST_NAME: usize = 60;

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit) -> Result<Response, Fault> {
    draw(&haven, &visit, None, &Fields::default(), Vec::new()).await
}

pub(crate) async fn make(State(haven): State<Haven>, visit: Visit, fields: Fields) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_manage_tokens().ok_or(Fault::Forbidden)?;
    let here = visit.to().page("account/tokens");
    if fields.has("revoke") {
        if let Ok(id) = fields.one("revoke").parse() {
            tokens::revoke(&haven.store, may, id).await?;
        }
        return Ok(onward(&here));
    }
    let name = fields.one("name").split_whitespace().collect::<Vec<_>>().join(" ");
    let scopes: Vec<Scope> = fields.all("scope").iter().filter_map(|word| Scope::of(word)).collect();
    let mut mistakes = mistakes(&visit, &name, &scopes);
    if mistakes.is_empty() {
        let id = fields.one("id").parse().unwrap_or_else(|_| TokenId(fresh()));
        match tokens::make(&haven.store, may, id, name, scopes).await? {
            Ok(text) => return draw(&haven, &visit, Some(text), &Fields::default(), Vec::new()).await,
            Err(Refused::Made) => {
                mistakes.push(Mistake { field: "name".into(), message: visit.words.text("token-made-twice") });
            }
            Err(Refused::TooMany) => {
                mistakes.push(Mistake { field: "name".into(), message: visit.words.text("token-too-many") });
            }
        }
    }
    draw(&haven, &visit, None, &fields, mistakes).await
}

fn mistakes(visit: &Visit, name: &str, scopes: &[Scope]) -> Vec<Mistake> {
    let unnamed = (name.is_empty() || name.chars().count() > LONGEST_NAME).then_some(("name", "token-name-missing"));
    let empty = scopes.is_empty().then_some(("scope", "token-scope-missing"));
    let found = unnamed.into_iter().chain(empty);
    found.map(|(field, id)| Mistake { field: field.into(), message: visit.words.text(id) }).collect()
}

async fn draw(
    haven: &Haven,
    visit: &Visit,
    made: Option<String>,
    fields: &Fields,
    mistakes: Vec<Mistake>,
) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let status = if mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let words = |scopes: &[Scope]| {
        let one = |scope: &Scope| visit.words.text(&format!("scope-{}", scope.as_str()));
        scopes.iter().map(one).collect::<Vec<_>>().join(" · ")
    };
    let line = |one: tokens::AccessToken| TokenLine {
        id: one.id.to_string(),
        scopes: words(&one.scopes),
        name: one.name,
        expires: view::date(&visit.words, one.expires.date()),
    };
    let ticked = |scope: Scope| (scope.as_str(), fields.all("scope").iter().any(|word| word == scope.as_str()));
    let page = TokensPage {
        action: visit.to().page("account/tokens"),
        tokens: tokens::of_person(&haven.store, who.person()).await?.into_iter().map(line).collect(),
        made,
        id: fresh().to_string(),
        name: fields.one("name").to_owned(),
        scopes: Scope::ALL.map(ticked).to_vec(),
        days: tokens::LIFETIME.whole_days(),
        mistakes,
    };
    Ok(Page::new(visit.words.text("tokens-title")).status(status).draw(visit, || page.view()))
}
