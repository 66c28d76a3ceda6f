//! From the text of `course.toml` to [`Settings`]. Every fault is named, and settings come out all the same, so that the
//! rest of the course can be checked in the same run.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::table::{Table, Value};
use super::{Enrolment, Hours, Level, Modality, Order, Settings, certificate, modules, survey, test};
use crate::advice::allow::{self, Allow};
use crate::diagnostic::{Fault, Faults};
use crate::language::usual_spelling;
use crate::names::{Language, ModuleSlug, SurveySlug, TestSlug};
use crate::nearest::nearest;

/// The only version of the format there is.
const FORMAT: u32 = 1;
const MOST_AGE: u32 = 120;

/// The settings, and where those stand that name something outside `course.toml`.
pub(crate) struct Read {
    /// The file is TOML from beginning to end, so that what is not in the settings is not in the file.
    pub(crate) is_whole: bool,
    pub(crate) settings: Option<Settings>,
    pub(crate) spots: Spots,
}

/// Where names stand in `course.toml`.
#[derive(Default)]
pub(crate) struct Spots {
    pub(crate) modules: BTreeMap<ModuleSlug, Range<usize>>,
    pub(crate) tests: BTreeMap<TestSlug, TestSpots>,
    pub(crate) surveys: BTreeMap<SurveySlug, Range<usize>>,
    /// Where certificates ask for practical tasks.
    pub(crate) tasks: Vec<Range<usize>>,
    pub(crate) languages: BTreeMap<Language, Range<usize>>,
    /// The tests whose names are at fault: what names them is not.
    pub(super) misnamed: BTreeSet<String>,
    /// The warnings that are silenced in the whole course.
    pub(crate) allowed: Vec<Allow>,
}

/// Where a test's settings stand.
pub(crate) struct TestSpots {
    pub(crate) name: Range<usize>,
    pub(crate) place: Range<usize>,
    /// One for each draw of the settings.
    pub(crate) draws: Vec<DrawSpots>,
}

/// Where a draw's settings stand.
pub(crate) struct DrawSpots {
    pub(crate) bank: Range<usize>,
    pub(crate) pick: Range<usize>,
    pub(crate) tags: Vec<Range<usize>>,
}

/// Reads the settings. Where the source language cannot be read from them, it is `otherwise`, so that the pages can be
/// checked still.
pub(crate) fn read(text: &str, otherwise: Option<Language>, faults: &mut Faults) -> Read {
    let mut spots = Spots::default();
    let mut is_whole = true;
    let settings = read_toml(text, faults, &mut is_whole, |root, faults| settings(root, otherwise, &mut spots, faults));
    Read { is_whole, settings, spots }
}

/// Reads a file of TOML by the keys that `read` asks for; those that it does not ask for are named.
pub(crate) fn read_table<T>(
    text: &str,
    faults: &mut Faults,
    read: impl FnOnce(&mut Table<'_>, &mut Faults) -> Option<T>,
) -> Option<T> {
    read_toml(text, faults, &mut true, read)
}

fn read_toml<T>(
    text: &str,
    faults: &mut Faults,
    is_whole: &mut bool,
    read: impl FnOnce(&mut Table<'_>, &mut Faults) -> Option<T>,
) -> Option<T> {
    let (table, errors) = DeTable::parse_recoverable(text);
    // What cannot be read would be missed a second time as a missing key: of broken TOML only the breaks are told.
    *is_whole = errors.is_empty();
    let mut root = Table::root(&table);
    let value = faults.told_if(*is_whole, |faults| {
        let value = read(&mut root, faults);
        root.close(faults);
        value
    });
    let mut spans: Vec<_> =
        errors.iter().map(|error| (within(text, error.span().unwrap_or(0..0)), error.message())).collect();
    spans.sort_by_key(|(span, _)| span.start);
    let mut told = None;
    for (span, why) in spans {
        // One break makes the parser stumble more than once: the first on each line is told.
        if told.is_none_or(|told| text[told..span.start].contains('\n')) {
            told = Some(span.start);
            faults.at(span, Fault::Toml { why: why.to_owned() });
        }
    }
    value
}

/// A span of the parser's, moved out to whole characters of the text.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let end = text.ceil_char_boundary(span.end);
    text.floor_char_boundary(span.start).min(end)..end
}

fn settings(
    root: &mut Table<'_>,
    otherwise: Option<Language>,
    spots: &mut Spots,
    faults: &mut Faults,
) -> Option<Settings> {
    format(root, faults);
    let code = root.need("code", faults).and_then(|value| value.text(faults)).map(|(_, code)| code.to_owned());
    let (source_language, languages) = languages(root, spots, faults);
    let tests = test::tests(root, spots, faults);
    let surveys = survey::surveys(root, spots, faults);
    spots.allowed = allowed(root, faults);
    Some(Settings {
        code: code.unwrap_or_default(),
        level: root.get("level").and_then(|value| value.choice(faults)).unwrap_or(Level::Introductory),
        modality: root.get("modality").and_then(|value| value.choice(faults)).unwrap_or(Modality::SelfPaced),
        audience: audience(root, faults),
        hours: hours(root, faults),
        licence: root.get("licence").and_then(|value| value.text(faults)).map(|(_, licence)| licence.to_owned()),
        order: root.get("order").and_then(|value| value.choice(faults)).unwrap_or(Order::Free),
        enrolment: enrolment(root, faults),
        minimum_age: age(root, faults),
        modules: modules::modules(root, spots, faults),
        certificates: certificate::certificates(root, &tests, spots, faults),
        tests,
        surveys,
        source_language: source_language.or(otherwise).or(languages.first().cloned())?,
        languages,
    })
}

fn format(root: &mut Table<'_>, faults: &mut Faults) {
    let Some(value) = root.need("format", faults) else { return };
    match value.value {
        DeValue::Integer(integer) if integer.to_string() == FORMAT.to_string() => {}
        DeValue::Integer(integer) => faults.at(value.span, Fault::FormatVersion { found: integer.to_string() }),
        _ => value.wrong("number", faults).unwrap_or_default(),
    }
}

fn languages(root: &mut Table<'_>, spots: &mut Spots, faults: &mut Faults) -> (Option<Language>, Vec<Language>) {
    let source = root.need("source-language", faults).and_then(|value| value.text(faults));
    let source = source.and_then(|(span, tag)| Some((span.clone(), language(span, tag, faults)?)));
    let Some(value) = root.need("languages", faults) else { return (source.map(|(_, source)| source), Vec::new()) };
    let listed = value.texts(faults);
    let written = listed.len();
    let read = |(span, tag): (Range<usize>, &str)| Some((language(span.clone(), tag, faults)?, span));
    let read: Vec<_> = listed.into_iter().filter_map(read).collect();
    let languages: Vec<_> = read.iter().map(|(language, _)| language.clone()).collect();
    spots.languages = read.into_iter().collect();
    // A language that could not be read may be the one.
    let are_read = written > 0 && languages.len() == written;
    match source {
        Some((span, source)) if are_read && !languages.contains(&source) => {
            faults.at(span, Fault::SourceUnlisted { language: source.to_string() });
            // The pages are checked in a language that is there.
            (None, languages)
        }
        source => (source.map(|(_, source)| source), languages),
    }
}

/// A language's tag, in its usual spelling.
pub(crate) fn language(span: Range<usize>, tag: &str, faults: &mut Faults) -> Option<Language> {
    let language = Language::parse(tag).ok();
    if language.is_none() {
        let nearest = usual_spelling(tag).unwrap_or_else(|| "none".to_owned());
        faults.at(span, Fault::BadLanguage { tag: tag.to_owned(), nearest });
    }
    language
}

/// `[check.allow]`: codes of warnings, each with the reason why it may stand.
fn allowed(root: &mut Table<'_>, faults: &mut Faults) -> Vec<Allow> {
    let Some(mut check) = root.get("check").and_then(|value| value.table(faults)) else { return Vec::new() };
    let allow = check.get("allow").and_then(|value| value.table(faults));
    check.close(faults);
    let mut allowed = Vec::new();
    for (span, code, value) in allow.iter().flat_map(Table::entries) {
        let reason = match value.value {
            DeValue::String(reason) => reason.as_ref(),
            _ => value.wrong("text", faults).unwrap_or_default(),
        };
        let read = allow::one(code, reason, span.clone(), faults);
        allowed.extend(read.map(|(code, reason)| Allow { code, reason, span, covers: None }));
    }
    allowed
}

fn audience(root: &mut Table<'_>, faults: &mut Faults) -> Vec<String> {
    let texts = root.get("audience").map(|value| value.texts(faults)).unwrap_or_default();
    texts.into_iter().map(|(_, text)| text.to_owned()).collect()
}

/// `hours` is written as a whole or a decimal number and never becomes a floating-point one.
fn hours(root: &mut Table<'_>, faults: &mut Faults) -> Option<Hours> {
    let value = root.get("hours")?;
    let written = match value.value {
        DeValue::Integer(integer) => integer.to_string(),
        DeValue::Float(float) => float.as_str().to_owned(),
        _ => return value.wrong("decimal", faults),
    };
    let hours = Hours::parse(&written);
    if hours.is_none() {
        faults.at(value.span, Fault::BadHours { value: written });
    }
    hours
}

fn enrolment(root: &mut Table<'_>, faults: &mut Faults) -> Enrolment {
    let Some(value) = root.get("enrolment") else { return Enrolment::Open };
    let span = value.span.clone();
    let enrolment = value.choice(faults).unwrap_or(Enrolment::Open);
    if enrolment != Enrolment::Open {
        faults.at(span, Fault::NotYet { what: format!("enrolment = \"{}\"", enrolment.as_str()) });
    }
    enrolment
}

fn age(root: &mut Table<'_>, faults: &mut Faults) -> u8 {
    let age = root.get("minimum-age").and_then(|value: Value<'_>| value.number(0..=MOST_AGE, faults));
    age.and_then(|age| u8::try_from(age).ok()).unwrap_or(18)
}

/// The fault of a name that should be that of a module.
pub(crate) fn unknown_module<'a>(module: &str, known: impl Iterator<Item = &'a str>) -> Fault {
    Fault::UnknownModule { module: module.to_owned(), nearest: nearest(module, known) }
}
