//! The deadlines of a request. What it began to write goes on without it: the writer cuts nothing short.

use std::time::Duration;

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::fault::Fault;

/// No page takes longer, with the time in which its form comes in; what does has gone wrong.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);
/// Finding out who asks is one query.
const LONGEST_LOOK: Duration = Duration::from_secs(10);

/// Answers within [`LONGEST_ANSWER`], if only that it came to nothing.
pub(crate) async fn hold(request: Request, next: Next) -> Response {
    let answer = tokio::time::timeout(LONGEST_ANSWER, next.run(request)).await;
    answer.unwrap_or_else(|_| Fault::Late.into_response())
}

/// Looks something up within [`LONGEST_LOOK`].
///
/// # Errors
/// [`store::Error::Late`] if it took longer; or what the look itself came to.
pub(crate) async fn look<T>(up: impl Future<Output = store::Result<T>>) -> store::Result<T> {
    tokio::time::timeout(LONGEST_LOOK, up).await.unwrap_or(Err(store::Error::Late))
}
