//! People: one login name each, sessions that end, tries that are slowed.

use std::net::IpAddr;

use crate::house::{Database, House};
use crate::on_both;
use course::CountryCode;
use rstest::rstest;
use rstest_reuse::apply;
use sea_orm::ConnectionTrait;
use store::names::{LoginName, Role, Scope};
use store::people::{self, LoginTaken, NewPerson};
use store::policy::Who;
use store::throttle::{self, Turn};
use store::tokens::{self, Refused};
use store::{TokenId, fresh, policy, sessions};
use time::Duration;

fn login(text: &str) -> LoginName {
    LoginName::parse(text).expect("a login name")
}

fn amina() -> NewPerson {
    NewPerson { login: login("Amina"), password: "hash".into(), email: None, adult: true, country: None }
}

#[apply(on_both)]
#[tokio::test]
async fn a_login_name_is_taken_once_in_whatever_case(#[case] database: Database) {
    let house = House::new(database).await;
    assert!(people::is_nobody(&house.store, policy::at_the_console()).await.expect("read"));
    let who = house.person("amina").await;
    assert_eq!(people::sign_up(&house.store, amina()).await.expect("read"), Err(LoginTaken));
    assert!(!people::is_nobody(&house.store, policy::at_the_console()).await.expect("read"));
    people::give_role(&house.store, policy::at_the_console(), login("amina"), Role::Administrator).await.expect("kept");
    let token = sessions::open(&house.store, who.person()).await.expect("opened");
    let who = sessions::find(&house.store, &token).await.expect("read").expect("there");
    let may = who.may_see_people().expect("an administrator");
    assert_eq!(people::count(&house.store, may).await.expect("read"), 1);
}

#[apply(on_both)]
#[tokio::test]
async fn a_session_ends_when_it_is_closed_when_it_is_old_and_when_the_password_changes(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let store = &house.store;
    let open = || async { sessions::open(store, who.person()).await.expect("opened") };
    let found = |token| async move { sessions::find(store, &token).await.expect("read").is_some() };
    let (closed, other, mine) = (open().await, open().await, open().await);
    sessions::close(&house.store, &closed).await.expect("closed");
    assert!(!found(closed).await);
    let may = who.may_change_account().expect("in a browser");
    people::set_password(&house.store, may, "new".into(), &mine).await.expect("kept");
    assert!(!found(other).await);
    assert!(found(mine.clone()).await);
    house.clock.pass(Duration::hours(12));
    assert!(!found(mine).await);
}

#[apply(on_both)]
#[tokio::test]
async fn a_password_that_was_forgotten_is_reset_and_ends_every_session(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    let token = sessions::open(&house.store, who.person()).await.expect("opened");
    let (amina, nobody) = (login("Amina"), login("nobody"));
    let reset = |login| people::reset_password(&house.store, policy::at_the_console(), login, "new".into());
    assert!(reset(&amina).await.expect("kept"));
    assert!(!reset(&nobody).await.expect("read"));
    assert!(sessions::find(&house.store, &token).await.expect("read").is_none());
    let known = people::by_login(&house.store, &login("amina")).await.expect("read").expect("there");
    assert_eq!(known.password, "new");
}

#[apply(on_both)]
#[tokio::test]
async fn a_country_comes_with_the_session_and_is_the_persons_own_to_change(#[case] database: Database) {
    let house = House::new(database).await;
    let (mw, zm) = (CountryCode::parse("mw").ok(), CountryCode::parse("zm").ok());
    let new = NewPerson { country: mw, ..amina() };
    let person = people::sign_up(&house.store, new).await.expect("kept").expect("free");
    let token = sessions::open(&house.store, person).await.expect("opened");
    let (store, token) = (&house.store, &token);
    let who = || async { sessions::find(store, token).await.expect("read").expect("there") };
    assert_eq!(who().await.country(), mw);
    let may = who().await.may_change_account().expect("in a browser");
    for said in [zm, None] {
        people::set_country(&house.store, may, said).await.expect("kept");
        assert_eq!(who().await.country(), said);
    }
    let db = sea_orm::Database::connect(&house.url).await.expect("the database is there");
    db.execute_unprepared("UPDATE person SET country = 'xx'").await.expect("kept");
    db.close().await.expect("it closes");
    assert_eq!(who().await.country(), None, "a country that is none any more is none");
    let text = tokens::make(
        &house.store,
        who().await.may_manage_tokens().expect("in a browser"),
        TokenId(fresh()),
        "x".into(),
        vec![Scope::Learn],
    );
    let text = text.await.expect("kept").expect("made");
    let program = tokens::find(&house.store, &text).await.expect("read").expect("there");
    assert!(program.may_change_account().is_none(), "a program does not say where its person is");
}

#[apply(on_both)]
#[tokio::test]
async fn a_new_password_takes_the_access_tokens_away_and_nobody_elses(#[case] database: Database) {
    let house = House::new(database).await;
    let (amina, boris) = (house.person("amina").await, house.person("boris").await);
    let store = &house.store;
    let make = |who: &Who| {
        let may = who.may_manage_tokens().expect("in a browser");
        async move {
            let made = tokens::make(store, may, TokenId(fresh()), "x".into(), vec![Scope::Read]).await;
            made.expect("kept").expect("not too many")
        }
    };
    let opens = |text: String| async move { tokens::find(store, &text).await.expect("read").is_some() };
    let (before, his) = (make(&amina).await, make(&boris).await);
    let mine = sessions::open(store, amina.person()).await.expect("opened");
    let may = amina.may_change_account().expect("in a browser");
    people::set_password(store, may, "new".into(), &mine).await.expect("kept");
    assert!(!opens(before).await, "changed on the account's page");
    let after = make(&amina).await;
    people::reset_password(store, policy::at_the_console(), &login("amina"), "newer".into()).await.expect("kept");
    assert!(!opens(after).await, "reset from the command line");
    assert!(opens(his).await);
}

#[apply(on_both)]
#[tokio::test]
async fn roles_come_with_the_session_and_open_what_they_should(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    assert!(who.may_see_people().is_none() && who.may_see_results().is_none());
    for role in [Role::Instructor, Role::Instructor, Role::Author] {
        assert!(people::give_role(&house.store, policy::at_the_console(), login("amina"), role).await.expect("kept"));
    }
    assert!(
        !people::give_role(&house.store, policy::at_the_console(), login("nobody"), Role::Author).await.expect("read")
    );
    let token = sessions::open(&house.store, who.person()).await.expect("opened");
    let who = sessions::find(&house.store, &token).await.expect("read").expect("there");
    assert_eq!(who.roles().len(), 2);
    assert!(who.may_see_results().is_some() && who.may_see_checks().is_some());
    assert!(who.may_see_people().is_none() && who.may_see_enrolments().is_none());
}

#[apply(on_both)]
#[tokio::test]
async fn the_sixth_try_at_an_account_waits_from_any_address_and_nobody_else_does(#[case] database: Database) {
    let house = House::new(database).await;
    let (here, there): (IpAddr, IpAddr) = ([10, 0, 0, 1].into(), [10, 0, 0, 2].into());
    let turn = |name: &'static str, address| {
        let store = house.store.clone();
        async move { throttle::take_turn(&store, &login(name), address).await.expect("kept") }
    };
    for _ in 0..5 {
        assert_eq!(turn("amina", here).await, Turn::Now);
    }
    let until = house.store.now().plus(Duration::seconds(5));
    assert_eq!(turn("amina", there).await, Turn::Wait(until), "the account");
    assert_eq!(turn("boris", here).await, Turn::Now, "whoever sits beside her");
    house.clock.pass(Duration::seconds(5));
    assert_eq!(turn("amina", here).await, Turn::Now);
    assert_eq!(turn("amina", here).await, Turn::Wait(house.store.now().plus(Duration::seconds(10))));
    house.clock.pass(Duration::hours(1));
    for _ in 0..5 {
        assert_eq!(turn("amina", here).await, Turn::Now, "after an hour one starts afresh");
    }
}

#[apply(on_both)]
#[tokio::test]
async fn thirty_beginners_in_one_room_may_mistype_once_each_and_whoever_goes_on_guessing_waits(
    #[case] database: Database,
) {
    let house = House::new(database).await;
    let (room, elsewhere): (IpAddr, IpAddr) = ([10, 0, 0, 1].into(), [10, 0, 0, 2].into());
    let turn = |at: usize, address| {
        let store = house.store.clone();
        async move { throttle::take_turn(&store, &login(&format!("beginner-{at}")), address).await.expect("kept") }
    };
    for at in 0..30 {
        assert_eq!(turn(at, room).await, Turn::Now, "{at}");
    }
    let until = house.store.now().plus(Duration::seconds(5));
    assert_eq!(turn(30, room).await, Turn::Wait(until), "whichever the account");
    assert_eq!(turn(30, elsewhere).await, Turn::Now);
    throttle::forgive(&house.store, &login("beginner-0"), room).await.expect("kept");
    assert_eq!(turn(30, room).await, Turn::Now, "a right password gives its try back");
}

#[apply(on_both)]
#[tokio::test]
async fn a_hundred_accounts_from_one_address_are_free_and_the_next_waits(#[case] database: Database) {
    let house = House::new(database).await;
    let turn = |address: [u8; 4]| throttle::take_turn_to_sign_up(&house.store, address.into());
    for _ in 0..100 {
        assert_eq!(turn([10, 0, 0, 1]).await.expect("kept"), Turn::Now);
    }
    let until = house.store.now().plus(Duration::seconds(5));
    assert_eq!(turn([10, 0, 0, 1]).await.expect("kept"), Turn::Wait(until));
    assert_eq!(turn([10, 0, 0, 2]).await.expect("kept"), Turn::Now);
    let signs_in = throttle::take_turn(&house.store, &login("amina"), [10, 0, 0, 1].into()).await;
    assert_eq!(signs_in.expect("kept"), Turn::Now, "signing in is another matter");
}

#[apply(on_both)]
#[tokio::test]
async fn a_clock_that_was_ahead_and_is_mended_holds_nobody_up(#[case] database: Database) {
    let house = House::new(database).await;
    let amina = login("amina");
    let turn = || throttle::take_turn(&house.store, &amina, [10, 0, 0, 1].into());
    house.clock.pass(Duration::days(30));
    for _ in 0..5 {
        assert_eq!(turn().await.expect("kept"), Turn::Now);
    }
    house.clock.pass(-Duration::days(30));
    assert_eq!(turn().await.expect("kept"), Turn::Now);
}

#[apply(on_both)]
#[tokio::test]
async fn a_try_that_came_a_moment_before_the_last_one_counted_is_no_way_round(#[case] database: Database) {
    let house = House::new(database).await;
    let amina = login("amina");
    let turn = || throttle::take_turn(&house.store, &amina, [10, 0, 0, 1].into());
    house.clock.pass(Duration::milliseconds(5));
    for _ in 0..5 {
        assert_eq!(turn().await.expect("kept"), Turn::Now);
    }
    let until = house.store.now().plus(Duration::seconds(5));
    house.clock.pass(-Duration::milliseconds(5));
    throttle::forget_old(&house.store, house.store.now()).await.expect("kept");
    assert_eq!(turn().await.expect("kept"), Turn::Wait(until));
}

#[apply(on_both)]
#[tokio::test]
async fn fifty_tries_at_once_are_counted_before_any_is_looked_at(#[case] database: Database) {
    let house = House::new(database).await;
    let tries = (0..50).map(|_| {
        let store = house.store.clone();
        tokio::spawn(
            async move { throttle::take_turn(&store, &login("amina"), [10, 0, 0, 1].into()).await.expect("kept") },
        )
    });
    let mut now = 0;
    for one in tries.collect::<Vec<_>>() {
        now += usize::from(one.await.expect("ran") == Turn::Now);
    }
    assert_eq!(now, 5);
}

#[apply(on_both)]
#[tokio::test]
async fn a_token_speaks_for_its_person_within_its_scopes_until_it_is_revoked_or_ends(#[case] database: Database) {
    let house = House::new(database).await;
    let who = house.person("amina").await;
    people::give_role(&house.store, policy::at_the_console(), login("amina"), Role::Instructor).await.expect("kept");
    let may = who.may_manage_tokens().expect("in a browser");
    let make = |scopes| tokens::make(&house.store, may, TokenId(fresh()), "a script".into(), scopes);
    let reads = make(vec![Scope::Read]).await.expect("kept").expect("not too many");
    let reports = make(vec![Scope::Learn, Scope::Report]).await.expect("kept").expect("not too many");
    let find = |text: &str| {
        let (store, text) = (house.store.clone(), text.to_owned());
        async move { tokens::find(&store, &text).await.expect("read") }
    };
    let program = find(&reads).await.expect("known");
    assert_eq!(program.person(), who.person());
    assert!(program.may_learn().is_none() && program.may_see_results().is_none());
    assert!(program.may_manage_tokens().is_none(), "a token makes no tokens");
    assert!(program.may_change_account().is_none(), "nor a password");
    let program = find(&reports).await.expect("known");
    assert!(program.may_learn().is_some() && program.may_see_results().is_some() && !program.holds(Scope::Read));
    assert!(find("haven_0000").await.is_none() && find("").await.is_none());

    let own = tokens::of_person(&house.store, who.person()).await.expect("read");
    assert_eq!(own.len(), 2);
    let boris = house.person("boris").await.may_manage_tokens().expect("in a browser");
    tokens::revoke(&house.store, boris, own[0].id).await.expect("read");
    assert!(find(&reads).await.is_some(), "another's is not his to revoke");
    tokens::revoke(&house.store, may, own[0].id).await.expect("kept");
    assert!(find(&reads).await.is_none());
    house.clock.pass(Duration::days(366));
    assert!(find(&reports).await.is_none());
}

#[apply(on_both)]
#[tokio::test]
async fn nobody_has_more_than_twenty_tokens(#[case] database: Database) {
    let house = House::new(database).await;
    let may = house.person("amina").await.may_manage_tokens().expect("in a browser");
    for _ in 0..20 {
        let id = TokenId(fresh());
        let make = || tokens::make(&house.store, may, id, "x".into(), vec![Scope::Read]);
        assert!(make().await.expect("kept").is_ok());
        assert_eq!(make().await.expect("read"), Err(Refused::Made), "a form sent twice makes one");
    }
    let one_more = tokens::make(&house.store, may, TokenId(fresh()), "x".into(), vec![Scope::Read]);
    assert_eq!(one_more.await.expect("read"), Err(Refused::TooMany));
}
