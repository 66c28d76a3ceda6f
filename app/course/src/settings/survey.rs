//! `[surveys.NAME]`.

use std::collections::BTreeMap;

use super::modules::misnamed;
use super::read::Spots;
use super::table::Table;
use crate::diagnostic::{Fault, Faults};
use crate::names::SurveySlug;

/// The longest time until a survey, in days: ten years.
const MOST_DAYS: u32 = 3_650;

/// `[surveys.NAME]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveySettings {
    /// `when` and `days-after`: when it is asked. At the end if left out.
    pub when: SurveyTime,
    /// Its number in the order of the file, from 0: of two that are asked at one time the earlier comes first.
    pub(crate) number: usize,
}

/// When a survey is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyTime {
    /// When every step of the course is done.
    End,
    /// When a module is complete: once for each.
    Module,
    /// So many days after the last step of the course was done.
    DaysAfter(u32),
}

/// The words of `when`, each with whether days are counted.
const WHENS: &[(&str, SurveyTime)] =
    &[("end", SurveyTime::End), ("module", SurveyTime::Module), ("days-after", SurveyTime::DaysAfter(0))];

pub(super) fn surveys(
    root: &mut Table<'_>,
    spots: &mut Spots,
    faults: &mut Faults,
) -> BTreeMap<SurveySlug, SurveySettings> {
    let mut surveys = BTreeMap::new();
    for (number, (span, name, mut table)) in root.named("surveys", faults).into_iter().enumerate() {
        let settings = SurveySettings { when: when(&mut table, faults), number };
        table.close(faults);
        match SurveySlug::parse(name) {
            Ok(slug) => {
                spots.surveys.insert(slug.clone(), span);
                surveys.insert(slug, settings);
            }
            Err(why) => faults.at(span, misnamed(name, why)),
        }
    }
    surveys
}

fn when(table: &mut Table<'_>, faults: &mut Faults) -> SurveyTime {
    let when = table.get("when").and_then(|value| value.word(WHENS, faults)).unwrap_or(SurveyTime::End);
    if let SurveyTime::DaysAfter(_) = when {
        let days = table.need("days-after", faults).and_then(|value| value.number(1..=MOST_DAYS, faults));
        return SurveyTime::DaysAfter(days.unwrap_or(1));
    }
    // Days that nobody counts were meant to be counted.
    if let Some(value) = table.get("days-after") {
        let span = value.span.clone();
        let days = value.number(0..=MOST_DAYS, faults).filter(|days| *days > 0);
        if let Some(days) = days {
            faults.at(span, Fault::SurveyDays { days: days.to_string() });
        }
    }
    when
}
