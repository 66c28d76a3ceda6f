//! Home: what one may do now, with a first look into each room one's roles open.

use app::pages::learn::{HomePage, Learning, Room};
use app::tongue::Titled;
use axum::extract::State;
use axum::response::Response;
use course::Severity;
use store::learning::Progress;
use store::policy::{MaySeeChecks, Who};
use store::{lists, people};

use crate::pages::ways;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;
use crate::walk::Walk;

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let mut learning = Vec::new();
    for progress in store::learning::all_progress(&haven.store, who.person()).await? {
        let slug = progress.enrolment.course.clone();
        learning.push(match course_line(&haven, &visit, progress).await {
            Err(Fault::Lost(_)) => lost(&visit, slug),
            line => line?,
        });
    }
    let rooms = rooms(&haven, &visit, who).await?;
    let page = HomePage { login: who.login().to_owned(), learning, rooms, catalogue: visit.to().catalogue() };
    Ok(Page::new(visit.words.text("way-home")).draw(&visit, || page.view()))
}

async fn course_line(haven: &Haven, visit: &Visit, progress: Progress) -> Result<Learning, Fault> {
    let of = &progress.enrolment;
    let course = haven.courses.of_enrolment(&haven.store, &of.course, &of.version).await?;
    let walk = Walk::new(course, Some(progress));
    let onward = ways::on(haven, visit, &walk).await?;
    Ok(Learning {
        href: Some(visit.to().course(&walk.course.slug)),
        title: walk.course_titled(visit),
        progress: Some(walk.done_of()),
        ways: onward.ways,
        note: onward.note,
    })
}

/// A course whose version cannot be read, or that of a test taken in it.
fn lost(visit: &Visit, slug: String) -> Learning {
    let note = Some(visit.words.text("lost-note"));
    let title = Titled { text: slug, ..Titled::default() };
    Learning { href: None, title, progress: None, ways: Vec::new(), note }
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
