//! A certificate holds until its last day, unless it was revoked.

use certificate::{Facts, Revocation, State, state};
use time::Date;
use time::macros::date;

use crate::made_up::facts;

#[test]
fn the_state_follows_the_day_and_the_revocation() {
    let last = date!(2029 - 11 - 24);
    let revoked = Revocation { on: date!(2027 - 01 - 05), why: "Issued to another person of the same name".into() };
    let taken_back = State::Revoked { on: revoked.on, why: revoked.why.clone() };
    let for_ever = Facts { expires_on: None, ..facts() };
    let cases: [(&str, Facts, Option<&Revocation>, Date, State); 6] = [
        ("on the day of issue", facts(), None, date!(2026 - 11 - 24), State::Valid),
        ("on the last day", facts(), None, last, State::Valid),
        ("the day after", facts(), None, date!(2029 - 11 - 25), State::Expired { on: last }),
        ("without an end", for_ever, None, date!(2126 - 11 - 24), State::Valid),
        ("revoked", facts(), Some(&revoked), date!(2027 - 06 - 01), taken_back.clone()),
        ("revoked, then expired", facts(), Some(&revoked), date!(2031 - 01 - 01), taken_back),
    ];
    for (case, facts, revocation, today, expected) in cases {
        assert_eq!(state(&facts, revocation, today), expected, "{case}");
    }
}
