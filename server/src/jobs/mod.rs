//! What the server does without being asked: ends sittings whose time is up, forgets what it need not know, and looks at the
//! folders of courses and of country packs again when a file in them changes.

mod watch;

use std::time::{Duration, Instant};

use store::{Moment, attempts, sessions, throttle, tokens};

pub(crate) use watch::Sources;

use crate::state::Haven;

/// How often sittings are looked at. An answer is late by the deadline itself, not by this.
const EVERY: Duration = Duration::from_secs(2);
/// A round that takes longer has met a database that does not answer.
const LONGEST: Duration = Duration::from_secs(60);
/// A difference between the clock and the time that has passed which is worth a line.
const JUMP: Duration = Duration::from_secs(60);
/// Every so many rounds, what is old is forgotten: ten minutes.
const FORGET_EVERY: u64 = 300;

/// Starts the jobs; they end with the runtime. What ended while the server was down is ended first.
///
/// # Errors
/// If the database does not answer.
pub(crate) async fn start(haven: &Haven, from: Sources) -> anyhow::Result<()> {
    let ended = attempts::submit_overdue(&haven.store, Moment(0)).await?;
    if ended > 0 {
        tracing::info!(ended, "sittings whose time was up while the server was down are submitted");
    }
    tokio::spawn(rounds(haven.clone()));
    watch::start(haven.clone(), from);
    Ok(())
}

async fn rounds(haven: Haven) {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut since = haven.store.now();
    let mut last = (since, Instant::now());
    for round in 0u64.. {
        ticks.tick().await;
        let now = haven.store.now();
        tell_of_a_jump(last, now);
        last = (now, Instant::now());
        let done = tokio::time::timeout(LONGEST, round_once(&haven, since, round % FORGET_EVERY == 0)).await;
        match done.unwrap_or(Err(store::Error::Late)) {
            // A minute's overlap: a clock that is set back a little leaves no sitting open.
            Ok(()) => since = now.plus(time::Duration::minutes(-1)),
            Err(store::Error::Stopping) => return,
            Err(error) => tracing::error!(%error, "a round of jobs failed; it is tried again"),
        }
    }
}

/// Time limits go by this machine's clock. Whoever looks for why a sitting ended early or late finds it in the log.
fn tell_of_a_jump((before, at): (Moment, Instant), now: Moment) {
    let passed = time::Duration::try_from(at.elapsed()).unwrap_or_default();
    let jump = now.since(before) - passed;
    if jump.abs() > JUMP {
        tracing::warn!(seconds = jump.whole_seconds(), "the clock was set, or this machine slept");
    }
}

async fn round_once(haven: &Haven, since: Moment, forget: bool) -> store::Result<()> {
    attempts::submit_overdue(&haven.store, since).await?;
    if forget {
        let now = haven.store.now();
        sessions::forget_ended(&haven.store, now).await?;
        tokens::forget_ended(&haven.store, now).await?;
        throttle::forget_old(&haven.store, now).await?;
    }
    Ok(())
}
