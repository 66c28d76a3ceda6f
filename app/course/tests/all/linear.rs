//! The work on a text grows as the text does. Two lengths of the same are timed against each other on this thread: sixteen
//! times as much text may take up to sixty-four times as long, and never two hundred and fifty-six, as the square would be.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::laws;

const SHORT: usize = 8 * 1024;
const TIMES: usize = 16;
const BOUND: u32 = 64;
/// What takes less is not worth measuring: a square of it would show.
const QUICK: Duration = Duration::from_millis(20);

/// The least of some runs: a machine that is busy makes a run longer, and never shorter.
fn least(work: &dyn Fn(&str), text: &str, runs: usize) -> Duration {
    let run = |_| {
        let (began, worked) = (Instant::now(), worked());
        work(text);
        worked.and_then(|before| self::worked()?.checked_sub(before)).unwrap_or_else(|| began.elapsed())
    };
    (0..runs).map(run).min().unwrap_or_default()
}

/// How long this thread has been at work, and not waiting for its turn, where Linux tells: see proc(5), `schedstat`.
fn worked() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split_whitespace().next()?.parse().ok()?))
}

pub(crate) fn grows_as_the_text(piece: &str, work: &dyn Fn(&str)) -> Result<(), TestCaseError> {
    let of = |bytes: usize| piece.repeat((bytes / piece.len().max(1)).max(1));
    let long = least(work, &of(SHORT * TIMES), 1);
    if long < QUICK {
        return Ok(());
    }
    let short = least(work, &of(SHORT), 5);
    if long < short * BOUND {
        return Ok(());
    }
    // Once more, with patience: the machine may have been busy.
    let (short, long) = (least(work, &of(SHORT), 20), least(work, &of(SHORT * TIMES), 3));
    prop_assert!(long < short * BOUND, "{piece:?}: {SHORT} bytes take {short:?}, {TIMES} times as many {long:?}");
    Ok(())
}

proptest! {
    #![proptest_config(laws::cases(100))]

    #[test]
    fn any_pieces_again_and_again_take_time_as_their_length(
        pieces in proptest::collection::vec(proptest::sample::select(laws::PIECES), 1..5),
    ) {
        let load = |text: &str| drop(laws::load_texts(laws::SETTINGS, text, text, text));
        grows_as_the_text(&pieces.concat(), &load)?;
    }
}
