//! Grading follows the table "Questions" of the course format.

use assessment::{Answer, Foreseen, Item, Key, Mark, Ratio};
use proptest::prelude::*;

use crate::made_up::{answered, answers, decimal, items, picks, right};

fn choice() -> Item {
    Item { key: Key::Choice { options: 3, right: 1 }, points: 2, all_or_nothing: false }
}

fn choices(right: &[usize], all_or_nothing: bool) -> Item {
    Item { key: Key::Choices { options: 5, right: picks(right) }, points: 6, all_or_nothing }
}

/// Four regions, of which two are right.
fn hotspot() -> Item {
    Item { key: Key::Hotspot { regions: 4, right: picks(&[1, 3]) }, points: 2, all_or_nothing: false }
}

/// Four rows and three targets: the first and last row share one, as equal right-hand cells do.
fn pairs(all_or_nothing: bool) -> Item {
    Item { key: Key::Match { targets: 3, right: vec![0, 1, 2, 0] }, points: 6, all_or_nothing }
}

fn order(all_or_nothing: bool) -> Item {
    Item { key: Key::Order { steps: 4 }, points: 6, all_or_nothing }
}

/// The steps of the source by the places they were given.
fn placed(places: [usize; 4]) -> Option<Answer> {
    Some(Answer::Order(places.map(Some).to_vec()))
}

fn gaps(exact: bool) -> Item {
    let gaps = vec![vec!["contact".to_owned(), "grooming".to_owned()], vec!["Genève".to_owned()]];
    Item { key: Key::Blanks { gaps, exact }, points: 4, all_or_nothing: false }
}

fn typed(words: [&str; 2]) -> Option<Answer> {
    Some(Answer::Blanks(words.map(str::to_owned).to_vec()))
}

fn number(least: i64, most: i64) -> Item {
    let key = Key::Number { least: decimal(least), most: decimal(most), comma: false, unit: String::new() };
    Item { key, points: 2, all_or_nothing: false }
}

fn short() -> Item {
    let one = |words: &str, right| Foreseen { words: words.to_owned(), pattern: words.contains('*'), right };
    let foreseen = vec![one("the police helpline", false), one("*helpline*", true), one("116", true)];
    Item { key: Key::Short { foreseen, exact: false }, points: 2, all_or_nothing: false }
}

fn said(words: &str) -> Option<Answer> {
    Some(Answer::Short(words.to_owned()))
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
        ("hotspot: nothing given", hotspot(), None, (0, 1)),
        ("hotspot: a right region", hotspot(), Some(Answer::Hotspot(1)), (2, 1)),
        ("hotspot: the other right region", hotspot(), Some(Answer::Hotspot(3)), (2, 1)),
        ("hotspot: a wrong region", hotspot(), Some(Answer::Hotspot(0)), (0, 1)),
        ("hotspot: a region it has not", hotspot(), Some(Answer::Hotspot(4)), (0, 1)),
        ("hotspot: an answer of another kind", hotspot(), Some(Answer::Choice(1)), (0, 1)),
        ("choice: a region", choice(), Some(Answer::Hotspot(1)), (0, 1)),
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
        ("order: nothing given", order(false), None, (0, 1)),
        ("order: all right", order(false), placed([0, 1, 2, 3]), (6, 1)),
        ("order: 1 3 2 4 has no right neighbours", order(false), placed([0, 2, 1, 3]), (0, 1)),
        ("order: the first moved to the end", order(false), placed([3, 0, 1, 2]), (4, 1)),
        ("order: backwards", order(false), placed([3, 2, 1, 0]), (0, 1)),
        ("order: two pairs", order(false), placed([2, 3, 0, 1]), (4, 1)),
        ("order: a place given twice counts for neither", order(false), placed([0, 1, 0, 1]), (0, 1)),
        ("order: some not placed", order(false), Some(Answer::Order(vec![Some(0), Some(1), None, None])), (2, 1)),
        ("order: a place it has not", order(false), placed([0, 1, 2, 4]), (0, 1)),
        ("order: all or nothing, nearly", order(true), placed([3, 0, 1, 2]), (0, 1)),
        ("blanks: nothing given", gaps(false), None, (0, 1)),
        ("blanks: all right", gaps(false), typed(["contact", "Genève"]), (4, 1)),
        ("blanks: another accepted word, other case and accent", gaps(false), typed([" Grooming ", "GENEVE"]), (4, 1)),
        ("blanks: one of two", gaps(false), typed(["", "Genève"]), (2, 1)),
        ("blanks: accents count where they should", gaps(true), typed(["contact", "Geneve"]), (2, 1)),
        ("number: nothing given", number(10, 20), Some(Answer::Number(None)), (0, 1)),
        ("number: the least", number(10, 20), Some(Answer::Number(Some(decimal(10)))), (2, 1)),
        ("number: the most", number(10, 20), Some(Answer::Number(Some(decimal(20)))), (2, 1)),
        ("number: just above", number(10, 20), Some(Answer::Number("20.000000000001".parse().ok())), (0, 1)),
        ("number: just below", number(-20, -10), Some(Answer::Number("-20.000000000001".parse().ok())), (0, 1)),
        ("short: nothing given", short(), said("  "), (0, 1)),
        ("short: a pattern", short(), said("Call the HELPLINE now"), (2, 1)),
        ("short: a wrong answer that was foreseen comes first", short(), said("the police helpline"), (0, 1)),
        ("short: word for word", short(), said(" 116 "), (2, 1)),
        ("short: anything else", short(), said("117"), (0, 1)),
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
    use Mark::{Blank, Missed, Plain, Right, Wrong};
    assert_eq!(choice().marks(Some(&Answer::Choice(0))), [Wrong, Missed, Plain]);
    assert_eq!(choice().marks(None), [Plain, Missed, Plain]);
    assert_eq!(hotspot().marks(Some(&Answer::Hotspot(0))), [Wrong, Missed, Plain, Missed]);
    // One is enough: the other right region was not missed.
    assert_eq!(hotspot().marks(Some(&Answer::Hotspot(3))), [Plain, Plain, Plain, Right]);
    assert_eq!(hotspot().marks(None), [Plain, Missed, Plain, Missed]);
    let many = choices(&[0, 3], false);
    assert_eq!(many.marks(Some(&Answer::Choices(picks(&[0, 1])))), [Right, Wrong, Plain, Missed, Plain]);
    let given = Answer::Match(vec![Some(0), None, Some(1), Some(0)]);
    assert_eq!(pairs(false).marks(Some(&given)), [Right, Blank, Wrong, Right]);
    assert_eq!(pairs(false).marks(Some(&Answer::Choice(0))), [Blank; 4]);
    assert_eq!(order(false).marks(placed([0, 1, 2, 3]).as_ref()), [Right; 4]);
    assert_eq!(order(false).marks(placed([3, 0, 1, 2]).as_ref()), [Wrong, Wrong, Right, Right]);
    assert_eq!(gaps(false).marks(typed(["contact", "Bern"]).as_ref()), [Right, Wrong]);
    assert_eq!(number(1, 2).marks(Some(&Answer::Number(Some(decimal(2))))), [Right]);
    assert_eq!(gaps(false).marks(typed(["", "Bern"]).as_ref()), [Blank, Wrong]);
    assert_eq!(short().marks(None), [Blank]);
    assert_eq!(short().marks(said("117").as_ref()), [Wrong]);
}

#[test]
fn only_picks_and_pairs_make_an_answer_more_than_blank() {
    for (answer, blank) in [
        (Answer::Choice(0), false),
        (Answer::Hotspot(0), false),
        (Answer::Choices(picks(&[])), true),
        (Answer::Choices(picks(&[0])), false),
        (Answer::Order(vec![None, None]), true),
        (Answer::Order(vec![None, Some(1)]), false),
        (Answer::Blanks(vec![" ".into(), String::new()]), true),
        (Answer::Blanks(vec![String::new(), "x".into()]), false),
        (Answer::Number(None), true),
        (Answer::Number(Some(decimal(0))), false),
        (Answer::Short(" ".into()), true),
        (Answer::Short("x".into()), false),
        (Answer::Match(vec![None, None]), true),
        (Answer::Match(vec![None, Some(0)]), false),
    ] {
        assert_eq!(answer.is_blank(), blank, "{answer:?}");
    }
}

#[test]
fn an_answer_that_was_foreseen_is_recognised() {
    for (typed, place) in [("The Police Helpline", Some(0)), ("a helpline", Some(1)), ("116", Some(2)), ("x", None)] {
        assert_eq!(short().recognised(&Answer::Short(typed.to_owned())), place, "{typed}");
    }
    assert_eq!(choice().recognised(&Answer::Choice(1)), None);
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
        (Key::Blanks { gaps, .. }, Answer::Blanks(given)) => {
            let part = part.index(gaps.len());
            let mut given = given.clone();
            given[part].clone_from(&gaps[part][0]);
            Answer::Blanks(given)
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
