//! A sitting: the questions while it is open, the review before submitting, the result afterwards, all at one address, so that
//! a reload, a second tab and the back button lead to what is true now.

use app::pages::learn::{Hidden, SittingPage};
use app::parts::Asked;
use app::tongue::Tongue;
use assessment::{Presented, read_answer, show_answer};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use course::Question;
use store::attempts::{self, NewAnswer};
use store::{AnswerId, fresh};

use super::result::result;
use crate::asked::{asked, untouched};
use crate::grading::{self, Sitting};
use crate::pages::onward;
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
        None => Ok(questions(&haven, &visit, &sitting, saved.saved.is_some())),
    }
}

/// The sitting's address.
pub(super) fn here(visit: &Visit, sitting: &Sitting) -> String {
    visit.to().attempt(&sitting.course.slug, &sitting.test(), sitting.attempt.id)
}

/// Where single answers are sent.
pub(super) fn answers(sitting: &Sitting) -> String {
    format!("/api/v1/attempts/{}/answers", sitting.attempt.id)
}

fn questions(haven: &Haven, visit: &Visit, sitting: &Sitting, saved: bool) -> Response {
    let now = haven.store.now();
    let (title, tongue) = (sitting.title(&walk::language(visit)), walk::tongue(visit, &sitting.course));
    let page = SittingPage {
        title: title.clone(),
        tongue: tongue.clone(),
        action: here(visit, sitting),
        answers: answers(sitting),
        attempt: sitting.attempt.id.to_string(),
        tab: fresh().to_string(),
        questions: sitting
            .questions()
            .enumerate()
            .map(|(at, (drawn, question))| asked_again(sitting, at + 1, drawn, question, tongue.clone()))
            .collect(),
        left: sitting.attempt.deadline.map(|end| (end.0 - now.0, view::when(&visit.words, end))),
        answered: sitting.answered(),
        saved,
    };
    Page::new(title).with_keep().draw(visit, || page.view())
}

/// A question with its fields. What was given is shown by position, as the form will send it.
fn asked_again(
    sitting: &Sitting,
    number: usize,
    drawn: &Presented,
    question: &Question,
    tongue: Tongue,
) -> (Asked, Hidden) {
    let given = sitting.answers.get(&drawn.question);
    let given = given.map_or_else(|| untouched(question), |answer| show_answer(&question.item, &drawn.order, answer));
    let hidden = Hidden { answer: fresh().to_string(), was: given.join(","), answered: sitting.is_answered(question) };
    (asked(question, format!("q{number}"), &drawn.order, given, tongue), hidden)
}

/// Whatever button was pressed, what was chosen is kept first.
pub(crate) async fn keep(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test, id)): At,
    fields: Fields,
) -> Result<Response, Fault> {
    let sitting = find(&haven, &visit, &slug, &test, &id).await?;
    let may = visit.signed_in()?.may_answer(&sitting.attempt).ok_or(Fault::NotFound)?;
    let here = here(&visit, &sitting);
    let new = changed(&sitting, &fields);
    if !new.is_empty() {
        attempts::answer(&haven.store, may, new).await??;
    }
    match fields.one("do") {
        "submit" => {
            attempts::submit(&haven.store, may).await?;
            Ok(onward(&here))
        }
        "review" if sitting.attempt.is_open(haven.store.now()) => Ok(onward(&format!("{here}/review"))),
        _ => Ok(onward(&format!("{here}?saved=1"))),
    }
}

/// The answers that differ from what the form showed when it was made. One that was not touched is no answer: an old form
/// must not take back what was said later in another tab.
fn changed(sitting: &Sitting, fields: &Fields) -> Vec<NewAnswer> {
    let (tab, seq) = place(fields);
    let mut new = Vec::new();
    for (at, (drawn, question)) in sitting.questions().enumerate() {
        let number = at + 1;
        let (id, was) = (format!("a{number}"), format!("w{number}"));
        let values = fields.all(&format!("q{number}"));
        if !fields.has(&id) || values.join(",") == fields.one(&was) {
            continue;
        }
        let Ok(given) = read_answer(&question.item, &drawn.order, values) else { continue };
        let id = fields.one(&id).parse().unwrap_or_else(|_| AnswerId(fresh()));
        new.push(NewAnswer { id, question: drawn.question.clone(), tab: tab.clone(), seq, given });
    }
    new
}

/// Where a form's answers stand in the order of their tab. A script counts them; a form without one is a tab of its own each
/// time it is sent, for the back button may bring it back and send it again with something else.
fn place(fields: &Fields) -> (String, i64) {
    match fields.one("seq").parse() {
        Ok(seq) if seq > 0 => (fields.one("tab").chars().take(64).collect(), seq),
        _ => (fresh().to_string(), 0),
    }
}
