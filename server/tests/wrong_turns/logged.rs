//! What the log says of a day on which a person did everything there is to do, heard at its loudest.

use serde_json::{Value, json};

use crate::clients::{COURSE, Client, PASSWORD, Sitting};
use crate::house::{House, Server, haven, wait_for};

const LOGIN: &str = "amina.of.the.log";
const EMAIL: &str = "amina@example.org";
const NAME: &str = "Amina Phiri Logged";
const TYPED: &str = "words-that-were-typed";
const ADDRESS: &str = "203.0.113.77";

/// Signs up and in, learns, answers, submits, claims, prints and checks a certificate, makes a token and uses it, goes where
/// one may not, and mistypes. Returns everything secret or personal that came up.
fn a_day(server: &Server) -> Vec<String> {
    let sitting = Sitting::begin(server.address, LOGIN);
    let client = &sitting.client;
    let mut secrets = vec![LOGIN, EMAIL, NAME, PASSWORD, "another lamp", TYPED, ADDRESS]
        .into_iter()
        .map(str::to_owned)
        .collect::<Vec<_>>();
    secrets.push(client.cookie.split_once('=').expect("a cookie").1.to_owned());
    secrets.push(sitting.attempt.clone());
    sitting.keep(1);
    client.json("POST", &format!("/api/v1/attempts/{}/submission", sitting.attempt), &json!({}));
    client.form(&sitting.page(), &[("q1", TYPED), ("a1", TYPED), ("do", "save")]);
    client.json("POST", &sitting.answers(), &json!({ "answer": TYPED, "given": [TYPED] }));
    client.form("/en/sign-up", &[("login", LOGIN), ("password", TYPED), ("email", EMAIL), ("adult", "yes")]);
    client.form("/en/sign-in", &[("login", LOGIN), ("password", TYPED)]);
    client.form("/en/courses/small-course/certificate", &[("name", NAME), ("confirm", "yes")]);
    client.json("POST", &format!("{COURSE}/certificate"), &json!({ "name": NAME }));
    let page = client.form("/en/account/tokens", &[("name", TYPED), ("scope", "read")]).body;
    let token = page
        .split("<code class=\"token\">")
        .nth(1)
        .and_then(|rest| rest.split('<').next())
        .expect("a token")
        .to_owned();
    client.get(&format!("/verify/{TYPED}"));
    client.get(&format!("/en/{TYPED}?next={LOGIN}&q={TYPED}"));
    let head = format!(
        "GET /api/v1/attempts/{} HTTP/1.1\r\nhost: haven.test\r\nconnection: close\r\nauthorization: Bearer {token}\r\n\
         x-forwarded-for: {ADDRESS}\r\nuser-agent: {TYPED}\r\nreferer: http://haven.test/en/{TYPED}\r\n\r\n",
        sitting.attempt
    );
    assert_eq!(crate::clients::send(server.address, head.as_bytes()).expect("an answer").status, 200);
    client.form("/en/account", &[("password", PASSWORD), ("new-password", "another lamp")]);
    client.form("/en/sign-out", &[]);
    secrets.push(token);
    secrets
}

/// What only the program says: the questions it asks the database name columns such as `email`, never what is in them.
fn is_silent_about(log: &str, secrets: &[String]) {
    for secret in secrets {
        let line = log.lines().find(|line| line.contains(secret.as_str()));
        assert!(line.is_none(), "{secret} is in the log: {}", line.unwrap_or_default());
    }
    let line = log.lines().find(|line| line.contains("127.0.0.1"));
    assert!(line.is_none(), "an address is in the log: {}", line.unwrap_or_default());
}

/// The log up to the answer of this call, which is made now: what was said before it has been heard by then.
fn all_said(server: &Server, call: &str) -> String {
    assert_eq!(Client::of(server.address).get(call).status, 200);
    wait_for("the log has come to it", || Some(server.log()).filter(|log| log.contains(call)))
}

/// Wrong turn: the log falls into the wrong hands, written at its loudest (`--log trace`).
/// Sees: of each request its id, method, route and outcome.
/// Kept: in the log, no login name, name, e-mail, password, token, address, answer or sitting.
#[test]
fn the_log_says_nothing_of_a_person() {
    for flags in [["--log", "trace", "--log-format", "text"], ["--log", "trace", "--log-format", "json"]] {
        let house = House::new();
        let server = Server::start_with(haven(), &house.url(), &[&flags[..], &["--behind-proxy"]].concat());
        let before = all_said(&server, "/health/live").len();
        let secrets = a_day(&server);
        let log = all_said(&server, "/health/ready");
        is_silent_about(&log[before..], &secrets);
        assert!(log.contains("/{lang}/courses/{course}/tests/{test}/{attempt}"), "the route is a pattern");
    }
}

/// Wrong turn: something went wrong for someone, and they report the number on the page.
/// Sees: the number, on the page, in the problem and in the head `x-request-id`.
/// Kept: in the log, under that number, what happened; as text and as JSON.
#[test]
fn a_number_on_a_page_is_found_in_the_log() {
    for format in ["text", "json"] {
        let house = House::new();
        let server = Server::start_with(haven(), &house.url(), &["--log-format", format]);
        let sitting = Sitting::begin(server.address, LOGIN);
        let moved = house.file().with_extension("moved");
        std::fs::rename(house.file(), moved).expect("it is moved");
        let problem = sitting.keep(1);
        let id = problem.json()["request"].as_str().expect("an id").to_owned();
        assert_eq!(problem.header("x-request-id"), Some(id.as_str()));
        let page = sitting.client.form("/en/courses/small-course", &[]);
        assert!(page.body.contains(page.header("x-request-id").expect("an id")), "{page:?}");
        let (log, line) = wait_for("the log tells of it", || {
            let mut log = server.log();
            log.truncate(log.rfind('\n')? + 1);
            let line = log.lines().find(|line| line.contains(&id) && line.contains("a request failed"))?.to_owned();
            Some((log, line))
        });
        if format == "json" {
            let event: Value = serde_json::from_str(&line).expect("a line is JSON");
            assert_eq!((&event["span"]["id"], &event["level"]), (&json!(id), &json!("ERROR")));
            assert!(log.lines().all(|line| serde_json::from_str::<Value>(line).is_ok()), "every line is JSON: {log}");
        }
    }
}
