//! Reading what stands within a line.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use super::parse::Builder;
use super::slots;
use super::text;
use super::tree::{Inline, InlineKind, Link, Picture};
use super::walk::plain;
use crate::diagnostic::Fault;

impl<'s, E: Iterator<Item = (Event<'s>, Range<usize>)>> Builder<'s, '_, E> {
    /// The inline elements up to the end of what is open, looked through for what should not be text.
    pub(super) fn content(&mut self) -> Vec<Inline> {
        let content = self.inlines();
        text::check_run(self.source, &content, self.faults);
        content
    }

    fn inlines(&mut self) -> Vec<Inline> {
        let mut content = Vec::new();
        while let Some((event, span)) = self.events.next() {
            if matches!(event, Event::End(_)) {
                break;
            }
            self.inline(event, span, &mut content);
        }
        trim_cut(&mut content, self.cut);
        kept(&mut content);
        content
    }

    /// One inline element, added to those before it.
    pub(super) fn inline(&mut self, event: Event<'s>, span: Range<usize>, content: &mut Vec<Inline>) {
        let cut = self.cut.is_some_and(|cut| span.start >= cut);
        let kind = match event {
            Event::Start(tag) => self.nested(tag, span.clone(), Self::open).flatten(),
            Event::Text(_) if cut => None,
            Event::Text(text) => return self.text(&text, span, content),
            Event::Code(code) => Some(InlineKind::Code(code.into_string())),
            Event::FootnoteReference(label) => Some(InlineKind::NoteReference(label.into_string())),
            Event::SoftBreak => Some(InlineKind::SoftBreak),
            Event::HardBreak => Some(InlineKind::HardBreak),
            Event::InlineHtml(html) | Event::Html(html) => {
                self.raw.inline(&html, span.clone(), self.faults);
                None
            }
            Event::TaskListMarker(ticked) => {
                self.ticked = Some(ticked);
                None
            }
            // The options that would make others are off.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::Rule | Event::End(_) => None,
        };
        content.extend(kind.filter(|_| !cut).map(|kind| Inline { span, kind }));
    }

    fn open(&mut self, tag: Tag<'s>, span: Range<usize>) -> Option<InlineKind> {
        let inner = self.inlines();
        match tag {
            Tag::Emphasis => Some(InlineKind::Emphasis(inner)),
            Tag::Strong => Some(InlineKind::Strong(inner)),
            Tag::Strikethrough => Some(InlineKind::Deleted(inner)),
            Tag::Link { link_type, dest_url, .. } => {
                if plain(&inner).is_empty() {
                    self.faults.at(span, Fault::LinkEmpty {});
                }
                let mail = if link_type == LinkType::Email { "mailto:" } else { "" };
                let link = Link { written: format!("{mail}{dest_url}"), leads: None };
                Some(InlineKind::Link(Box::new(link), inner))
            }
            Tag::Image { dest_url, title, .. } => {
                let alt = plain(&inner);
                if alt.is_empty() {
                    self.faults.at(span, Fault::PictureWithoutAlt {});
                }
                let (written, caption) = (dest_url.into_string(), title.into_string());
                let picture = Picture { written, alt, caption, media: None, film: None };
                Some(InlineKind::Picture(Box::new(picture)))
            }
            _ => None,
        }
    }

    fn text(&mut self, text: &str, span: Range<usize>, content: &mut Vec<Inline>) {
        if let Some((label, span)) = text::undefined_note(self.source, text, &span) {
            self.faults.at(span, Fault::FootnoteUndefined { label });
        }
        // Where the text goes over into the heading's attributes, it is as in the source.
        let kept = self
            .cut
            .filter(|cut| *cut < span.end && text.len() == span.len())
            .map_or(text.len(), |cut| cut - span.start);
        let text = text.get(..kept).unwrap_or(text);
        let mut from = 0;
        for (place, slot) in slots::find(self.source, text, span.start) {
            let at = span.start + place.start..span.start + place.end;
            self.slots += 1;
            if self.slots > slots::MOST {
                if self.slots == slots::MOST + 1 {
                    self.faults.at(at, Fault::SlotsMany { limit: slots::MOST.to_string() });
                }
                continue;
            }
            if from < place.start {
                add_text(&text[from..place.start], span.start + from..at.start, content);
            }
            content.push(Inline { span: at, kind: InlineKind::Slot(slot) });
            from = place.end;
        }
        if from < text.len() || from == 0 {
            add_text(&text[from..], span.start + from..span.end, content);
        }
    }
}

/// Takes back the room that was made for more: a tree has very many short rows, and all trees of a course are there at once.
fn kept(content: &mut Vec<Inline>) {
    if let Some(Inline { kind: InlineKind::Text(words), .. }) = content.last_mut() {
        words.shrink_to_fit();
    }
    content.shrink_to_fit();
}

/// Text that follows text is one with it, if both are as in the source: what was written as an entity, or has a backslash before it,
/// stands by itself, so that a place in the source is a place in the text.
fn add_text(text: &str, span: Range<usize>, content: &mut Vec<Inline>) {
    match content.last_mut() {
        Some(Inline { span: before, kind: InlineKind::Text(words) })
            if before.end == span.start && words.len() == before.len() && text.len() == span.len() =>
        {
            words.push_str(text);
            before.end = span.end;
        }
        _ => content.push(Inline { span, kind: InlineKind::Text(text.to_owned()) }),
    }
}

/// A heading's words end before its attributes, without the blank between them.
fn trim_cut(content: &mut Vec<Inline>, cut: Option<usize>) {
    let Some(cut) = cut else { return };
    while matches!(content.last(), Some(Inline { span, kind: InlineKind::SoftBreak | InlineKind::HardBreak }) if span.end >= cut)
    {
        content.pop();
    }
    if let Some(Inline { span, kind: InlineKind::Text(words) }) = content.last_mut()
        && span.end >= cut
    {
        words.truncate(words.trim_end().len());
        span.end = cut;
    }
}
