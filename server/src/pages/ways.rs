//! Where a learner goes on: the next step, then the tests that are not passed, then the certificate, then a survey. And what to do where the
//! way ends.

use app::parts::Way;
use app::words::FluentValue;
use course::{CertificateSettings, Step, SurveySlug, TestSettings, TestSlug};
use store::attempts::Chance;

use crate::grading::{self, TestRecord};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::survey;
use crate::view;
use crate::walk::{self, Walk};

/// The ways on, the first the most likely, and a word to whoever has none.
#[derive(Default)]
pub(crate) struct Onward {
    pub(crate) ways: Vec<Way>,
    pub(crate) note: Option<String>,
}

/// The ways on of someone who is enrolled.
pub(crate) async fn on(haven: &Haven, visit: &Visit, walk: &Walk) -> Result<Onward, Fault> {
    let (to, slug) = (visit.to(), &walk.course.slug);
    let mut all = Onward::default();
    match walk.next() {
        Some(step) => {
            let message = if walk.done_of().0 == 0 { "begin-with" } else { "continue-with" };
            let open = match step {
                Step::Test(test) => going_on(haven, visit, walk, test).await?,
                Step::Lesson { .. } => None,
            };
            all.ways.push(open.unwrap_or_else(|| way(visit, walk, message, step)));
        }
        None => to_pass(haven, visit, walk, &mut all).await?,
    }
    if !walk.course.settings.certificates.is_empty() && all.note.is_none() {
        let met = all.ways.is_empty();
        let message = if met { "to-certificate" } else { "certificate-takes" };
        all.ways.push(Way { text: visit.words.text(message), href: to.certificate(slug) });
    }
    all.ways.extend(surveys(haven, visit, walk).await?);
    Ok(all)
}

/// To what is asked now, if one likes: the last of the ways, for nothing depends on it.
async fn surveys(haven: &Haven, visit: &Visit, walk: &Walk) -> Result<Vec<Way>, Fault> {
    let due = survey::due(haven, walk).await?;
    let way = |slug: &SurveySlug| {
        let title = walk.course.survey(&walk::language(visit), slug)?.title.clone();
        let text = visit.words.text_with("survey-way", &[("title", title.into())]);
        Some(Way { text, href: visit.to().survey(&walk.course.slug, slug) })
    };
    Ok(due.iter().filter_map(way).collect())
}

fn way(visit: &Visit, walk: &Walk, message: &str, step: &Step) -> Way {
    let title = walk.title(&walk::language(visit), step);
    let text = visit.words.text_with(message, &[("title", title.into())]);
    Way { text, href: visit.to().step(&walk.course.slug, step) }
}

/// Back to a sitting that is open, whose clock runs meanwhile.
async fn going_on(haven: &Haven, visit: &Visit, walk: &Walk, test: &TestSlug) -> Result<Option<Way>, Fault> {
    let stands = stands(haven, walk, test).await?;
    Ok(stands.and_then(|(_, record)| open_sitting(haven, visit, walk, test, &record)))
}

fn open_sitting(haven: &Haven, visit: &Visit, walk: &Walk, test: &TestSlug, record: &TestRecord) -> Option<Way> {
    let open = record.tries.iter().find(|one| one.attempt.is_open(haven.store.now()))?;
    let title = walk.title(&walk::language(visit), &Step::Test(test.clone()));
    let mut arguments: Vec<(&str, FluentValue<'_>)> = vec![("title", title.into())];
    let left = view::left(haven, visit, &open.attempt);
    let message = if left.is_some() { "go-on-within" } else { "go-on-with" };
    arguments.extend(left.map(|left| ("minutes", left.minutes().into())));
    let href = visit.to().attempt(&walk.course.slug, test, open.attempt.id);
    Some(Way { text: visit.words.text_with(message, &arguments), href })
}

/// The first test that a certificate asks for and that is not passed: another try, or what to do where there is none.
async fn to_pass(haven: &Haven, visit: &Visit, walk: &Walk, all: &mut Onward) -> Result<(), Fault> {
    let asked_for = walk.course.settings.certificates.values().flat_map(|one: &CertificateSettings| &one.tests);
    for test in asked_for {
        let Some((settings, record)) = stands(haven, walk, test).await? else { continue };
        let step = Step::Test(test.clone());
        match record.chance(settings, haven.store.now()) {
            _ if record.passed => continue,
            Chance::NoneLeft => {
                let arguments = [("title", walk.title(&walk::language(visit), &step).into())];
                all.note = Some(visit.words.text_with("tries-used", &arguments));
            }
            Chance::Open(_) => all.ways.extend(open_sitting(haven, visit, walk, test, &record)),
            Chance::Free | Chance::Wait(_) => all.ways.push(way(visit, walk, "again-with", &step)),
        }
        return Ok(());
    }
    Ok(())
}

/// How someone stands at a test.
async fn stands<'a>(
    haven: &Haven,
    walk: &'a Walk,
    test: &TestSlug,
) -> Result<Option<(&'a TestSettings, TestRecord)>, Fault> {
    let (Some(progress), Some(settings)) = (&walk.progress, walk.course.test(test)) else { return Ok(None) };
    Ok(Some((settings, grading::record(haven, &progress.enrolment, &walk.course, test).await?)))
}
