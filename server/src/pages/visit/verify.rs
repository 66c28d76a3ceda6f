//! Is a certificate what it claims to be? Open to anyone who has its number; every fact comes from the record.

use app::pages::visit::{Verdict, VerifyForm, VerifyPage};
use app::parts::Mistake;
use app::words::Words;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use certificate::{Facts, Number, Outcome, State as Worth};

use crate::pages::onward;
use crate::serve::address;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::verified::{Verified, verified};
use crate::view::{self, Page};

/// The number that was typed.
#[derive(serde::Deserialize)]
pub(crate) struct Typed {
    number: Option<String>,
}

pub(crate) async fn form(visit: Visit, Query(typed): Query<Typed>) -> Response {
    let typed = typed.number.unwrap_or_default();
    match Number::parse(&typed) {
        Ok(number) => onward(&address::verify(&number.to_string())),
        Err(_) => misspelt(&visit, typed),
    }
}

fn misspelt(visit: &Visit, number: String) -> Response {
    let misspelt = !number.trim().is_empty();
    let status = if misspelt { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mistake = misspelt.then(|| Mistake { field: "number".into(), message: visit.words.text("verify-misspelt") });
    let page = VerifyForm { number, mistakes: mistake.into_iter().collect() };
    Page::new(visit.words.text("verify-title")).status(status).draw(visit, || page.view())
}

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path(typed): Path<String>,
) -> Result<Response, Fault> {
    let Ok(number) = Number::parse(&typed) else { return Ok(misspelt(&visit, typed)) };
    let found = verified(&haven, number).await?;
    let status = if found.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    let (verdict, facts) = match found {
        Some(found) => known(&visit, found),
        None => (Verdict::Unknown, Vec::new()),
    };
    let page = VerifyPage { number: number.to_string(), verdict, facts };
    Ok(Page::new(visit.words.text("verify-title")).status(status).draw(&visit, || page.view()))
}

/// The id of each term's message, and the value.
type Lines = Vec<(&'static str, String)>;

fn known(visit: &Visit, found: Verified) -> (Verdict, Lines) {
    let day = |day| view::date(&visit.words, day);
    let verdict = match found.state {
        Worth::Valid => Verdict::Valid,
        Worth::Expired { on } => Verdict::Expired(day(on)),
        Worth::Revoked { on, why } => Verdict::Revoked(day(on), why),
    };
    (verdict, lines(visit, found.facts))
}

fn lines(visit: &Visit, facts: Facts) -> Lines {
    let words = &visit.words;
    let results = facts.results.into_iter().map(|one| ("fact-result", Some(result(words, one)))).collect::<Vec<_>>();
    let before = [
        ("fact-name", Some(facts.holder)),
        ("fact-certificate", Some(words.text("kind-achievement"))),
        ("fact-course", Some(facts.course_title)),
        ("fact-code", Some(facts.course_code)),
        ("fact-hours", facts.hours.map(|hours| view::hours(words, &hours))),
        ("fact-language", Some(view::language_name(words, &facts.language))),
    ];
    let after = [
        ("fact-issued", Some(view::date(words, facts.issued_on))),
        ("fact-expires", facts.expires_on.map(|day| view::date(words, day))),
        ("fact-organiser", Some(facts.organiser)),
        ("fact-version", Some(facts.version.chars().take(12).collect())),
    ];
    let all = before.into_iter().chain(results).chain(after);
    all.filter_map(|(term, value)| Some((term, value?))).collect()
}

fn result(words: &Words, one: Outcome) -> String {
    let score = [("earned", one.earned.into()), ("of", one.of.into()), ("percent", one.percent.into())];
    let score = words.text_with("score", &score);
    let mark = words.text_with("score-pass-mark", &[("mark", one.pass_mark.into())]);
    format!("{}: {score} {mark}", one.test)
}
