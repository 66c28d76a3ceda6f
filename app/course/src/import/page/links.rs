//! Links and pictures of a page, as they are in the course.

use std::ops::Range;

use super::Writer;
use crate::diagnostic::Fault;
use crate::import::leads::Lead;
use crate::import::left::{Done, Uncarried};
use crate::import::plan::Role;
use crate::import::scan::{Kind, Link};
use crate::import::words::{address, escaped};
use crate::import::woven::Change;
use crate::links::decode;

/// What becomes of a link.
enum New {
    /// It stays as it is.
    Same,
    /// It leads here.
    To(String),
    /// Its words stay.
    Words,
}

impl Writer<'_, '_> {
    /// The changes of all links in a part of a page that comes into this file.
    pub(super) fn links(&mut self, module: usize, page: usize, within: &Range<usize>, changes: &mut Vec<Change>) {
        let own = &self.folder.pages[page];
        let whole = *within == (0..own.page.text.len());
        let notes: Vec<_> = own
            .facts
            .tops
            .iter()
            .filter(|top| !whole && matches!(top.kind, Kind::Note(_)))
            .map(|top| top.span.clone())
            .collect();
        for (at, link) in own.facts.links.iter().enumerate() {
            // What is defined for the whole page may be shown in another part of it.
            if within.contains(&link.span.start) || notes.iter().any(|span| span.contains(&link.span.start)) {
                let lead = self.leads[page][at].clone();
                changes.extend(if link.picture {
                    self.picture(page, link, lead)
                } else {
                    self.link(module, page, link, lead)
                });
            }
        }
        changes.extend(
            own.facts.bare.iter().map(|span| Change::new(span.clone(), format!("<{}>", &own.page.text[span.clone()]))),
        );
        for piece in own.facts.texts.iter().filter(|piece| within.contains(&piece.start)) {
            let words = &own.page.text[piece.clone()];
            let begins = ["{{#", "{{<", "{{%", "{%"].iter().filter_map(|sign| words.find(sign));
            if let Some(at) = begins.min() {
                let sign = words[at..].chars().take_while(|c| *c != '\n').take(40).collect();
                self.told.tell(&own.path, own.line(piece.start + at), Uncarried::Template { sign }, Done::AsText);
            }
        }
    }

    fn tell(&mut self, page: usize, link: &Link, what: Uncarried, done: Done) {
        let own = &self.folder.pages[page];
        self.told.tell(&own.path, own.line(link.span.start), what, done);
    }

    fn fault(&mut self, page: usize, link: &Link, fault: Fault, done: Done) {
        self.tell(page, link, Uncarried::Mistake(fault), done);
    }

    fn link(&mut self, module: usize, page: usize, link: &Link, lead: Lead) -> Vec<Change> {
        // An address of mail in angle brackets is written without its kind.
        if link.auto && !link.address.contains(':') {
            return Vec::new();
        }
        let written = link.address.chars().take(80).collect::<String>();
        let nearest = || "none".to_owned();
        let new = match lead {
            Lead::Elsewhere => New::Same,
            Lead::Safe(address) => New::To(address),
            Lead::Page(to, head) => New::To(self.place(module, to, head)),
            Lead::NoHeading(to, id) => {
                self.fault(page, link, Fault::LinkNoId { id, nearest: nearest() }, Done::Moved);
                New::To(self.place(module, to, None))
            }
            Lead::File(path) => match self.files.name(&path) {
                Ok((name, _)) => New::To(format!("../media/{name}")),
                Err(why) => {
                    self.tell(page, link, why, Done::Words);
                    New::Words
                }
            },
            Lead::Refused(scheme) => {
                self.fault(page, link, Fault::LinkScheme { scheme }, Done::Words);
                New::Words
            }
            Lead::Nowhere => {
                self.fault(page, link, Fault::LinkNowhere { link: written.clone(), nearest: nearest() }, Done::Words);
                New::Words
            }
        };
        let text = &self.folder.pages[page].page.text;
        if link.auto {
            return if matches!(new, New::Same) {
                Vec::new()
            } else {
                vec![Change::new(link.span.clone(), escaped(&link.address))]
            };
        }
        let Some(inner) = link.inner.clone().filter(|_| link.pictured || !link.plain.trim().is_empty()) else {
            self.fault(page, link, Fault::LinkEmpty {}, Done::FileName);
            let words = escaped(written.rsplit('/').find(|part| !part.is_empty()).unwrap_or("…"));
            let to = match new {
                New::Same => link.address.clone(),
                New::To(to) => to,
                New::Words => return vec![Change::new(link.span.clone(), words)],
            };
            return vec![Change::new(link.span.clone(), format!("[{words}]({})", address(&to)))];
        };
        let tail = inner.end..link.span.end;
        if !text[tail.clone()].starts_with(']') {
            return Vec::new();
        }
        match new {
            New::Same if text[tail.clone()].starts_with("](") => Vec::new(),
            New::Same => vec![Change::new(tail, end(&link.address, &link.title))],
            New::To(to) => vec![Change::new(tail, end(&to, &link.title))],
            New::Words => vec![Change::new(link.span.start..inner.start, ""), Change::new(tail, "")],
        }
    }

    fn picture(&mut self, page: usize, link: &Link, lead: Lead) -> Vec<Change> {
        let written = link.address.chars().take(80).collect::<String>();
        let name =
            written.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).filter(|name| !name.is_empty());
        let name = name.map_or_else(|| "…".to_owned(), |name| decode(name).unwrap_or_else(|| name.to_owned()));
        let alt = link.plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = if alt.is_empty() { &name } else { &alt };
        let words = |words: &str| vec![Change::new(link.span.clone(), escaped(words))];
        let linked = |to: &str| {
            if link.inside {
                words(said)
            } else {
                vec![Change::new(link.span.clone(), format!("[{}]({})", escaped(said), address(to)))]
            }
        };
        match lead {
            Lead::File(path) => match self.files.name(&path) {
                Ok((file, kind)) if kind.is_picture() => {
                    if alt.is_empty() {
                        self.fault(page, link, Fault::PictureWithoutAlt {}, Done::FileName);
                    }
                    self.shown(page, link, &file, &alt, &name)
                }
                Ok((file, _)) => {
                    self.tell(page, link, Uncarried::Film { link: written.clone() }, Done::Link);
                    linked(&format!("../media/{file}"))
                }
                Err(why) => {
                    self.tell(page, link, why, Done::Words);
                    words(said)
                }
            },
            Lead::Elsewhere | Lead::Safe(_) => {
                self.fault(page, link, Fault::PictureElsewhere { link: written.clone() }, Done::Link);
                match lead {
                    Lead::Safe(to) => linked(&to),
                    _ => linked(&link.address),
                }
            }
            Lead::Refused(_) => {
                self.fault(page, link, Fault::PictureElsewhere { link: written.clone() }, Done::Words);
                words(if alt.is_empty() { "…" } else { &alt })
            }
            _ => {
                self.fault(
                    page,
                    link,
                    Fault::PictureNowhere { link: written.clone(), nearest: "none".to_owned() },
                    Done::Words,
                );
                words(said)
            }
        }
    }

    /// A picture that is in the course: its words stay as they are, if there are some.
    fn shown(&self, page: usize, link: &Link, file: &str, alt: &str, name: &str) -> Vec<Change> {
        let text = &self.folder.pages[page].page.text;
        let to = format!("../media/{file}");
        match link.inner.clone().filter(|inner| !alt.is_empty() && text[inner.end..link.span.end].starts_with(']')) {
            Some(inner) => vec![Change::new(inner.end..link.span.end, end(&to, &link.title))],
            None => {
                let said = escaped(if alt.is_empty() { name } else { alt });
                vec![Change::new(link.span.clone(), format!("![{said}{}", end(&to, &link.title)))]
            }
        }
    }

    /// The address of a page, or of a heading on it, from a file of the course.
    fn place(&self, from: usize, page: usize, head: Option<usize>) -> String {
        let start = head.map(|head| self.folder.pages[page].facts.headings[head].span.start);
        let parts = self.parts.get(&page).into_iter().flatten();
        let mut own = parts.map(|(at, number)| (*at, &self.plan[*at], *number, &self.plan[*at].parts[*number]));
        let Some((at, module, number, part)) =
            own.find(|(.., part)| start.is_none_or(|start| part.span.contains(&start)))
        else {
            return "course.md".to_owned();
        };
        let id = match head.filter(|head| Some(*head) != part.head).and_then(|head| self.head_ids.get(&(page, head))) {
            Some(id) => Some(id),
            None if part.role == Role::Module || part.role == Role::Course => None,
            None => self.first_ids.get(&(at, number)),
        };
        match id {
            Some(id) if at == from => format!("#{id}"),
            Some(id) => format!("{}#{id}", module.file),
            None => module.file.clone(),
        }
    }
}

/// The end of a link: its address and title.
fn end(to: &str, title: &str) -> String {
    let title = title.replace(['\n', '\r'], " ").replace('\\', "\\\\").replace('"', "\\\"");
    if title.trim().is_empty() { format!("]({})", address(to)) } else { format!("]({} \"{title}\")", address(to)) }
}
