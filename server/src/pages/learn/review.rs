//! A last look before submitting.

use app::pages::learn::ReviewPage;
use axum::extract::{Path, State};
use axum::response::Response;
use course::Question;
use store::attempts;

use super::sitting::{At, find, here, sitting_tongue};
use crate::grading::Sitting;
use crate::pages::onward;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page};
use crate::walk::{self, Walk};

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test, id)): At,
) -> Result<Response, Fault> {
    let sitting = find(&haven, &visit, &slug, &test, &id).await?;
    let here = here(&visit, &sitting);
    if !sitting.attempt.is_open(haven.store.now()) {
        return Ok(onward(&here));
    }
    let fillings = haven.countries.fillings(&visit, &sitting.course);
    let line = |question: &Question| {
        (
            question.title.fill(&fillings),
            walk::tongue_of(&visit, &question.language),
            question.id.to_string(),
            sitting.filled(question),
        )
    };
    let page = ReviewPage {
        title: sitting.title(&visit.language),
        tongue: sitting_tongue(&visit, &sitting),
        back: here.clone(),
        action: here,
        questions: sitting.questions_in(&visit.language).map(|(_, question)| line(question)).collect(),
        left: view::left(&haven, &visit, &sitting.attempt),
        tries: number(&haven, &visit, &sitting).await?.zip(sitting.settings().and_then(|settings| settings.attempts)),
    };
    Ok(Page::new(visit.words.text("review-title")).of_course(&visit, &sitting.course).draw(&visit, || page.view()))
}

/// Which try this is, from 1.
async fn number(haven: &Haven, visit: &Visit, sitting: &Sitting) -> Result<Option<usize>, Fault> {
    let walk = Walk::find(haven, visit, &sitting.attempt.course).await?;
    let Some(progress) = &walk.progress else { return Ok(None) };
    let tries = attempts::of_test(&haven.store, &progress.enrolment, &sitting.attempt.test).await?;
    Ok(tries.iter().position(|one| one.id == sitting.attempt.id).map(|at| at + 1))
}
