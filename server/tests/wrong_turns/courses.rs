//! Courses in a folder, while they are served: one that is broken, one that cannot be kept, one whose older version is damaged.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::clients::{COURSE, Client, Sitting, connect, whole};
use crate::house::{COURSES, House, Server, haven, wait_for};
use crate::tables::execute;

/// A folder of two small courses, `a` and `b`, and a server that serves them.
fn two(flags: &[&str]) -> (House, PathBuf, Server) {
    let house = House::new();
    let courses = house.folder.path().join("courses");
    for slug in ["a", "b"] {
        fs::create_dir_all(courses.join(slug).join("en")).expect("made");
        let settings = format!("format = 1\ncode = \"{slug}\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n");
        fs::write(courses.join(slug).join("course.toml"), settings).expect("written");
        write(&courses, slug, "# First title\n");
    }
    let server =
        Server::start_with(haven(), &house.url(), &[&["--courses", courses.to_str().expect("UTF-8")], flags].concat());
    (house, courses, server)
}

fn write(courses: &Path, slug: &str, page: &str) {
    fs::write(courses.join(slug).join("en/course.md"), page).expect("written");
}

/// Gives a course another title, and waits until it is served.
fn retitle(courses: &Path, server: &Server, slug: &str, title: &str) {
    write(courses, slug, &format!("# {title}\n"));
    wait_for("the new title is served", || title_of(server, slug).contains(title).then_some(()));
}

fn title_of(server: &Server, slug: &str) -> String {
    Client::of(server.address).get(&format!("/en/courses/{slug}")).body
}

fn times(server: &Server, said: &str) -> usize {
    server.log().matches(said).count()
}

/// Wrong turn: one of several courses cannot be kept: the database refuses it.
/// Sees: of this course its last state; of the others the new one. The log says it once, not with each look.
/// Kept: everything; once the database takes it, the course is served without a new start.
#[test]
fn a_course_that_cannot_be_kept_keeps_no_other_from_being_served() {
    let (house, courses, server) = two(&[]);
    let refuse =
        "CREATE TRIGGER refuse BEFORE INSERT ON version WHEN NEW.course = 'a' BEGIN SELECT RAISE(ABORT, 'no'); END";
    execute(&house.url(), &[refuse]);
    write(&courses, "a", "# Second title\n");
    wait_for("it is refused", || (times(&server, "the course could not be looked at") == 1).then_some(()));
    retitle(&courses, &server, "b", "Second title");
    retitle(&courses, &server, "b", "Third title");
    assert!(title_of(&server, "a").contains("First title"));
    assert_eq!(times(&server, "the course could not be looked at"), 1);
    execute(&house.url(), &["DROP TRIGGER refuse"]);
    retitle(&courses, &server, "b", "Fourth title");
    assert!(title_of(&server, "a").contains("Second title"));
}

/// Wrong turn: a course has errors while others are being written.
/// Sees: its last good version. The log names the errors once, and again only when they are others.
/// Kept: everything.
#[test]
fn the_errors_of_a_course_are_told_in_the_log_once() {
    let (_house, courses, server) = two(&[]);
    let told = || times(&server, "the course has errors");
    write(&courses, "a", "# First title\n\n<b>\n");
    wait_for("it is told", || (told() == 1).then_some(()));
    retitle(&courses, &server, "b", "Second title");
    retitle(&courses, &server, "b", "Third title");
    assert_eq!(told(), 1);
    write(&courses, "a", "# First title\n\n<i>\n\n<b>\n");
    wait_for("it is told again", || (told() == 2).then_some(()));
    assert!(title_of(&server, "a").contains("First title"));
}

/// Wrong turn: the folder of courses is moved away while it is served, and comes back.
/// Sees: the courses as they were; then what is in the folder.
/// Kept: everything.
#[test]
fn a_folder_that_is_gone_and_back_is_served_again() {
    let (_house, courses, server) = two(&[]);
    let away = courses.with_file_name("away");
    fs::rename(&courses, &away).expect("moved");
    wait_for("it is missed", || server.log().contains("cannot be read").then_some(()));
    assert!(title_of(&server, "a").contains("First title"));
    write(&away, "a", "# Second title\n");
    fs::rename(&away, &courses).expect("moved back");
    wait_for("it is back", || title_of(&server, "a").contains("Second title").then_some(()));
    retitle(&courses, &server, "a", "Third title");
}

/// Wrong turn: the frozen version of a course that people are on is damaged in the database.
/// Sees: on the pages that list many courses or people, everything else; in its place, that it cannot be read here and that what
/// was done is kept. Its own page says so too.
/// Kept: everything that was done.
#[test]
fn a_version_that_cannot_be_read_hides_nothing_but_itself() {
    let house = House::new();
    let own = house.folder.path().join("courses/small-course");
    copy(&Path::new(COURSES).join("small-course"), &own);
    let courses = house.folder.path().join("courses");
    let flags = ["--demo", "--courses", courses.to_str().expect("UTF-8")];
    let server = Server::start_with(haven(), &house.url(), &flags);
    let sitting = Sitting::begin(server.address, "amina");
    let submitted =
        sitting.client.json("POST", &format!("/api/v1/attempts/{}/submission", sitting.attempt), &json!({}));
    assert!(submitted.status < 300, "{submitted:?}");
    assert!(server.stop().success());
    // Another shape: whoever is enrolled stays on the version that is about to be damaged.
    let settings = fs::read_to_string(own.join("course.toml")).expect("it is there").replace("COP-EDU", "COP-NEW");
    fs::write(own.join("course.toml"), settings).expect("written");
    execute(&house.url(), &["DELETE FROM file"]);
    let server = Server::start_with(haven(), &house.url(), &flags);
    let amina = sitting.client.at(server.address);
    let sees = |client: &Client, path: &str, said: &str| {
        let page = client.get(path);
        assert!(page.status == 200 && page.body.contains(said), "{path}: {page:?}");
    };
    sees(&amina, "/en/home", "cannot be shown now");
    sees(&amina, "/en/", "/en/courses/small-course");
    let instructor = demo(&server, "instructor");
    sees(&instructor, "/en/results", "cannot be read here");
    sees(&instructor, "/en/results", "amina");
    let row = instructor.get("/api/v1/results").json()["rows"][0].clone();
    assert_eq!((&row["login"], &row["percent"]), (&"amina".into(), &Value::Null));
    sees(&demo(&server, "coordinator"), "/en/enrolments", "cannot be read here");
    let page = amina.get("/en/courses/small-course");
    assert!(page.status == 500 && page.body.contains("What you did in it is kept"), "{page:?}");
    assert_eq!(amina.get(&format!("{COURSE}/enrolment")).status, 500);
    assert_eq!(Client::of(server.address).get("/en/courses/small-course").status, 200, "the new version is open");
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("made");
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

fn demo(server: &Server, login: &str) -> Client {
    let fields = [("login", login), ("password", &format!("harbour-{login}"))];
    let answer = Client::of(server.address).form("/en/sign-in", &fields);
    let cookie = answer.header("set-cookie").unwrap_or_else(|| panic!("not signed in: {answer:?}"));
    Client { address: server.address, cookie: cookie.split(';').next().unwrap_or_default().to_owned() }
}

/// What a page hears that listens: each state of the courses has another number.
#[test]
fn a_page_hears_of_each_change_while_someone_writes_and_is_let_go_when_the_server_stops() {
    let (_house, courses, server) = two(&["--live", "--demo"]);
    let author = demo(&server, "author");
    let seen = |by: &Client, slug: &str| by.get(&format!("/en/courses/{slug}")).body;
    let mut page = connect(server.address);
    let ask = Client::of(server.address).request("GET", "/live", "text/plain", b"");
    std::io::Write::write_all(&mut page, &ask).expect("it reads");
    let first = number(&mut page);
    assert!(title_of(&server, "a").contains(&format!("data-turn=\"{first}\"")), "the page is of that state");
    write(&courses, "a", "# First title\n\n<b>\n");
    let second = number(&mut page);
    assert_ne!(first, second);
    assert!(seen(&author, "a").contains("a/en/course.md:3:1"), "what is wrong stands above the page");
    assert!(!seen(&author, "b").contains("a/en/course.md"), "and above no other course's");
    // A line of a bank says which answer is right.
    for (reader, said) in
        [(demo(&server, "trainee"), "What to mend is shown"), (Client::of(server.address), "/en/sign-in?next=")]
    {
        let page = seen(&reader, "a");
        assert!(page.contains("One error") && page.contains(said), "how much is wrong is for everyone: {page}");
        assert!(!page.contains("course.md:3:1") && !page.contains("&lt;b&gt;"), "{page}");
    }
    assert!(server.stop().success());
    whole(&mut page);
}

/// Reads until a number was said.
fn number(page: &mut impl Read) -> String {
    let mut said = String::new();
    let mut byte = [0];
    while !(said.contains("data: ") && said.ends_with("\n\n")) {
        page.read_exact(&mut byte).expect("it says more");
        said.push(char::from(byte[0]));
    }
    said.rsplit_once("data: ").expect("a number").1.trim().to_owned()
}

/// Wrong turn: a program on the machine listens for changes again and again, and never ends.
/// Sees: whoever has listened longest is let go; pages are served as before.
/// Kept: everything.
#[test]
fn however_many_listen_there_is_room_for_those_who_read() {
    let (_house, _courses, server) = two(&["--live"]);
    let mut ears: Vec<_> = (0..70)
        .map(|_| {
            let mut page = connect(server.address);
            let ask = format!("GET /live HTTP/1.1\r\nhost: {}\r\n\r\n", server.address);
            std::io::Write::write_all(&mut page, ask.as_bytes()).expect("it reads");
            number(&mut page);
            page
        })
        .collect();
    let staying = ears.split_off(10);
    ears.iter_mut().for_each(|ear| drop(whole(ear)));
    assert!(title_of(&server, "a").contains("First title"));
    let rest = std::time::Duration::from_millis(1);
    for mut ear in staying {
        ear.set_read_timeout(Some(rest)).expect("set");
        let ended = loop {
            match ear.read(&mut [0; 64]) {
                Ok(0) => break true,
                Ok(_) => {}
                Err(error) => break error.kind() != std::io::ErrorKind::WouldBlock,
            }
        };
        assert!(!ended, "it was let go");
    }
}

/// Wrong turn: while someone writes, a folder of a course has a name that cannot be an address; a course never was without errors; the
/// folder of courses is moved away.
/// Sees: above each page, which of these, and what to do; and nothing of what nobody here can mend.
/// Kept: everything.
#[test]
fn what_is_left_out_or_away_stands_above_the_page() {
    let (_house, courses, server) = two(&["--live"]);
    let page = |path: &str| Client::of(server.address).get(path).body;
    assert!(page("/en/").contains("No errors, no warnings."), "of the packs inside the program nothing is said");
    for name in ["My Course", "c"] {
        fs::create_dir_all(courses.join(name).join("en")).expect("made");
        fs::copy(courses.join("a/course.toml"), courses.join(name).join("course.toml")).expect("copied");
        write(&courses, name, "# C\n\n<b>\n");
    }
    wait_for("it is left out", || page("/en/").contains("The folder “My Course” holds a course").then_some(()));
    wait_for("it has errors", || page("/en/courses/c").contains("never was a state of it").then_some(()));
    assert!(!page("/en/courses/c").contains("is the last one without errors"));
    fs::rename(courses.join("My Course"), courses.join("my-course")).expect("renamed");
    wait_for("it is named anew", || (!page("/en/").contains("My Course")).then_some(()));
    write(&courses, "a", "# First title\n\n<b>\n");
    wait_for("it has errors", || page("/en/courses/a").contains("is the last one without errors").then_some(()));
    let away = courses.with_file_name("away");
    fs::rename(&courses, &away).expect("moved");
    wait_for("it is missed", || page("/en/").contains("cannot be looked at now").then_some(()));
    fs::rename(&away, &courses).expect("moved back");
    wait_for("it is back", || (!page("/en/").contains("cannot be looked at now")).then_some(()));
}

/// Wrong turn: a course is served instead of the folder in which courses stand.
/// Sees: in the terminal, which folder to name.
/// Kept: everything; the database is not touched.
#[test]
fn whoever_serves_a_course_is_told_of_the_folder_above_it() {
    let house = House::new();
    let course = Path::new(COURSES).join("small-course");
    let mut command = haven();
    command.args(["serve", "--addr", "127.0.0.1:0", "--database", &house.url(), "--courses"]).arg(&course);
    let output = command.output().expect("it runs");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("small-course is a course.") && said.contains(&format!("--courses {COURSES}\n")), "{said}");
    let mut command = haven();
    command.args(["serve", "--database", &house.url(), "--courses", "."]).current_dir(&course);
    let said = String::from_utf8(command.output().expect("it runs").stderr).expect("UTF-8");
    assert!(said.contains("--courses ./..\n"), "{said}");
    assert!(!house.file().exists());
}

#[test]
fn nobody_hears_anything_and_nothing_stands_above_a_page_unless_it_was_asked_for() {
    let (_house, _courses, server) = two(&[]);
    assert_eq!(Client::of(server.address).get("/live").status, 404);
    assert!(!title_of(&server, "a").contains("live.js"));
}

/// Wrong turn: the page for writing is asked for at an address that others reach.
/// Sees: in the terminal, that everyone would see what is wrong in unfinished courses, and which address to take.
/// Kept: everything; nothing is served.
#[test]
fn the_live_page_is_for_this_machine_only() {
    let house = House::new();
    let (url, folder) = (house.url(), house.folder.path().to_str().expect("UTF-8").to_owned());
    let mut command = haven();
    command.args(["serve", "--live", "--addr", "0.0.0.0:0", "--courses", &folder, "--database", &url]);
    let output = command.output().expect("it runs");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(!output.status.success() && said.contains("everyone who reaches 0.0.0.0:0"), "{said}");
    assert!(said.contains("\n    = Leave --addr away"), "{said}");
    assert!(!house.file().exists());
}
