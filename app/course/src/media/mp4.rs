//! Whether a film can begin before it has been loaded as a whole.

/// An MP4 file is a row of boxes: four bytes of length, four of name. It starts fast where its table of contents (`moov`)
/// stands before its frames (`mdat`).
pub(super) fn starts_fast(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some((header, _)) = rest.split_first_chunk::<8>() {
        let [a, b, c, d, name @ ..] = *header;
        match &name {
            b"moov" => return true,
            b"mdat" => return false,
            _ => {}
        }
        let length = match u32::from_be_bytes([a, b, c, d]) {
            1 => long_length(rest),
            length => Some(u64::from(length)),
        };
        let length = length.filter(|length| *length >= 8).and_then(|length| usize::try_from(length).ok());
        let Some(next) = length.and_then(|length| rest.get(length..)) else { return false };
        rest = next;
    }
    false
}

/// A length too big for four bytes stands in the eight after the name.
fn long_length(at: &[u8]) -> Option<u64> {
    at.get(8..16)?.try_into().ok().map(u64::from_be_bytes)
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
}
