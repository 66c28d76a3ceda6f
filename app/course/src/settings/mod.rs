//! What `course.toml` says: the settings of a course, the same in every language.

mod certificate;
mod choice;
mod hours;
mod modules;
mod read;
mod survey;
mod table;
mod test;

use std::collections::BTreeMap;

use assessment::{Keep, PassMark};

pub use certificate::{CertificateSettings, ValidFor};
pub use choice::{Enrolment, Feedback, Level, Modality, Order};
pub use hours::Hours;
pub(crate) use read::{DrawSpots, Read, Spots, TestSpots, language, read, read_table, unknown_module};
pub use survey::{SurveySettings, SurveyTime};
pub(crate) use table::{Table, Value};

use crate::files::Name;
use crate::names::{Language, ModuleSlug, SurveySlug, TestSlug};

/// The settings of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `code`: the organiser's course code.
    pub code: String,
    /// `level`: how much a learner should know before. `introductory` if left out.
    pub level: Level,
    /// `modality`: how the course is held. `self-paced` if left out.
    pub modality: Modality,
    /// `audience`: who it is for, as tags.
    pub audience: Vec<String>,
    /// `hours`: how long it takes, for the certificate too.
    pub hours: Option<Hours>,
    /// `licence`: under which licence the course may be used, as SPDX names it.
    pub licence: Option<String>,
    /// `source-language`: the language it was written in; settings of questions are read from there.
    pub source_language: Language,
    /// `languages`: the languages it is there in, the source language among them.
    pub languages: Vec<Language>,
    /// `order`: whether lessons and tests must be taken in order. `free` if left out.
    pub order: Order,
    /// `enrolment`: who may enrol. `open` if left out.
    pub enrolment: Enrolment,
    /// `minimum-age`: who is younger learns only in a class that an adult holds. 18 if left out.
    pub minimum_age: u8,
    /// `[modules.SLUG]`: what is set for single modules.
    pub modules: BTreeMap<ModuleSlug, ModuleSettings>,
    /// `[tests.NAME]`: the tests.
    pub tests: BTreeMap<TestSlug, TestSettings>,
    /// `[surveys.NAME]`: the surveys.
    pub surveys: BTreeMap<SurveySlug, SurveySettings>,
    /// `[certificates.KIND]`: what is certified, and for what.
    pub certificates: BTreeMap<String, CertificateSettings>,
}

impl Settings {
    /// Whether a learner may meet the questions of a page in another order than the author's: in lessons, and in banks unless
    /// every test that draws from them keeps the order.
    pub(crate) fn mixes(&self, page: &Name) -> bool {
        let Name::Bank(bank) = page else { return true };
        let mut drawing = self.tests.values().filter(|test| test.draw.iter().any(|draw| draw.bank == *bank)).peekable();
        drawing.peek().is_none() || drawing.any(|test| test.shuffle)
    }
}

/// `[modules.SLUG]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModuleSettings {
    /// `minutes`: how long the module takes.
    pub minutes: Option<u32>,
}

/// `[tests.NAME]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestSettings {
    /// `place`: where the test stands. `last` if left out.
    pub place: Place,
    /// `draw`: what it draws from its banks, in this order.
    pub draw: Vec<Draw>,
    /// `minutes`: the time limit. None if left out.
    pub minutes: Option<u32>,
    /// `attempts`: how often it may be taken. As often as one likes if left out.
    pub attempts: Option<u32>,
    /// `wait-minutes`: between two attempts. 0 if left out.
    pub wait_minutes: u32,
    /// `pass` and `pass-rule`: what is a pass, in percent of the points drawn.
    pub pass: PassMark,
    /// `keep`: which of several results counts. `highest` if left out.
    pub keep: Keep,
    /// `shuffle`: questions and options are shuffled. `true` if left out.
    pub shuffle: bool,
    /// `feedback`: when right answers and feedback are shown. `after-submit` if left out.
    pub feedback: Feedback,
    /// `blind-marking`: reviewers do not see whose work they mark.
    pub blind_marking: bool,
    /// `offline`: it may be taken in a room or a browser without a network.
    pub offline: bool,
    /// `parallel-to`: the test whose results are compared with this one's.
    pub parallel_to: Option<TestSlug>,
    /// Its number in the order of the file, from 0: of two tests in one place the earlier comes first.
    pub(crate) number: usize,
}

/// Where a test stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before everything else.
    First,
    /// After everything else.
    Last,
    /// After the lessons of this module, before its end.
    Module(ModuleSlug),
}

/// One draw of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    /// `bank`: the name of the file in `bank/`.
    pub bank: String,
    /// `pick`: how many questions are picked.
    pub pick: usize,
    /// `tags`: only questions that have all of these tags. All questions if left out.
    pub tags: Vec<String>,
}
