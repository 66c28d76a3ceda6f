//! Drawing a test's questions from its pools, and the order in which they and their options stand on the page.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::chance::{Stream, order};

/// A question that a draw may pick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The question's id.
    pub id: String,
    /// How many options it has; for a match, how many targets.
    pub options: usize,
    /// Whether its options may be shuffled, which the test's own setting rules over: `shuffle=no` says they may not.
    pub shuffle: bool,
    /// Whether they are shuffled even where the test is not: a match whose targets stood in order would answer itself.
    pub always: bool,
}

/// One question as it is presented. Stored with the attempt before the first question is shown.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    /// The question's id.
    pub question: String,
    /// The order in which its options (or targets) stand on the page: `order[shown]` is the index in the source.
    pub order: Vec<usize>,
}

/// Draws a test: from each pool as many questions as it says, every one as likely as any other, and none twice, even
/// where pools overlap. A pool with too few left gives all it has.
///
/// With `shuffle` the questions of the whole test are mixed and their options shuffled. Without it they stand in the
/// order of the draws, and within a draw in the order of its pool.
pub fn draw(seed: [u8; 32], draws: &[(Vec<Candidate>, usize)], shuffle: bool) -> Vec<Presented> {
    let mut taken = BTreeSet::new();
    let mut drawn = Vec::new();
    for (number, (pool, pick)) in draws.iter().enumerate() {
        // A question's id holds no blank, so these salts are never those of a question.
        let picked = pick_from(&mut Stream::new(seed, &format!("draw {number}")), pool, *pick, &taken);
        taken.extend(picked.iter().map(|candidate| candidate.id.as_str()));
        drawn.extend(picked);
    }
    if shuffle {
        Stream::new(seed, "whole test").shuffle(&mut drawn);
    }
    drawn.into_iter().map(|candidate| present(seed, candidate, shuffle)).collect()
}

/// Picks from what is left of a pool, and returns the picks in the order of the pool.
fn pick_from<'a>(
    chance: &mut Stream,
    pool: &'a [Candidate],
    pick: usize,
    taken: &BTreeSet<&str>,
) -> Vec<&'a Candidate> {
    let mut seen = taken.clone();
    let left: Vec<&Candidate> = pool.iter().filter(|candidate| seen.insert(&candidate.id)).collect();
    let mut places: Vec<usize> = (0..left.len()).collect();
    chance.shuffle(&mut places);
    places.truncate(pick);
    places.sort_unstable();
    places.into_iter().map(|place| left[place]).collect()
}

fn present(seed: [u8; 32], candidate: &Candidate, shuffle: bool) -> Presented {
    let mixed = candidate.always || (shuffle && candidate.shuffle);
    let order = if mixed { order(seed, &candidate.id, candidate.options) } else { (0..candidate.options).collect() };
    Presented { question: candidate.id.clone(), order }
}
