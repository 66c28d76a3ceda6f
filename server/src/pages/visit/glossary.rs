//! The glossary of a course: what its words mean, for everyone.

use app::pages::visit::GlossaryPage;
use axum::extract::{Path, State};
use axum::response::Response;

use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;
use crate::walk::{self, Walk};

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let edition = walk.course.edition(&walk::language(&visit));
    let glossary = edition.glossary.as_ref().ok_or(Fault::NotFound)?;
    let fillings = haven.countries.fillings_in(&visit, &glossary.language);
    let page = GlossaryPage {
        course: (walk.course_titled(&visit), visit.to().course(&walk.course.slug)),
        title: glossary.title.clone(),
        tongue: walk::tongue_of(&visit, &glossary.language),
        untranslated: walk::is_untranslated(&visit, &walk.course, &glossary.language),
        introduction: glossary.introduction.fill(&fillings),
        terms: glossary.terms.fill(&fillings),
        country: haven.countries.note(&visit, glossary.has_slots()),
    };
    Ok(Page::new(glossary.title.clone()).of_course(&visit, &walk.course).draw(&visit, || page.view()))
}
