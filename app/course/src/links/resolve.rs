//! Finding where each link of a page leads and which file each picture is, in the tree itself.

use std::ops::Range;
use std::sync::Arc;

use super::address::{Written, join, read};
use super::index::{Index, Place};
use crate::diagnostic::{Fault, Faults};
use crate::files::MEDIA;
use crate::markdown::tree::{Block, BlockKind, Here, InlineKind, Page, Target};
use crate::markdown::walk::{inlines_mut, runs_mut};
use crate::media::films::MOST_SHOWN;
use crate::media::{Film, Media, alone, refuse};
use crate::nearest::nearest;

/// Resolves the links and pictures of the page at this path. Whether one of them leads elsewhere than it did. What is the
/// source's own on the page of a translation is told at the source.
pub(crate) fn resolve(path: &str, page: &mut Page, index: &Index<'_>, faults: &mut Faults) -> bool {
    let (mut foreign, mut changed) = (false, false);
    for block in &mut page.blocks {
        foreign = block.heading().map_or(foreign, |heading| heading.foreign);
        let told = !foreign && !matches!(block.kind, BlockKind::Untranslated(_));
        changed |= faults.told_if(told, |faults| {
            let changed = resolve_block(path, block, index, faults);
            alone(std::slice::from_mut(block), faults);
            changed
        });
    }
    for block in page.notes.iter_mut().flat_map(|note| &mut note.blocks) {
        let told = !matches!(block.kind, BlockKind::Untranslated(_));
        changed |= faults.told_if(told, |faults| {
            let changed = resolve_block(path, block, index, faults);
            refuse(std::slice::from_mut(block), faults);
            changed
        });
    }
    changed
}

fn resolve_block(path: &str, block: &mut Block, index: &Index<'_>, faults: &mut Faults) -> bool {
    let mut changed = false;
    runs_mut(std::slice::from_mut(block), &mut |content: &mut Vec<_>| {
        inlines_mut(content, &mut |inline| match &mut inline.kind {
            InlineKind::Link(link, _) => {
                let leads = keep(index.link(path, &link.written), &inline.span, faults).flatten();
                changed |= set(&mut link.leads, leads);
            }
            InlineKind::Picture(picture) => {
                let shown = keep(index.picture(path, &picture.written), &inline.span, faults).flatten();
                let (media, film) = match shown {
                    Some(Shown::Picture(media)) => (Some(media), None),
                    Some(Shown::Film(film)) => (None, Some(film)),
                    None => (None, None),
                };
                changed |= set(&mut picture.media, media) | set(&mut picture.film, film);
            }
            _ => {}
        });
    });
    changed
}

/// Whether the new one is another.
fn set<T: PartialEq>(old: &mut Option<T>, new: Option<T>) -> bool {
    let changed = *old != new;
    *old = new;
    changed
}

/// What is shown where a picture is written.
enum Shown {
    Picture(Arc<Media>),
    Film(Arc<Film>),
}

/// A fault that is named only if it is still told.
type Found<'i, T> = Result<Option<T>, Box<dyn FnOnce() -> Fault + 'i>>;

fn keep<T>(found: Found<'_, T>, span: &Range<usize>, faults: &mut Faults) -> Option<Option<T>> {
    found.map_err(|fault| faults.at_with(span.clone(), fault)).ok()
}

impl Index<'_> {
    /// Where a link leads. Nothing, without a fault, where what it leads to is there and is at fault itself.
    fn link<'i>(&'i self, from: &str, written: &str) -> Found<'i, Target> {
        let link = written.to_owned();
        match read(written) {
            Written::Elsewhere(address) => Ok(Some(Target::Elsewhere(address))),
            Written::Refused(scheme) => {
                let scheme = scheme.to_owned();
                Err(Box::new(|| Fault::LinkScheme { scheme }))
            }
            Written::Unreadable => Err(self.nowhere(from, link)),
            Written::Path { path, .. } if path.starts_with('/') => Err(self.nowhere(from, link)),
            Written::Path { path, id } if path.is_empty() => self.target(from, from.to_owned(), id, link),
            Written::Path { path, id } => match join(from, &path) {
                Some(path) => self.target(from, path, id, link),
                None => Err(Box::new(|| Fault::LinkOutside { link })),
            },
        }
    }

    fn target<'i>(&'i self, from: &str, path: String, id: Option<String>, link: String) -> Found<'i, Target> {
        if let Some(place) = self.map.pages.get(&path) {
            return place.target(id, link);
        }
        match self.medium(&path) {
            Some(Some(media)) => Ok(Some(Target::Here(Here::page(media.address())))),
            Some(None) => Ok(None),
            None if self.map.files.contains(&path) => Err(Box::new(|| Fault::LinkNoPage { link })),
            None => Err(self.nowhere(from, link)),
        }
    }

    fn nowhere<'i>(&'i self, from: &str, link: String) -> Box<dyn FnOnce() -> Fault + 'i> {
        let from = from.to_owned();
        Box::new(move || {
            let pages = self.map.pages.iter().filter(|(_, place)| place.address.is_some()).map(|(path, _)| path);
            let names = pages.chain(self.map.media.keys()).filter_map(|path| path.rsplit('/').next());
            let name = link.split('#').next().and_then(|path| path.rsplit('/').next()).unwrap_or(&link);
            let nearest = self.without_sign(&from, &link).unwrap_or_else(|| nearest(name, names));
            Fault::LinkNowhere { nearest, link }
        })
    }

    /// An address of mail, or an id, without what it begins with.
    fn without_sign(&self, from: &str, link: &str) -> Option<String> {
        let is_mail = link.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && !link.contains(['/', ' ', ':', '#', '?'])
        });
        let here = self.map.pages.get(from).and_then(|place| place.ids.as_ref());
        let is_id = || here.is_some_and(|ids| ids.contains_key(link));
        if is_mail { Some(format!("mailto:{link}")) } else { is_id().then(|| format!("#{link}")) }
    }

    fn picture<'i>(&'i self, from: &str, written: &str) -> Found<'i, Shown> {
        let link = written.to_owned();
        let path = match read(written) {
            Written::Elsewhere(_) | Written::Refused(_) => return Err(Box::new(|| Fault::PictureElsewhere { link })),
            Written::Path { path, id: None } if !path.starts_with('/') => match join(from, &path) {
                Some(path) => path,
                None => return Err(Box::new(|| Fault::LinkOutside { link })),
            },
            Written::Path { .. } | Written::Unreadable => return Err(self.no_picture(link)),
        };
        match self.medium(&path) {
            Some(Some(media)) if media.kind.is_picture() => Ok(Some(Shown::Picture(media.clone()))),
            Some(Some(media)) if media.kind.is_played() => match self.map.films.get(&path) {
                Some(_) if self.shown.replace(self.shown.get() + 1) >= MOST_SHOWN => {
                    Err(Box::new(|| Fault::FilmsMany { limit: MOST_SHOWN.to_string() }))
                }
                Some(film) => Ok(Some(Shown::Film(film.clone()))),
                // In a transcript, the films are not there yet.
                None => Err(Box::new(|| Fault::FilmNotAlone { link })),
            },
            Some(Some(media)) => {
                let kind = media.kind.name().to_owned();
                Err(Box::new(|| Fault::NotAPicture { link, kind }))
            }
            Some(None) => Ok(None),
            None if self.map.files.contains(&path) && !path.starts_with(MEDIA) => {
                Err(Box::new(|| Fault::NotInMedia { link }))
            }
            None => Err(self.no_picture(link)),
        }
    }

    fn no_picture<'i>(&'i self, link: String) -> Box<dyn FnOnce() -> Fault + 'i> {
        Box::new(move || {
            let names = self.map.media.keys().filter_map(|path| path.rsplit('/').next());
            let name = link.rsplit('/').next().unwrap_or(&link);
            Fault::PictureNowhere { nearest: nearest(name, names), link }
        })
    }
}

impl Place {
    fn target<'i>(&'i self, id: Option<String>, link: String) -> Found<'i, Target> {
        let Some(ids) = &self.ids else { return Ok(None) };
        let Some(address) = &self.address else { return Err(Box::new(|| Fault::LinkNoPage { link })) };
        let Some(id) = id else { return Ok(Some(Target::Here(Here::page(address.as_str())))) };
        match ids.get(&id) {
            Some(here) => Ok(Some(Target::Here(here.clone()))),
            None => Err(Box::new(move || {
                let nearest = nearest(&id, ids.keys().map(String::as_str));
                Fault::LinkNoId { id, nearest }
            })),
        }
    }
}
