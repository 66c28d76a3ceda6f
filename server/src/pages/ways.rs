//! Where a learner goes on: the next step, then the tests that are not passed, then the certificate.

use app::parts::Way;
use course::{CertificateSettings, Step, TestSlug};
use store::attempts::Chance;

use crate::grading;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::walk::{self, Walk};

/// The ways on of someone who is enrolled, the first the most likely.
pub(crate) async fn on(haven: &Haven, visit: &Visit, walk: &Walk) -> Result<Vec<Way>, Fault> {
    let (to, slug) = (visit.to(), &walk.course.slug);
    let way = |message, step: &Step| {
        let title = walk.title(&walk::language(visit), step);
        Way { text: visit.words.text_with(message, &[("title", title.into())]), href: to.step(slug, step) }
    };
    let mut ways = Vec::new();
    match walk.next() {
        Some(step) => ways.push(way(if walk.done_of().0 == 0 { "begin-with" } else { "continue-with" }, step)),
        None => ways.extend(to_pass(haven, walk).await?.map(|test| way("again-with", &Step::Test(test)))),
    }
    if !walk.course.settings.certificates.is_empty() {
        ways.push(Way { text: visit.words.text("to-certificate"), href: to.certificate(slug) });
    }
    Ok(ways)
}

/// The first test that a certificate asks for, that is not passed and may be taken again.
async fn to_pass(haven: &Haven, walk: &Walk) -> Result<Option<TestSlug>, Fault> {
    let Some(progress) = &walk.progress else { return Ok(None) };
    let asked_for = walk.course.settings.certificates.values().flat_map(|one: &CertificateSettings| &one.tests);
    for test in asked_for {
        let record = grading::record(haven, &progress.enrolment, &walk.course, test).await?;
        let settings = walk.course.test(test).ok_or(Fault::NotFound)?;
        if !record.passed && record.chance(settings, haven.store.now()) != Chance::NoneLeft {
            return Ok(Some(test.clone()));
        }
    }
    Ok(None)
}
