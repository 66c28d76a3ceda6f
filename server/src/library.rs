//! The courses that are served. A folder is checked when the server starts and when a file in it changes; what is sound is
//! frozen in the database and served, what is not leaves the last good version standing, after a restart too.

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use app::words::Words;
use course::{Course, CourseSlug, Diagnostic, Folder, Hash, Labels, Language, Loaded, Memory, Silenced, Source};
use rust_embed::RustEmbed;
use store::Store;
use store::content::{self, NewVersion};
use store::policy::MaySeeChecks;

/// How many older versions are kept compiled for those who are still on them.
const OLDER: usize = 16;

/// The courses that ship with Haven, and the country packs.
#[derive(RustEmbed)]
#[folder = "../courses"]
struct Shipped;

/// Where courses come from.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// Those inside the binary.
    Shipped,
    /// A folder of courses.
    Folder(PathBuf),
}

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

/// The shelves, and the versions people are on.
#[derive(Default)]
pub(crate) struct Library {
    shelves: RwLock<BTreeMap<String, Shelf>>,
    /// By the hash of the version an enrolment began with: the hash of the one it is served.
    newest: RwLock<HashMap<String, String>>,
    /// Older versions that were asked for, compiled, by hash.
    older: RwLock<HashMap<String, Arc<Course>>>,
}

impl Library {
    /// Every course in the folder, by slug, with what checking found: it quotes what is not published.
    pub(crate) fn shelves(&self, _may: MaySeeChecks) -> BTreeMap<String, Shelf> {
        self.shelves.read().unwrap_or_else(PoisonError::into_inner).clone()
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

    /// Checks every course of `origin` and serves what is sound.
    ///
    /// # Errors
    /// If the folder cannot be listed or the database does not answer. What was served before is served still.
    pub(crate) async fn load(&self, store: &Store, origin: &Origin) -> anyhow::Result<()> {
        let current = content::current(store).await?;
        let mut shelves = BTreeMap::new();
        for (slug, source) in sources(origin)? {
            let (own, from) = (slug.clone(), source.clone());
            let loaded = tokio::task::spawn_blocking(move || course::load(own, from.as_ref(), &labels)).await?;
            report(&slug, &loaded);
            let shelf = self.shelve(store, &slug, source.as_ref(), loaded, &current).await?;
            shelves.insert(slug.to_string(), shelf);
        }
        *self.shelves.write().unwrap_or_else(PoisonError::into_inner) = shelves;
        self.newest.write().unwrap_or_else(PoisonError::into_inner).clear();
        Ok(())
    }

    async fn shelve(
        &self,
        store: &Store,
        slug: &CourseSlug,
        source: &(dyn Source + Send + Sync),
        loaded: Loaded,
        current: &BTreeMap<String, String>,
    ) -> anyhow::Result<Shelf> {
        let is_sound = loaded.is_sound();
        let (diagnostics, silenced) = (Arc::new(loaded.diagnostics), Arc::new(loaded.silenced));
        let served = match loaded.course.filter(|_| is_sound) {
            Some(course) => {
                if current.get(slug.as_ref()).map(String::as_str) != Some(course.version.hash.as_ref()) {
                    publish(store, &course, source).await?;
                }
                Some(Arc::new(course))
            }
            None => match current.get(slug.as_ref()) {
                Some(hash) => frozen(store, slug, hash).await?,
                None => None,
            },
        };
        Ok(Shelf { served, diagnostics, silenced, is_sound })
    }

    /// What someone is served whose enrolment began with this version: the newest version of the same shape, for a mended
    /// typo reaches everyone, and changed questions nobody.
    ///
    /// # Errors
    /// If the database does not answer or holds no such version.
    pub(crate) async fn of_enrolment(&self, store: &Store, slug: &str, hash: &str) -> anyhow::Result<Arc<Course>> {
        if let Some(open) = self.open(slug).filter(|open| open.version.hash.as_ref() == hash) {
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
    async fn find_newest(&self, store: &Store, slug: &str, hash: &str) -> anyhow::Result<String> {
        let missing = || anyhow::anyhow!("version {hash} of the course {slug} is not in the database");
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
    pub(crate) async fn exactly(&self, store: &Store, slug: &str, hash: &str) -> anyhow::Result<Arc<Course>> {
        if let Some(open) = self.open(slug).filter(|open| open.version.hash.as_ref() == hash) {
            return Ok(open);
        }
        if let Some(known) = self.older.read().unwrap_or_else(PoisonError::into_inner).get(hash) {
            return Ok(known.clone());
        }
        let slug = CourseSlug::parse(slug).map_err(|_| anyhow::anyhow!("{slug} is no slug"))?;
        let found = frozen(store, &slug, hash).await?;
        let course =
            found.ok_or_else(|| anyhow::anyhow!("version {hash} of the course {slug} cannot be read by this Haven"))?;
        self.remember(hash, &course);
        Ok(course)
    }

    /// Keeps a compiled version; one of the others makes room for it.
    fn remember(&self, hash: &str, course: &Arc<Course>) {
        let mut older = self.older.write().unwrap_or_else(PoisonError::into_inner);
        if older.len() >= OLDER
            && let Some(one) = older.keys().next().cloned()
        {
            older.remove(&one);
        }
        older.insert(hash.to_owned(), course.clone());
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
/// those who are on it.
async fn frozen(store: &Store, slug: &CourseSlug, hash: &str) -> anyhow::Result<Option<Arc<Course>>> {
    let Some(files) = content::files(store, hash).await? else { return Ok(None) };
    let own = slug.clone();
    let loaded = tokio::task::spawn_blocking(move || course::load(own, &Memory::new(files), &labels)).await?;
    if !loaded.is_sound() {
        tracing::warn!(course = %slug, version = hash, "a frozen version has what is an error by now; it is served as it was");
    }
    Ok(loaded.course.map(Arc::new))
}

type Sources = Vec<(CourseSlug, Arc<dyn Source + Send + Sync>)>;

/// A folder with `course.toml` in it is a course; its name is the slug.
fn sources(origin: &Origin) -> anyhow::Result<Sources> {
    match origin {
        Origin::Shipped => Ok(shipped()),
        Origin::Folder(folder) => folder_sources(folder),
    }
}

fn folder_sources(folder: &std::path::Path) -> anyhow::Result<Sources> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| anyhow::anyhow!("the folder of courses {} cannot be read: {error}", folder.display()))?;
    let mut sources: Sources = Vec::new();
    for entry in entries.flatten() {
        if !entry.path().join("course.toml").is_file() {
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        match CourseSlug::parse(&name) {
            Ok(slug) => sources.push((slug, Arc::new(Folder::new(entry.path())))),
            Err(_) => {
                tracing::warn!(folder = name, "this folder's name cannot be an address, so its course is left out")
            }
        }
    }
    Ok(sources)
}

fn shipped() -> Sources {
    let mut courses: BTreeMap<String, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
    for path in Shipped::iter() {
        let Some((slug, rest)) = path.split_once('/') else { continue };
        if let Some(file) = Shipped::get(&path) {
            courses.entry(slug.to_owned()).or_default().insert(rest.to_owned(), file.data.into_owned());
        }
    }
    let with_settings = courses.into_iter().filter(|(_, files)| files.contains_key("course.toml"));
    with_settings
        .filter_map(|(slug, files)| Some((CourseSlug::parse(&slug).ok()?, Arc::new(Memory::new(files)) as Arc<_>)))
        .collect()
}

/// The country packs that ship with Haven.
pub(crate) fn shipped_packs() -> Memory {
    let packs =
        Shipped::iter().filter_map(|path| Some((path.strip_prefix("countries/")?.to_owned(), Shipped::get(&path)?)));
    packs.map(|(path, file)| (path, file.data.into_owned())).collect()
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
