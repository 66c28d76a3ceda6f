//! A database in a folder of its own, with a clock that stands still, and people in it.

use std::collections::BTreeMap;

use assessment::{Answer, Presented};
use sea_orm::ConnectionTrait;
use store::attempts::{Begun, NewAnswer, NewAttempt, Receipt, Rules};
use store::content::NewVersion;
use store::learning::Enrolment;
use store::names::LoginName;
use store::people::NewPerson;
use store::policy::{MayAnswer, MayProgress, Who};
use store::{AnswerId, AttemptId, Clock, Moment, Store, attempts, content, fresh, learning, people, sessions};
use time::Duration;

/// Where a test's database is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Database {
    /// A file in a folder of its own.
    Sqlite,
    /// One of its own on the server that `packaging/postgres.sh` started.
    Postgres,
}

pub(crate) struct House {
    /// Kept for as long as the house stands.
    _folder: tempfile::TempDir,
    pub(crate) url: String,
    pub(crate) store: Store,
    pub(crate) clock: Clock,
}

impl House {
    pub(crate) async fn new(database: Database) -> Self {
        let (folder, url) = nowhere(database).await;
        let clock = Clock::held(Moment(1_750_000_000_000));
        let store = Store::open(&url, clock.clone()).await.expect("a new database opens");
        let house = Self { _folder: folder, url, store, clock };
        house.publish("v1", "shape").await;
        house
    }

    /// The same database, opened again as after a stop.
    pub(crate) async fn reopened(self) -> Self {
        self.store.close().await.expect("it closes");
        let store = Store::open(&self.url, self.clock.clone()).await.expect("it opens again");
        Self { store, ..self }
    }

    pub(crate) async fn publish(&self, hash: &str, shape: &str) {
        let files = BTreeMap::from([("course.toml".to_owned(), (format!("{hash}-toml"), hash.as_bytes().to_vec()))]);
        let new = NewVersion { course: "course".into(), hash: hash.into(), shape: shape.into(), files };
        content::publish(&self.store, new).await.expect("it is published");
    }

    pub(crate) async fn person(&self, login: &str) -> Who {
        let login = LoginName::parse(login).expect("a login name");
        let new = NewPerson { login, password: "hash".into(), email: None, adult: true, country: None };
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

/// A database that no store has opened yet: a file's name in a folder, or an empty one.
pub(crate) async fn nowhere(database: Database) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = match database {
        Database::Sqlite => format!("sqlite:{}?mode=rwc", folder.path().join("haven.db").display()),
        Database::Postgres => postgres().await,
    };
    (folder, url)
}

/// A new, empty database. The whole server is gone when the tests are over.
async fn postgres() -> String {
    let server = std::env::var("HAVEN_TEST_POSTGRES")
        .expect("HAVEN_TEST_POSTGRES is not set: run the tests with `packaging/postgres.sh cargo test -p store`");
    let name = format!("t{}", fresh().simple());
    let db = sea_orm::Database::connect(server.replace("{}", "postgres")).await.expect("PostgreSQL is there");
    db.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a new database");
    db.close().await.expect("it closes");
    server.replace("{}", &name)
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
