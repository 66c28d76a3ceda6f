//! What a person types about themselves, checked once: login name, e-mail, role.

use std::fmt;
use std::str::FromStr;

/// The name a person signs in with: 3 to 40 letters, digits and `. _ - @`. Case does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginName(String);

/// Why a text is no login name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginFault {
    /// Nothing was typed.
    Empty,
    /// Fewer than 3 characters.
    Short,
    /// More than 40 characters.
    Long,
    /// A character that is no letter, digit or one of `. _ - @`.
    Character(char),
}

impl LoginName {
    /// # Errors
    /// A [`LoginFault`] that says what is wrong with `text`.
    pub fn parse(text: &str) -> Result<Self, LoginFault> {
        let text = text.trim();
        let odd = |c: &char| !c.is_alphanumeric() && !".-_@".contains(*c);
        match text.chars().count() {
            0 => Err(LoginFault::Empty),
            1..3 => Err(LoginFault::Short),
            41.. => Err(LoginFault::Long),
            _ => text.chars().find(odd).map_or_else(|| Ok(Self(text.to_owned())), |c| Err(LoginFault::Character(c))),
        }
    }

    /// What two spellings of one name have in common.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for LoginName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An e-mail address, as far as its form can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// `None` unless there is one `@` with text on both sides, no blanks, and at most 254 characters (RFC 5321, 4.5.3.1.3).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (local, domain) = text.split_once('@')?;
        let sound = !local.is_empty() && !domain.is_empty() && !domain.contains('@');
        let plain = text.len() <= 254 && !text.contains(|c: char| c.is_whitespace() || c.is_control());
        (sound && plain).then(|| Self(text.to_owned()))
    }

    /// The address as typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a person may do beyond learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Writes courses.
    Author,
    /// Runs workshops and sees results.
    Instructor,
    /// Sees who is enrolled.
    Coordinator,
    /// Sees the people and their roles.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Author, Self::Instructor, Self::Coordinator, Self::Administrator];

    /// The role's word in commands, tables and message ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Instructor => "instructor",
            Self::Coordinator => "coordinator",
            Self::Administrator => "administrator",
        }
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = || Self::ALL.map(Self::as_str).join(", ");
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| format!("there is no role `{text}`; there are {}", known()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_name_is_refused_with_its_reason() {
        for (text, fault) in [
            ("", LoginFault::Empty),
            ("  ", LoginFault::Empty),
            ("ab", LoginFault::Short),
            (&"x".repeat(41), LoginFault::Long),
            ("a b c", LoginFault::Character(' ')),
            ("<script>", LoginFault::Character('<')),
        ] {
            assert_eq!(LoginName::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_login_name_may_be_written_in_any_script_and_case() {
        for text in ["Amina.B", "учитель1", "معلمة", "老师一号", " demo "] {
            assert!(LoginName::parse(text).is_ok(), "{text}");
        }
        assert_eq!(LoginName::parse("ANNA").map(|n| n.key()), LoginName::parse("anna").map(|n| n.key()));
    }

    #[test]
    fn an_e_mail_address_needs_two_sides() {
        for (text, sound) in
            [("a@b.example", true), ("a@", false), ("@b", false), ("a@b@c", false), ("a b@c", false), ("", false)]
        {
            assert_eq!(Email::parse(text).is_some(), sound, "{text}");
        }
    }
}
