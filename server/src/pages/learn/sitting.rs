//! A sitting: the questions while it is open, the review before submitting, the result afterwards, all at one address, so that
//! a reload, a second tab and the back button lead to what is true now.

use app::pages::learn::{Hidden, ResultPage, ReviewPage, SittingPage};
use app::parts::{Asked, AskedBody, AskedOption};
use assessment::{Presented, read_answer, show_answer};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use course::{Body, Feedback, Question, Step, TestSlug};
use store::attempts::{self, NewAnswer, Submitted};
use store::{AnswerId, fresh};

use super::marked::marked;
use super::test::pass_mark;
use crate::grading::{self, Graded};
use crate::pages::onward;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{self, Page};
use crate::walk::{self, Walk};

type At = Path<(String, String, String, String)>;

/// Finds the sitting, if it is the visitor's: of anyone else's they learn nothing.
async fn find(haven: &Haven, visit: &Visit, slug: &str, test: &str, id: &str) -> Result<Graded, Fault> {
    let who = visit.signed_in()?;
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let attempt = attempts::find(&haven.store, id).await?.ok_or(Fault::NotFound)?;
    let may = who.may_answer(&attempt).is_some() && attempt.course == slug && attempt.test == test;
    let mut graded = grading::grade_all(haven, if may { vec![attempt] } else { Vec::new() }).await?;
    graded.pop().ok_or(Fault::NotFound)
}

/// Something was kept just now.
#[derive(serde::Deserialize)]
pub(crate) struct Saved {
    saved: Option<String>,
}

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test, id)): At,
    Query(saved): Query<Saved>,
) -> Result<Response, Fault> {
    let sitting = find(&haven, &visit, &slug, &test, &id).await?;
    match sitting.attempt.ended(haven.store.now()) {
        Some(end) => result(&haven, &visit, &sitting, end).await,
        None => Ok(questions(&haven, &visit, &sitting, saved.saved.is_some())),
    }
}

fn title(visit: &Visit, sitting: &Graded) -> String {
    let edition = sitting.course.edition(&walk::language(visit));
    let page = TestSlug::parse(&sitting.attempt.test).ok().and_then(|test| edition.tests.get(&test));
    page.map(|page| page.title.clone()).unwrap_or_default()
}

fn here(visit: &Visit, sitting: &Graded) -> String {
    let test = TestSlug::parse(&sitting.attempt.test).expect("it was begun under this slug");
    visit.to().attempt(&sitting.course.slug, &test, sitting.attempt.id)
}

/// Where single answers are sent.
fn answers(sitting: &Graded) -> String {
    format!("/api/v1/attempts/{}/answers", sitting.attempt.id)
}

fn questions(haven: &Haven, visit: &Visit, sitting: &Graded, saved: bool) -> Response {
    let now = haven.store.now();
    let title = title(visit, sitting);
    let page = SittingPage {
        title: title.clone(),
        language: walk::shown(&sitting.course, &walk::language(visit)),
        action: here(visit, sitting),
        answers: answers(sitting),
        attempt: sitting.attempt.id.to_string(),
        tab: fresh().to_string(),
        questions: sitting
            .questions()
            .enumerate()
            .map(|(at, (drawn, question))| asked(sitting, at + 1, drawn, question))
            .collect(),
        left: sitting.attempt.deadline.map(|end| (end.0 - now.0, view::date_time(&visit.words, end))),
        answered: sitting.answered(),
        saved,
    };
    Page::new(title).with_keep().draw(visit, || page.view())
}

/// A question with its fields. What was given is shown by position, as the form will send it.
fn asked(sitting: &Graded, number: usize, drawn: &Presented, question: &Question) -> (Asked, Hidden) {
    let given = sitting.answers.get(&drawn.question);
    let shown = given.map_or_else(|| untouched(question), |answer| show_answer(&question.item, &drawn.order, answer));
    let hidden = Hidden { answer: fresh().to_string(), was: shown.join(","), answered: sitting.is_answered(question) };
    let asked = Asked {
        number,
        id: drawn.question.clone(),
        title: question.title.to_string(),
        prompt: question.prompt.to_string(),
        body: asked_body(question, &drawn.order, &shown),
        hints: question.hints.iter().map(ToString::to_string).collect(),
    };
    (asked, hidden)
}

/// What a form sends of a question that nobody has touched: nothing, or nothing for every row.
fn untouched(question: &Question) -> Vec<String> {
    match &question.body {
        Body::Options(_) => Vec::new(),
        Body::Match { rows, .. } => vec![String::new(); rows.len()],
    }
}

fn asked_body(question: &Question, order: &[usize], shown: &[String]) -> AskedBody {
    match &question.body {
        Body::Options(options) => AskedBody::Options {
            many: matches!(question.item.key, assessment::Key::Choices { .. }),
            options: order
                .iter()
                .enumerate()
                .filter_map(|(place, source)| {
                    let text = options.get(*source)?.text.to_string();
                    Some(AskedOption { text, picked: shown.contains(&place.to_string()) })
                })
                .collect(),
        },
        Body::Match { heads, rows, targets } => AskedBody::Match {
            heads: heads.clone().map(|head| head.to_string()),
            rows: rows
                .iter()
                .enumerate()
                .map(|(row, text)| (text.to_string(), shown.get(row).and_then(|at| at.parse().ok())))
                .collect(),
            targets: order.iter().filter_map(|source| targets.get(*source)).map(course::Html::to_text).collect(),
        },
    }
}

/// Whatever button was pressed, what was chosen is kept first.
pub(crate) async fn keep(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test, id)): At,
    fields: Fields,
) -> Result<Response, Fault> {
    let sitting = find(&haven, &visit, &slug, &test, &id).await?;
    let may = visit.signed_in()?.may_answer(&sitting.attempt).ok_or(Fault::NotFound)?;
    let here = here(&visit, &sitting);
    let new = changed(&sitting, &fields);
    if !new.is_empty() {
        attempts::answer(&haven.store, may, new).await?;
    }
    match fields.one("do") {
        "submit" => {
            attempts::submit(&haven.store, may).await?;
            Ok(onward(&here))
        }
        "review" if sitting.attempt.is_open(haven.store.now()) => Ok(onward(&format!("{here}/review"))),
        _ => Ok(onward(&format!("{here}?saved=1"))),
    }
}

/// The answers that differ from what the form showed when it was made. One that was not touched is no answer: an old form
/// must not take back what was said later in another tab.
fn changed(sitting: &Graded, fields: &Fields) -> Vec<NewAnswer> {
    let (tab, seq) = place(fields);
    let mut new = Vec::new();
    for (at, (drawn, question)) in sitting.questions().enumerate() {
        let number = at + 1;
        let (id, was) = (format!("a{number}"), format!("w{number}"));
        let values = values(fields, number, question);
        if !fields.has(&id) || values.join(",") == fields.one(&was) {
            continue;
        }
        let Ok(given) = read_answer(&question.item, &drawn.order, &values) else { continue };
        let id = fields.one(&id).parse().unwrap_or_else(|_| AnswerId(fresh()));
        new.push(NewAnswer { id, question: drawn.question.clone(), tab: tab.clone(), seq, given });
    }
    new
}

/// Where a form's answers stand in the order of their tab. A script counts them; a form without one is a tab of its own each
/// time it is sent, for the back button may bring it back and send it again with something else.
fn place(fields: &Fields) -> (String, i64) {
    match fields.one("seq").parse() {
        Ok(seq) if seq > 0 => (fields.one("tab").chars().take(64).collect(), seq),
        _ => (fresh().to_string(), 0),
    }
}

fn values(fields: &Fields, number: usize, question: &Question) -> Vec<String> {
    match &question.body {
        Body::Options(_) => fields.all(&format!("q{number}")).to_vec(),
        Body::Match { rows, .. } => {
            (0..rows.len()).map(|row| fields.one(&format!("q{number}-{row}")).to_owned()).collect()
        }
    }
}

pub(crate) async fn review(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, test, id)): At,
) -> Result<Response, Fault> {
    let sitting = find(&haven, &visit, &slug, &test, &id).await?;
    let here = here(&visit, &sitting);
    if !sitting.attempt.is_open(haven.store.now()) {
        return Ok(onward(&here));
    }
    let line =
        |question: &Question| (question.title.to_string(), question.id.to_string(), sitting.is_answered(question));
    let page = ReviewPage {
        title: title(&visit, &sitting),
        language: walk::shown(&sitting.course, &walk::language(&visit)),
        back: here.clone(),
        action: here,
        questions: sitting.questions().map(|(_, question)| line(question)).collect(),
        until: sitting.attempt.deadline.map(|end| view::date_time(&visit.words, end)),
    };
    Ok(Page::new(visit.words.text("review-title")).draw(&visit, || page.view()))
}

async fn result(haven: &Haven, visit: &Visit, sitting: &Graded, end: Submitted) -> Result<Response, Fault> {
    let settings = sitting.settings().ok_or(Fault::NotFound)?;
    let total = sitting.total();
    let title = title(visit, sitting);
    let edition = sitting.course.edition(&walk::language(visit));
    let mark =
        pass_mark(visit, settings).map(|mark| visit.words.text_with("score-pass-mark", &[("mark", mark.into())]));
    let shows_feedback = settings.feedback != Feedback::Never;
    let page = ResultPage {
        course: (edition.title.clone(), visit.to().course(&sitting.course.slug)),
        title: title.clone(),
        language: walk::shown(&sitting.course, &walk::language(visit)),
        passed: sitting.passed(),
        score: (view::points(total.earned), view::points(total.of), grading::percent(total).to_string()),
        pass_mark: mark,
        submitted: (visit.signed_in()?.login.clone(), view::date_time(&visit.words, end.at)),
        by_clock: end.by_clock,
        late: sitting.late.len(),
        marked: shows_feedback.then(|| {
            sitting
                .questions()
                .enumerate()
                .map(|(at, (_, question))| marked(visit, sitting, at + 1, question))
                .collect()
        }),
        leftovers: (sitting.attempt.id.to_string(), answers(sitting)),
        ways: ways(haven, visit, sitting).await?,
    };
    Ok(Page::new(title).with_keep().draw(visit, || page.view()))
}

/// The course allows one more try than there were.
async fn another_try(haven: &Haven, walk: &Walk, sitting: &Graded) -> Result<bool, Fault> {
    let limit = sitting.settings().and_then(|settings| settings.attempts);
    let (Some(limit), Some(progress)) = (limit, &walk.progress) else { return Ok(true) };
    let tries = attempts::of_test(&haven.store, &progress.enrolment, &sitting.attempt.test).await?;
    Ok(tries.len() < limit as usize)
}

/// What to do next: the certificate, another try, the next step, the course.
async fn ways(haven: &Haven, visit: &Visit, sitting: &Graded) -> Result<Vec<(String, String)>, Fault> {
    let walk = Walk::find(haven, visit, &sitting.attempt.course).await?;
    let (to, words, slug, language) = (visit.to(), &visit.words, &walk.course.slug, walk::language(visit));
    let test = TestSlug::parse(&sitting.attempt.test).map_err(|_| Fault::NotFound)?;
    let passed = sitting.passed() != Some(false);
    let next = walk.next().map(|step| {
        (words.text_with("continue-with", &[("title", walk.title(&language, step).into())]), to.step(slug, step))
    });
    let certificate =
        (!walk.course.settings.certificates.is_empty()).then(|| (words.text("to-certificate"), to.certificate(slug)));
    let again = (words.text("try-again"), to.step(slug, &Step::Test(test)));
    let course = (walk.course.edition(&language).title.clone(), to.course(slug));
    let mut ways = Vec::new();
    if !passed && another_try(haven, &walk, sitting).await? {
        ways.push(again);
    }
    ways.extend(next.or(certificate.filter(|_| passed)));
    ways.push(course);
    Ok(ways)
}
