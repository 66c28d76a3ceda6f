//! From a socket to a handler and back: the routes' common layers, listening, and stopping without cutting anyone short.

pub(crate) mod address;
pub(crate) mod assets;
pub(crate) mod cookie;
pub(crate) mod fault;
pub(crate) mod form;
pub(crate) mod headers;
pub(crate) mod visit;

use std::net::SocketAddr;
use std::time::Duration;

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::{Router, middleware};
use tokio::net::TcpListener;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;
use tower_http::timeout::TimeoutLayer;

use crate::state::Haven;
use crate::{api, pages};

/// The largest form anyone has reason to send: a test of a hundred questions is a tenth of it.
const LARGEST_BODY: usize = 256 * 1024;
/// No page takes longer; what does has gone wrong.
const LONGEST_ANSWER: Duration = Duration::from_secs(30);
/// How long those who are being served may take to finish when the server is asked to stop.
const FAREWELL: Duration = Duration::from_secs(10);

/// Everything that is served.
pub(crate) fn routes(haven: &Haven) -> Router {
    Router::new()
        .merge(pages::routes())
        .merge(api::routes())
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(CsrfLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST_ANSWER))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(fault::draw))
        .layer(middleware::from_fn_with_state(haven.clone(), visit::recognise))
        .merge(assets::routes())
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(5)))
        .layer(middleware::from_fn_with_state(haven.clone(), headers::guard))
        .with_state(haven.clone())
}

/// Serves until `stop`, then lets those who are being served finish.
///
/// # Errors
/// Of the socket.
pub(crate) async fn serve(
    haven: Haven,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    let app = routes(&haven).into_make_service_with_connect_info::<SocketAddr>();
    let (asked, mut was_asked) = tokio::sync::watch::channel(false);
    let stop = async move {
        stop.await;
        asked.send_replace(true);
    };
    let served = axum::serve(listener, app).with_graceful_shutdown(stop).into_future();
    tokio::select! {
        done = served => done,
        () = async { was_asked.wait_for(|asked| *asked).await.ok(); tokio::time::sleep(FAREWELL).await } => Ok(()),
    }
}
