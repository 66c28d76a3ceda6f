//! The server's time, as a number a database can order, from a clock that a test can hold.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use sea_orm::DeriveValueType;
use time::format_description::well_known::Rfc3339;
use time::{Date, Duration, OffsetDateTime};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, DeriveValueType)]
pub struct Moment(pub i64);

impl Moment {
    /// This moment and `duration` more.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(duration.whole_milliseconds()).unwrap_or(i64::MAX)))
    }

    /// How long after `earlier` this is; negative if before.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::milliseconds(self.0.saturating_sub(earlier.0))
    }

    /// The day it is in UTC.
    #[must_use]
    pub fn date(self) -> Date {
        self.utc().date()
    }

    /// For programs: RFC 3339, in UTC, to the second.
    #[must_use]
    pub fn rfc3339(self) -> String {
        let second = self.utc().truncate_to_second();
        second.format(&Rfc3339).expect("no moment is outside the years that RFC 3339 has")
    }

    /// The same moment as a calendar time in UTC.
    #[must_use]
    pub fn utc(self) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + Duration::milliseconds(self.0.clamp(0, 253_402_300_799_000))
    }
}

/// Where the time comes from.
#[derive(Clone)]
pub struct Clock(Source);

#[derive(Clone)]
enum Source {
    System,
    Held(Arc<AtomicI64>),
}

impl Clock {
    /// This machine's clock.
    #[must_use]
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock that stands still until moved: for tests.
    #[must_use]
    pub fn held(at: Moment) -> Self {
        Self(Source::Held(Arc::new(AtomicI64::new(at.0))))
    }

    /// The time now.
    #[must_use]
    pub fn now(&self) -> Moment {
        match &self.0 {
            Source::System => {
                Moment(i64::try_from(OffsetDateTime::now_utc().unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX))
            }
            Source::Held(at) => Moment(at.load(Ordering::SeqCst)),
        }
    }

    /// Moves a held clock forward; the machine's own is not ours to move.
    pub fn pass(&self, duration: Duration) {
        if let Source::Held(at) = &self.0 {
            at.store(self.now().plus(duration).0, Ordering::SeqCst);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_to_the_second_whatever_a_clock_says() {
        for (at, told) in [
            (1_750_000_000_999, "2025-06-15T15:06:40Z"),
            (i64::MIN, "1970-01-01T00:00:00Z"),
            (i64::MAX, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(Moment(at).rfc3339(), told);
        }
    }
}
