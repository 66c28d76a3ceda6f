//! A survey: its questions when it is asked, thanks once it is answered. Nobody has to come here.

use app::pages::learn::{SurveyField, SurveyForm, SurveyKind, SurveyPage, SurveyState};
use app::parts::Mistake;
use assessment::Asks;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use course::{Html, Slot, SurveyQuestion, SurveySlug};
use store::surveys;

use crate::pages::onward;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::survey::{Stand, part_title, problem, read};
use crate::view::Page;
use crate::walk::{self, Walk};

type At = Path<(String, String, String)>;

/// `sent`: something was sent just now.
#[derive(serde::Deserialize)]
pub(crate) struct Sent {
    sent: Option<String>,
}

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, survey)): At,
    Query(sent): Query<Sent>,
) -> Result<Response, Fault> {
    visit.signed_in()?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    if walk.progress.is_none() {
        return Ok(onward(&visit.to().course(&walk.course.slug)));
    }
    let stand = Stand::find(&haven, &walk, &survey).await?;
    let thanked = sent.sent.is_some() && stand.is_answered();
    let part = stand.due().filter(|_| !thanked).map(str::to_owned);
    draw(&haven, &visit, &walk, &stand, &survey, part, (&Fields::default(), Vec::new()))
}

pub(crate) async fn answer(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, survey)): At,
    fields: Fields,
) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let stand = Stand::find(&haven, &walk, &survey).await?;
    let may = walk.progress.as_ref().and_then(|progress| who.may_progress(&progress.enrolment));
    let may = may.ok_or(Fault::Forbidden)?;
    let asked = stand.asked(fields.one("part"));
    let here = visit.to().survey(&walk.course.slug, &asked.survey);
    if !stand.is_open(&asked.part) {
        return Ok(onward(&here));
    }
    let page = walk.course.survey(&walk::language(&visit), &asked.survey).ok_or(Fault::NotFound)?;
    let mistake = |field: String, message| Mistake { field: field.into(), message };
    let mistakes = match read(page, |id| fields.all(&field(id.as_ref()))) {
        Ok(replies) if !replies.is_empty() => {
            surveys::reply(&haven.store, may, asked, replies).await?;
            return Ok(onward(&format!("{here}?sent=1")));
        }
        Ok(_) => vec![mistake(first(page.questions.first()), visit.words.text("survey-nothing"))],
        Err(faults) => {
            faults.into_iter().map(|(id, why)| mistake(id.to_string(), problem(&visit.words, why))).collect()
        }
    };
    draw(&haven, &visit, &walk, &stand, &survey, Some(asked.part), (&fields, mistakes))
}

fn first(question: Option<&SurveyQuestion>) -> String {
    question.map(|question| question.id.to_string()).unwrap_or_default()
}

/// The name of a question's fields.
fn field(id: &str) -> String {
    format!("q-{id}")
}

fn draw(
    haven: &Haven,
    visit: &Visit,
    walk: &Walk,
    stand: &Stand<'_>,
    survey: &str,
    part: Option<String>,
    (fields, mistakes): (&Fields, Vec<Mistake>),
) -> Result<Response, Fault> {
    let language = walk::language(visit);
    let slug = SurveySlug::parse(survey).map_err(|_| Fault::NotFound)?;
    let words = walk.course.survey(&language, &slug).ok_or(Fault::NotFound)?;
    let fillings = haven.countries.fillings_in(visit, &words.language);
    let (to, course) = (visit.to(), &walk.course.slug);
    let status = if mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let here = to.survey(course, &slug);
    let state = match part {
        Some(part) => SurveyState::Form(SurveyForm {
            action: here,
            about: part_title(&walk.course, &language, &part),
            part,
            questions: words.questions.iter().map(|question| asked((haven, visit), question, fields)).collect(),
            helpline: Html::slot(Slot::Helpline).fill(&fillings),
            mistakes,
        }),
        None if stand.is_answered() => SurveyState::Thanks {
            next: stand.due().and_then(|part| Some((part_title(&walk.course, &language, part)?, here))),
        },
        None => SurveyState::Later(stand.later(&visit.words)),
    };
    let writes = words.questions.iter().any(|question| matches!(question.asks, Asks::Short | Asks::Open(_)));
    let asks = matches!(state, SurveyState::Form(_));
    let page = SurveyPage {
        course: (walk.course_titled(visit), to.course(course)),
        title: words.title.clone(),
        tongue: walk::tongue_of(visit, &words.language),
        untranslated: walk::is_untranslated(visit, &walk.course, &words.language),
        instructions: words.instructions.fill(&fillings),
        country: haven.countries.note(visit, asks && (writes || words.has_slots())),
        state,
    };
    Ok(Page::new(words.title.clone()).status(status).of_course(visit, &walk.course).draw(visit, || page.view()))
}

fn asked((haven, visit): (&Haven, &Visit), question: &SurveyQuestion, fields: &Fields) -> SurveyField {
    let fillings = &haven.countries.fillings_in(visit, &question.language);
    let options = question.options.iter().map(|option| option.fill(fillings)).collect();
    let name = field(question.id.as_ref());
    SurveyField {
        id: question.id.to_string(),
        title: question.title.fill(fillings),
        prompt: question.prompt.fill(fillings),
        kind: match question.asks {
            Asks::Choice(_) => SurveyKind::Choice(options),
            Asks::Choices(_) => SurveyKind::Choices(options),
            Asks::Scale(_) => SurveyKind::Scale(options),
            Asks::Short => SurveyKind::Short,
            Asks::Open(words) => SurveyKind::Open(words),
        },
        tongue: walk::tongue_of(visit, &question.language),
        given: fields.all(&name).to_vec(),
        name,
    }
}
