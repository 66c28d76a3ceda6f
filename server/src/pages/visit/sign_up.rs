//! Signing up: a login name, a password, one tick; an e-mail address only for those who want messages, a country only for those
//! who say it.

use app::pages::visit::SignUpPage;
use app::parts::Mistake;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use course::CountryCode;
use store::names::{Email, LoginFault, LoginName};
use store::people::{self, NewPerson};
use store::throttle::{self, Turn};

use super::country;
use super::sign_in::{Next, enter, known, later, wait};
use crate::password;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{Page, escape_query};

pub(crate) async fn form(State(haven): State<Haven>, visit: Visit, Query(next): Query<Next>) -> Response {
    draw(&haven, &visit, &Fields::default(), next.local(), Vec::new(), StatusCode::OK)
}

pub(crate) async fn sign_up(State(haven): State<Haven>, visit: Visit, fields: Fields) -> Result<Response, Fault> {
    let next = Next::from(fields.one("next")).local();
    let (login, email, country) = match read(&visit, &fields) {
        Ok(read) => read,
        Err(mistakes) => return Ok(draw(&haven, &visit, &fields, next, mistakes, StatusCode::UNPROCESSABLE_ENTITY)),
    };
    if let Turn::Wait(until) = throttle::take_turn_to_sign_up(&haven.store, visit.address).await? {
        let (seconds, message) = wait(&haven, &visit, until);
        let mistakes = vec![Mistake { field: "login".into(), message }];
        return Ok(later(seconds, draw(&haven, &visit, &fields, next, mistakes, StatusCode::TOO_MANY_REQUESTS)));
    }
    let hash = haven.passwords.hash(fields.one("password").to_owned()).await?;
    let new = NewPerson { login: login.clone(), password: hash, email, adult: true, country };
    match people::sign_up(&haven.store, new).await? {
        Ok(person) => enter(&haven, &visit, person, next).await,
        Err(people::LoginTaken) if is_the_same_form(&haven, &login).await? => {
            match known(&haven, &login, fields.one("password")).await? {
                Some(person) => enter(&haven, &visit, person, next).await,
                None => Ok(taken(&haven, &visit, &fields, next)),
            }
        }
        Err(people::LoginTaken) => Ok(taken(&haven, &visit, &fields, next)),
    }
}

fn taken(haven: &Haven, visit: &Visit, fields: &Fields, next: String) -> Response {
    let taken = Mistake { field: "login".into(), message: visit.words.text("login-taken") };
    draw(haven, visit, fields, next, vec![taken], StatusCode::UNPROCESSABLE_ENTITY)
}

/// A name that was taken just now may have been taken by this form itself: a double click, or a line that broke before the
/// answer came. Not later, so that nobody guesses passwords here.
const JUST_NOW: time::Duration = time::Duration::minutes(1);

async fn is_the_same_form(haven: &Haven, login: &LoginName) -> Result<bool, Fault> {
    let since = people::by_login(&haven.store, login).await?.map(|one| one.since);
    Ok(since.is_some_and(|since| haven.store.now().since(since) < JUST_NOW))
}

/// Login name, e-mail address, country.
type Read = (LoginName, Option<Email>, Option<CountryCode>);

/// What was typed, or everything that is wrong with it, in the order of the fields.
fn read(visit: &Visit, fields: &Fields) -> Result<Read, Vec<Mistake>> {
    let mut mistakes = Vec::new();
    let login = LoginName::parse(fields.one("login"))
        .map_err(|fault| mistakes.push(login_mistake(visit, fault, fields.one("login"))));
    mistakes.extend(password_mistake(visit, "password", fields.one("password"), fields.one("login")));
    let typed = fields.one("email").trim();
    let email = if typed.is_empty() { None } else { Email::parse(typed) };
    if email.is_none() && !typed.is_empty() {
        mistakes.push(Mistake { field: "email".into(), message: visit.words.text("email-wrong") });
    }
    let country = country::read(visit, fields).map_err(|mistake| mistakes.push(mistake));
    if !fields.has("adult") {
        mistakes.push(Mistake { field: "adult".into(), message: visit.words.text("adult-missing") });
    }
    match login {
        Ok(login) if mistakes.is_empty() => Ok((login, email, country.unwrap_or_default())),
        _ => Err(mistakes),
    }
}

fn login_mistake(visit: &Visit, fault: LoginFault, typed: &str) -> Mistake {
    let message = match fault {
        LoginFault::Empty => visit.words.text("login-empty"),
        LoginFault::Short => visit.words.text("login-short"),
        LoginFault::Long => visit.words.text("login-long"),
        LoginFault::Mixed => visit.words.text("login-mixed"),
        LoginFault::Character(c) if c.is_whitespace() => {
            let instead = typed.split_whitespace().collect::<Vec<_>>().join(".");
            visit.words.text_with("login-blank", &[("instead", instead.into())])
        }
        LoginFault::Character(c) => {
            visit.words.text_with("login-character", &[("character", c.escape_debug().to_string().into())])
        }
    };
    Mistake { field: "login".into(), message }
}

/// What is wrong with a new password, if anything.
pub(crate) fn password_mistake(visit: &Visit, field: &'static str, typed: &str, login: &str) -> Option<Mistake> {
    let fault = password::check(typed, login).err()?;
    let limits = [("shortest", password::SHORTEST.into()), ("longest", password::LONGEST.into())];
    Some(Mistake { field: field.into(), message: visit.words.text_with(fault.id(), &limits) })
}

fn draw(
    haven: &Haven,
    visit: &Visit,
    fields: &Fields,
    next: String,
    mistakes: Vec<Mistake>,
    status: StatusCode,
) -> Response {
    // What was chosen in this browser before; once the form was sent, what it says.
    let said = CountryCode::parse(fields.one("country")).ok();
    let chosen = if fields.has("country") { said } else { visit.country };
    let page = SignUpPage {
        action: visit.to().page("sign-up"),
        sign_in: format!("{}?next={}", visit.to().page("sign-in"), escape_query(&next)),
        next,
        typed: (fields.one("login").to_owned(), fields.one("email").to_owned()),
        country: haven.countries.choice(&visit.words, chosen),
        adult: fields.has("adult"),
        mistakes,
        shortest: password::SHORTEST,
    };
    Page::new(visit.words.text("sign-up")).status(status).draw(visit, || page.view())
}
