//! The door: so many connections at once, and whoever says or takes nothing for a while is let go, so that a few who stall on
//! purpose cannot keep everyone else outside.

use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;
use tower::Service;

/// How patient the door is.
#[derive(Clone, Copy)]
pub(crate) struct Patience {
    /// How many connections there may be at once. A system gives a program 1,024 files, and the database needs some.
    pub(crate) most: usize,
    /// How long the head of a request may take to come, and how long a connection may rest between two requests.
    pub(crate) head: Duration,
    /// How long a client may take nothing of an answer.
    pub(crate) stall: Duration,
    /// How long those who are being served may take to finish when the server is asked to stop.
    pub(crate) farewell: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { most: 900, head: seconds(20), stall: seconds(30), farewell: seconds(10) }
    }
}

/// The largest head of a request: a browser sends less than a tenth of it.
const LARGEST_HEAD: usize = 64 * 1024;

/// Serves `app` until `stop`, then lets those who are being served finish.
pub(super) async fn keep(app: Router, listener: TcpListener, patience: Patience, stop: impl Future<Output = ()>) {
    let (served, places) = (GracefulShutdown::new(), Arc::new(Semaphore::new(patience.most)));
    let mut stop = pin!(stop);
    loop {
        let taken = async {
            let place = places.clone().acquire_owned().await;
            (place, accept(&listener).await)
        };
        let (place, (socket, peer)) = tokio::select! { taken = taken => taken, () = &mut stop => break };
        let (app, watcher) = (app.clone(), served.watcher());
        tokio::spawn(async move {
            let _held_until_done = place;
            attend(app, socket, peer, patience, watcher).await;
        });
    }
    drop(listener);
    tokio::time::timeout(patience.farewell, served.shutdown()).await.ok();
}

/// The next connection. Most failures are one client's; when the system has no more to give, a moment's rest helps.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(taken) => return taken,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        }
    }
}

async fn attend(app: Router, socket: TcpStream, peer: SocketAddr, patience: Patience, watcher: Watcher) {
    socket.set_nodelay(true).ok();
    let mut stream = TimeoutStream::new(socket);
    stream.set_write_timeout(Some(patience.stall));
    let service = service_fn(move |request| {
        let mut request: axum::extract::Request = hyper::Request::map(request, Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        app.clone().call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(TokioIo::new(Box::pin(stream)), service);
    if let Err(error) = watcher.watch(connection).await {
        tracing::debug!(%error, "a connection ended early");
    }
}

#[cfg(test)]
mod tests {
    use axum::routing::get;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;

    use super::*;

    const LARGE: usize = 64 << 20;

    /// A server with room for one, and little patience.
    async fn open() -> (SocketAddr, oneshot::Sender<()>, tokio::task::JoinHandle<()>) {
        let short = Duration::from_millis(300);
        let patience = Patience { most: 1, head: short, stall: short, farewell: short };
        let app =
            Router::new().route("/", get(|| async { "hello" })).route("/large", get(|| async { vec![b'x'; LARGE] }));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let (stop, stopped) = oneshot::channel();
        let server = tokio::spawn(keep(app, listener, patience, async { drop(stopped.await) }));
        (address, stop, server)
    }

    async fn ask(address: SocketAddr, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.expect("it listens");
        let head = format!("GET {path} HTTP/1.1\r\nhost: haven.test\r\n");
        stream.write_all(head.as_bytes()).await.expect("it reads");
        stream
    }

    async fn whole(mut stream: TcpStream) -> Vec<u8> {
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.ok();
        answer
    }

    /// Wrong turn: a client begins a request and never ends it, as an attacker does on purpose.
    /// Sees: the connection is closed.
    /// Kept: everything; there is room for the next.
    #[tokio::test]
    async fn whoever_never_ends_a_request_makes_room_for_the_next() {
        let (address, _stop, _server) = open().await;
        let stalled = ask(address, "/").await;
        let mut next = ask(address, "/").await;
        next.write_all(b"connection: close\r\n\r\n").await.expect("it waits");
        assert!(whole(next).await.ends_with(b"hello"));
        assert!(!whole(stalled).await.ends_with(b"hello"));
    }

    /// Wrong turn: a client takes nothing of its answer, on a line that went dead for example.
    /// Sees: the connection is closed after a while.
    /// Kept: everything; there is room for the next.
    #[tokio::test]
    async fn whoever_takes_nothing_of_an_answer_makes_room_for_the_next() {
        let (address, _stop, _server) = open().await;
        let mut stalled = ask(address, "/large").await;
        stalled.write_all(b"\r\n").await.expect("it reads");
        let mut next = ask(address, "/").await;
        next.write_all(b"connection: close\r\n\r\n").await.expect("it waits");
        assert!(whole(next).await.ends_with(b"hello"));
        assert!(whole(stalled).await.len() < LARGE);
    }

    #[tokio::test]
    async fn a_head_that_never_ends_is_refused() {
        let (address, _stop, _server) = open().await;
        let mut flood = ask(address, "/").await;
        let line = format!("x: {}\r\n", "y".repeat(1000));
        for _ in 0..200 {
            if flood.write_all(line.as_bytes()).await.is_err() {
                break;
            }
        }
        let answer = whole(flood).await;
        assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 431"), "{}", String::from_utf8_lossy(&answer));
    }

    /// Wrong turn: a visitor stays in the middle of a request when the server stops.
    /// Sees: the connection is closed when the patience is over.
    /// Kept: everything.
    #[tokio::test]
    async fn it_stops_when_asked_even_with_a_visitor_who_stays() {
        let (address, stop, server) = open().await;
        let _stays = ask(address, "/").await;
        stop.send(()).expect("it runs");
        server.await.expect("it ends by itself");
    }
}
