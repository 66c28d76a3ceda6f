//! The work on a text grows as the text does. One text is timed against sixteen of a sixteenth of its length, on this thread: as
//! many bytes in one piece may take up to four times as long, and never sixteen times, as the square would be.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use crate::laws;

const SHORT: usize = 8 * 1024;
const TIMES: usize = 16;
const BOUND: u32 = 4;
/// What takes less is not worth measuring: a square of it would show.
const QUICK: Duration = Duration::from_millis(20);

/// The least of some runs, of so many turns each: a machine that is busy makes a run longer, and never shorter.
fn least(work: &dyn Fn(&str), text: &str, runs: usize, turns: usize) -> Duration {
    let run = |_| {
        let (began, worked) = (Instant::now(), worked());
        (0..turns).for_each(|_| work(text));
        worked.and_then(|before| self::worked()?.checked_sub(before)).unwrap_or_else(|| began.elapsed())
    };
    (0..runs).map(run).min().unwrap_or_default()
}

/// How long this thread has been at work, and not waiting for its turn, where Linux tells: see proc(5), `schedstat`. It is told to
/// some milliseconds, so what is measured takes longer.
fn worked() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(told.split_whitespace().next()?.parse().ok()?))
}

pub(crate) fn grows_as_the_text(piece: &str, work: &dyn Fn(&str)) -> Result<(), TestCaseError> {
    grows(piece, &|bytes| piece.repeat((bytes / piece.len().max(1)).max(1)), work)
}

/// The same of a text that is not one piece again and again: `of` makes one of about so many bytes.
fn grows(piece: &str, of: &dyn Fn(usize) -> String, work: &dyn Fn(&str)) -> Result<(), TestCaseError> {
    let (short, long) = (of(SHORT), of(SHORT * TIMES));
    let mut took = (Duration::ZERO, Duration::ZERO);
    // Once more, with patience: the machine may have been busy.
    for runs in [1, 5] {
        let whole = least(work, &long, runs, 1);
        if whole < QUICK {
            return Ok(());
        }
        let parts = least(work, &short, runs, TIMES);
        if whole < parts * BOUND {
            return Ok(());
        }
        took = (parts, whole);
    }
    prop_assert!(false, "{piece:?}: {TIMES} times {SHORT} bytes take {:?}, as many in one {:?}", took.0, took.1);
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

/// A text of so many bytes, of numbered pieces: none is that of another.
fn numbered(before: &str, piece: &str, after: &str, bytes: usize) -> String {
    let pieces = (0..bytes / (piece.len() + 4)).map(|number| piece.replace("{n}", &number.to_string()));
    format!("{before}{}{after}\n", pieces.collect::<String>())
}

#[test]
fn many_answers_that_are_all_others_take_time_as_their_length() {
    for (before, piece, after) in [
        ("### Q {.short #q}\n\n", "- [x] a{n}\n", ""),
        ("### Q {.short #q exact=yes}\n\n", "- [x] a{n}\n", ""),
        ("### Q {.short #q}\n\n", "- [x] `*a{n}*`\n", ""),
        ("### Q {.short #q}\n\n", "- [x] `*a{n}*`\n- [ ] a{n}\n", ""),
        ("### Q {.choices #q}\n\n", "- [x] a{n}\n", ""),
        ("### Q {.blanks #q choose=yes}\n\n", "[[a{n}]] ", ""),
        ("### Q {.blanks #q}\n\n", "[[a{n}|b{n}]] ", ""),
        ("### Q {.blanks #q}\n\n[[", "a{n}|", "b]]"),
        ("### Q {.match #q}\n\n| a | b |\n|---|---|\n", "| a{n} | b{n} |\n", ""),
        ("### Q {.order #q}\n\n", "1. a{n}\n", ""),
        ("", "## Words {n}\n\nx\n\n", ""),
    ] {
        let load =
            |text: &str| drop(laws::load_texts(laws::SETTINGS, "# C", &format!("# M\n\n## L {{#l}}\n\n{text}"), "# B"));
        let of = |bytes| numbered(before, piece, after, bytes);
        grows(&format!("{before}{piece}{after}"), &of, &load).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn many_draws_from_a_large_bank_take_time_as_their_length() {
    let question = "## Q {.choice #q{n} tags=t{n}}\n\n- [x] a\n- [ ] b\n\n";
    let bank = numbered("# B\n\n", question, "", 64 * 1024);
    let draws = |bytes| numbered("[tests.t]\npass = 1\ndraw = [", "{ bank = \"b\", pick = 1 },\n", "]", bytes);
    let settings =
        |draws: &str| format!("format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n{draws}");
    let load = |text: &str| drop(laws::load_texts(&settings(text), "# C", "# M", &bank));
    grows("draw", &draws, &load).unwrap_or_else(|error| panic!("{error}"));
    let settings = settings(&draws(100 * 24));
    let of = |bytes| numbered("# B\n\n", question, "", bytes);
    let load = |text: &str| drop(laws::load_texts(&settings, "# C", "# M", text));
    grows("bank", &of, &load).unwrap_or_else(|error| panic!("{error}"));
}
