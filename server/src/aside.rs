//! Work that takes a core for a while, off the async threads and a few at a time. A request that is dropped frees no place:
//! the work it began goes on, and holds its place until it is done.

use std::sync::Arc;

use tokio::sync::Semaphore;

/// A place for heavy work.
#[derive(Clone)]
pub(crate) struct Aside(Arc<Semaphore>);

impl Aside {
    /// With room for so many at once.
    pub(crate) fn new(at_once: usize) -> Self {
        Self(Arc::new(Semaphore::new(at_once)))
    }

    /// Does `work` when there is room.
    ///
    /// # Errors
    /// If the work panics.
    pub(crate) async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> anyhow::Result<T> {
        let place = self.0.clone().acquire_owned().await?;
        let done = tokio::task::spawn_blocking(move || {
            let _held_until_done = place;
            work()
        });
        Ok(done.await?)
    }
}
