//! The courses that are open, and how far the visitor is in each.

use app::pages::visit::{Catalogue, CourseLine};
use axum::extract::State;
use axum::response::Response;
use course::Course;
use store::learning::Progress;

use crate::library::Lost;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page, kilobytes};
use crate::walk::{self, Walk};

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit) -> Result<Response, Fault> {
    let mut mine = match &visit.who {
        Some(who) => store::learning::all_progress(&haven.store, who.person()).await?,
        None => Vec::new(),
    };
    let (mut courses, mut has_slots) = (Vec::new(), false);
    for course in haven.courses.all_open() {
        let progress = match mine.iter().position(|one| one.enrolment.course == course.slug.as_ref()) {
            Some(at) => done(&haven, mine.swap_remove(at)).await?,
            None => None,
        };
        has_slots |= course.edition(&walk::language(&visit)).summary.has_slots();
        courses.push(line(&haven, &visit, &course, progress));
    }
    let country = haven.countries.note(&visit, has_slots);
    let page = Page::new(visit.words.text("catalogue-title"));
    Ok(page.draw(&visit, || Catalogue { courses, country }.view()))
}

/// How many steps are done of how many, in the version one is on. None if that cannot be read.
async fn done(haven: &Haven, progress: Progress) -> Result<Option<(usize, usize)>, Fault> {
    let of = &progress.enrolment;
    match haven.courses.of_enrolment(&haven.store, &of.course, &of.version).await {
        Ok(course) => Ok(Some(Walk::new(course, Some(progress)).done_of())),
        Err(Lost::Unreadable { .. }) => Ok(None),
        Err(away) => Err(away.into()),
    }
}

fn line(haven: &Haven, visit: &Visit, course: &Course, progress: Option<(usize, usize)>) -> CourseLine {
    let language = walk::language(visit);
    let edition = course.edition(&language);
    CourseLine {
        href: visit.to().course(&course.slug),
        title: edition.title.clone(),
        tongue: walk::tongue(visit, course),
        summary: edition.summary.fill(&haven.countries.fillings(visit, course)),
        hours: course.settings.hours.map(|hours| view::hours(&visit.words, &hours.to_string())),
        kilobytes: kilobytes(super::course::bytes(course, &language)),
        progress,
    }
}
