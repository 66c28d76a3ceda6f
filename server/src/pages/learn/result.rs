//! What came of a sitting, and where one goes from there.

use app::pages::learn::ResultPage;
use app::parts::Way;
use axum::response::Response;
use course::{Feedback, Step};
use store::attempts::{Chance, Submitted};

use super::marked::marked;
use super::sitting::answers;
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
    let (title, tongue) = (sitting.title(&walk::language(visit)), walk::tongue(visit, &sitting.course));
    let edition = sitting.course.edition(&walk::language(visit));
    let mark =
        pass_mark(visit, settings).map(|mark| visit.words.text_with("score-pass-mark", &[("mark", mark.into())]));
    let shows_feedback = settings.feedback != Feedback::Never;
    let page = ResultPage {
        course: (edition.title.clone(), visit.to().course(&sitting.course.slug)),
        title: title.clone(),
        tongue: tongue.clone(),
        passed: sitting.passed(),
        score: (view::points(total.earned), view::points(total.of), grading::percent(total).to_string()),
        pass_mark: mark,
        submitted: (visit.signed_in()?.login.clone(), view::when(&visit.words, end.at)),
        by_clock: end.by_clock,
        late: sitting.late.len(),
        marked: shows_feedback.then(|| {
            sitting
                .questions()
                .enumerate()
                .map(|(at, (_, question))| marked(sitting, at + 1, question, tongue.clone(), &visit.words))
                .collect()
        }),
        leftovers: (sitting.attempt.id.to_string(), answers(sitting)),
        ways: after(haven, visit, sitting).await?,
    };
    Ok(Page::new(title).with_keep().draw(visit, || page.view()))
}

/// What to do next: another try where one is needed and allowed, the way on, the course.
async fn after(haven: &Haven, visit: &Visit, sitting: &Sitting) -> Result<Vec<Way>, Fault> {
    let walk = Walk::find(haven, visit, &sitting.attempt.course).await?;
    let (to, slug) = (visit.to(), &walk.course.slug);
    let mut all = Vec::new();
    if sitting.passed() == Some(false) && another_try(haven, &walk, sitting).await? {
        let href = to.step(slug, &Step::Test(sitting.test()));
        all.push(Way { text: visit.words.text("try-again"), href });
    }
    all.extend(ways::on(haven, visit, &walk).await?);
    let title = walk.course.edition(&walk::language(visit)).title.clone();
    all.push(Way { text: title, href: to.course(slug) });
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|way| seen.insert(way.href.clone()));
    Ok(all)
}

/// The course allows one more try than there were.
async fn another_try(haven: &Haven, walk: &Walk, sitting: &Sitting) -> Result<bool, Fault> {
    let (Some(settings), Some(progress)) = (sitting.settings(), &walk.progress) else { return Ok(false) };
    let record = grading::record(haven, &progress.enrolment, &sitting.course, &sitting.test()).await?;
    Ok(record.chance(settings, haven.store.now()) != Chance::NoneLeft)
}
