//! Questions: a heading with a question class, and what stands below it.

mod options;
mod pairs;
mod read;
mod values;

use assessment::{Candidate, Item, Key};

pub(crate) use read::{Pen, read};
pub(crate) use values::{KEYS, UNBUILT_KEYS};

use crate::html::Html;
use crate::names::QuestionId;

/// A question, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The `#id` of its heading.
    pub id: QuestionId,
    /// The heading, to stand in a line.
    pub title: Html,
    /// The heading as text.
    pub title_text: String,
    /// What stands between the heading and the answers.
    pub prompt: Html,
    /// What is graded.
    pub item: Item,
    /// `tags`, by which tests draw.
    pub tags: Vec<String>,
    /// Its options may be shuffled: not with `shuffle=no`.
    pub shuffle: bool,
    /// What there is to choose from.
    pub body: Body,
    /// The hints (`TIP`), one by one.
    pub hints: Vec<Html>,
    /// The explanation (`NOTE`), to be shown after answering.
    pub explanation: Option<Html>,
}

/// What a question gives to choose from.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Options, of which one or any number are picked.
    Options(Vec<Choice>),
    /// Rows, each to be paired with a target.
    Match {
        /// What stands above the rows and above the targets.
        heads: [Html; 2],
        /// The rows.
        rows: Vec<Html>,
        /// The targets, each once.
        targets: Vec<Html>,
    },
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The option, to stand in a line.
    pub text: Html,
    /// What is said about it after answering.
    pub feedback: Option<Html>,
}

/// The classes of questions that Haven knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Choice,
    Choices,
    Match,
}

impl Class {
    /// Their names, in the order of the variants.
    pub(crate) const NAMES: &[&str] = &["choice", "choices", "match"];

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Choice, Self::Choices, Self::Match].into_iter().find(|class| class.name() == name)
    }

    pub(crate) fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

impl Question {
    /// The question as a test may draw it.
    #[must_use]
    pub fn candidate(&self) -> Candidate {
        let (options, always) = match &self.item.key {
            Key::Choice { options, .. } | Key::Choices { options, .. } => (*options, false),
            Key::Match { targets, .. } => (*targets, true),
        };
        Candidate { id: self.id.to_string(), options, shuffle: self.shuffle, always }
    }

    /// The size of its HTML, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        let body: Vec<&Html> = match &self.body {
            Body::Options(options) => {
                options.iter().flat_map(|option| std::iter::once(&option.text).chain(&option.feedback)).collect()
            }
            Body::Match { heads, rows, targets } => heads.iter().chain(rows).chain(targets).collect(),
        };
        let around = [&self.title, &self.prompt].into_iter().chain(&self.hints).chain(&self.explanation);
        around.chain(body).map(Html::bytes).sum()
    }
}
