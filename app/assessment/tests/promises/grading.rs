//! Grading follows the table "Questions" of the course format.

use assessment::{Answer, Item, Key, Mark, Ratio};
use proptest::prelude::*;

use crate::made_up::{answered, answers, items, picks, right};

fn choice() -> Item {
    Item { key: Key::Choice { options: 3, right: 1 }, points: 2, all_or_nothing: false }
}

fn choices(right: &[usize], all_or_nothing: bool) -> Item {
    Item { key: Key::Choices { options: 5, right: picks(right) }, points: 6, all_or_nothing }
}

/// Four rows and three targets: the first and last row share one, as equal right-hand cells do.
fn pairs(all_or_nothing: bool) -> Item {
    Item { key: Key::Match { targets: 3, right: vec![0, 1, 2, 0] }, points: 6, all_or_nothing }
}

fn picked(options: &[usize]) -> Option<Answer> {
    Some(Answer::Choices(picks(options)))
}

fn paired(targets: [Option<usize>; 4]) -> Option<Answer> {
    Some(Answer::Match(targets.to_vec()))
}

#[test]
fn every_class_and_edge_scores_as_the_format_says() {
    let cases = vec![
        ("choice: nothing given", choice(), None, (0, 1)),
        ("choice: right", choice(), Some(Answer::Choice(1)), (2, 1)),
        ("choice: wrong", choice(), Some(Answer::Choice(0)), (0, 1)),
        ("choice: an option it has not", choice(), Some(Answer::Choice(3)), (0, 1)),
        ("choice: an answer of another kind", choice(), picked(&[1]), (0, 1)),
        ("choices: nothing given", choices(&[0, 2, 3], false), None, (0, 1)),
        ("choices: blank", choices(&[0, 2, 3], false), picked(&[]), (0, 1)),
        ("choices: all right", choices(&[0, 2, 3], false), picked(&[0, 2, 3]), (6, 1)),
        ("choices: one of three", choices(&[0, 2, 3], false), picked(&[2]), (2, 1)),
        ("choices: a wrong pick takes a right one back", choices(&[0, 2, 3], false), picked(&[0, 2, 1]), (2, 1)),
        ("choices: as many wrong as right", choices(&[0, 2, 3], false), picked(&[0, 1]), (0, 1)),
        ("choices: all wrong is not below 0", choices(&[0, 2, 3], false), picked(&[1, 4]), (0, 1)),
        ("choices: everything picked", choices(&[0, 2, 3], false), picked(&[0, 1, 2, 3, 4]), (2, 1)),
        ("choices: a fraction stays exact", choices(&[0, 1, 2, 3], false), picked(&[0]), (3, 2)),
        ("choices: an option it has not", choices(&[0, 2, 3], false), picked(&[0, 5]), (0, 1)),
        ("choices: all or nothing, nearly", choices(&[0, 2, 3], true), picked(&[0, 2]), (0, 1)),
        ("choices: all or nothing, one too many", choices(&[0, 2, 3], true), picked(&[0, 1, 2, 3]), (0, 1)),
        ("choices: all or nothing, all", choices(&[0, 2, 3], true), picked(&[0, 2, 3]), (6, 1)),
        ("match: nothing given", pairs(false), None, (0, 1)),
        ("match: blank", pairs(false), paired([None; 4]), (0, 1)),
        ("match: all right", pairs(false), paired([Some(0), Some(1), Some(2), Some(0)]), (6, 1)),
        ("match: one row blank", pairs(false), paired([Some(0), Some(1), Some(2), None]), (9, 2)),
        ("match: a shared target counts for each row", pairs(false), paired([Some(0); 4]), (3, 1)),
        ("match: all wrong", pairs(false), paired([Some(1), Some(2), Some(0), Some(1)]), (0, 1)),
        ("match: a target it has not", pairs(false), paired([Some(0), Some(1), Some(2), Some(3)]), (0, 1)),
        ("match: a row too few", pairs(false), Some(Answer::Match(vec![Some(0); 3])), (0, 1)),
        ("match: all or nothing, nearly", pairs(true), paired([Some(0), Some(1), Some(2), None]), (0, 1)),
        ("match: all or nothing, all", pairs(true), paired([Some(0), Some(1), Some(2), Some(0)]), (6, 1)),
    ];
    for (case, item, answer, (part, whole)) in cases {
        let score = item.grade(answer.as_ref());
        assert_eq!((score.earned, score.of), (Ratio::new(part, whole), item.points), "{case}");
    }
}

#[test]
fn a_key_without_a_right_part_earns_nothing_and_fails_nothing() {
    for item in [choices(&[], false), choices(&[], true)] {
        assert_eq!(item.grade(picked(&[]).as_ref()).earned, Ratio::from_integer(0));
    }
    let no_rows = Item { key: Key::Match { targets: 0, right: vec![] }, points: 3, all_or_nothing: false };
    assert_eq!(no_rows.grade(Some(&Answer::Match(vec![]))).earned, Ratio::from_integer(0));
}

#[test]
fn the_dearest_question_does_not_overflow() {
    let rows: Vec<usize> = vec![0; 200_000];
    let mut half: Vec<Option<usize>> = vec![Some(0); 200_000];
    half[0] = None;
    let dear = Item { key: Key::Match { targets: 1, right: rows }, points: u32::MAX, all_or_nothing: false };
    let score = dear.grade(Some(&Answer::Match(half)));
    assert_eq!(score.earned, Ratio::new(u64::from(u32::MAX) * 199_999, 200_000));
}

#[test]
fn options_and_rows_are_marked_by_what_was_picked_and_what_is_right() {
    use Mark::{Missed, Plain, Right, Wrong};
    assert_eq!(choice().marks(Some(&Answer::Choice(0))), [Wrong, Missed, Plain]);
    assert_eq!(choice().marks(None), [Plain, Missed, Plain]);
    let many = choices(&[0, 3], false);
    assert_eq!(many.marks(Some(&Answer::Choices(picks(&[0, 1])))), [Right, Wrong, Plain, Missed, Plain]);
    let given = Answer::Match(vec![Some(0), None, Some(1), Some(0)]);
    assert_eq!(pairs(false).marks(Some(&given)), [Right, Wrong, Wrong, Right]);
    assert_eq!(pairs(false).marks(Some(&Answer::Choice(0))), [Wrong; 4]);
}

#[test]
fn only_picks_and_pairs_make_an_answer_more_than_blank() {
    for (answer, blank) in [
        (Answer::Choice(0), false),
        (Answer::Choices(picks(&[])), true),
        (Answer::Choices(picks(&[0])), false),
        (Answer::Match(vec![None, None]), true),
        (Answer::Match(vec![None, Some(0)]), false),
    ] {
        assert_eq!(answer.is_blank(), blank, "{answer:?}");
    }
}

proptest! {
    #[test]
    fn a_score_is_never_below_nothing_nor_above_the_points(item in items(), answer in answers()) {
        let score = item.grade(Some(&answer));
        prop_assert!(score.earned <= Ratio::from_integer(u64::from(score.of)));
        prop_assert_eq!(score.of, item.points);
    }

    #[test]
    fn a_wholly_right_answer_earns_all_the_points(item in items()) {
        prop_assert_eq!(item.grade(Some(&right(&item))).earned, Ratio::from_integer(u64::from(item.points)));
    }

    #[test]
    fn an_answer_that_does_not_fit_earns_nothing(item in items(), answer in answers()) {
        prop_assume!(!item.fits(&answer) || answer.is_blank());
        prop_assert_eq!(item.grade(Some(&answer)).earned, Ratio::from_integer(0));
    }

    #[test]
    fn mending_one_part_never_lowers_the_score((item, answer) in answered(), part in any::<prop::sample::Index>()) {
        prop_assert!(item.grade(Some(&mended(&item, &answer, part))).earned >= item.grade(Some(&answer)).earned);
    }

    #[test]
    fn all_or_nothing_never_earns_more((item, answer) in answered()) {
        let [strict, kind] = [true, false].map(|all_or_nothing| Item { all_or_nothing, ..item.clone() });
        prop_assert!(strict.grade(Some(&answer)).earned <= kind.grade(Some(&answer)).earned);
    }
}

/// The answer with one part put right: one option picked or left as the key has it, one row paired.
fn mended(item: &Item, answer: &Answer, part: prop::sample::Index) -> Answer {
    match (&item.key, answer) {
        (Key::Choices { options, right }, Answer::Choices(given)) => {
            let part = part.index(*options);
            let mut given = given.clone();
            if right.contains(&part) {
                given.insert(part)
            } else {
                given.remove(&part)
            };
            Answer::Choices(given)
        }
        (Key::Match { right, .. }, Answer::Match(given)) => {
            let part = part.index(right.len());
            let mut given = given.clone();
            given[part] = Some(right[part]);
            Answer::Match(given)
        }
        _ => right(item),
    }
}
