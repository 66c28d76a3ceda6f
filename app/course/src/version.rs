//! Which state of a course this is: by everything it is made of, and by that part of it which decides whether two states
//! are the same course with a typo mended.

use std::collections::BTreeMap;
use std::fmt::Write;

use assessment::{Asks, Key, PassRule};

use crate::course::{Course, Edition};
use crate::names::Hash;
use crate::question::{Question, Work};
use crate::settings::{CertificateSettings, Place, Settings, SurveyTime, TestSettings};

/// The version of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The hash of all it is made of: its settings, its words, the media they use.
    pub hash: Hash,
    /// The hash of its ids, keys, counts, points, settings and the order of its lessons. A version with an equal shape is a
    /// revision: whoever is enrolled gets it at once.
    pub shape: Hash,
}

/// The hash of a course's files: each path with the hash of its bytes, in the order of the paths.
pub(crate) fn hash(manifest: &BTreeMap<String, Hash>) -> Hash {
    let mut text = String::from("haven course 1\n");
    for (path, hash) in manifest {
        line(&mut text, path, hash);
    }
    Hash::of(text.as_bytes())
}

/// The hash of a course's shape. It is made of lines that are written here one by one, so that a later Haven, which knows
/// more settings, finds the same shape in a course that uses none of them.
pub(crate) fn shape(settings: &Settings, edition: &Edition) -> Hash {
    let mut text = String::from("haven shape 1\n");
    course(&mut text, settings);
    order(&mut text, settings);
    for (name, test) in &settings.tests {
        line(&mut text, "test", name);
        one_test(&mut text, test);
    }
    for (kind, certificate) in &settings.certificates {
        line(&mut text, "certificate", kind);
        one_certificate(&mut text, certificate);
    }
    content(&mut text, edition);
    surveys(&mut text, settings, edition);
    Hash::of(text.as_bytes())
}

/// One line. A value that has line breaks is written as it would be in a program, so that it cannot pass for two.
fn line(text: &mut String, name: &str, value: impl std::fmt::Display) {
    let value = value.to_string();
    let value = value.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
    writeln!(text, "{name} {value}").expect("writing to a String cannot fail");
}

fn maybe(text: &mut String, name: &str, value: Option<impl std::fmt::Display>) {
    if let Some(value) = value {
        line(text, name, value);
    }
}

fn each<T: std::fmt::Display>(text: &mut String, name: &str, values: impl IntoIterator<Item = T>) {
    values.into_iter().for_each(|value| line(text, name, value));
}

fn course(text: &mut String, settings: &Settings) {
    line(text, "code", &settings.code);
    line(text, "level", settings.level.as_str());
    line(text, "modality", settings.modality.as_str());
    each(text, "audience", &settings.audience);
    maybe(text, "hours", settings.hours);
    maybe(text, "licence", settings.licence.as_ref());
    line(text, "source-language", &settings.source_language);
    each(text, "language", &settings.languages);
    line(text, "order", settings.order.as_str());
    line(text, "enrolment", settings.enrolment.as_str());
    line(text, "minimum-age", settings.minimum_age);
    for (slug, module) in &settings.modules {
        maybe(text, &format!("minutes {slug}"), module.minutes);
    }
}

/// The tests at each place, in the order in which they are met. Where tables stand in the file says nothing else.
fn order(text: &mut String, settings: &Settings) {
    let mut tests: Vec<_> = settings.tests.iter().map(|(name, test)| (place(&test.place), test.number, name)).collect();
    tests.sort();
    each(text, "met", tests.iter().map(|(place, _, name)| format!("{place} {name}")));
}

fn place(place: &Place) -> String {
    match place {
        Place::First => "first".to_owned(),
        Place::Last => "last".to_owned(),
        Place::Module(module) => format!("module {module}"),
    }
}

fn one_test(text: &mut String, test: &TestSettings) {
    for draw in &test.draw {
        line(text, "draw", format!("{} {} {}", draw.bank, draw.pick, draw.tags.join(",")));
    }
    maybe(text, "minutes", test.minutes);
    maybe(text, "attempts", test.attempts);
    line(text, "wait-minutes", test.wait_minutes);
    let rule = if test.pass.rule == PassRule::AtLeast { "at-least" } else { "more-than" };
    line(text, "pass", format!("{rule} {}", test.pass.percent.get()));
    line(
        text,
        "keep",
        match test.keep {
            assessment::Keep::Highest => "highest",
            assessment::Keep::Latest => "latest",
            assessment::Keep::First => "first",
            assessment::Keep::Average => "average",
        },
    );
    line(text, "feedback", test.feedback.as_str());
    for (name, set) in [("shuffle", test.shuffle), ("blind-marking", test.blind_marking), ("offline", test.offline)] {
        line(text, name, set);
    }
    maybe(text, "parallel-to", test.parallel_to.as_ref());
}

fn one_certificate(text: &mut String, certificate: &CertificateSettings) {
    each(text, "requires test", &certificate.tests);
    line(text, "requires modules", certificate.all_modules);
    line(text, "requires tasks", certificate.all_tasks);
    maybe(text, "requires attendance", certificate.attendance);
    maybe(text, "valid-for", certificate.valid_for.map(|time| format!("{} {} {}", time.years, time.months, time.days)));
}

fn content(text: &mut String, edition: &Edition) {
    for module in &edition.modules {
        line(text, "module", &module.slug);
        each(text, "lesson", module.lessons.iter().map(|lesson| &lesson.id));
    }
    edition.practice().for_each(|practice| question(text, practice));
    edition.work().for_each(|one| work(text, one));
    for (bank, questions) in &edition.banks {
        line(text, "bank", bank);
        questions.iter().filter_map(|id| edition.questions.get(id)).for_each(|drawn| question(text, drawn));
        questions.iter().filter_map(|id| edition.open.get(id)).for_each(|open| work(text, open));
    }
}

fn question(text: &mut String, question: &Question) {
    line(text, "question", &question.id);
    line(
        text,
        "key",
        match &question.item.key {
            Key::Choice { options, right } => format!("choice {options} {right}"),
            Key::Choices { options, right } => format!("choices {options} {right:?}"),
            // Where in the picture a region lies goes with the picture, which may be drawn better.
            Key::Hotspot { regions, right } => format!("hotspot {regions} {right:?}"),
            Key::Order { steps } => format!("order {steps}"),
            Key::Match { targets, right } => format!("match {targets} {right:?}"),
            Key::Blanks { gaps, exact } => format!("blanks {gaps:?} {exact}"),
            // How a number is written in the language, and its unit, are words.
            Key::Number { least, most, .. } => format!("number {least} {most}"),
            Key::Short { foreseen, exact } => {
                let foreseen: Vec<_> = foreseen.iter().map(|one| (&one.words, one.pattern, one.right)).collect();
                format!("short {foreseen:?} {exact}")
            }
        },
    );
    line(text, "points", question.item.points);
    line(text, "all", question.item.all_or_nothing);
    line(text, "shuffle", question.shuffle);
    each(text, "tag", &question.tags);
}

fn surveys(text: &mut String, settings: &Settings, edition: &Edition) {
    let mut surveys: Vec<_> = settings.surveys.iter().collect();
    surveys.sort_by_key(|(_, settings)| settings.number);
    for (name, settings) in surveys {
        line(text, "survey", name);
        match settings.when {
            SurveyTime::End => line(text, "when", "end"),
            SurveyTime::Module => line(text, "when", "module"),
            SurveyTime::DaysAfter(days) => line(text, "when", format!("days-after {days}")),
        }
        for question in edition.surveys.get(name).into_iter().flat_map(|page| &page.questions) {
            line(text, "asks", format!("{} {}", question.id, asks(question.asks)));
        }
    }
}

fn asks(asks: Asks) -> String {
    match asks {
        Asks::Choice(options) => format!("choice {options}"),
        Asks::Choices(options) => format!("choices {options}"),
        Asks::Scale(steps) => format!("scale {steps}"),
        Asks::Short => "short".to_owned(),
        Asks::Open(words) => format!("open {words}"),
    }
}

fn work(text: &mut String, work: &Work) {
    line(text, work.kind.name(), &work.id);
    line(text, "rubric", format!("{:?} {}", work.rubric.levels, work.rubric.criteria.len()));
    maybe(text, "words", work.words);
    maybe(text, "files", work.files);
    each(text, "tag", &work.tags);
}

impl Course {
    /// Whether the other is this course with nothing changed but words.
    #[must_use]
    pub fn is_revision_of(&self, other: &Self) -> bool {
        self.version.shape == other.version.shape
    }
}
