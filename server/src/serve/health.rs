//! How those who keep the server running ask after it.

use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;

use crate::state::Haven;

/// Whoever asks has a deadline too.
const PATIENCE: Duration = Duration::from_secs(3);

/// `/health/live`: the program answers. `/health/ready`: its database does, too, for reading and for writing.
pub(crate) fn routes() -> Router<Haven> {
    Router::new().route("/health/live", get(|| async { "live\n" })).route("/health/ready", get(ready))
}

async fn ready(State(haven): State<Haven>) -> (StatusCode, &'static str) {
    match tokio::time::timeout(PATIENCE, haven.store.ping()).await {
        Ok(Ok(())) => (StatusCode::OK, "ready\n"),
        late_or_failed => {
            tracing::warn!(?late_or_failed, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready: the database does not answer\n")
        }
    }
}
