//! Where courses come from: the binary, or a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use course::{CourseSlug, Folder, Memory, SETTINGS, Source};
use rust_embed::RustEmbed;

use crate::countries::PACKS;

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

pub(super) type AnySource = Arc<dyn Source + Send + Sync>;

impl Origin {
    /// The names of the folders with a course in them that are left out, for they cannot be addresses.
    pub(super) fn misnamed(&self) -> Vec<String> {
        let Self::Folder(folder) = self else { return Vec::new() };
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut names: Vec<String> =
            entries.filter(|path| is_course(path)).filter_map(|path| misnamed(&path)).collect();
        names.sort();
        names
    }

    /// The courses there are, by slug.
    pub(super) fn sources(&self) -> anyhow::Result<Vec<(CourseSlug, AnySource)>> {
        match self {
            Self::Shipped => Ok(shipped()),
            Self::Folder(folder) => in_folder(folder),
        }
    }
}

/// Whether a folder is that of a course.
pub(crate) fn is_course(folder: &Path) -> bool {
    folder.join(SETTINGS).is_file()
}

/// The name of a folder, however one came to it.
pub(crate) fn name_of(folder: &Path) -> Option<String> {
    Some(std::path::absolute(folder).ok()?.file_name()?.to_string_lossy().into_owned())
}

/// The slug of the course in a folder, which is the folder's name. None if that cannot be an address.
pub(crate) fn slug_of(folder: &Path) -> Option<CourseSlug> {
    CourseSlug::parse(&name_of(folder)?).ok()
}

/// The same for a course that is read and not served: another slug where the folder's name can be none.
pub(crate) fn any_slug_of(folder: &Path) -> CourseSlug {
    slug_of(folder).unwrap_or_else(|| CourseSlug::parse("course").expect("it is a slug"))
}

/// The name of a course's folder that cannot be an address.
pub(crate) fn misnamed(folder: &Path) -> Option<String> {
    if slug_of(folder).is_none() { name_of(folder) } else { None }
}

/// The folder in which this one stands.
pub(crate) fn above(folder: &Path) -> PathBuf {
    match (folder.file_name(), folder.parent()) {
        (Some(_), Some(above)) if above.as_os_str().is_empty() => PathBuf::from("."),
        (Some(_), Some(above)) => above.to_owned(),
        // It is called by no name, such as `.`.
        _ => folder.join(".."),
    }
}

fn in_folder(folder: &Path) -> anyhow::Result<Vec<(CourseSlug, AnySource)>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| anyhow::anyhow!("the folder of courses {} cannot be read: {error}", folder.display()))?;
    let mut sources: Vec<(CourseSlug, AnySource)> = Vec::new();
    for entry in entries.flatten() {
        if !is_course(&entry.path()) {
            continue;
        }
        let Some(slug) = slug_of(&entry.path()) else {
            let folder = entry.file_name().to_string_lossy().into_owned();
            tracing::warn!(folder, "this folder's name cannot be an address, so its course is left out");
            continue;
        };
        sources.push((slug, Arc::new(Folder::new(entry.path()))));
    }
    Ok(sources)
}

fn shipped() -> Vec<(CourseSlug, AnySource)> {
    let mut courses: BTreeMap<String, BTreeMap<String, Vec<u8>>> = BTreeMap::new();
    for path in Shipped::iter() {
        let Some((slug, rest)) = path.split_once('/') else { continue };
        if let Some(file) = Shipped::get(&path) {
            courses.entry(slug.to_owned()).or_default().insert(rest.to_owned(), file.data.into_owned());
        }
    }
    let with_settings = courses.into_iter().filter(|(_, files)| files.contains_key(SETTINGS));
    with_settings
        .filter_map(|(slug, files)| Some((CourseSlug::parse(&slug).ok()?, Arc::new(Memory::new(files)) as Arc<_>)))
        .collect()
}

/// The country packs that ship with Haven.
pub(crate) fn shipped_packs() -> Memory {
    let within = |path: &str| Some(path.strip_prefix(PACKS)?.strip_prefix('/')?.to_owned());
    let packs = Shipped::iter().filter_map(|path| Some((within(&path)?, Shipped::get(&path)?)));
    packs.map(|(path, file)| (path, file.data.into_owned())).collect()
}
