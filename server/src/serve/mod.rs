//! From a socket to a handler and back: the routes' common layers, listening, and stopping without cutting anyone short.

pub(crate) mod address;
pub(crate) mod assets;
pub(crate) mod cookie;
mod deadline;
mod door;
pub(crate) mod fault;
pub(crate) mod form;
pub(crate) mod headers;
mod health;
mod host;
mod part;
mod trace;
pub(crate) mod visit;

use axum::extract::DefaultBodyLimit;
use axum::{Router, middleware};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel, DefaultPredicate};
use tower_http::csrf::{ConfigError, CsrfLayer};

use crate::state::Haven;
use crate::{api, live, pages};

/// The largest form anyone has reason to send: a test of a hundred questions is a tenth of it.
const LARGEST_BODY: usize = 256 * 1024;

/// Everything that is served.
pub(crate) fn routes(haven: &Haven) -> Router {
    Router::new()
        .merge(pages::routes())
        .merge(api::routes(cookie::session_name(haven)))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_here_only(&haven.reached.url).unwrap_or_else(|_| CsrfLayer::new()))
        .layer(middleware::from_fn(deadline::hold))
        .layer(CatchPanicLayer::custom(fault::panicked))
        .layer(middleware::from_fn(fault::draw))
        .layer(middleware::from_fn_with_state(haven.clone(), visit::recognise))
        .merge(assets::routes().layer(middleware::from_fn(deadline::hold)))
        .merge(health::routes())
        .merge(live::routes())
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(5)).compress_when(worth_packing()))
        .layer(middleware::from_fn_with_state(haven.clone(), host::known))
        .layer(middleware::from_fn_with_state(haven.clone(), headers::guard))
        .layer(middleware::from_fn(trace::trace))
        .with_state(haven.clone())
}

/// What is packed already gets no smaller, and costs a core to find out.
fn worth_packing() -> impl Predicate {
    let not = NotForContentType::const_new;
    DefaultPredicate::new().and(not("application/pdf")).and(not("video/")).and(not("audio/"))
}

/// Lets in what browsers send from pages of this server, under its own address too where a web server in front of it asks
/// under another.
///
/// # Errors
/// [`ConfigError`] if the address is no origin: `https://haven.example.org`, without a path.
pub(crate) fn from_here_only(url: &str) -> Result<CsrfLayer, ConfigError> {
    CsrfLayer::new().add_trusted_origin(url)
}

/// Serves until `stop`, then lets those who are being served finish.
pub(crate) async fn serve(haven: &Haven, listener: TcpListener, stop: impl Future<Output = ()>) {
    door::keep(routes(haven), listener, door::Patience::default(), stop).await;
}
