//! Enrolments, lessons, versions and certificates: each fact once.

use crate::house::{Database, House};
use crate::on_both;
use rstest::rstest;
use rstest_reuse::apply;
use serde_json::json;
use store::certificates::{self, Claimed, NewCertificate, Revoked};
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
    let progress = learning::progress(&house.store, who.person(), "course").await.expect("read").expect("enrolled");
    assert_eq!(progress.lessons.into_iter().collect::<Vec<_>>(), ["four-cs"]);
    assert!(learning::progress(&house.store, who.person(), "other").await.expect("read").is_none());
    assert_eq!(learning::all_progress(&house.store, who.person()).await.expect("read").len(), 1);
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
async fn a_certificate_is_issued_once_revoked_once_and_issued_anew_only_if_that_was_said(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (enrolment, may) = house.enrolled(&who).await;
    let new = |number: &str| NewCertificate {
        number: number.into(),
        kind: "achievement".into(),
        facts: json!({"name": "A"}),
    };
    let issue = |number: &'static str| certificates::issue(&house.store, may, new(number));
    assert_eq!(issue("ONE").await.expect("kept"), Claimed::Issued);
    let again = issue("TWO").await.expect("read");
    assert!(matches!(again, Claimed::Stands(one) if one.number == "ONE"), "a double click");
    let revoke = |number: &str, why: &str, reissue| {
        certificates::revoke(&house.store, policy::at_the_console(), number.into(), why.into(), reissue)
    };
    assert_eq!(revoke("ONE", "misspelt", true).await.expect("kept"), Revoked::Done);
    let first = revoke("ONE", "again", false).await.expect("read");
    assert!(matches!(first, Revoked::Already(first) if first.why == "misspelt" && first.reissue));
    assert_eq!(revoke("NONE", "x", false).await.expect("read"), Revoked::Unknown);
    assert_eq!(issue("TWO").await.expect("kept"), Claimed::Issued);
    assert_eq!(revoke("TWO", "sat by another", false).await.expect("kept"), Revoked::Done);
    let refused = issue("THREE").await.expect("read");
    assert!(matches!(refused, Claimed::Refused(one) if one.number == "TWO"));
    let all = certificates::of_person(&house.store, who.person()).await.expect("read");
    assert_eq!(all.iter().map(|one| one.number.as_str()).collect::<Vec<_>>(), ["TWO", "ONE"]);
    assert_eq!(certificates::of_enrolment(&house.store, enrolment.id).await.expect("read"), all);
    assert!(all.iter().all(|one| one.person == who.person() && one.revoked.is_some()));
}
