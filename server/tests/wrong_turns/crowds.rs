//! Many at once, and those who take their time.

use std::io::Write;
use std::net::SocketAddr;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::clients::{Answer, Client, FORM, Sitting, connect, whole};
use crate::house::{House, Server, haven_after, run, wait_for};

/// Wrong turn: 2,000 visitors connect at once.
/// Sees: the page, each of them; the last a little later.
/// Kept: everything.
#[test]
fn two_thousand_at_once_are_all_answered() {
    let house = House::new();
    let server = Server::start(&house.url());
    // This test's own files, too.
    run(Command::new("prlimit").args(["--pid", &std::process::id().to_string(), "--nofile=8192:"]));
    let address = server.address;
    let crowd: Vec<_> = (0..40).map(|_| std::thread::spawn(move || fifty(address))).collect();
    let answered: usize = crowd.into_iter().map(|some| some.join().expect("they asked")).sum();
    assert_eq!(answered, 2000);
}

/// Fifty who connect and begin to ask before any of them has asked; how many were answered.
fn fifty(address: SocketAddr) -> usize {
    let request = Client::of(address).request("GET", "/health/live", "text/plain", b"");
    let (half, rest) = request.split_at(20);
    let mut streams: Vec<_> = (0..50).map(|_| connect(address)).collect();
    streams.iter_mut().for_each(|stream| stream.write_all(half).expect("it reads"));
    streams.iter_mut().for_each(|stream| stream.write_all(rest).expect("it reads"));
    let answers = streams.iter_mut().filter_map(|stream| Answer::read(&whole(stream)));
    answers.filter(|answer| answer.status == 200).count()
}

/// Wrong turn: the system gives the program few files, and more visitors come than it may have.
/// Sees: whoever is there is served; the others wait until there is room.
/// Kept: everything; the log says what the system refused.
#[test]
fn more_visitors_than_files_wait_until_there_is_room() {
    let house = House::new();
    let server = Server::start_with(haven_after("ulimit -n 64"), &house.url(), &[]);
    let crowd: Vec<_> = (0..200).map(|_| connect(server.address)).collect();
    wait_for("the system refuses", || server.log().contains("a connection could not be taken").then_some(()));
    drop(crowd);
    let ready = || Client::of(server.address).try_send("GET", "/health/ready", "text/plain", b"");
    wait_for("there is room", || ready().filter(|answer| answer.status == 200));
    let sitting = Sitting::begin(server.address, "amina");
    assert_eq!(sitting.keep(1).json()["state"], "safe");
}

/// Wrong turn: a client sends its form a byte at a time, or never ends it.
/// Sees: after 30 seconds a page that says it took too long; one who never ends a head is let go after 20.
/// Kept: nothing of it; everyone else is served meanwhile.
#[test]
fn a_form_that_comes_a_byte_at_a_time_is_let_go() {
    let house = House::new();
    let server = Server::start(&house.url());
    let bytes = Client::of(server.address).request("POST", "/en/sign-in", FORM, &[b'x'; 200_000]);
    let (mut slow, mut never) = (connect(server.address), connect(server.address));
    let began = Instant::now();
    slow.write_all(&bytes[..400]).expect("it reads");
    never.write_all(&bytes[..40]).expect("it reads");
    let mut dribble = slow.try_clone().expect("it is open");
    std::thread::spawn(move || {
        while dribble.write_all(b"x").is_ok() {
            std::thread::sleep(Duration::from_millis(200));
        }
    });
    assert_eq!(Client::of(server.address).get("/en/").status, 200);
    assert!(Answer::read(&whole(&mut never)).is_none_or(|answer| answer.status == 408));
    assert!(began.elapsed() < Duration::from_secs(28), "{:?}", began.elapsed());
    let late = Answer::read(&whole(&mut slow)).expect("a page");
    assert_eq!(late.status, 503);
    assert!(late.body.contains("This took too long") && late.body.contains("may have been kept"), "{late:?}");
    assert!(began.elapsed() < Duration::from_secs(45), "{:?}", began.elapsed());
}
