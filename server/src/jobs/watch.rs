//! The folders of courses and of country packs, watched: an author saves a file and sees the page, or the mistake, a moment
//! later.

use std::path::PathBuf;
use std::time::Duration;

use tokio::sync::mpsc;

use crate::countries::PacksFrom;
use crate::library::Origin;
use crate::state::Haven;
use crate::view;
use crate::watching::Watching;

/// How often the folders are looked at when nothing is heard of them.
const AT_LEAST_EVERY: Duration = Duration::from_secs(60);
/// The same while someone waits to see what they wrote.
const WHILE_WRITING: Duration = Duration::from_secs(1);

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

/// Starts watching, with a first look at what has changed since the courses were loaded.
pub(super) fn start(haven: Haven, from: Sources) {
    let folders = from.folders();
    if folders.is_empty() {
        return;
    }
    let every = if haven.live.is_some() { WHILE_WRITING } else { AT_LEAST_EVERY };
    let mut watching = Watching::new(folders, every);
    let (changed, changes) = mpsc::channel(1);
    std::thread::spawn(move || {
        while changed.blocking_send(()).is_ok() {
            watching.next();
        }
    });
    tokio::spawn(looks(haven, from, changes));
}

/// Looks when something has changed; and else, every so often, if the last look came to nothing or it is another day.
async fn looks(haven: Haven, from: Sources, mut changes: mpsc::Receiver<()>) {
    let (mut last, mut said) = (None, [None, None]);
    loop {
        let today = view::today(&haven.store);
        match tokio::time::timeout(AT_LEAST_EVERY, changes.recv()).await {
            Ok(None) => return,
            Err(_) if last == Some(today) => {}
            Ok(Some(())) | Err(_) => last = look(&haven, &from, &mut said).await.then_some(today),
        }
    }
}

/// Whether both could be looked at. One that cannot does not keep the other from it. What was `said` in the log of one that
/// cannot is not said anew until it is something else.
async fn look(haven: &Haven, from: &Sources, said: &mut [Option<String>; 2]) -> bool {
    let courses = haven.courses.load(&haven.store, &from.courses).await;
    let packs = haven.countries.load(&from.packs, view::today(&haven.store)).await;
    let changed = courses.as_ref().is_ok_and(|looked| looked.changed) || packs.as_ref().is_ok_and(|changed| *changed);
    if let Some(live) = haven.live.as_ref()
        && (live.set_away(courses.is_err()) || changed)
    {
        live.tell();
    }
    let whole = courses.as_ref().is_ok_and(|looked| looked.whole) && packs.is_ok();
    let errors = [courses.err(), packs.err()].map(|error| error.map(|error| format!("{error:#}")));
    for (what, (error, said)) in ["courses", "country packs"].iter().zip(errors.iter().zip(said.iter())) {
        if let Some(error) = error.as_ref().filter(|_| error != said) {
            tracing::error!(error, "the {what} could not be looked at again");
        }
    }
    *said = errors;
    whole
}
