//! A sitting: begun once, answered durably, ended once, by the person or by the clock.

use crate::house::{Database, House, answer, sitting};
use crate::on_both;
use assessment::Answer;
use rstest::rstest;
use rstest_reuse::apply;
use sea_orm::{ConnectionTrait, Statement};
use store::attempts::{self, Begun, NewAnswer, Receipt, TooMany};
use store::{Moment, attempts::NewAttempt};
use time::Duration;
use uuid::Uuid;

#[apply(on_both)]
#[tokio::test]
async fn the_same_form_sent_twice_begins_one_attempt(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (enrolment, may) = house.enrolled(&who).await;
    let id = sitting(None).id;
    let again = || NewAttempt { id, ..sitting(None) };
    let (one, two) =
        tokio::join!(attempts::begin(&house.store, may, again()), attempts::begin(&house.store, may, again()));
    assert_eq!(one.expect("kept"), two.expect("kept"));
    assert_eq!(attempts::of_test(&house.store, &enrolment, "final").await.expect("read").len(), 1);
}

#[apply(on_both)]
#[tokio::test]
async fn two_forms_in_two_tabs_lead_to_the_same_open_attempt(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let first = house.begun(may, Some(20)).await;
    assert_eq!(house.begun(may, Some(20)).await, first);
}

#[apply(on_both)]
#[tokio::test]
async fn tries_are_limited_and_spaced_by_the_servers_clock(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let first = house.begun(may, None).await;
    attempts::submit(&house.store, house.may_answer(&who, first).await).await.expect("kept");
    let free = house.store.now().plus(Duration::minutes(10));
    let begin = || attempts::begin(&house.store, may, sitting(None));
    assert_eq!(begin().await.expect("kept"), Begun::Wait(free));
    house.clock.pass(Duration::minutes(10));
    let second = house.begun(may, None).await;
    assert_ne!(second, first);
    attempts::submit(&house.store, house.may_answer(&who, second).await).await.expect("kept");
    house.clock.pass(Duration::minutes(10));
    assert_eq!(begin().await.expect("kept"), Begun::NoneLeft);
}

#[apply(on_both)]
#[tokio::test]
async fn an_answer_sent_twice_is_one_row_and_another_under_its_id_is_a_new_one(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, None).await;
    let may = house.may_answer(&who, id).await;
    let first = answer("q1", "tab", 1, 0);
    let other = NewAnswer { given: Answer::Choice(1), ..first.clone() };
    for new in [first.clone(), first.clone(), other, first] {
        assert_eq!(house.answers(may, vec![new]).await, [Receipt::Counted]);
    }
    let arrived = attempts::arrived(&house.store, &[id]).await.expect("read").remove(&id).expect("some");
    let given: Vec<_> = arrived.iter().map(|one| &one.given).collect();
    assert_eq!(given, [&Answer::Choice(0), &Answer::Choice(1)]);
}

#[apply(on_both)]
#[tokio::test]
async fn an_answer_sent_again_takes_nothing_back_that_another_tab_said_and_an_old_form_does(
    #[case] database: Database,
) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, None).await;
    let may = house.may_answer(&who, id).await;
    let first = answer("q1", "one", 1, 0);
    let elsewhere = answer("q1", "two", 1, 1);
    let old_form = NewAnswer { tab: "three".into(), ..first.clone() };
    let counted = |now: Vec<NewAnswer>| {
        let store = house.store.clone();
        async move {
            attempts::answer(&store, may, now).await.expect("kept").expect("not too many");
            let arrived = attempts::arrived(&store, &[id]).await.expect("read").remove(&id).expect("some");
            (arrived.len(), arrived.last().expect("some").given.clone())
        }
    };
    assert_eq!(counted(vec![first.clone(), elsewhere]).await, (2, Answer::Choice(1)));
    assert_eq!(counted(vec![first]).await, (2, Answer::Choice(1)), "its receipt was lost");
    assert_eq!(counted(vec![old_form]).await, (3, Answer::Choice(0)), "the back button");
}

#[apply(on_both)]
#[tokio::test]
async fn an_answer_after_the_deadline_is_kept_as_late_whoever_is_slow(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, Some(20)).await;
    let may = house.may_answer(&who, id).await;
    house.clock.pass(Duration::minutes(20) - Duration::milliseconds(1));
    assert_eq!(house.answers(may, vec![answer("q1", "t", 1, 0)]).await, [Receipt::Counted]);
    house.clock.pass(Duration::milliseconds(1));
    assert_eq!(house.answers(may, vec![answer("q1", "t", 2, 1)]).await, [Receipt::Late]);
    let arrived = attempts::arrived(&house.store, &[id]).await.expect("read").remove(&id).expect("some");
    assert_eq!(arrived.iter().map(|one| one.late).collect::<Vec<_>>(), [false, true]);
}

#[apply(on_both)]
#[tokio::test]
async fn an_answer_that_came_before_the_submission_counts_though_it_is_kept_after_it(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, Some(20)).await;
    let may = house.may_answer(&who, id).await;
    house.clock.pass(Duration::milliseconds(1));
    attempts::submit(&house.store, may).await.expect("kept");
    assert_eq!(
        house.answers(may, vec![answer("q1", "t", 2, 1)]).await,
        [Receipt::Late],
        "in the same moment, after it"
    );
    house.clock.pass(-Duration::milliseconds(1));
    assert_eq!(house.answers(may, vec![answer("q1", "t", 1, 0)]).await, [Receipt::Counted]);
    house.clock.pass(-Duration::minutes(1));
    let set_back = house.answers(may, vec![answer("q1", "t", 3, 1)]).await;
    assert_eq!(set_back, [Receipt::Late], "a clock that was set back opens nothing again");
}

#[apply(on_both)]
#[tokio::test]
async fn more_answers_than_a_person_gives_are_refused_and_those_before_stay(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, None).await;
    let may = house.may_answer(&who, id).await;
    house.answers(may, vec![answer("q1", "t", 1, 0)]).await;
    let flood = (0..10_000).map(|seq| answer("q1", "t", seq, 1)).collect();
    assert_eq!(attempts::answer(&house.store, may, flood).await.expect("read"), Err(TooMany));
    assert_eq!(attempts::arrived(&house.store, &[id]).await.expect("read")[&id].len(), 1);
}

#[apply(on_both)]
#[tokio::test]
async fn the_clock_ends_what_nobody_submitted_as_of_its_deadline_and_once(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, Some(20)).await;
    let deadline = house.store.now().plus(Duration::minutes(20));
    assert_eq!(attempts::submit_overdue(&house.store, Moment(0)).await.expect("kept"), 0);
    house.clock.pass(Duration::hours(3));
    let house = house.reopened().await;
    assert_eq!(attempts::submit_overdue(&house.store, Moment(0)).await.expect("kept"), 1);
    assert_eq!(attempts::submit_overdue(&house.store, Moment(0)).await.expect("kept"), 0);
    attempts::submit(&house.store, house.may_answer(&who, id).await).await.expect("kept");
    let end = attempts::find(&house.store, id).await.expect("read").expect("there").submitted.expect("ended");
    assert_eq!((end.at, end.by_clock), (deadline, true));
}

#[apply(on_both)]
#[tokio::test]
async fn what_was_acknowledged_is_there_after_reopening(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (_, may) = house.enrolled(&who).await;
    let id = house.begun(may, None).await;
    let may = house.may_answer(&who, id).await;
    house.answers(may, vec![answer("q1", "t", 1, 1), answer("q2", "t", 2, 0)]).await;
    let house = house.reopened().await;
    assert_eq!(attempts::arrived(&house.store, &[id]).await.expect("read")[&id].len(), 2);
}

#[apply(on_both)]
#[tokio::test]
async fn of_two_events_of_the_same_count_the_lower_origin_is_first_whatever_a_clock_said(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let (enrolment, may) = house.enrolled(&who).await;
    let mut tries = Vec::new();
    for _ in 0..2 {
        let id = house.begun(may, None).await;
        attempts::submit(&house.store, house.may_answer(&who, id).await).await.expect("kept");
        house.clock.pass(Duration::minutes(10));
        tries.push(id);
    }
    let db = sea_orm::Database::connect(&house.url).await.expect("the database is there");
    for (id, origin) in tries.iter().zip([2_u128, 1]) {
        let values = [Uuid::from_u128(origin).into(), id.0.into()];
        let sql = "UPDATE attempt SET counter = 7, origin = $1 WHERE id = $2";
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.expect("done");
    }
    db.close().await.expect("it closes");
    tries.reverse();
    let found = attempts::of_test(&house.store, &enrolment, "final").await.expect("read");
    assert_eq!(found.iter().map(|one| one.id).collect::<Vec<_>>(), tries);
}

#[apply(on_both)]
#[tokio::test]
async fn an_id_of_another_persons_sitting_begins_a_sitting_of_ones_own(#[case] database: Database) {
    let house = House::new(database).await;
    let (amina, boris) = (house.person("amina").await, house.person("boris").await);
    let (_, hers) = house.enrolled(&amina).await;
    let (_, his) = house.enrolled(&boris).await;
    let id = house.begun(hers, None).await;
    let begun = attempts::begin(&house.store, his, NewAttempt { id, ..sitting(None) }).await.expect("kept");
    assert!(matches!(begun, Begun::Open(own) if own != id), "{begun:?}");
}

#[apply(on_both)]
#[tokio::test]
async fn nobody_may_answer_anothers_attempt(#[case] database: Database) {
    let house = House::new(database).await;
    let (amina, boris) = (house.person("amina").await, house.person("boris").await);
    let (enrolment, may) = house.enrolled(&amina).await;
    let id = house.begun(may, None).await;
    let attempt = attempts::find(&house.store, id).await.expect("read").expect("there");
    assert!(boris.may_answer(&attempt).is_none());
    assert!(boris.may_progress(&enrolment).is_none());
}
