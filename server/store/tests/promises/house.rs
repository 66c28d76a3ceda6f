//! A database in a folder of its own, with a clock that stands still, and people in it.

use std::collections::BTreeMap;

use assessment::{Answer, Presented};
use store::attempts::{Begun, NewAnswer, NewAttempt, Receipt, Rules};
use store::content::NewVersion;
use store::learning::Enrolment;
use store::names::LoginName;
use store::people::NewPerson;
use store::policy::{MayAnswer, MayProgress, Who};
use store::{AnswerId, AttemptId, Clock, Moment, Store, attempts, content, fresh, learning, people, sessions};
use time::Duration;

pub(crate) struct House {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) store: Store,
    pub(crate) clock: Clock,
}

impl House {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::held(Moment(1_750_000_000_000));
        let store = Store::open(&url(&folder), clock.clone()).await.expect("a new database opens");
        let house = Self { folder, store, clock };
        house.publish("v1", "shape").await;
        house
    }

    /// The same database, opened again as after a stop.
    pub(crate) async fn reopened(self) -> Self {
        self.store.close().await.expect("it closes");
        let store = Store::open(&url(&self.folder), self.clock.clone()).await.expect("it opens again");
        Self { store, ..self }
    }

    pub(crate) async fn publish(&self, hash: &str, shape: &str) {
        let files = BTreeMap::from([("course.toml".to_owned(), (format!("{hash}-toml"), hash.as_bytes().to_vec()))]);
        let new = NewVersion { course: "course".into(), hash: hash.into(), shape: shape.into(), files };
        content::publish(&self.store, new).await.expect("it is published");
    }

    pub(crate) async fn person(&self, login: &str) -> Who {
        let login = LoginName::parse(login).expect("a login name");
        let new = NewPerson { login, password: "hash".into(), email: None, adult: true };
        let person = people::sign_up(&self.store, new).await.expect("kept").expect("free");
        let token = sessions::open(&self.store, person).await.expect("opened");
        sessions::find(&self.store, &token).await.expect("read").expect("there")
    }

    pub(crate) async fn enrolled(&self, who: &Who) -> (Enrolment, MayProgress) {
        let may = who.may_learn().expect("an adult");
        let enrolment = learning::enrol(&self.store, may, "course".into(), "v1".into()).await.expect("kept");
        let may = who.may_progress(&enrolment).expect("their own");
        (enrolment, may)
    }

    pub(crate) async fn begun(&self, may: MayProgress, minutes: Option<i64>) -> AttemptId {
        match attempts::begin(&self.store, may, sitting(minutes)).await.expect("kept") {
            Begun::Open(id) => id,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) async fn answers(&self, may: MayAnswer, new: Vec<NewAnswer>) -> Vec<Receipt> {
        attempts::answer(&self.store, may, new).await.expect("kept").expect("not too many")
    }

    pub(crate) async fn may_answer(&self, who: &Who, id: AttemptId) -> MayAnswer {
        let attempt = attempts::find(&self.store, id).await.expect("read").expect("there");
        who.may_answer(&attempt).expect("their own")
    }
}

fn url(folder: &tempfile::TempDir) -> String {
    format!("sqlite:{}?mode=rwc", folder.path().join("haven.db").display())
}

pub(crate) fn sitting(minutes: Option<i64>) -> NewAttempt {
    NewAttempt {
        id: AttemptId(fresh()),
        test: "final".into(),
        version: "v1".into(),
        drawn: vec![Presented { question: "q1".into(), order: vec![1, 0] }],
        lasts: minutes.map(Duration::minutes),
        rules: Rules { limit: Some(2), wait: Duration::minutes(10) },
    }
}

pub(crate) fn answer(question: &str, tab: &str, seq: i64, option: usize) -> NewAnswer {
    let given = Answer::Choice(option);
    NewAnswer { id: AnswerId(fresh()), question: question.into(), tab: tab.into(), seq, given }
}
