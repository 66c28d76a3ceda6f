//! A database outlives the program that made it, and more than one program may be at work on it.

use crate::house::{Database, House, answer, nowhere};
use crate::on_both;
use course::{CountryCode, SurveySlug};
use rstest::rstest;
use rstest_reuse::apply;
use sea_orm::ConnectionTrait;
use serde_json::json;
use store::certificates::{self, Claimed, NewCertificate};
use store::names::Scope;
use store::surveys::{Asked, Replied};
use store::{Clock, Store, TokenId, attempts, fresh, people, policy, surveys, tokens};

/// As the first version of Haven left it.
async fn as_the_first_version_left_it(url: &str) {
    let db = sea_orm::Database::connect(url).await.expect("the database is there");
    for statement in [
        "DROP TABLE access_token",
        "DROP TABLE survey_mark",
        "DROP TABLE survey_answer",
        "ALTER TABLE person DROP COLUMN country",
        "ALTER TABLE revocation DROP COLUMN reissue",
        "DROP INDEX submission_order",
        "CREATE INDEX submission_order ON submission (counter)",
        "DELETE FROM seaql_migrations WHERE version <> 'm0001_first'",
    ] {
        db.execute_unprepared(statement).await.expect("it is done");
    }
    db.close().await.expect("it closes");
}

#[apply(on_both)]
#[tokio::test]
async fn what_an_older_version_kept_is_there_after_the_tables_have_changed(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, Some(20)).await;
    house.answers(house.may_answer(&who, id).await, vec![answer("q1", "tab", 1, 0)]).await;
    let new = |number: &str| NewCertificate { number: number.into(), kind: "achievement".into(), facts: json!({}) };
    certificates::issue(&house.store, may, new("ONE")).await.expect("kept");
    let console = policy::at_the_console();
    certificates::revoke(&house.store, console, "ONE".into(), "sat by another".into(), true).await.expect("kept");
    let before = format!("{:?}", attempts::find(&house.store, id).await.expect("read"));
    as_the_first_version_left_it(&house.url).await;
    let house = house.reopened().await;
    assert_eq!(format!("{:?}", attempts::find(&house.store, id).await.expect("read")), before);
    assert_eq!(attempts::arrived(&house.store, &[id]).await.expect("read")[&id].len(), 1);
    let refused = certificates::issue(&house.store, may, new("TWO")).await.expect("read");
    let Claimed::Refused(one) = refused else { panic!("an older version said nothing of another: {refused:?}") };
    assert_eq!(one.revoked.expect("revoked").why, "sat by another");
    let may_manage = who.may_manage_tokens().expect("in a browser");
    let made =
        tokens::make(&house.store, may_manage, TokenId(fresh()), "x".into(), vec![Scope::Read]).await.expect("kept");
    assert!(made.is_ok(), "what is new works too");
    let closing = Asked { survey: SurveySlug::parse("closing").expect("a name"), part: String::new() };
    let replied = surveys::reply(&house.store, may, closing, Vec::new()).await.expect("kept");
    assert_eq!(replied, Replied::Kept, "an enrolment from before answers a survey");
    let may = who.may_change_account().expect("in a browser");
    people::set_country(&house.store, may, CountryCode::parse("mw").ok()).await.expect("kept");
}

#[apply(on_both)]
#[tokio::test(flavor = "multi_thread")]
async fn servers_that_start_at_once_on_an_empty_database_all_open(#[case] database: Database) {
    let (_folder, url) = nowhere(database).await;
    let starts = [(); 4].map(|()| {
        let url = url.clone();
        tokio::spawn(async move { Store::open(&url, Clock::system()).await })
    });
    for start in starts {
        let store = start.await.expect("it ran").expect("it opens");
        store.ping().await.expect("it writes");
        store.close().await.expect("it closes");
    }
}

#[apply(on_both)]
#[tokio::test(flavor = "multi_thread")]
async fn two_servers_on_one_database_lose_nothing_and_count_nothing_twice(#[case] database: Database) {
    const EACH: i64 = 60;
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, Some(20)).await;
    let may = house.may_answer(&who, id).await;
    let second = Store::open(&house.url, house.clock.clone()).await.expect("a second server opens");
    let server = |store: Store, tab: &'static str| async move {
        for seq in 1..=EACH {
            let kept = attempts::answer(&store, may, vec![answer("q1", tab, seq, 0)]).await;
            kept.expect("kept").expect("not too many");
        }
    };
    let (one, two) = (tokio::spawn(server(house.store.clone(), "one")), tokio::spawn(server(second.clone(), "two")));
    one.await.expect("the first is done");
    two.await.expect("the second is done");
    let arrived = attempts::arrived(&second, &[id]).await.expect("read").remove(&id).expect("answers");
    for tab in ["one", "two"] {
        let order: Vec<i64> = arrived.iter().filter(|one| one.tab == tab).map(|one| one.seq).collect();
        assert_eq!(order, (1..=EACH).collect::<Vec<_>>(), "{tab}");
    }
    second.close().await.expect("it closes");
}
