//! What tests name outside `course.toml`: modules, banks, tags, and enough questions to draw.

use std::collections::{BTreeMap, BTreeSet};

use crate::course::Edition;
use crate::diagnostic::{Fault, Faults};
use crate::names::{ModuleSlug, QuestionId};
use crate::nearest::nearest;
use crate::settings::{Draw, DrawSpots, Place, Settings, Spots, TestSettings, TestSpots, unknown_module};

/// A test of fewer questions is a check of one's own, and who sees the same ones again gains nothing. In a longer one two people
/// who sit side by side, or one who comes back, should not meet more than half of the questions again.
const EXAMINES: usize = 5;

/// What there is to name. What could not be read counts as being there, for it has been named already.
pub(crate) struct There<'e> {
    pub(crate) edition: &'e Edition,
    pub(crate) modules: BTreeSet<ModuleSlug>,
    /// The banks, each with whether all its questions could be read.
    pub(crate) banks: BTreeMap<String, bool>,
}

/// Names what is named and does not exist.
pub(crate) fn check(settings: &Settings, spots: &Spots, there: &There<'_>, faults: &mut Faults) {
    for (module, span) in spots.modules.iter().filter(|(module, _)| !there.modules.contains(module)) {
        faults.at(span.clone(), unknown_module(module.as_ref(), there.modules.iter().map(AsRef::as_ref)));
    }
    if there.edition.has_tasks() {
        for span in &spots.tasks {
            let what = "requires.tasks, in a course that has a .task".to_owned();
            faults.at(span.clone(), Fault::NotYet { what });
        }
    }
    let places = there.edition.questions.keys().enumerate().map(|(place, id)| (id, place)).collect();
    for (name, test) in &settings.tests {
        if let Some(spots) = spots.tests.get(name) {
            one_test(test, spots, there, &places, faults);
        }
    }
}

/// Where each question stands among all.
type Places<'e> = BTreeMap<&'e QuestionId, usize>;

fn one_test<'e>(
    test: &'e TestSettings,
    spots: &TestSpots,
    there: &There<'e>,
    places: &Places<'e>,
    faults: &mut Faults,
) {
    if let Place::Module(module) = &test.place
        && !there.modules.contains(module)
    {
        let known = there.modules.iter().map(AsRef::as_ref).chain(["first", "last"]);
        faults.at(spots.place.clone(), unknown_module(module.as_ref(), known));
    }
    let drawn: usize = test.draw.iter().map(|draw| draw.pick).sum();
    let mut earlier: Vec<(Pool, usize)> = Vec::new();
    for (draw, spots) in test.draw.iter().zip(&spots.draws) {
        let pool = Pool::of(draw, there.edition, places);
        let fits = one_draw(draw, spots, &pool, &earlier, there, faults);
        if fits && drawn >= EXAMINES && draw.pick * 2 > pool.len() {
            let (bank, pick, of) = (draw.bank.clone(), draw.pick.to_string(), pool.len().to_string());
            faults.at(spots.pick.clone(), Fault::BankSmall { bank, pick, of });
        }
        earlier.push((pool, draw.pick));
    }
}

/// The questions that a draw picks from, a bit for each question there is: so two of them are laid beside each other in no time.
struct Pool(Vec<u64>);

impl Pool {
    fn of(draw: &Draw, edition: &Edition, places: &Places<'_>) -> Self {
        let mut bits = vec![0; places.len().div_ceil(64)];
        for place in edition.drawn_by(draw).filter_map(|question| places.get(&question.id)) {
            bits[place / 64] |= 1 << (place % 64);
        }
        Self(bits)
    }

    fn len(&self) -> usize {
        self.0.iter().map(|bits| bits.count_ones() as usize).sum()
    }

    fn shared_with(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, other)| own & other).collect())
    }

    fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, other)| *own |= other);
    }
}

/// Whether there are enough questions.
fn one_draw(
    draw: &Draw,
    spots: &DrawSpots,
    pool: &Pool,
    earlier: &[(Pool, usize)],
    there: &There<'_>,
    faults: &mut Faults,
) -> bool {
    let Some(&whole) = there.banks.get(&draw.bank) else {
        let nearest = nearest(&draw.bank, there.banks.keys().map(String::as_str));
        faults.at(spots.bank.clone(), Fault::UnknownBank { bank: draw.bank.clone(), nearest });
        return false;
    };
    if let Some(open) = there.edition.open_drawn_by(draw).next() {
        let (bank, question) = (draw.bank.clone(), open.id.to_string());
        faults.at(spots.bank.clone(), Fault::DrawOpen { bank, question });
        return false;
    }
    let unknown = whole && unknown_tags(draw, spots, there.edition, faults);
    let left = pool.len() - taken(pool, earlier);
    let fits = draw.pick <= left;
    if whole && !unknown && !fits {
        let (bank, pick, left) = (draw.bank.clone(), draw.pick.to_string(), left.to_string());
        faults.at(spots.pick.clone(), Fault::DrawTooLarge { bank, pick, left });
    }
    whole && !unknown && fits
}

fn unknown_tags(draw: &Draw, spots: &DrawSpots, edition: &Edition, faults: &mut Faults) -> bool {
    let ids = edition.banks.get(&draw.bank).map(Vec::as_slice).unwrap_or_default();
    let questions = ids.iter().filter_map(|id| edition.questions.get(id)).flat_map(|question| &question.tags);
    let open = ids.iter().filter_map(|id| edition.open.get(id)).flat_map(|work| &work.tags);
    let known: BTreeSet<&str> = questions.chain(open).map(String::as_str).collect();
    let mut unknown = false;
    for (tag, span) in draw.tags.iter().zip(&spots.tags).filter(|(tag, _)| !known.contains(tag.as_str())) {
        let nearest = nearest(tag, known.iter().copied());
        faults.at(span.clone(), Fault::UnknownTag { tag: tag.clone(), bank: draw.bank.clone(), nearest });
        unknown = true;
    }
    unknown
}

/// How many questions of a pool earlier draws of the same test may have taken, at worst: no question is drawn twice.
fn taken(pool: &Pool, earlier: &[(Pool, usize)]) -> usize {
    let mut shared = Pool(vec![0; pool.0.len()]);
    let mut taken = 0;
    for (other, pick) in earlier {
        let both = pool.shared_with(other);
        taken += both.len().min(*pick);
        shared.add(&both);
    }
    taken.min(shared.len())
}
