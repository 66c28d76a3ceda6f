//! Statistics without a source: "37 %", "one in three". A figure that nobody can look up may be wrong, and is believed.

use super::passage::Passage;
use super::vocabulary::Vocabulary;
use crate::diagnostic::{Fault, Faults};

/// Per cents that are a way of speaking.
const SPEECH: &[&str] = &["0", "100", "٠", "١٠٠"];

/// Names the first figure of a passage that does not say where it is from.
pub(super) fn check(passage: &Passage<'_>, vocabulary: &Vocabulary, faults: &mut Faults) {
    let words = &passage.words;
    let figure = (0..words.len()).find_map(|at| {
        let length = vocabulary.figures.at(&words[at..])?;
        let counts = vocabulary.units.at(&words[at + length..]).is_some();
        (!counts && !SPEECH.contains(&words[at].text)).then_some((at, length))
    });
    if let Some((at, length)) = figure {
        let (span, figure) = passage.quote(at, length);
        faults.at(span, Fault::FigureWithoutSource { figure });
    }
}
