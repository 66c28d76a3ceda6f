//! From the bytes of a file to a text of rows and cells: its encoding, its ends of lines, and what stands between the cells.

use std::borrow::Cow;

use super::Fault;

/// What can stand between cells. Of two that fit a table as well, the one further to the front is it: a comma may stand in a
/// name or before decimals.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];
/// So many rows say which it is.
const TELLING: usize = 5;

/// The text of a table, with one kind of end of line.
///
/// # Errors
/// If it is not in UTF-8.
pub(super) fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    if let Some(encoding) = course::other_encoding(bytes) {
        return Err(Fault::whole("other-encoding").about("encoding", encoding));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let row = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
        Fault::row("not-utf-8", row)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() })
}

/// What stands between the cells, and how many rows at the beginning only say so.
pub(super) fn separator(text: &str) -> (u8, usize) {
    let first = text.lines().next().unwrap_or_default();
    if let Some([separator]) = first.strip_prefix("sep=").map(str::as_bytes) {
        return (*separator, 1);
    }
    let rank = |separator: &u8| {
        let cells = cells(text, *separator);
        let first = cells.first().copied().unwrap_or_default();
        // All rows as long as the first speak for it more than many cells do.
        (first > 1 && cells.iter().all(|cells| *cells == first), first > 1)
    };
    // Of equals `max_by_key` takes the last.
    let found = SEPARATORS.into_iter().rev().max_by_key(rank);
    (found.unwrap_or(b','), 0)
}

/// How many cells each of the first rows has.
fn cells(text: &str, separator: u8) -> Vec<usize> {
    let rows =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    rows.into_records().map_while(Result::ok).take(TELLING).map(|row| row.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_the_cells_is_seen_by_the_rows() {
        for (text, wanted) in [
            ("name,Q1,Q2\nAmina,1,0\n", (b',', 0)),
            ("name;Q1;Q2\nAmina;1,5;0,5\n", (b';', 0)),
            ("name\tQ1\tQ2\nAmina\t1,5\t0\n", (b'\t', 0)),
            ("sep=;\nname;Q1\n", (b';', 1)),
            ("name,\"Q1; easy\",Q2\nAmina,1,0\n", (b',', 0)),
            ("name,Q1; easy,Q2\nAmina,1,0\nBilal,1,1\n", (b',', 0)),
            ("name;Q1\nAmina;1,5\nBilal;2,5\n", (b';', 0)),
            ("name\nAmina\n", (b'\t', 0)),
        ] {
            assert_eq!(separator(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_text_of_any_system_has_one_kind_of_end_of_line() {
        for text in ["a\nb\n", "\u{feff}a\r\nb\r\n", "a\rb\r"] {
            assert_eq!(decoded(text.as_bytes()).expect("UTF-8"), "a\nb\n");
        }
    }

    #[test]
    fn another_encoding_is_named_or_placed() {
        let wide: Vec<u8> = "name,Q1\nAmina,1\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&wide), Err(Fault::whole("other-encoding").about("encoding", "UTF-16")));
        assert_eq!(decoded(b"name,Q1\nZo\xeb,1\n"), Err(Fault::row("not-utf-8", 2)));
    }
}
