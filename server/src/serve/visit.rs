//! Who asks, in which language, from where: found once for each request, with at most one query.

use std::net::{IpAddr, SocketAddr};

use app::live::LivePanel;
use app::words::Words;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use course::{CountryCode, Language};
use store::names::Scope;
use store::policy::Who;
use store::sessions::{self, Token};
use store::tokens;

use super::address::Address;
use super::fault::{self, Fault, Way};
use super::trace::RequestId;
use super::{cookie, deadline};
use crate::state::Haven;
use crate::{live, view};

/// A request's surroundings.
#[derive(Clone)]
pub(crate) struct Visit {
    /// Who is signed in.
    pub(crate) who: Option<Who>,
    /// With which session.
    pub(crate) token: Option<Token>,
    /// The country they are in, as they have said: with their account, or in this browser if they are not signed in.
    pub(crate) country: Option<CountryCode>,
    /// The language in which courses are wanted: that of the address.
    pub(crate) language: Language,
    /// The interface's words: in that language, or in English where it has none of it.
    pub(crate) words: Words,
    /// The interface or an open course speaks the language of the address.
    pub(crate) is_spoken: bool,
    /// Where this is: path and query.
    pub(crate) here: String,
    /// The address of who asks.
    pub(crate) address: IpAddr,
    /// The request's id in the log.
    pub(crate) id: String,
    /// What a page shows while someone writes. None in an answer to a form, which is not loaded again by itself.
    pub(crate) live: Option<LivePanel>,
}

impl Visit {
    /// The addresses of pages in this visit's language.
    pub(crate) fn to(&self) -> Address {
        Address::new(self.language.as_ref())
    }

    /// The language of addresses that are there for certain.
    pub(crate) fn known(&self) -> Language {
        let of_words = || Language::parse(self.words.tag()).ok();
        Some(&self.language)
            .filter(|_| self.is_spoken)
            .cloned()
            .or_else(of_words)
            .unwrap_or_else(|| self.language.clone())
    }

    /// Where one signs in, and comes back here from.
    pub(crate) fn sign_in(&self) -> String {
        format!("{}?next={}", self.to().page("sign-in"), view::escape_query(&self.here))
    }

    /// Whoever is signed in, or else the way to sign in and back here.
    pub(crate) fn signed_in(&self) -> Result<&Who, Fault> {
        self.who.as_ref().ok_or(Fault::SignIn)
    }

    /// The same, if a program that speaks for them may do this.
    pub(crate) fn within(&self, scope: Scope) -> Result<&Who, Fault> {
        let who = self.signed_in()?;
        if who.holds(scope) { Ok(who) } else { Err(Fault::Forbidden) }
    }
}

/// Finds out who asks and hands it on with the request.
pub(crate) async fn recognise(State(haven): State<Haven>, mut request: Request, next: Next) -> Response {
    let token = cookie::token(&haven, request.headers());
    let who = match (access_token(&request), &token) {
        (Some(text), _) => deadline::look(tokens::find(&haven.store, text)).await,
        (None, Some(token)) => deadline::look(sessions::find(&haven.store, token)).await,
        (None, None) => Ok(None),
    };
    let shows_live = request.method() == Method::GET && haven.live.is_some();
    let language = language(request.uri().path());
    let words = Words::of(language.as_ref());
    let mut visit = Visit {
        who: None,
        country: cookie::country(&haven, request.headers()),
        token,
        is_spoken: words.is_some() || haven.courses.speaks(&language),
        words: words.unwrap_or_else(Words::english),
        language,
        here: request.uri().path_and_query().map(ToString::to_string).unwrap_or_default(),
        address: address(&haven, &request),
        id: request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default(),
        live: None,
    };
    match who {
        Ok(Some(who)) => {
            visit.country = who.country();
            visit.who = Some(who);
        }
        Ok(None) => {}
        // Not known is not signed out: an answer on its way must not be told to sign in.
        Err(error) => return fault::refuse(&visit, Way::of(&request), &Fault::from(error).into_response()),
    }
    if shows_live {
        visit.live = live::panel(&haven, &visit);
    }
    // No address here has a NUL in it, and PostgreSQL takes none in a text.
    if visit.here.contains("%00") {
        return fault::refuse(&visit, Way::of(&request), &Fault::BadRequest.into_response());
    }
    request.extensions_mut().insert(visit);
    next.run(request).await
}

/// The access token of a program that calls `/api/`. One that is given is the one that counts, be there a cookie or not.
fn access_token(request: &Request) -> Option<&str> {
    let header = request.headers().get(header::AUTHORIZATION).filter(|_| request.uri().path().starts_with("/api/"))?;
    Some(header.to_str().ok().and_then(|text| text.strip_prefix("Bearer ")).unwrap_or_default().trim())
}

/// The language of a path's first part, or English. No part that is something else, such as `api`, is a language: they are
/// not asked for one.
fn language(path: &str) -> Language {
    let first = path.split('/').nth(1).filter(|first| !UNSPOKEN.contains(first));
    let english = || Language::parse("en").expect("it is a tag");
    first.and_then(|tag| Language::parse(tag).ok()).unwrap_or_else(english)
}

/// First parts of addresses that could be the tag of a language, and are none.
const UNSPOKEN: [&str; 1] = ["api"];

/// Whoever sits behind the same web server must not be taken for one: it says who they are, if it was said to be there.
fn address(haven: &Haven, request: &Request) -> IpAddr {
    let forwarded =
        request.headers().get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
    let last = forwarded.and_then(|value| value.rsplit(',').next()).and_then(|one| one.trim().parse().ok());
    if let Some(address) = last.filter(|_| haven.reached.behind_proxy) {
        return address;
    }
    let info = request.extensions().get::<ConnectInfo<SocketAddr>>();
    info.map_or(IpAddr::from([0, 0, 0, 0]), |ConnectInfo(socket)| socket.ip())
}

impl<S: Send + Sync> FromRequestParts<S> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let visit = parts.extensions.get::<Self>().cloned();
        visit.ok_or_else(|| Fault::Internal(anyhow::anyhow!("a route without the layer `recognise`").into()))
    }
}
