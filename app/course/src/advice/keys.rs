//! The right answers of a page taken together: who knows nothing and sees a pattern must not pass.

use std::collections::BTreeMap;
use std::ops::Range;

use super::answers::{Answers, Choice};
use crate::diagnostic::{Fault, Faults};
use crate::nearest::listed;

/// Of fewer questions a pattern is chance.
const FEWEST: usize = 6;
/// So many letters more are seen at a glance: a short word.
const SEEN: usize = 4;
/// More questions are not named: nobody mends a hundred from one line.
const MOST_NAMED: usize = 12;
/// In percent: who follows the pattern would have passed most tests, whose mark is 70.
const PASSES: usize = 70;
/// The same where there are two options, and chance alone gives 50.
const PASSES_OF_TWO: usize = 80;

pub(super) fn check(answers: &[Answers<'_>], title: &Range<usize>, faults: &mut Faults) {
    let picked: Vec<&Answers<'_>> = answers.iter().filter(|answers| answers.one).collect();
    let (two, more): (Vec<_>, Vec<_>) = picked.into_iter().partition(|answers| answers.options.len() == 2);
    longest(&more, title, faults);
    same_place(&more, title, faults);
    one_sided(&two, title, faults);
}

fn longest(answers: &[&Answers<'_>], title: &Range<usize>, faults: &mut Faults) {
    let longest: Vec<&str> = answers.iter().filter(|one| is_longest(one)).map(|one| one.id).collect();
    if is_pattern(longest.len(), answers.len(), PASSES) {
        let more = (longest.len() > MOST_NAMED).then_some("…");
        let questions = listed(longest.iter().copied().take(MOST_NAMED).chain(more));
        let (count, of) = (longest.len().to_string(), answers.len().to_string());
        faults.at(title.clone(), Fault::AnswersLongest { count, of, questions });
    }
}

/// Whether the right option looks longer than every other.
fn is_longest(answers: &Answers<'_>) -> bool {
    let length = |right: bool| answers.options.iter().filter(move |one| one.right == right).map(Choice::length).max();
    length(true) >= length(false).map(|length| length + SEEN)
}

fn same_place(answers: &[&Answers<'_>], title: &Range<usize>, faults: &mut Faults) {
    let kept: Vec<_> = answers.iter().filter(|answers| !answers.mixed).collect();
    let places = kept.iter().filter_map(|answers| answers.options.iter().position(|option| option.right));
    if let Some((place, count)) = most(places).filter(|(_, count)| is_pattern(*count, kept.len(), PASSES)) {
        let (place, count, of) = ((place + 1).to_string(), count.to_string(), kept.len().to_string());
        faults.at(title.clone(), Fault::AnswersSamePlace { place, count, of });
    }
}

/// Questions of two options that have the same two, such as "True" and "False".
fn one_sided(answers: &[&Answers<'_>], title: &Range<usize>, faults: &mut Faults) {
    let mut pairs: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    for answers in answers {
        let mut both: Vec<&str> = answers.options.iter().map(|option| option.text.as_str()).collect();
        both.sort_unstable();
        let right = answers.options.iter().find(|option| option.right);
        pairs.entry(both).or_default().extend(right.map(|option| option.text.as_str()));
    }
    for right in pairs.into_values() {
        let of = right.len();
        if let Some((option, count)) =
            most(right.into_iter()).filter(|(_, count)| is_pattern(*count, of, PASSES_OF_TWO))
        {
            let (option, count, of) = (option.to_owned(), count.to_string(), of.to_string());
            faults.at(title.clone(), Fault::AnswersOneSided { option, count, of });
        }
    }
}

/// What stands there most often, and how often.
fn most<T: Ord>(all: impl Iterator<Item = T>) -> Option<(T, usize)> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    counts.into_iter().max_by_key(|(_, count)| *count)
}

fn is_pattern(count: usize, of: usize, percent: usize) -> bool {
    of >= FEWEST && count * 100 >= of * percent
}
