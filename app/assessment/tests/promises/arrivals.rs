//! Whatever order answers arrive in, and however often, the one that counts is the one that was meant.

use assessment::{Answer, Arrival, current};
use proptest::collection::vec;
use proptest::prelude::*;

const GIVEN: Answer = Answer::Choice(0);

fn arrival(question: &'static str, tab: &'static str, seq: u64) -> Arrival<'static> {
    Arrival { question, tab, seq, late: false, given: &GIVEN }
}

fn late(arrival: Arrival<'static>) -> Arrival<'static> {
    Arrival { late: true, ..arrival }
}

/// The tab and number of what counts for question "q".
fn counts(arrivals: &[Arrival<'_>]) -> Option<(String, u64)> {
    current(arrivals).get("q").map(|arrival| (arrival.tab.to_owned(), arrival.seq))
}

#[test]
fn what_counts_is_what_was_meant() {
    let cases = vec![
        ("nothing arrived", vec![], None),
        ("one", vec![arrival("q", "a", 1)], Some(("a", 1))),
        ("a change of mind", vec![arrival("q", "a", 1), arrival("q", "a", 2)], Some(("a", 2))),
        ("overtaken on the way", vec![arrival("q", "a", 2), arrival("q", "a", 1)], Some(("a", 2))),
        ("another tab later", vec![arrival("q", "a", 9), arrival("q", "b", 1)], Some(("b", 1))),
        (
            "back to the first tab",
            vec![arrival("q", "a", 1), arrival("q", "b", 1), arrival("q", "a", 2)],
            Some(("a", 2)),
        ),
        (
            "sent again after another tab",
            vec![arrival("q", "a", 1), arrival("q", "b", 1), arrival("q", "a", 1)],
            Some(("b", 1)),
        ),
        ("late", vec![arrival("q", "a", 1), late(arrival("q", "a", 2))], Some(("a", 1))),
        ("only late", vec![late(arrival("q", "a", 1))], None),
        ("numbers are a question's own", vec![arrival("p", "a", 5), arrival("q", "a", 1)], Some(("a", 1))),
    ];
    for (case, arrivals, expected) in cases {
        assert_eq!(counts(&arrivals), expected.map(|(tab, seq)| (tab.to_owned(), seq)), "{case}");
    }
}

fn arrivals() -> impl Strategy<Value = Vec<Arrival<'static>>> {
    let one =
        (prop::sample::select(vec!["p", "q"]), prop::sample::select(vec!["a", "b", "c"]), 0_u64..6, any::<bool>());
    vec(one.prop_map(|(question, tab, seq, late)| Arrival { late, ..arrival(question, tab, seq) }), 0..24)
}

proptest! {
    #[test]
    fn a_late_arrival_changes_nothing(arrivals in arrivals()) {
        let in_time: Vec<_> = arrivals.iter().copied().filter(|arrival| !arrival.late).collect();
        prop_assert_eq!(current(&arrivals), current(&in_time));
    }

    #[test]
    fn a_lower_number_never_replaces_a_higher_of_its_tab(arrivals in arrivals(), next in arrivals()) {
        for next in next {
            let before = current(&arrivals);
            let seen = |arrival: &&Arrival<'_>| {
                !arrival.late && arrival.tab == next.tab && arrival.question == next.question && arrival.seq >= next.seq
            };
            if arrivals.iter().any(|arrival| seen(&arrival)) {
                let after: Vec<_> = arrivals.iter().copied().chain([next]).collect();
                prop_assert_eq!(before, current(&after));
            }
        }
    }

    #[test]
    fn sending_everything_again_changes_nothing(arrivals in arrivals()) {
        let twice: Vec<_> = arrivals.iter().chain(&arrivals).copied().collect();
        let doubled: Vec<_> = arrivals.iter().flat_map(|arrival| [*arrival; 2]).collect();
        prop_assert_eq!(current(&arrivals), current(&twice));
        prop_assert_eq!(current(&arrivals), current(&doubled));
    }

    #[test]
    fn of_one_tab_the_highest_in_time_counts_in_whatever_order_it_came(arrivals in arrivals()) {
        let one_tab: Vec<_> =
            arrivals.iter().map(|arrival| Arrival { tab: "a", ..*arrival }).filter(|arrival| arrival.question == "q").collect();
        let highest = one_tab.iter().filter(|arrival| !arrival.late).map(|arrival| arrival.seq).max();
        prop_assert_eq!(counts(&one_tab), highest.map(|seq| ("a".to_owned(), seq)));
    }

    #[test]
    fn every_question_with_an_answer_in_time_has_one_that_counts(arrivals in arrivals()) {
        let found = current(&arrivals);
        for arrival in arrivals.iter().filter(|arrival| !arrival.late) {
            prop_assert!(found.contains_key(arrival.question));
        }
    }
}
