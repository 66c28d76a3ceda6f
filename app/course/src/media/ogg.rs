//! How long a sound in an Ogg file is.

use std::time::Duration;

/// A page begins so (RFC 3533).
const PAGE: &[u8] = b"OggS";
/// The last page begins within so many bytes of the end: a page is never longer.
const LAST: usize = 65_536;
/// Opus counts in these, whatever it was recorded in.
const OPUS_A_SECOND: u64 = 48_000;

/// The position at the end of the last page says how many samples there are. None where the file does not say how many a
/// second has, or holds more than one stream.
pub(super) fn length(bytes: &[u8]) -> Option<Duration> {
    let stream = bytes.get(14..18)?;
    let segments = usize::from(*bytes.get(26)?);
    let (skipped, a_second) = rate(bytes.get(27 + segments..)?)?;
    let from = bytes.len().saturating_sub(LAST);
    let last = bytes[from..].windows(PAGE.len()).rposition(|four| four == PAGE)? + from;
    let position = i64::from_le_bytes(bytes.get(last + 6..last + 14)?.try_into().ok()?);
    let samples = u64::try_from(position).ok()?.checked_sub(skipped)?;
    let is_whole = bytes.get(last + 14..last + 18)? == stream && samples > 0;
    let millis = samples.checked_mul(1000)?.checked_div(a_second)?;
    is_whole.then(|| Duration::from_millis(millis))
}

/// How many samples are not heard at the beginning, and how many a second has.
fn rate(head: &[u8]) -> Option<(u64, u64)> {
    let number = |at: usize, length: usize| {
        Some(head.get(at..at + length)?.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    };
    if head.starts_with(b"OpusHead") {
        Some((number(10, 2)?, OPUS_A_SECOND))
    } else if head.starts_with(b"\x01vorbis") {
        Some((0, number(12, 4)?))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(position: i64, stream: u32, inside: &[u8]) -> Vec<u8> {
        let end = [&stream.to_le_bytes()[..], &[0; 8], &[1, u8::try_from(inside.len()).expect("short")], inside];
        [b"OggS\0\0", &position.to_le_bytes()[..], &end.concat()].concat()
    }

    #[test]
    fn a_sound_is_as_long_as_its_last_page_says() {
        let opus = page(0, 7, b"OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0");
        let vorbis = page(0, 7, b"\x01vorbis\0\0\0\0\x01\x44\xac\0\0");
        let whole = [opus.clone(), page(312 + 96_000, 7, b"..")].concat();
        assert_eq!(length(&whole), Some(Duration::from_secs(2)));
        assert_eq!(length(&[vorbis, page(44_100, 7, b"..")].concat()), Some(Duration::from_secs(1)));
        assert_eq!(length(&[opus.clone(), page(96_000, 8, b"..")].concat()), None);
        assert_eq!(length(&[opus.clone(), page(-1, 7, b"..")].concat()), None);
        assert_eq!(length(&opus), None);
        for end in 0..whole.len() {
            let _ = length(&whole[..end]);
        }
    }
}
