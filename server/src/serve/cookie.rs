//! The two cookies: a session's token, and the country a visitor has chosen. `__Host-` and `Secure` over https; plain over http,
//! where browsers drop `Secure` ones.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use course::CountryCode;
use store::sessions::Token;

use crate::state::Haven;

/// A choice of country is kept so long: it says nothing of who made it.
const A_YEAR: time::Duration = time::Duration::days(365);

/// The name of a cookie over https, and over http.
#[derive(Clone, Copy)]
struct Name(&'static str, &'static str);

const SESSION: Name = Name("__Host-session", "session");
const COUNTRY: Name = Name("__Host-country", "country");

impl Name {
    fn on(self, haven: &Haven) -> &'static str {
        if haven.is_https() { self.0 } else { self.1 }
    }
}

/// What the session's cookie is called on this server.
pub(crate) fn session_name(haven: &Haven) -> &'static str {
    SESSION.on(haven)
}

/// The token a request carries.
pub(crate) fn token(haven: &Haven, headers: &HeaderMap) -> Option<Token> {
    Token::parse(CookieJar::from_headers(headers).get(SESSION.on(haven))?.value())
}

/// The country that a visitor has chosen in this browser. What is no country is nothing.
pub(crate) fn country(haven: &Haven, headers: &HeaderMap) -> Option<CountryCode> {
    CountryCode::parse(CookieJar::from_headers(headers).get(COUNTRY.on(haven))?.value()).ok()
}

/// A jar that keeps a visitor's country, or forgets it.
pub(crate) fn with_country(haven: &Haven, country: Option<CountryCode>) -> CookieJar {
    let mut cookie = build(haven, COUNTRY, country.map(|code| code.to_string()).unwrap_or_default());
    match country {
        Some(_) => cookie.set_max_age(A_YEAR),
        None => cookie.make_removal(),
    }
    CookieJar::new().add(cookie)
}

/// A jar that sets the session. It ends with the browser: computers are shared.
pub(crate) fn with_token(haven: &Haven, token: &Token) -> CookieJar {
    CookieJar::new().add(build(haven, SESSION, token.as_str().to_owned()))
}

/// A jar that takes the session away.
pub(crate) fn without_token(haven: &Haven) -> CookieJar {
    let mut cookie = build(haven, SESSION, String::new());
    cookie.make_removal();
    CookieJar::new().add(cookie)
}

fn build(haven: &Haven, name: Name, value: String) -> Cookie<'static> {
    Cookie::build((name.on(haven), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(haven.is_https())
        .build()
}
