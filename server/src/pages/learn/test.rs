//! A test before one begins, and beginning: the attempt, what is drawn for it and its deadline are kept before the first
//! question is shown.

use app::pages::learn::{Start, TestPage, Try};
use axum::extract::{Path, State};
use axum::response::Response;
use course::{Step, TestSettings, TestSlug};
use store::attempts::{self, Begun, Chance};
use store::{AttemptId, fresh};

use crate::drawing::draw;
use crate::grading::{self, Sitting, TestRecord};
use crate::pages::onward;
use crate::said::{outcome, pass_mark};
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page};
use crate::walk::{self, Walk};

type At = Path<(String, String, String)>;

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test)): At,
) -> Result<Response, Fault> {
    visit.signed_in()?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let test = TestSlug::parse(&test).map_err(|_| Fault::NotFound)?;
    let settings = walk.course.test(&test).ok_or(Fault::NotFound)?;
    let Some(progress) = &walk.progress else { return Ok(onward(&visit.to().course(&walk.course.slug))) };
    let record = grading::record(&haven, &progress.enrolment, &walk.course, &test).await?;
    let language = walk::language(&visit);
    let edition = walk.course.edition(&language);
    let words = edition.tests.get(&test);
    let step = Step::Test(test.clone());
    let (to, slug) = (visit.to(), &walk.course.slug);
    let after = walk.beside(&step).1.filter(|_| walk.is_done(&step));
    let title = words.map(|page| page.title.clone()).unwrap_or_default();
    let fillings = haven.countries.fillings_in(&visit, words.map_or(&edition.language, |page| &page.language));
    let page = TestPage {
        course: (walk.course_titled(&visit), to.course(slug)),
        title: title.clone(),
        tongue: walk::tongue_of(&visit, words.map_or(&edition.language, |page| &page.language)),
        untranslated: words.is_some_and(|page| walk::is_untranslated(&visit, &walk.course, &page.language)),
        instructions: words.map(|page| page.instructions.fill(&fillings)).unwrap_or_default(),
        country: haven.countries.note(&visit, words.is_some_and(|page| page.instructions.has_slots())),
        rules: rules(&visit, settings, record.tries.len()),
        tries: record.tries.iter().map(|one| a_try(&haven, &visit, one)).collect(),
        start: start(&haven, &visit, &walk, (&step, &test), settings, &record),
        next: after.map(|step| (walk.title(&language, step), to.step(slug, step))),
    };
    Ok(Page::new(title).of_course(&visit, &walk.course).draw(&visit, || page.view()))
}

fn rules(visit: &Visit, settings: &TestSettings, used: usize) -> Vec<(&'static str, String)> {
    let words = &visit.words;
    let questions: usize = settings.draw.iter().map(|draw| draw.pick).sum();
    let minutes = settings.minutes.map_or_else(
        || words.text("test-no-limit"),
        |minutes| words.text_with("test-minutes-value", &[("minutes", minutes.into())]),
    );
    let attempts = settings.attempts.map_or_else(
        || words.text("test-attempts-free"),
        |limit| words.text_with("test-attempts-value", &[("used", used.into()), ("limit", limit.into())]),
    );
    let pass = pass_mark(visit, settings).unwrap_or_else(|| words.text("test-taken"));
    vec![
        ("test-questions", questions.to_string()),
        ("test-minutes", minutes),
        ("test-attempts", attempts),
        ("test-pass", pass),
    ]
}

fn a_try(haven: &Haven, visit: &Visit, one: &Sitting) -> Try {
    let slug = &one.course.slug;
    let ended = one.attempt.ended(haven.store.now());
    Try {
        href: visit.to().attempt(slug, &one.test(), one.attempt.id),
        at: view::when(&visit.words, ended.map_or(one.attempt.started, |end| end.at)),
        outcome: outcome(haven, visit, one),
    }
}

fn start(
    haven: &Haven,
    visit: &Visit,
    walk: &Walk,
    (step, test): (&Step, &TestSlug),
    settings: &TestSettings,
    record: &TestRecord,
) -> Start {
    let (to, slug, now) = (visit.to(), &walk.course.slug, haven.store.now());
    match record.chance(settings, now) {
        Chance::Open(id) => Start::GoOn(to.attempt(slug, test, id)),
        _ if !walk.is_open(step) => {
            let next = walk.next().unwrap_or(step);
            Start::Locked(walk.title(&walk::language(visit), next), to.step(slug, next))
        }
        Chance::NoneLeft => Start::NoneLeft,
        Chance::Wait(until) => Start::Wait(view::when(&visit.words, until)),
        Chance::Free => Start::Begin(to.step(slug, step), fresh().to_string()),
    }
}

pub(crate) async fn begin(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test)): At,
    fields: Fields,
) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let test = TestSlug::parse(&test).map_err(|_| Fault::NotFound)?;
    let step = Step::Test(test.clone());
    let enrolment = &walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment;
    let may = who.may_progress(enrolment).ok_or(Fault::Forbidden)?;
    let back = visit.to().step(&walk.course.slug, &step);
    if !walk.is_open(&step) {
        return Ok(onward(&back));
    }
    let id = fields.one("attempt").parse().unwrap_or_else(|_| AttemptId(fresh()));
    let new = draw(&walk.course, &test, id)?;
    match attempts::begin(&haven.store, may, new).await? {
        Begun::Open(id) => Ok(onward(&visit.to().attempt(&walk.course.slug, &test, id))),
        Begun::NoneLeft | Begun::Wait(_) => Ok(onward(&back)),
    }
}
