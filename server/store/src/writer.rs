//! The one writer. It owns the writing connection, takes queued work, does what is waiting in one transaction with
//! a savepoint each, and answers after the commit: what a caller was told is durable. A request that is dropped cannot cut a
//! write short, for the work runs here and not in the request.

use std::any::Any;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;

use futures_util::FutureExt;
use sea_orm::{DatabaseConnection, DatabaseTransaction, TransactionTrait};
use tokio::sync::{mpsc, oneshot};

use crate::connect;
use crate::stamp::{self, Stamp};
use crate::{Clock, Error, Moment, Result, Store};

/// How many writes share one commit at most: one flush to the disk serves them all.
const GROUP: usize = 64;
/// How many writes may wait before callers wait to queue.
const QUEUE: usize = 1024;

type Outcome = Result<Box<dyn Any + Send>>;
type Pending<'a> = Pin<Box<dyn Future<Output = Outcome> + Send + 'a>>;
type Work = Box<dyn for<'a> FnOnce(&'a Write) -> Pending<'a> + Send>;

enum Job {
    Write(Work, oneshot::Sender<Outcome>),
    Stop(oneshot::Sender<()>),
}

/// What a write has in hand: the open transaction and the moment it happens.
pub struct Write {
    pub(crate) db: DatabaseTransaction,
    /// The server's time of this write.
    pub now: Moment,
}

impl Write {
    pub(crate) async fn stamp(&self) -> Result<Stamp> {
        stamp::next(&self.db).await
    }
}

#[derive(Clone)]
pub(crate) struct Writer(mpsc::Sender<Job>);

impl Writer {
    pub(crate) fn start(db: DatabaseConnection, clock: Clock) -> Self {
        let (sender, receiver) = mpsc::channel(QUEUE);
        tokio::spawn(run(db, clock, receiver));
        Self(sender)
    }

    pub(crate) async fn stop(&self) {
        let (done, stopped) = oneshot::channel();
        if self.0.send(Job::Stop(done)).await.is_ok() {
            stopped.await.ok();
        }
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
        self.writer.0.send(Job::Write(work, answer)).await.map_err(|_| Error::Stopping)?;
        let value = outcome.await.map_err(|_| Error::Stopping)??;
        Ok(*value.downcast().expect("the writer returns what this work made"))
    }
}

async fn run(db: DatabaseConnection, clock: Clock, mut queue: mpsc::Receiver<Job>) {
    let mut waiting = Vec::with_capacity(GROUP);
    while queue.recv_many(&mut waiting, GROUP).await > 0 {
        let mut group = Vec::with_capacity(waiting.len());
        let mut stops = Vec::new();
        for job in waiting.drain(..) {
            match job {
                Job::Write(work, answer) => group.push((work, answer)),
                Job::Stop(done) => stops.push(done),
            }
        }
        commit(&db, &clock, group).await;
        if !stops.is_empty() {
            db.close().await.ok();
            stops.into_iter().for_each(|done| done.send(()).unwrap_or(()));
            return;
        }
    }
}

/// One transaction for the whole group. If it cannot be committed, every one of the group is told so.
async fn commit(db: &DatabaseConnection, clock: &Clock, group: Vec<(Work, oneshot::Sender<Outcome>)>) {
    if group.is_empty() {
        return;
    }
    let mut outcomes = Vec::with_capacity(group.len());
    let mut answers = Vec::with_capacity(group.len());
    let mut works = Vec::with_capacity(group.len());
    for (work, answer) in group {
        works.push(work);
        answers.push(answer);
    }
    let committed = async {
        let transaction = connect::begin(db).await?;
        for work in works {
            outcomes.push(one(&transaction, clock.now(), work).await);
        }
        transaction.commit().await
    };
    if let Err(error) = committed.await {
        tracing::error!(%error, "a group of writes was not kept");
        let error = Error::from(error);
        answers.into_iter().for_each(|answer| drop(answer.send(Err(error.clone()))));
        return;
    }
    for (answer, outcome) in answers.into_iter().zip(outcomes) {
        drop(answer.send(outcome));
    }
}

/// One piece of work in its own savepoint: its failure is its own.
async fn one(transaction: &DatabaseTransaction, now: Moment, work: Work) -> Outcome {
    let write = Write { db: transaction.begin().await?, now };
    // A panic is this work's failure and nobody else's: the writer goes on.
    let outcome = AssertUnwindSafe(work(&write)).catch_unwind().await;
    let broken = |_| Err(Error::Unreadable("a write panicked; nothing of it is kept".into()));
    match outcome.unwrap_or_else(broken) {
        Ok(value) => write.db.commit().await.map(|()| value).map_err(Error::from),
        Err(error) => {
            write.db.rollback().await?;
            Err(error)
        }
    }
}
