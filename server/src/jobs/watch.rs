//! The folder of courses, watched: an author saves a file and sees the page, or the mistake, a moment later.

use std::path::PathBuf;
use std::time::Duration;

use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use tokio::sync::mpsc;

use crate::library::Origin;
use crate::state::Haven;

/// How often the folder is looked at when nothing is heard of it.
const AT_LEAST_EVERY: Duration = Duration::from_secs(60);
/// Editors write a file in several steps: they are waited out.
const PAUSE: Duration = Duration::from_millis(400);

/// # Errors
/// If the folder cannot be watched.
pub(super) fn start(haven: Haven, folder: PathBuf, origin: Origin) -> anyhow::Result<()> {
    let (changed, mut changes) = mpsc::channel(1);
    let mut debouncer = new_debouncer(PAUSE, None, move |events: DebounceEventResult| {
        // An error may stand for events that were lost.
        let touched = events.map_or(true, |events| events.iter().any(|one| !matches!(one.kind, EventKind::Access(_))));
        if touched {
            // Full means that a look is due already.
            changed.try_send(()).ok();
        }
    })?;
    debouncer.watch(&folder, RecursiveMode::Recursive)?;
    tokio::spawn(async move {
        let _watching = debouncer;
        // A folder that is replaced whole is no longer the one that is watched: once a minute it is looked at all the same.
        while !matches!(tokio::time::timeout(AT_LEAST_EVERY, changes.recv()).await, Ok(None)) {
            match haven.courses.load(&haven.store, &origin).await {
                Ok(()) => tracing::debug!("the courses were looked at again"),
                Err(error) => tracing::error!(error = format!("{error:#}"), "the courses could not be looked at again"),
            }
        }
    });
    Ok(())
}
