//! A database in trouble: a transaction that it takes back by itself, one that is never made to its end, and many who wait.

use crate::house::{Database, House, answer};
use crate::on_both;
use rstest::rstest;
use rstest_reuse::apply;
use sea_orm::ConnectionTrait;
use store::{Clock, Error, Store, attempts};

/// Wrong turn: SQLite runs out of space in the middle of what several people send at once, and takes all of it back.
/// Sees: each of them, that it cannot be kept now; sent again, it is kept.
/// Kept: all that was acknowledged, and nothing that was not.
#[tokio::test]
async fn what_was_taken_back_together_was_acknowledged_to_nobody() {
    let house = House::new(Database::Sqlite).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, None).await;
    let may = house.may_answer(&who, id).await;
    // What SQLite does by itself when the disk is full, it does here when it is told to.
    let full = "CREATE TRIGGER full BEFORE INSERT ON answer WHEN NEW.question = 'last' \
                BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END";
    let db = sea_orm::Database::connect(&house.url).await.expect("it is there");
    db.execute_unprepared(full).await.expect("it is done");
    let send = |question: &'static str, seq| {
        let store = house.store.clone();
        async move { attempts::answer(&store, may, vec![answer(question, "t", seq, 0)]).await }
    };
    for round in 0..5 {
        let at = 10 * round;
        let (one, last, two) = tokio::join!(send("q1", at + 1), send("last", at + 2), send("q2", at + 3));
        assert!(last.is_err());
        let arrived = attempts::arrived(&house.store, &[id]).await.expect("read").remove(&id).unwrap_or_default();
        for (seq, receipt) in [(at + 1, one), (at + 3, two)] {
            let kept = arrived.iter().any(|one| one.seq == seq);
            assert_eq!(receipt.is_ok(), kept, "round {round}, answer {seq}");
        }
    }
    db.execute_unprepared("DROP TRIGGER full").await.expect("there is space again");
    send("last", 100).await.expect("kept").expect("not too many");
    let arrived = attempts::arrived(&house.store, &[id]).await.expect("read").remove(&id).expect("some");
    assert_eq!(arrived.last().map(|one| one.seq), Some(100));
}

/// Wrong turn: a server is killed while it makes or changes the tables.
/// Sees: nothing: the next start goes on.
/// Kept: everything; the tables are changed in one piece or not at all.
#[tokio::test]
async fn tables_are_made_in_one_piece_or_not_at_all() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}?mode=rwc", folder.path().join("haven.db").display());
    let db = sea_orm::Database::connect(&url).await.expect("a new file");
    // The last table of the first change is in its way: all the others were made before it.
    db.execute_unprepared("CREATE TABLE revocation (id INTEGER)").await.expect("it is done");
    assert!(Store::open(&url, Clock::system()).await.is_err());
    db.execute_unprepared("DROP TABLE revocation").await.expect("it is done");
    Store::open(&url, Clock::system()).await.expect("nothing was left half done");
}

/// Wrong turn: so many send at once that they have to queue, and some do not wait for their receipt.
/// Sees: whoever waits, the receipt.
/// Kept: also what is on its way from those who left.
#[apply(on_both)]
#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_before_the_receipt_has_sent_all_the_same(#[case] database: Database) {
    const MANY: i64 = 300;
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, None).await;
    let may = house.may_answer(&who, id).await;
    for seq in 1..=MANY {
        let sent = attempts::answer(&house.store, may, vec![answer("q1", "t", seq, 0)]);
        // Long enough to be queued, too short for the disk.
        tokio::time::timeout(std::time::Duration::from_micros(1), sent).await.ok();
    }
    house.answers(may, vec![answer("q1", "t", MANY + 1, 1)]).await;
    let arrived = attempts::arrived(&house.store, &[id]).await.expect("read").remove(&id).expect("some");
    let order: Vec<i64> = arrived.iter().map(|one| one.seq).collect();
    assert_eq!(order, (1..=MANY + 1).collect::<Vec<_>>());
}

/// Wrong turn: an answer is on its way when the server stops.
/// Sees: that the server is stopping, or the receipt.
/// Kept: what had its receipt, and nothing else.
#[apply(on_both)]
#[tokio::test]
async fn what_comes_after_the_stop_is_refused(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, None).await;
    let may = house.may_answer(&who, id).await;
    let late = house.store.clone();
    house.answers(may, vec![answer("q1", "t", 1, 0)]).await;
    let house = house.reopened().await;
    let refused = attempts::answer(&late, may, vec![answer("q1", "t", 2, 1)]).await;
    assert!(matches!(refused, Err(Error::Stopping)), "{refused:?}");
    assert_eq!(attempts::arrived(&house.store, &[id]).await.expect("read")[&id].len(), 1);
}
