//! A certificate made up for the tests.

use certificate::{Direction, Facts, Kind, Labels, Number, Outcome};
use time::Date;
use time::macros::date;

pub(crate) const ADDRESS: &str = "https://haven.example.org/verify/HV-0000-0000-0000-00000";

pub(crate) fn facts() -> Facts {
    Facts {
        holder: "Thandiwe Mkandawire".into(),
        course_title: "A safer internet for children".into(),
        course_code: "COP-EDU-1".into(),
        course_slug: "safer-internet".into(),
        version: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        language: "en".into(),
        kind: Kind::Achievement,
        hours: Some("3.5".into()),
        results: vec![passed("Final test", 83)],
        issued_on: date!(2026 - 11 - 24),
        expires_on: Some(date!(2029 - 11 - 24)),
        organiser: "Regional Office for Digital Skills".into(),
    }
}

pub(crate) fn number() -> Number {
    Number::new(*b"0123456789")
}

pub(crate) fn labels() -> Labels<'static> {
    Labels {
        language: "en",
        direction: Direction::Ltr,
        heading: "Certificate of achievement",
        certifies: "This certifies that",
        completed: "has completed the course",
        code: "Course code",
        hours: "Learning time",
        result: "Result",
        issued_on: "Issued on",
        expires_on: "Valid until",
        issued_by: "Issued by",
        number: "Certificate number",
        verify: "Anyone can check this certificate at",
        qr: "QR code of the address where this certificate is checked",
        hours_in_words: &|hours| format!("{hours} hours"),
        percent_in_words: &|percent| format!("{percent}%"),
        pass_mark_in_words: &|mark| format!("Pass mark: {mark}"),
        day_in_words: &|day: Date| format!("{} {} {}", day.day(), day.month(), day.year()),
    }
}

pub(crate) fn passed(test: &str, percent: u32) -> Outcome {
    Outcome { test: test.into(), earned: "25/3".into(), of: "10".into(), percent, pass_mark: "at least 70%".into() }
}
