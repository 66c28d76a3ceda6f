//! What people said in a survey, question by question, for those who may see results. What fewer than five said is not there.

use assessment::{Asks, Tally};
use course::{Course, SurveyPage, SurveyQuestion, SurveySlug, SurveyTime};
use store::policy::MaySeeResults;
use store::surveys::{self, Said, Summary};

use crate::serve::fault::Fault;
use crate::state::Haven;

/// What was said about a part of the course.
pub(crate) struct Part<'c> {
    /// A module's slug, or nothing for the whole course.
    pub(crate) part: String,
    /// How many have answered, and what they said to each question. None where they are too few.
    pub(crate) told: Option<(u64, Vec<Told<'c>>)>,
}

/// What was said to a question.
pub(crate) struct Told<'c> {
    pub(crate) question: &'c SurveyQuestion,
    pub(crate) said: Answers,
}

/// What is told of the answers to a question.
pub(crate) enum Answers {
    /// Fewer than five have answered this one.
    Few,
    /// What was picked.
    Picked(Tally),
    /// So many have written something.
    Written(u64),
}

/// What was said in a survey of a course, by part, in the order of the course.
pub(crate) async fn told<'c>(
    haven: &Haven,
    may: MaySeeResults,
    course: &'c Course,
    survey: &SurveySlug,
) -> Result<Vec<Part<'c>>, Fault> {
    let page = course.source_edition().surveys.get(survey).ok_or(Fault::NotFound)?;
    let mut said = surveys::summary(&haven.store, may, course.slug.as_ref(), survey).await?;
    let part = |part: String| {
        let told = match said.remove(&part) {
            Some(Said::Enough(summary)) => Some((summary.people, questions(page, summary))),
            Some(Said::Few) | None => None,
        };
        Part { part, told }
    };
    Ok(parts(course, survey).into_iter().map(part).collect())
}

/// The parts of the course that a survey is asked about.
fn parts(course: &Course, survey: &SurveySlug) -> Vec<String> {
    match course.settings.surveys.get(survey).map(|settings| settings.when) {
        Some(SurveyTime::Module) => {
            course.source_edition().modules.iter().map(|module| module.slug.to_string()).collect()
        }
        _ => vec![String::new()],
    }
}

fn questions(page: &SurveyPage, mut summary: Summary) -> Vec<Told<'_>> {
    let told = |question| Told { question, said: answers(question, &mut summary) };
    page.questions.iter().map(told).collect()
}

fn answers(question: &SurveyQuestion, summary: &mut Summary) -> Answers {
    let id = question.id.as_ref();
    let said = match question.asks {
        Asks::Short | Asks::Open(_) => summary.written.get(id).copied().map(Answers::Written),
        picks => picks.tally(&summary.picked.remove(id).unwrap_or_default()).map(Answers::Picked),
    };
    said.unwrap_or(Answers::Few)
}
