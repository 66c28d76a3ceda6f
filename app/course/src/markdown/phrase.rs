//! Writing what stands within a line, and paragraphs.

use super::tree::{Inline, InlineKind, Link, Picture, Target};
use super::write::Writer;
use crate::html::escape;
use crate::slot::Hole;

impl Writer<'_> {
    /// A paragraph; one that is a picture and nothing else is a figure.
    pub(super) fn paragraph(&mut self, content: &[Inline]) {
        if let [Inline { kind: InlineKind::Picture(picture), .. }] = content {
            match &picture.film {
                Some(film) => self.film(film, picture),
                None => self.figure(picture),
            }
        } else {
            self.open("p");
            self.inlines(content);
            self.close("p");
        }
    }

    fn figure(&mut self, picture: &Picture) {
        self.open("figure");
        self.picture(picture);
        if !picture.caption.is_empty() {
            self.open("figcaption");
            escape(&picture.caption, &mut self.out);
            self.out.push_str("</figcaption>");
        }
        self.close("figure");
    }

    pub(super) fn inlines(&mut self, content: &[Inline]) {
        content.iter().for_each(|inline| self.inline(inline));
    }

    fn inline(&mut self, inline: &Inline) {
        match &inline.kind {
            InlineKind::Text(text) => escape(text, &mut self.out),
            InlineKind::Code(code) => self.wrap("code", |writer| escape(code, &mut writer.out)),
            InlineKind::Emphasis(inner) => self.wrap("em", |writer| writer.inlines(inner)),
            InlineKind::Strong(inner) => self.wrap("strong", |writer| writer.inlines(inner)),
            InlineKind::Deleted(inner) => self.wrap("del", |writer| writer.inlines(inner)),
            InlineKind::Link(link, inner) => self.link(link, inner),
            InlineKind::Picture(picture) => self.picture(picture),
            InlineKind::NoteReference(_) if self.noteless => {}
            InlineKind::NoteReference(label) => self.cite(label),
            // A region is drawn on its picture.
            InlineKind::Region(_) => {}
            InlineKind::Gap(_) => self.out.push(self.words.gap),
            InlineKind::Slot(slot) => self.out.push(Hole { slot: *slot, plain: self.linkless }.sign()),
            InlineKind::SoftBreak => self.out.push('\n'),
            InlineKind::HardBreak => self.out.push_str("<br>\n"),
        }
    }

    fn wrap(&mut self, name: &str, write: impl FnOnce(&mut Self)) {
        self.open(name);
        write(self);
        self.out.push_str(&format!("</{name}>"));
    }

    fn link(&mut self, link: &Link, inner: &[Inline]) {
        let Some(target) = &link.leads else { return self.inlines(inner) };
        self.out.push_str("<a");
        match target {
            Target::Here(here) => self.attribute("href", &here.address),
            Target::Term(term) => self.term(term),
            Target::Elsewhere(address) => {
                self.attribute("href", address);
                if address.to_ascii_lowercase().starts_with("http") {
                    self.attribute("rel", "external noopener");
                }
            }
        }
        self.out.push('>');
        // No link may stand in a link: a browser would end the outer one.
        let outer = (std::mem::replace(&mut self.linkless, true), std::mem::replace(&mut self.in_link, true));
        self.inlines(inner);
        (self.linkless, self.in_link) = outer;
        self.out.push_str("</a>");
    }

    /// A picture that was found; of another the alternative text alone.
    fn picture(&mut self, picture: &Picture) {
        let Some(media) = &picture.media else { return escape(&picture.alt, &mut self.out) };
        self.media.insert(media.path.clone(), media.bytes);
        self.out.push_str("<img");
        self.attribute("src", &media.address());
        self.attribute("alt", &picture.alt);
        if let (Some(width), Some(height)) = (media.width, media.height) {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
        self.out.push_str(" loading=\"lazy\" decoding=\"async\">");
    }
}
