//! A sitting: the questions while it is open, the review before submitting, the result afterwards, all at one address, so that
//! a reload, a second tab and the back button lead to what is true now.

use std::collections::BTreeMap;

use app::pages::learn::{Hidden, SittingPage};
use app::parts::{Asked, Mistake};
use app::tongue::Tongue;
use assessment::{Presented, untouched};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use course::{Fillings, Language, Question};
use store::attempts::{self, NewAnswer};
use store::{AnswerId, fresh};

use super::result::result;
use crate::asked::{asked, problem};
use crate::grading::{self, Sitting};
use crate::pages::onward;
use crate::pages::visit::sign_in;
use crate::serve::address::Address;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page};
use crate::walk;

pub(super) type At = Path<(String, String, String, String)>;

/// Finds the visitor's own sitting, at its own address.
pub(super) async fn find(haven: &Haven, visit: &Visit, slug: &str, test: &str, id: &str) -> Result<Sitting, Fault> {
    let sitting = grading::own(haven, visit, id).await?;
    let here = sitting.attempt.course == slug && sitting.attempt.test == test;
    if here { Ok(sitting) } else { Err(Fault::NotFound) }
}

/// Something was kept just now.
#[derive(serde::Deserialize)]
pub(crate) struct Saved {
    saved: Option<String>,
}

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test, id)): At,
    Query(saved): Query<Saved>,
) -> Result<Response, Fault> {
    let sitting = find(&haven, &visit, &slug, &test, &id).await?;
    match sitting.attempt.ended(haven.store.now()) {
        Some(end) => result(&haven, &visit, &sitting, end).await,
        None => Ok(questions(&haven, &visit, &sitting, saved.saved.is_some(), &Unread::new())),
    }
}

/// The sitting's address.
pub(super) fn here(visit: &Visit, sitting: &Sitting) -> String {
    visit.to().attempt(&sitting.course.slug, &sitting.test(), sitting.attempt.id)
}

/// The sitting's address in another language.
fn in_language(language: &Language, sitting: &Sitting) -> String {
    Address::new(language.as_ref()).attempt(&sitting.course.slug, &sitting.test(), sitting.attempt.id)
}

/// The language of the test's title.
pub(super) fn sitting_tongue(visit: &Visit, sitting: &Sitting) -> Tongue {
    let edition = sitting.course.edition(&visit.language);
    walk::tongue_of(visit, edition.tests.get(&sitting.test()).map_or(&edition.language, |page| &page.language))
}

/// Where single answers are sent.
pub(super) fn answers(sitting: &Sitting) -> String {
    format!("/api/v1/attempts/{}/answers", sitting.attempt.id)
}

/// Answers that cannot be read, by question: what was sent, and why it is none.
type Unread = BTreeMap<String, (Vec<String>, String)>;

fn questions(haven: &Haven, visit: &Visit, sitting: &Sitting, saved: bool, unread: &Unread) -> Response {
    let (title, tongue) = (sitting.title(&visit.language), sitting_tongue(visit, sitting));
    let page = SittingPage {
        title: title.clone(),
        tongue,
        action: here(visit, sitting),
        answers: answers(sitting),
        sign_in: format!("{}?next={}", visit.to().page("sign-in"), view::escape_query(&here(visit, sitting))),
        attempt: sitting.attempt.id.to_string(),
        tab: fresh().to_string(),
        questions: sitting
            .questions_in(&visit.language)
            .enumerate()
            .map(|(at, (drawn, question))| {
                let tongue = walk::tongue_of(visit, &question.language);
                let fillings = haven.countries.fillings_in(visit, &question.language);
                asked_again(sitting, unread, at + 1, (drawn, question), (&fillings, tongue))
            })
            .collect(),
        country: haven.countries.note(visit, sitting.has_slots()),
        left: view::left(haven, visit, &sitting.attempt),
        answered: sitting.answered(),
        saved,
        unread: unread
            .iter()
            .map(|(id, (_, why))| Mistake { field: id.clone().into(), message: why.clone() })
            .collect(),
    };
    Page::new(title).of_course(visit, &sitting.course).keeping("sitting").with_keep().draw(visit, || page.view())
}

/// A question with its fields. What was given is shown by position, as the form will send it.
fn asked_again(
    sitting: &Sitting,
    unread: &Unread,
    number: usize,
    (drawn, question): (&Presented, &Question),
    ink: (&Fillings, Tongue),
) -> (Asked, Hidden) {
    let kept = sitting.given(drawn, question).unwrap_or_else(|| untouched(&question.item));
    let hidden = Hidden {
        answer: fresh().to_string(),
        was: as_one(&kept),
        filled: sitting.filled(question),
        problem: unread.get(&drawn.question).map(|(_, why)| why.clone()),
    };
    let given = unread.get(&drawn.question).map_or(kept, |(sent, _)| sent.clone());
    (asked(question, format!("q{number}"), &drawn.order, given, ink), hidden)
}

/// Whatever button was pressed, what was chosen is kept first.
pub(crate) async fn keep(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test, id)): At,
    fields: Fields,
) -> Result<Response, Fault> {
    if visit.who.is_none() {
        return Ok(sign_in::keeping(&haven, &visit, &fields));
    }
    let sitting = find(&haven, &visit, &slug, &test, &id).await?;
    let may = visit.signed_in()?.may_answer(&sitting.attempt).ok_or(Fault::NotFound)?;
    let here = here(&visit, &sitting);
    let (new, unread) = changed(&sitting, &fields, &visit);
    if !new.is_empty() {
        attempts::answer(&haven.store, may, new).await??;
    }
    // What cannot be read is asked back before anything else; the rest is kept.
    if !unread.is_empty() && sitting.attempt.is_open(haven.store.now()) {
        let sitting = find(&haven, &visit, &slug, &test, &id).await?;
        let page = questions(&haven, &visit, &sitting, false, &unread);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match fields.one("do") {
        "submit" => {
            attempts::submit(&haven.store, may).await?;
            Ok(onward(&here))
        }
        "review" if sitting.attempt.is_open(haven.store.now()) => Ok(onward(&format!("{here}/review"))),
        other => {
            let to = other.strip_prefix("language:").and_then(|tag| Language::parse(tag).ok());
            let to = to.filter(|language| sitting.course.editions.contains_key(language));
            let there = to.map(|language| in_language(&language, &sitting)).unwrap_or(here);
            Ok(onward(&format!("{there}?saved=1")))
        }
    }
}

/// Values as one text, for a hidden field: as `JSON.stringify` writes them.
fn as_one(values: &[String]) -> String {
    serde_json::to_string(values).expect("texts are JSON")
}

/// The answers that differ from what the form showed when it was made, and what is none. One that was not touched is no answer: an old form
/// must not take back what was said later in another tab.
fn changed(sitting: &Sitting, fields: &Fields, visit: &Visit) -> (Vec<NewAnswer>, Unread) {
    let (tab, seq) = place(fields);
    let (mut new, mut unread) = (Vec::new(), Unread::new());
    for (at, (drawn, question)) in sitting.questions_in(&visit.language).enumerate() {
        let number = at + 1;
        let (id, was) = (format!("a{number}"), format!("w{number}"));
        let values = fields.all(&format!("q{number}"));
        if !fields.has(&id) || as_one(values) == fields.one(&was) {
            continue;
        }
        let question_id = drawn.question.clone();
        match sitting.read(drawn, question, values) {
            Ok(given) => {
                let id = fields.one(&id).parse().unwrap_or_else(|_| AnswerId(fresh()));
                new.push(NewAnswer { id, question: question_id, tab: tab.clone(), seq, given });
            }
            Err(misread) => {
                let why = problem(&visit.words, misread, values);
                unread.extend(why.map(|why| (question_id, (values.to_vec(), why))));
            }
        }
    }
    (new, unread)
}

/// Where a form's answers stand in the order of their tab. A script counts them; a form without one is a tab of its own each
/// time it is sent, for the back button may bring it back and send it again with something else.
fn place(fields: &Fields) -> (String, i64) {
    match fields.one("seq").parse() {
        Ok(seq) if seq > 0 => (fields.one("tab").chars().filter(|c| !c.is_control()).take(64).collect(), seq),
        _ => (fresh().to_string(), 0),
    }
}
