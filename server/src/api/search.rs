//! Search in a course.

use axum::Json;
use axum::extract::{Path, Query, State};
use course::{Excerpt, Hit};
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::searched::{MOST, Searched};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::walk;

/// A place that was found.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundPlace {
    /// The module.
    module: String,
    /// The lesson; none is the module's opening page.
    lesson: Option<String>,
    title: String,
    /// The text around what was found, in pieces.
    excerpt: Vec<TextPiece>,
}

/// A piece of text.
#[derive(Serialize, ToSchema)]
pub(crate) struct TextPiece {
    text: String,
    /// It is what was looked for.
    found: bool,
}

fn pieces(excerpt: Excerpt) -> Vec<TextPiece> {
    excerpt.into_iter().map(|piece| TextPiece { text: piece.text, found: piece.found }).collect()
}

/// The places in a course that hold some words, best first; twenty at most.
#[utoipa::path(get, path = "/api/v1/courses/{course}/search", operation_id = "searchCourse", tag = "courses",
    params(("course" = String, Path), ("q" = String, Query, description = "The words")),
    responses((status = 200, body = Vec<FoundPlace>), (status = 404, body = Problem)))]
pub(crate) async fn search(
    State(haven): State<Haven>,
    visit: Visit,
    Path(slug): Path<String>,
    Query(searched): Query<Searched>,
) -> Result<Json<Vec<FoundPlace>>, Fault> {
    let course = haven.courses.open(&slug).ok_or(Fault::NotFound)?;
    let (words, fillings) = (searched.words(), haven.countries.fillings(&visit, &course));
    let place = |hit: Hit<'_>| FoundPlace {
        module: hit.module.slug.to_string(),
        lesson: hit.lesson.map(|lesson| lesson.id.to_string()),
        title: hit.lesson.map_or(&hit.module.title, |lesson| &lesson.title).clone(),
        excerpt: pieces(hit.excerpt(&words, &fillings)),
    };
    let hits = course.edition(&walk::language(&visit)).find(&words);
    Ok(Json(hits.into_iter().take(MOST).map(place).collect()))
}
