//! What is written into a database today is read by every later release.

use assessment::{Answer, Item, Keep, Key, PassMark, PassRule, Percent, Presented};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::made_up::picks;

fn is_kept_as<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: T, json: &str) {
    assert_eq!(serde_json::to_string(&value).expect("JSON"), json);
    assert_eq!(serde_json::from_str::<T>(json).expect("the same JSON"), value);
}

#[test]
fn the_json_that_is_stored_keeps_its_form() {
    is_kept_as(Answer::Choice(2), r#"{"choice":2}"#);
    is_kept_as(Answer::Hotspot(2), r#"{"hotspot":2}"#);
    is_kept_as(Answer::Choices(picks(&[0, 2])), r#"{"choices":[0,2]}"#);
    is_kept_as(Answer::Match(vec![Some(1), None]), r#"{"match":[1,null]}"#);
    is_kept_as(Answer::Order(vec![Some(1), None]), r#"{"order":[1,null]}"#);
    is_kept_as(Answer::Blanks(vec!["é".into(), String::new()]), r#"{"blanks":["é",""]}"#);
    is_kept_as(Answer::Number("-12.50".parse().ok()), r#"{"number":"-12.5"}"#);
    is_kept_as(Answer::Number(None), r#"{"number":null}"#);
    is_kept_as(Answer::Short("116".into()), r#"{"short":"116"}"#);
    is_kept_as(Presented { question: "q".into(), order: vec![1, 0] }, r#"{"question":"q","order":[1,0]}"#);
    is_kept_as(
        Item { key: Key::Match { targets: 2, right: vec![0, 1] }, points: 2, all_or_nothing: true },
        r#"{"key":{"match":{"targets":2,"right":[0,1]}},"points":2,"all_or_nothing":true}"#,
    );
    is_kept_as(
        PassMark { percent: Percent::new(70).expect("a percentage"), rule: PassRule::MoreThan },
        r#"{"percent":70,"rule":"more-than"}"#,
    );
    is_kept_as(Keep::Average, r#""average""#);
}

#[test]
fn a_stored_percentage_above_a_hundred_is_refused() {
    assert!(serde_json::from_str::<Percent>("101").is_err());
}
