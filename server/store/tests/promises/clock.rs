//! A clock that jumps. Order never comes from a clock; time limits do, and nothing that was kept is lost by it.

use crate::house::{Database, House, answer, sitting};
use crate::on_both;
use assessment::Answer;
use rstest::rstest;
use rstest_reuse::apply;
use store::attempts::{self, Begun, Receipt};
use store::{Moment, sessions, throttle};
use time::Duration;

/// Wrong turn: the server's clock is set back an hour in mid-test.
/// Sees: the test goes on, with an hour more; nobody is signed out.
/// Kept: everything; the later answer counts, whatever its time says.
#[apply(on_both)]
#[tokio::test]
async fn a_clock_set_back_an_hour_takes_nothing_back(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let token = sessions::open(&house.store, who.person()).await.expect("opened");
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, Some(20)).await;
    let may = house.may_answer(&who, id).await;
    assert_eq!(house.answers(may, vec![answer("q1", "one", 1, 0)]).await, [Receipt::Counted]);
    house.clock.pass(-Duration::hours(1));
    assert_eq!(house.answers(may, vec![answer("q1", "two", 1, 1)]).await, [Receipt::Counted]);
    let arrived = attempts::arrived(&house.store, &[id]).await.expect("read").remove(&id).expect("some");
    assert_eq!(arrived.last().map(|one| &one.given), Some(&Answer::Choice(1)), "the later one is last");
    assert!(sessions::find(&house.store, &token).await.expect("read").is_some());
    assert_eq!(attempts::submit_overdue(&house.store, Moment(0)).await.expect("kept"), 0);
    attempts::submit(&house.store, may).await.expect("kept");
    assert!(attempts::find(&house.store, id).await.expect("read").expect("there").submitted.is_some());
}

/// Wrong turn: the server's clock jumps a day ahead in mid-test, and is put right again.
/// Sees: the test is ended by the clock, and can be begun again; one signs in again; the log says that the clock was set.
/// Kept: every answer; those that came in time count, those after it are kept as late.
#[apply(on_both)]
#[tokio::test]
async fn a_clock_a_day_ahead_ends_a_test_and_nobody_is_stuck(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let token = sessions::open(&house.store, who.person()).await.expect("opened");
    let (enrolment, may) = house.enrolled(&who).await;
    let id = house.begun(may, Some(20)).await;
    let may_answer = house.may_answer(&who, id).await;
    house.answers(may_answer, vec![answer("q1", "t", 1, 0)]).await;
    house.clock.pass(Duration::days(1));
    assert!(sessions::find(&house.store, &token).await.expect("read").is_none());
    assert_eq!(attempts::submit_overdue(&house.store, Moment(0)).await.expect("kept"), 1);
    assert_eq!(house.answers(may_answer, vec![answer("q1", "t", 2, 1)]).await, [Receipt::Late]);
    house.clock.pass(-Duration::days(1));
    let ended = attempts::find(&house.store, id).await.expect("read").expect("there");
    assert!(ended.submitted.is_some_and(|end| end.by_clock));
    let arrived = attempts::arrived(&house.store, &[id]).await.expect("read").remove(&id).expect("some");
    assert_eq!(arrived.iter().map(|one| one.late).collect::<Vec<_>>(), [false, true]);
    // The submission lies in what is the future again: it is an end all the same, and not a sitting to go on with.
    house.clock.pass(Duration::seconds(1));
    let mut new = sitting(Some(20));
    new.rules.wait = Duration::ZERO;
    let begun = attempts::begin(&house.store, may, new).await.expect("kept");
    assert!(matches!(begun, Begun::Open(second) if second != id), "{begun:?}");
    assert_eq!(attempts::of_test(&house.store, &enrolment, "final").await.expect("read").len(), 2);
}

/// Wrong turn: someone had to wait before the next try to sign in, and the clock was a day ahead then.
/// Sees: the form, as ever: a wait from the future holds nobody up.
/// Kept: everything.
#[apply(on_both)]
#[tokio::test]
async fn a_wait_from_the_future_holds_nobody_up(#[case] database: Database) {
    let house = House::new(database).await;
    let login = store::names::LoginName::parse("amina").expect("a login name");
    let here = [10, 0, 0, 1].into();
    house.clock.pass(Duration::days(1));
    for _ in 0..6 {
        throttle::take_turn(&house.store, &login, here).await.expect("kept");
    }
    house.clock.pass(-Duration::days(1));
    assert_eq!(throttle::take_turn(&house.store, &login, here).await.expect("kept"), throttle::Turn::Now);
}
