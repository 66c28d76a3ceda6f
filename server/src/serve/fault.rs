//! What can go wrong in a handler, and the page that says so: what happened, what is safe, what to do. The handler returns a
//! [`Fault`]; the layer [`draw`] makes the page, also for what the layers and the router refuse by themselves.

use std::sync::Arc;

use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use tower_http::csrf::ProtectionError;

use super::visit::Visit;
use crate::api::Problem;
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
    /// It went wrong here.
    #[error("internal: {0}")]
    Internal(Arc<anyhow::Error>),
}

impl From<store::Error> for Fault {
    fn from(error: store::Error) -> Self {
        Self::Internal(Arc::new(error.into()))
    }
}

impl From<anyhow::Error> for Fault {
    fn from(error: anyhow::Error) -> Self {
        Self::Internal(Arc::new(error))
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
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unread(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        if let Self::Internal(error) = &self {
            tracing::error!(error = format!("{error:#}"), "a request failed");
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Draws a page for every refusal that has none yet.
pub(crate) async fn draw(visit: Visit, request: Request, next: Next) -> Response {
    let api = request.uri().path().starts_with("/api/");
    let came_from_form = request.method() != axum::http::Method::GET;
    let response = next.run(request).await;
    let status = response.status();
    let drawn = response.headers().get(header::CONTENT_TYPE).is_some_and(is_drawn);
    if drawn || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    if api {
        let detail = match response.extensions().get::<Fault>() {
            Some(Fault::Unread(why)) => why.clone(),
            _ => view::happened(&visit, status),
        };
        return Problem::new(status, detail, visit.id).into_response();
    }
    if status == StatusCode::UNAUTHORIZED {
        // A form that was sent cannot be sent again by going back to it: one goes back to where it stood.
        let back = if came_from_form { visit.here.split('?').next().unwrap_or_default() } else { &visit.here };
        return Redirect::to(&format!("{}?next={}", visit.to().page("sign-in"), view::escape_query(back)))
            .into_response();
    }
    let cross_site = response.extensions().get::<ProtectionError>().is_some();
    let mut page = view::fault(&visit, status, cross_site);
    for name in [header::RETRY_AFTER, header::ALLOW] {
        if let Some(value) = response.headers().get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

fn is_drawn(kind: &HeaderValue) -> bool {
    kind.as_bytes().starts_with(b"text/html") || kind.as_bytes().starts_with(b"application/problem+json")
}
