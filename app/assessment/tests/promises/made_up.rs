//! Questions and answers made up for the laws: any that a course can hold, and some that it cannot.

use std::collections::BTreeSet;

use assessment::{Answer, Item, Key};
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
    let pairs = (1_usize..7).prop_flat_map(|targets| {
        (Just(targets), vec(0..targets, 2..9)).prop_map(|(targets, right)| Key::Match { targets, right })
    });
    prop_oneof![choice, choices, pairs]
}

/// A question with an answer that fits it.
pub(crate) fn answered() -> impl Strategy<Value = (Item, Answer)> {
    items().prop_flat_map(|item| (Just(item.clone()), fitting(&item)))
}

fn fitting(item: &Item) -> BoxedStrategy<Answer> {
    match &item.key {
        Key::Choice { options, .. } => (0..*options).prop_map(Answer::Choice).boxed(),
        Key::Choices { options, .. } => btree_set(0..*options, 0..=*options).prop_map(Answer::Choices).boxed(),
        Key::Match { targets, right } => vec(option::of(0..*targets), right.len()).prop_map(Answer::Match).boxed(),
    }
}

/// Any answer at all, whatever was asked.
pub(crate) fn answers() -> impl Strategy<Value = Answer> {
    prop_oneof![
        any::<usize>().prop_map(Answer::Choice),
        btree_set(0_usize..12, 0..8).prop_map(Answer::Choices),
        vec(option::of(0_usize..9), 0..9).prop_map(Answer::Match),
    ]
}

/// A wholly right answer.
pub(crate) fn right(item: &Item) -> Answer {
    match &item.key {
        Key::Choice { right, .. } => Answer::Choice(*right),
        Key::Choices { right, .. } => Answer::Choices(right.clone()),
        Key::Match { right, .. } => Answer::Match(right.iter().copied().map(Some).collect()),
    }
}

pub(crate) fn picks(picked: &[usize]) -> BTreeSet<usize> {
    picked.iter().copied().collect()
}
