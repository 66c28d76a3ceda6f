//! Where courses come from: the binary, or a folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use course::{CourseSlug, Folder, Memory, Source};
use rust_embed::RustEmbed;

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
    /// The courses there are. A folder with `course.toml` in it is a course; its name is the slug.
    pub(super) fn sources(&self) -> anyhow::Result<Vec<(CourseSlug, AnySource)>> {
        match self {
            Self::Shipped => Ok(shipped()),
            Self::Folder(folder) => in_folder(folder),
        }
    }
}

fn in_folder(folder: &Path) -> anyhow::Result<Vec<(CourseSlug, AnySource)>> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| anyhow::anyhow!("the folder of courses {} cannot be read: {error}", folder.display()))?;
    let mut sources: Vec<(CourseSlug, AnySource)> = Vec::new();
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

fn shipped() -> Vec<(CourseSlug, AnySource)> {
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
