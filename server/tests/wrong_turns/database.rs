//! The database under a running server: locked, moved, its log deleted, its folder gone; a second server on it.

use std::process::Command;
use std::sync::mpsc;

use crate::clients::{Answer, Sitting};
use crate::house::{House, Server, run, wait_for};
use crate::tables::Held;

/// A refusal that says what happened and when to try again; a page and a problem alike.
pub(crate) fn is_away(answer: &Answer) {
    assert_eq!(answer.status, 503, "{answer:?}");
    assert_eq!(answer.header("retry-after"), Some("5"));
    assert!(answer.body.contains("its database cannot be used at this moment"), "{answer:?}");
}

fn is_ready(sitting: &Sitting) -> bool {
    sitting.client.get("/health/ready").status == 200
}

/// Wrong turn: another program locks the database for longer than a few seconds.
/// Sees: a page, or a problem with `Retry-After`, that says it cannot be kept now; pages can still be read.
/// Kept: everything acknowledged; what was refused is kept when it is sent again.
#[test]
fn a_locked_database_is_waited_out_in_words() {
    let house = House::new();
    let server = Server::start(&house.url());
    let sitting = Sitting::begin(server.address, "amina");
    let lock = Held::exclusive(&house.url());
    is_away(&sitting.keep(1));
    let page = sitting.client.form("/en/courses/small-course", &[]);
    is_away(&page);
    assert!(page.body.contains("What you sent just now was not kept"), "{page:?}");
    assert_eq!(sitting.client.get(&sitting.page()).status, 200, "reading goes on");
    assert_eq!(sitting.client.get("/health/ready").status, 503);
    drop(lock);
    wait_for("the lock is gone", || is_ready(&sitting).then_some(()));
    assert_eq!(sitting.keep(1).json()["state"], "safe");
    assert!(sitting.has_answer());
}

/// Wrong turn: the database's folder, or its file, is moved or deleted while the server runs.
/// Sees: a page or a problem that says it cannot be kept now; the log names the file; `/health/ready` is 503.
/// Kept: everything acknowledged; nothing is acknowledged until the file is back, and no empty one is made in its place.
#[test]
fn nothing_is_acknowledged_while_the_database_is_moved_away() {
    let house = House::new();
    let server = Server::start(&house.url());
    let sitting = Sitting::begin(server.address, "amina");
    let (home, away) = (house.folder.path().join("home"), house.folder.path().join("away"));
    for (from, to) in [(home.clone(), away.clone()), (home.join("haven.db"), home.join("other.db"))] {
        std::fs::rename(&from, &to).expect("it is moved");
        is_away(&sitting.keep(1));
        assert!(!is_ready(&sitting));
        let said = || server.log().contains("was moved or deleted while it was open").then_some(());
        wait_for("the log says so", said);
        assert!(!house.file().exists());
        std::fs::rename(to, from).expect("it is moved back");
        wait_for("it is back", || is_ready(&sitting).then_some(()));
    }
    assert_eq!(sitting.keep(2).json()["state"], "safe");
    assert!(server.stop().success());
    let server = Server::start(&house.url());
    assert!(sitting.at(server.address).has_answer());
}

/// Wrong turn: the log beside a SQLite file (`haven.db-wal`) is deleted while the server runs.
/// Sees: a page or a problem that says it cannot be kept now; the log names the file.
/// Kept: everything acknowledged: a graceful stop brings it into the file.
#[test]
fn a_deleted_log_loses_nothing_that_was_acknowledged() {
    let house = House::new();
    let server = Server::start(&house.url());
    let sitting = Sitting::begin(server.address, "amina");
    assert_eq!(sitting.keep(1).json()["state"], "safe");
    std::fs::remove_file(house.file().with_extension("db-wal")).expect("it is there");
    // A connection that is opened only now would find a log without what the others know.
    std::thread::scope(|at_once| {
        for _ in 0..16 {
            at_once.spawn(|| assert_eq!(sitting.client.get(&sitting.page()).status, 200, "reading goes on"));
        }
    });
    is_away(&sitting.keep(2));
    wait_for("the log says so", || server.log().contains("haven.db-wal was moved or deleted").then_some(()));
    assert!(server.stop().success());
    let server = Server::start(&house.url());
    assert!(sitting.at(server.address).has_answer());
}

/// Wrong turn: two servers run on one SQLite file, and both take answers.
/// Sees: nothing: who is signed in at one is at the other, and each shows what the other was sent.
/// Kept: everything, from both.
#[test]
fn two_servers_on_one_file_are_one_haven() {
    let house = House::new();
    let (one, two) = (Server::start(&house.url()), Server::start(&house.url()));
    let sitting = Sitting::begin(one.address, "amina");
    let there = sitting.client.at(two.address);
    for seq in 1..=20 {
        assert_eq!(sitting.keep(2 * seq).json()["state"], "safe");
        let sent = there.json("POST", &sitting.answers(), &sitting.answer(2 * seq + 1));
        assert_eq!(sent.json()["state"], "safe");
    }
    assert_eq!(there.get(&sitting.page()).status, 200);
    assert!(sitting.has_answer());
}

/// Wrong turn: the server is killed (`kill -9`, a power cut) in the middle of many answers.
/// Sees: what had no receipt is on the device still, and is sent again.
/// Kept: every answer that had its receipt; none twice.
#[test]
fn a_server_killed_in_the_middle_has_every_answer_it_acknowledged() {
    let house = House::new();
    let mut server = Server::start(&house.url());
    let sitting = Sitting::begin(server.address, "amina");
    let (pid, (tell, told)) = (server.id(), mpsc::channel());
    let killer = std::thread::spawn(move || {
        told.iter().take(50).for_each(drop);
        run(Command::new("kill").args(["-KILL", &pid]));
    });
    let send = |seq| {
        let body = sitting.answer(seq).to_string();
        let answer = sitting.client.try_send("POST", &sitting.answers(), "application/json", body.as_bytes());
        let kept = answer.is_some_and(|answer| answer.status == 200);
        tell.send(()).ok();
        kept
    };
    let kept = (1..).take_while(|seq| send(*seq)).count();
    killer.join().expect("it was killed");
    server.ended();
    let rows = crate::tables::count(&house.url(), "answer");
    assert!(kept > 0 && (kept..=kept + 1).contains(&rows), "{rows} rows of {kept} acknowledged");
    let server = Server::start(&house.url());
    let again = sitting.at(server.address);
    let last = u32::try_from(kept).expect("few") + 1;
    assert_eq!(again.keep(last).json()["state"], "safe");
    assert_eq!(again.keep(last).json()["state"], "safe");
    assert_eq!(crate::tables::count(&house.url(), "answer"), kept + 1);
}
