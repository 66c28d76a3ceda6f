//! Surveys: what is asked of whoever the call speaks for, their replies, and what many said.

use std::collections::BTreeMap;

use assessment::Asks;
use axum::Json;
use axum::extract::{Path, State};
use course::{Fillings, SurveyQuestion as Question, SurveySlug};
use serde::{Deserialize, Serialize};
use store::names::Scope;
use store::surveys::{self, Replied};
use utoipa::ToSchema;

use super::Problem;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::survey::{Stand, problem, read};
use crate::tally::{Answers, Part, Told, told};
use crate::walk::{self, Walk};

/// A survey, as one stands to it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Survey {
    survey: String,
    /// As text.
    title: String,
    /// As HTML.
    instructions: String,
    /// `due`: asked now. `answered`: nothing is asked any more. `later`: not asked yet.
    state: &'static str,
    /// The module that is asked about; none for the whole course.
    part: Option<String>,
    questions: Vec<SurveyQuestion>,
}

/// A question of a survey.
#[derive(Serialize, ToSchema)]
pub(crate) struct SurveyQuestion {
    id: String,
    /// As HTML.
    title: String,
    /// As HTML.
    prompt: String,
    /// `choice`, `choices`, `scale`, `short` or `open`.
    class: &'static str,
    /// Options, or steps from low to high, as HTML: a reply names them by their place from 0.
    options: Vec<String>,
    /// The most words of a text.
    words: Option<usize>,
}

/// What someone replies. They are kept without them.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SurveyReplies {
    /// The module that was asked about, as the survey named it.
    part: Option<String>,
    /// Questions may be left out, but not all of them.
    replies: Vec<SurveyReply>,
}

/// What someone replies to a question.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SurveyReply {
    question: String,
    /// Places of what is picked, or what is written.
    given: Vec<String>,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct SurveyReceipt {
    /// `kept`; or `before`: they had answered it already, and nothing was kept.
    state: &'static str,
}

/// What many said about a part of a course.
#[derive(Serialize, ToSchema)]
pub(crate) struct SurveyPartResult {
    /// The module; none for the whole course.
    part: Option<String>,
    /// How many have answered; none as long as they are fewer than five.
    people: Option<u64>,
    questions: Vec<SurveyQuestionResult>,
}

/// What many said to a question. What people wrote stands on the page alone.
#[derive(Serialize, ToSchema)]
pub(crate) struct SurveyQuestionResult {
    id: String,
    /// How many have answered this one; none as long as they are fewer than five.
    people: Option<u64>,
    /// How many picked each option or step.
    counts: Vec<u64>,
    /// The mean of a scale whose lowest step is 1, exactly: "7/2".
    mean: Option<String>,
}

/// A survey, and whether it is asked now.
#[utoipa::path(get, path = "/api/v1/courses/{course}/surveys/{survey}", operation_id = "showSurvey", tag = "surveys",
    params(("course" = String, Path), ("survey" = String, Path)), security(("token" = ["read"]), ("session" = [])),
    responses((status = 200, body = Survey), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem, description = "No such survey, or not enrolled")))]
pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((slug, survey)): Path<(String, String)>,
) -> Result<Json<Survey>, Fault> {
    visit.within(Scope::Read)?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let stand = Stand::find(&haven, &walk, &survey).await?;
    let page = walk.course.survey(&walk::language(&visit), &stand.asked("").survey).ok_or(Fault::NotFound)?;
    let fillings = haven.countries.fillings(&visit, &walk.course);
    let state = match stand.due() {
        Some(_) => "due",
        None if stand.is_answered() => "answered",
        None => "later",
    };
    Ok(Json(Survey {
        survey,
        title: page.title.clone(),
        instructions: page.instructions.fill(&fillings),
        state,
        part: stand.due().and_then(named),
        questions: page.questions.iter().map(|one| question(one, &fillings)).collect(),
    }))
}

/// Keeps one's replies to a survey, once, apart from oneself.
#[utoipa::path(post, path = "/api/v1/courses/{course}/surveys/{survey}/replies", operation_id = "replyToSurvey",
    tag = "surveys", params(("course" = String, Path), ("survey" = String, Path)), request_body = SurveyReplies,
    security(("token" = ["learn"]), ("session" = [])),
    responses((status = 200, body = SurveyReceipt), (status = 401, body = Problem), (status = 404, body = Problem),
              (status = 400, body = Problem, description = "No such question, or one twice"),
              (status = 403, body = Problem, description = "It is not asked yet"),
              (status = 422, body = Problem, description = "Nothing was replied, or something that cannot be read")))]
pub(crate) async fn reply(
    State(haven): State<Haven>,
    visit: Visit,
    Path((slug, survey)): Path<(String, String)>,
    Json(sent): Json<SurveyReplies>,
) -> Result<Json<SurveyReceipt>, Fault> {
    let who = visit.within(Scope::Learn)?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let stand = Stand::find(&haven, &walk, &survey).await?;
    let asked = stand.asked(&sent.part.unwrap_or_default());
    let may = walk.progress.as_ref().and_then(|progress| who.may_progress(&progress.enrolment));
    let may = may.ok_or(Fault::Forbidden)?;
    if !stand.is_open(&asked.part) {
        return Err(Fault::NotNow(stand.later(&visit.words)));
    }
    let page = walk.course.survey(&walk::language(&visit), &asked.survey).ok_or(Fault::NotFound)?;
    let count = sent.replies.len();
    let given: BTreeMap<String, Vec<String>> =
        sent.replies.into_iter().map(|reply| (reply.question, reply.given)).collect();
    let known = |id: &String| page.questions.iter().any(|question| question.id.as_ref() == id);
    if given.len() < count || !given.keys().all(known) {
        return Err(Fault::BadRequest);
    }
    let unread = |faults: Vec<(_, _)>| {
        let told: Vec<String> = faults.into_iter().map(|(_, why)| problem(&visit.words, why)).collect();
        Fault::Unread(told.join(" "))
    };
    let replies = read(page, |id| given.get(id.as_ref()).map_or(&[], Vec::as_slice)).map_err(unread)?;
    if replies.is_empty() {
        return Err(Fault::Unread(visit.words.text("survey-nothing")));
    }
    let state = match surveys::reply(&haven.store, may, asked, replies).await? {
        Replied::Kept => "kept",
        Replied::Before => "before",
    };
    Ok(Json(SurveyReceipt { state }))
}

/// What many said in a survey, without anybody's name.
#[utoipa::path(get, path = "/api/v1/courses/{course}/surveys/{survey}/results", operation_id = "showSurveyResults",
    tag = "reports", params(("course" = String, Path), ("survey" = String, Path)),
    security(("token" = ["report"]), ("session" = [])),
    responses((status = 200, body = Vec<SurveyPartResult>), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem)))]
pub(crate) async fn results(
    State(haven): State<Haven>,
    visit: Visit,
    Path((slug, survey)): Path<(String, String)>,
) -> Result<Json<Vec<SurveyPartResult>>, Fault> {
    let may = visit.signed_in()?.may_see_results().ok_or(Fault::Forbidden)?;
    let course = haven.courses.open(&slug).ok_or(Fault::NotFound)?;
    let survey = SurveySlug::parse(&survey).map_err(|_| Fault::NotFound)?;
    Ok(Json(told(&haven, may, &course, &survey).await?.into_iter().map(part).collect()))
}

fn named(part: &str) -> Option<String> {
    (!part.is_empty()).then(|| part.to_owned())
}

fn question(one: &Question, fillings: &Fillings) -> SurveyQuestion {
    let (class, words) = match one.asks {
        Asks::Choice(_) => ("choice", None),
        Asks::Choices(_) => ("choices", None),
        Asks::Scale(_) => ("scale", None),
        Asks::Short => ("short", None),
        Asks::Open(words) => ("open", Some(words)),
    };
    SurveyQuestion {
        id: one.id.to_string(),
        title: one.title.fill(fillings),
        prompt: one.prompt.fill(fillings),
        class,
        options: one.options.iter().map(|option| option.fill(fillings)).collect(),
        words,
    }
}

fn part(Part { part, told }: Part<'_>) -> SurveyPartResult {
    let (people, told) = told.unzip();
    let questions = told.unwrap_or_default().into_iter().map(result).collect();
    SurveyPartResult { part: named(&part), people, questions }
}

fn result(Told { question, said }: Told<'_>) -> SurveyQuestionResult {
    let (people, counts, mean) = match said {
        Answers::Few => (None, Vec::new(), None),
        Answers::Picked(tally) => (Some(tally.people), tally.counts, tally.mean.map(|mean| mean.to_string())),
        Answers::Written(people) => (Some(people), Vec::new(), None),
    };
    SurveyQuestionResult { id: question.id.to_string(), people, counts, mean }
}
