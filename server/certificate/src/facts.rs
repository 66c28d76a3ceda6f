//! Everything that is certified. The facts are copied when a certificate is issued and stay as they are, whatever later
//! becomes of the course, the name or the pass mark. They are stored as JSON, whose form never changes.

use serde::{Deserialize, Serialize};
use time::Date;

time::serde::format_description!(iso_day, Date, "[year]-[month]-[day]");

/// What a certificate states.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The holder's name, as the holder confirmed it.
    pub holder: String,
    /// The course's title, in its language.
    pub course_title: String,
    /// The organiser's code of the course.
    pub course_code: String,
    /// The course's name in addresses.
    pub course_slug: String,
    /// The hash of the version that was taken.
    pub version: String,
    /// The language it was taken in: a BCP 47 tag.
    pub language: String,
    /// What kind of certificate this is.
    pub kind: Kind,
    /// The course's hours, such as "3.5", where it states them.
    pub hours: Option<String>,
    /// The results of the tests that were required, in the course's order.
    pub results: Vec<Outcome>,
    /// The day of issue.
    #[serde(with = "iso_day")]
    pub issued_on: Date,
    /// The last day on which it is valid; none for ever.
    #[serde(with = "iso_day::option")]
    pub expires_on: Option<Date>,
    /// Who issued it.
    pub organiser: String,
}

/// What kind of certificate it is: the names of `[certificates.*]` in a course.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Earned by what was learnt.
    Achievement,
}

/// The result of a test that is certified.
#[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The test's title, in the course's language.
    pub test: String,
    /// The points earned, exactly: "7" or "15/2".
    pub earned: String,
    /// The points there were, likewise.
    pub of: String,
    /// The percentage to show, rounded down.
    pub percent: u32,
    /// What had to be reached, such as "at least 70%".
    pub pass_mark: String,
}
