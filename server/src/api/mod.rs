//! `/api/v1`: how islands, the page's own script and other programs talk to the server, in JSON. Problems are RFC 9457.

mod answers;

use axum::Router;
use axum::routing::post;

use crate::state::Haven;

pub(crate) fn routes() -> Router<Haven> {
    Router::new().route("/api/v1/attempts/{attempt}/answers", post(answers::keep))
}
