//! How someone stands to the surveys of a course: which are asked now, which they have answered, and what they reply.

use std::collections::BTreeSet;

use app::words::Words;
use assessment::{NoReply, Reply};
use course::{Course, Language, Module, QuestionId, Step, SurveyPage, SurveySettings, SurveySlug, SurveyTime};
use store::surveys::{self, Asked};
use store::{Moment, learning};
use time::Duration;

use crate::serve::fault::Fault;
use crate::state::Haven;
use crate::walk::Walk;

/// How someone who is enrolled stands to a survey.
pub(crate) struct Stand<'w> {
    settings: &'w SurveySettings,
    slug: &'w SurveySlug,
    /// The parts of the course about which it may be answered now: modules' slugs, or nothing for the whole.
    open: Vec<String>,
    answered: BTreeSet<Asked>,
}

impl<'w> Stand<'w> {
    /// Of a survey of this name.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the course has none, or they are not enrolled.
    pub(crate) async fn find(haven: &Haven, walk: &'w Walk, name: &str) -> Result<Self, Fault> {
        let asked = walk.course.surveys().into_iter().find(|(slug, _)| slug.as_ref() == name);
        let (slug, settings) = asked.ok_or(Fault::NotFound)?;
        let enrolment = walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment.id;
        let open = open(haven, walk, settings.when).await?;
        Ok(Self { settings, slug, open, answered: surveys::answered(&haven.store, enrolment).await? })
    }

    /// What is asked when it is answered about this part.
    pub(crate) fn asked(&self, part: &str) -> Asked {
        Asked { survey: self.slug.clone(), part: part.to_owned() }
    }

    /// It may be answered about this part, now or again.
    pub(crate) fn is_open(&self, part: &str) -> bool {
        self.open.iter().any(|open| open == part)
    }

    /// The first part about which it is asked now.
    pub(crate) fn due(&self) -> Option<&str> {
        self.open.iter().map(String::as_str).find(|part| !self.answered.contains(&self.asked(part)))
    }

    /// When it is asked, in words.
    pub(crate) fn later(&self, words: &Words) -> String {
        match self.settings.when {
            SurveyTime::End => words.text("survey-at-the-end"),
            SurveyTime::Module => words.text("survey-after-a-module"),
            SurveyTime::DaysAfter(days) => words.text_with("survey-days-after", &[("days", days.into())]),
        }
    }

    /// They have answered it, about some part at least.
    pub(crate) fn is_answered(&self) -> bool {
        self.answered.iter().any(|asked| asked.survey == *self.slug)
    }
}

/// The surveys that are asked now. Whoever is on their way through a course without surveys costs no query.
pub(crate) async fn due(haven: &Haven, walk: &Walk) -> Result<Vec<SurveySlug>, Fault> {
    let Some(progress) = &walk.progress else { return Ok(Vec::new()) };
    let mut all = Vec::new();
    for (slug, settings) in walk.course.surveys() {
        let open = open(haven, walk, settings.when).await?;
        all.extend((!open.is_empty()).then_some((slug, open)));
    }
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let answered = surveys::answered(&haven.store, progress.enrolment.id).await?;
    let is_new =
        |slug: &SurveySlug, part: &String| !answered.contains(&Asked { survey: slug.clone(), part: part.clone() });
    all.retain(|(slug, open)| open.iter().any(|part| is_new(slug, part)));
    Ok(all.into_iter().map(|(slug, _)| slug.clone()).collect())
}

/// The parts about which a survey with this setting may be answered now.
async fn open(haven: &Haven, walk: &Walk, when: SurveyTime) -> Result<Vec<String>, Fault> {
    let finished = walk.is_complete(&walk.steps);
    let whole = |now: bool| if now { vec![String::new()] } else { Vec::new() };
    Ok(match when {
        SurveyTime::Module => modules(walk).map(|module| module.slug.to_string()).collect(),
        SurveyTime::End => whole(finished),
        SurveyTime::DaysAfter(days) => {
            whole(finished && has_waited(last_done(haven, walk).await?, days, haven.store.now()))
        }
    })
}

/// The modules that are complete.
fn modules(walk: &Walk) -> impl Iterator<Item = &Module> {
    let course = &walk.course;
    course
        .source_edition()
        .modules
        .iter()
        .map(AsRef::as_ref)
        .filter(|module| walk.is_complete(&course.steps_of(module)))
}

/// When the last step was done.
async fn last_done(haven: &Haven, walk: &Walk) -> Result<Option<Moment>, Fault> {
    let Some(progress) = &walk.progress else { return Ok(None) };
    Ok(learning::last_done(&haven.store, progress.enrolment.id).await?)
}

/// So many times 24 hours have passed since then.
fn has_waited(since: Option<Moment>, days: u32, now: Moment) -> bool {
    since.is_some_and(|since| now.since(since) >= Duration::days(days.into()))
}

impl Walk {
    /// All of these steps are done, and there are some.
    fn is_complete(&self, steps: &[Step]) -> bool {
        !steps.is_empty() && steps.iter().all(|step| self.is_done(step))
    }
}

/// The title of a part of the course; none of the whole.
pub(crate) fn part_title(course: &Course, language: &Language, part: &str) -> Option<String> {
    let module = course.edition(language).modules.iter().find(|module| module.slug.as_ref() == part);
    module.map(|module| module.title.clone())
}

/// What someone said, and where what was sent is no reply.
pub(crate) type Heard = Result<Vec<(QuestionId, Reply)>, Vec<(QuestionId, NoReply)>>;

/// Reads what was sent to each question. No reply to any of them is fine, and none to all of them an empty list.
pub(crate) fn read<'s>(page: &SurveyPage, sent: impl Fn(&QuestionId) -> &'s [String]) -> Heard {
    let (mut replies, mut faults) = (Vec::new(), Vec::new());
    for question in &page.questions {
        match question.asks.read(sent(&question.id)) {
            Ok(reply) => replies.extend(reply.map(|reply| (question.id.clone(), reply))),
            Err(why) => faults.push((question.id.clone(), why)),
        }
    }
    if faults.is_empty() { Ok(replies) } else { Err(faults) }
}

/// Why what was sent is no reply, and what to do.
pub(crate) fn problem(words: &Words, why: NoReply) -> String {
    match why {
        NoReply::NotOffered => words.text("survey-not-offered"),
        NoReply::Words(most) => words.text_with("survey-too-many-words", &[("most", most.into())]),
        NoReply::Characters(most) => words.text_with("too-long", &[("most", most.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survey_waits_its_days_to_the_millisecond() {
        let done = Moment(1_750_000_000_000);
        let day = 24 * 60 * 60 * 1000;
        for (since, after, waited) in [
            (Some(done), 30 * day, true),
            (Some(done), 30 * day - 1, false),
            (Some(done), 0, false),
            (Some(done), -day, false),
            (None, 30 * day, false),
        ] {
            assert_eq!(has_waited(since, 30, Moment(done.0 + after)), waited, "{since:?} {after}");
        }
    }
}
