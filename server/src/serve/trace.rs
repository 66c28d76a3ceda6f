//! What the log says of a request: its id, method and route, and what came of it. Never an address, a name or a path that
//! was typed: the route is the pattern that matched.

use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

/// An answer that took longer than this is worth a line.
const SLOW: Duration = Duration::from_secs(1);
const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, which the log, the head of the answer and the page of a mistake have in common.
#[derive(Clone, Debug)]
pub(crate) struct RequestId(pub(crate) String);

/// Gives the request an id, and logs what came of it.
pub(crate) async fn trace(mut request: Request, next: Next) -> Response {
    let id = store::fresh().simple().to_string();
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    let span = tracing::info_span!("request", id, method = %request.method(), route);
    request.extensions_mut().insert(RequestId(id.clone()));
    let began = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    span.in_scope(|| tell(&response, began.elapsed()));
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(HEADER, id);
    }
    response
}

fn tell(response: &Response, took: Duration) {
    let (status, took) = (response.status(), (took > SLOW, took.as_millis()));
    match took {
        (_, ms) if status.is_server_error() => tracing::warn!(status = status.as_u16(), ms, "answered"),
        (true, ms) => tracing::warn!(status = status.as_u16(), ms, "answered slowly"),
        (false, ms) => tracing::debug!(status = status.as_u16(), ms, "answered"),
    }
}
