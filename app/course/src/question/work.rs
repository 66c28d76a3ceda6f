//! Work that a person marks by a rubric: what one writes (`.open`), and what one does outside the course (`.task`). Nothing of
//! it is graded here.

use super::read::{Pen, alerts, before_another, explanation, prompt};
use super::values::values;
use super::{Rubric, rubric};
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::Alert;
use crate::markdown::walk::plain;
use crate::names::{Language, QuestionId};
use crate::outline::{PageKind, Section};

/// Which work it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkKind {
    /// One writes: `.open`.
    Open,
    /// One does something, and notes what came of it: `.task`.
    Task,
}

impl WorkKind {
    /// Their names, in the order of the variants.
    pub(crate) const NAMES: &[&str] = &["open", "task"];

    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Open, Self::Task].into_iter().find(|kind| kind.name() == name)
    }

    /// The name of its class.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }

    /// The attributes it may have. It has no points: they stand in its rubric.
    pub(crate) fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Open => &["words", "files", "tags", "hint-cost"],
            Self::Task => &[],
        }
    }
}

/// A piece of work, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// The `#id` of its heading.
    pub id: QuestionId,
    /// Which it is.
    pub kind: WorkKind,
    /// The heading, to stand in a line.
    pub title: Html,
    /// The heading as text.
    pub title_text: String,
    /// What stands between the heading and the rubric.
    pub prompt: Html,
    /// `words`: about how many words are asked for.
    pub words: Option<u32>,
    /// `files`: how many files are asked for.
    pub files: Option<u32>,
    /// `tags`, by which tests draw.
    pub tags: Vec<String>,
    /// What it is marked by.
    pub rubric: Rubric,
    /// The hints (`TIP`), one by one.
    pub hints: Vec<Html>,
    /// The explanation (`NOTE`), to be shown after writing.
    pub explanation: Option<Html>,
    /// Whom to turn to, for someone whom the writing reminds of what happened to them or to a child they know.
    pub help: Html,
    /// The language of its words: that of the source where it is not translated.
    pub language: Language,
}

impl Work {
    /// The size of its HTML, in bytes.
    pub(crate) fn bytes(&self) -> u64 {
        self.parts().map(Html::bytes).sum()
    }

    /// Whether something of the reader's country stands in it.
    #[must_use]
    pub fn has_slots(&self) -> bool {
        self.parts().any(Html::has_slots)
    }

    fn parts(&self) -> impl Iterator<Item = &Html> {
        let around = [&self.title, &self.prompt, &self.rubric.table, &self.help].into_iter();
        around.chain(&self.hints).chain(&self.explanation)
    }
}

/// Reads a piece of work on a page of this kind.
pub(crate) fn work(
    section: Section<'_>,
    kind: WorkKind,
    page: PageKind,
    pen: &mut Pen<'_, '_>,
    faults: &mut Faults,
) -> Option<Work> {
    let section = Section { inside: before_another(section.inside), ..section };
    let heading = section.heading;
    let values = values(&heading.attributes, |key| kind.keys().contains(&key), faults);
    if page == PageKind::Module {
        check_files(section, values.files, faults);
    }
    let title_text = plain(&heading.content);
    pen.writer.under(&title_text);
    let title = pen.writer.phrase(&heading.content);
    let (at, table) = rubric::find(section, kind.name(), faults)?;
    let (before, after) = section.inside.split_at(at);
    let prompt = prompt(before, heading.level, pen);
    let rubric = rubric::read(&section.inside[at], table, pen, faults);
    let hints = alerts(section.inside, Alert::Tip).map(|blocks| pen.part(blocks)).collect();
    let explanation = explanation(section.inside, after, pen);
    let id = heading.attributes.id.as_ref().and_then(|id| QuestionId::parse(&id.text).ok())?;
    Some(Work {
        id,
        kind,
        title,
        title_text,
        prompt,
        words: values.words,
        files: values.files,
        tags: values.tags,
        rubric: rubric?,
        hints,
        explanation,
        help: pen.writer.help(),
        language: pen.writer.words.language.clone(),
    })
}

/// What is written in a lesson stays on the learner's device, so nobody is there to take a file.
fn check_files(section: Section<'_>, files: Option<u32>, faults: &mut Faults) {
    let written = section.heading.attributes.values.iter().find(|(key, _)| key.text == "files");
    if let Some(((key, value), files)) = written.zip(files) {
        faults.at(key.span.start..value.span.end, Fault::NotYet { what: format!("files={files}") });
    }
}
