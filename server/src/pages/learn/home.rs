//! Home: what one may do now, with a first look into each room one's roles open.

use app::pages::learn::{HomePage, Learning, Room};
use axum::extract::State;
use axum::response::Response;
use course::Severity;
use store::policy::{MaySeeChecks, Who};
use store::{lists, people};

use crate::pages::ways;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;
use crate::walk::{self, Walk};

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let mut learning = Vec::new();
    for progress in store::learning::all_progress(&haven.store, who.person()).await? {
        let (slug, version) = (progress.enrolment.course.clone(), progress.enrolment.version.clone());
        let course = haven.courses.of_enrolment(&haven.store, &slug, &version).await?;
        learning.push(course_line(&haven, &visit, &Walk::new(course, Some(progress))).await?);
    }
    let rooms = rooms(&haven, &visit, who).await?;
    let page = HomePage { login: who.login().to_owned(), learning, rooms, catalogue: visit.to().catalogue() };
    Ok(Page::new(visit.words.text("way-home")).draw(&visit, || page.view()))
}

async fn course_line(haven: &Haven, visit: &Visit, walk: &Walk) -> Result<Learning, Fault> {
    let onward = ways::on(haven, visit, walk).await?;
    Ok(Learning {
        href: visit.to().course(&walk.course.slug),
        title: walk.course.edition(&walk::language(visit)).title.clone(),
        progress: walk.done_of(),
        ways: onward.ways,
        note: onward.note,
    })
}

async fn rooms(haven: &Haven, visit: &Visit, who: &Who) -> Result<Vec<Room>, Fault> {
    let mut rooms = Vec::new();
    let mut open = |stem: &'static str, now: String| rooms.push(Room { stem, href: visit.to().page(stem), now });
    if let Some(may) = who.may_see_results() {
        open("results", count(visit, "results", lists::count_results(&haven.store, may).await?));
    }
    if let Some(may) = who.may_see_checks() {
        open("checks", checks(haven, visit, may));
    }
    if let Some(may) = who.may_see_enrolments() {
        open("enrolments", count(visit, "enrolments", lists::count_enrolments(&haven.store, may).await?));
    }
    if let Some(may) = who.may_see_people() {
        open("people", count(visit, "people", people::count(&haven.store, may).await?));
    }
    Ok(rooms)
}

fn count(visit: &Visit, stem: &str, count: u64) -> String {
    visit.words.text_with(&format!("{stem}-now"), &[("count", count.into())])
}

fn checks(haven: &Haven, visit: &Visit, may: MaySeeChecks) -> String {
    let shelves = haven.courses.shelves(may);
    let found = |severity| {
        let all = shelves.values().flat_map(|shelf| shelf.diagnostics.iter());
        all.filter(|one| one.severity == severity).count()
    };
    let counts = [("errors", found(Severity::Error).into()), ("warnings", found(Severity::Warning).into())];
    visit.words.text_with("checks-now", &counts)
}
