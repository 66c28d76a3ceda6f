//! What checking found in every course in the folder, and in the country packs.

use app::pages::write::{ChecksPage, CourseCheck, LetStand, PacksCheck};
use app::words::Words;
use axum::extract::State;
use axum::response::Response;
use course::Silenced;

use crate::countries::{Known, name};
use crate::library::Shelf;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page};

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit) -> Result<Response, Fault> {
    let may = visit.signed_in()?.may_see_checks().ok_or(Fault::Forbidden)?;
    let courses = haven.courses.shelves(may).into_iter().map(|(slug, shelf)| check(&visit, slug, &shelf)).collect();
    let packs = packs(&visit.words, &haven.countries.known());
    Ok(Page::new(visit.words.text("checks-title")).draw(&visit, || ChecksPage { courses, packs }.view()))
}

fn packs(words: &Words, known: &Known) -> PacksCheck {
    PacksCheck {
        sound: known.is_sound,
        countries: known.packs.keys().map(|code| name(words, *code)).collect(),
        findings: known.diagnostics.iter().map(|one| view::finding(words, one, &one.file)).collect(),
    }
}

fn check(visit: &Visit, slug: String, shelf: &Shelf) -> CourseCheck {
    CourseCheck {
        slug,
        href: shelf.served.as_ref().map(|course| visit.to().course(&course.slug)),
        sound: shelf.is_sound,
        findings: shelf.diagnostics.iter().map(|one| view::finding(&visit.words, one, &one.file)).collect(),
        silenced: shelf.silenced.iter().map(|one| let_stand(&visit.words, one)).collect(),
    }
}

fn let_stand(words: &Words, one: &Silenced) -> LetStand {
    LetStand {
        place: view::place(&one.diagnostic, &one.diagnostic.file),
        code: one.diagnostic.fault.code(),
        message: view::diagnostic(words, &one.diagnostic),
        reason: one.reason.clone(),
    }
}
