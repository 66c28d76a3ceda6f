//! Telling text in UTF-16 and UTF-32 from text in UTF-8. Old programs save such files under the name “Unicode”, often without the
//! mark that says so; their bytes may even be sound UTF-8, with a NUL beside each letter.

/// As far as one needs look.
const FAR: usize = 4096;

/// The encoding of a file that is not UTF-8, as people call it. None if it may be UTF-8.
#[must_use]
pub fn other(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        _ => looks_like_utf_16(&bytes[..bytes.len().min(FAR)]).then_some("UTF-16"),
    }
}

/// The text that these bytes are, in UTF-8 or UTF-16. None if they are none, or in another encoding.
pub(crate) fn decoded(bytes: &[u8]) -> Option<String> {
    if other(bytes) != Some("UTF-16") {
        return std::str::from_utf8(bytes).ok().filter(|_| other(bytes).is_none()).map(str::to_owned);
    }
    let (pairs, rest) = bytes.as_chunks::<2>();
    let marked = [[0xff, 0xfe], [0xfe, 0xff]].iter().position(|mark| bytes.starts_with(mark));
    let nuls = |at: usize| pairs.iter().take(FAR).filter(|pair| pair[at] == 0).count();
    let read = if marked.map_or(nuls(0) > nuls(1), |mark| mark == 1) { u16::from_be_bytes } else { u16::from_le_bytes };
    let text = char::decode_utf16(pairs.iter().copied().map(read)).collect::<Result<String, _>>().ok();
    text.filter(|_| rest.is_empty())
}

/// Whether NULs stand in every other place: beside each letter of the Latin alphabet, each blank and each end of a line. In a
/// text that has one by mistake they are few.
fn looks_like_utf_16(bytes: &[u8]) -> bool {
    let (pairs, _) = bytes.as_chunks::<2>();
    let [first, second] = [0, 1].map(|at| pairs.iter().filter(|pair| pair[at] == 0 && pair[1 - at] != 0).count());
    let (more, less) = (first.max(second), first.min(second));
    more > pairs.len() / 10 && more > 1 && less == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: &[&str] =
        &["# A course\n\nWords.\n", "# دورة\n\nكلمات عن السلامة\n", "# Курс\r\n\r\nСлова о детях\r\n"];

    #[test]
    fn utf_16_is_told_from_utf_8_with_a_mark_and_without() {
        for text in TEXTS {
            assert_eq!(other(text.as_bytes()), None, "{text}");
            assert_eq!(other(format!("\u{feff}{text}").as_bytes()), None, "{text}");
            for marked in [text.to_string(), format!("\u{feff}{text}")] {
                let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
                let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
                assert_eq!([other(&little), other(&big)], [Some("UTF-16"); 2], "{marked:?}");
                assert_eq!([decoded(&little), decoded(&big)], [Some(marked.clone()), Some(marked.clone())]);
            }
            let wide: Vec<u8> = format!("\u{feff}{text}").chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
            assert_eq!(other(&wide), Some("UTF-32"));
        }
    }

    #[test]
    fn a_few_stray_signs_do_not_make_a_text_utf_16() {
        for text in ["", "a", "\0", "a\0", "# A\0 course with a stray sign", "\0\0\0\0", "a\0bc\0d and more"] {
            assert_eq!(other(text.as_bytes()), None, "{text:?}");
        }
    }
}
