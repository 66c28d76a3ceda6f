//! Films and sounds, with what stands beside each in `media/`: captions and a transcript in each language, and a poster. For
//! `first-contact.webm` they are `first-contact.en.vtt`, `first-contact.en.md` and `first-contact.jpg`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Media, MediaKind};
use crate::diagnostic::{Fault, Faults};
use crate::files::Files;
use crate::markdown::tree::{Block, BlockKind, Inline, InlineKind, Page};
use crate::markdown::walk::{inlines_mut, runs_mut};
use crate::names::Language;

/// A transcript is shown as often as its film, so it is no book: this is an hour of speech.
pub(crate) const MOST_BYTES: u64 = 64 * 1024;
/// A course shows so many films and sounds, each with its transcript.
pub(crate) const MOST_SHOWN: usize = 1_000;

/// A film or a sound, and what stands beside it.
#[derive(Debug, PartialEq)]
pub(crate) struct Film {
    pub(crate) media: Arc<Media>,
    /// The captions, those in the language of the text first.
    pub(crate) captions: Vec<(Language, Arc<Media>)>,
    /// The picture that is seen before a film is played.
    pub(crate) poster: Option<Arc<Media>>,
    /// What is said and seen, in the language of the text or else the one the course was written in.
    pub(crate) transcript: Option<Arc<Transcript>>,
}

/// What is said and seen, as text.
#[derive(Debug, PartialEq)]
pub(crate) struct Transcript {
    pub(crate) path: String,
    /// The language it is in: that of the text, or of the source.
    pub(crate) language: Language,
    pub(crate) page: Page,
}

/// The films and sounds of a course, by path.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Films(BTreeMap<String, Arc<Film>>);

type Found = BTreeMap<String, Option<Arc<Media>>>;

impl Films {
    /// Puts them together for texts in `language`. `read` reads a transcript; whether it is in another language.
    pub(crate) fn find(
        found: &Found,
        files: &Files,
        (language, source): (&Language, &Language),
        mut read: impl FnMut(&str, bool) -> Option<Page>,
    ) -> Self {
        let mut films = BTreeMap::new();
        // Files that differ in their ending alone share what stands beside them.
        let mut transcripts: BTreeMap<String, Option<Arc<Transcript>>> = BTreeMap::new();
        for media in found.values().flatten().filter(|media| media.kind.is_played()) {
            let stem = stem(&media.path);
            let of = |language: &Language| format!("{stem}.{language}.md");
            let written = [language, source].into_iter().find(|language| files.has(&of(language)));
            let transcript = written.and_then(|written| {
                let path = of(written);
                let mut read = |path: &String| {
                    let page = read(path, written != language)?;
                    Some(Arc::new(Transcript { path: path.clone(), language: written.clone(), page }))
                };
                transcripts.entry(path.clone()).or_insert_with(|| read(&path)).clone()
            });
            let film = Film {
                captions: if media.is_film { captions(found, stem, [language, source]) } else { Vec::new() },
                poster: poster(found, stem).filter(|_| media.is_film),
                transcript,
                media: media.clone(),
            };
            films.insert(media.path.clone(), Arc::new(film));
        }
        Self(films)
    }

    pub(crate) fn get(&self, path: &str) -> Option<&Arc<Film>> {
        self.0.get(path)
    }

    /// The paths of what stands beside a film or a sound.
    pub(crate) fn beside(&self, path: &str) -> Vec<String> {
        let Some(film) = self.get(path) else { return Vec::new() };
        let media = film.captions.iter().map(|(_, media)| media).chain(&film.poster).map(|media| media.path.clone());
        media.chain(film.transcript.iter().map(|transcript| transcript.path.clone())).collect()
    }
}

/// Names what is missing beside a film or a sound that the course uses: in the language it is written in, nobody who cannot
/// hear or see may be left out; in the others, the captions and the transcript of the first stand in.
pub(crate) fn check_beside(
    media: &Media,
    source: &Language,
    languages: &[Language],
    there: &Files,
    faults: &mut Faults,
) {
    for language in languages {
        for (ending, needed) in [("vtt", media.is_film), ("md", true)] {
            let file = format!("{}.{language}.{ending}", stem(&media.path));
            if needed && !there.has(&file) {
                faults.whole(missing(ending, file, language == source, language));
            }
        }
    }
}

fn missing(ending: &str, file: String, is_source: bool, language: &Language) -> Fault {
    let language = language.to_string();
    match (ending, is_source) {
        ("vtt", true) => Fault::CaptionsMissing { file },
        ("vtt", false) => Fault::CaptionsUntranslated { file, language },
        (_, true) => Fault::TranscriptMissing { file },
        (_, false) => Fault::TranscriptUntranslated { file, language },
    }
}

/// A path without its ending.
pub(crate) fn stem(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(stem, _)| stem)
}

/// Captions in so many languages can be chosen from.
const MOST_CAPTION_LANGUAGES: usize = 40;

/// The captions, those in the first of these languages that has some at the front.
fn captions(found: &Found, stem: &str, first: [&Language; 2]) -> Vec<(Language, Arc<Media>)> {
    let place = |language: &Language| first.iter().position(|one| *one == language).unwrap_or(first.len());
    let own = first.iter().map(|language| format!("{stem}.{language}.vtt"));
    let own = own.filter_map(|path| found.get_key_value(&path));
    let others = found.range(format!("{stem}.")..).take_while(|(path, _)| path.starts_with(stem));
    let captions = own.chain(others).filter_map(|(path, media)| {
        let media = media.as_ref().filter(|media| media.kind == MediaKind::Vtt)?;
        let tag = path.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(".vtt")?;
        Some((Language::parse(tag).ok()?, media.clone()))
    });
    let mut captions: Vec<_> = captions.take(MOST_CAPTION_LANGUAGES).collect();
    captions.sort_by(|(one, _), (other, _)| (place(one), one).cmp(&(place(other), other)));
    captions.dedup_by(|(one, _), (other, _)| one == other);
    captions
}

fn poster(found: &Found, stem: &str) -> Option<Arc<Media>> {
    let endings = ["svg", "webp", "avif", "jpg", "jpeg", "png"];
    let mut posters = endings.iter().filter_map(|ending| found.get(&format!("{stem}.{ending}"))?.clone());
    posters.find(|media| media.kind.is_picture())
}

/// Names what is wrong with a transcript.
pub(crate) fn check_transcript(page: &Page, faults: &mut Faults) {
    if page.blocks.is_empty() && faults.is_empty() {
        faults.whole(Fault::TranscriptEmpty {});
    }
    for heading in page.blocks.iter().filter(|block| block.heading().is_some()) {
        faults.at(heading.span.clone(), Fault::TranscriptHeading {});
    }
}

/// Names films and sounds that do not stand alone in a paragraph, and leaves their words in their place.
pub(crate) fn alone(blocks: &mut [Block], faults: &mut Faults) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Paragraph(content) if content.len() == 1 && film(&content[0]).is_some() => {}
            BlockKind::Quote(inner) | BlockKind::Alert(_, inner) | BlockKind::Untranslated(inner) => {
                alone(inner, faults)
            }
            _ => refuse(std::slice::from_mut(block), faults),
        }
    }
}

/// The same where none may stand at all: in footnotes and transcripts.
pub(crate) fn refuse(blocks: &mut [Block], faults: &mut Faults) {
    runs_mut(blocks, &mut |content| {
        inlines_mut(content, &mut |inline| {
            if let Some(link) = film(inline).map(str::to_owned) {
                faults.at(inline.span.clone(), Fault::FilmNotAlone { link });
            }
            if let InlineKind::Picture(picture) = &mut inline.kind {
                picture.film = None;
            }
        });
    });
}

/// The address as written of what is a film or a sound.
fn film(inline: &Inline) -> Option<&str> {
    match &inline.kind {
        InlineKind::Picture(picture) if picture.film.is_some() => Some(&picture.written),
        _ => None,
    }
}
