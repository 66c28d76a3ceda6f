//! A course made of a folder of plain Markdown.
//!
//! 1. The folder is **read** ([`read`]): each page without the settings at its top ([`front`]), with the boxes of other programs as ours
//!    ([`boxes`]) and without HTML ([`html`]); what stands where in it is found by the parser ([`scan`]). Links of
//!    wikis become links ([`wiki`]).
//! 2. It is **planned** what becomes of each page ([`plan`]).
//! 3. The pages are **written** ([`page`]): the author's own words, changed only where they have to be ([`woven`]). Links lead to where
//!    their aims have gone ([`leads`]), pictures come into `media/` ([`media`]), lists with boxes that are surely questions become some
//!    ([`quiz`]).
//! 4. The course is **checked**, and what is still a mistake is made plain ([`settle`]).
//!
//! What could not come along is told with its place ([`left`]). Nothing is written to a disk here: see `haven new`.

mod begin;
mod boxes;
mod front;
mod html;
mod leads;
mod left;
mod media;
mod page;
mod plan;
mod quiz;
mod read;
mod scan;
mod settle;
mod wiki;
mod words;
mod woven;

use std::collections::BTreeMap;

pub use begin::begin;
pub use left::{Done, Left, Uncarried};

use self::left::Told;
use self::settle::Made;
use crate::files::SETTINGS;
use crate::ids::spelled;
use crate::labels::Labels;
use crate::load::Loaded;
use crate::names::{CourseSlug, Language};
use crate::source::Source;

/// What the course is to be.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its name in addresses. That of its title, if none is said.
    pub slug: Option<CourseSlug>,
    /// Its title. That of the folder's first page, if none is said.
    pub title: Option<String>,
    /// What the folder is called.
    pub folder: String,
    /// The language it is written in.
    pub language: Language,
}

/// A file of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// This text.
    Text(String),
    /// The same bytes as the file of the folder at this path.
    Copy(String),
}

/// A course that was made.
#[derive(Debug)]
pub struct Imported {
    /// Its name.
    pub slug: CourseSlug,
    /// Its title.
    pub title: String,
    /// Its files, by their paths.
    pub files: BTreeMap<String, Content>,
    /// What could not be carried over, by file and line.
    pub left: Vec<Left>,
    /// What a check says of it: there are no errors.
    pub loaded: Loaded,
}

/// Why no course was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The folder cannot be listed.
    Unreadable {
        /// What the system says.
        why: String,
    },
    /// There are more files than a course may have.
    TooManyFiles {
        /// So many may be there.
        limit: usize,
    },
    /// There is no page of Markdown that can be read.
    NoPages,
    /// What was made has errors all the same.
    Unsettled,
}

/// Makes a course of the files of a folder: the same course each time.
///
/// # Errors
/// If there is nothing a course could be made of. With it comes what was found wrong with single files.
pub fn import(
    source: &dyn Source,
    wanted: &Wanted,
    labels: &dyn Fn(&Language) -> Labels,
) -> Result<Imported, (Refusal, Vec<Left>)> {
    let mut told = Told::default();
    match make(source, wanted, labels, &mut told) {
        Ok(imported) => Ok(Imported { left: told.finish(), ..imported }),
        Err(refusal) => Err((refusal, told.finish())),
    }
}

fn make(
    source: &dyn Source,
    wanted: &Wanted,
    labels: &dyn Fn(&Language) -> Labels,
    told: &mut Told,
) -> Result<Imported, Refusal> {
    let mut folder = read::read(source, told)?;
    wiki::read(&mut folder, told);
    let title = wanted.title.clone().or_else(|| read::site_title(source, &folder));
    let plan = plan::plan(&folder.pages, title.as_deref(), &wanted.folder, told);
    let title = plan.first().map(|course| course.title.clone()).unwrap_or_default();
    let slug = slug(wanted, &title);
    let mut files = media::Files::new(source, &folder);
    let written = page::Writer::new(&folder, &plan, &mut files, told).write();
    folder.tell_unused(|path| files.is_used(path), told);
    let pages = written.into_iter().map(|(file, page)| (format!("{}/{file}", wanted.language), page)).collect();
    let texts = BTreeMap::from([(SETTINGS.to_owned(), begin::settings(&slug, &wanted.language))]);
    let paths = folder.pages.iter().map(|page| page.path.clone()).collect();
    let mut made = Made { pages, texts, media: files.finish().collect(), source, files: paths };
    let loaded = settle::settle(&mut made, &slug, labels, told).ok_or(Refusal::Unsettled)?;
    let texts = made.texts.into_iter().map(|(path, text)| (path, Content::Text(text)));
    let pages = made.pages.into_iter().map(|(path, page)| (path, Content::Text(page.text)));
    let media = made.media.into_iter().map(|(path, from)| (path, Content::Copy(from)));
    Ok(Imported { slug, title, files: texts.chain(pages).chain(media).collect(), left: Vec::new(), loaded })
}

fn slug(wanted: &Wanted, title: &str) -> CourseSlug {
    let named = |words: &str| spelled(words).and_then(|name| CourseSlug::parse(&name).ok());
    let slug = wanted.slug.clone().or_else(|| named(title)).or_else(|| named(&wanted.folder));
    slug.unwrap_or_else(|| CourseSlug::parse("my-course").expect("it is a slug"))
}
