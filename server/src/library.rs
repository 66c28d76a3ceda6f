//! The courses that are served. A folder is checked when the server starts and when a file in it changes; what is sound is
//! frozen in the database and served, what is not leaves the last good version standing, after a restart too.

mod older;
mod origin;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use app::words::Words;
use course::{Course, CourseSlug, Diagnostic, Hash, Labels, Language, Loaded, Memory, Reader, Silenced, Source};
use store::Store;
use store::content::{self, NewVersion};
use store::policy::MaySeeChecks;
use tokio::sync::Mutex;

use older::Older;
use origin::AnySource;
pub(crate) use origin::{Origin, above, any_slug_of, is_course, misnamed, name_of, shipped_packs};

/// A course in the folder, and what checking it found.
#[derive(Clone)]
pub(crate) struct Shelf {
    /// What is served: the folder's own state if it is sound, else the last good version, if there ever was one.
    pub(crate) served: Option<Arc<Course>>,
    /// What checking found.
    pub(crate) diagnostics: Arc<Vec<Diagnostic>>,
    /// The warnings that the author lets stand.
    pub(crate) silenced: Arc<Vec<Silenced>>,
    /// The folder's own state is what is served.
    pub(crate) is_sound: bool,
}

impl Shelf {
    fn is_as(&self, other: &Self) -> bool {
        let served = |shelf: &Self| shelf.served.as_ref().map(|course| course.version.hash.clone());
        let said = |shelf: &Self| (shelf.diagnostics.clone(), shelf.silenced.clone());
        (self.is_sound, said(self), served(self)) == (other.is_sound, said(other), served(other))
    }
}

/// The shelves, and the versions people are on.
#[derive(Default)]
pub(crate) struct Library {
    shelves: RwLock<BTreeMap<String, Shelf>>,
    /// The folders of courses that are left out, for their names cannot be addresses.
    misnamed: RwLock<Vec<String>>,
    /// One look at the folder at a time.
    desk: Mutex<Desk>,
    /// By the hash of the version an enrolment began with: the hash of the one it is served.
    newest: RwLock<HashMap<String, String>>,
    older: Older,
    /// Everyone is served the folder's own state, whichever version they are on.
    live: bool,
}

/// What is at hand to look at the folder again.
#[derive(Default)]
struct Desk {
    readers: BTreeMap<CourseSlug, Reader>,
    /// Why a course could not be looked at, last time.
    failed: BTreeMap<String, String>,
}

/// What came of looking at the courses.
pub(crate) struct Looked {
    /// Something is served or said that was not before.
    pub(crate) changed: bool,
    /// Every course could be looked at.
    pub(crate) whole: bool,
}

/// Why a version cannot be shown.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Lost {
    /// It is not in the database, or this Haven makes no course of what is. Asking again helps nobody.
    #[error("version {hash} of the course {slug} cannot be read by this Haven")]
    Unreadable {
        /// The course.
        slug: String,
        /// The version.
        hash: String,
    },
    /// It could not be looked for.
    #[error(transparent)]
    Away(#[from] anyhow::Error),
}

impl From<store::Error> for Lost {
    fn from(error: store::Error) -> Self {
        Self::Away(error.into())
    }
}

impl Library {
    /// The library of a development: everyone is served the folder's own state as long as it is sound, whichever version they
    /// began with, so that whoever writes sees what they wrote.
    pub(crate) fn live(live: bool) -> Self {
        Self { live, ..Self::default() }
    }

    /// Every course in the folder, by slug, with what checking found: it quotes what is not published.
    pub(crate) fn shelves(&self, _may: MaySeeChecks) -> BTreeMap<String, Shelf> {
        self.shelves.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The names of the folders whose courses are left out, for they cannot be addresses.
    pub(crate) fn misnamed(&self, _may: MaySeeChecks) -> Vec<String> {
        self.misnamed.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The courses that are open to everyone, in the order of their slugs.
    pub(crate) fn all_open(&self) -> Vec<Arc<Course>> {
        let shelves = self.shelves.read().unwrap_or_else(PoisonError::into_inner);
        shelves.values().filter_map(|shelf| shelf.served.clone()).collect()
    }

    /// The course that is open to everyone under this slug.
    pub(crate) fn open(&self, slug: &str) -> Option<Arc<Course>> {
        self.shelves.read().unwrap_or_else(PoisonError::into_inner).get(slug)?.served.clone()
    }

    /// Whether a course that is open to everyone is there in this language.
    pub(crate) fn speaks(&self, language: &Language) -> bool {
        let shelves = self.shelves.read().unwrap_or_else(PoisonError::into_inner);
        shelves.values().filter_map(|shelf| shelf.served.as_ref()).any(|course| course.editions.contains_key(language))
    }

    /// Looks at every course of `origin` and serves what is sound. One that cannot be looked at keeps no other from it.
    ///
    /// # Errors
    /// If the folder cannot be listed or the database does not answer. What was served before is served still.
    pub(crate) async fn load(&self, store: &Store, origin: &Origin) -> anyhow::Result<Looked> {
        let mut desk = self.desk.lock().await;
        let current = content::current(store).await?;
        let before = self.shelves.read().unwrap_or_else(PoisonError::into_inner).clone();
        let (mut shelves, mut failed) = (BTreeMap::new(), BTreeMap::new());
        for (slug, source) in origin.sources()? {
            let name = slug.to_string();
            let earlier = before.get(&name);
            let reader = desk.readers.remove(&slug).unwrap_or_else(|| Reader::new(slug.clone()));
            let (shelf, reader) = self.look(store, reader, (&slug, source), earlier, current.get(&name)).await;
            // A course inside the binary does not change.
            desk.readers.extend(reader.filter(|_| matches!(origin, Origin::Folder(_))).map(|reader| (slug, reader)));
            match shelf {
                Ok(shelf) => drop(shelves.insert(name, shelf)),
                Err(error) => {
                    shelves.extend(earlier.cloned().map(|shelf| (name.clone(), shelf)));
                    failed.insert(name, format!("{error:#}"));
                }
            }
        }
        desk.readers.retain(|slug, _| shelves.contains_key(slug.as_ref()) || failed.contains_key(slug.as_ref()));
        for (course, error) in failed.iter().filter(|(course, error)| desk.failed.get(*course) != Some(error)) {
            tracing::error!(course, error, "the course could not be looked at; what was served of it is served still");
        }
        let whole = failed.is_empty();
        desk.failed = failed;
        let misnamed = origin.misnamed();
        let mut known = self.misnamed.write().unwrap_or_else(PoisonError::into_inner);
        let renamed = std::mem::replace(&mut *known, misnamed.clone()) != misnamed;
        Ok(Looked { changed: self.put(&before, shelves) || renamed, whole })
    }

    /// Puts these shelves in the place of those before. Whether anything is another.
    fn put(&self, before: &BTreeMap<String, Shelf>, shelves: BTreeMap<String, Shelf>) -> bool {
        let same = |(slug, shelf): (&String, &Shelf)| before.get(slug).is_some_and(|before| shelf.is_as(before));
        let changed = before.len() != shelves.len() || !shelves.iter().all(same);
        if changed {
            *self.shelves.write().unwrap_or_else(PoisonError::into_inner) = shelves;
            self.newest.write().unwrap_or_else(PoisonError::into_inner).clear();
        }
        changed
    }

    /// Looks at one course. Its reader comes back, unless reading went wrong.
    async fn look(
        &self,
        store: &Store,
        mut reader: Reader,
        (slug, source): (&CourseSlug, AnySource),
        earlier: Option<&Shelf>,
        current: Option<&String>,
    ) -> (anyhow::Result<Shelf>, Option<Reader>) {
        let from = source.clone();
        let read = tokio::task::spawn_blocking(move || (reader.read(from.as_ref(), &labels), reader)).await;
        let (loaded, reader) = match read {
            Ok(read) => read,
            Err(error) => return (Err(error.into()), None),
        };
        if earlier.is_none_or(|earlier| *earlier.diagnostics != loaded.diagnostics) {
            report(slug, &loaded);
        }
        (self.shelve(store, slug, source.as_ref(), loaded, current).await, Some(reader))
    }

    async fn shelve(
        &self,
        store: &Store,
        slug: &CourseSlug,
        source: &(dyn Source + Send + Sync),
        loaded: Loaded,
        current: Option<&String>,
    ) -> anyhow::Result<Shelf> {
        let is_sound = loaded.is_sound();
        let (diagnostics, silenced) = (Arc::new(loaded.diagnostics), Arc::new(loaded.silenced));
        let served = match (loaded.course.filter(|_| is_sound), current) {
            (Some(course), current) => {
                if current.map(String::as_str) != Some(course.version.hash.as_ref()) {
                    publish(store, &course, source).await?;
                }
                Some(Arc::new(course))
            }
            (None, Some(hash)) => self.last_good(store, slug, hash).await?,
            (None, None) => None,
        };
        Ok(Shelf { served, diagnostics, silenced, is_sound })
    }

    /// The last good version. None if this Haven cannot read it, which the log says.
    async fn last_good(&self, store: &Store, slug: &CourseSlug, hash: &str) -> anyhow::Result<Option<Arc<Course>>> {
        match self.exactly(store, slug.as_ref(), hash).await {
            Ok(course) => Ok(Some(course)),
            Err(Lost::Unreadable { .. }) => Ok(None),
            Err(Lost::Away(error)) => Err(error),
        }
    }

    /// What someone is served whose enrolment began with this version: the newest version of the same shape, for a mended
    /// typo reaches everyone, and changed questions nobody.
    ///
    /// # Errors
    /// [`Lost`] if there is no such version, or it could not be looked for.
    pub(crate) async fn of_enrolment(&self, store: &Store, slug: &str, hash: &str) -> Result<Arc<Course>, Lost> {
        if let Some(open) = self.open(slug).filter(|open| self.live || open.version.hash.as_ref() == hash) {
            return Ok(open);
        }
        let known = self.newest.read().unwrap_or_else(PoisonError::into_inner).get(hash).cloned();
        let newest = match known {
            Some(newest) => newest,
            None => self.find_newest(store, slug, hash).await?,
        };
        self.exactly(store, slug, &newest).await
    }

    /// The newest version of the shape of this one, looked up once until the courses change.
    async fn find_newest(&self, store: &Store, slug: &str, hash: &str) -> Result<String, Lost> {
        let missing = || Lost::Unreadable { slug: slug.to_owned(), hash: hash.to_owned() };
        let pinned = content::find(store, hash).await?.ok_or_else(missing)?;
        let open = self.open(slug).filter(|open| open.version.shape.as_ref() == pinned.shape);
        let newest = match open {
            Some(open) => open.version.hash.to_string(),
            None => content::newest_of_shape(store, slug, &pinned.shape).await?.ok_or_else(missing)?.hash,
        };
        self.newest.write().unwrap_or_else(PoisonError::into_inner).insert(hash.to_owned(), newest.clone());
        Ok(newest)
    }

    /// One version and no other: what an attempt was drawn from.
    ///
    /// # Errors
    /// As [`Library::of_enrolment`].
    pub(crate) async fn exactly(&self, store: &Store, slug: &str, hash: &str) -> Result<Arc<Course>, Lost> {
        if let Some(open) = self.open(slug).filter(|open| open.version.hash.as_ref() == hash) {
            return Ok(open);
        }
        let missing = || Lost::Unreadable { slug: slug.to_owned(), hash: hash.to_owned() };
        let own = CourseSlug::parse(slug).map_err(|_| missing())?;
        self.older.get(hash, || frozen(store, &own, hash)).await?.ok_or_else(missing)
    }
}

/// The words that `course` writes into a page, in the language of the content.
pub(crate) fn labels(language: &Language) -> Labels {
    let words = Words::of(language.as_ref()).unwrap_or_else(Words::english);
    Labels::from_words(&|id| words.text_with(id, &[("first", "{first}".into())]))
}

/// Freezes a course with the bytes it was made from. A file that was saved meanwhile is not the one that was checked.
async fn publish(store: &Store, course: &Course, source: &(dyn Source + Send + Sync)) -> anyhow::Result<()> {
    let mut files = BTreeMap::new();
    for (path, hash) in &course.manifest {
        let bytes = source.read(path)?;
        anyhow::ensure!(Hash::of(&bytes) == *hash, "{path} was changed while the course was read; it is read again");
        files.insert(path.clone(), (hash.to_string(), bytes));
    }
    let (hash, shape) = (course.version.hash.to_string(), course.version.shape.to_string());
    content::publish(store, NewVersion { course: course.slug.to_string(), hash, shape, files }).await?;
    Ok(())
}

/// A version as it was frozen. It was sound then: what a newer Haven has learnt to complain of does not take it away from
/// those who are on it. None if nothing at all can be made of it.
async fn frozen(store: &Store, slug: &CourseSlug, hash: &str) -> Result<Option<Arc<Course>>, Lost> {
    let lost = || Lost::Unreadable { slug: slug.to_string(), hash: hash.to_owned() };
    let files = match content::files(store, hash).await {
        Ok(files) => files.ok_or_else(lost)?,
        Err(store::Error::Unreadable(why)) => {
            tracing::error!(course = %slug, version = hash, why, "a frozen version is damaged");
            return Err(lost());
        }
        Err(error) => return Err(error.into()),
    };
    let own = slug.clone();
    let load = move || course::load(own, &Memory::new(files), &labels);
    let loaded = tokio::task::spawn_blocking(load).await.map_err(anyhow::Error::from)?;
    if !loaded.is_sound() {
        tracing::warn!(course = %slug, version = hash, "a frozen version has what is an error by now; it is served as it was, if at all");
    }
    Ok(loaded.course.map(Arc::new))
}

fn report(slug: &CourseSlug, loaded: &Loaded) {
    let words = Words::english();
    for diagnostic in loaded.diagnostics.iter().filter(|one| one.severity == course::Severity::Error) {
        let message = crate::view::diagnostic(&words, diagnostic);
        tracing::warn!(course = %slug, file = diagnostic.file, line = diagnostic.line, "{message}");
    }
    if !loaded.is_sound() {
        tracing::warn!(course = %slug, "the course has errors: its last good version is served, if there is one");
    }
}
