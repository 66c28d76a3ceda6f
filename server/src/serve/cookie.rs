//! The one cookie: a session's token. `__Host-` and `Secure` over https; plain over http, where browsers drop `Secure` ones.

use axum::http::HeaderMap;
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use store::sessions::Token;

use crate::state::Haven;

fn name(haven: &Haven) -> &'static str {
    if haven.is_https() { "__Host-session" } else { "session" }
}

/// The token a request carries.
pub(crate) fn token(haven: &Haven, headers: &HeaderMap) -> Option<Token> {
    Token::parse(CookieJar::from_headers(headers).get(name(haven))?.value())
}

/// A jar that sets the session. It ends with the browser: computers are shared.
pub(crate) fn with_token(haven: &Haven, token: &Token) -> CookieJar {
    CookieJar::new().add(build(haven, token.as_str().to_owned()))
}

/// A jar that takes the session away.
pub(crate) fn without_token(haven: &Haven) -> CookieJar {
    let mut cookie = build(haven, String::new());
    cookie.make_removal();
    CookieJar::new().add(cookie)
}

fn build(haven: &Haven, value: String) -> Cookie<'static> {
    Cookie::build((name(haven), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(haven.is_https())
        .build()
}
