//! How deep a line goes. Looked at before a text is parsed: a parser goes through all containers that are open for every
//! line, which for thousands of them takes the square of the file's length.

use std::ops::Range;

/// Blocks within blocks, and emphasis within emphasis, may be this deep.
pub(crate) const DEEPEST: usize = 32;

/// The first marker that opens a container too deep, if there is one.
pub(crate) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if let Some(at) = line_too_deep(line.as_bytes()) {
            return Some(start + at..start + at + 1);
        }
        start += line.len();
    }
    None
}

/// The place of the marker that is one too many, on a line that begins with so many `>`, `-`, `1.` …
fn line_too_deep(line: &[u8]) -> Option<usize> {
    if is_rule(line) {
        return None;
    }
    let mut at = 0;
    let mut deep = 0;
    loop {
        at += line[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let marker = marker(&line[at..])?;
        deep += 1;
        if deep > DEEPEST {
            return Some(at);
        }
        at += marker;
    }
}

/// The length of the container marker that this begins with.
fn marker(rest: &[u8]) -> Option<usize> {
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let blank = |at: usize| rest.get(at).is_none_or(u8::is_ascii_whitespace);
    match rest.get(digits) {
        Some(b'>') if digits == 0 => Some(1),
        Some(b'-' | b'*' | b'+' | b':') if digits == 0 && blank(1) => Some(1),
        Some(b'.' | b')') if (1..=9).contains(&digits) && blank(digits + 1) => Some(digits + 1),
        _ => None,
    }
}

/// A line across the page, such as `- - - - -`, is no list.
fn is_rule(line: &[u8]) -> bool {
    let mut marks = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    let first = marks.next();
    matches!(first, Some(b'-' | b'*')) && marks.all(|mark| Some(mark) == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_open_thirty_two_containers_and_no_more() {
        for marker in ["> ", ">", "- ", "* ", "1. ", "+ ", "12) "] {
            let fits = marker.repeat(DEEPEST) + "text";
            assert_eq!(too_deep(&fits), None, "{marker}");
            let deep = format!("text\n{}text", marker.repeat(DEEPEST + 1));
            assert_eq!(too_deep(&deep).map(|span| span.start), Some(5 + marker.len() * DEEPEST), "{marker}");
        }
    }

    #[test]
    fn rules_and_words_open_nothing() {
        for line in ["- - - -", "* * * *", "-----", "1.5 2.5 3.5", "a > b > c"] {
            assert_eq!(too_deep(&format!("{} ", line).repeat(20)), None, "{line}");
        }
    }
}
