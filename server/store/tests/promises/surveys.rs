//! Surveys: asked once, kept apart from whoever answered, told only of five or more.

use std::collections::{BTreeMap, BTreeSet};

use assessment::Reply;
use course::{QuestionId, SurveySlug};
use rstest::rstest;
use rstest_reuse::apply;
use sea_orm::{ConnectionTrait, Statement};
use store::learning::Enrolment;
use store::names::{LoginName, Role};
use store::policy::{MayProgress, MaySeeResults};
use store::surveys::{self, Asked, Replied, Said};
use store::{fresh, learning, people, policy, sessions};
use time::Duration;

use crate::house::{Database, House};
use crate::on_both;

fn asked(part: &str) -> Asked {
    Asked { survey: SurveySlug::parse("closing").expect("a name"), part: part.into() }
}

fn id(text: &str) -> QuestionId {
    QuestionId::parse(text).expect("an id")
}

fn scale(picked: usize) -> (QuestionId, Reply) {
    (id("how"), Reply::Scale { picked, of: 5 })
}

fn text(words: &str) -> (QuestionId, Reply) {
    (id("why"), Reply::Text(words.into()))
}

async fn instructor(house: &House) -> MaySeeResults {
    house.person("teacher").await;
    let login = LoginName::parse("teacher").expect("a name");
    people::give_role(&house.store, policy::at_the_console(), login.clone(), Role::Instructor).await.expect("given");
    let teacher = people::by_login(&house.store, &login).await.expect("read").expect("there").person;
    let token = sessions::open(&house.store, teacher).await.expect("opened");
    let who = sessions::find(&house.store, &token).await.expect("read").expect("there");
    who.may_see_results().expect("an instructor")
}

async fn learners(house: &House, count: usize) -> Vec<(Enrolment, MayProgress)> {
    let mut all = Vec::new();
    for number in 0..count {
        let who = house.person(&format!("learner{number}")).await;
        all.push(house.enrolled(&who).await);
    }
    all
}

#[apply(on_both)]
#[tokio::test]
async fn a_survey_is_answered_once_however_often_and_fast_it_is_sent(#[case] database: Database) {
    let house = House::new(database).await;
    let (enrolment, may) = learners(&house, 1).await.remove(0);
    let send = |part: &'static str| surveys::reply(&house.store, may, asked(part), vec![scale(1), text("x")]);
    let (one, two) = tokio::join!(send(""), send(""));
    let came: BTreeSet<String> = [one, two].map(|came| format!("{:?}", came.expect("kept"))).into();
    assert_eq!(came, ["Before".to_owned(), "Kept".to_owned()].into());
    assert_eq!(send("").await.expect("read"), Replied::Before);
    assert_eq!(send("a-module").await.expect("kept"), Replied::Kept, "of another part it is asked again");
    let answered = surveys::answered(&house.store, enrolment.id).await.expect("read");
    assert_eq!(answered, [asked(""), asked("a-module")].into());
    assert_eq!(rows(&house, "survey_answer").await.len(), 4);
}

#[apply(on_both)]
#[tokio::test]
async fn of_fewer_than_five_nothing_is_told_and_of_five_what_each_question_was_answered(#[case] database: Database) {
    let house = House::new(database).await;
    let may_see = instructor(&house).await;
    let closing = asked("").survey;
    let told = || surveys::summary(&house.store, may_see, "course", &closing);
    let written = |page| {
        let (store, asked) = (house.store.clone(), asked(""));
        async move { surveys::written(&store, may_see, "course", &asked, &id("why"), page).await.expect("read") }
    };
    assert_eq!(told().await.expect("read"), BTreeMap::new());
    for (number, (_, may)) in learners(&house, 7).await.into_iter().enumerate() {
        if number < 5 {
            let few = told().await.expect("read");
            assert!(few.values().all(|said| *said == Said::Few), "after {number}: {few:?}");
        }
        assert_eq!(written(0).await, Vec::<String>::new(), "after {number}");
        let words = (number != 1).then(|| text(&format!("words {number}")));
        let replies = std::iter::once(scale(number % 2)).chain(words).collect();
        surveys::reply(&house.store, may, asked(""), replies).await.expect("kept");
        if number == 4 {
            let Some(Said::Enough(summary)) = told().await.expect("read").remove("") else { panic!("five answered") };
            assert_eq!((summary.people, summary.written), (5, BTreeMap::new()), "only four wrote");
            let mut picked = summary.picked["how"].clone();
            picked.sort();
            assert_eq!(picked, [(scale(0).1, 3), (scale(1).1, 2)]);
        }
        if number >= 5 {
            break;
        }
    }
    let Some(Said::Enough(summary)) = told().await.expect("read").remove("") else { panic!("six answered") };
    assert_eq!((summary.people, summary.written["why"]), (6, 5));
    let all: BTreeSet<String> = written(0).await.into_iter().collect();
    assert_eq!(all, [0, 2, 3, 4, 5].map(|number| format!("words {number}")).into());
    assert_eq!(written(1).await, Vec::<String>::new());
    let other = surveys::summary(&house.store, may_see, "other", &closing).await.expect("read");
    assert_eq!(other, BTreeMap::new(), "another course has its own");
}

#[apply(on_both)]
#[tokio::test]
async fn no_reply_says_whose_it_is_when_it_was_given_or_in_which_order(#[case] database: Database) {
    let house = House::new(database).await;
    let learners = learners(&house, 12).await;
    let mut secrets: Vec<String> = Vec::new();
    for (number, (enrolment, may)) in learners.iter().enumerate() {
        house.clock.pass(Duration::minutes(1));
        secrets.extend([enrolment.id.to_string(), enrolment.person.to_string(), house.store.now().0.to_string()]);
        surveys::reply(&house.store, *may, asked(""), vec![scale(number % 5), text(&format!("words {number:02}"))])
            .await
            .expect("kept");
    }
    let replies = rows(&house, "survey_answer").await;
    assert_eq!(replies.len(), 24);
    for row in &replies {
        let keys: Vec<&str> = row.as_object().expect("a row").keys().map(String::as_str).collect();
        assert_eq!(keys, ["course", "day", "id", "part", "picked", "question", "survey", "written"]);
        let told = row.to_string();
        assert!(!secrets.iter().any(|secret| told.contains(secret)), "{told}");
        assert_eq!(row["day"], "2025-06-15");
        let id: uuid::Uuid = row["id"].as_str().expect("an id").parse().expect("an id");
        assert_eq!(id.get_version_num(), 4, "an id of its time would tell when it was given");
    }
    for row in rows(&house, "survey_mark").await {
        let keys: Vec<&str> = row.as_object().expect("a row").keys().map(String::as_str).collect();
        assert_eq!(keys, ["enrolment", "part", "survey"]);
    }
    if database == Database::Sqlite {
        // In the file they do not stand in the order in which they came.
        let order: Vec<&str> = replies.iter().filter_map(|row| row["written"].as_str()).collect();
        let mut came = order.clone();
        came.sort_unstable();
        assert_ne!(order, came, "one in 479 million");
        let db = sea_orm::Database::connect(&house.url).await.expect("it is there");
        for table in ["survey_answer", "survey_mark"] {
            let numbered = db.execute_unprepared(&format!("SELECT rowid FROM {table}")).await;
            assert!(numbered.is_err(), "{table} numbers its rows");
        }
    }
}

#[apply(on_both)]
#[tokio::test]
async fn the_days_are_counted_from_the_last_step_that_was_done_first(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (enrolment, may) = house.enrolled(&who).await;
    let last = || learning::last_done(&house.store, enrolment.id);
    assert_eq!(last().await.expect("read"), None);
    learning::complete(&house.store, may, "four-cs".into()).await.expect("kept");
    assert_eq!(last().await.expect("read"), Some(house.store.now()));
    house.clock.pass(Duration::minutes(30));
    let done = house.store.now();
    let first = house.begun(may, None).await;
    store::attempts::submit(&house.store, house.may_answer(&who, first).await).await.expect("kept");
    house.clock.pass(Duration::minutes(30));
    let second = house.begun(may, None).await;
    store::attempts::submit(&house.store, house.may_answer(&who, second).await).await.expect("kept");
    assert_eq!(last().await.expect("read"), Some(done), "a second try at a test puts nothing off");
    assert_eq!(learning::last_done(&house.store, store::EnrolmentId(fresh())).await.expect("read"), None);
}

/// All rows of a table, in the order in which the database gives them.
async fn rows(house: &House, table: &str) -> Vec<serde_json::Value> {
    use sea_orm::FromQueryResult;
    let db = sea_orm::Database::connect(&house.url).await.expect("it is there");
    let all = Statement::from_string(db.get_database_backend(), format!("SELECT * FROM {table}"));
    let rows = sea_orm::JsonValue::find_by_statement(all).all(&db).await.expect("read");
    db.close().await.expect("it closes");
    rows
}
