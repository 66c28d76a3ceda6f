//! Enrolments, lessons, versions and certificates: each fact once.

use crate::house::{Database, House};
use crate::on_both;
use rstest::rstest;
use rstest_reuse::apply;
use serde_json::json;
use store::certificates::{self, NewCertificate, Revocation};
use store::{content, learning, policy};

#[apply(on_both)]
#[tokio::test]
async fn enrolling_twice_is_one_enrolment_with_its_first_version(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (first, _) = house.enrolled(&who).await;
    let may = who.may_learn().expect("an adult");
    house.publish("v2", "other shape").await;
    let again = learning::enrol(&house.store, may, "course".into(), "v2".into()).await.expect("kept");
    assert_eq!(again, first);
}

#[apply(on_both)]
#[tokio::test]
async fn a_lesson_done_twice_at_once_is_done_once(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let done = || learning::complete(&house.store, may, "four-cs".into());
    let (one, two) = tokio::join!(done(), done());
    one.expect("kept");
    two.expect("kept");
    let progress = learning::progress(&house.store, who.person, "course").await.expect("read").expect("enrolled");
    assert_eq!(progress.lessons.into_iter().collect::<Vec<_>>(), ["four-cs"]);
    assert!(learning::progress(&house.store, who.person, "other").await.expect("read").is_none());
    assert_eq!(learning::all_progress(&house.store, who.person).await.expect("read").len(), 1);
}

#[apply(on_both)]
#[tokio::test]
async fn an_older_version_is_whole_after_a_new_one_and_a_mended_typo_is_found_by_its_shape(#[case] database: Database) {
    let house = House::new(database).await;
    house.publish("v2", "shape").await;
    house.publish("v3", "other shape").await;
    let files = content::files(&house.store, "v1").await.expect("read").expect("there");
    assert_eq!(files["course.toml"], b"v1");
    let newest = content::newest_of_shape(&house.store, "course", "shape").await.expect("read").expect("there");
    assert_eq!(newest.hash, "v2");
    assert_eq!(content::current(&house.store).await.expect("read")["course"], "v3");
    house.publish("v1", "shape").await;
    assert_eq!(content::current(&house.store).await.expect("read")["course"], "v1", "a folder may go back");
}

#[apply(on_both)]
#[tokio::test]
async fn a_certificate_is_issued_once_revoked_once_and_then_issued_anew(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let new = |number: &str| NewCertificate {
        number: number.into(),
        kind: "achievement".into(),
        facts: json!({"name": "A"}),
    };
    let issue = |number: &'static str| certificates::issue(&house.store, may, new(number));
    assert_eq!(issue("ONE").await.expect("kept"), "ONE");
    assert_eq!(issue("TWO").await.expect("kept"), "ONE", "a double click");
    let revoke = |number: &str, why: &str| {
        certificates::revoke(&house.store, policy::at_the_console(), number.into(), why.into())
    };
    assert_eq!(revoke("ONE", "misspelt").await.expect("kept"), Revocation::Done);
    assert!(
        matches!(revoke("ONE", "again").await.expect("read"), Revocation::Already(first) if first.why == "misspelt")
    );
    assert_eq!(revoke("NONE", "x").await.expect("read"), Revocation::Unknown);
    assert_eq!(issue("TWO").await.expect("kept"), "TWO");
    let all = certificates::of_person(&house.store, who.person).await.expect("read");
    let states: Vec<_> = all.iter().map(|one| (one.number.as_str(), one.revoked.is_some())).collect();
    assert_eq!(states, [("TWO", false), ("ONE", true)]);
}
