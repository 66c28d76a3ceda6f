//! What came of a sitting, and where one goes from there.

use std::collections::BTreeSet;

use app::pages::learn::ResultPage;
use app::parts::Way;
use axum::response::Response;
use course::{Feedback, Question, Step};
use store::attempts::{Chance, Submitted};

use super::marked::{Ink, marked};
use super::sitting::{answers, sitting_tongue};
use crate::grading::{self, Sitting};
use crate::pages::ways;
use crate::said::pass_mark;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page};
use crate::walk::{self, Walk};

pub(super) async fn result(haven: &Haven, visit: &Visit, sitting: &Sitting, end: Submitted) -> Result<Response, Fault> {
    let settings = sitting.settings().ok_or(Fault::NotFound)?;
    let total = sitting.total();
    let (title, tongue) = (sitting.title(&visit.language), sitting_tongue(visit, sitting));
    let mark =
        pass_mark(visit, settings).map(|mark| visit.words.text_with("score-pass-mark", &[("mark", mark.into())]));
    let (ways, note) = after(haven, visit, sitting).await?;
    let shows_feedback = settings.feedback != Feedback::Never;
    let one = |(at, (_, question)): (usize, (&assessment::Presented, &Question))| {
        let fillings = haven.countries.fillings_in(visit, &question.language);
        marked(sitting, at + 1, question, Ink { visit, fillings: &fillings })
    };
    let page = ResultPage {
        course: (walk::course_titled(visit, &sitting.course), visit.to().course(&sitting.course.slug)),
        title: title.clone(),
        tongue,
        passed: sitting.passed(),
        score: (view::points(total.earned), view::points(total.of), grading::percent(total).to_string()),
        pass_mark: mark,
        submitted: (visit.signed_in()?.login().to_owned(), view::when(&visit.words, end.at)),
        by_clock: end.by_clock,
        late: sitting.late.len(),
        marked: shows_feedback.then(|| sitting.questions_in(&visit.language).enumerate().map(one).collect()),
        country: haven.countries.note(visit, shows_feedback && sitting.has_slots()),
        leftovers: (sitting.attempt.id.to_string(), answers(sitting)),
        note,
        ways,
    };
    Ok(Page::new(title).of_course(visit, &sitting.course).with_keep().draw(visit, || page.view()))
}

/// What to do next: another try where one is needed and allowed, the way on, the course; and a word to whoever has no way on.
async fn after(haven: &Haven, visit: &Visit, sitting: &Sitting) -> Result<(Vec<Way>, Option<String>), Fault> {
    let walk = Walk::find(haven, visit, &sitting.attempt.course).await?;
    let onward = ways::on(haven, visit, &walk).await?;
    let again = again(haven, visit, &walk, sitting).await?;
    let title = walk.course.edition(&walk::language(visit)).title.clone();
    let course = Way { text: title, href: visit.to().course(&walk.course.slug) };
    let mut all: Vec<Way> = again.into_iter().chain(onward.ways).chain([course]).collect();
    let mut seen = BTreeSet::new();
    all.retain(|way| seen.insert(way.href.clone()));
    Ok((all, onward.note))
}

/// Another try, where this one was not passed and the course allows it, with how many there are left.
async fn again(haven: &Haven, visit: &Visit, walk: &Walk, sitting: &Sitting) -> Result<Option<Way>, Fault> {
    let (Some(settings), Some(progress), Some(false)) = (sitting.settings(), &walk.progress, sitting.passed()) else {
        return Ok(None);
    };
    let record = grading::record(haven, &progress.enrolment, &sitting.course, &sitting.test()).await?;
    if record.passed || record.chance(settings, haven.store.now()) == Chance::NoneLeft {
        return Ok(None);
    }
    let left = settings.attempts.map(|limit| limit as usize - record.tries.len());
    let text = left.map_or_else(
        || visit.words.text("try-again"),
        |left| visit.words.text_with("try-again-left", &[("left", left.into())]),
    );
    Ok(Some(Way { text, href: visit.to().step(&walk.course.slug, &Step::Test(sitting.test())) }))
}
