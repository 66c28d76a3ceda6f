//! The tables as SeaORM reads and writes them, a file a subject. Their columns are made in `migrations`.
#![expect(unreachable_pub, reason = "SeaORM's derives make public items in private modules")]

mod assessment;
mod certification;
mod content;
mod learning;
mod people;
mod survey;

pub(crate) use assessment::{answer, attempt, submission};
pub(crate) use certification::{certificate, revocation};
pub(crate) use content::{course, file, version};
pub(crate) use learning::{enrolment, lesson_completion};
pub(crate) use people::{access_token, person, role, session, throttle};
pub(crate) use survey::{survey_answer, survey_mark};
