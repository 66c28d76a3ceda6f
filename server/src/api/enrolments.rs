//! One's own enrolment in a course, and how far one is.

use axum::Json;
use axum::extract::{Path, State};
use course::Step;
use serde::Serialize;
use store::names::Scope;
use utoipa::ToSchema;

use super::Problem;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::walk::Walk;

/// An enrolment and its progress.
#[derive(Serialize, ToSchema)]
pub(crate) struct Enrolment {
    course: String,
    /// The hash of the version that is served.
    version: String,
    /// The steps of the course in their order.
    steps: Vec<StepState>,
}

/// A step of the way through a course.
#[derive(Serialize, ToSchema)]
pub(crate) struct StepState {
    /// `lesson` or `test`.
    kind: &'static str,
    /// The lesson's module.
    module: Option<String>,
    /// The lesson's id or the test's slug.
    id: String,
    /// A lesson completed, a test submitted.
    done: bool,
    /// It may be opened now.
    open: bool,
}

/// One's enrolment in a course.
#[utoipa::path(get, path = "/api/v1/courses/{course}/enrolment", operation_id = "showEnrolment", tag = "learning",
    params(("course" = String, Path)), security(("token" = ["read"]), ("session" = [])),
    responses((status = 200, body = Enrolment), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem, description = "No such course, or not enrolled")))]
pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Json<Enrolment>, Fault> {
    visit.within(Scope::Read)?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    if walk.progress.is_none() { Err(Fault::NotFound) } else { Ok(Json(state(&walk))) }
}

/// Enrols, once.
#[utoipa::path(put, path = "/api/v1/courses/{course}/enrolment", operation_id = "enrol", tag = "learning",
    params(("course" = String, Path)), security(("token" = ["learn"]), ("session" = [])),
    responses((status = 200, body = Enrolment), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem)))]
pub(crate) async fn enrol(
    State(haven): State<Haven>,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Json<Enrolment>, Fault> {
    let may = visit.within(Scope::Learn)?.may_learn().ok_or(Fault::Forbidden)?;
    let course = haven.courses.open(&slug).ok_or(Fault::NotFound)?;
    store::learning::enrol(&haven.store, may, slug.clone(), course.version.hash.to_string()).await?;
    Ok(Json(state(&Walk::find(&haven, &visit, &slug).await?)))
}

/// Completes a lesson, once.
#[utoipa::path(put, path = "/api/v1/courses/{course}/lessons/{lesson}/completion", operation_id = "completeLesson",
    tag = "learning", params(("course" = String, Path), ("lesson" = String, Path)),
    security(("token" = ["learn"]), ("session" = [])),
    responses((status = 200, body = Enrolment), (status = 401, body = Problem),
              (status = 403, body = Problem, description = "Not open yet: the course is taken in order"),
              (status = 404, body = Problem)))]
pub(crate) async fn complete(
    State(haven): State<Haven>,
    visit: Visit,
    Path((slug, lesson)): Path<(String, String)>,
) -> Result<Json<Enrolment>, Fault> {
    let who = visit.within(Scope::Learn)?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let is_it = |step: &&Step| matches!(step, Step::Lesson { lesson: id, .. } if id.as_ref() == lesson);
    let step = walk.steps.iter().find(is_it).ok_or(Fault::NotFound)?;
    let enrolment = &walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment;
    let may = who.may_progress(enrolment).ok_or(Fault::Forbidden)?;
    if !walk.is_open(step) {
        return Err(Fault::NotNow(visit.words.text("step-locked")));
    }
    store::learning::complete(&haven.store, may, lesson).await?;
    Ok(Json(state(&Walk::find(&haven, &visit, &slug).await?)))
}

fn state(walk: &Walk) -> Enrolment {
    let step = |step: &Step| {
        let (done, open) = (walk.is_done(step), walk.is_open(step));
        match step {
            Step::Lesson { module, lesson } => {
                StepState { kind: "lesson", module: Some(module.to_string()), id: lesson.to_string(), done, open }
            }
            Step::Test(test) => StepState { kind: "test", module: None, id: test.to_string(), done, open },
        }
    };
    Enrolment {
        course: walk.course.slug.to_string(),
        version: walk.course.version.hash.to_string(),
        steps: walk.steps.iter().map(step).collect(),
    }
}
