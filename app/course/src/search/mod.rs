//! Search in a course: which lessons hold the words that someone types, best first. The index is built here, of what a reader
//! sees, so that it is the same on the server and in a browser without a network. It is made when it is first asked for, and
//! never for a course that is only checked.

mod excerpt;
mod index;
mod terms;

pub use excerpt::{Excerpt, Piece};

pub(crate) use index::Index;

use crate::course::{Edition, Lesson, Module};

/// A place that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'e> {
    /// The module.
    pub module: &'e Module,
    /// The lesson. None is the module's opening page.
    pub lesson: Option<&'e Lesson>,
}

impl Edition {
    /// The places that hold what was typed, best first. Where none holds all of its words, those that hold the most.
    #[must_use]
    pub fn find(&self, typed: &str) -> Vec<Hit<'_>> {
        let index = self.index.get_or_init(|| Index::of(&self.modules).into());
        let hit = |(module, lesson): index::Spot| {
            let module = &self.modules[module];
            Hit { module, lesson: lesson.map(|number| &module.lessons[number]) }
        };
        index.find(typed).into_iter().map(hit).collect()
    }
}
