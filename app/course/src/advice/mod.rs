//! What is not wrong and could be better: how a course teaches, and how it cares for those who learn from it. Each rule is a
//! warning that an author may silence with a reason ([`allow`]); what it looks for in words stands in `words/`, a file a language.
//!
//! A page is advised on only when it has no errors: first the mistakes, then the advice. [`hidden`] signs are told always, for
//! they may be what is behind a mistake that nobody can see. Every rule looks at one page at a time and at each word once.

pub(crate) mod allow;
mod answers;
mod figure;
pub(crate) mod hidden;
mod keys;
mod lesson;
mod option;
mod passage;
mod phrase;
mod picture;
mod reading;
mod text;
mod vocabulary;

use crate::diagnostic::Faults;
use crate::markdown::tree::{Block, Page};
use crate::names::Language;
use crate::outline::{PageKind, Role, below_title, sections};
use answers::Answers;
use vocabulary::Vocabulary;

/// What a page is, to be advised on.
#[derive(Clone, Copy)]
pub(crate) struct About<'l> {
    pub(crate) kind: PageKind,
    pub(crate) language: &'l Language,
    /// Some test shows the options of its questions mixed, or they are practice, which always is.
    pub(crate) mixed: bool,
    /// It is in the language the course was written in. Of a translation nothing is said that only the source can mend.
    pub(crate) is_source: bool,
}

/// Advises on a page without errors.
pub(crate) fn page(page: &Page, about: About<'_>, faults: &mut Faults) {
    let vocabulary = Vocabulary::of(about.language);
    picture::check(page, vocabulary, faults);
    let answers: Vec<Answers<'_>> = answers::all(&page.blocks, about);
    for answers in &answers {
        option::check(answers, vocabulary, faults);
    }
    let title = page.blocks.iter().find(|block| block.heading().is_some());
    if let Some(title) = title.filter(|_| about.is_source) {
        keys::check(&answers, &title.span, faults);
    }
    if about.kind == PageKind::Module {
        let (_, lessons) = sections(below_title(&page.blocks), 2);
        lessons.into_iter().for_each(|section| lesson::check(section, about, vocabulary, faults));
    }
}

/// Whether a heading begins something that a learner does: a question, a task, a story.
fn asks(kind: PageKind, block: &Block) -> bool {
    let role = block.heading().map(|heading| Role::of(kind, heading));
    let nothing = [Role::Title, Role::Lesson, Role::Objectives, Role::Special, Role::Plain];
    role.is_some_and(|role| !nothing.contains(&role))
}
