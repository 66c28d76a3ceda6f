//! Older versions, for those who are still on them: each is compiled once, however many ask for it at once, and those that
//! were asked for last are kept.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use course::Course;
use tokio::sync::OnceCell;

/// How many are kept.
const MOST: usize = 16;

/// A version; None for one of which this Haven makes no course.
type Made = Option<Arc<Course>>;

/// The versions that were asked for.
#[derive(Default)]
pub(super) struct Older(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    versions: HashMap<String, (u64, Arc<OnceCell<Made>>)>,
    asked: u64,
}

impl Older {
    /// The version with this hash, made if it is not kept. Whoever asks while it is being made waits for that.
    ///
    /// # Errors
    /// What `make` comes to. The next who asks tries again.
    pub(super) async fn get<E, M>(&self, hash: &str, make: impl FnOnce() -> M) -> Result<Made, E>
    where
        M: Future<Output = Result<Made, E>>,
    {
        let place = self.0.lock().unwrap_or_else(PoisonError::into_inner).place(hash);
        place.get_or_try_init(make).await.cloned()
    }
}

impl Kept {
    fn place(&mut self, hash: &str) -> Arc<OnceCell<Made>> {
        self.asked += 1;
        let (asked, place) = self.versions.entry(hash.to_owned()).or_default();
        *asked = self.asked;
        let place = place.clone();
        if self.versions.len() > MOST {
            let longest_ago = self.versions.iter().min_by_key(|(_, (asked, _))| *asked).map(|(hash, _)| hash.clone());
            longest_ago.inspect(|hash| drop(self.versions.remove(hash)));
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use tokio::sync::Barrier;

    use super::*;

    /// Asks for versions in turn; how many of them had to be made.
    async fn made(older: &Older, hashes: impl IntoIterator<Item = usize>) -> usize {
        let made = AtomicUsize::new(0);
        for hash in hashes {
            let make = async || {
                made.fetch_add(1, Ordering::Relaxed);
                Ok::<_, Infallible>(None)
            };
            older.get(&hash.to_string(), make).await.expect("made");
        }
        made.into_inner()
    }

    #[tokio::test]
    async fn a_version_is_made_once_however_many_ask_for_it_at_once() {
        let (older, made, all) =
            (Arc::new(Older::default()), Arc::new(AtomicUsize::new(0)), Arc::new(Barrier::new(50)));
        let ask = |_| {
            let (older, made, all) = (older.clone(), made.clone(), all.clone());
            tokio::spawn(async move {
                all.wait().await;
                let make = async || {
                    made.fetch_add(1, Ordering::Relaxed);
                    tokio::task::yield_now().await;
                    Ok::<_, Infallible>(None)
                };
                older.get("one", make).await.expect("made");
            })
        };
        for asked in (0..50).map(ask).collect::<Vec<_>>() {
            asked.await.expect("it is answered");
        }
        assert_eq!(made.load(Ordering::Relaxed), 1);
    }

    #[tokio::test]
    async fn what_was_asked_for_longest_ago_makes_room() {
        let older = Older::default();
        assert_eq!(made(&older, 0..MOST).await, MOST);
        assert_eq!(made(&older, [0]).await, 0, "it is kept");
        assert_eq!(
            made(&older, [MOST]).await,
            1,
            "for which the second makes room, the first having been asked for since"
        );
        assert_eq!(made(&older, [0]).await + made(&older, 2..=MOST).await, 0);
        assert_eq!(made(&older, [1]).await, 1);
    }

    #[tokio::test]
    async fn what_could_not_be_made_is_tried_again_by_the_next() {
        let older = Older::default();
        assert!(older.get("one", async || Err("the database is away")).await.is_err());
        assert_eq!(made(&older, [1]).await, 1);
        assert_eq!(older.get("one", async || Ok::<_, Infallible>(None)).await.map(|made| made.is_none()), Ok(true));
    }
}
