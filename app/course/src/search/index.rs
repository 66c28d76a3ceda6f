//! The index: for each term the places it stands in, and how often. Places are ranked by BM25 (Robertson and Zaragoza: The
//! Probabilistic Relevance Framework, 2009), where a word of a title counts as several.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::terms::{terms, wanted};
use crate::course::{Lesson, Module, Segment};
use crate::fillings::Fillings;
use crate::html::Html;

/// How often a word of a title counts.
const TITLE: u32 = 6;
/// How soon more of the same word counts no more; as Robertson and Zaragoza propose.
const K1: f64 = 1.2;
/// How far long places are held back; as they propose.
const B: f64 = 0.75;
/// What a word counts that is not the very one that was typed.
const KIN: f64 = 0.5;

/// A place that can be found: a module by its place in the course, and a lesson by its place in the module; no lesson is what
/// stands before the first.
pub(crate) type Spot = (usize, Option<usize>);

/// The spots a term stands in, in order, and how often in each.
type Postings = Vec<(u32, u32)>;

/// Where every term stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    spots: Vec<Spot>,
    /// How many terms each spot has.
    lengths: Vec<u32>,
    /// How many a spot has in the middle.
    mean_length: f64,
    /// In the order of the terms.
    terms: Vec<(Box<str>, Postings)>,
}

impl Index {
    pub(crate) fn of(modules: &[Arc<Module>]) -> Self {
        let mut building = Building::default();
        for (at, module) in modules.iter().enumerate() {
            building.spot((at, None), &module.title, std::iter::once(&module.opening));
            for (number, lesson) in module.lessons.iter().enumerate() {
                building.spot((at, Some(number)), &lesson.title, lesson.shown());
            }
        }
        building.done()
    }

    /// The places that hold what was typed, best first. Where none holds all of its words, those that hold the most.
    pub(crate) fn find(&self, typed: &str) -> Vec<Spot> {
        let mut found: BTreeMap<u32, (usize, f64)> = BTreeMap::new();
        for wanted in wanted(typed) {
            for (spot, score) in self.spots_of(&wanted) {
                let (words, sum) = found.entry(spot).or_default();
                (*words, *sum) = (*words + 1, *sum + score);
            }
        }
        let most = found.values().map(|(words, _)| *words).max().unwrap_or_default();
        found.retain(|_, (words, _)| *words == most);
        let mut hits: Vec<_> = found.into_iter().map(|(spot, (_, score))| (spot, rounded(score))).collect();
        // Those alike stay in the order of the course.
        hits.sort_by(|one, other| other.1.total_cmp(&one.1));
        hits.into_iter().map(|(spot, _)| self.spots[spot as usize]).collect()
    }

    /// The places of a word and of its kin, each with the best it scores there.
    fn spots_of(&self, wanted: &str) -> BTreeMap<u32, f64> {
        let mut best: BTreeMap<u32, f64> = BTreeMap::new();
        for (term, spots) in self.like(wanted) {
            let weight = if **term == *wanted { 1.0 } else { KIN };
            for (spot, count) in spots {
                let score = weight * self.score(*spot, *count, spots.len());
                best.entry(*spot).and_modify(|known| *known = known.max(score)).or_insert(score);
            }
        }
        best
    }

    /// The term that was typed and those of its kin. All of them begin alike.
    fn like(&self, wanted: &str) -> impl Iterator<Item = &(Box<str>, Postings)> {
        let beginning: String = wanted.chars().take(ALIKE).collect();
        let from = self.terms.partition_point(|(term, _)| **term < *beginning);
        let alike = self.terms[from..].iter().take_while(move |(term, _)| term.starts_with(&beginning));
        alike.filter(move |(term, _)| is_kin(wanted, term))
    }

    fn score(&self, spot: u32, count: u32, spots: usize) -> f64 {
        let all = self.spots.len() as f64;
        let with = spots as f64;
        let rarity = (1.0 + (all - with + 0.5) / (with + 0.5)).ln();
        let length = f64::from(self.lengths[spot as usize]) / self.mean_length.max(1.0);
        let count = f64::from(count);
        rarity * count * (K1 + 1.0) / (count + K1 * (1.0 - B + B * length))
    }
}

/// A logarithm's last digits differ from machine to machine; what is found must not.
fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}

/// How many characters terms share at least that are of one kin.
const ALIKE: usize = 4;
/// How many characters an ending has at most.
const ENDING: usize = 3;

/// Whether someone who types the one may mean the other: it begins with what was typed, or the two differ in a short ending.
/// That holds for the inflections of all six languages; what it takes for kin by mistake counts half and stands below.
pub(super) fn is_kin(wanted: &str, term: &str) -> bool {
    // In bytes: one character of Chinese says as much as three Latin letters, or two of other alphabets.
    if term == wanted || (wanted.len() > 2 && term.starts_with(wanted)) {
        return true;
    }
    let alike = wanted.chars().zip(term.chars()).take_while(|(one, other)| one == other).count();
    let [wanted, term] = [wanted, term].map(|word| word.chars().count());
    let (shorter, longer) = (wanted.min(term), wanted.max(term));
    let ends = longer - alike <= ENDING;
    ends && alike >= ALIKE && (alike == shorter || alike * 3 >= longer * 2)
}

#[derive(Default)]
struct Building {
    spots: Vec<Spot>,
    lengths: Vec<u32>,
    terms: BTreeMap<Box<str>, Postings>,
}

impl Building {
    fn spot<'h>(&mut self, spot: Spot, title: &str, shown: impl Iterator<Item = &'h Html>) {
        self.spots.push(spot);
        self.lengths.push(0);
        self.text(title, TITLE);
        shown.for_each(|html| self.html(html));
    }

    fn html(&mut self, html: &Html) {
        self.text(&html.fill_as_lines(&Fillings::default()), 1);
    }

    fn text(&mut self, text: &str, weight: u32) {
        let spot = self.spots.len() as u32 - 1;
        for term in terms(text) {
            self.lengths[spot as usize] += 1;
            let spots = self.terms.entry(term.text.into_boxed_str()).or_default();
            match spots.last_mut() {
                Some((last, count)) if *last == spot => *count += weight,
                _ => spots.push((spot, weight)),
            }
        }
    }

    fn done(self) -> Index {
        let Self { spots, lengths, terms } = self;
        let mean_length = lengths.iter().sum::<u32>() as f64 / spots.len() as f64;
        Index { spots, lengths, mean_length, terms: terms.into_iter().collect() }
    }
}

impl Lesson {
    /// What a reader sees of it before answering anything.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Html> {
        self.segments.iter().flat_map(Segment::shown)
    }
}

impl Segment {
    fn shown(&self) -> impl Iterator<Item = &Html> {
        let parts = match self {
            Self::Html(html) => [Some(html), None],
            Self::Question(question) => [Some(&question.title), Some(&question.prompt)],
            Self::Work(work) => [Some(&work.title), Some(&work.prompt)],
        };
        parts.into_iter().flatten()
    }
}
