//! Mends in the options of a question: feedback that stands too near to its option or is not indented.

use std::ops::Range;

use super::{Change, Spot};

/// No editor breaks a line that is shorter than this.
const SHORT: usize = 60;
/// An option's feedback may have so many lines, and stand so many below it.
const MOST_LINES: usize = 100;

/// A line below an option that its author began anew: there was room for its first word above. It is feedback then, not the rest
/// of a long option.
pub(super) fn runs_on(spot: Spot<'_>) -> Option<Vec<Change>> {
    let lines = lines(spot)?;
    let option = spot.line_above(spot.start)?;
    let words = &spot.text[option.clone()];
    let deep = indentation(words)?;
    let first = spot.words().split_whitespace().next()?;
    if words.trim_end().chars().count() + 1 + first.chars().count() > SHORT {
        return None;
    }
    let mut changes = indented(spot, lines, deep)?;
    let begin = spot.line(spot.start)?.start;
    match changes.first_mut() {
        Some((span, text)) if span.start == begin => text.insert_str(0, spot.line_end()),
        _ => changes.insert(0, (begin..begin, spot.line_end().to_owned())),
    }
    Some(changes)
}

/// What stands between options, at the margin, below the first of them. What stands below the last is feedback too where each of
/// those before has some.
pub(super) fn not_indented(spot: Spot<'_>) -> Option<Vec<Change>> {
    let deep = option_above(spot)?;
    let mut between = Vec::new();
    let mut below: Vec<Range<usize>> = Vec::new();
    let (mut options, mut each_has) = (0, true);
    for line in section(spot)? {
        let words = &spot.text[line.clone()];
        if indentation(words).is_some() {
            each_has &= options == 0 || below.iter().any(|line| !spot.text[line.clone()].trim().is_empty());
            options += 1;
            between.append(&mut below);
        } else {
            below.push(line);
        }
    }
    if each_has {
        between.append(&mut below);
    }
    indented(spot, between, deep)
}

/// How far in the words of the nearest option above stand.
fn option_above(spot: Spot<'_>) -> Option<usize> {
    let mut at = spot.start;
    for _ in 0..MOST_LINES {
        let above = spot.line_above(at)?;
        if let Some(deep) = indentation(&spot.text[above.clone()]) {
            return Some(deep);
        }
        at = above.start;
    }
    None
}

/// The lines from here up to the next heading or box.
fn section(spot: Spot<'_>) -> Option<Vec<Range<usize>>> {
    let mut lines = Vec::new();
    let mut at = spot.line(spot.start)?.start;
    while at < spot.text.len() {
        let line = spot.line(at)?;
        if spot.text[line.clone()].starts_with(['#', '>', '<']) {
            break;
        }
        at =
            line.end + spot.text[line.end..].find(|c| c != '\r' && c != '\n').map_or(spot.text.len() - line.end, |_| 1);
        lines.push(line);
    }
    (lines.len() <= MOST_LINES).then_some(lines)
}

/// How far the words of an option without indentation of its own stand from the margin: `- [x] ` is its mark.
fn indentation(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = if digits == 0 { line.starts_with(['-', '*', '+']) } else { line[digits..].starts_with(['.', ')']) };
    let after = line.get(digits + 1..).filter(|_| mark)?;
    let blanks = after.bytes().take_while(|&byte| byte == b' ').count();
    ((1..=4).contains(&blanks) && after[blanks..].starts_with('[')).then_some(digits + 1 + blanks)
}

/// The lines of these words.
fn lines(spot: Spot<'_>) -> Option<Vec<Range<usize>>> {
    let mut lines = Vec::new();
    let mut at = spot.line(spot.start)?.start;
    let words = spot.text[at..spot.end].trim_end();
    for line in words.split_inclusive('\n') {
        lines.push(at..at + line.len());
        at += line.len();
    }
    (lines.len() <= MOST_LINES).then_some(lines)
}

/// Each line pushed in so far.
fn indented(spot: Spot<'_>, lines: Vec<Range<usize>>, deep: usize) -> Option<Vec<Change>> {
    let mut changes = Vec::new();
    for line in lines {
        let words = &spot.text[line.clone()];
        let blanks = words.bytes().take_while(|&byte| byte == b' ').count();
        if words[blanks..].starts_with('\t') {
            return None;
        }
        if blanks < deep && !words.trim().is_empty() {
            changes.push((line.start..line.start, " ".repeat(deep - blanks)));
        }
    }
    Some(changes)
}
