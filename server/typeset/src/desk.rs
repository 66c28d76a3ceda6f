//! What Typst may see: four things on an empty desk. No file, package, font or clock beyond them exists for a template.

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts::{Case, case};

/// The world of one document.
pub(crate) struct Desk {
    fixtures: &'static Fixtures,
    sheet: Bytes,
}

/// What lies on every desk.
struct Fixtures {
    library: LazyHash<Library>,
    case: &'static Case,
    template: Source,
    emblem: (FileId, Bytes),
    sheet: FileId,
}

impl Desk {
    /// A desk with the certificate's template and this sheet, in JSON.
    pub(crate) fn new(sheet: String) -> Self {
        Self { fixtures: fixtures(), sheet: Bytes::from_string(sheet) }
    }
}

fn fixtures() -> &'static Fixtures {
    static FIXTURES: OnceLock<Fixtures> = OnceLock::new();
    FIXTURES.get_or_init(|| Fixtures {
        library: LazyHash::new(Library::default()),
        case: case(),
        template: Source::new(id("certificate.typ"), include_str!("certificate.typ").to_owned()),
        emblem: (id("emblem.svg"), Bytes::from_string(crate::EMBLEM)),
        sheet: id("sheet.json"),
    })
}

fn id(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a plain file name is a path")).intern()
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.fixtures.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fixtures.case.book
    }

    fn main(&self) -> FileId {
        self.fixtures.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main() { Ok(self.fixtures.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (emblem, bytes) = &self.fixtures.emblem;
        match id {
            id if id == *emblem => Ok(bytes.clone()),
            id if id == self.fixtures.sheet => Ok(self.sheet.clone()),
            _ => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fixtures.case.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
