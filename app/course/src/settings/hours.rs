//! How long a course takes, exactly: what is printed on a certificate must be what the author wrote.

use std::fmt;

/// A number of hours, in hundredths, above 0 and at most 1,000. It shows as written, without needless zeros: `3.5`, `1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hours(u32);

const MOST: u32 = 1_000;

impl Hours {
    /// The hours of this decimal number with at most two decimals. None if it is not one, or out of range.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || whole.len() > 4 || part.len() > 2 {
            return None;
        }
        let hundredths = whole.parse::<u32>().ok()? * 100 + format!("{part:0<2}").parse::<u32>().ok()?;
        (1..=MOST * 100).contains(&hundredths).then_some(Self(hundredths))
    }

    /// The number in hundredths of an hour.
    #[must_use]
    pub fn hundredths(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Hours {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:02}", self.0 / 100, self.0 % 100);
        formatter.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_show_as_they_were_written_without_needless_zeros() {
        for (written, shown) in [
            ("3.5", "3.5"),
            ("1.0", "1"),
            ("1", "1"),
            ("10", "10"),
            ("0.75", "0.75"),
            ("1000", "1000"),
            ("100.10", "100.1"),
        ] {
            assert_eq!(Hours::parse(written).expect("hours").to_string(), shown, "{written}");
        }
    }

    #[test]
    fn what_is_no_number_of_hours_is_none() {
        for bad in
            ["", "0", "0.00", "-1", "1e3", "3.555", "1_0", ".5", "5.", "1001", "1000.01", "inf", "٣", "99999999999"]
        {
            assert_eq!(Hours::parse(bad), None, "{bad}");
        }
    }
}
