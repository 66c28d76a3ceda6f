//! The pictures and other files that pages use: which come into `media/`, and under which names.

use std::collections::BTreeMap;

use super::left::Uncarried;
use super::read::Folder;
use crate::diagnostic::{Fault, Faults};
use crate::encoding;
use crate::media::{MediaKind, examine};
use crate::source::Source;

/// A larger file is no part of a course that travels over a phone.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The files that come into the course.
pub(super) struct Files<'s> {
    source: &'s dyn Source,
    folder: &'s Folder,
    /// What became of each file that was asked for.
    found: BTreeMap<String, Result<(String, MediaKind), Uncarried>>,
    /// Names that are taken, in small letters.
    taken: std::collections::BTreeSet<String>,
}

impl<'s> Files<'s> {
    pub(super) fn new(source: &'s dyn Source, folder: &'s Folder) -> Self {
        Self { source, folder, found: BTreeMap::new(), taken: Default::default() }
    }

    /// The name in `media/` of this file, and what it is; or why it does not come into the course.
    pub(super) fn name(&mut self, path: &str) -> Result<(String, MediaKind), Uncarried> {
        if let Some(known) = self.found.get(path) {
            return known.clone();
        }
        let found = self.look(path);
        self.found.insert(path.to_owned(), found.clone());
        found
    }

    fn look(&mut self, path: &str) -> Result<(String, MediaKind), Uncarried> {
        let size = self.folder.others.get(path).copied().unwrap_or_default();
        if size > MOST_BYTES {
            let megabytes = |bytes: u64| (bytes / (1024 * 1024)).to_string();
            return Err(Uncarried::MediaLarge { megabytes: megabytes(size), limit: megabytes(MOST_BYTES) });
        }
        let bytes =
            self.source.read(path).map_err(|error| Uncarried::Mistake(Fault::Unreadable { why: error.to_string() }))?;
        let name = self.free(path);
        let mut faults = Faults::default();
        let media = examine(&format!("media/{name}"), &bytes, &mut faults);
        let kind = media.map(|media| media.kind).filter(|kind| *kind != MediaKind::Vtt);
        if let Some(fault) = faults.first_error() {
            return Err(Uncarried::Mistake(fault.clone()));
        }
        let text_of_another = encoding::other(&bytes).is_some() && kind == Some(MediaKind::Svg);
        let kind = kind.filter(|_| !text_of_another).ok_or(Uncarried::Mistake(Fault::MediaType {}))?;
        if kind.is_played() {
            return Err(Uncarried::Film { link: path.to_owned() });
        }
        self.taken.insert(name.to_lowercase());
        Ok((name, kind))
    }

    fn free(&self, path: &str) -> String {
        let name = path.rsplit('/').next().unwrap_or(path);
        let (stem, ending) =
            name.rsplit_once('.').map_or((name, String::new()), |(stem, ending)| (stem, format!(".{ending}")));
        let mut names = (1..).map(|count| if count == 1 { name.to_owned() } else { format!("{stem}-{count}{ending}") });
        names.find(|name| !self.taken.contains(&name.to_lowercase())).unwrap_or_else(|| name.to_owned())
    }

    pub(super) fn is_used(&self, path: &str) -> bool {
        self.found.contains_key(path)
    }

    /// The files by their names in the course.
    pub(super) fn finish(self) -> impl Iterator<Item = (String, String)> {
        self.found.into_iter().filter_map(|(path, found)| Some((format!("media/{}", found.ok()?.0), path)))
    }
}
