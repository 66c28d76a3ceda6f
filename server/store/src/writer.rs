//! The one writer. It owns the writing connection, takes queued work, does what is waiting in one transaction with
//! a savepoint each, and answers after the commit: what a caller was told is durable. A request that is dropped cannot cut a
//! write short, for the work runs here and not in the request.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionTrait};
use tokio::sync::{mpsc, oneshot};

use crate::connect;
use crate::home::Home;
use crate::stamp::{Stamp, Stamps};
use crate::{Error, Moment, Result, Store};

/// How many writes share one commit at most: one flush to the disk serves them all.
const GROUP: usize = 64;
/// How many writes may wait before callers wait to queue.
const QUEUE: usize = 1024;
/// No group takes longer; one that does has met a disk or a machine that answers no more. A request has 30 seconds: whoever
/// waits is told before it ends.
const LONGEST: Duration = Duration::from_secs(20);
/// How long a connection that failed may take to close before it is left behind.
const FAREWELL: Duration = Duration::from_secs(2);

type Outcome = Result<Box<dyn Any + Send>>;
type Pending<'a> = Pin<Box<dyn Future<Output = Outcome> + Send + 'a>>;
type Work = Box<dyn for<'a> FnOnce(&'a Write) -> Pending<'a> + Send>;

enum Job {
    Write(Work, Moment, oneshot::Sender<Outcome>),
    /// Who reads, and whom to tell when all is closed.
    Stop(DatabaseConnection, oneshot::Sender<Result<()>>),
}

/// What a write has in hand: the open transaction and the moment it was asked for.
pub struct Write {
    pub(crate) db: DatabaseTransaction,
    /// The server's time when this write came to the queue: how long it waited there is nobody's lateness. So one that is
    /// done later may have a moment a little earlier.
    pub now: Moment,
    stamps: Arc<Stamps>,
}

impl Write {
    pub(crate) async fn stamp(&self) -> Result<Stamp> {
        self.stamps.next(&self.db).await
    }
}

#[derive(Clone)]
pub(crate) struct Writer(mpsc::Sender<Job>);

impl Writer {
    pub(crate) fn start(db: DatabaseConnection, home: Home) -> Self {
        let (sender, receiver) = mpsc::channel(QUEUE);
        tokio::spawn(run(db, home, receiver));
        Self(sender)
    }

    /// Ends the writer after what is queued, and the readers before it: SQLite's last connection brings the log into the file,
    /// and only the one that wrote it has it in hand for certain. One that has ended before is no error.
    pub(crate) async fn stop(&self, readers: DatabaseConnection) -> Result<()> {
        let (done, stopped) = oneshot::channel();
        if self.0.send(Job::Stop(readers, done)).await.is_err() {
            return Ok(());
        }
        stopped.await.unwrap_or(Ok(()))
    }
}

impl Store {
    /// Does `work` in the writer and returns once it is durable. If `work` fails, nothing of it is kept.
    pub(crate) async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a Write) -> Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>> + Send + 'static,
    {
        let work: Work = Box::new(move |write| {
            let pending = work(write);
            Box::pin(async move { pending.await.map(|value| Box::new(value) as Box<dyn Any + Send>) })
        });
        let (answer, outcome) = oneshot::channel();
        self.writer.0.send(Job::Write(work, self.now(), answer)).await.map_err(|_| Error::Stopping)?;
        let value = outcome.await.map_err(|_| Error::Stopping)??;
        Ok(*value.downcast().expect("the writer returns what this work made"))
    }
}

async fn run(mut db: DatabaseConnection, home: Home, mut queue: mpsc::Receiver<Job>) {
    let mut waiting = Vec::with_capacity(GROUP);
    let mut is_sound = true;
    while queue.recv_many(&mut waiting, GROUP).await > 0 {
        let mut group = Vec::with_capacity(waiting.len());
        let mut stops = Vec::new();
        for job in waiting.drain(..) {
            match job {
                Job::Write(work, now, answer) => group.push((work, now, answer)),
                Job::Stop(readers, done) => stops.push((readers, done)),
            }
        }
        if !is_sound {
            is_sound = open_anew(&mut db, &home).await;
        }
        match commit(&db, &home, group).await {
            // A new connection would make a new file in the place of the one that is gone.
            Ok(()) | Err(Error::Moved(_)) => {}
            Err(_) => is_sound = open_anew(&mut db, &home).await,
        }
        if !stops.is_empty() {
            return end(db, stops).await;
        }
    }
}

/// Closes the readers, then the connection that writes.
async fn end(db: DatabaseConnection, stops: Vec<(DatabaseConnection, oneshot::Sender<Result<()>>)>) {
    let mut read = Ok(());
    for (readers, _) in &stops {
        read = readers.close_by_ref().await.and(read);
    }
    let closed = db.close().await.and(read).map_err(Error::from);
    stops.into_iter().for_each(|(_, done)| drop(done.send(closed.clone())));
}

/// A connection in place of one that failed: where the disk was full or the line was cut, nobody knows what state the old one
/// is in. Says whether one could be had; if not, the next group tries again.
async fn open_anew(db: &mut DatabaseConnection, home: &Home) -> bool {
    tokio::time::timeout(FAREWELL, db.close_by_ref()).await.ok();
    home.writing().await.map(|new| *db = new).is_ok()
}

/// Work, when it came to the queue, and whom to tell what came of it.
type Asked = (Work, Moment, oneshot::Sender<Outcome>);

/// Does the whole group, and tells each of it what came of it.
///
/// # Errors
/// Why the whole group failed; every one of it was told so.
async fn commit(db: &DatabaseConnection, home: &Home, group: Vec<Asked>) -> Result<()> {
    if group.is_empty() {
        return Ok(());
    }
    let (works, answers): (Vec<_>, Vec<_>) = group.into_iter().map(|(work, now, answer)| ((work, now), answer)).unzip();
    let committed = tokio::time::timeout(LONGEST, together(db, home, works)).await;
    match committed.unwrap_or(Err(Error::Late)) {
        Ok(outcomes) => {
            answers.into_iter().zip(outcomes).for_each(|(answer, outcome)| drop(answer.send(outcome)));
            Ok(())
        }
        Err(error) => {
            tracing::error!(%error, "a group of writes was not kept");
            answers.into_iter().for_each(|answer| drop(answer.send(Err(error.clone()))));
            Err(error)
        }
    }
}

/// One transaction for the whole group, in the files that were opened.
async fn together(db: &DatabaseConnection, home: &Home, works: Vec<(Work, Moment)>) -> Result<Vec<Outcome>> {
    let transaction = connect::begin(db).await?;
    home.check()?;
    let stamps = Arc::new(Stamps::default());
    let mut outcomes = Vec::with_capacity(works.len());
    for (work, now) in works {
        let write = Write { db: transaction.begin().await?, now, stamps: stamps.clone() };
        outcomes.push(one(write, work).await?);
    }
    stamps.keep(&transaction).await?;
    transaction.commit().await.map_err(Error::of_commit)?;
    Ok(outcomes)
}

/// One piece of work in its own savepoint: its failure is its own. Unless the savepoint is gone: then SQLite, out of space, has
/// taken the whole transaction back.
///
/// # Errors
/// Why the transaction is gone.
async fn one(write: Write, work: Work) -> Result<Outcome> {
    // A panic is this work's failure and nobody else's: the writer goes on.
    let outcome = AssertUnwindSafe(async { work(&write).await }).catch_unwind().await;
    match outcome.unwrap_or(Err(Error::Panicked)) {
        Ok(value) => {
            write.db.commit().await?;
            Ok(Ok(value))
        }
        Err(error) => match write.db.rollback().await {
            Ok(()) => Ok(Err(error)),
            Err(_) => Err(error),
        },
    }
}

#[cfg(test)]
mod tests {
    use time::Duration;

    use super::*;
    use crate::Clock;

    async fn opened(folder: &tempfile::TempDir, clock: Clock) -> Store {
        let url = format!("sqlite:{}?mode=rwc", folder.path().join("haven.db").display());
        Store::open(&url, clock).await.expect("a new database opens")
    }

    #[tokio::test]
    async fn a_write_that_panics_is_called_that_and_the_next_one_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = opened(&folder, Clock::system()).await;
        let broken: Result<()> = store.write(|_| Box::pin(async { panic!("on purpose") })).await;
        assert!(matches!(broken, Err(Error::Panicked)), "{broken:?}");
        assert!(store.ping().await.is_ok());
        store.clone().close().await.expect("it closes");
        assert!(matches!(store.ping().await, Err(Error::Away(_) | Error::Stopping)));
        store.close().await.expect("to close twice is no error");
    }

    #[tokio::test]
    async fn a_write_happens_when_it_came_to_the_queue_however_long_it_waits_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Clock::held(Moment(1_750_000_000_000));
        let store = opened(&folder, clock.clone()).await;
        let asked = store.now();
        let (free, until_free) = oneshot::channel::<()>();
        let slow = store.write(|_| Box::pin(async { Ok(until_free.await.is_ok()) }));
        let behind = store.write(|write| {
            let now = write.now;
            Box::pin(async move { Ok(now) })
        });
        let later = async {
            // Both have been asked once by now, and stand in the queue.
            clock.pass(Duration::minutes(1));
            free.send(()).expect("the slow one waits for it");
        };
        let (_, moment, ()) = tokio::join!(slow, behind, later);
        assert_eq!(moment.expect("done"), asked);
    }
}
