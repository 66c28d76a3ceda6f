//! A sitting before it begins: its questions drawn, its time and its rules set.

use course::{Course, TestSlug};
use store::attempts::NewAttempt;
use store::{AttemptId, random};
use time::Duration;

use crate::grading;
use crate::serve::fault::Fault;

/// Draws a sitting of this test.
///
/// # Errors
/// [`Fault::NotFound`] if the course has no such test.
pub(crate) fn draw(course: &Course, test: &TestSlug, id: AttemptId) -> Result<NewAttempt, Fault> {
    let settings = course.test(test).ok_or(Fault::NotFound)?;
    Ok(NewAttempt {
        id,
        test: test.to_string(),
        version: course.version.hash.to_string(),
        drawn: assessment::draw(random()?, &course.candidates(test), settings.shuffle),
        lasts: settings.minutes.map(|minutes| Duration::minutes(minutes.into())),
        rules: grading::rules(settings),
    })
}
