//! From a section of a module to a lesson: text, and the questions in it.

use std::sync::Arc;

use crate::course::{Lesson, Segment};
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::{Alert, Block, BlockKind};
use crate::markdown::walk::{plain, words};
use crate::markdown::words::Words;
use crate::markdown::write::Writer;
use crate::names::LessonId;
use crate::outline::{PageKind, Role, Section, section_length};
use crate::question::{Class, Pen, Question, Work, WorkKind, read, work};

/// A lesson's text should be smaller than this, in bytes of HTML that is not compressed. Compressed to a quarter, with the
/// style and the frame around it, the page is then within the 14,336 bytes that reach a phone in one round trip.
pub(crate) const HEAVY: u64 = 24 * 1024;

/// Reads a lesson. None if it has no id, which has been named.
pub(crate) fn lesson(section: Section<'_>, page: Words<'_>, faults: &mut Faults) -> Option<Lesson> {
    let title = plain(&section.heading.content);
    let page = page.of(section.heading.foreign);
    let mut writer = Writer::new(page, "", &title);
    writer.without_notices = true;
    writer.raised = 1;
    let notices = notices(section.inside, &mut writer);
    // What is the source's own is told there.
    let told = !section.heading.foreign;
    let segments = faults.told_if(told, |faults| segments(section.inside, &mut writer, faults));
    let html_bytes: u64 = notices.iter().map(Html::bytes).chain(segments.iter().map(Segment::bytes)).sum();
    let span = section.block.span.clone();
    if section.inside.is_empty() && told {
        faults.at(span, Fault::LessonEmpty {});
    } else if html_bytes > HEAVY && told {
        faults.at(span, Fault::LessonHeavy { bytes: html_bytes.to_string(), limit: HEAVY.to_string() });
    }
    let id = section.heading.attributes.id.as_ref()?;
    Some(Lesson {
        id: LessonId::parse(&id.text).ok()?,
        words: words(section.inside) + title.split_whitespace().count(),
        title,
        notices,
        segments,
        media_bytes: writer.media.values().sum(),
        html_bytes,
        language: page.language.clone(),
    })
}

/// The content notices, wherever they stand in the lesson.
fn notices(inside: &[Block], writer: &mut Writer<'_>) -> Vec<Html> {
    let notice = |block: &Block| match &block.kind {
        BlockKind::Alert(Alert::Caution, blocks) => Some(writer.part(blocks)),
        _ => None,
    };
    inside.iter().filter_map(notice).collect()
}

fn segments(inside: &[Block], writer: &mut Writer<'_>, faults: &mut Faults) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut rest = inside;
    while !rest.is_empty() {
        let text = rest.iter().position(interrupts).unwrap_or(rest.len());
        writer.blocks(&rest[..text]);
        let Some((block, after)) = rest[text..].split_first() else { break };
        segments.extend(taken(writer));
        let Some(heading) = block.heading() else { break };
        let (inside, next) = after.split_at(section_length(after, heading.level));
        let section = Section { block, heading, inside };
        match Role::of(PageKind::Module, heading) {
            Role::Question(class) => segments.extend(question(section, class, writer, faults)),
            Role::Work(kind) => segments.extend(task(section, kind, writer, faults)),
            _ => {}
        }
        rest = next;
    }
    writer.footnotes();
    writer.terms();
    segments.extend(taken(writer));
    segments
}

fn question(section: Section<'_>, class: Class, writer: &mut Writer<'_>, faults: &mut Faults) -> Option<Segment> {
    let read = |pen: &mut Pen<'_, '_>, faults: &mut Faults| read(section, class, pen, faults);
    practice(section, writer, faults, read).map(|question: Question| Segment::Question(Arc::new(question)))
}

fn task(section: Section<'_>, kind: WorkKind, writer: &mut Writer<'_>, faults: &mut Faults) -> Option<Segment> {
    let read = |pen: &mut Pen<'_, '_>, faults: &mut Faults| work(section, kind, PageKind::Module, pen, faults);
    practice(section, writer, faults, read).map(|work: Work| Segment::Work(Arc::new(work)))
}

/// What a learner does, in its own language, which may be another than the lesson's.
fn practice<T>(
    section: Section<'_>,
    writer: &mut Writer<'_>,
    faults: &mut Faults,
    read: impl FnOnce(&mut Pen<'_, '_>, &mut Faults) -> T,
) -> T {
    let words = writer.words.of(section.heading.foreign);
    let around = std::mem::replace(&mut writer.words, words);
    let mut pen = Pen { writer, own_notes: false };
    let came = faults.told_if(!section.heading.foreign, |faults| read(&mut pen, faults));
    writer.words = around;
    came
}

/// What is not text: a question, work, or what is left out because nobody can tell what it is.
fn interrupts(block: &Block) -> bool {
    let role = block.heading().map(|heading| Role::of(PageKind::Module, heading));
    matches!(role, Some(Role::Question(_) | Role::Work(_) | Role::Unknown))
}

fn taken(writer: &mut Writer<'_>) -> Option<Segment> {
    Some(writer.take()).filter(|html| !html.is_empty()).map(Segment::Html)
}

impl Segment {
    fn bytes(&self) -> u64 {
        match self {
            Self::Html(html) => html.bytes(),
            Self::Question(question) => question.bytes(),
            Self::Work(work) => work.bytes(),
        }
    }
}
