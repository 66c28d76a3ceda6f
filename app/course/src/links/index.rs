//! What there is to lead to: pages and the ids on them, media, other files.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::files::{Files, Name};
use crate::markdown::tree::Page;
use crate::media::Media;
use crate::names::{CourseSlug, Language, ModuleSlug};
use crate::outline::{PageKind, Role};

/// Everything a link or a picture can lead to.
pub(crate) struct Index<'c> {
    pub(super) files: &'c Files,
    pub(super) pages: BTreeMap<String, Place>,
    /// The files of `media/`; None for one that may not be shown, which has been named.
    pub(super) media: BTreeMap<String, Option<Arc<Media>>>,
}

/// A page as something to lead to.
#[derive(Default)]
pub(super) struct Place {
    /// None for a bank, which is no page.
    pub(super) address: Option<String>,
    /// The addresses of the ids on it. None if the page could not be read, which has been named.
    pub(super) ids: Option<BTreeMap<String, String>>,
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

    fn page(&self, name: &Name) -> Option<String> {
        match name {
            Name::Course => Some(self.course()),
            Name::Module(_, module) => Some(self.module(module)),
            Name::Test(test) => Some(format!("{}/tests/{test}", self.course())),
            Name::Bank(_) => None,
        }
    }
}

impl<'c> Index<'c> {
    pub(crate) fn new(files: &'c Files, media: BTreeMap<String, Option<Arc<Media>>>) -> Self {
        Self { files, pages: BTreeMap::new(), media }
    }

    /// Adds a page, or one that could not be read.
    pub(crate) fn add(&mut self, path: &str, name: &Name, page: Option<&Page>, addresses: &Addresses<'_>) {
        let address = addresses.page(name);
        let ids = page.map(|page| ids(page, name, address.as_deref().unwrap_or_default()));
        self.pages.insert(path.to_owned(), Place { address, ids });
    }

    /// Adds a page whose name is at fault: what leads to it is not.
    pub(crate) fn add_unknown(&mut self, path: &str) {
        self.pages.insert(path.to_owned(), Place::default());
    }
}

/// The ids on a page. A lesson is a page of its own, and the ids in it are on that page.
fn ids(page: &Page, name: &Name, address: &str) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    let mut current = address.to_owned();
    for heading in page.blocks.iter().filter_map(|block| block.heading()) {
        let Some(id) = &heading.attributes.id else { continue };
        let leads = match Role::of(name.kind(), heading) {
            Role::Lesson => {
                current = format!("{address}/{}", id.text);
                current.clone()
            }
            Role::Title => address.to_owned(),
            _ => format!("{current}#{}", id.text),
        };
        ids.entry(id.text.clone()).or_insert(leads);
    }
    ids
}

impl Name {
    /// What such a page is.
    pub(crate) fn kind(&self) -> PageKind {
        match self {
            Self::Course => PageKind::Course,
            Self::Module(..) => PageKind::Module,
            Self::Test(_) => PageKind::Test,
            Self::Bank(_) => PageKind::Bank,
        }
    }
}
