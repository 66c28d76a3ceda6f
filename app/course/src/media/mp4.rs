//! What an MP4 file says of itself: whether it can begin before it has been loaded as a whole, how long it is, and how large.

use std::time::Duration;

use super::Played;

/// An MP4 file is a row of boxes, and so is what is in many of them: four bytes of length, four of name, and the content. This
/// goes through a row; a box that is cut off is the last one, with as much of it as there is.
struct Boxes<'b>(&'b [u8]);

impl<'b> Iterator for Boxes<'b> {
    type Item = ([u8; 4], &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (header, _) = self.0.split_first_chunk::<8>()?;
        let [a, b, c, d, name @ ..] = *header;
        // A length too big for four bytes stands in the eight after the name. None at all is the rest of the file.
        let (begin, length) = match u32::from_be_bytes([a, b, c, d]) {
            0 => (8, self.0.len()),
            1 => (16, usize::try_from(number::<8>(self.0, 8)?).ok()?),
            length => (8, length as usize),
        };
        let length = length.min(self.0.len());
        let content = self.0.get(begin..length)?;
        self.0 = &self.0[length..];
        Some((name, content))
    }
}

/// A film starts fast where its table of contents (`moov`) stands before its frames (`mdat`).
pub(super) fn starts_fast(bytes: &[u8]) -> bool {
    let first = Boxes(bytes).map(|(name, _)| name).find(|name| matches!(name, b"moov" | b"mdat"));
    first.as_ref() == Some(b"moov")
}

/// Its length and size. A film that is cut up (`moof`) often says neither.
pub(super) fn read(bytes: &[u8]) -> Played {
    let Some(contents) = inside(bytes, b"moov") else { return Played::default() };
    let tracks: Vec<&[u8]> =
        Boxes(contents).filter(|(name, _)| name == b"trak").map(|(_, track)| track).take(MOST_TRACKS).collect();
    let seen = tracks.iter().find(|track| is_seen(track));
    Played {
        length: inside(contents, b"mvhd").and_then(length),
        size: seen.and_then(|track| size(inside(track, b"tkhd")?)),
        only_sound: !tracks.is_empty() && seen.is_none(),
    }
}

/// No film has more.
const MOST_TRACKS: usize = 100;

fn inside<'b>(bytes: &'b [u8], wanted: &[u8; 4]) -> Option<&'b [u8]> {
    Boxes(bytes).find(|(name, _)| name == wanted).map(|(_, content)| content)
}

/// Whether a track is one of pictures: its handler says so.
fn is_seen(track: &[u8]) -> bool {
    let handler = inside(track, b"mdia").and_then(|media| inside(media, b"hdlr"));
    handler.is_some_and(|handler| handler.get(8..12) == Some(b"vide"))
}

/// Of the header of a film (ISO/IEC 14496-12, 8.2.2): how many units of time a second has, and how many the film.
fn length(header: &[u8]) -> Option<Duration> {
    let (units, all) = match header.first()? {
        0 => (number::<4>(header, 12)?, number::<4>(header, 16).filter(|all| *all != u64::from(u32::MAX))?),
        1 => (number::<4>(header, 20)?, number::<8>(header, 24)?),
        _ => return None,
    };
    let millis = all.checked_mul(1000)?.checked_div(units)?;
    (millis > 0).then(|| Duration::from_millis(millis))
}

/// Of the header of a track: its last eight bytes are the width and the height, each with a fraction of two bytes.
fn size(header: &[u8]) -> Option<(u32, u32)> {
    let at = header.len().checked_sub(8)?;
    let pixels = |at| u32::try_from(number::<4>(header, at)? >> 16).ok().filter(|pixels| *pixels > 0);
    Some((pixels(at)?, pixels(at + 4)?))
}

/// The number of so many bytes that stands here.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    Some(bytes.get(at..at + N)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(names: &[&[u8; 4]]) -> Vec<u8> {
        names.iter().flat_map(|name| [&[0, 0, 0, 12][..], &name[..], &[0; 4]].concat()).collect()
    }

    #[test]
    fn a_film_starts_fast_where_its_contents_stand_before_its_frames() {
        assert!(starts_fast(&file(&[b"ftyp", b"moov", b"mdat"])));
        assert!(starts_fast(&file(&[b"ftyp", b"free", b"moov"])));
        assert!(!starts_fast(&file(&[b"ftyp", b"mdat", b"moov"])));
        assert!(!starts_fast(&file(&[b"ftyp"])));
        assert!(!starts_fast(b"\0\0\0\0ftyp"));
        assert!(!starts_fast(b"\0\0\0\x01ftyp\xff\xff\xff\xff\xff\xff\xff\xff"));
        assert!(!starts_fast(b""));
    }

    fn of(name: &[u8; 4], inside: &[u8]) -> Vec<u8> {
        let length = u32::try_from(inside.len() + 8).expect("short");
        [&length.to_be_bytes()[..], name, inside].concat()
    }

    #[test]
    fn a_film_says_how_long_and_how_large_it_is_or_nothing() {
        let header = |units: u32, all: u32| {
            of(b"mvhd", &[&[0; 12][..], &units.to_be_bytes(), &all.to_be_bytes(), &[0; 80]].concat())
        };
        let track = |handler: &[u8; 4]| {
            let size = [(160u32 << 16).to_be_bytes(), (90u32 << 16).to_be_bytes()].concat();
            let media = of(b"mdia", &of(b"hdlr", &[&[0; 8][..], handler, &[0; 12]].concat()));
            of(b"trak", &[of(b"tkhd", &[&[0; 76][..], &size].concat()), media].concat())
        };
        let film = |contents: &[Vec<u8>]| [of(b"ftyp", b"isom"), of(b"moov", &contents.concat())].concat();
        let whole = film(&[header(1000, 2500), track(b"soun"), track(b"vide")]);
        let length = Some(Duration::from_millis(2500));
        assert_eq!(read(&whole), Played { length, size: Some((160, 90)), only_sound: false });
        assert!(read(&film(&[header(1000, 2500), track(b"soun")])).only_sound);
        for (units, all) in [(0, 5), (1000, 0), (1000, u32::MAX)] {
            assert_eq!(read(&film(&[header(units, all)])).length, None, "{units} {all}");
        }
        for end in 0..whole.len() {
            let _ = read(&whole[..end]);
        }
    }
}
