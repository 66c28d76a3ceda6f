//! A day of the calendar, by itself: this crate knows no clock, so the day it is comes in as one of these.

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// This day, if there is one.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        ((1..=12).contains(&month) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// Reads `2026-11-24`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |text: &str, count: usize| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let fits = digits(year, 4) && digits(month, 2) && digits(day, 2) && parts.next().is_none();
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).filter(|_| fits)
    }

    /// Year, month from 1, day from 1.
    #[must_use]
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The same day a year later; of the last of February in a leap year, one that comes before the first of March.
    pub(super) fn a_year_later(self) -> Self {
        Self { year: self.year.saturating_add(1), ..self }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for good in ["2026-11-24", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Day::parse(good).map(|day| day.to_string()).as_deref(), Some(good));
        }
        for bad in [
            "",
            "2023-02-29",
            "1900-02-29",
            "2023-04-31",
            "2023-13-01",
            "2023-00-10",
            "2023-1-1",
            "23-01-01",
            "2023-01-01-",
            "2023/01/01",
            "+202-01-01",
            "2023-01-0é",
            "2023-01-00",
        ] {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_come_one_after_another() {
        let day = |text| Day::parse(text).expect("a day");
        assert!(day("2023-12-31") < day("2024-01-01") && day("2024-01-31") < day("2024-02-01"));
        assert!(
            day("2024-02-29").a_year_later() < day("2025-03-01")
                && day("2024-02-29").a_year_later() > day("2025-02-28")
        );
    }
}
