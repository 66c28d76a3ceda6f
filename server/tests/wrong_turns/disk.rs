//! A disk that is full, and has space again.

use std::process::Command;

use crate::clients::Sitting;
use crate::database::is_away;
use crate::house::{House, Server, haven_after, run, wait_for};

/// Wrong turn: the disk is full; later there is space again.
/// Sees: a page or a problem that says it cannot be kept now; pages can still be read; `/health/ready` is 503.
/// Kept: everything acknowledged; what was refused is kept when it is sent again, without a new start.
#[test]
fn a_full_disk_loses_nothing_and_is_gone_on_from() {
    let house = House::new();
    // A file that may not grow is to a program what a full disk is; without the trap the system would kill it instead.
    let server = Server::start_with(haven_after("trap '' XFSZ"), &house.url(), &[]);
    let limit = |bytes: &str| run(Command::new("prlimit").args(["--pid", &server.id(), &format!("--fsize={bytes}:")]));
    let sitting = Sitting::begin(server.address, "amina");
    assert_eq!(sitting.keep(1).json()["state"], "safe");
    limit("4096");
    for seq in 2..6 {
        is_away(&sitting.keep(seq));
    }
    assert_eq!(sitting.client.get(&sitting.page()).status, 200, "reading goes on");
    assert_eq!(sitting.client.get("/health/ready").status, 503);
    limit("unlimited");
    wait_for("there is space", || (sitting.client.get("/health/ready").status == 200).then_some(()));
    for seq in 2..6 {
        assert_eq!(sitting.keep(seq).json()["state"], "safe");
    }
    assert_eq!(crate::tables::count(&house.url(), "answer"), 5);
    assert!(server.stop().success());
    let server = Server::start(&house.url());
    assert!(sitting.at(server.address).has_answer());
}
