//! Rendering a page whose links all lead where they say: an example has no course around it.

use std::sync::Arc;

use crate::diagnostic::Report;
use crate::fillings::Fillings;
use crate::html::escape_attribute;
use crate::ink::{Ink, Inks};
use crate::labels::Labels;
use crate::markdown::notes::by_label;
use crate::markdown::parse;
use crate::markdown::tree::{Inline, InlineKind, Page, Picture, Target};
use crate::markdown::walk::{inlines_mut, runs_mut};
use crate::markdown::words::Words;
use crate::markdown::write::Writer;
use crate::media::{Media, MediaKind};
use crate::names::{Hash, Language};

/// What becomes of an example.
pub(super) struct Rendered {
    pub(super) html: String,
    /// The faults that were named.
    pub(super) codes: Vec<&'static str>,
}

pub(super) fn rendered(markdown: &str) -> Rendered {
    let mut report = Report::default();
    let mut page = parse(markdown, report.file("example.md"));
    let mut pictures = Vec::new();
    lead(&mut page, &mut pictures);
    let (labels, notes) = (Labels::from_words(&|id| format!("[{id}]")), by_label(&page.notes));
    let ink = Arc::new(Ink { language: Language::parse("en").expect("a language"), labels });
    let inks = Inks { own: ink.clone(), source: ink };
    let mut writer = Writer::new(Words::new(&inks, &notes), "", "");
    writer.blocks(&page.blocks);
    writer.footnotes();
    let html = writer.take().fill(&Fillings::default());
    let html = pictures.iter().fold(html, |html, (address, written)| html.replace(address, written));
    let codes = report.finish(|_| Some(markdown)).iter().map(|one| one.fault.code()).collect();
    Rendered { html, codes }
}

/// Lets each link and picture lead to what is written. Pictures are served from addresses of their own, which are gathered.
fn lead(page: &mut Page, pictures: &mut Vec<(String, String)>) {
    let mut see = |content: &mut Vec<Inline>| {
        inlines_mut(content, &mut |inline| match &mut inline.kind {
            InlineKind::Link(link, _) => link.leads = Some(Target::Elsewhere(link.written.clone())),
            InlineKind::Picture(picture) => pictures.push(show(picture)),
            _ => {}
        });
    };
    runs_mut(&mut page.blocks, &mut see);
    page.notes.iter_mut().for_each(|note| runs_mut(&mut note.blocks, &mut see));
}

fn show(picture: &mut Picture) -> (String, String) {
    let (path, hash) = ("media/picture.png".to_owned(), Hash::of(picture.written.as_bytes()));
    let media =
        Media { path, hash, bytes: 0, kind: MediaKind::Png, width: None, height: None, is_film: false, length: None };
    let mut written = String::new();
    escape_attribute(&picture.written, &mut written);
    let address = media.address();
    picture.media = Some(Arc::new(media));
    (address, written)
}
