//! What `make bench` holds a lesson's page against: a plain handler that makes the same two queries and compresses the very bytes
//! of such a page, and does nothing else. `plain DATABASE COURSE PAGE`.

use std::env;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Html;
use axum::routing::get;
use store::sessions::Token;
use store::{Clock, Store, learning, sessions};
use tokio::net::TcpListener;
use tower_http::compression::{CompressionLayer, CompressionLevel};

#[derive(Clone)]
struct Plain {
    store: Store,
    course: &'static str,
    page: &'static str,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [database, course, page] = arguments.try_into().map_err(|_| "plain DATABASE COURSE PAGE")?;
    let store = Store::open(&database, Clock::system()).await?;
    let plain = Plain { store, course: course.leak(), page: std::fs::read_to_string(page)?.leak() };
    // The level is that of `server/src/serve/mod.rs`.
    let compressed = CompressionLayer::new().quality(CompressionLevel::Precise(5));
    let routes = Router::new().route("/", get(show)).layer(compressed).with_state(plain);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("The plain handler is open at http://{}/", listener.local_addr()?);
    Ok(axum::serve(listener, routes).await?)
}

async fn show(State(plain): State<Plain>, headers: HeaderMap) -> Result<Html<&'static str>, StatusCode> {
    let cookie = headers.get(header::COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = cookie.strip_prefix("session=").and_then(Token::parse).ok_or(StatusCode::UNAUTHORIZED)?;
    let failed = |_| StatusCode::INTERNAL_SERVER_ERROR;
    let who = sessions::find(&plain.store, &token).await.map_err(failed)?.ok_or(StatusCode::UNAUTHORIZED)?;
    learning::progress(&plain.store, who.person(), plain.course).await.map_err(failed)?.ok_or(StatusCode::NOT_FOUND)?;
    Ok(Html(plain.page))
}
