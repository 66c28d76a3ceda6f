//! What can go wrong in a handler, and the page that says so: what happened, what is safe, what to do. The handler returns a
//! [`Fault`]; the layer [`draw`] makes the page, also for what the layers and the router refuse by themselves.

use std::any::Any;
use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use tower_http::csrf::ProtectionError;

use super::visit::Visit;
use crate::api::Problem;
use crate::library::Lost;
use crate::view;

/// Why a request was not answered with what was asked for. Its words are for the reader; what is internal goes to the log.
#[derive(Clone, Debug, thiserror::Error)]
pub(crate) enum Fault {
    /// There is nothing here, or nothing that is this person's: the two are not told apart.
    #[error("not found")]
    NotFound,
    /// Signed in, but this is not for them.
    #[error("forbidden")]
    Forbidden,
    /// Theirs, but not now; why stands in the reader's words.
    #[error("not now: {0}")]
    NotNow(String),
    /// One has to sign in first; then one comes back.
    #[error("sign in first")]
    SignIn,
    /// More of it than a person sends.
    #[error("too many")]
    TooMany,
    /// An answer cannot be read; why stands in the reader's words.
    #[error("unread: {0}")]
    Unread(String),
    /// What was sent cannot be understood.
    #[error("bad request")]
    BadRequest,
    /// The database cannot be used now: nothing of what was sent is kept.
    #[error("away: {0}")]
    Away(Arc<anyhow::Error>),
    /// No answer was ready in time: what was sent may be kept all the same.
    #[error("late")]
    Late,
    /// The version of a course that someone is on cannot be read: what they did of it is kept, and cannot be shown.
    #[error("lost: {0}")]
    Lost(Arc<Lost>),
    /// It went wrong here.
    #[error("internal: {0}")]
    Internal(Arc<anyhow::Error>),
}

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Late => Self::Late,
            store::Error::Away(_) | store::Error::Moved(_) | store::Error::Stopping => {
                Self::Away(Arc::new(error.into()))
            }
            _ => Self::Internal(Arc::new(error.into())),
        }
    }
}

impl From<anyhow::Error> for Fault {
    fn from(error: anyhow::Error) -> Self {
        error.downcast::<store::Error>().map_or_else(|error| Self::Internal(Arc::new(error)), Self::from)
    }
}

impl From<Lost> for Fault {
    fn from(lost: Lost) -> Self {
        match lost {
            Lost::Away(error) => error.into(),
            lost @ Lost::Unreadable { .. } => Self::Lost(Arc::new(lost)),
        }
    }
}

impl From<store::attempts::TooMany> for Fault {
    fn from(_: store::attempts::TooMany) -> Self {
        Self::TooMany
    }
}

impl Fault {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::NotNow(_) => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unread(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Away(_) | Self::Late => StatusCode::SERVICE_UNAVAILABLE,
            Self::Lost(_) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// When trying again is worth it, in seconds: a lock is gone by then, or a server started again.
const TRY_AGAIN: u64 = 5;

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        if let Self::Internal(error) | Self::Away(error) = &self {
            tracing::error!(error = format!("{error:#}"), "a request failed");
        }
        if let Self::Lost(lost) = &self {
            tracing::error!(error = %lost, "a request failed");
        }
        let mut response = self.status().into_response();
        if response.status() == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(TRY_AGAIN));
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// What a panic leaves of a request. Where it was, the log says already; what it said stays unsaid: it may quote an answer.
pub(crate) fn panicked(_: Box<dyn Any + Send>) -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// Draws a page for every refusal that has none yet.
pub(crate) async fn draw(visit: Visit, request: Request, next: Next) -> Response {
    let way = Way::of(&request);
    let response = next.run(request).await;
    let status = response.status();
    let drawn = response.headers().get(header::CONTENT_TYPE).is_some_and(is_drawn);
    if drawn || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    if way == Way::Program && says_what_was_unread(&response) {
        let (_, body) = response.into_parts();
        let detail = to_bytes(body, LONGEST_REASON).await.unwrap_or_default();
        return Problem::new(status, String::from_utf8_lossy(&detail).into_owned(), visit.id).into_response();
    }
    refuse(&visit, way, &response)
}

/// How much of a reason is passed on, in bytes.
const LONGEST_REASON: usize = 4096;

/// Whether an extractor says in it what it could not read, and where: whoever wrote the program needs that.
fn says_what_was_unread(response: &Response) -> bool {
    use StatusCode as Is;
    let unread = [Is::BAD_REQUEST, Is::UNPROCESSABLE_ENTITY, Is::UNSUPPORTED_MEDIA_TYPE].contains(&response.status());
    unread
        && response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

/// The way a request came, which is the way its refusal goes back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// A page was asked for.
    Page,
    /// A form was sent.
    Form,
    /// A program asked.
    Program,
}

impl Way {
    pub(crate) fn of(request: &Request) -> Self {
        match request.method() {
            _ if request.uri().path().starts_with("/api/") => Self::Program,
            &Method::GET | &Method::HEAD => Self::Page,
            _ => Self::Form,
        }
    }
}

/// The page, or the problem, in place of a bare refusal.
pub(crate) fn refuse(visit: &Visit, way: Way, bare: &Response) -> Response {
    let status = bare.status();
    if status == StatusCode::UNAUTHORIZED && way != Way::Program {
        return to_sign_in(visit, way);
    }
    let stem = stem(bare);
    let mut whole = match (way, bare.extensions().get::<Fault>()) {
        (Way::Program, Some(Fault::Unread(why) | Fault::NotNow(why))) => {
            Problem::new(status, why.clone(), visit.id.clone()).into_response()
        }
        (Way::Program, _) => {
            let allowed = bare.headers().get(header::ALLOW).and_then(|methods| methods.to_str().ok());
            Problem::new(status, view::happened(visit, status, stem, allowed), visit.id.clone()).into_response()
        }
        _ => view::fault(visit, status, stem),
    };
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = bare.headers().get(&name) {
            whole.headers_mut().insert(name, value.clone());
        }
    }
    whole
}

/// A form that was sent cannot be sent again by going back to it: one goes back to where it stood.
fn to_sign_in(visit: &Visit, way: Way) -> Response {
    let back = if way == Way::Form { visit.here.split('?').next().unwrap_or_default() } else { &visit.here };
    Redirect::to(&format!("{}?next={}", visit.to().page("sign-in"), view::escape_query(back))).into_response()
}

/// The stem of what is said of a refusal.
fn stem(bare: &Response) -> &'static str {
    match bare.extensions().get::<Fault>() {
        _ if bare.extensions().get::<ProtectionError>().is_some() => "fault-cross-site",
        Some(Fault::Away(_)) => "fault-away",
        Some(Fault::Late) => "fault-late",
        Some(Fault::Lost(_)) => "fault-lost",
        _ => view::stem(bare.status()),
    }
}

fn is_drawn(kind: &HeaderValue) -> bool {
    kind.as_bytes().starts_with(b"text/html") || kind.as_bytes().starts_with(b"application/problem+json")
}
