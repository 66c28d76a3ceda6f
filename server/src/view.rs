//! From what a handler has loaded to a response: the page inside its document, dates and numbers in the reader's language.

use app::pages::visit::FaultPage;
use app::parts::{Finding, LanguageWay, Languages, TimeLeft, When};
use app::shell::{self, Frame, Style};
use app::words::{FluentValue, Words};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use course::{Course, Diagnostic, Language};
use leptos::prelude::AnyView;
use store::Moment;
use store::attempts::Attempt;

use crate::serve::address::Address;
use crate::serve::assets;
use crate::serve::visit::Visit;
use crate::shown::shown;
use crate::state::Haven;
use crate::walk;

/// A page to be answered with.
pub(crate) struct Page {
    title: String,
    status: StatusCode,
    islands: bool,
    keep: bool,
    languages: Vec<LanguageWay>,
    form: Option<&'static str>,
}

impl Page {
    /// A page of this title.
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            status: StatusCode::OK,
            islands: false,
            keep: false,
            languages: Vec::new(),
            form: None,
        }
    }

    /// It is answered with this status.
    pub(crate) fn status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// It has islands.
    pub(crate) fn with_islands(self, islands: bool) -> Self {
        Self { islands, ..self }
    }

    /// It takes answers.
    pub(crate) fn with_keep(self) -> Self {
        Self { keep: true, ..self }
    }

    /// It is of this course, which may be there in other languages.
    pub(crate) fn of_course(self, visit: &Visit, course: &Course) -> Self {
        Self { languages: walk::languages(visit, course), ..self }
    }

    /// What is in the form of this id is kept before one goes on in another language.
    pub(crate) fn keeping(self, form: &'static str) -> Self {
        Self { form: Some(form), ..self }
    }

    /// Draws it for `visit`.
    pub(crate) fn draw(self, visit: &Visit, page: impl FnOnce() -> AnyView) -> Response {
        let frame = Frame {
            words: visit.words.clone(),
            at: visit.known().as_ref().to_owned(),
            languages: Languages { ways: self.languages, form: self.form },
            direction: direction(visit.words.tag()),
            title: self.title,
            login: visit.who.as_ref().map(|who| who.login().to_owned()),
            here: escape_query(&visit.here),
            style: style(visit),
            load: assets::load(),
            islands: if self.islands { assets::islands() } else { None },
            keep: self.keep.then(assets::keep),
            live: visit.live.clone(),
            version: env!("CARGO_PKG_VERSION"),
        };
        (self.status, Html(shell::document(frame, page))).into_response()
    }
}

/// Visitors get the style with their first page; whoever is signed in opens many, and keeps it.
fn style(visit: &Visit) -> Style {
    if visit.who.is_some() { Style::At(assets::style_address()) } else { Style::Inside(assets::style()) }
}

/// The writing direction of an interface language.
pub(crate) fn direction(tag: &str) -> &'static str {
    Language::parse(tag).map_or("ltr", |language| language.direction().as_str())
}

/// The page for a status that nothing has been drawn for.
pub(crate) fn fault(visit: &Visit, status: StatusCode, stem: &'static str) -> Response {
    let to = Address::new(visit.known().as_ref());
    let home = visit.who.as_ref().map(|_| (to.page("home"), visit.words.text("way-home")));
    let ways = home.into_iter().chain([(to.catalogue(), visit.words.text("way-courses"))]).collect();
    let title = visit.words.text(&format!("{stem}-title"));
    let number = status.is_server_error().then(|| visit.id.clone());
    Page::new(title).status(status).draw(visit, || FaultPage { stem, ways, number }.view())
}

/// What happened, in a sentence, for a program's reader; `allowed` are the methods that an address takes.
pub(crate) fn happened(visit: &Visit, status: StatusCode, stem: &str, allowed: Option<&str>) -> String {
    match (status, allowed) {
        (StatusCode::UNAUTHORIZED, _) => visit.words.text("api-sign-in"),
        (StatusCode::METHOD_NOT_ALLOWED, Some(methods)) => {
            visit.words.text_with("api-methods", &[("methods", methods.into())])
        }
        _ => visit.words.text(&format!("{stem}-happened")),
    }
}

/// The stem of what is said of a status.
pub(crate) fn stem(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "fault-not-found",
        StatusCode::FORBIDDEN => "fault-forbidden",
        StatusCode::PAYLOAD_TOO_LARGE => "fault-large",
        StatusCode::TOO_MANY_REQUESTS => "fault-many",
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::REQUEST_TIMEOUT => "fault-busy",
        status if status.is_client_error() => "fault-bad",
        _ => "fault-internal",
    }
}

/// A diagnostic as pages show it, in the file at this path.
pub(crate) fn finding(words: &Words, one: &Diagnostic, file: &str) -> Finding {
    let (source, marks) = shown(one).map(|shown| (shown.line, shown.marks)).unzip();
    Finding {
        error: one.severity == course::Severity::Error,
        place: place(one, file),
        code: one.fault.code(),
        message: diagnostic(words, one),
        mend: mend(words, one),
        source,
        marks: marks.unwrap_or_default(),
    }
}

/// File, line and column.
pub(crate) fn place(one: &Diagnostic, file: &str) -> String {
    format!("{file}:{}:{}", one.line, one.column)
}

/// What `check` says of a diagnostic, in a line.
pub(crate) fn diagnostic(words: &Words, one: &Diagnostic) -> String {
    fault_text(words, one, "")
}

/// How a diagnostic's mistake is mended.
pub(crate) fn mend(words: &Words, one: &Diagnostic) -> String {
    fault_text(words, one, "-mend")
}

fn fault_text(words: &Words, one: &Diagnostic, ending: &str) -> String {
    let arguments = one.fault.arguments();
    let said = |value: &Option<String>| value.as_ref().map_or(FluentValue::from(0), |text| text.clone().into());
    let arguments: Vec<_> = arguments.iter().map(|(name, value)| (*name, said(value))).collect();
    words.text_with(&format!("check-{}{ending}", one.fault.code()), &arguments)
}

/// A day, as the reader writes it.
pub(crate) fn date(words: &Words, date: time::Date) -> String {
    let (day, month) = (date.day(), u8::from(date.month()));
    words.text_with("date", &[("day", day.into()), ("month", month.into()), ("year", date.year().to_string().into())])
}

/// The day it is, by this server's clock.
pub(crate) fn today(store: &store::Store) -> course::Day {
    day(store.now().utc().date())
}

/// A day of the calendar, as `course` writes one. It knows the years 0 to 65,535.
pub(crate) fn day(date: time::Date) -> course::Day {
    let year = date.year().clamp(0, i32::from(u16::MAX));
    let first = course::Day::new(0, 1, 1).expect("there is a first of January");
    course::Day::new(u16::try_from(year).unwrap_or_default(), date.month().into(), date.day()).unwrap_or(first)
}

/// A day and a time of it.
pub(crate) fn when(words: &Words, at: Moment) -> When {
    let utc = at.utc();
    let time = format!("{:02}:{:02}", utc.hour(), utc.minute());
    let day = utc.date();
    let text = words.text_with("date-time", &[("date", date(words, day).into()), ("time", time.into())]);
    When { machine: at.rfc3339(), text }
}

/// How long a sitting still lasts, if there is a limit.
pub(crate) fn left(haven: &Haven, visit: &Visit, attempt: &Attempt) -> Option<TimeLeft> {
    let end = attempt.deadline?;
    Some(TimeLeft { left: end.0 - haven.store.now().0, until: when(&visit.words, end) })
}

/// The last day of what begins on `day` and lasts so long; none past the end of the calendar.
pub(crate) fn after(day: time::Date, lasts: &course::ValidFor) -> Option<time::Date> {
    let months = i32::try_from(lasts.years.checked_mul(12)?.checked_add(lasts.months)?).ok()?;
    let month = i32::from(u8::from(day.month())) - 1 + months;
    let (year, month) = (day.year().checked_add(month.div_euclid(12))?, u8::try_from(month.rem_euclid(12) + 1).ok()?);
    let month = time::Month::try_from(month).ok()?;
    let same = time::Date::from_calendar_date(year, month, day.day().min(month.length(year))).ok()?;
    same.checked_add(time::Duration::days(lasts.days.into()))
}

/// A language's name in the reader's language; its tag, where there is none yet.
pub(crate) fn language_name(words: &Words, tag: &str) -> String {
    let id = format!("language-{tag}");
    if words.has(&id) { words.text(&id) } else { tag.to_owned() }
}

/// A language's name in itself; its tag, where it is not known yet.
pub(crate) fn own_name(words: &Words, tag: &str) -> String {
    let id = format!("own-name-{tag}");
    if words.has(&id) { words.text(&id) } else { tag.to_owned() }
}

/// Hours, such as `3.5`, in words.
pub(crate) fn hours(words: &Words, hours: &str) -> String {
    words.text_with("hours", &[("hours", FluentValue::try_number(hours))])
}

/// Kilobytes, rounded up: a page never weighs less than was said.
pub(crate) fn kilobytes(bytes: u64) -> u64 {
    bytes.div_ceil(1000)
}

/// An exact number of points as a reader writes it: `3`, `1/2`, `2 1/3`.
pub(crate) fn points(ratio: assessment::Ratio) -> String {
    let (whole, rest) = (ratio.to_integer(), ratio.fract());
    match (whole, *rest.numer()) {
        (whole, 0) => whole.to_string(),
        (0, _) => format!("{}/{}", rest.numer(), rest.denom()),
        _ => format!("{whole} {}/{}", rest.numer(), rest.denom()),
    }
}

/// The mean of a scale of so many steps, in words, to one decimal.
pub(crate) fn mean(words: &Words, mean: assessment::Ratio, steps: usize) -> String {
    let tenths = (mean * 10).round().to_integer();
    let mean = format!("{}.{}", tenths / 10, tenths % 10);
    words.text_with("survey-mean", &[("mean", FluentValue::try_number(&mean)), ("steps", steps.into())])
}

/// Writes a text so that it is one value of a query.
pub(crate) fn escape_query(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_written_exactly() {
        for (numer, denom, text) in [(0, 1, "0"), (3, 1, "3"), (1, 2, "1/2"), (7, 3, "2 1/3"), (4, 2, "2")] {
            assert_eq!(points(assessment::Ratio::new(numer, denom)), text);
        }
    }

    #[test]
    fn a_query_value_stays_one_value() {
        assert_eq!(escape_query("/en/a?b=c&d#é"), "/en/a%3Fb%3Dc%26d%23%C3%A9");
    }
}
