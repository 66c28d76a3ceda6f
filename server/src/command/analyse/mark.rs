//! A mark as it stands in a cell: `1`, `0.5`, `0,5`, `1e-05`.

/// So many parts has a point: what is finer is rounded.
pub(super) const PARTS: i64 = 10_i64.pow(DECIMALS as u32);
const DECIMALS: usize = 12;
/// The largest mark there can be, in points: a table of marks has nothing larger, one of telephone numbers has.
pub(super) const LARGEST: i64 = 1_000_000;

/// What is no mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotAMark {
    /// It is not one number.
    NotANumber,
    /// It is larger than [`LARGEST`], or as far below 0.
    TooLarge,
}

/// The mark in parts of a point. None of a blank cell, or of one with the dash that other programs put there.
pub(super) fn read(cell: &str) -> Result<Option<i64>, NotAMark> {
    let cell = cell.trim();
    let (negative, digits) = match cell.strip_prefix(['-', '−']) {
        Some("") => return Ok(None),
        Some(digits) => (true, digits),
        None if matches!(cell, "" | "–" | "—") => return Ok(None),
        None => (false, cell.strip_prefix('+').unwrap_or(cell)),
    };
    let parts = match digits.split_once(['e', 'E']) {
        Some((number, power)) => scientific(number, power)?,
        None => plain(digits)?,
    };
    Ok(Some(if negative { -parts } else { parts }))
}

/// Digits, with one mark before the decimals. A comma is one too: between thousands nobody puts it in a table of marks.
fn plain(digits: &str) -> Result<i64, NotAMark> {
    let (whole, decimals) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && decimals.is_empty() || !is_number(whole) || !is_number(decimals) {
        return Err(NotAMark::NotANumber);
    }
    let whole = whole.trim_start_matches('0').bytes().try_fold(0_i64, |number, digit| {
        Some(number * 10 + i64::from(digit - b'0')).filter(|number| *number <= LARGEST)
    });
    let whole = whole.ok_or(NotAMark::TooLarge)?;
    let digit = |at: usize| decimals.as_bytes().get(at).map_or(0, |digit| i64::from(digit - b'0'));
    let fraction = (0..DECIMALS).fold(0, |parts, at| parts * 10 + digit(at)) + i64::from(digit(DECIMALS) >= 5);
    within(whole * PARTS + fraction)
}

/// As programs write very small numbers.
fn scientific(number: &str, power: &str) -> Result<i64, NotAMark> {
    let number = number.replace(',', ".");
    let plain = |part: &str, signs: &[char]| {
        let digits = part.strip_prefix(signs).unwrap_or(part);
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.bytes().all(|c| c.is_ascii_digit() || c == b'.')
    };
    if !plain(&number, &[]) || !plain(power, &['+', '-']) {
        return Err(NotAMark::NotANumber);
    }
    let points: f64 = format!("{number}e{power}").parse().map_err(|_| NotAMark::NotANumber)?;
    if points > LARGEST as f64 {
        return Err(NotAMark::TooLarge);
    }
    within((points * PARTS as f64).round() as i64)
}

fn within(parts: i64) -> Result<i64, NotAMark> {
    if parts <= LARGEST * PARTS { Ok(parts) } else { Err(NotAMark::TooLarge) }
}

/// Parts of a point as one writes them.
pub(super) fn written(parts: i64) -> String {
    let (sign, parts) = (if parts < 0 { "-" } else { "" }, parts.unsigned_abs());
    let (whole, fraction) = (parts / PARTS.unsigned_abs(), parts % PARTS.unsigned_abs());
    let number = format!("{sign}{whole}.{fraction:0DECIMALS$}");
    number.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_is_written_anywhere() {
        for (cell, points) in [
            ("1", "1"),
            (" 0.5 ", "0.5"),
            ("0,5", "0.5"),
            ("+2", "2"),
            ("-1", "-1"),
            ("−0,25", "-0.25"),
            (".5", "0.5"),
            ("5.", "5"),
            ("007", "7"),
            ("1.125", "1.125"),
            ("\u{a0}3\u{a0}", "3"),
            ("1e-05", "0.00001"),
            ("2.5E+1", "25"),
            ("0.3333333333333333", "0.333333333333"),
            ("0.66666666666666", "0.666666666667"),
            ("0.9999999999999", "1"),
            ("1000000", "1000000"),
        ] {
            let parts = read(cell).expect(cell).expect(cell);
            assert_eq!(written(parts), points, "{cell}");
        }
    }

    #[test]
    fn a_cell_without_a_mark_is_none() {
        for cell in ["", " ", "-", "–", "—", "−", "\u{a0}"] {
            assert_eq!(read(cell), Ok(None), "{cell:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_guessed() {
        for cell in [
            "a", "1a", "1.2.3", "1,234.5", "1 000", "50%", "--1", "+-1", ".", ",", "e5", "1e", "1e5e5", "inf", "NaN",
            "1/2", "#DIV/0!", "٣",
        ] {
            assert_eq!(read(cell), Err(NotAMark::NotANumber), "{cell:?}");
        }
        for cell in ["1000001", "1000000.0000001", "99999999999999999999999", "1e7", "-1e300", "1e999"] {
            assert_eq!(read(cell), Err(NotAMark::TooLarge), "{cell:?}");
        }
    }
}
