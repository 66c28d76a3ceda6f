//! What is sent: too much, of the wrong kind, broken, or not text at all. Each is refused in words, and nothing is changed.

use serde_json::json;

use crate::clients::{Answer, COURSE, Client, FORM, Sitting, send};
use crate::house::{House, Server};

const JSON: &str = "application/json";

fn open() -> (House, Server, Sitting) {
    let house = House::new();
    let server = Server::start(&house.url());
    let sitting = Sitting::begin(server.address, "amina");
    (house, server, sitting)
}

/// The server is well, and found no fault with itself.
fn is_well(server: &Server) {
    assert_eq!(Client::of(server.address).get("/en/").status, 200);
    let log = server.log();
    assert!(!log.contains("ERROR") && !log.contains("a request failed") && !log.contains("panic"), "{log}");
}

fn says_that_nothing_was_changed(page: &Answer) {
    assert!(page.body.contains("Nothing was changed."), "{page:?}");
}

/// Wrong turn: a form of 300 KB.
/// Sees: a page that says it is larger than any form here (413).
/// Kept: nothing of it; everything before.
#[test]
fn a_form_that_is_too_large_is_refused_in_words() {
    let (_house, server, sitting) = open();
    let large = "x".repeat(300 * 1024);
    for size in [300 * 1024, 5 << 20] {
        let body = format!("q1={}", "x".repeat(size));
        let page = sitting.client.send("POST", &sitting.page(), FORM, body.as_bytes());
        assert_eq!(page.status, 413, "{size}");
        says_that_nothing_was_changed(&page);
    }
    let problem = sitting.client.json("POST", &sitting.answers(), &json!({ "answer": large }));
    assert_eq!((problem.status, problem.header("content-type")), (413, Some("application/problem+json")));
    is_well(&server);
}

/// Wrong turn: JSON that is broken, of the wrong shape, or nested 10,000 deep; JSON sent to a form, a form sent as JSON.
/// Sees: a problem that says what could not be read and where, or a page that says it is not what is expected (400, 415, 422).
/// Kept: nothing of it; everything before.
#[test]
fn json_and_forms_that_cannot_be_read_change_nothing() {
    let (_house, server, sitting) = open();
    let nested = format!(r#"{{"x": {}{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    for (kind, body, status, detail) in [
        (JSON, "{", 400, "line 1 column 1"),
        (JSON, nested.as_str(), 422, "missing field `answer`"),
        (JSON, "[1]", 422, "line 1 column 2"),
        (JSON, r#"{"answer": "none"}"#, 422, "answer: UUID parsing failed"),
        (JSON, "\u{0}", 400, "line 1 column 1"),
        (FORM, "q1=0", 415, "application/json"),
        ("text/plain", "{}", 415, "application/json"),
    ] {
        let problem = sitting.client.send("POST", &sitting.answers(), kind, body.as_bytes());
        assert_eq!(
            (problem.status, problem.header("content-type")),
            (status, Some("application/problem+json")),
            "{problem:?}"
        );
        assert!(problem.json()["request"].is_string(), "{problem:?}");
        assert!(problem.json()["detail"].as_str().is_some_and(|told| told.contains(detail)), "{detail}: {problem:?}");
    }
    let unlike = sitting.client.send("POST", &sitting.answers(), JSON, b"\xff\xfe{}");
    assert_eq!(unlike.status, 400);
    let page = sitting.client.json("POST", &sitting.page(), &json!({ "q1": "0" }));
    assert_eq!(page.status, 415);
    says_that_nothing_was_changed(&page);
    assert!(!sitting.has_answer());
    is_well(&server);
}

/// Wrong turn: bytes that are no UTF-8, or NUL, in an address, a query, a form or JSON; on either database.
/// Sees: a page or a problem in words (400, 404, 422); in a form, what was typed, with marks for what is no text.
/// Kept: nothing that is no text.
#[test]
fn text_that_is_none_does_no_harm() {
    let house = House::new();
    for url in [house.url(), crate::postgres::address()] {
        let server = Server::start(&url);
        let sitting = Sitting::begin(server.address, "amina");
        let asked = [
            "/en/%FF",
            "/en/courses/%FF",
            "/en/courses/%00",
            "/%00",
            "/en/sign-in?next=%FF%00",
            "/verify/%00",
            "/api/v1/courses/%00/enrolment",
            "/api/v1/attempts/%FF",
            "/media/%00/a.png",
            "/media/00/%FF",
        ];
        for path in asked {
            let answer = sitting.client.get(path);
            assert!([200, 303, 400, 404].contains(&answer.status), "{path}: {answer:?}");
        }
        for body in ["login=%FF&password=%FF%FF%FF%FF%FF%FF%FF%FF&adult=yes", "login=a%00mina&password=x", "%00=%00"] {
            let answer = sitting.client.send("POST", "/en/sign-up", FORM, body.as_bytes());
            assert!([400, 422].contains(&answer.status), "{body}: {answer:?}");
        }
        let mut odd = sitting.answer(1);
        odd["tab"] = json!("a\u{0}b");
        assert_eq!(sitting.client.json("POST", &sitting.answers(), &odd).json()["state"], "safe");
        let name = json!({ "name": "Amina\u{0}" });
        assert!([403, 422].contains(&sitting.client.json("POST", &format!("{COURSE}/certificate"), &name).status));
        is_well(&server);
    }
}

/// Wrong turn: a thousand headers, a header or an address without an end, methods that nobody knows.
/// Sees: a short refusal (405, 414, 431), with what may be asked (`Allow`); a thousand short headers are read past.
/// Kept: everything; the next visitor is served.
#[test]
fn heads_that_nobody_sends_are_refused_and_the_next_is_served() {
    let (_house, server, sitting) = open();
    let head = |lines: &str| format!("GET /en/ HTTP/1.1\r\nhost: haven.test\r\nconnection: close\r\n{lines}\r\n");
    let many: String = (0..1000).map(|n| format!("x-{n}: y\r\n")).collect();
    let long = format!("x: {}\r\n", "y".repeat(300_000));
    let served = send(server.address, head(&many).as_bytes());
    assert!(served.is_none_or(|answer| [200, 431].contains(&answer.status)));
    let refused = send(server.address, head(&long).as_bytes());
    assert!(refused.as_ref().is_none_or(|answer| answer.status == 431), "{refused:?}");
    let endless = format!("GET /{} HTTP/1.1\r\nhost: haven.test\r\n\r\n", "a".repeat(300_000));
    assert!(send(server.address, endless.as_bytes()).is_none_or(|answer| [414, 431].contains(&answer.status)));
    for method in ["FROB", "TRACE", "DELETE", "PATCH", "OPTIONS"] {
        let answer = sitting.client.send(method, "/en/account", "text/plain", b"");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET,HEAD,POST")), "{method}");
    }
    for path in ["/en/", "/en/account", "/health/live"] {
        let answer = sitting.client.send("HEAD", path, "text/plain", b"");
        assert_eq!((answer.status, answer.body.as_str()), (200, ""), "{path}");
    }
    is_well(&server);
}

/// Wrong turn: a `Content-Length` that lies, or two ways to say how long a body is.
/// Sees: a refusal, or nothing if the connection is at fault.
/// Kept: nothing of it: what comes after is no request of anyone else's.
#[test]
fn lengths_that_lie_smuggle_nothing_in() {
    let (_house, server, sitting) = open();
    let path = sitting.page();
    let head = |lengths: &str| {
        format!(
            "POST {path} HTTP/1.1\r\nhost: haven.test\r\ncookie: {}\r\ncontent-type: {FORM}\r\n{lengths}\r\n",
            sitting.client.cookie
        )
    };
    let body = "0\r\n\r\nGET /en/account HTTP/1.1\r\nhost: haven.test\r\n\r\n";
    for lengths in [
        "content-length: -1\r\n",
        "content-length: 1\r\ncontent-length: 60\r\n",
        "content-length: 99999999999999999999999\r\n",
        "transfer-encoding: chunked, identity\r\n",
        "transfer-encoding: gibberish\r\n",
    ] {
        let refused = send(server.address, (head(lengths) + body).as_bytes());
        assert!(refused.as_ref().is_none_or(|answer| answer.status == 400), "{lengths}: {refused:?}");
    }
    let both = send(
        server.address,
        (head("content-length: 4\r\ntransfer-encoding: chunked\r\nconnection: close\r\n") + body).as_bytes(),
    );
    assert!(both.is_none_or(|answer| !answer.body.contains("Your account")));
    let mut short = crate::clients::connect(server.address);
    std::io::Write::write_all(&mut short, (head("content-length: 100\r\n") + "q1=0").as_bytes()).expect("it reads");
    short.shutdown(std::net::Shutdown::Write).expect("it closes");
    assert!(Answer::read(&crate::clients::whole(&mut short)).is_none_or(|answer| answer.status == 400));
    assert!(!sitting.has_answer());
    is_well(&server);
}
