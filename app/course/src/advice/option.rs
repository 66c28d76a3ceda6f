//! Single questions: options that sum up others or point to them, a right one that stands out, and practice that says nothing.
//! The rules are those on which writers of tests agree (T. M. Haladyna, S. M. Downing and M. C. Rodriguez, A Review of
//! Multiple-Choice Item-Writing Guidelines for Classroom Assessment, Applied Measurement in Education 15 (3), 2002).

use super::answers::{Answers, Choice};
use super::vocabulary::Vocabulary;
use crate::diagnostic::{Fault, Faults};

/// A phrase is what an option says if no more words stand around it.
const AROUND: usize = 3;
/// The right option stands out if it has twice the length of every other, and so many letters more.
const FAR_LONGER: usize = 30;

pub(super) fn check(answers: &Answers<'_>, vocabulary: &Vocabulary, faults: &mut Faults) {
    for option in &answers.options {
        if let Some(fault) = summing(option, answers.mixed, vocabulary) {
            faults.at(option.span.clone(), fault);
        }
    }
    if let Some(option) = standing_out(answers) {
        faults.at(option.span.clone(), Fault::AnswerFarLonger {});
    }
    if answers.practice && !answers.explained && answers.options.iter().all(|option| !option.feedback) {
        faults.at(answers.span.clone(), Fault::FeedbackMissing {});
    }
}

fn summing(option: &Choice<'_>, mixed: bool, vocabulary: &Vocabulary) -> Option<Fault> {
    let words = &option.passage.words;
    let says = |found: Option<(usize, usize)>| found.is_some_and(|(_, length)| words.len() <= length + AROUND);
    let option = option.text.clone();
    if mixed && says(vocabulary.above.find(words)) {
        Some(Fault::OptionMoves { option })
    } else {
        says(vocabulary.all.find(words)).then_some(Fault::OptionAll { option })
    }
}

/// The right option, if it is far longer than every other.
fn standing_out<'a, 't>(answers: &'a Answers<'t>) -> Option<&'a Choice<'t>> {
    let right = answers.options.iter().find(|option| option.right).filter(|_| answers.one)?;
    let other = answers.options.iter().filter(|option| !option.right).map(Choice::length).max()?;
    (right.length() >= 2 * other && right.length() >= other + FAR_LONGER).then_some(right)
}
