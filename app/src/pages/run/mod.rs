//! Pages of a coordinator and an administrator.

mod enrolments;
mod people;

pub use enrolments::EnrolmentsPage;
pub use people::PeoplePage;
