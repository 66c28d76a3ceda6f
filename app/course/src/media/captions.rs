//! Captions: a file of WebVTT, read cue by cue. A browser passes over in silence whatever it cannot read, and the words in it are
//! then never seen; here it is named. What a cue looks like is not looked at.

use std::ops::Range;
use std::time::Duration;

use crate::diagnostic::{Fault, Faults};

/// Captions are small: an hour of speech is a tenth of this.
pub(crate) const MOST_BYTES: u64 = 1024 * 1024;
/// Players round. What ends so little after a film is not over its length.
const ROUNDED: Duration = Duration::from_secs(1);
const ARROW: &str = "-->";

/// Whether a file is one of captions, as its name says.
pub(crate) fn is_captions(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("vtt"))
}

/// A line, with where it begins.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    words: &'t str,
}

impl Line<'_> {
    fn span(self) -> Range<usize> {
        let lead = self.words.len() - self.words.trim_start().len();
        self.start + lead..self.start + self.words.trim_end().len().max(lead)
    }
}

/// Names what is wrong with captions. `length` is that of what they belong to, where it is known.
pub(crate) fn check(text: &str, length: Option<Duration>, faults: &mut Faults) {
    let lines = lines(text);
    let header = lines.first().map_or("", |line| line.words);
    if !header.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])) {
        faults.at(lines.first().map_or(0..0, |line| line.span()), Fault::CaptionsHeader {});
    }
    let mut cues = Cues { length, faults, last: None, found: 0 };
    for (number, block) in blocks(&lines).enumerate() {
        // What follows the header right away belongs to it, unless it is a cue.
        let is_header = number == 0 && header.starts_with("WEBVTT");
        cues.block(block, is_header);
    }
    if cues.found == 0 {
        faults.whole(Fault::CaptionsEmpty {});
    }
}

/// The lines, whatever ends them.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let line = |words: &'_ str| (words.len(), words.trim_end_matches(['\n', '\r']).len());
    let mut lines = Vec::new();
    for whole in text.split_inclusive(['\n', '\r']) {
        let (length, words) = line(whole);
        // Between the two signs of one line end there is no line.
        if whole != "\n" || !text[..start].ends_with('\r') {
            lines.push(Line { start, words: &whole[..words] });
        }
        start += length;
    }
    lines
}

/// The rows of lines between empty lines.
fn blocks<'l, 't>(lines: &'l [Line<'t>]) -> impl Iterator<Item = &'l [Line<'t>]> {
    lines.split(|line| line.words.trim().is_empty()).filter(|block| !block.is_empty())
}

struct Cues<'f> {
    length: Option<Duration>,
    faults: &'f mut Faults,
    /// When the last cue began.
    last: Option<Duration>,
    found: usize,
}

impl Cues<'_> {
    /// A block is a note or a style, which are passed over, or cues: a name if they like, the times, the words.
    fn block(&mut self, block: &[Line<'_>], is_header: bool) {
        let is_note =
            |line: &Line<'_>| ["NOTE", "STYLE", "REGION"].contains(&line.words.split_whitespace().next().unwrap_or(""));
        let times: Vec<usize> = (0..block.len()).filter(|at| block[*at].words.contains(ARROW)).collect();
        let Some(first) = times.first() else {
            if !is_header && !block.first().is_some_and(is_note) {
                self.faults.at(block[0].span(), Fault::CaptionsStray {});
            }
            return;
        };
        if *first > 1 && !is_header {
            self.faults.at(block[0].span(), Fault::CaptionsStray {});
        }
        for (number, at) in times.iter().enumerate() {
            let end = times.get(number + 1).copied().unwrap_or(block.len());
            self.cue(block[*at], &block[at + 1..end]);
        }
    }

    fn cue(&mut self, line: Line<'_>, words: &[Line<'_>]) {
        self.found += 1;
        if words.iter().all(|line| line.words.trim().is_empty()) {
            self.faults.at(line.span(), Fault::CueEmpty {});
        }
        let (from, rest) = line.words.split_once(ARROW).unwrap_or_default();
        let from = Line { start: line.start, words: from };
        // After the times come settings of where the words stand.
        let rest_at = line.start + from.words.len() + ARROW.len();
        let blank = rest.len() - rest.trim_start().len();
        let to = rest.split_whitespace().next().unwrap_or_default();
        let to = Line { start: rest_at + blank, words: to };
        let times = [from, to].map(|time| self.time(time, line));
        if let [Some(begins), Some(ends)] = times {
            self.times((from, begins), (to, ends));
        }
    }

    fn time(&mut self, written: Line<'_>, line: Line<'_>) -> Option<Duration> {
        let time = time(written.words.trim());
        if time.is_none() {
            let span = if written.words.trim().is_empty() { line.span() } else { written.span() };
            self.faults.at(span, Fault::CueTime { found: written.words.trim().to_owned() });
        }
        time
    }

    fn times(&mut self, (from, begins): (Line<'_>, Duration), (to, ends): (Line<'_>, Duration)) {
        if let Some(before) = self.last.filter(|last| begins < *last) {
            self.faults.at(from.span(), Fault::CueOrder { found: spoken(begins), before: spoken(before) });
        }
        self.last = self.last.max(Some(begins));
        if ends <= begins {
            self.faults.at(to.span(), Fault::CueBackwards { found: spoken(ends), before: spoken(begins) });
        }
        if let Some(length) = self.length.filter(|length| ends > *length + ROUNDED) {
            self.faults.at(to.span(), Fault::CueOverLength { found: spoken(ends), length: spoken(length) });
        }
    }
}

/// Reads `00:05.000` or `01:00:05.000`.
fn time(written: &str) -> Option<Duration> {
    let (clock, millis) = written.split_once('.')?;
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts[..] {
        [minutes, seconds] => ("00", minutes, seconds),
        [hours, minutes, seconds] => (hours, minutes, seconds),
        _ => return None,
    };
    let number = |text: &str, fits: bool| {
        let digits = fits && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u64>().ok()).flatten()
    };
    let hours = number(hours, (2..=6).contains(&hours.len()))?;
    let minutes = number(minutes, minutes.len() == 2).filter(|minutes| *minutes < 60)?;
    let seconds = number(seconds, seconds.len() == 2).filter(|seconds| *seconds < 60)?;
    let millis = number(millis, millis.len() == 3)?;
    Some(Duration::from_millis(((hours * 60 + minutes) * 60 + seconds) * 1000 + millis))
}

/// As it is written in captions.
fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    let hours = if seconds >= 3600 { format!("{:02}:", seconds / 3600) } else { String::new() };
    format!("{hours}{:02}:{:02}.{:03}", seconds / 60 % 60, seconds % 60, time.subsec_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_has_two_digits_a_part_and_three_after_the_point() {
        for (written, seconds) in [
            ("00:05.000", Some(5.0)),
            ("59:59.999", Some(3599.999)),
            ("01:00:00.500", Some(3600.5)),
            ("100:00:00.000", Some(360_000.0)),
            ("00:00:01,000", None),
            ("0:05.000", None),
            ("00:60.000", None),
            ("60:00.000", None),
            ("00:05.00", None),
            ("00:05", None),
            ("5", None),
            ("-0:05.000", None),
            ("+1:05.000", None),
            ("00:٠5.000", None),
            ("9999999:00:00.000", None),
            ("", None),
        ] {
            assert_eq!(time(written), seconds.map(Duration::from_secs_f64), "{written}");
            assert!(time(written).is_none_or(|time| spoken(time) == written));
        }
    }

    #[test]
    fn lines_end_as_on_any_machine() {
        let found: Vec<(usize, &str)> = lines("a\r\nb\rc\n\nd").iter().map(|line| (line.start, line.words)).collect();
        assert_eq!(found, [(0, "a"), (3, "b"), (5, "c"), (7, ""), (8, "d")]);
    }
}
