//! What a sitting is worth: derived from what was drawn and what arrived, whenever it is asked for, and never stored.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use app::parts::Filled;
use assessment::{
    Answer, Arrival, Item, Misread, PassMark, Percent, Score, Total, current, kept, percent_down, read_answer,
    show_answer,
};
use course::{Course, Language, Question, QuestionId, TestSettings, TestSlug};
use store::Moment;
use store::attempts::{self, Arrived, Attempt, Chance, Rules};
use store::learning::Enrolment;
use time::Duration;

use crate::library::Lost;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;

/// A sitting with everything it takes to show it.
pub(crate) struct Sitting {
    /// The sitting.
    pub(crate) attempt: Attempt,
    /// The version it was drawn from.
    pub(crate) course: Arc<Course>,
    /// The answers that count, by question.
    pub(crate) answers: BTreeMap<String, Answer>,
    /// Questions with an answer that came too late.
    pub(crate) late: Vec<String>,
}

impl Sitting {
    pub(crate) fn new(attempt: Attempt, course: Arc<Course>, arrived: &[Arrived]) -> Self {
        let arrivals: Vec<Arrival<'_>> = arrived.iter().map(arrival).collect();
        let answers =
            current(&arrivals).into_iter().map(|(question, one)| (question.to_owned(), one.given.clone())).collect();
        let late = arrived.iter().filter(|one| one.late).map(|one| one.question.clone()).collect();
        Self { attempt, course, answers, late }
    }

    /// Whether something of the reader's country stands in one of its questions.
    pub(crate) fn has_slots(&self) -> bool {
        self.questions().any(|(_, question)| question.has_slots())
    }

    /// The drawn questions in their order. One that this version no longer knows cannot be: versions are frozen.
    pub(crate) fn questions(&self) -> impl Iterator<Item = (&assessment::Presented, &Question)> {
        let language = &self.course.settings.source_language;
        self.attempt.drawn.iter().filter_map(move |drawn| {
            let id = QuestionId::parse(&drawn.question).ok()?;
            Some((drawn, self.course.question(language, &id)?))
        })
    }

    /// The same in another language: the questions, their order and their options are one in all of them.
    pub(crate) fn questions_in(
        &self,
        language: &Language,
    ) -> impl Iterator<Item = (&assessment::Presented, &Question)> {
        let own = language.clone();
        self.questions()
            .map(move |(drawn, question)| (drawn, self.course.question(&own, &question.id).unwrap_or(question)))
    }

    /// By what a question's answer is graded, in whichever language it was given.
    pub(crate) fn item(&self, question: &Question) -> Cow<'_, Item> {
        let answer = self.answers.get(question.id.as_ref());
        self.course.item(&question.id, answer).unwrap_or_else(|| Cow::Owned(question.item.clone()))
    }

    /// What a question earned.
    pub(crate) fn score(&self, question: &Question) -> Score {
        self.item(question).grade(self.answers.get(question.id.as_ref()))
    }

    /// What was given to a question, as a form shows it in the language of the question. What was chosen for a gap is shown in
    /// its words, whichever it was chosen in.
    pub(crate) fn given(&self, drawn: &assessment::Presented, question: &Question) -> Option<Vec<String>> {
        let shown = show_answer(&question.item, &drawn.order, self.answers.get(&drawn.question)?);
        let all = self.course.in_every_language(&question.id);
        Some(all.fold(shown, |shown, other| question.in_own_words(&shown, other)))
    }

    /// Reads what was sent of a question. It may have been typed with the unit of another language.
    pub(crate) fn read(
        &self,
        drawn: &assessment::Presented,
        question: &Question,
        sent: &[String],
    ) -> Result<Answer, Misread> {
        let read = |question: &Question| read_answer(&question.item, &drawn.order, sent);
        read(question).or_else(|misread| {
            self.course.in_every_language(&question.id).find_map(|one| read(one).ok()).ok_or(misread)
        })
    }

    /// What the whole earned, of how much.
    pub(crate) fn total(&self) -> Total {
        Total::sum(self.questions().map(|(_, question)| self.score(question)))
    }

    /// How many questions are answered.
    pub(crate) fn answered(&self) -> usize {
        self.questions().filter(|(_, question)| self.is_answered(question)).count()
    }

    /// How much of a question is filled in.
    pub(crate) fn filled(&self, question: &Question) -> Filled {
        let answer = self.answers.get(question.id.as_ref());
        let (parts, of) = answer.map_or((0, 1), Answer::filled);
        Filled { parts, of }
    }

    pub(crate) fn is_answered(&self, question: &Question) -> bool {
        self.filled(question).is_answered()
    }

    /// The test it is of.
    pub(crate) fn test(&self) -> TestSlug {
        TestSlug::parse(&self.attempt.test).expect("it was begun under this slug")
    }

    /// The test's title.
    pub(crate) fn title(&self, language: &Language) -> String {
        self.course.edition(language).tests.get(&self.test()).map(|page| page.title.clone()).unwrap_or_default()
    }

    /// The test's settings in this version.
    pub(crate) fn settings(&self) -> Option<&TestSettings> {
        self.course.test(&self.test())
    }

    /// Passed or not; none where the test is taken and not passed.
    pub(crate) fn passed(&self) -> Option<bool> {
        let mark = self.settings()?.pass;
        is_passed_at_all(mark).then(|| met(mark, Some(self.total())))
    }
}

fn arrival(one: &Arrived) -> Arrival<'_> {
    let seq = u64::try_from(one.seq).unwrap_or(0);
    Arrival { question: &one.question, tab: &one.tab, seq, late: one.late, given: &one.given }
}

/// A pass mark of nothing means that the test is taken, not passed.
pub(crate) fn is_passed_at_all(mark: PassMark) -> bool {
    mark.percent > Percent::new(0).expect("0 is a percent") || mark.rule == assessment::PassRule::MoreThan
}

fn met(mark: PassMark, total: Option<Total>) -> bool {
    total.is_some_and(|total| mark.is_met(total.earned, total.of))
}

/// A percentage for showing, rounded down, so that 69.99 never reads as 70.
pub(crate) fn percent(total: Total) -> u32 {
    percent_down(total.earned, total.of).unwrap_or(0)
}

/// How often a test may be taken.
pub(crate) fn rules(settings: &TestSettings) -> Rules {
    Rules { limit: settings.attempts, wait: Duration::minutes(settings.wait_minutes.into()) }
}

/// What counts of an enrolment's tries at a test.
pub(crate) struct TestRecord {
    /// The tries, in the order of events.
    pub(crate) tries: Vec<Sitting>,
    /// The total that counts, by the course's rule, of those that have ended.
    pub(crate) kept: Option<Total>,
    /// It meets the pass mark.
    pub(crate) passed: bool,
}

impl TestRecord {
    /// What one may do at the test now.
    pub(crate) fn chance(&self, settings: &TestSettings, now: Moment) -> Chance {
        let ends: Vec<_> = self.tries.iter().map(|one| (one.attempt.id, one.attempt.end(now))).collect();
        attempts::chance(&ends, rules(settings), now)
    }
}

/// Loads and marks every try at a test.
pub(crate) async fn record(
    haven: &Haven,
    of: &Enrolment,
    course: &Course,
    test: &TestSlug,
) -> Result<TestRecord, Fault> {
    let settings = course.test(test).ok_or(Fault::NotFound)?;
    let attempts = attempts::of_test(&haven.store, of, test.as_ref()).await?;
    let tries = sittings(haven, attempts).await?;
    let now = haven.store.now();
    let ended: Vec<Total> = tries.iter().filter(|one| !one.attempt.is_open(now)).map(Sitting::total).collect();
    let kept = kept(settings.keep, &ended);
    Ok(TestRecord { tries, kept, passed: met(settings.pass, kept) })
}

/// Finds a sitting, if it is the visitor's: of anyone else's they learn nothing.
pub(crate) async fn own(haven: &Haven, visit: &Visit, id: &str) -> Result<Sitting, Fault> {
    let who = visit.signed_in()?;
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let attempt = attempts::find(&haven.store, id).await?.filter(|attempt| attempt.person == who.person());
    let mut sittings = sittings(haven, attempt.into_iter().collect()).await?;
    sittings.pop().ok_or(Fault::NotFound)
}

/// Marks sittings, whoever's and of whichever course: one query for all their answers.
async fn sittings(haven: &Haven, attempts: Vec<Attempt>) -> Result<Vec<Sitting>, Fault> {
    let marked = each_sitting(haven, attempts).await?;
    marked.into_iter().map(|one| one.map_err(|(_, lost)| lost.into())).collect()
}

/// The same for a list, in which a sitting whose course cannot be read stands by itself and hides no other.
pub(crate) async fn each_sitting(
    haven: &Haven,
    attempts: Vec<Attempt>,
) -> Result<Vec<Result<Sitting, (Attempt, Lost)>>, Fault> {
    let ids: Vec<_> = attempts.iter().map(|attempt| attempt.id).collect();
    let mut arrived = attempts::arrived(&haven.store, &ids).await?;
    let mut graded = Vec::with_capacity(attempts.len());
    for attempt in attempts {
        graded.push(match haven.courses.exactly(&haven.store, &attempt.course, &attempt.version).await {
            Ok(course) => {
                let answers = arrived.remove(&attempt.id).unwrap_or_default();
                Ok(Sitting::new(attempt, course, &answers))
            }
            Err(lost @ Lost::Unreadable { .. }) => Err((attempt, lost)),
            Err(away) => return Err(away.into()),
        });
    }
    Ok(graded)
}
