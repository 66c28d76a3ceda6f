//! The facts that are stored today are read by every later release.

use certificate::Facts;

use crate::made_up::{facts, number};

const STORED: &str = r#"{"holder":"Thandiwe Mkandawire","course_title":"A safer internet for children","course_code":"COP-EDU-1","course_slug":"safer-internet","version":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","language":"en","kind":"achievement","hours":"3.5","results":[{"test":"Final test","earned":"25/3","of":"10","percent":83,"pass_mark":"at least 70%"}],"issued_on":"2026-11-24","expires_on":"2029-11-24","organiser":"Regional Office for Digital Skills"}"#;

#[test]
fn the_json_of_the_facts_keeps_its_form() {
    assert_eq!(serde_json::to_string(&facts()).expect("JSON"), STORED);
    assert_eq!(serde_json::from_str::<Facts>(STORED).expect("the same JSON"), facts());
}

#[test]
fn what_a_certificate_does_not_state_is_null() {
    let bare = Facts { hours: None, results: Vec::new(), expires_on: None, ..facts() };
    let json = serde_json::to_string(&bare).expect("JSON");
    assert!(json.contains(r#""hours":null,"results":[]"#) && json.contains(r#""expires_on":null"#), "{json}");
    assert_eq!(serde_json::from_str::<Facts>(&json).expect("the same JSON"), bare);
}

#[test]
fn a_number_is_stored_as_it_is_printed() {
    assert_eq!(serde_json::to_string(&number()).expect("JSON"), format!("\"{}\"", number()));
}
