//! Reading one course again and again, as while someone writes it: of each file that is as it was, everything still holds that
//! depends on nothing which has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::again::{Step, again};
use crate::diagnostic::{Fault, Faults};
use crate::draft::Draft;
use crate::glossary::Terms;
use crate::labels::Labels;
use crate::links::Map;
use crate::load::{Loaded, read};
use crate::media::{MOST_CAPTION_BYTES, Media, examine, is_captions};
use crate::names::{CourseSlug, Language};
use crate::source::{Source, Stamp};
use crate::text::{Texts, too_big};
use crate::translation::record::{self, Records};

/// A reader of one course. It remembers what it read, and gives exactly what [`load()`](crate::load()) gives, sooner.
pub struct Reader {
    slug: CourseSlug,
    past: Past,
}

impl Reader {
    /// A reader who has read nothing yet of the course under this slug.
    #[must_use]
    pub fn new(slug: CourseSlug) -> Self {
        Self { slug, past: Past::default() }
    }

    /// Reads the course as it is now. It never fails. `labels` as for [`load()`](crate::load()).
    pub fn read(&mut self, source: &dyn Source, labels: &dyn Fn(&Language) -> Labels) -> Loaded {
        // Whatever a panic leaves behind is no past to go on from.
        let (loaded, past) = read(self.slug.clone(), source, labels, std::mem::take(&mut self.past));
        self.past = past;
        loaded
    }
}

/// What was read of a course.
#[derive(Default)]
pub(crate) struct Past {
    pub(crate) texts: Texts,
    /// The pages as they are written.
    drafts: BTreeMap<String, Draft>,
    /// The pages of translations, completed.
    completed: BTreeMap<String, Draft>,
    records: BTreeMap<Language, Option<Noted>>,
    media: BTreeMap<String, Looked>,
    maps: BTreeMap<Language, (u64, Map)>,
    terms: BTreeMap<Language, (u64, Option<Terms>)>,
}

/// A record of a translation was read.
type Noted = Step<Arc<str>, Option<Arc<Records>>>;

/// A file of `media/` that was looked at. Its text is there if it is captions, or if its faults have places in it.
struct Looked {
    step: Option<Step<Stamp, Option<Arc<Media>>>>,
    text: Option<Arc<str>>,
}

impl Past {
    /// The page at this path as it was read last, if it was.
    pub(crate) fn take_draft(&mut self, path: &str) -> Option<Draft> {
        self.drafts.remove(path)
    }

    /// The page of a translation at this path as it was completed last, if it was.
    pub(crate) fn take_completed(&mut self, path: &str) -> Option<Draft> {
        self.completed.remove(path)
    }

    /// Keeps these pages for next time, as they are written and completed, and no other.
    pub(crate) fn keep(&mut self, drafts: impl IntoIterator<Item = Draft>, completed: impl IntoIterator<Item = Draft>) {
        let by_path = |draft: Draft| (draft.path.clone(), draft);
        self.drafts = drafts.into_iter().map(by_path).collect();
        self.completed = completed.into_iter().map(by_path).collect();
    }

    /// What this text, which is the record of a language, says. None if it cannot be read.
    pub(crate) fn record(&mut self, language: &Language, text: Arc<str>, faults: &mut Faults) -> Option<Arc<Records>> {
        let read = |text: &Arc<str>, faults: &mut Faults| record::read(text, faults).map(Arc::new);
        again(self.records.entry(language.clone()).or_default(), text, faults, read).clone()
    }

    /// Forgets the media that are there no more.
    pub(crate) fn forget_media(&mut self, there: &BTreeSet<&str>) {
        self.media.retain(|path, _| there.contains(path.as_str()));
    }

    /// Which map this is, of those that this language has had, and the map.
    pub(crate) fn map(&mut self, language: &Language, now: Map) -> (u64, &Map) {
        let (turn, map) = self.maps.entry(language.clone()).or_default();
        if *map != now {
            (*turn, *map) = (*turn + 1, now);
        }
        (*turn, map)
    }

    /// Which terms these are, of those that this language has had.
    pub(crate) fn terms(&mut self, language: &Language, now: Option<Terms>) -> u64 {
        let (turn, terms) = self.terms.entry(language.clone()).or_default();
        if *terms != now {
            (*turn, *terms) = (*turn + 1, now);
        }
        *turn
    }

    /// Looks at a file of `media/`, and keeps the text of one with faults for showing where they are.
    pub(crate) fn medium(
        &mut self,
        source: &dyn Source,
        path: &str,
        texts: &mut Texts,
        faults: &mut Faults,
    ) -> Option<Arc<Media>> {
        let Some(stamp) = source.stamp(path) else {
            let (media, text) = look(source, path, faults);
            text.iter().for_each(|text| drop(texts.keep(path, text)));
            return media;
        };
        let looked = self.media.entry(path.to_owned()).or_insert(Looked { step: None, text: None });
        let Looked { step, text } = looked;
        let media = again(step, stamp, faults, |_, faults| {
            let (media, read) = look(source, path, faults);
            *text = read;
            media
        });
        text.iter().for_each(|text| drop(texts.keep(path, text)));
        media.clone()
    }
}

fn look(source: &dyn Source, path: &str, faults: &mut Faults) -> (Option<Arc<Media>>, Option<Arc<str>>) {
    let bytes = match source.read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            faults.whole(Fault::Unreadable { why: error.to_string() });
            return (None, None);
        }
    };
    if is_captions(path) {
        return captions(path, &bytes, faults);
    }
    let media = examine(path, &bytes, faults);
    let text = std::str::from_utf8(&bytes).ok().filter(|_| !faults.is_empty());
    (media.map(Arc::new), text.map(Into::into))
}

/// Captions are text. What of it could be read is kept even if not all could.
fn captions(path: &str, bytes: &[u8], faults: &mut Faults) -> (Option<Arc<Media>>, Option<Arc<str>>) {
    if bytes.len() as u64 > MOST_CAPTION_BYTES {
        faults.whole(too_big(bytes.len() as u64, MOST_CAPTION_BYTES));
        return (None, None);
    }
    let mut texts = Texts::default();
    let media = texts.decode(path, bytes, faults).and_then(|_| examine(path, bytes, faults));
    (media.map(Arc::new), texts.get(path).map(Into::into))
}
