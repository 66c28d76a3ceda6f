//! How SQLite finds what is asked for on the paths everyone walks: by an index, never by reading a whole table. The questions
//! are heard while they are asked, so that none is forgotten here when it changes.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use assessment::{Answer, Presented, Reply};
use course::{QuestionId, SurveySlug};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use time::Duration;

use crate::attempts::{self, Begun, NewAnswer, NewAttempt, Rules};
use crate::content::{self, NewVersion};
use crate::home::Home;
use crate::names::{LoginName, Scope};
use crate::people::{self, NewPerson};
use crate::surveys::Asked;
use crate::{AnswerId, AttemptId, Clock, Moment, Store, TokenId, certificates, connect, fresh, learning};
use crate::{sessions, surveys, throttle, tokens};

type Heard = Arc<Mutex<Vec<Statement>>>;

fn listen(db: &mut DatabaseConnection, heard: &Heard) {
    let heard = heard.clone();
    db.set_metric_callback(move |info| {
        heard.lock().unwrap_or_else(PoisonError::into_inner).push(info.statement.clone());
    });
}

/// A day of one trainee: signing up and in, a lesson, a test with its answers, and what the clock does meanwhile.
async fn a_day(store: &Store) -> crate::Result<()> {
    let login = LoginName::parse("amina").expect("a login name");
    let here = [10, 0, 0, 1].into();
    let new = NewPerson { login: login.clone(), password: "hash".into(), email: None, adult: true, country: None };
    throttle::take_turn_to_sign_up(store, here).await?;
    let person = people::sign_up(store, new).await?.expect("the name is free");
    throttle::take_turn(store, &login, here).await?;
    people::by_login(store, &login).await?;
    throttle::forgive(store, &login, here).await?;
    let token = sessions::open(store, person).await?;
    let who = sessions::find(store, &token).await?.expect("signed in");
    let may_manage = who.may_manage_tokens().expect("in a browser");
    let made = tokens::make(store, may_manage, TokenId(fresh()), "script".into(), vec![Scope::Read]).await?;
    tokens::find(store, &made.expect("a first token")).await?.expect("known");
    let enrolment = learning::enrol(store, who.may_learn().expect("adult"), "c".into(), "v".into()).await?;
    let may = who.may_progress(&enrolment).expect("their own");
    learning::progress(store, person, "c").await?;
    learning::complete(store, may, "lesson".into()).await?;
    learning::all_progress(store, person).await?;
    learning::last_done(store, enrolment.id).await?;
    let survey = SurveySlug::parse("closing").expect("a name");
    let replies = vec![(QuestionId::parse("how").expect("an id"), Reply::Scale { picked: 1, of: 5 })];
    surveys::answered(store, enrolment.id).await?;
    surveys::reply(store, may, Asked { survey, part: String::new() }, replies).await?;
    let drawn = vec![Presented { question: "q".into(), order: vec![0, 1] }];
    let rules = Rules { limit: Some(3), wait: Duration::ZERO };
    let (test, lasts) = ("t".to_owned(), Some(Duration::minutes(20)));
    let new = NewAttempt { id: AttemptId(fresh()), test, version: "v".into(), drawn, lasts, rules };
    let Begun::Open(id) = attempts::begin(store, may, new).await? else { panic!("a first try is free") };
    let attempt = attempts::find(store, id).await?.expect("it was begun");
    let may_answer = who.may_answer(&attempt).expect("their own");
    let given = Answer::Choice(1);
    let answer = NewAnswer { id: AnswerId(fresh()), question: "q".into(), tab: "tab".into(), seq: 1, given };
    for _ in 0..2 {
        attempts::answer(store, may_answer, vec![answer.clone()]).await?.expect("not too many");
    }
    attempts::submit_overdue(store, Moment(0)).await?;
    attempts::submit(store, may_answer).await?;
    attempts::of_test(store, &enrolment, "t").await?;
    attempts::arrived(store, &[id]).await?;
    certificates::of_person(store, person).await?;
    certificates::of_enrolment(store, enrolment.id).await?;
    certificates::find(store, "HV-0000").await?;
    content::file(store, "hash").await?;
    sessions::forget_ended(store, store.now()).await?;
    throttle::forget_old(store, store.now()).await?;
    sessions::close(store, &token).await
}

#[tokio::test]
async fn no_path_that_everyone_walks_reads_a_whole_table() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}?mode=rwc", folder.path().join("haven.db").display());
    let mut writing = connect::writing(&url).await.expect("a new file");
    let mut reading = connect::reading(&url).await.expect("the same file");
    let heard = Heard::default();
    listen(&mut reading, &heard);
    listen(&mut writing, &heard);
    let store =
        Store::over(writing, reading, Home::new(&url), Clock::held(Moment(1_750_000_000_000))).await.expect("it opens");
    let new = NewVersion { course: "c".into(), hash: "v".into(), shape: "s".into(), files: BTreeMap::new() };
    content::publish(&store, new).await.expect("it is published");
    heard.lock().unwrap_or_else(PoisonError::into_inner).clear();
    a_day(&store).await.expect("the database answers");

    let asked = std::mem::take(&mut *heard.lock().unwrap_or_else(PoisonError::into_inner));
    let asked: Vec<_> = asked.into_iter().filter(|one| !one.sql.contains("SAVEPOINT")).collect();
    assert!(asked.len() > 40, "{} questions were heard", asked.len());
    for one in asked {
        let explain = Statement { sql: format!("EXPLAIN QUERY PLAN {}", one.sql), ..one.clone() };
        for row in store.reader().query_all_raw(explain).await.expect("a plan") {
            let step: String = row.try_get("", "detail").expect("a step of the plan");
            let whole = step.starts_with("SCAN") && !step.starts_with("SCAN CONSTANT");
            assert!(!whole, "{step} for {}", one.sql);
        }
    }
}
