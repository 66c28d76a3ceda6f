//! A course's own page, and enrolling in it.

use std::collections::BTreeSet;

use app::pages::visit::{CoursePage, Part, PartKind, Standing};
use axum::extract::{Path, State};
use axum::response::Response;
use course::{Course, Language, Step};

use crate::pages::{onward, ways};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page, escape_query, kilobytes};
use crate::walk::{self, Walk};

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let language = walk::language(&visit);
    let edition = walk.course.edition(&language);
    let fillings = haven.countries.fillings(&visit, &walk.course);
    let page = CoursePage {
        search: visit.to().search(&walk.course.slug),
        title: edition.title.clone(),
        tongue: walk::tongue(&visit, &walk.course),
        untranslated: walk::is_untranslated(&visit, &walk.course, &edition.page_language),
        summary: edition.summary.fill(&fillings),
        objectives: edition.objectives.as_ref().map(|html| html.fill(&fillings)),
        body: edition.body.fill(&fillings),
        country: haven.countries.note(&visit, edition.has_slots()),
        facts: facts(&visit, &walk.course, &language),
        standing: standing(&haven, &visit, &walk).await?,
        parts: parts(&visit, &walk, &language),
        glossary: edition.glossary.as_ref().map(|one| (one.title.clone(), visit.to().glossary(&walk.course.slug))),
    };
    Ok(Page::new(edition.title.clone()).of_course(&visit, &walk.course).draw(&visit, || page.view()))
}

pub(crate) async fn enrol(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_learn().ok_or(Fault::Forbidden)?;
    let course = haven.courses.open(&slug).ok_or(Fault::NotFound)?;
    store::learning::enrol(&haven.store, may, slug, course.version.hash.to_string()).await?;
    Ok(onward(&visit.to().course(&course.slug)))
}

/// What a course's pages and media weigh, before compression: no less than what will travel.
pub(super) fn bytes(course: &Course, language: &Language) -> u64 {
    let lessons = course.edition(language).modules.iter().flat_map(|module| &module.lessons);
    let text: u64 = lessons.map(|lesson| lesson.html_bytes).sum();
    text + course.media.values().map(|media| media.bytes).sum::<u64>()
}

fn facts(visit: &Visit, course: &Course, language: &Language) -> Vec<(&'static str, String)> {
    let words = &visit.words;
    let settings = &course.settings;
    let hours = settings.hours.map(|hours| view::hours(words, &hours.to_string()));
    let languages: BTreeSet<String> =
        course.editions.keys().map(|one| view::language_name(words, one.as_ref())).collect();
    let weight = words.text_with("size", &[("kilobytes", kilobytes(bytes(course, language)).into())]);
    let tests = words.text_with("assessed-by", &[("tests", settings.tests.len().into())]);
    [
        ("fact-hours", hours),
        ("fact-level", Some(words.text(&format!("level-{}", settings.level.as_str())))),
        ("fact-assessed", Some(tests)),
        ("fact-size", Some(weight)),
        ("fact-language", Some(languages.into_iter().collect::<Vec<_>>().join(", "))),
        ("fact-code", Some(settings.code.clone())),
        ("fact-licence", settings.licence.clone()),
    ]
    .into_iter()
    .filter_map(|(term, value)| Some((term, value?)))
    .collect()
}

async fn standing(haven: &Haven, visit: &Visit, walk: &Walk) -> Result<Standing, Fault> {
    let here = visit.to().course(&walk.course.slug);
    let Some(who) = &visit.who else {
        let after = |page: &str| format!("{}?next={}", visit.to().page(page), escape_query(&here));
        return Ok(Standing::Stranger { sign_up: after("sign-up"), sign_in: after("sign-in") });
    };
    if walk.progress.is_none() {
        return Ok(who.may_learn().map_or(Standing::TooYoung, |_| Standing::Free(here)));
    }
    let onward = ways::on(haven, visit, walk).await?;
    Ok(Standing::Enrolled { progress: walk.done_of(), ways: onward.ways, note: onward.note })
}

fn parts(visit: &Visit, walk: &Walk, language: &Language) -> Vec<Part> {
    let (to, slug) = (visit.to(), &walk.course.slug);
    let mut parts = Vec::new();
    let mut current = None;
    for step in &walk.steps {
        if let Step::Lesson { module, .. } = step
            && current != Some(module)
        {
            current = Some(module);
            let found = walk.course.edition(language).modules.iter().find(|one| one.slug == *module);
            let title = found.map(|module| walk::titled(visit, &module.title, &module.language)).unwrap_or_default();
            parts.push(Part {
                kind: PartKind::Module,
                title,
                href: Some(to.module(slug, module)),
                done: false,
                current: false,
            });
        }
        let kind = if matches!(step, Step::Test(_)) { PartKind::Test } else { PartKind::Lesson };
        let href = walk.is_open(step).then(|| to.step(slug, step));
        let current = walk.progress.is_some() && walk.next() == Some(step);
        parts.push(Part { kind, title: walk.titled(visit, step), href, done: walk.is_done(step), current });
    }
    parts
}
