//! `[tests.NAME]`.

use std::collections::BTreeMap;
use std::ops::Range;

use assessment::{Keep, PassMark, PassRule, Percent};

use super::modules::{MOST_MINUTES, misnamed};
use super::read::{DrawSpots, Spots, TestSpots};
use super::table::{Table, Value};
use super::{Draw, Feedback, Place, TestSettings};
use crate::diagnostic::{Fault, Faults};
use crate::names::{self, ModuleSlug, NameFault, TestSlug};
use crate::nearest::nearest;
use crate::source::MOST_FILES;

const PASS_RULES: &[(&str, PassRule)] = &[("at-least", PassRule::AtLeast), ("more-than", PassRule::MoreThan)];
const KEEPS: &[(&str, Keep)] =
    &[("highest", Keep::Highest), ("latest", Keep::Latest), ("first", Keep::First), ("average", Keep::Average)];
const MOST_ATTEMPTS: u32 = 1_000;
/// No test needs more draws; each is compared with those before it.
const MOST_DRAWS: usize = 100;
/// Names of tests whose page would be another page.
const RESERVED: &[&str] = &["course", "glossary"];

pub(super) fn tests(root: &mut Table<'_>, spots: &mut Spots, faults: &mut Faults) -> BTreeMap<TestSlug, TestSettings> {
    let mut tests = BTreeMap::new();
    let key = root.meant("tests", "test", faults);
    let mut parallels = Vec::new();
    for (number, (span, name, mut table)) in root.named(key, faults).into_iter().enumerate() {
        let mut test_spots = TestSpots { name: span.clone(), place: span.clone(), draws: Vec::new() };
        let (settings, parallel) = test(&mut table, name, number, &mut test_spots, faults);
        table.close(faults);
        match test_slug(name) {
            Ok(slug) => {
                parallels.extend(parallel.map(|(span, other)| (slug.clone(), span, other)));
                spots.tests.insert(slug.clone(), test_spots);
                tests.insert(slug, settings);
            }
            Err(why) => {
                spots.misnamed.insert(name.to_owned());
                faults.at(span, misnamed(name, why));
            }
        }
    }
    for (slug, span, other) in parallels.into_iter().filter(|(_, _, other)| !spots.misnamed.contains(*other)) {
        pair(&slug, span, other, &mut tests, faults);
    }
    tests
}

/// A test's page is named by the test, so its name may not be that of another page.
fn test_slug(name: &str) -> Result<TestSlug, NameFault> {
    let numbered = crate::files::module_name(name).is_some();
    if RESERVED.contains(&name) || numbered { Err(NameFault::Reserved) } else { TestSlug::parse(name) }
}

type Parallel<'t> = Option<(Range<usize>, &'t str)>;

fn test<'t>(
    table: &mut Table<'t>,
    name: &str,
    number: usize,
    spots: &mut TestSpots,
    faults: &mut Faults,
) -> (TestSettings, Parallel<'t>) {
    let place = place(table, spots, faults);
    let draw = draws(table, name, spots, faults);
    let mut flag = |key, or, faults: &mut Faults| table.get(key).and_then(|value| value.boolean(faults)).unwrap_or(or);
    let (shuffle, blind_marking, offline) =
        (flag("shuffle", true, faults), flag("blind-marking", false, faults), flag("offline", false, faults));
    let mut number_of = |key, most, faults: &mut Faults| {
        let least = u32::from(key != "wait-minutes");
        table.get(key).and_then(|value| value.number(least..=most, faults))
    };
    let minutes = number_of("minutes", MOST_MINUTES, faults);
    let attempts = number_of("attempts", MOST_ATTEMPTS, faults);
    let wait_minutes = number_of("wait-minutes", MOST_MINUTES, faults).unwrap_or(0);
    let settings = TestSettings {
        pass: pass(table, faults),
        keep: table.get("keep").and_then(|value| value.word(KEEPS, faults)).unwrap_or_default(),
        feedback: feedback(table, faults),
        parallel_to: None,
        place,
        draw,
        minutes,
        attempts,
        wait_minutes,
        shuffle,
        blind_marking,
        offline,
        number,
    };
    let parallel = table.get("parallel-to").and_then(|value| value.text(faults));
    (settings, parallel)
}

fn place(table: &mut Table<'_>, spots: &mut TestSpots, faults: &mut Faults) -> Place {
    let Some((span, word)) = table.get("place").and_then(|value| value.text(faults)) else { return Place::Last };
    spots.place = span.clone();
    match (word, ModuleSlug::parse(word)) {
        ("first", _) => Place::First,
        ("last", _) => Place::Last,
        (_, Ok(module)) => Place::Module(module),
        (_, Err(_)) => {
            faults
                .at(span, Fault::UnknownModule { module: word.to_owned(), nearest: nearest(word, ["first", "last"]) });
            Place::Last
        }
    }
}

fn pass(table: &mut Table<'_>, faults: &mut Faults) -> PassMark {
    let percent = table.need("pass", faults).and_then(|value| value.number(0..=100, faults)).unwrap_or(0);
    let rule = table.get("pass-rule").and_then(|value| value.word(PASS_RULES, faults)).unwrap_or_default();
    let percent = u8::try_from(percent).ok().and_then(|percent| Percent::new(percent).ok());
    PassMark { percent: percent.expect("the number was asked to be from 0 to 100"), rule }
}

fn feedback(table: &mut Table<'_>, faults: &mut Faults) -> Feedback {
    let Some(value) = table.get("feedback") else { return Feedback::AfterSubmit };
    let span = value.span.clone();
    let feedback = value.choice(faults).unwrap_or(Feedback::AfterSubmit);
    if feedback == Feedback::AfterEach {
        faults.at(span, Fault::NotYet { what: "feedback = \"after-each\"".to_owned() });
    }
    feedback
}

fn draws(table: &mut Table<'_>, name: &str, spots: &mut TestSpots, faults: &mut Faults) -> Vec<Draw> {
    let Some(value) = table.need("draw", faults) else { return Vec::new() };
    let span = value.span.clone();
    let Some(values) = value.array(faults) else { return Vec::new() };
    if values.is_empty() {
        faults.at(span, Fault::DrawEmpty { test: name.to_owned() });
    }
    if let Some(more) = values.get(MOST_DRAWS) {
        faults.at(more.span.clone(), Fault::DrawsMany { limit: MOST_DRAWS.to_string() });
    }
    values.into_iter().take(MOST_DRAWS).filter_map(|value| draw(value, spots, faults)).collect()
}

fn draw(value: Value<'_>, spots: &mut TestSpots, faults: &mut Faults) -> Option<Draw> {
    let mut table = value.table(faults)?;
    let bank = table.need("bank", faults).and_then(|value| value.text(faults));
    let pick = table.need("pick", faults).and_then(|value| {
        let span = value.span.clone();
        Some((span, value.number(1..=MOST_FILES as u32, faults)?))
    });
    let tags = table.get("tags").map(|value| value.texts(faults)).unwrap_or_default();
    table.close(faults);
    let ((bank_span, bank), (pick_span, pick)) = (bank?, pick?);
    // Its file is named, and not itself.
    let named = bank.strip_suffix(".md").unwrap_or(bank);
    let named = named.rsplit('/').next().unwrap_or(named);
    match names::slug(named) {
        Err(_) => {
            faults.at(bank_span, Fault::BadName { name: bank.to_owned() });
            return None;
        }
        Ok(()) if named != bank => {
            let fault = Fault::UnknownBank { bank: bank.to_owned(), nearest: named.to_owned() };
            faults.at(bank_span.clone(), fault);
        }
        Ok(()) => {}
    }
    let bank = named;
    let (tag_spans, tags) = tags.into_iter().map(|(span, tag)| (span, tag.to_owned())).unzip();
    spots.draws.push(DrawSpots { bank: bank_span, pick: pick_span, tags: tag_spans });
    Some(Draw { bank: bank.to_owned(), pick: pick as usize, tags })
}

/// Sets `parallel-to`, which must name another test.
fn pair(
    slug: &TestSlug,
    span: Range<usize>,
    other: &str,
    tests: &mut BTreeMap<TestSlug, TestSettings>,
    faults: &mut Faults,
) {
    let found = tests.keys().find(|test| test.as_ref() == other).cloned();
    match found {
        Some(found) if found == *slug => faults.at(span, Fault::ParallelToItself { test: other.to_owned() }),
        Some(found) => {
            if let Some(test) = tests.get_mut(slug) {
                test.parallel_to = Some(found);
            }
        }
        None => faults.at(span, unknown_test(other, tests)),
    }
}

pub(super) fn unknown_test(test: &str, tests: &BTreeMap<TestSlug, TestSettings>) -> Fault {
    Fault::UnknownTest { test: test.to_owned(), nearest: nearest(test, tests.keys().map(AsRef::as_ref)) }
}
