//! What a WebM file says of itself: how long it is, how large, and whether there is anything to see.

use std::time::Duration;

use super::Played;

const SEGMENT: u32 = 0x1853_8067;
const ABOUT: u32 = 0x1549_a966;
const TIME_UNIT: u32 = 0x2a_d7b1;
const DURATION: u32 = 0x4489;
const TRACKS: u32 = 0x1654_ae6b;
const TRACK: u32 = 0xae;
const VIDEO: u32 = 0xe0;
const WIDTH: u32 = 0xb0;
const HEIGHT: u32 = 0xba;

/// A WebM file is a tree of elements (RFC 8794): an id, a length, and the content. This goes through the elements of one. An
/// element that is cut off, or of unknown length, is the last one, with as much of it as there is.
struct Elements<'b>(&'b [u8]);

impl<'b> Iterator for Elements<'b> {
    type Item = (u32, &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (id, _, rest) = number(self.0)?;
        let (_, length, rest) = number(rest)?;
        let length = usize::try_from(length).unwrap_or(usize::MAX).min(rest.len());
        let (content, rest) = rest.split_at(length);
        self.0 = rest;
        Some((u32::try_from(id).ok()?, content))
    }
}

/// A number of one to eight bytes, whose first byte says how many: with that mark, and without it. Without it, all ones are an
/// unknown length, and larger than any.
fn number(bytes: &[u8]) -> Option<(u64, u64, &[u8])> {
    let length = bytes.first()?.leading_zeros() as usize + 1;
    let (own, rest) = bytes.split_at_checked(length)?;
    let marked = own.iter().fold(0u64, |number, byte| number << 8 | u64::from(*byte));
    let ones = (1u64 << (7 * length).min(63)) - 1;
    let bare = marked & ones;
    Some((marked, if bare == ones { u64::MAX } else { bare }, rest)).filter(|_| length <= 8)
}

fn inside(bytes: &[u8], wanted: u32) -> Option<&[u8]> {
    Elements(bytes).find(|(id, _)| *id == wanted).map(|(_, content)| content)
}

/// Its length and size.
pub(super) fn read(bytes: &[u8]) -> Played {
    let Some(segment) = inside(bytes, SEGMENT) else { return Played::default() };
    let tracks = inside(segment, TRACKS).unwrap_or_default();
    let video = Elements(tracks).filter(|(id, _)| *id == TRACK).find_map(|(_, track)| inside(track, VIDEO));
    Played {
        length: inside(segment, ABOUT).and_then(length),
        size: video.and_then(size),
        only_sound: !tracks.is_empty() && video.is_none(),
    }
}

/// The duration is a float, in units of so many nanoseconds: a millisecond, where it is not said.
fn length(about: &[u8]) -> Option<Duration> {
    let unit = inside(about, TIME_UNIT).map_or(Some(1_000_000), unsigned)?;
    let units = match inside(about, DURATION)? {
        four @ [_, _, _, _] => f64::from(f32::from_be_bytes(four.try_into().ok()?)),
        eight => f64::from_be_bytes(eight.try_into().ok()?),
    };
    #[expect(clippy::cast_precision_loss, reason = "a unit of time has few digits")]
    let seconds = units * unit as f64 / 1e9;
    Duration::try_from_secs_f64(seconds).ok().filter(|length| !length.is_zero())
}

fn size(video: &[u8]) -> Option<(u32, u32)> {
    let pixels = |id| u32::try_from(inside(video, id).and_then(unsigned)?).ok().filter(|pixels| *pixels > 0);
    Some((pixels(WIDTH)?, pixels(HEIGHT)?))
}

fn unsigned(bytes: &[u8]) -> Option<u64> {
    (bytes.len() <= 8).then(|| bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An element, its length in one byte.
    fn element(id: u32, inside: &[u8]) -> Vec<u8> {
        let id: Vec<u8> = id.to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
        let length = u8::try_from(inside.len()).expect("short") | 0x80;
        [&id[..], &[length], inside].concat()
    }

    fn film(duration: &[u8], tracks: &[u8]) -> Vec<u8> {
        let about = element(ABOUT, &[element(TIME_UNIT, &[0x0f, 0x42, 0x40]), element(DURATION, duration)].concat());
        let inside = [about, element(TRACKS, tracks)].concat();
        [element(0x1a45_dfa3, b"webm"), element(SEGMENT, &inside)].concat()
    }

    #[test]
    fn a_film_says_how_long_and_how_large_it_is_or_nothing() {
        let video = element(TRACK, &element(VIDEO, &[element(WIDTH, &[160]), element(HEIGHT, &[0, 90])].concat()));
        let sound = element(TRACK, &element(0xe1, &[]));
        let whole = film(&3000f64.to_be_bytes(), &[sound.clone(), video.clone()].concat());
        let length = Some(Duration::from_secs(3));
        assert_eq!(read(&whole), Played { length, size: Some((160, 90)), only_sound: false });
        assert_eq!(read(&film(&3000f32.to_be_bytes(), &video)).length, length);
        assert!(read(&film(&3000f32.to_be_bytes(), &sound)).only_sound);
        for none in [f64::NAN, f64::INFINITY, -1.0, 0.0, 1e300] {
            assert_eq!(read(&film(&none.to_be_bytes(), &video)).length, None, "{none}");
        }
        assert_eq!(read(&film(b"", &video)).length, None);
        for end in 0..whole.len() {
            let _ = read(&whole[..end]);
        }
    }

    #[test]
    fn an_element_of_unknown_length_reaches_to_the_end() {
        let video = element(TRACK, &element(VIDEO, &[]));
        let open =
            [&[0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], &element(TRACKS, &video)[..]];
        assert_eq!(read(&open.concat()), Played::default());
        assert_eq!(read(&[]), Played::default());
    }
}
