//! Starting: what stands in the way is said in the terminal with its mend, and nothing is changed.

use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::clients::send;
use crate::house::{House, Server, haven, run, sqlite};
use crate::tables::execute;

/// What `haven serve` says when it does not start: its last two lines, what and how it is mended.
fn refused(haven: Command, flags: &[&str]) -> (String, String) {
    let Output { status, stderr, .. } = serve(haven, flags);
    let said = String::from_utf8(stderr).expect("UTF-8");
    assert_eq!(status.code(), Some(1), "{said}");
    let (what, mend) = said.trim_end().rsplit_once("\n    = ").unwrap_or_else(|| panic!("no mend: {said}"));
    (what.lines().last().unwrap_or_default().to_owned(), mend.to_owned())
}

fn serve(mut haven: Command, flags: &[&str]) -> Output {
    haven.args(["serve", "--addr", "127.0.0.1:0"]).args(flags).output().expect("it runs")
}

fn refused_database(url: &str) -> (String, String) {
    refused(haven(), &["--database", url])
}

/// Wrong turn: the port is taken, by another Haven for example.
/// Sees: in the terminal, that the address is taken, and `--addr` for another.
/// Kept: everything; the second server does not touch the database.
#[test]
fn a_port_that_is_taken_is_said_and_the_database_is_not_touched() {
    let (house, taken) = (House::new(), TcpListener::bind("127.0.0.1:0").expect("a free port"));
    let address = taken.local_addr().expect("it is bound").to_string();
    let mut second = haven();
    let output = second.args(["serve", "--addr", &address, "--database", &house.url()]).output().expect("it runs");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(said.contains(&format!("{address} is taken")) && said.contains("--addr"), "{said}");
    assert!(!house.file().exists());
}

/// Wrong turn: the database was used by a newer Haven.
/// Sees: in the terminal, which change it does not know, and to start the newer one.
/// Kept: everything, unchanged.
#[test]
fn a_database_of_a_newer_haven_is_refused() {
    let house = House::new();
    assert!(Server::start(&house.url()).stop().success());
    execute(&house.url(), &["INSERT INTO seaql_migrations (version, applied_at) VALUES ('m0999_later', 0)"]);
    let (what, mend) = refused_database(&house.url());
    assert!(what.contains("newer Haven") && what.contains("m0999_later"), "{what}");
    assert!(mend.contains("Start the newer Haven"), "{mend}");
}

/// Wrong turn: the file is not a database, or a damaged one.
/// Sees: in the terminal, which file, and what to do.
/// Kept: the file, unchanged.
#[test]
fn a_file_that_is_not_a_database_is_named_and_left_as_it_is() {
    let house = House::new();
    let (url, text) = (house.url(), "Minutes of the meeting. ".repeat(100));
    std::fs::write(house.file(), &text).expect("it is written");
    let (what, _) = refused_database(&url);
    assert!(what.ends_with("haven.db is not a database."), "{what}");
    assert_eq!(std::fs::read_to_string(house.file()).expect("it is there"), text);
}

/// Wrong turn: the database's folder is not there, or the path is a folder, or the file is not there and may not be made.
/// Sees: in the terminal, which of these, and how it is mended.
/// Kept: nothing is made.
#[test]
fn a_path_with_nothing_there_is_named_and_nothing_is_made() {
    let house = House::new();
    let folder = house.folder.path();
    let missing = folder.join("missing/haven.db");
    let plain = format!("sqlite:{}", folder.join("haven.db").display());
    for (url, said) in [
        (sqlite(&missing), "there is no folder"),
        (sqlite(folder), "that is a folder"),
        (plain, "There is no database"),
    ] {
        let (what, _) = refused_database(&url);
        assert!(what.contains(said), "{what}");
    }
    assert!(!missing.exists());
}

/// Wrong turn: whoever runs Haven may not write the database or its folder, or the disk is read-only.
/// Sees: in the terminal, which file, and who has to be let.
/// Kept: everything, unchanged.
#[test]
fn a_database_that_may_not_be_written_is_named() {
    let house = House::new();
    let url = house.url();
    assert!(Server::start(&url).stop().success());
    let (what, mend) = refused(someone_who_may_not_write(&house), &["--database", &url]);
    run(Command::new("chmod").args(["-R", "u+w"]).arg(house.folder.path()));
    assert!(what.contains("cannot be written"), "{what}");
    assert!(mend.starts_with("Let that user write both"), "{mend}");
}

/// Whom file permissions bind: us, or whoever owns nothing if we are root.
fn someone_who_may_not_write(house: &House) -> Command {
    let program = house.folder.path().join("haven");
    std::fs::copy(env!("CARGO_BIN_EXE_haven"), &program).expect("a copy that anyone may start");
    run(Command::new("chmod").args(["-R", "a+rX,a-w"]).arg(house.folder.path()));
    let mut command = Command::new(program);
    if is_root() {
        command.uid(65534).gid(65534).current_dir("/");
    }
    command
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().expect("it runs");
    id.stdout.starts_with(b"0\n")
}

/// Wrong turn: the database's address is of a kind that Haven does not know.
/// Sees: in the terminal, how such addresses are written.
/// Kept: nothing is made.
#[test]
fn an_address_of_another_kind_is_refused_with_examples() {
    for url in ["mysql://haven@db/haven", "haven.db", "/var/lib/haven.db"] {
        let (what, mend) = refused_database(url);
        assert!(what.contains("neither sqlite: nor postgres:") && mend.contains("sqlite:/"), "{what} {mend}");
    }
}

/// Wrong turn: PostgreSQL cannot be reached when Haven starts.
/// Sees: in the terminal, what PostgreSQL or the system says, without the password that stands in the address.
/// Kept: everything.
#[test]
fn a_postgresql_that_is_not_there_is_named_without_its_password() {
    let (what, mend) = refused_database("postgres://haven:secret@127.0.0.1:1/haven");
    assert!(what.contains("postgres://haven@127.0.0.1:1/haven cannot be used"), "{what}");
    assert!(mend.contains("Check that it is running"), "{mend}");
    assert!(!what.contains("secret") && !mend.contains("secret"), "{what} {mend}");
}

/// Wrong turn: an address, a filter of the log or a folder of courses is misspelt.
/// Sees: in the terminal, which, and how it is written.
/// Kept: everything.
#[test]
fn a_setting_that_is_misspelt_is_named() {
    let house = House::new();
    for (flags, said) in [
        (["--url", "haven.example.org"], "write it like https://haven.example.org"),
        (["--log", "info,,=x=y"], "--log is no filter"),
        (["--courses", "/no/such/folder"], "/no/such/folder cannot be read"),
    ] {
        let output = serve(haven(), &[&["--database", &house.url()], &flags[..]].concat());
        let text = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(!output.status.success() && text.contains(said), "{text}");
    }
}

/// Wrong turn: with --live, somebody says under which address the world finds the server, or that a web server stands in front.
/// Sees: in the terminal, that the two do not go together.
/// Kept: everything; the database is not touched.
#[test]
fn what_is_being_written_is_not_served_to_the_world() {
    let house = House::new();
    for flags in [&["--url", "https://courses.example.org"][..], &["--behind-proxy"]] {
        let live = ["--live", "--courses", crate::house::COURSES, "--database", &house.url()];
        let output = serve(haven(), &[&live, flags].concat());
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(output.status.code() == Some(2) && said.contains("--live") && said.contains(flags[0]), "{said}");
    }
    assert!(!house.file().exists());
}

/// Wrong turn: while a server for this machine runs, its browser opens a page of the web that has its own name lead here.
/// Sees: nothing of Haven; in what that page is answered, at which address Haven is.
/// Kept: everything; a server that is for others answers to every name.
#[test]
fn a_server_for_this_machine_answers_to_its_names_only() {
    let ask = |server: &Server, host: &str, path: &str| {
        let bytes = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        let answer = send(server.address, bytes.as_bytes()).expect("it answers");
        (answer.status, answer.body)
    };
    for (flags, is_for_all) in [
        (&["--live"][..], false),
        (&["--demo"], false),
        (&[], true),
        (&["--demo", "--behind-proxy"], true),
        (&["--demo", "--url", "https://courses.example.org"], true),
    ] {
        let house = House::new();
        let flags = [&["--courses", crate::house::COURSES], flags].concat();
        let server = Server::start_with(haven(), &house.url(), &flags);
        for host in ["evil.example", "evil.example:3000"] {
            for path in ["/en/", "/live", "/health/live", "/api/v1/courses"] {
                let (status, body) = ask(&server, host, path);
                let refused = status == 421 && body.contains(&format!("open http://{}/", server.address));
                assert!(refused != is_for_all, "{flags:?} {host} {path}: {status} {body}");
                if is_for_all && path == "/live" {
                    assert_eq!(status, 404);
                }
            }
        }
        for host in [server.address.to_string(), format!("localhost:{}", server.address.port())] {
            assert_eq!(ask(&server, &host, "/en/").0, 200, "{flags:?}");
        }
    }
}

/// Wrong turn: another program holds the database when Haven starts.
/// Sees: after a few seconds, in the terminal, that it is locked, and what to end.
/// Kept: everything, unchanged.
#[test]
fn a_database_that_is_held_by_another_program_is_named() {
    let house = House::new();
    assert!(Server::start(&house.url()).stop().success());
    let _held = crate::tables::Held::exclusive(&house.url());
    let (what, mend) = refused_database(&house.url());
    assert!(what.contains("is locked by another program"), "{what}");
    assert!(mend.starts_with("End that program"), "{mend}");
}

/// Wrong turn: several servers start at the same moment on a database that is not made yet.
/// Sees: nothing: all of them open.
/// Kept: everything; the tables are made in one piece.
#[test]
fn servers_that_make_one_database_at_once_all_open() {
    let house = House::new();
    let url = house.url();
    let starts: Vec<_> = (0..4)
        .map(|_| {
            std::thread::spawn({
                let url = url.clone();
                move || Server::start(&url)
            })
        })
        .collect();
    let servers: Vec<Server> = starts.into_iter().map(|start| start.join().expect("it opened")).collect();
    assert!(servers.into_iter().all(|server| server.stop().success()));
    assert!(Path::new(&house.file()).exists());
}
