//! Words that are checked once, where they come in: login names, e-mail addresses, roles, the scopes of a token.

use std::fmt;
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_security::MixedScript;

/// The name a person signs in with: 3 to 40 letters, digits and `. _ - @`. Case does not count, nor does the way a keyboard
/// composes an accented letter (Unicode NFC), and letters of two scripts do not stand in one name, for `а` looks like `a`
/// (Unicode Technical Standard 39, section 5.1).
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
    /// Letters of two scripts, such as Latin and Cyrillic.
    Mixed,
}

impl LoginName {
    /// # Errors
    /// A [`LoginFault`] that says what is wrong with `text`.
    pub fn parse(text: &str) -> Result<Self, LoginFault> {
        // Longer than any name is read no further: what it would become is of no use.
        let text: String = text.trim().nfc().take(4 * LONGEST).collect();
        match text.chars().count() {
            0 => Err(LoginFault::Empty),
            1..3 => Err(LoginFault::Short),
            length if length > LONGEST => Err(LoginFault::Long),
            _ => misplaced(&text).map_or(Ok(()), |c| Err(LoginFault::Character(c))),
        }?;
        if text.is_single_script() { Ok(Self(text)) } else { Err(LoginFault::Mixed) }
    }

    /// What two spellings of one name have in common.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase().nfc().collect()
    }
}

/// The longest login name.
const LONGEST: usize = 40;

/// The first character that has no place in a login name. A mark, such as a vowel sign, has one after a letter or a mark.
fn misplaced(text: &str) -> Option<char> {
    let plain = |c: char| (c.is_alphanumeric() && !is_combining_mark(c)) || ".-_@".contains(c);
    let before = std::iter::once(' ').chain(text.chars());
    let after_letter = |before: char| before.is_alphabetic() || is_combining_mark(before);
    let in_place = |(before, c): &(char, char)| plain(*c) || (is_combining_mark(*c) && after_letter(*before));
    before.zip(text.chars()).find(|pair| !in_place(pair)).map(|(_, c)| c)
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

/// What a program may do with a person's token. A person who is signed in may do it all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Read one's own enrolments, attempts and certificates.
    Read,
    /// Enrol, complete lessons, take tests, claim certificates.
    Learn,
    /// Read what one's roles open: results, enrolments, people.
    Report,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 3] = [Self::Read, Self::Learn, Self::Report];

    /// The scope's word in forms, tables and message ids.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Learn => "learn",
            Self::Report => "report",
        }
    }

    /// The scope of this word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == word)
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
            ("\u{301}anna", LoginFault::Character('\u{301}')),
            ("an\u{200b}na", LoginFault::Character('\u{200b}')),
            ("\u{430}nna", LoginFault::Mixed),
            ("admin\u{3bf}", LoginFault::Mixed),
        ] {
            assert_eq!(LoginName::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn a_login_name_may_be_written_in_any_script_and_case() {
        for text in ["Amina.B", "учитель1", "معلمة", "老师一号", "たなか太郎", "अमित_शर्मा", "நந்தினி", " demo "]
        {
            assert!(LoginName::parse(text).is_ok(), "{text}");
        }
        for (one, other) in [("ANNA", "anna"), ("Zoe\u{301}", "zo\u{e9}")] {
            assert_eq!(LoginName::parse(one).map(|n| n.key()), LoginName::parse(other).map(|n| n.key()));
        }
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
