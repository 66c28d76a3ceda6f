//! Questions: a heading with a question class, and what stands below it.

mod gaps;
mod hotspot;
mod number;
mod options;
mod pairs;
mod read;
mod rubric;
mod spellings;
mod steps;
mod values;
mod work;

use assessment::{Candidate, Item, Key};

pub(crate) use options::text;
pub(crate) use read::{Pen, check_after, read};
pub use rubric::Rubric;
pub(crate) use rubric::points;
pub(crate) use work::work;
pub use work::{Work, WorkKind};

use crate::diagnostic::Fault;
use crate::html::Html;
use crate::names::{Language, QuestionId};
use crate::region::Region;

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
    /// The language of its words: that of the source where it is not translated.
    pub language: Language,
}

/// What a question gives to choose from or to fill in.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Options, of which one or any number are picked.
    Options(Vec<Choice>),
    /// A picture with regions, of which one is pointed at.
    Hotspot {
        /// The picture, to stand in a line.
        picture: Html,
        /// What stands below it.
        caption: Option<Html>,
        /// What is in each region: the way of the keyboard, and of those who do not see the picture.
        options: Vec<Choice>,
        /// `regions[n]` is where `options[n]` is.
        regions: Vec<Region>,
    },
    /// Steps, in the right order.
    Order(Vec<Html>),
    /// Rows, each to be paired with a target.
    Match {
        /// What stands above the rows and above the targets.
        heads: [Html; 2],
        /// The rows.
        rows: Vec<Html>,
        /// The targets, each once.
        targets: Vec<Html>,
    },
    /// Text with gaps.
    Blanks {
        /// What stands before, between and after the gaps. With a phrase between each two of them it is whole HTML.
        text: Vec<Html>,
        /// What each gap offers, in the order of the gaps; nothing where one types.
        choices: Vec<String>,
    },
    /// A number to type.
    Number,
    /// A few words to type.
    Short {
        /// What is said of each answer that is foreseen.
        feedback: Vec<Option<Html>>,
    },
}

/// The answers of a question, as its class reads them.
struct Answers {
    key: Key,
    body: Body,
}

fn missing(class: &str, wanted: &str) -> Fault {
    Fault::AnswersMissing { class: class.to_owned(), wanted: wanted.to_owned() }
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
    Hotspot,
    Order,
    Match,
    Blanks,
    Number,
    Short,
}

impl Class {
    /// Their names, in the order of the variants.
    pub(crate) const NAMES: &[&str] = &["choice", "choices", "hotspot", "order", "match", "blanks", "number", "short"];
    const ALL: &[Self] = &[
        Self::Choice,
        Self::Choices,
        Self::Hotspot,
        Self::Order,
        Self::Match,
        Self::Blanks,
        Self::Number,
        Self::Short,
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|class| class.name() == name)
    }

    /// The attributes that a question of this class may have.
    pub(crate) fn keys(self) -> impl Iterator<Item = &'static str> {
        values::KEYS.iter().chain(values::own_keys(self)).copied()
    }

    /// The attributes that questions of some class may have.
    pub(crate) fn all_keys() -> impl Iterator<Item = &'static str> {
        let own = Self::ALL.iter().flat_map(|class| values::own_keys(*class));
        values::KEYS.iter().chain(own).chain(WorkKind::Open.keys()).copied()
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
            Key::Hotspot { regions, .. } => (*regions, false),
            Key::Order { steps } => (*steps, true),
            Key::Match { targets, .. } => (*targets, true),
            Key::Blanks { .. } | Key::Number { .. } | Key::Short { .. } => (self.choices().len(), true),
        };
        Candidate { id: self.id.to_string(), options, shuffle: self.shuffle, always }
    }

    /// What was chosen for each gap, as this question says it, where it was chosen in the words of another language.
    #[must_use]
    pub fn in_own_words(&self, chosen: &[String], other: &Self) -> Vec<String> {
        let (own, theirs) = (self.choices(), other.choices());
        let same = |word: &String| {
            let at = theirs.iter().position(|one| one == word).filter(|_| !own.contains(word))?;
            own.get(at).cloned()
        };
        chosen.iter().map(|word| same(word).unwrap_or_else(|| word.clone())).collect()
    }

    /// What each gap offers to choose from.
    fn choices(&self) -> &[String] {
        if let Body::Blanks { choices, .. } = &self.body { choices } else { &[] }
    }

    /// The size of its HTML, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.parts().map(Html::bytes).sum()
    }

    /// Whether something of the reader's country stands in it.
    #[must_use]
    pub fn has_slots(&self) -> bool {
        self.parts().any(Html::has_slots)
    }

    /// All its HTML.
    fn parts(&self) -> impl Iterator<Item = &Html> {
        let body: Vec<&Html> = match &self.body {
            Body::Options(options) => {
                options.iter().flat_map(|option| std::iter::once(&option.text).chain(&option.feedback)).collect()
            }
            Body::Hotspot { picture, caption, options, .. } => {
                let options = options.iter().flat_map(|option| std::iter::once(&option.text).chain(&option.feedback));
                std::iter::once(picture).chain(caption).chain(options).collect()
            }
            Body::Order(steps) => steps.iter().collect(),
            Body::Match { heads, rows, targets } => heads.iter().chain(rows).chain(targets).collect(),
            Body::Blanks { text, .. } => text.iter().collect(),
            Body::Number => Vec::new(),
            Body::Short { feedback } => feedback.iter().flatten().collect(),
        };
        let around = [&self.title, &self.prompt].into_iter().chain(&self.hints).chain(&self.explanation);
        around.chain(body)
    }
}
