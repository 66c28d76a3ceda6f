//! Pages that anyone may open.

mod catalogue;
mod country;
mod course;
mod fault;
mod glossary;
mod help;
mod leave;
mod search;
mod sign_in;
mod sign_up;
mod verify;

pub use catalogue::{Catalogue, CourseLine};
pub use country::CountryPage;
pub use course::{CoursePage, Part, PartKind, Standing};
pub use fault::FaultPage;
pub use glossary::GlossaryPage;
pub use help::{HelpContact, HelpCountry, HelpPage, KnownCountry};
pub use leave::LeavePage;
pub use search::{Found, SearchPage};
pub use sign_in::{DemoLine, SignInPage};
pub use sign_up::SignUpPage;
pub use verify::{Verdict, VerifyForm, VerifyPage};
