//! A form's positions become an answer in source order, and back.

use assessment::{Answer, Item, Key, Misread, order, read_answer, show_answer, untouched};
use proptest::prelude::*;

use crate::made_up::{answered, decimal, items, picks};

fn item(key: Key) -> Item {
    Item { key, points: 1, all_or_nothing: false }
}

/// The places to shuffle: the options or steps, or the targets of a match.
fn places(item: &Item) -> usize {
    match &item.key {
        Key::Choice { options, .. } | Key::Choices { options, .. } => *options,
        Key::Hotspot { regions, .. } => *regions,
        Key::Order { steps } => *steps,
        Key::Match { targets, .. } => *targets,
        Key::Blanks { .. } | Key::Number { .. } | Key::Short { .. } => 0,
    }
}

#[test]
fn positions_as_shown_are_read_into_source_order() {
    let choice = item(Key::Choice { options: 3, right: 0 });
    let choices = item(Key::Choices { options: 3, right: picks(&[0]) });
    let hotspot = item(Key::Hotspot { regions: 3, right: picks(&[0]) });
    let pairs = item(Key::Match { targets: 3, right: vec![0, 1] });
    let cases: Vec<(&Item, &[&str], Result<Answer, Misread>)> = vec![
        (&choice, &["0"], Ok(Answer::Choice(2))),
        (&choice, &[], Err(Misread::WrongCount)),
        (&choice, &[""], Err(Misread::WrongCount)),
        (&choice, &["0", "1"], Err(Misread::TooMany)),
        (&choice, &["3"], Err(Misread::OutOfRange)),
        (&choice, &["99999999999999999999999"], Err(Misread::OutOfRange)),
        (&choice, &["-1"], Err(Misread::NotANumber)),
        (&choice, &["+1"], Err(Misread::NotANumber)),
        (&choice, &[" 1"], Err(Misread::NotANumber)),
        (&choice, &["١"], Err(Misread::NotANumber)),
        (&hotspot, &["1"], Ok(Answer::Hotspot(0))),
        (&hotspot, &[], Err(Misread::WrongCount)),
        (&hotspot, &["0", "1"], Err(Misread::TooMany)),
        (&hotspot, &["3"], Err(Misread::OutOfRange)),
        (&choices, &[], Ok(Answer::Choices(picks(&[])))),
        (&choices, &["1", "0"], Ok(Answer::Choices(picks(&[0, 2])))),
        (&choices, &["1", "1"], Ok(Answer::Choices(picks(&[0])))),
        (&choices, &["0", "1", "2", "2"], Err(Misread::TooMany)),
        (&choices, &["one"], Err(Misread::NotANumber)),
        (&pairs, &["", "2"], Ok(Answer::Match(vec![None, Some(1)]))),
        (&pairs, &["1", "1"], Ok(Answer::Match(vec![Some(0), Some(0)]))),
        (&pairs, &["1"], Err(Misread::WrongCount)),
        (&pairs, &["1", "1", ""], Err(Misread::WrongCount)),
        (&pairs, &["1", "7"], Err(Misread::OutOfRange)),
    ];
    let steps = item(Key::Order { steps: 3 });
    let gaps = item(Key::Blanks { gaps: vec![vec!["a".into()], vec!["b".into()]], exact: false });
    let cases = cases.into_iter().chain::<Vec<(&Item, &[&str], Result<Answer, Misread>)>>(vec![
        (&steps, &["0", "1", ""], Ok(Answer::Order(vec![Some(1), None, Some(0)]))),
        (&steps, &["0", "0", "0"], Ok(Answer::Order(vec![Some(0); 3]))),
        (&steps, &["0", "1", "3"], Err(Misread::OutOfRange)),
        (&steps, &["0", "1"], Err(Misread::WrongCount)),
        (&gaps, &[" x  y ", ""], Ok(Answer::Blanks(vec!["x  y".into(), String::new()]))),
        (&gaps, &["x"], Err(Misread::WrongCount)),
    ]);
    for (item, shown, expected) in cases {
        let shown: Vec<String> = shown.iter().map(|value| (*value).to_owned()).collect();
        assert_eq!(read_answer(item, &[2, 0, 1], &shown), expected, "{:?} {shown:?}", item.key);
    }
}

#[test]
fn an_order_that_belongs_to_a_longer_question_is_out_of_range() {
    let shown = ["0".to_owned()];
    let short = item(Key::Choice { options: 2, right: 0 });
    assert_eq!(read_answer(&short, &[2, 0, 1], &shown), Err(Misread::OutOfRange));
}

#[test]
fn an_answer_that_is_longer_than_any_is_refused() {
    let short = item(Key::Short { foreseen: Vec::new(), exact: false });
    let typed = |count: usize| vec!["é".repeat(count)];
    assert_eq!(read_answer(&short, &[], &typed(200)), Ok(Answer::Short("é".repeat(200))));
    assert_eq!(read_answer(&short, &[], &typed(201)), Err(Misread::TooLong));
}

#[test]
fn what_a_form_sends_untouched_is_blank() {
    let steps = item(Key::Order { steps: 2 });
    let number = item(Key::Number { least: decimal(1), most: decimal(1), comma: false, unit: String::new() });
    for item in [steps, number] {
        let order: Vec<usize> = (0..places(&item)).collect();
        assert!(read_answer(&item, &order, &untouched(&item)).expect("an answer").is_blank());
    }
}

proptest! {
    #[test]
    fn showing_an_answer_and_reading_it_back_gives_the_same_answer(
        (item, answer) in answered(), seed in any::<[u8; 32]>(),
    ) {
        let order = order(seed, "q", places(&item));
        let shown = show_answer(&item, &order, &answer);
        prop_assert_eq!(read_answer(&item, &order, &shown), Ok(answer));
    }

    #[test]
    fn whatever_a_form_posts_is_read_as_an_answer_that_fits_or_refused(
        item in items(), shown in prop::collection::vec("[0-9]{0,2}|\\PC{0,3}", 0..8),
    ) {
        let order = order([7; 32], "q", places(&item));
        if let Ok(answer) = read_answer(&item, &order, &shown) {
            prop_assert!(item.fits(&answer));
        }
    }
}
