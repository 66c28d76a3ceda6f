//! `[certificates.KIND]`.

use std::collections::BTreeMap;

use super::TestSettings;
use super::modules;
use super::read::Spots;
use super::table::{Table, Value};
use super::test::unknown_test;
use crate::diagnostic::{Fault, Faults};
use crate::names::{self, TestSlug};

/// `[certificates.KIND]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CertificateSettings {
    /// `requires.tests`: the tests that must be passed.
    pub tests: Vec<TestSlug>,
    /// `requires.modules = "all"`: all modules must be complete.
    pub all_modules: bool,
    /// `requires.tasks = "all"`: all practical tasks must be accepted.
    pub all_tasks: bool,
    /// `requires.attendance`: how much of the meetings must be attended, in percent.
    pub attendance: Option<u32>,
    /// `valid-for`: how long it is valid, such as `3 years`. For ever if left out.
    pub valid_for: Option<ValidFor>,
}

/// A length of time by the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ValidFor {
    /// Years.
    pub years: u32,
    /// Months.
    pub months: u32,
    /// Days.
    pub days: u32,
}

impl ValidFor {
    /// The length of time of a text such as `3 years` or `1 year 6 months`. None if it is not one, is nothing, or is more
    /// than 1,000 of a unit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut length = Self::default();
        for pair in words.chunks(2) {
            let [number, unit] = pair else { return None };
            let digits = number.bytes().all(|byte| byte.is_ascii_digit());
            let number = number.parse().ok().filter(|number| digits && (1..=1_000).contains(number))?;
            let place = match unit.strip_suffix('s').unwrap_or(unit) {
                "year" => &mut length.years,
                "month" => &mut length.months,
                "day" => &mut length.days,
                _ => return None,
            };
            if std::mem::replace(place, number) != 0 {
                return None;
            }
        }
        (length != Self::default()).then_some(length)
    }
}

const ALL: &[(&str, bool)] = &[("all", true)];

pub(super) fn certificates(
    root: &mut Table<'_>,
    tests: &BTreeMap<TestSlug, TestSettings>,
    spots: &mut Spots,
    faults: &mut Faults,
) -> BTreeMap<String, CertificateSettings> {
    let mut certificates = BTreeMap::new();
    for (span, name, mut table) in root.named("certificates", faults) {
        let settings = certificate(&mut table, name, tests, spots, faults);
        table.close(faults);
        match names::slug(name) {
            Ok(()) => drop(certificates.insert(name.to_owned(), settings)),
            Err(why) => faults.at(span, modules::misnamed(name, why)),
        }
    }
    certificates
}

fn certificate(
    table: &mut Table<'_>,
    name: &str,
    tests: &BTreeMap<TestSlug, TestSettings>,
    spots: &mut Spots,
    faults: &mut Faults,
) -> CertificateSettings {
    let mut settings = CertificateSettings::default();
    if let Some(mut requires) = table.need("requires", faults).and_then(|value| value.table(faults)) {
        settings = required(&mut requires, tests, spots, faults);
        let span = requires.span();
        if requires.is_empty() {
            faults.at(span, Fault::CertificateAsksNothing { certificate: name.to_owned() });
        }
        requires.close(faults);
    }
    if let Some((span, text)) = table.get("valid-for").and_then(|value| value.text(faults)) {
        settings.valid_for = ValidFor::parse(text);
        if settings.valid_for.is_none() {
            faults.at(span, Fault::BadDuration { value: text.to_owned() });
        }
    }
    settings
}

fn required(
    requires: &mut Table<'_>,
    tests: &BTreeMap<TestSlug, TestSettings>,
    spots: &mut Spots,
    faults: &mut Faults,
) -> CertificateSettings {
    let mut settings = CertificateSettings::default();
    for (span, name) in requires.get("tests").map(|value| value.texts(faults)).unwrap_or_default() {
        match tests.keys().find(|test| test.as_ref() == name) {
            Some(test) => settings.tests.push(test.clone()),
            None if spots.misnamed.contains(name) => {}
            None => faults.at(span, unknown_test(name, tests)),
        }
    }
    let (modules, tasks) = (requires.get("modules"), requires.get("tasks"));
    spots.tasks.extend(tasks.as_ref().map(|value| value.span.clone()));
    let all = |value: Option<Value<'_>>, faults: &mut Faults| value.and_then(|value| value.word(ALL, faults));
    settings.all_modules = all(modules, faults).unwrap_or(false);
    settings.all_tasks = all(tasks, faults).unwrap_or(false);
    if let Some(value) = requires.get("attendance") {
        faults.at(value.span.clone(), Fault::NotYet { what: "requires.attendance".to_owned() });
        settings.attendance = value.number(1..=100, faults);
    }
    settings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_of_time_is_read_in_years_months_and_days() {
        let length = |years, months, days| Some(ValidFor { years, months, days });
        for (text, read) in [
            ("3 years", length(3, 0, 0)),
            ("1 year", length(1, 0, 0)),
            ("18 months", length(0, 18, 0)),
            ("1 year 6 months", length(1, 6, 0)),
            ("90 days", length(0, 0, 90)),
            ("", None),
            ("3", None),
            ("years", None),
            ("0 years", None),
            ("+3 years", None),
            ("3 weeks", None),
            ("1 year 2 years", None),
            ("1001 days", None),
        ] {
            assert_eq!(ValidFor::parse(text), read, "{text:?}");
        }
    }
}
