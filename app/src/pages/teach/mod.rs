//! Pages of an instructor.

mod survey;
mod surveys;

pub use survey::{SaidTo, SurveyAnswers, SurveyPart};
pub use surveys::{SurveyLine, SurveysPage};
