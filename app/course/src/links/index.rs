//! What there is to lead to: pages and the ids on them, media, other files.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::files::Name;
use crate::glossary;
use crate::markdown::tree::{Here, Page};
use crate::media::{Films, Media};
use crate::names::{CourseSlug, Language, ModuleSlug};
use crate::outline::{PageKind, Role};

/// Everything a link or a picture can lead to, and nothing else: of two equal ones every link leads to the same.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Map {
    /// The paths of all files.
    pub(super) files: BTreeSet<String>,
    pub(super) pages: BTreeMap<String, Place>,
    /// The files of `media/`; None for one that may not be shown, which has been named.
    pub(super) media: BTreeMap<String, Option<Arc<Media>>>,
    /// The films and sounds among them, with what stands beside each.
    pub(crate) films: Films,
}

/// The map, and what was looked up in it.
pub(crate) struct Index<'m> {
    pub(super) map: &'m Map,
    /// How many films and sounds the pages show so far.
    pub(super) shown: Cell<usize>,
    /// The media that were named by a link or a picture, rightly or wrongly.
    named: RefCell<BTreeSet<String>>,
}

/// The media that a page names.
#[derive(Clone, Debug, Default)]
pub(crate) struct UsedMedia {
    /// Their paths.
    pub(crate) paths: BTreeSet<String>,
    /// How many films and sounds are shown, with those of the pages before it.
    pub(crate) shown: usize,
}

/// A page as something to lead to.
#[derive(Debug, PartialEq)]
pub(super) struct Place {
    /// None for a bank, which is no page.
    pub(super) address: Option<String>,
    /// Where the ids on it lead. None if the page could not be read, which has been named.
    pub(super) ids: Option<BTreeMap<String, Here>>,
}

/// The addresses of one course in one language.
pub(crate) struct Addresses<'c> {
    pub(crate) language: &'c Language,
    pub(crate) course: &'c CourseSlug,
}

impl Addresses<'_> {
    fn course(&self) -> String {
        format!("/{}/courses/{}", self.language, self.course)
    }

    fn module(&self, module: &ModuleSlug) -> String {
        format!("{}/{module}", self.course())
    }

    pub(crate) fn glossary(&self) -> String {
        format!("{}/glossary", self.course())
    }

    fn page(&self, name: &Name) -> Option<String> {
        match name {
            Name::Course => Some(self.course()),
            Name::Module(_, module) => Some(self.module(module)),
            Name::Test(test) => Some(format!("{}/tests/{test}", self.course())),
            Name::Survey(survey) => Some(format!("{}/surveys/{survey}", self.course())),
            Name::Glossary => Some(self.glossary()),
            Name::Bank(_) | Name::Other(..) => None,
        }
    }
}

impl<'m> Index<'m> {
    /// Of a course whose pages show so many films and sounds already.
    pub(crate) fn new(map: &'m Map, shown: usize) -> Self {
        Self { map, shown: Cell::new(shown), named: RefCell::default() }
    }

    /// The file of `media/` at this path; None inside for one that may not be shown.
    pub(super) fn medium(&self, path: &str) -> Option<&'m Option<Arc<Media>>> {
        let found = self.map.media.get(path);
        if found.is_some() {
            self.named.borrow_mut().insert(path.to_owned());
        }
        found
    }

    /// What was looked up in it so far.
    pub(crate) fn used(self) -> UsedMedia {
        UsedMedia { paths: self.named.into_inner(), shown: self.shown.get() }
    }
}

impl Map {
    pub(crate) fn new<'f>(
        files: impl Iterator<Item = &'f String>,
        media: BTreeMap<String, Option<Arc<Media>>>,
    ) -> Self {
        Self { files: files.cloned().collect(), pages: BTreeMap::new(), media, films: Films::default() }
    }

    /// Adds a page, or one that could not be read.
    pub(crate) fn add(&mut self, path: &str, name: &Name, page: Option<&Page>, addresses: &Addresses<'_>) {
        let address = addresses.page(name);
        // What leads to a page whose name is at fault is not at fault itself.
        let page = page.filter(|_| !matches!(name, Name::Other(..)));
        let at = address.as_deref().unwrap_or_default();
        let ids = page.zip(name.kind()).map(|(page, kind)| match kind {
            PageKind::Glossary => {
                let ids = glossary::ids(page, at).into_iter();
                ids.map(|(id, address)| (id, Here::page(address))).collect()
            }
            kind => ids(page, kind, at),
        });
        self.pages.insert(path.to_owned(), Place { address, ids });
    }
}

/// The ids on a page. A lesson is a page of its own, and the ids in it are on that page.
fn ids(page: &Page, kind: PageKind, address: &str) -> BTreeMap<String, Here> {
    let mut ids = BTreeMap::new();
    let (mut current, mut in_lesson) = (address.to_owned(), false);
    for heading in page.blocks.iter().filter_map(|block| block.heading()) {
        let Some(id) = &heading.attributes.id else { continue };
        let leads = match Role::of(kind, heading) {
            Role::Lesson => {
                (current, in_lesson) = (format!("{address}/{}", id.text), true);
                Here::page(current.as_str())
            }
            Role::Title => Here::page(address),
            _ => Here { address: format!("{current}#{}", id.text), part: in_lesson.then(|| id.text.clone()) },
        };
        ids.entry(id.text.clone()).or_insert(leads);
    }
    ids
}

impl Name {
    /// What such a page is.
    pub(crate) fn kind(&self) -> Option<PageKind> {
        match self {
            Self::Course => Some(PageKind::Course),
            Self::Module(..) => Some(PageKind::Module),
            Self::Test(_) => Some(PageKind::Test),
            Self::Bank(_) => Some(PageKind::Bank),
            Self::Survey(_) => Some(PageKind::Survey),
            Self::Glossary => Some(PageKind::Glossary),
            Self::Other(kind, _) => *kind,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Faults;
    use crate::markdown::parse;

    #[test]
    fn an_id_is_one_within_a_lesson_on_a_page_of_lessons_alone() {
        let page = parse("# T\n\n## L {#l}\n\n### Q {.choice #q}\n", &mut Faults::default());
        for (kind, address, leads, part) in [
            (PageKind::Module, "/en/courses/c/m", "/en/courses/c/m/l#q", Some("q")),
            (PageKind::Test, "/en/courses/c/tests/t", "/en/courses/c/tests/t#q", None),
            (PageKind::Survey, "/en/courses/c/surveys/s", "/en/courses/c/surveys/s#q", None),
        ] {
            let found = &ids(&page, kind, address)["q"];
            assert_eq!((found.address.as_str(), found.part.as_deref()), (leads, part));
        }
    }
}
