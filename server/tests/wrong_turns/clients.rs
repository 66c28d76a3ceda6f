//! Who asks: a plain client that sends what it is told, byte by byte if need be, and a trainee who walks the path with it.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use serde_json::{Value, json};

use crate::house::PATIENCE;

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: String,
}

impl Answer {
    /// The answer that stands first in these bytes; none if the connection ended without one.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n")?;
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Self { status, head: head.to_owned(), body: body.to_owned() })
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let named = |line: &'_ str| line.split_once(':').filter(|(one, _)| one.eq_ignore_ascii_case(name)).is_some();
        self.head.lines().find(|line| named(line)).and_then(|line| Some(line.split_once(':')?.1.trim()))
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }
}

pub(crate) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a time limit");
    stream
}

/// Everything until the other side closes, or breaks off.
pub(crate) fn whole(stream: &mut TcpStream) -> Vec<u8> {
    let (mut all, mut some) = (Vec::new(), [0; 4096]);
    while let Ok(read @ 1..) = stream.read(&mut some) {
        all.extend_from_slice(&some[..read]);
    }
    all
}

/// Begins a request, whose body comes later: it is there when the server has read the head and waits for the body.
pub(crate) fn begun(address: SocketAddr, path: &str, length: usize) -> TcpStream {
    let mut stream = connect(address);
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-type: {FORM}\r\n\
         content-length: {length}\r\nexpect: 100-continue\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).expect("it reads");
    let mut said = [0; CONTINUE.len()];
    stream.read_exact(&mut said).expect("it asks for the body");
    assert_eq!(&said, CONTINUE);
    stream
}

const CONTINUE: &[u8; 25] = b"HTTP/1.1 100 Continue\r\n\r\n";

/// Sends these bytes as they are.
pub(crate) fn send(address: SocketAddr, bytes: &[u8]) -> Option<Answer> {
    let mut stream = connect(address);
    // Whoever is refused in the middle of it may be cut off: the answer is there all the same.
    stream.write_all(bytes).ok();
    Answer::read(&whole(&mut stream))
}

/// A client with a cookie.
#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) address: SocketAddr,
    pub(crate) cookie: String,
}

impl Client {
    pub(crate) fn of(address: SocketAddr) -> Self {
        Self { address, cookie: String::new() }
    }

    /// The same person at another server.
    pub(crate) fn at(&self, address: SocketAddr) -> Self {
        Self { address, ..self.clone() }
    }

    /// The bytes of a request.
    pub(crate) fn request(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Vec<u8> {
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncookie: {}\r\ncontent-type: {kind}\r\n\
             content-length: {}\r\n\r\n",
            self.address,
            self.cookie,
            body.len()
        );
        [head.as_bytes(), body].concat()
    }

    /// Asks, and gives nothing if the server is not there or breaks off.
    pub(crate) fn try_send(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Option<Answer> {
        let mut stream = TcpStream::connect(self.address).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        stream.write_all(&self.request(method, path, kind, body)).ok();
        Answer::read(&whole(&mut stream))
    }

    pub(crate) fn send(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Answer {
        self.try_send(method, path, kind, body).unwrap_or_else(|| panic!("no answer to {method} {path}"))
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "text/plain", b"")
    }

    pub(crate) fn form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect();
        self.send("POST", path, FORM, pairs.join("&").as_bytes())
    }

    pub(crate) fn json(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.send(method, path, "application/json", body.to_string().as_bytes())
    }

    /// Signs up under this name, with the cookie that opens.
    pub(crate) fn sign_up(address: SocketAddr, login: &str) -> Self {
        let fields = [("login", login), ("password", PASSWORD), ("adult", "yes")];
        let answer = Self::of(address).form("/en/sign-up", &fields);
        let cookie = answer.header("set-cookie").unwrap_or_else(|| panic!("not signed up: {answer:?}"));
        Self { address, cookie: cookie.split(';').next().unwrap_or_default().to_owned() }
    }
}

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
pub(crate) const PASSWORD: &str = "a lamp at the harbour";
pub(crate) const COURSE: &str = "/api/v1/courses/small-course";

pub(crate) fn escape(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Someone in the middle of the test.
pub(crate) struct Sitting {
    pub(crate) client: Client,
    pub(crate) attempt: String,
    questions: Vec<Value>,
}

impl Sitting {
    /// Signs up, walks through the course and begins its test.
    pub(crate) fn begin(address: SocketAddr, login: &str) -> Self {
        let client = Client::sign_up(address, login);
        assert_eq!(client.json("PUT", &format!("{COURSE}/enrolment"), &json!({})).status, 200);
        let course = client.get(COURSE).json();
        let lessons = course["modules"].as_array().expect("modules").iter();
        for lesson in lessons.flat_map(|module| module["lessons"].as_array().expect("lessons")) {
            let lesson = lesson["id"].as_str().expect("an id");
            assert_eq!(client.json("PUT", &format!("{COURSE}/lessons/{lesson}/completion"), &json!({})).status, 200);
        }
        let begun = client.json("POST", &format!("{COURSE}/tests/final-test/attempts"), &json!({}));
        assert_eq!(begun.status, 201, "{begun:?}");
        let begun = begun.json();
        let questions = begun["questions"].as_array().expect("questions").clone();
        Self { client, attempt: begun["id"].as_str().expect("an id").to_owned(), questions }
    }

    /// The same at another server.
    pub(crate) fn at(self, address: SocketAddr) -> Self {
        Self { client: self.client.at(address), ..self }
    }

    /// The answer of this number to the first question, which is the first option of it.
    pub(crate) fn answer(&self, seq: u32) -> Value {
        let question = &self.questions[0];
        let rows = question["rows"].as_array().map_or(0, Vec::len).max(1);
        json!({ "answer": id(seq), "tab": "tab", "seq": seq, "question": question["id"], "given": vec!["0"; rows] })
    }

    /// Sends it.
    pub(crate) fn keep(&self, seq: u32) -> Answer {
        self.client.json("POST", &self.answers(), &self.answer(seq))
    }

    pub(crate) fn answers(&self) -> String {
        format!("/api/v1/attempts/{}/answers", self.attempt)
    }

    /// The page with the questions.
    pub(crate) fn page(&self) -> String {
        format!("/en/courses/small-course/tests/final-test/{}", self.attempt)
    }

    /// Whether the server has an answer to the first question.
    pub(crate) fn has_answer(&self) -> bool {
        let state = self.client.get(&format!("/api/v1/attempts/{}", self.attempt)).json();
        state["questions"][0]["given"].as_array().is_some_and(|given| !given.is_empty())
    }
}

/// An id for the answer of this number.
fn id(seq: u32) -> String {
    format!("00000000-0000-4000-8000-{:012x}", u64::from(std::process::id()) << 20 | u64::from(seq))
}
