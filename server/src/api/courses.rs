//! The courses that are open to everyone.

use axum::Json;
use axum::extract::{Path, State};
use course::Course;
use serde::Serialize;
use utoipa::ToSchema;

use super::Problem;
use crate::said::pass_mark;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::walk;

/// A course as it is listed.
#[derive(Serialize, ToSchema)]
pub(crate) struct CourseSummary {
    /// Its name in addresses.
    slug: String,
    /// The organiser's code.
    code: String,
    /// Its title, as text.
    title: String,
    /// What it is about, as HTML.
    summary: String,
    /// The tags of its languages.
    languages: Vec<String>,
    /// Its hours, such as "3.5".
    hours: Option<String>,
    /// The hash of the version that is open now.
    version: String,
}

/// A course with what is in it.
#[derive(Serialize, ToSchema)]
pub(crate) struct CourseDetail {
    #[serde(flatten)]
    summary: CourseSummary,
    /// Its modules in their order.
    modules: Vec<ModuleDetail>,
    /// Its tests.
    tests: Vec<TestDetail>,
    /// Its surveys.
    surveys: Vec<SurveyDetail>,
}

/// A module.
#[derive(Serialize, ToSchema)]
pub(crate) struct ModuleDetail {
    slug: String,
    title: String,
    /// How long it takes.
    minutes: Option<u32>,
    lessons: Vec<LessonDetail>,
}

/// A lesson.
#[derive(Serialize, ToSchema)]
pub(crate) struct LessonDetail {
    id: String,
    title: String,
    /// How many words it has, practice included.
    words: usize,
}

/// A test and its rules.
#[derive(Serialize, ToSchema)]
pub(crate) struct TestDetail {
    slug: String,
    title: String,
    /// How many questions are drawn.
    questions: usize,
    /// Its time, if there is a limit.
    minutes: Option<u32>,
    /// How many tries there are, if there is a limit.
    attempts: Option<u32>,
    /// The pass mark in words; none where it is taken and not passed.
    pass: Option<String>,
}

/// A survey.
#[derive(Serialize, ToSchema)]
pub(crate) struct SurveyDetail {
    slug: String,
    title: String,
    /// How many questions it asks.
    questions: usize,
}

/// The courses that are open.
#[utoipa::path(get, path = "/api/v1/courses", operation_id = "listCourses", tag = "courses",
    responses((status = 200, body = Vec<CourseSummary>)))]
pub(crate) async fn list(State(haven): State<Haven>, visit: Visit) -> Json<Vec<CourseSummary>> {
    let open = haven.courses.all_open();
    Json(open.iter().map(|course| summary(&haven, &visit, course)).collect())
}

/// A course with its modules, lessons and tests.
#[utoipa::path(get, path = "/api/v1/courses/{course}", operation_id = "showCourse", tag = "courses",
    params(("course" = String, Path)),
    responses((status = 200, body = CourseDetail), (status = 404, body = Problem)))]
pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path(slug): Path<String>,
) -> Result<Json<CourseDetail>, Fault> {
    let course = haven.courses.open(&slug).ok_or(Fault::NotFound)?;
    let edition = course.edition(&walk::language(&visit));
    let lesson =
        |one: &course::Lesson| LessonDetail { id: one.id.to_string(), title: one.title.clone(), words: one.words };
    let module = |one: &course::Module| ModuleDetail {
        slug: one.slug.to_string(),
        title: one.title.clone(),
        minutes: one.minutes,
        lessons: one.lessons.iter().map(lesson).collect(),
    };
    let tests = course.settings.tests.iter().map(|(slug, settings)| TestDetail {
        slug: slug.to_string(),
        title: edition.tests.get(slug).map(|page| page.title.clone()).unwrap_or_default(),
        questions: settings.draw.iter().map(|draw| draw.pick).sum(),
        minutes: settings.minutes,
        attempts: settings.attempts,
        pass: pass_mark(&visit, settings),
    });
    let language = walk::language(&visit);
    let surveys = course.surveys().into_iter().filter_map(|(slug, _)| {
        let page = course.survey(&language, slug)?;
        Some(SurveyDetail { slug: slug.to_string(), title: page.title.clone(), questions: page.questions.len() })
    });
    let (modules, surveys) = (edition.modules.iter().map(|one| module(one)).collect(), surveys.collect());
    Ok(Json(CourseDetail { summary: summary(&haven, &visit, &course), modules, tests: tests.collect(), surveys }))
}

fn summary(haven: &Haven, visit: &Visit, course: &Course) -> CourseSummary {
    let edition = course.edition(&walk::language(visit));
    CourseSummary {
        slug: course.slug.to_string(),
        code: course.settings.code.clone(),
        title: edition.title.clone(),
        summary: edition.summary.fill(&haven.countries.fillings(visit, course)),
        languages: course.editions.keys().map(ToString::to_string).collect(),
        hours: course.settings.hours.map(|hours| hours.to_string()),
        version: course.version.hash.to_string(),
    }
}
