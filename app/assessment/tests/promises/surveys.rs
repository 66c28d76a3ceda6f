//! Surveys: what is a reply, what many replies say, and that few say nothing.

use assessment::{Asks, FEWEST, LONGEST, LONGEST_TEXT, NoReply, Ratio, Reply};
use proptest::prelude::*;

fn read(asks: Asks, sent: &[&str]) -> Result<Option<Reply>, NoReply> {
    asks.read(&sent.iter().map(|&value| value.to_owned()).collect::<Vec<_>>())
}

fn text(written: &str) -> Option<Reply> {
    Some(Reply::Text(written.to_owned()))
}

#[test]
fn what_was_sent_is_a_reply_or_nothing_or_says_why_it_is_neither() {
    let long = "a".repeat(LONGEST + 1);
    let longest = "字".repeat(LONGEST_TEXT + 1);
    for (asks, sent, reads) in [
        (Asks::Choice(3), &["2"][..], Ok(Some(Reply::Choice { picked: 2, of: 3 }))),
        (Asks::Choice(3), &[], Ok(None)),
        (Asks::Choice(3), &[""], Ok(None)),
        (Asks::Choice(3), &["3"], Err(NoReply::NotOffered)),
        (Asks::Choice(3), &["-1"], Err(NoReply::NotOffered)),
        (Asks::Choice(3), &["+1"], Err(NoReply::NotOffered)),
        (Asks::Choice(3), &["x"], Err(NoReply::NotOffered)),
        (Asks::Choice(3), &["99999999999999999999999"], Err(NoReply::NotOffered)),
        (Asks::Choice(3), &["0", "1"], Err(NoReply::NotOffered)),
        (Asks::Choice(3), &["1", "1"], Ok(Some(Reply::Choice { picked: 1, of: 3 }))),
        (Asks::Scale(5), &["0"], Ok(Some(Reply::Scale { picked: 0, of: 5 }))),
        (Asks::Scale(5), &["0", "4"], Err(NoReply::NotOffered)),
        (Asks::Choices(3), &["2", "0"], Ok(Some(Reply::Choices { picked: [0, 2].into(), of: 3 }))),
        (Asks::Choices(3), &[], Ok(None)),
        (Asks::Choices(3), &["0", "3"], Err(NoReply::NotOffered)),
        (Asks::Short, &["  two\r\n words "], Ok(text("two words"))),
        (Asks::Short, &[" \u{7} "], Ok(None)),
        (Asks::Short, &["a", "b"], Err(NoReply::NotOffered)),
        (Asks::Short, &[&long], Err(NoReply::Characters(LONGEST))),
        (Asks::Open(3), &["one\r\n\r\ntwo\u{1b}[0m"], Ok(text("one\n\ntwo[0m"))),
        (Asks::Open(3), &["one two three"], Ok(text("one two three"))),
        (Asks::Open(3), &["one two three four"], Err(NoReply::Words(3))),
        (Asks::Open(3), &[&longest], Err(NoReply::Characters(LONGEST_TEXT))),
        (Asks::Open(3), &["\n"], Ok(None)),
    ] {
        assert_eq!(read(asks, sent), reads, "{asks:?} {}", sent.concat().chars().take(30).collect::<String>());
    }
}

#[test]
fn a_scale_has_counts_and_a_mean_that_begins_with_one() {
    let said = |picked, given| (Reply::Scale { picked, of: 5 }, given);
    let tally = Asks::Scale(5).tally(&[said(0, 1), said(3, 2), said(4, 3)]).expect("six people");
    assert_eq!((tally.counts.as_slice(), tally.people), (&[1, 0, 0, 2, 3][..], 6));
    assert_eq!(tally.mean, Some(Ratio::new(24, 6)));
    assert_eq!([0, 1, 3, 4, 9].map(|place| tally.percent(place)), [17, 0, 33, 50, 0]);
}

#[test]
fn options_have_counts_and_no_mean_and_of_several_picks_each_counts() {
    let some = |picked: &[usize], given| (Reply::Choices { picked: picked.iter().copied().collect(), of: 2 }, given);
    let tally = Asks::Choices(2).tally(&[some(&[0, 1], 2), some(&[1], 3)]).expect("five people");
    assert_eq!((tally.counts.as_slice(), tally.people, tally.mean), (&[2, 5][..], 5, None));
    assert_eq!([tally.percent(0), tally.percent(1)], [40, 100]);
}

#[test]
fn what_fewer_than_five_said_and_what_was_written_is_not_counted() {
    let said = |given| [(Reply::Choice { picked: 0, of: 2 }, given)];
    assert_eq!(Asks::Choice(2).tally(&said(FEWEST - 1)), None);
    assert!(Asks::Choice(2).tally(&said(FEWEST)).is_some());
    assert_eq!(Asks::Open(100).tally(&[(Reply::Text("yes".to_owned()), 9)]), None);
}

#[test]
fn a_reply_to_what_a_question_was_once_is_left_out() {
    let four = (Reply::Scale { picked: 3, of: 4 }, 9);
    let other = (Reply::Choice { picked: 3, of: 5 }, 9);
    let beyond = (Reply::Scale { picked: 7, of: 5 }, 9);
    let now = (Reply::Scale { picked: 4, of: 5 }, 5);
    let tally = Asks::Scale(5).tally(&[four.clone(), other, beyond, now]).expect("five people");
    assert_eq!((tally.people, tally.counts.as_slice()), (5, &[0, 0, 0, 0, 5][..]));
    assert_eq!(Asks::Scale(5).tally(&[four]), None);
}

#[test]
fn a_reply_is_stored_in_this_form_for_ever() {
    for (reply, stored) in [
        (Reply::Choice { picked: 1, of: 4 }, r#"{"choice":{"picked":1,"of":4}}"#),
        (Reply::Choices { picked: [0, 2].into(), of: 3 }, r#"{"choices":{"picked":[0,2],"of":3}}"#),
        (Reply::Scale { picked: 4, of: 5 }, r#"{"scale":{"picked":4,"of":5}}"#),
        (Reply::Text("a\nb".to_owned()), r#"{"text":"a\nb"}"#),
    ] {
        assert_eq!(serde_json::to_string(&reply).expect("written"), stored);
        assert_eq!(serde_json::from_str::<Reply>(stored).expect("read"), reply);
    }
}

proptest! {
    #[test]
    fn whatever_is_sent_is_read_without_a_failure_and_counts_at_most_once(
        kind in 0..5_usize, size in 1..12_usize, sent in proptest::collection::vec(".{0,6}|[0-9]{1,2}", 0..5), given in 0..20_u64,
    ) {
        let asks = [Asks::Choice(size), Asks::Choices(size), Asks::Scale(size), Asks::Short, Asks::Open(size)][kind];
        if let Ok(Some(reply)) = asks.read(&sent) {
            let tally = asks.tally(&[(reply, given)]);
            prop_assert_eq!(tally.is_some(), kind < 3 && given >= FEWEST);
            if let Some(tally) = tally {
                prop_assert!(tally.counts.iter().all(|count| *count == 0 || *count == given));
                prop_assert!((0..size).all(|place| tally.percent(place) <= 100));
            }
        }
    }
}
