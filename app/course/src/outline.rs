//! The sections of a page: what stands under which heading, and what each heading is there for.

use std::borrow::Borrow;

use crate::attributes::Attributes;
use crate::markdown::tree::{Block, Heading};
use crate::question::{Class, WorkKind};
use crate::survey::{Ask, SCALE};

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PageKind {
    /// `course.md`.
    Course,
    /// A module.
    Module,
    /// The page of a test.
    Test,
    /// A bank of questions.
    Bank,
    /// A survey.
    Survey,
    /// The glossary.
    Glossary,
}

/// What a heading is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The title of the page.
    Title,
    /// The beginning of a lesson.
    Lesson,
    /// The beginning of a question.
    Question(Class),
    /// The beginning of a question of a survey.
    Asks(Ask),
    /// The beginning of work that a person marks.
    Work(WorkKind),
    /// The beginning of a story with choices.
    Scenario,
    /// The beginning of something that nobody can tell, because its class is not known.
    Unknown,
    /// The objectives of the course.
    Objectives,
    /// A section whose lists or whose text are shown in another way.
    Special,
    /// Nothing but a heading.
    Plain,
}

/// Classes of headings that are not questions.
pub(crate) const SPECIAL: &[&str] = &["cards", "reveal", "steps"];
/// The section of objectives in `course.md`.
pub(crate) const OBJECTIVES: &str = "objectives";
/// The class of stories with choices.
pub(crate) const SCENARIO: &str = "scenario";

impl Role {
    /// The role of a heading on such a page.
    pub(crate) fn of(kind: PageKind, heading: &Heading) -> Self {
        let class = |known: &&str| heading.attributes.has_class(known);
        let question = heading.attributes.classes.iter().find_map(|class| Class::named(&class.text));
        let work = heading.attributes.classes.iter().find_map(|class| WorkKind::named(&class.text));
        let work = work.filter(|work| kind == PageKind::Module || *work == WorkKind::Open);
        let asks = matches!(kind, PageKind::Module | PageKind::Bank);
        match (kind, heading.level) {
            (_, 1) => Self::Title,
            (PageKind::Survey, _) if misnamed(&heading.attributes) => Self::Unknown,
            (PageKind::Survey, _) => heading
                .attributes
                .classes
                .iter()
                .find_map(|class| Ask::named(&class.text))
                .map_or(Self::Plain, Self::Asks),
            (PageKind::Module, 2) => Self::Lesson,
            _ if asks && question.is_some() => question.map_or(Self::Plain, Self::Question),
            _ if asks && work.is_some() => work.map_or(Self::Plain, Self::Work),
            (PageKind::Module, _) if class(&SCENARIO) => Self::Scenario,
            _ if asks && misnamed(&heading.attributes) => Self::Unknown,
            (PageKind::Course, 2) if class(&OBJECTIVES) => Self::Objectives,
            _ if SPECIAL.iter().any(class) => Self::Special,
            _ => Self::Plain,
        }
    }
}

/// Every class there is.
pub(crate) fn classes() -> impl Iterator<Item = &'static str> {
    let asks = Class::NAMES.iter().chain(WorkKind::NAMES).chain([&SCALE]);
    asks.chain(SPECIAL).chain([&SCENARIO, &OBJECTIVES]).copied()
}

/// There are classes, and none of them is known.
fn misnamed(attributes: &Attributes) -> bool {
    !attributes.classes.is_empty() && !classes().any(|class| attributes.has_class(class))
}

/// How many of these blocks belong to the section of a heading of this level that stands before them: those up to the next
/// heading of its level or above.
pub(crate) fn section_length<B: Borrow<Block>>(blocks: &[B], level: u8) -> usize {
    let ends = |block: &B| block.borrow().heading().is_some_and(|heading| heading.level <= level);
    blocks.iter().position(ends).unwrap_or(blocks.len())
}

/// A heading with the blocks of its section.
#[derive(Clone, Copy)]
pub(crate) struct Section<'p> {
    pub(crate) block: &'p Block,
    pub(crate) heading: &'p Heading,
    pub(crate) inside: &'p [Block],
}

/// What stands before the first heading of this level or above, and the sections of these headings.
pub(crate) fn sections(blocks: &[Block], level: u8) -> (&[Block], Vec<Section<'_>>) {
    let (before, mut rest) = blocks.split_at(section_length(blocks, level));
    let mut sections = Vec::new();
    while let Some((block, after)) = rest.split_first() {
        let Some(heading) = block.heading() else { break };
        let (inside, next) = after.split_at(section_length(after, level));
        sections.push(Section { block, heading, inside });
        rest = next;
    }
    (before, sections)
}

/// The blocks below the title.
pub(crate) fn below_title(blocks: &[Block]) -> &[Block] {
    let title = blocks.iter().position(|block| block.heading().is_some_and(|heading| heading.level == 1));
    title.map_or(blocks, |at| &blocks[at + 1..])
}

/// The title's heading.
pub(crate) fn title(blocks: &[Block]) -> Option<&Heading> {
    blocks.iter().find_map(|block| block.heading().filter(|heading| heading.level == 1))
}
