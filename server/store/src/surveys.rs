//! Surveys: replies that are kept apart from whoever gave them, and what many of them say together.
//!
//! Whoever reads a database while it is written can see who writes what. What is kept here is for everyone else: no page, no
//! export and no question to the tables says who replied what, or which two replies came from one person.

use std::collections::{BTreeMap, BTreeSet};

use assessment::{FEWEST, Reply};
use course::{QuestionId, SurveySlug};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use uuid::Uuid;

use crate::entity::{enrolment, survey_answer, survey_mark};
use crate::lists::{PAGE, before};
use crate::policy::{MayProgress, MaySeeResults};
use crate::{EnrolmentId, Error, Result, Store, Write};

/// A survey, and the part of the course it was asked about: a module's slug, or nothing for the whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The survey.
    pub survey: SurveySlug,
    /// The module's slug; empty for the whole course.
    pub part: String,
}

/// What came of replying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replied {
    /// It is kept.
    Kept,
    /// They have answered this before: nothing of it was kept.
    Before,
}

/// Keeps what someone replied, once: the replies without them, and with their enrolment that there were some, both or neither.
///
/// # Errors
/// [`crate::Error`] if nothing could be kept.
pub async fn reply(
    store: &Store,
    may: MayProgress,
    asked: Asked,
    replies: Vec<(QuestionId, Reply)>,
) -> Result<Replied> {
    store.write(move |write| Box::pin(insert(write, may.of(), asked, replies))).await
}

async fn insert(
    write: &Write,
    enrolment: EnrolmentId,
    asked: Asked,
    replies: Vec<(QuestionId, Reply)>,
) -> Result<Replied> {
    let survey = asked.survey.to_string();
    let mark = (enrolment, survey.clone(), asked.part.clone());
    if survey_mark::Entity::find_by_id(mark).one(&write.db).await?.is_some() {
        return Ok(Replied::Before);
    }
    let of = enrolment::Entity::find_by_id(enrolment).one(&write.db).await?;
    let of = of.ok_or_else(|| Error::Unreadable(format!("the enrolment {enrolment} is gone")))?;
    let mark = survey_mark::ActiveModel {
        enrolment: Set(enrolment),
        survey: Set(survey.clone()),
        part: Set(asked.part.clone()),
    };
    survey_mark::Entity::insert(mark).exec_without_returning(&write.db).await?;
    let day = write.now.date().to_string();
    let row = |(question, reply): (QuestionId, Reply)| -> Result<_> {
        let (picked, written) = match reply {
            Reply::Text(text) => (None, Some(text)),
            picked => (Some(serde_json::to_string(&picked)?), None),
        };
        Ok(survey_answer::ActiveModel {
            // Not of its time, as other ids are: that would tell who was there when it was made.
            id: Set(Uuid::new_v4()),
            course: Set(of.course.clone()),
            survey: Set(survey.clone()),
            part: Set(asked.part.clone()),
            question: Set(question.to_string()),
            picked: Set(picked),
            written: Set(written),
            day: Set(day.clone()),
        })
    };
    let rows = replies.into_iter().map(row).collect::<Result<Vec<_>>>()?;
    if !rows.is_empty() {
        survey_answer::Entity::insert_many(rows).exec_without_returning(&write.db).await?;
    }
    Ok(Replied::Kept)
}

/// What someone has answered.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn answered(store: &Store, enrolment: EnrolmentId) -> Result<BTreeSet<Asked>> {
    let marks =
        survey_mark::Entity::find().filter(survey_mark::COLUMN.enrolment.eq(enrolment)).all(store.reader()).await?;
    let asked =
        |mark: survey_mark::Model| Some(Asked { survey: SurveySlug::parse(&mark.survey).ok()?, part: mark.part });
    Ok(marks.into_iter().filter_map(asked).collect())
}

/// What many said to one part of a survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Fewer than [`FEWEST`] have answered: of so few nothing is told, not even how many they are.
    Few,
    /// Enough have.
    Enough(Summary),
}

/// What enough people said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many have answered.
    pub people: u64,
    /// What was picked, by question: each reply with how many gave it.
    pub picked: BTreeMap<String, Vec<(Reply, u64)>>,
    /// How many wrote something, by question; those that fewer than [`FEWEST`] have written to are left out.
    pub written: BTreeMap<String, u64>,
}

/// How many have answered a part.
#[derive(FromQueryResult)]
struct Marked {
    part: String,
    people: i64,
}

const MARKED: &str = "
    SELECT m.part, COUNT(*) AS people FROM survey_mark m JOIN enrolment e ON e.id = m.enrolment
     WHERE m.survey = $2 AND e.course = $1 GROUP BY m.part";

/// A reply and how many gave it; one without `picked` is how many wrote.
#[derive(FromQueryResult)]
struct Counted {
    part: String,
    question: String,
    picked: Option<String>,
    people: i64,
}

const COUNTED: &str = "
    SELECT part, question, picked, COUNT(*) AS people FROM survey_answer
     WHERE course = $1 AND survey = $2 GROUP BY part, question, picked";

/// What was said in a survey, by the part of the course it was asked about: two queries. Parts that nobody has answered are
/// not there.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn summary(
    store: &Store,
    _may: MaySeeResults,
    course: &str,
    survey: &SurveySlug,
) -> Result<BTreeMap<String, Said>> {
    let statement = |sql: &str| {
        let values = [course.into(), survey.as_ref().into()];
        Statement::from_sql_and_values(store.reader().get_database_backend(), sql, values)
    };
    let marked = Marked::find_by_statement(statement(MARKED)).all(store.reader()).await?;
    let mut all: BTreeMap<String, Said> = marked.into_iter().map(|row| (row.part, said(row.people))).collect();
    for row in Counted::find_by_statement(statement(COUNTED)).all(store.reader()).await? {
        let Some(Said::Enough(summary)) = all.get_mut(&row.part) else { continue };
        let people = u64::try_from(row.people).unwrap_or_default();
        match row.picked {
            Some(picked) => {
                let reply = serde_json::from_str(&picked)?;
                summary.picked.entry(row.question).or_default().push((reply, people));
            }
            None if people >= FEWEST => drop(summary.written.insert(row.question, people)),
            None => {}
        }
    }
    Ok(all)
}

fn said(people: i64) -> Said {
    let people = u64::try_from(people).unwrap_or_default();
    if people < FEWEST { Said::Few } else { Said::Enough(Summary { people, ..Summary::default() }) }
}

/// What people wrote to a question, a page of it, in the order of ids that chance made; nothing of fewer than [`FEWEST`], and
/// one more than a page if there are more.
///
/// # Errors
/// [`crate::Error`] if the database does not answer.
pub async fn written(
    store: &Store,
    _may: MaySeeResults,
    course: &str,
    asked: &Asked,
    question: &QuestionId,
    page: u64,
) -> Result<Vec<String>> {
    let written = survey_answer::Entity::find()
        .filter(survey_answer::COLUMN.course.eq(course))
        .filter(survey_answer::COLUMN.survey.eq(asked.survey.as_ref()))
        .filter(survey_answer::COLUMN.part.eq(&asked.part))
        .filter(survey_answer::COLUMN.question.eq(question.as_ref()))
        .filter(survey_answer::COLUMN.written.is_not_null());
    if written.clone().count(store.reader()).await? < FEWEST {
        return Ok(Vec::new());
    }
    let page = written.order_by_asc(survey_answer::COLUMN.id).offset(before(page)).limit(PAGE + 1);
    Ok(page.all(store.reader()).await?.into_iter().filter_map(|row| row.written).collect())
}
