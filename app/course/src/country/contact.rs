//! Whom one can turn to in a country: the offices a pack knows, and how one reaches them.

use super::spoken::Spoken;
use super::web::WebAddress;
use crate::names::Language;

/// What is for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Office {
    /// `[[helpline]]`: whom a child calls who needs to talk.
    Helpline,
    /// `[[hotline]]`: where a picture or film of abuse is reported.
    Hotline,
    /// `[[police]]`.
    Police,
    /// `[[regulator]]`: who watches over networks or data.
    Regulator,
}

impl Office {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Helpline, Self::Hotline, Self::Police, Self::Regulator];

    /// The key in a pack.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Helpline => "helpline",
            Self::Hotline => "hotline",
            Self::Police => "police",
            Self::Regulator => "regulator",
        }
    }
}

/// Someone to turn to. There is a number to call, a page, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// `name`.
    pub name: Spoken,
    /// `number`.
    pub number: Option<Telephone>,
    /// `url`.
    pub url: Option<WebAddress>,
    /// `hours`: when someone answers.
    pub hours: Option<Spoken>,
    /// `languages`: in which.
    pub languages: Vec<Language>,
    /// `source`: who says so, where it is not the pack's own source.
    pub source: Option<WebAddress>,
}

/// A telephone number, written as people of the country write it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Telephone(String);

impl Telephone {
    /// The number, if it is one: 2 to 15 digits, with blanks and signs between them, and perhaps a `+` before.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix('+').unwrap_or(text);
        let digits = rest.bytes().filter(u8::is_ascii_digit).count();
        let fits = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')' | '/');
        let ends =
            rest.starts_with(|c: char| c.is_ascii_digit() || c == '(') && rest.ends_with(|c: char| c.is_ascii_digit());
        (ends && (2..=15).contains(&digits) && text.len() <= 40 && rest.chars().all(fits))
            .then(|| Self(text.to_owned()))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address that a telephone dials. A zero in brackets is not dialled after the number of a country.
    #[must_use]
    pub fn address(&self) -> String {
        let written = if self.0.starts_with('+') { self.0.replace("(0)", "") } else { self.0.clone() };
        format!("tel:{}", written.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_by_its_digits() {
        for (written, dialled) in [
            ("116", "tel:116"),
            ("19", "tel:19"),
            ("+265 1 234 567", "tel:+2651234567"),
            ("+44 (0)20 7946-0000", "tel:+442079460000"),
            ("(01) 23.45/67", "tel:01234567"),
        ] {
            assert_eq!(Telephone::parse(written).map(|number| number.address()).as_deref(), Some(dialled), "{written}");
        }
    }

    #[test]
    fn what_no_telephone_dials_is_no_number() {
        for bad in [
            "",
            "1",
            "+",
            "one",
            "116a",
            "116;ext=1",
            "tel:116",
            "1234567890123456",
            "11\u{a0}6",
            "١١٦",
            "*123#",
            "116 ",
            "-116",
            "++116",
            "1<b>16",
            "0(((((((((((((((((((((((((((((((((((((((0",
        ] {
            assert_eq!(Telephone::parse(bad), None, "{bad:?}");
        }
    }
}
