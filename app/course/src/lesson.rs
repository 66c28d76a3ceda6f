//! From a section of a module to a lesson: text, and the questions in it.

use std::sync::Arc;

use crate::course::{Lesson, Segment};
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::{Alert, Block, BlockKind};
use crate::markdown::walk::{plain, words};
use crate::markdown::write::{Words, Writer};
use crate::names::LessonId;
use crate::outline::{PageKind, Role, Section, section_length};
use crate::question::{Pen, read, work};

/// A lesson's text should be smaller than this, in bytes of HTML that is not compressed. Compressed to a quarter, with the
/// style and the frame around it, the page is then within the 14,336 bytes that reach a phone in one round trip.
pub(crate) const HEAVY: u64 = 24 * 1024;

/// Reads a lesson. None if it has no id, which has been named.
pub(crate) fn lesson(section: Section<'_>, page: Words<'_>, faults: &mut Faults) -> Option<Lesson> {
    let title = plain(&section.heading.content);
    let mut writer = Writer::new(page, "", &title);
    writer.without_notices = true;
    writer.raised = 1;
    let notices = notices(section.inside, &mut writer);
    let segments = segments(section.inside, &mut writer, faults);
    let html_bytes: u64 = notices.iter().map(Html::bytes).chain(segments.iter().map(Segment::bytes)).sum();
    let span = section.block.span.clone();
    if section.inside.is_empty() {
        faults.at(span, Fault::LessonEmpty {});
    } else if html_bytes > HEAVY {
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
        let mut pen = Pen { writer, own_notes: false };
        match Role::of(PageKind::Module, heading) {
            Role::Question(class) => {
                let question = read(section, class, &mut pen, faults);
                segments.extend(question.map(|question| Segment::Question(Arc::new(question))));
            }
            Role::Work(kind) => {
                let work = work(section, kind, PageKind::Module, &mut pen, faults);
                segments.extend(work.map(|work| Segment::Work(Arc::new(work))));
            }
            _ => {}
        }
        rest = next;
    }
    writer.footnotes();
    writer.terms();
    segments.extend(taken(writer));
    segments
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
