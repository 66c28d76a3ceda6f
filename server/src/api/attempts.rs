//! One's own sittings: begun, seen, submitted. The key is never here; feedback is, once the course allows it.

use app::parts::{Asked, AskedBody};
use app::tongue::Tongue;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use course::{Feedback, Fillings, Step, TestSlug};
use serde::{Deserialize, Serialize};
use store::attempts::{self, Begun};
use store::names::Scope;
use store::{AttemptId, Moment, fresh};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Problem;
use crate::asked::asked;
use crate::drawing::draw;
use crate::grading::{self, Sitting};
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;
use crate::walk::Walk;

/// A sitting.
#[derive(Serialize, ToSchema)]
pub(crate) struct Attempt {
    id: Uuid,
    course: String,
    test: String,
    /// RFC 3339.
    started: String,
    /// When the server's clock ends it, if there is a limit.
    deadline: Option<String>,
    /// When it was ended.
    ended: Option<String>,
    /// The time was up; nobody submitted it.
    by_clock: bool,
    /// The drawn questions in their order.
    questions: Vec<AttemptQuestion>,
    /// What it is worth, once it is ended.
    result: Option<AttemptResult>,
}

/// A question as it is asked.
#[derive(Default, Serialize, ToSchema)]
pub(crate) struct AttemptQuestion {
    id: String,
    /// As HTML.
    title: String,
    /// As HTML.
    prompt: String,
    /// `choice`, `choices`, `hotspot`, `order`, `match`, `blanks`, `number` or `short`.
    class: &'static str,
    /// Options as HTML, in the order shown: an answer names them by their place from 0. Of a hotspot, what is in each region.
    options: Vec<String>,
    /// The picture of a hotspot, as HTML.
    picture: Option<String>,
    /// Where in the picture each option of a hotspot is: x, y, width and height in percent.
    regions: Vec<[f64; 4]>,
    /// Rows of a match, as HTML: an answer gives one place of `targets` for each. Steps of an order: an answer gives the place of
    /// each, from 0.
    rows: Vec<String>,
    /// Targets of a match, as text, in the order shown.
    targets: Vec<String>,
    /// Text of blanks, as HTML before, between and after the gaps: an answer gives what stands in each.
    text: Vec<String>,
    /// What the gaps offer, as text; nothing where one types.
    choices: Vec<String>,
    /// What may stand after a number.
    unit: Option<String>,
    /// The answer that counts so far: places as shown, or what was typed.
    given: Vec<String>,
}

/// What a sitting is worth. Points are exact: "7", "1/2", "2 1/3".
#[derive(Serialize, ToSchema)]
pub(crate) struct AttemptResult {
    earned: String,
    of: String,
    /// Rounded down.
    percent: u32,
    /// None where the test is taken and not passed.
    passed: Option<bool>,
    /// The points of each question, if the course shows them.
    questions: Option<Vec<QuestionResult>>,
}

/// What a question earned.
#[derive(Serialize, ToSchema)]
pub(crate) struct QuestionResult {
    id: String,
    earned: String,
    of: u32,
}

/// A sitting to begin.
#[derive(Default, Deserialize, ToSchema)]
pub(crate) struct NewAttempt {
    /// Minted by the caller: the same one twice begins one sitting.
    id: Option<Uuid>,
}

/// One's sittings of a test, the first first.
#[utoipa::path(get, path = "/api/v1/courses/{course}/tests/{test}/attempts", operation_id = "listAttempts", tag = "tests",
    params(("course" = String, Path), ("test" = String, Path)), security(("token" = ["read"]), ("session" = [])),
    responses((status = 200, body = Vec<Attempt>), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem)))]
pub(crate) async fn list(
    State(haven): State<Haven>,
    visit: Visit,
    Path((slug, test)): Path<(String, String)>,
) -> Result<Json<Vec<Attempt>>, Fault> {
    visit.within(Scope::Read)?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let test = TestSlug::parse(&test).map_err(|_| Fault::NotFound)?;
    let enrolment = &walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment;
    let record = grading::record(&haven, enrolment, &walk.course, &test).await?;
    Ok(Json(record.tries.iter().map(|one| state(&haven, &visit, one)).collect()))
}

/// Begins a sitting, or goes back to the one that is open.
#[utoipa::path(post, path = "/api/v1/courses/{course}/tests/{test}/attempts", operation_id = "beginAttempt", tag = "tests",
    params(("course" = String, Path), ("test" = String, Path)), request_body = NewAttempt,
    security(("token" = ["learn"]), ("session" = [])),
    responses((status = 201, body = Attempt), (status = 401, body = Problem), (status = 404, body = Problem),
              (status = 403, body = Problem, description = "Not open yet, no try left, or too soon after the last")))]
pub(crate) async fn begin(
    State(haven): State<Haven>,
    visit: Visit,
    Path((slug, test)): Path<(String, String)>,
    Json(new): Json<NewAttempt>,
) -> Result<(StatusCode, Json<Attempt>), Fault> {
    let who = visit.within(Scope::Learn)?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let test = TestSlug::parse(&test).map_err(|_| Fault::NotFound)?;
    let id = AttemptId(new.id.unwrap_or_else(fresh));
    let new = draw(&walk.course, &test, id)?;
    let enrolment = &walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment;
    let may = who.may_progress(enrolment).ok_or(Fault::Forbidden)?;
    if !walk.is_open(&Step::Test(test)) {
        return Err(Fault::NotNow(visit.words.text("step-locked")));
    }
    let id = begun(&visit, attempts::begin(&haven.store, may, new).await?)?;
    Ok((StatusCode::CREATED, Json(state(&haven, &visit, &grading::own(&haven, &visit, &id.to_string()).await?))))
}

fn begun(visit: &Visit, begun: Begun) -> Result<AttemptId, Fault> {
    match begun {
        Begun::Open(id) => Ok(id),
        Begun::NoneLeft => Err(Fault::NotNow(visit.words.text("test-none-left"))),
        Begun::Wait(until) => {
            let until = view::when(&visit.words, until).text;
            Err(Fault::NotNow(visit.words.text_with("test-wait", &[("until", until.into())])))
        }
    }
}

/// One's own sitting.
#[utoipa::path(get, path = "/api/v1/attempts/{attempt}", operation_id = "showAttempt", tag = "tests",
    params(("attempt" = Uuid, Path)), security(("token" = ["read"]), ("session" = [])),
    responses((status = 200, body = Attempt), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem)))]
pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Json<Attempt>, Fault> {
    visit.within(Scope::Read)?;
    Ok(Json(state(&haven, &visit, &grading::own(&haven, &visit, &id).await?)))
}

/// Submits one's sitting, once.
#[utoipa::path(post, path = "/api/v1/attempts/{attempt}/submission", operation_id = "submitAttempt", tag = "tests",
    params(("attempt" = Uuid, Path)), security(("token" = ["learn"]), ("session" = [])),
    responses((status = 200, body = Attempt), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem)))]
pub(crate) async fn submit(
    State(haven): State<Haven>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Json<Attempt>, Fault> {
    let who = visit.within(Scope::Learn)?;
    let sitting = grading::own(&haven, &visit, &id).await?;
    let may = who.may_answer(&sitting.attempt).ok_or(Fault::Forbidden)?;
    attempts::submit(&haven.store, may).await?;
    Ok(Json(state(&haven, &visit, &grading::own(&haven, &visit, &id).await?)))
}

fn state(haven: &Haven, visit: &Visit, sitting: &Sitting) -> Attempt {
    let fillings = haven.countries.fillings(visit, &sitting.course);
    let attempt = &sitting.attempt;
    let ended = attempt.ended(haven.store.now());
    Attempt {
        id: attempt.id.0,
        course: attempt.course.clone(),
        test: attempt.test.clone(),
        started: attempt.started.rfc3339(),
        deadline: attempt.deadline.map(Moment::rfc3339),
        ended: ended.map(|end| end.at.rfc3339()),
        by_clock: ended.is_some_and(|end| end.by_clock),
        questions: sitting.questions().map(|(drawn, question)| shown(sitting, drawn, question, &fillings)).collect(),
        result: ended.map(|_| result(sitting)),
    }
}

fn shown(
    sitting: &Sitting,
    drawn: &assessment::Presented,
    question: &course::Question,
    fillings: &Fillings,
) -> AttemptQuestion {
    let given = sitting.answers.get(&drawn.question);
    let given = given.map(|answer| assessment::show_answer(&question.item, &drawn.order, answer)).unwrap_or_default();
    let Asked { id, title, prompt, body, given, .. } =
        asked(question, String::new(), &drawn.order, given, (fillings, Tongue::default()));
    let blank = AttemptQuestion { id, title, prompt, given, ..AttemptQuestion::default() };
    match body {
        AskedBody::Options { many: false, options } => AttemptQuestion { class: "choice", options, ..blank },
        AskedBody::Options { many: true, options } => AttemptQuestion { class: "choices", options, ..blank },
        AskedBody::Hotspot { options, .. } => {
            let (picture, regions) = pointed_at(question, drawn, fillings).unzip();
            AttemptQuestion { class: "hotspot", picture, options, regions: regions.unwrap_or_default(), ..blank }
        }
        AskedBody::Order(rows) => AttemptQuestion { class: "order", rows, ..blank },
        AskedBody::Match { rows, targets, .. } => AttemptQuestion { class: "match", rows, targets, ..blank },
        AskedBody::Blanks { text, choices } => AttemptQuestion { class: "blanks", text, choices, ..blank },
        AskedBody::Number(unit) => AttemptQuestion { class: "number", unit: Some(unit), ..blank },
        AskedBody::Short => AttemptQuestion { class: "short", ..blank },
    }
}

/// The picture of a hotspot, and its regions in the order shown.
fn pointed_at(
    question: &course::Question,
    drawn: &assessment::Presented,
    fillings: &Fillings,
) -> Option<(String, Vec<[f64; 4]>)> {
    let course::Body::Hotspot { picture, regions, .. } = &question.body else { return None };
    let shown = drawn.order.iter().filter_map(|at| regions.get(*at)).map(|region| region.percent());
    Some((picture.fill(fillings), shown.collect()))
}

fn result(sitting: &Sitting) -> AttemptResult {
    let total = sitting.total();
    let shows = sitting.settings().is_some_and(|settings| settings.feedback != Feedback::Never);
    let question = |question: &course::Question| {
        let score = sitting.score(question);
        QuestionResult { id: question.id.to_string(), earned: view::points(score.earned), of: score.of }
    };
    AttemptResult {
        earned: view::points(total.earned),
        of: view::points(total.of),
        percent: grading::percent(total),
        passed: sitting.passed(),
        questions: shows.then(|| sitting.questions().map(|(_, one)| question(one)).collect()),
    }
}
