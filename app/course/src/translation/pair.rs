//! Which block of the source each block of a translation stands for, within one id: first those that were accepted, wherever
//! they moved, then those that are still the source's words, then the others in their order, like with like.

use std::collections::BTreeSet;

use super::piece::Piece;
use super::record::Accepted;

/// Longer rows of blocks are paired one by one, without looking for the best way: nobody writes them by hand.
const MOST_CELLS: usize = 1_000_000;

/// The blocks of the source and of the translation, and what was accepted, all of one id.
pub(crate) struct Row<'p> {
    pub(crate) source: &'p [Piece],
    pub(crate) own: &'p [Piece],
    pub(crate) accepted: &'p [&'p Accepted],
    /// The first of each is the heading with the id, which is one whatever became of it.
    pub(crate) headed: bool,
}

/// For each block of the translation that of the source.
pub(crate) fn pair(row: &Row<'_>) -> Vec<Option<usize>> {
    let mut pairs = vec![None; row.own.len()];
    let mut taken = vec![false; row.source.len()];
    if row.headed && !pairs.is_empty() && !taken.is_empty() {
        (pairs[0], taken[0]) = (Some(0), true);
    }
    let known: BTreeSet<_> = row.accepted.iter().map(|one| (&one.translation, &one.source)).collect();
    lock(row, &mut pairs, &mut taken, |own, source| known.contains(&(&own.hash, &source.hash)));
    lock(row, &mut pairs, &mut taken, |own, source| own.hash == source.hash && own.shape == source.shape);
    let (rest, own): (Vec<usize>, Vec<usize>) =
        (free(&taken), free(&pairs.iter().map(Option::is_some).collect::<Vec<_>>()));
    for (at, of) in in_order(row, &own, &rest) {
        pairs[at] = Some(of);
    }
    pairs
}

fn lock(row: &Row<'_>, pairs: &mut [Option<usize>], taken: &mut [bool], fits: impl Fn(&Piece, &Piece) -> bool) {
    // The same hash is found without going through all others.
    let mut from = 0;
    for (at, own) in row.own.iter().enumerate().filter(|(at, _)| pairs[*at].is_none()).collect::<Vec<_>>() {
        let places = (from..row.source.len()).chain(0..from).take(MOST_LOOKED_AT);
        let found = places.into_iter().find(|&of| !taken[of] && fits(own, &row.source[of]));
        if let Some(of) = found {
            (pairs[at], taken[of], from) = (Some(of), true, of + 1);
        }
    }
}

/// How far a block may have moved within its id.
const MOST_LOOKED_AT: usize = 200;

fn free(taken: &[bool]) -> Vec<usize> {
    (0..taken.len()).filter(|&at| !taken[at]).collect()
}

/// The best way to pair what is left without changing the order of either.
fn in_order(row: &Row<'_>, own: &[usize], source: &[usize]) -> Vec<(usize, usize)> {
    let like = |at: usize, of: usize| row.own[own[at]].likeness(&row.source[source[of]]);
    if own.len().saturating_mul(source.len()) > MOST_CELLS {
        let both = own.iter().zip(source).enumerate();
        return both.filter(|(at, _)| like(*at, *at) > 0).map(|(_, (at, of))| (*at, *of)).collect();
    }
    // best[at][of] is what the blocks from these two on are worth together.
    let width = source.len() + 1;
    let mut best = vec![0u32; (own.len() + 1) * width];
    for at in (0..own.len()).rev() {
        for of in (0..source.len()).rev() {
            let both = like(at, of);
            let paired = if both > 0 { both + best[(at + 1) * width + of + 1] } else { 0 };
            best[at * width + of] = paired.max(best[(at + 1) * width + of]).max(best[at * width + of + 1]);
        }
    }
    let (mut at, mut of, mut pairs) = (0, 0, Vec::new());
    while at < own.len() && of < source.len() {
        let (here, both) = (best[at * width + of], like(at, of));
        if both > 0 && here == both + best[(at + 1) * width + of + 1] {
            pairs.push((own[at], source[of]));
            (at, of) = (at + 1, of + 1);
        } else if here == best[at * width + of + 1] {
            of += 1;
        } else {
            at += 1;
        }
    }
    pairs
}
