//! PostgreSQL under a running server: stopped and started again, silent, or held by another writer.

use std::io::{Read, Write};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crate::clients::Sitting;
use crate::database::is_away;
use crate::house::{House, Server, wait_for};
use crate::tables::{Held, execute};

/// A new, empty database on the server that `packaging/postgres.sh` started: its name and the folder of its socket.
fn empty() -> (String, PathBuf) {
    let server = std::env::var("HAVEN_TEST_POSTGRES")
        .expect("HAVEN_TEST_POSTGRES is not set: run the tests with `packaging/postgres.sh cargo test -p server`");
    let name = format!("t{}", uuid::Uuid::new_v4().simple());
    execute(&server.replace("{}", "postgres"), &[&format!("CREATE DATABASE {name}")]);
    let socket = server.split_once("host=").expect("a socket's folder").1;
    (name, PathBuf::from(socket))
}

/// A new database at an address of its own, for tests that hold no gate before it.
pub(crate) fn address() -> String {
    let (name, folder) = empty();
    format!("postgres://haven@localhost/{name}?host={}", folder.display())
}

/// A gate before a PostgreSQL: what Haven meets there, its connections cut or silent, is what it meets of one that stops or
/// of a machine that is lost.
struct Gate {
    house: House,
    name: String,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    shut: AtomicBool,
    silent: AtomicBool,
    /// The next commit arrives, and silences what would come back.
    silent_at_commit: AtomicBool,
    streams: Mutex<Vec<UnixStream>>,
}

impl Gate {
    fn new() -> Self {
        let (name, folder) = empty();
        let (house, state) = (House::new(), Arc::new(State::default()));
        let listener = UnixListener::bind(house.folder.path().join(SOCKET)).expect("it is bound");
        let open = state.clone();
        std::thread::spawn(move || {
            for visitor in listener.incoming().map_while(Result::ok).filter(|_| !open.shut.load(Ordering::SeqCst)) {
                open.let_in(visitor, &folder);
            }
        });
        Self { house, name, state }
    }

    fn url(&self) -> String {
        format!("postgres://haven@localhost/{}?host={}", self.name, self.house.folder.path().display())
    }

    fn shut(&self) {
        self.state.shut.store(true, Ordering::SeqCst);
        for stream in self.state.streams.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            stream.shutdown(Shutdown::Both).ok();
        }
    }

    fn open(&self) {
        self.state.shut.store(false, Ordering::SeqCst);
    }

    fn silent(&self, silent: bool) {
        self.state.silent.store(silent, Ordering::SeqCst);
    }
}

const SOCKET: &str = ".s.PGSQL.5432";

impl State {
    fn let_in(self: &Arc<Self>, visitor: UnixStream, folder: &Path) {
        let inside = UnixStream::connect(folder.join(SOCKET)).expect("PostgreSQL is there");
        let again = |stream: &UnixStream| stream.try_clone().expect("it is open");
        let mut streams = self.streams.lock().unwrap_or_else(PoisonError::into_inner);
        streams.extend([again(&visitor), again(&inside)]);
        for (from, to) in [(again(&visitor), again(&inside)), (inside, visitor)] {
            let state = self.clone();
            std::thread::spawn(move || state.carry(from, to));
        }
    }

    fn carry(&self, mut from: UnixStream, mut to: UnixStream) {
        let mut bytes = [0; 8192];
        while let Ok(read @ 1..) = from.read(&mut bytes) {
            while self.silent.load(Ordering::SeqCst) {
                std::thread::sleep(Duration::from_millis(20));
            }
            if contains(&bytes[..read], b"COMMIT") && self.silent_at_commit.swap(false, Ordering::SeqCst) {
                self.silent.store(true, Ordering::SeqCst);
            }
            if to.write_all(&bytes[..read]).is_err() {
                break;
            }
        }
        to.shutdown(Shutdown::Both).ok();
    }
}

fn contains(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|some| some == word)
}

fn is_ready(sitting: &Sitting) -> bool {
    sitting.client.get("/health/ready").status == 200
}

/// Wrong turn: PostgreSQL is stopped and started again under a running server.
/// Sees: a page or a problem that says it cannot be kept now; nobody is told to sign in; `/health/ready` is 503, `/health/live` 200.
/// Kept: everything acknowledged; the server goes on by itself when PostgreSQL is back.
#[test]
fn a_postgresql_that_stops_and_comes_back_is_gone_on_with() {
    let gate = Gate::new();
    let server = Server::start(&gate.url());
    let sitting = Sitting::begin(server.address, "amina");
    assert_eq!(sitting.keep(1).json()["state"], "safe");
    gate.shut();
    is_away(&sitting.keep(2));
    is_away(&sitting.client.get("/en/home"));
    assert!(!is_ready(&sitting));
    assert_eq!(sitting.client.get("/health/live").status, 200);
    gate.open();
    wait_for("PostgreSQL is back", || is_ready(&sitting).then_some(()));
    assert_eq!(sitting.keep(2).json()["state"], "safe");
    assert!(sitting.has_answer());
}

/// Wrong turn: PostgreSQL, or the machine it is on, falls silent: connections stay, answers do not come.
/// Sees: within ten seconds a page or a problem that says it cannot be kept now, or took too long.
/// Kept: everything acknowledged; the server goes on by itself when answers come again.
#[test]
fn a_postgresql_that_falls_silent_is_not_waited_for() {
    let gate = Gate::new();
    let server = Server::start(&gate.url());
    let sitting = Sitting::begin(server.address, "amina");
    gate.silent(true);
    is_away(&sitting.keep(1));
    assert!(!is_ready(&sitting));
    gate.silent(false);
    wait_for("it speaks again", || is_ready(&sitting).then_some(()));
    assert_eq!(sitting.keep(1).json()["state"], "safe");
    assert!(sitting.has_answer());
}

/// Wrong turn: the line to PostgreSQL goes dead in the moment between a commit and its receipt.
/// Sees: after 20 seconds a page or a problem that says it took too long; a page says that it may have been kept.
/// Kept: the answer, once, also when it is sent again; everyone else is served again when the line is back.
#[test]
fn a_commit_whose_receipt_never_comes_is_told_as_what_it_is() {
    let gate = Gate::new();
    let server = Server::start(&gate.url());
    let sitting = Sitting::begin(server.address, "amina");
    gate.state.silent_at_commit.store(true, Ordering::SeqCst);
    let late = sitting.keep(1);
    assert_eq!((late.status, late.header("retry-after")), (503, Some("5")), "{late:?}");
    assert!(late.body.contains("There was no answer in time"), "{late:?}");
    gate.silent(false);
    wait_for("it speaks again", || is_ready(&sitting).then_some(()));
    assert_eq!(crate::tables::count(&gate.url(), "answer"), 1, "it was kept all the same");
    assert_eq!(sitting.keep(1).json()["state"], "safe");
    assert_eq!(crate::tables::count(&gate.url(), "answer"), 1);
}

/// Wrong turn: the server is asked to stop while PostgreSQL is silent and someone waits for an answer.
/// Sees: a problem, or the end of the connection.
/// Kept: everything acknowledged; the server ends by itself, before a service manager kills it.
#[test]
fn a_server_whose_postgresql_is_silent_stops_all_the_same() {
    let gate = Gate::new();
    let mut server = Server::start(&gate.url());
    let sitting = Sitting::begin(server.address, "amina");
    gate.silent(true);
    let waiting = std::thread::spawn(move || sitting.client.try_send("GET", "/en/home", "text/plain", b""));
    server.signal("TERM");
    server.ended();
    assert!(waiting.join().expect("it asked").is_none_or(|answer| answer.status == 503));
}

/// Wrong turn: another program holds the lock of PostgreSQL's writers.
/// Sees: after ten seconds a page or a problem that says it cannot be kept now; pages can still be read.
/// Kept: everything acknowledged; what was refused is kept when it is sent again.
#[test]
fn a_postgresql_whose_writers_are_held_is_waited_out_in_words() {
    let url = address();
    let server = Server::start(&url);
    let sitting = Sitting::begin(server.address, "amina");
    let held = Held::of_writers(&url);
    is_away(&sitting.keep(1));
    assert_eq!(sitting.client.get(&sitting.page()).status, 200, "reading goes on");
    drop(held);
    wait_for("it is free", || is_ready(&sitting).then_some(()));
    assert_eq!(sitting.keep(1).json()["state"], "safe");
}
