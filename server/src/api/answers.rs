//! One answer of a sitting, kept durably before it is acknowledged.

use app::words::Words;
use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use store::AnswerId;
use store::attempts::{self, NewAnswer, Receipt};
use store::names::Scope;
use utoipa::ToSchema;

use super::Problem;
use crate::asked::problem;
use crate::grading::Sitting;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;

/// What the page sends.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Sent {
    /// Minted in the page: the same one twice is one answer.
    #[schema(value_type = uuid::Uuid)]
    answer: AnswerId,
    /// The tab it was given in.
    tab: String,
    /// Its number within the tab.
    seq: u32,
    /// The question's id.
    question: String,
    /// Positions as shown: one value an option that was picked, or one a row or step; or what was typed, one value a field.
    given: Vec<String>,
}

/// What the page may show.
#[derive(Serialize, ToSchema)]
pub(crate) struct Receipted {
    /// The answer that is kept.
    #[schema(value_type = uuid::Uuid)]
    answer: AnswerId,
    /// `safe`: in time. `late`: kept, and not counted.
    state: &'static str,
}

/// Keeps one answer of one's sitting, durably before it is acknowledged.
#[utoipa::path(post, path = "/api/v1/attempts/{attempt}/answers", operation_id = "keepAnswer", tag = "tests",
    params(("attempt" = uuid::Uuid, Path)), request_body = Sent, security(("token" = ["learn"]), ("session" = [])),
    responses((status = 200, body = Receipted), (status = 401, body = Problem), (status = 403, body = Problem),
              (status = 404, body = Problem),
              (status = 400, body = Problem, description = "No such question or option"),
              (status = 422, body = Problem, description = "What was typed can be read in no way, or in two"),
              (status = 429, body = Problem, description = "More answers than a person gives")))]
pub(crate) async fn keep(
    State(haven): State<Haven>,
    visit: Visit,
    Path(id): Path<String>,
    Json(sent): Json<Sent>,
) -> Result<Json<Receipted>, Fault> {
    let who = visit.within(Scope::Learn)?;
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let attempt = attempts::find(&haven.store, id).await?.ok_or(Fault::NotFound)?;
    let may = who.may_answer(&attempt).ok_or(Fault::NotFound)?;
    let course = haven.courses.exactly(&haven.store, &attempt.course, &attempt.version).await?;
    let answer = sent.answer;
    let new = read(Sitting::new(attempt, course, &[]), sent, &visit.words)?;
    let receipts = attempts::answer(&haven.store, may, vec![new]).await??;
    let state = if receipts == [Receipt::Counted] { "safe" } else { "late" };
    Ok(Json(Receipted { answer, state }))
}

/// The answer by the options' places in the source, if the question was drawn and has such options.
fn read(sitting: Sitting, sent: Sent, words: &Words) -> Result<NewAnswer, Fault> {
    let found = sitting.questions().find(|(drawn, _)| drawn.question == sent.question);
    let (drawn, question) = found.ok_or(Fault::BadRequest)?;
    let unread = |misread| problem(words, misread, &sent.given).map_or(Fault::BadRequest, Fault::Unread);
    let given = sitting.read(drawn, question, &sent.given).map_err(unread)?;
    let tab = sent.tab.chars().filter(|c| !c.is_control()).take(64).collect();
    Ok(NewAnswer { id: sent.answer, question: sent.question, tab, seq: sent.seq.into(), given })
}
