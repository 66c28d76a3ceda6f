//! Signing in and out. A try is counted before the password is looked at; a wrong name and a wrong password are told apart
//! neither in words nor in time.

use app::pages::visit::{DemoLine, SignInPage};
use app::parts::Mistake;
use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use store::names::LoginName;
use store::throttle::{self, Turn};
use store::{PersonId, people, sessions};

use crate::pages::onward;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::serve::{address, cookie};
use crate::state::Haven;
use crate::view::{Page, escape_query};

/// Where one goes after signing in or up.
#[derive(serde::Deserialize)]
pub(crate) struct Next {
    #[serde(default)]
    next: String,
}

impl Next {
    /// A path on this site, or nothing. The doors themselves are no place to be led back to.
    pub(crate) fn local(self) -> String {
        let path = self.next.split('?').next().unwrap_or_default();
        let is_door = ["/sign-in", "/sign-up"].iter().any(|door| path.ends_with(door));
        if address::is_local(&self.next) && !is_door { self.next } else { String::new() }
    }
}

impl From<&str> for Next {
    fn from(text: &str) -> Self {
        Self { next: text.to_owned() }
    }
}

pub(crate) async fn form(State(haven): State<Haven>, visit: Visit, Query(next): Query<Next>) -> Response {
    draw(&haven, &visit, &Entry { next: next.local(), ..Entry::default() }, Vec::new(), StatusCode::OK)
}

/// What stands in the form besides the password.
#[derive(Default)]
struct Entry {
    next: String,
    login: String,
    /// A form that was sent by someone who was signed out meanwhile: it is sent again once they are signed in.
    kept: Vec<(String, String)>,
}

/// Names this form's own fields, which are not sent on.
const OWN: [&str; 4] = ["next", "login", "password", KEPT];
/// Says that a kept form comes along.
const KEPT: &str = "kept";

impl Entry {
    fn of(fields: &Fields) -> Self {
        let kept = if fields.has(KEPT) { kept(fields) } else { Vec::new() };
        Self { next: Next::from(fields.one("next")).local(), login: fields.one("login").to_owned(), kept }
    }
}

fn kept(fields: &Fields) -> Vec<(String, String)> {
    let own = |name: &str| OWN.contains(&name);
    fields.pairs().filter(|(name, _)| !own(name)).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// Asks whoever was signed out in the middle of a form to sign in, and keeps on the page what they sent. Only for a form whose
/// address belongs to one person: whoever else signs in gets nowhere with it.
pub(crate) fn keeping(haven: &Haven, visit: &Visit, fields: &Fields) -> Response {
    let entry = Entry { next: Next::from(visit.here.as_str()).local(), login: String::new(), kept: kept(fields) };
    draw(haven, visit, &entry, Vec::new(), StatusCode::UNAUTHORIZED)
}

pub(crate) async fn sign_in(State(haven): State<Haven>, visit: Visit, fields: Fields) -> Result<Response, Fault> {
    let entry = Entry::of(&fields);
    let mistakes = missing(&visit, &fields);
    if !mistakes.is_empty() {
        return Ok(draw(&haven, &visit, &entry, mistakes, StatusCode::UNPROCESSABLE_ENTITY));
    }
    let wrong = || Mistake { field: "login".into(), message: visit.words.text("sign-in-wrong") };
    let Ok(login) = LoginName::parse(&entry.login) else {
        return Ok(draw(&haven, &visit, &entry, vec![wrong()], StatusCode::UNPROCESSABLE_ENTITY));
    };
    if let Turn::Wait(until) = throttle::take_turn(&haven.store, &login, visit.address).await? {
        return Ok(slow_down(&haven, &visit, &entry, until));
    }
    match known(&haven, &login, fields.one("password")).await? {
        Some(person) => {
            throttle::forgive(&haven.store, &login, visit.address).await?;
            let entered = enter(&haven, &visit, person, entry.next).await?;
            Ok(if entry.kept.is_empty() { entered } else { sending_on(entered) })
        }
        None => Ok(draw(&haven, &visit, &entry, vec![wrong()], StatusCode::UNPROCESSABLE_ENTITY)),
    }
}

/// The browser sends the form once more, to where it was going: 307 keeps method and body (RFC 9110, 15.4.8).
fn sending_on(mut onward: Response) -> Response {
    *onward.status_mut() = StatusCode::TEMPORARY_REDIRECT;
    onward
}

fn missing(visit: &Visit, fields: &Fields) -> Vec<Mistake> {
    [("login", "login-empty"), ("password", "password-empty")]
        .into_iter()
        .filter(|(field, _)| fields.one(field).trim().is_empty())
        .map(|(field, id)| Mistake { field: field.into(), message: visit.words.text(id) })
        .collect()
}

/// The person of this name, if this is their password.
pub(crate) async fn known(haven: &Haven, login: &LoginName, password: &str) -> Result<Option<PersonId>, Fault> {
    let credentials = people::by_login(&haven.store, login).await?;
    let (person, hash) = credentials.map(|one| (one.person, one.password)).unzip();
    let right = haven.passwords.verify(password.to_owned(), hash).await?;
    Ok(person.filter(|_| right))
}

/// Opens a session and leads on. The session one came with, if any, ends: nobody stays signed in behind another.
pub(crate) async fn enter(haven: &Haven, visit: &Visit, person: PersonId, next: String) -> Result<Response, Fault> {
    if let Some(old) = &visit.token {
        sessions::close(&haven.store, old).await?;
    }
    let token = sessions::open(&haven.store, person).await?;
    let to = if next.is_empty() { visit.to().page("home") } else { next };
    Ok((cookie::with_token(haven, &token), onward(&to)).into_response())
}

/// How many seconds one waits, and the words for it.
pub(crate) fn wait(haven: &Haven, visit: &Visit, until: store::Moment) -> (i64, String) {
    let seconds = until.since(haven.store.now()).whole_seconds().max(0) + 1;
    let about = [("seconds", seconds.into()), ("minutes", (seconds / 60).into())];
    (seconds, visit.words.text_with("sign-in-slow", &about))
}

fn slow_down(haven: &Haven, visit: &Visit, entry: &Entry, until: store::Moment) -> Response {
    let (seconds, message) = wait(haven, visit, until);
    let mistakes = vec![Mistake { field: "login".into(), message }];
    later(seconds, draw(haven, visit, entry, mistakes, StatusCode::TOO_MANY_REQUESTS))
}

/// Says in the head, too, how long to wait.
pub(crate) fn later(seconds: i64, mut page: Response) -> Response {
    page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    page
}

fn draw(haven: &Haven, visit: &Visit, entry: &Entry, mistakes: Vec<Mistake>, status: StatusCode) -> Response {
    let role =
        |role: Option<store::names::Role>| format!("role-{}", role.map_or("trainee", store::names::Role::as_str));
    let demo = haven.demo.iter().map(|one| DemoLine { login: one.login, password: one.password, role: role(one.role) });
    let page = SignInPage {
        action: visit.to().page("sign-in"),
        sign_up: format!("{}?next={}", visit.to().page("sign-up"), escape_query(&entry.next)),
        came_from: !entry.next.is_empty(),
        next: entry.next.clone(),
        login: entry.login.clone(),
        kept: entry.kept.clone(),
        mistakes,
        demo: demo.collect(),
    };
    Page::new(visit.words.text("sign-in")).status(status).draw(visit, || page.view())
}

pub(crate) async fn sign_out(State(haven): State<Haven>, visit: Visit) -> Result<Response, Fault> {
    if let Some(token) = &visit.token {
        sessions::close(&haven.store, token).await?;
    }
    let forget = [(header::HeaderName::from_static("clear-site-data"), "\"cache\"")];
    Ok((cookie::without_token(&haven), forget, onward(&visit.to().catalogue())).into_response())
}
