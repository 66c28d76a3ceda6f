//! Being asked to stop.

use std::io::Write;

use crate::clients::{Answer, PASSWORD, begun, whole};
use crate::house::{House, Server, wait_for};

/// Wrong turn: the server is asked to stop (SIGTERM, Ctrl-C) while a form is on its way.
/// Sees: the answer to the form, as if nothing had happened.
/// Kept: the form; what is queued to be written is written before the program ends.
#[test]
fn a_form_that_is_on_its_way_is_answered_before_the_server_stops() {
    let house = House::new();
    let mut server = Server::start(&house.url());
    let body = format!("login=amina&password={}&adult=yes", PASSWORD.replace(' ', "+"));
    let mut stream = begun(server.address, "/en/sign-up", body.len());
    server.signal("TERM");
    wait_for("it takes no more", || std::net::TcpStream::connect(server.address).is_err().then_some(()));
    stream.write_all(body.as_bytes()).expect("it reads still");
    let answer = Answer::read(&whole(&mut stream)).expect("an answer");
    assert_eq!(answer.status, 303, "{answer:?}");
    assert!(server.ended().success());
    assert_eq!(crate::tables::count(&house.url(), "person"), 1);
}

/// Wrong turn: a visitor stays connected and says nothing when the server is asked to stop.
/// Sees: nothing more.
/// Kept: everything; the server ends within seconds, and at once when it is asked a second time.
#[test]
fn a_visitor_who_stays_keeps_no_server_from_stopping() {
    let house = House::new();
    let mut server = Server::start(&house.url());
    let _stays = begun(server.address, "/en/sign-in", 10);
    server.signal("TERM");
    wait_for("it says so", || server.log().contains("asked again, it ends at once").then_some(()));
    server.signal("TERM");
    let began = std::time::Instant::now();
    server.ended();
    assert!(began.elapsed() < std::time::Duration::from_secs(8), "it did not wait for the visitor");
}
