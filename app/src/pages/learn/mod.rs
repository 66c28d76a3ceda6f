//! Pages of a learner.

mod account;
mod certificate;
mod home;
mod lesson;
mod module;
mod result;
mod review;
mod sitting;
mod survey;
mod test;
mod tokens;

pub use account::AccountPage;
pub use certificate::{CertificatePage, ClaimForm, Issued, Requirement};
pub use home::{HomePage, Learning, Room};
pub use lesson::{LessonPage, Piece};
pub use module::ModulePage;
pub use result::ResultPage;
pub use review::ReviewPage;
pub use sitting::{Hidden, SittingPage};
pub use survey::{SurveyField, SurveyForm, SurveyKind, SurveyPage, SurveyState};
pub use test::{Start, TestPage, Try};
pub use tokens::{TokenLine, TokensPage};
