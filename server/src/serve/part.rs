//! A part of a file, as players ask for when someone goes to a place in a film: one range of bytes (RFC 9110, section 14). What
//! is no such range, or is several at once, is answered with the whole file, as the RFC allows.

use std::ops::Range;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// What of a file was asked for.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    Whole,
    Part(Range<usize>),
    /// Something behind its end.
    Nothing,
}

/// Answers with the file, or with the part of it that is asked for. `tag` names this state of it: a part of another state is not
/// what someone wants who has the rest of this one.
pub(super) fn answer(headers: &HeaderMap, tag: &str, bytes: Vec<u8>) -> Response {
    let length = bytes.len();
    let fixed = [(header::ACCEPT_RANGES, "bytes".to_owned()), (header::ETAG, tag.to_owned())];
    let bytes = Bytes::from(bytes);
    let of = |part: &str| [(header::CONTENT_RANGE, format!("bytes {part}/{length}"))];
    match asked(headers, tag, length) {
        Asked::Whole => (fixed, Body::from(bytes)).into_response(),
        Asked::Part(part) => {
            let range = of(&format!("{}-{}", part.start, part.end - 1));
            (StatusCode::PARTIAL_CONTENT, fixed, range, Body::from(bytes.slice(part))).into_response()
        }
        Asked::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, fixed, of("*")).into_response(),
    }
}

fn asked(headers: &HeaderMap, tag: &str, length: usize) -> Asked {
    let text = |name: HeaderName| headers.get(name).map(HeaderValue::to_str);
    let is_this = text(header::IF_RANGE).is_none_or(|state| state.is_ok_and(|state| state == tag));
    match text(header::RANGE) {
        Some(Ok(range)) if is_this => range.strip_prefix("bytes=").map_or(Asked::Whole, |range| part(range, length)),
        _ => Asked::Whole,
    }
}

/// `5-9`, `5-` or `-5`: from the sixth byte to the tenth, to the end, the last five.
fn part(range: &str, length: usize) -> Asked {
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // A number too large for this machine is behind the end of any file.
        digits.then(|| text.parse::<usize>().unwrap_or(usize::MAX))
    };
    let part = match range.trim().split_once('-') {
        Some(("", last)) => number(last).map(|last| length.saturating_sub(last)..length),
        Some((first, "")) => number(first).map(|first| first..length),
        Some((first, last)) => number(first)
            .zip(number(last))
            .filter(|(first, last)| first <= last)
            .map(|(first, last)| first..last.saturating_add(1).min(length)),
        None => None,
    };
    match part {
        Some(part) if part.start < part.end => Asked::Part(part),
        Some(_) => Asked::Nothing,
        None => Asked::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_a_part_and_anything_else_the_whole() {
        for (range, found) in [
            ("bytes=0-", Asked::Part(0..10)),
            ("bytes=0-0", Asked::Part(0..1)),
            ("bytes=3-5", Asked::Part(3..6)),
            ("bytes=3-99", Asked::Part(3..10)),
            ("bytes=-3", Asked::Part(7..10)),
            ("bytes=-99", Asked::Part(0..10)),
            ("bytes=0-99999999999999999999", Asked::Part(0..10)),
            ("bytes=10-", Asked::Nothing),
            ("bytes=99999999999999999999-", Asked::Nothing),
            ("bytes=-0", Asked::Nothing),
            ("bytes=5-3", Asked::Whole),
            ("bytes=0-1,3-4", Asked::Whole),
            ("bytes=", Asked::Whole),
            ("bytes=-", Asked::Whole),
            ("bytes=+1-", Asked::Whole),
            ("bytes=a-b", Asked::Whole),
            ("lines=0-1", Asked::Whole),
            ("", Asked::Whole),
        ] {
            let headers = HeaderMap::from_iter([(header::RANGE, HeaderValue::from_static(range))]);
            assert_eq!(asked(&headers, "\"x\"", 10), found, "{range}");
        }
        assert_eq!(part("0-", 0), Asked::Nothing);
    }

    #[test]
    fn a_part_of_another_state_is_the_whole() {
        for (state, found) in [("\"x\"", Asked::Part(0..1)), ("\"y\"", Asked::Whole), ("W/\"x\"", Asked::Whole)] {
            let headers = [(header::RANGE, "bytes=0-0"), (header::IF_RANGE, state)];
            let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
            assert_eq!(asked(&HeaderMap::from_iter(headers), "\"x\"", 10), found, "{state}");
        }
    }
}
