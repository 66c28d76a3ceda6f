//! The folders of courses and of country packs, watched: an author saves a file and sees the page, or the mistake, a moment
//! later.

use std::path::PathBuf;
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use tokio::sync::mpsc;

use crate::countries::PacksFrom;
use crate::library::Origin;
use crate::state::Haven;
use crate::view;

/// How often the folders are looked at when nothing is heard of them.
const AT_LEAST_EVERY: Duration = Duration::from_secs(60);
/// Editors write a file in several steps: they are waited out.
const PAUSE: Duration = Duration::from_millis(400);

/// Where what is served comes from.
pub(crate) struct Sources {
    pub(crate) courses: Origin,
    pub(crate) packs: PacksFrom,
}

impl Sources {
    /// By what `haven serve` was told.
    ///
    /// # Errors
    /// If the folder of packs is not there.
    pub(crate) fn new(courses: Option<PathBuf>, packs: Option<PathBuf>) -> anyhow::Result<Self> {
        if let Some(packs) = packs.as_ref().filter(|packs| !packs.is_dir()) {
            anyhow::bail!("the folder of country packs {} is not there", packs.display());
        }
        let packs = packs.map(PacksFrom::Folder);
        let packs = packs.or_else(|| courses.clone().map(PacksFrom::Beside)).unwrap_or(PacksFrom::Shipped);
        Ok(Self { courses: courses.map_or(Origin::Shipped, Origin::Folder), packs })
    }

    fn folders(&self) -> Vec<PathBuf> {
        let courses = if let Origin::Folder(folder) = &self.courses { Some(folder.clone()) } else { None };
        let packs = if let PacksFrom::Folder(folder) = &self.packs { Some(folder.clone()) } else { None };
        courses.into_iter().chain(packs).collect()
    }
}

/// # Errors
/// If a folder cannot be watched.
pub(super) fn start(haven: Haven, from: Sources) -> anyhow::Result<()> {
    let folders = from.folders();
    if folders.is_empty() {
        return Ok(());
    }
    let (changed, mut changes) = mpsc::channel(1);
    let mut debouncer = new_debouncer(PAUSE, None, move |events: DebounceEventResult| {
        // An error may stand for events that were lost.
        let touched = events.map_or(true, |events| events.iter().any(|one| !matches!(one.kind, EventKind::Access(_))));
        if touched {
            // Full means that a look is due already.
            changed.try_send(()).ok();
        }
    })?;
    for folder in &folders {
        debouncer.watch(folder, RecursiveMode::Recursive)?;
    }
    tokio::spawn(async move {
        let _watching = debouncer;
        // A folder that is replaced whole is no longer the one that is watched: once a minute it is looked at all the same.
        while !matches!(tokio::time::timeout(AT_LEAST_EVERY, changes.recv()).await, Ok(None)) {
            look(&haven, &from).await;
        }
    });
    Ok(())
}

/// One that cannot be read does not keep the other from being looked at.
async fn look(haven: &Haven, from: &Sources) {
    let courses = haven.courses.load(&haven.store, &from.courses).await;
    let packs = haven.countries.load(&from.packs, view::today(&haven.store)).await;
    for (what, looked) in [("courses", courses), ("country packs", packs)] {
        match looked {
            Ok(()) => tracing::debug!("the {what} were looked at again"),
            Err(error) => tracing::error!(error = format!("{error:#}"), "the {what} could not be looked at again"),
        }
    }
}
