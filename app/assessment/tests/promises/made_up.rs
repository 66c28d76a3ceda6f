//! Questions and answers made up for the laws: any that a course can hold, and some that it cannot.

use std::collections::BTreeSet;

use assessment::{Answer, Decimal, Foreseen, Item, Key};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;

/// A question of any class, as the course format allows it.
pub(crate) fn items() -> impl Strategy<Value = Item> {
    (keys(), 0_u32..=20, any::<bool>()).prop_map(|(key, points, all_or_nothing)| Item { key, points, all_or_nothing })
}

fn keys() -> impl Strategy<Value = Key> {
    let choice = (1_usize..9).prop_flat_map(|options| {
        (Just(options), 0..options).prop_map(|(options, right)| Key::Choice { options, right })
    });
    let choices = (1_usize..9).prop_flat_map(|options| {
        (Just(options), btree_set(0..options, 1..=options)).prop_map(|(options, right)| Key::Choices { options, right })
    });
    let hotspot = (2_usize..9).prop_flat_map(|regions| {
        (Just(regions), btree_set(0..regions, 1..regions)).prop_map(|(regions, right)| Key::Hotspot { regions, right })
    });
    let pairs = (1_usize..7).prop_flat_map(|targets| {
        (Just(targets), vec(0..targets, 2..9)).prop_map(|(targets, right)| Key::Match { targets, right })
    });
    let order = (2_usize..9).prop_map(|steps| Key::Order { steps });
    let blanks =
        (vec(vec(spellings(), 1..4), 1..5), any::<bool>()).prop_map(|(gaps, exact)| Key::Blanks { gaps, exact });
    let number = (numbers(), 0_i64..1000, any::<bool>(), "(| km|%)").prop_map(|(least, more, comma, unit)| {
        let most = least.plus(decimal(more)).expect("within bounds");
        Key::Number { least, most, comma, unit: unit.trim().to_owned() }
    });
    let short =
        (vec((spellings(), any::<bool>()), 0..4), spellings(), any::<bool>()).prop_map(|(others, right, exact)| {
            let right = Foreseen { words: right, pattern: false, right: true };
            let others = others.into_iter().map(|(words, right)| Foreseen { words, pattern: false, right });
            Key::Short { foreseen: std::iter::once(right).chain(others).collect(), exact }
        });
    prop_oneof![choice, choices, hotspot, pairs, order, blanks, number, short]
}

/// Words as an author or a learner writes them.
pub(crate) fn spellings() -> impl Strategy<Value = String> {
    "[a-zéÑßЁёйاَé’*]{1,6}( [a-zÀ-ÿ]{1,4})?"
}

pub(crate) fn numbers() -> impl Strategy<Value = Decimal> {
    (-1_000_000_i64..1_000_000, 0_u32..5).prop_map(|(units, places)| {
        let (whole, part) = (units / 10_i64.pow(places), (units % 10_i64.pow(places)).abs());
        let sign = if units < 0 && whole == 0 { "-" } else { "" };
        format!("{sign}{whole}.{part:0width$}", width = places.max(1) as usize).parse().expect("a decimal number")
    })
}

pub(crate) fn decimal(whole: i64) -> Decimal {
    whole.to_string().parse().expect("a decimal number")
}

/// A question with an answer that fits it.
pub(crate) fn answered() -> impl Strategy<Value = (Item, Answer)> {
    items().prop_flat_map(|item| (Just(item.clone()), fitting(&item)))
}

fn fitting(item: &Item) -> BoxedStrategy<Answer> {
    match &item.key {
        Key::Choice { options, .. } => (0..*options).prop_map(Answer::Choice).boxed(),
        Key::Hotspot { regions, .. } => (0..*regions).prop_map(Answer::Hotspot).boxed(),
        Key::Choices { options, .. } => btree_set(0..*options, 0..=*options).prop_map(Answer::Choices).boxed(),
        Key::Match { targets, right } => vec(option::of(0..*targets), right.len()).prop_map(Answer::Match).boxed(),
        Key::Order { steps } => vec(option::of(0..*steps), *steps).prop_map(Answer::Order).boxed(),
        Key::Blanks { gaps, .. } => vec(spellings(), gaps.len()).prop_map(Answer::Blanks).boxed(),
        Key::Number { .. } => option::of(numbers()).prop_map(Answer::Number).boxed(),
        Key::Short { .. } => spellings().prop_map(Answer::Short).boxed(),
    }
}

/// Any answer at all, whatever was asked.
pub(crate) fn answers() -> impl Strategy<Value = Answer> {
    prop_oneof![
        any::<usize>().prop_map(Answer::Choice),
        (0_usize..12).prop_map(Answer::Hotspot),
        btree_set(0_usize..12, 0..8).prop_map(Answer::Choices),
        vec(option::of(0_usize..9), 0..9).prop_map(Answer::Match),
        vec(option::of(0_usize..12), 0..9).prop_map(Answer::Order),
        vec("\\PC{0,5}", 0..5).prop_map(Answer::Blanks),
        option::of(numbers()).prop_map(Answer::Number),
        "\\PC{0,9}".prop_map(Answer::Short),
    ]
}

/// A wholly right answer.
pub(crate) fn right(item: &Item) -> Answer {
    match &item.key {
        Key::Choice { right, .. } => Answer::Choice(*right),
        Key::Choices { right, .. } => Answer::Choices(right.clone()),
        Key::Hotspot { right, .. } => Answer::Hotspot(*right.first().expect("one is right")),
        Key::Order { steps } => Answer::Order((0..*steps).map(Some).collect()),
        Key::Match { right, .. } => Answer::Match(right.iter().copied().map(Some).collect()),
        Key::Blanks { gaps, .. } => Answer::Blanks(gaps.iter().map(|gap| gap[0].clone()).collect()),
        Key::Number { least, .. } => Answer::Number(Some(*least)),
        Key::Short { foreseen, .. } => Answer::Short(foreseen[0].words.clone()),
    }
}

pub(crate) fn picks(picked: &[usize]) -> BTreeSet<usize> {
    picked.iter().copied().collect()
}
