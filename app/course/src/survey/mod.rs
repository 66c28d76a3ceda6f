//! Surveys: pages of questions to which no answer is right or wrong, in `surveys/`.

mod answers;
mod read;

use assessment::Asks;

pub(crate) use read::survey;

use crate::html::Html;
use crate::names::{Language, QuestionId};

/// The page of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyPage {
    /// Its title.
    pub title: String,
    /// What stands between the title and the first question.
    pub instructions: Html,
    /// Its questions, in the order of the file.
    pub questions: Vec<SurveyQuestion>,
    /// The language of its title and its instructions: that of the source where it is not translated.
    pub language: Language,
}

/// A question of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyQuestion {
    /// The `#id` of its heading.
    pub id: QuestionId,
    /// The heading, to stand in a line.
    pub title: Html,
    /// What stands below the heading, without what there is to pick from.
    pub prompt: Html,
    /// What it asks for.
    pub asks: Asks,
    /// The options, or the steps of a scale from low to high; nothing where one writes.
    pub options: Vec<Html>,
    /// The language of its words: that of the source where it is not translated.
    pub language: Language,
}

impl SurveyPage {
    /// Whether something of the reader's country stands on it.
    #[must_use]
    pub fn has_slots(&self) -> bool {
        self.parts().any(Html::has_slots)
    }

    /// All its HTML.
    pub fn parts(&self) -> impl Iterator<Item = &Html> {
        std::iter::once(&self.instructions).chain(self.questions.iter().flat_map(SurveyQuestion::parts))
    }
}

impl SurveyQuestion {
    fn parts(&self) -> impl Iterator<Item = &Html> {
        [&self.title, &self.prompt].into_iter().chain(&self.options)
    }
}

/// The classes that a question of a survey may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ask {
    Choice,
    Choices,
    Scale,
    Short,
    Open,
}

impl Ask {
    /// Their names, in the order of the variants.
    pub(crate) const NAMES: &[&str] = &["choice", "choices", SCALE, "short", "open"];
    const ALL: &[Self] = &[Self::Choice, Self::Choices, Self::Scale, Self::Short, Self::Open];

    pub(crate) fn named(name: &str) -> Option<Self> {
        let at = Self::NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(at).copied()
    }

    pub(crate) fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// The attributes that it may have.
    pub(crate) fn keys(self) -> &'static [&'static str] {
        if self == Self::Open { &[WORDS] } else { &[] }
    }
}

/// The class that stands in surveys only.
pub(crate) const SCALE: &str = "scale";
/// How many words a text may have.
const WORDS: &str = "words";
