//! Links, pictures, films: what the pages name of the other files, and what they do not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Found, Loader};
use crate::diagnostic::Fault;
use crate::draft::ResolvedBy;
use crate::edition::Drafts;
use crate::links::{Addresses, Index, Map, resolve};
use crate::markdown::parse;
use crate::markdown::tree::Page;
use crate::media::{Films, Media, films};
use crate::names::Language;
use crate::settings::Settings;

impl Loader<'_> {
    /// Resolves links and pictures, and returns the paths of the files they name, with what stands beside them.
    pub(super) fn resolve(
        &mut self,
        drafts: &mut Drafts,
        language: &Language,
        settings: &Settings,
        found: &Found,
    ) -> BTreeSet<String> {
        let (slug, files) = (self.slug.clone(), self.files);
        let addresses = Addresses { language, course: &slug };
        let mut map = Map::new(files.sizes.keys(), found.clone());
        for draft in &drafts.0 {
            map.add(&draft.path, &draft.name, draft.page.as_ref(), &addresses);
        }
        let index = Index::new(&map, 0);
        let read = |path: &str, foreign: bool| self.transcript(path, foreign, &index);
        let films = Films::find(found, files, (language, &settings.source_language), read);
        let mut used = index.used().paths;
        map.films = films;
        let (turn, map) = self.past.map(language, map);
        let mut by = ResolvedBy { turn, map, shown: 0 };
        for draft in &mut drafts.0 {
            let named = draft.resolve(by, self.report.file_if(&draft.path, !draft.unheard));
            used.extend(named.paths);
            by.shown = named.shown;
        }
        let beside: Vec<String> = used.iter().flat_map(|path| map.films.beside(path)).collect();
        used.extend(beside);
        used
    }

    /// Reads a transcript. It is Markdown as a lesson is, and stands within one. What is wrong with one in another language is
    /// told in that.
    fn transcript(&mut self, path: &str, foreign: bool, index: &Index<'_>) -> Option<Page> {
        let size = self.files.sizes.get(path).copied()?;
        let faults = self.report.file_if(path, !foreign);
        let text = self.texts.read_within(films::MOST_BYTES, self.source, path, size, faults)?;
        let mut page = parse(&text, faults);
        films::check_transcript(&page, faults);
        resolve(path, &mut page, index, faults);
        Some(page)
    }

    /// The media that are used; the others are named.
    pub(super) fn used(&mut self, used: &BTreeSet<String>, found: Found) -> BTreeMap<String, Media> {
        let mut media = BTreeMap::new();
        for file in found.into_values().flatten() {
            if used.contains(&file.path) {
                media.insert(file.path.clone(), Arc::unwrap_or_clone(file));
            } else {
                self.report.file(&file.path).whole(Fault::MediaUnused {});
            }
        }
        media
    }

    /// Names what is missing beside the films and sounds that are used.
    pub(super) fn check_beside(&mut self, settings: &Settings, used: &BTreeSet<String>, found: &Found) {
        let played = found.values().flatten().filter(|media| media.kind.is_played() && used.contains(&media.path));
        for media in played {
            let faults = self.report.file(&media.path);
            films::check_beside(media, &settings.source_language, &settings.languages, self.files, faults);
        }
    }
}
