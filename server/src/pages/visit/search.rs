//! Search in a course: open to whoever may read its page, with links to what they may open now.

use app::pages::visit::{Found, SearchPage};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use course::{Excerpt, Fillings, Hit, Lesson, Step};

use crate::searched::{MOST, Searched};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;
use crate::walk::{self, Walk};

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug)): Path<(String, String)>,
    Query(searched): Query<Searched>,
) -> Result<Response, Fault> {
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let edition = walk.course.edition(&walk::language(&visit));
    let fillings = haven.countries.fillings(&visit, &walk.course);
    let typed = searched.words();
    let hits = edition.find(&typed);
    let found = hits.iter().take(MOST).map(|hit| found(&visit, &walk, *hit, (&typed, &fillings)));
    let to = visit.to();
    let page = SearchPage {
        course: (walk.course_titled(&visit), to.course(&walk.course.slug)),
        href: to.search(&walk.course.slug),
        enrolled: walk.progress.is_some(),
        all: hits.len(),
        found: found.collect(),
        typed,
    };
    Ok(Page::new(visit.words.text("search-title")).of_course(&visit, &walk.course).draw(&visit, || page.view()))
}

fn found(visit: &Visit, walk: &Walk, hit: Hit<'_>, (typed, fillings): (&str, &Fillings)) -> Found {
    let (to, slug) = (visit.to(), &walk.course.slug);
    let drawn = |pieces: Excerpt| pieces.into_iter().map(|piece| (piece.text, piece.found)).collect();
    let step = |lesson: &Lesson| Step::Lesson { module: hit.module.slug.clone(), lesson: lesson.id.clone() };
    Found {
        title: drawn(hit.title(typed)),
        module: hit.lesson.map(|_| walk::titled(visit, &hit.module.title, &hit.module.language)),
        tongue: walk::tongue_of(visit, hit.lesson.map_or(&hit.module.language, |lesson| &lesson.language)),
        href: match hit.lesson.map(step) {
            None => Some(to.module(slug, &hit.module.slug)),
            Some(step) => walk.is_open(&step).then(|| to.step(slug, &step)),
        },
        excerpt: drawn(hit.excerpt(typed, fillings)),
    }
}
