//! The names things go by, each checked once when it is made. Whoever holds a [`LessonId`] holds one that may stand in an
//! address, in an attribute and in a file name.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The longest name, in characters.
pub(crate) const LONGEST: usize = 64;

/// What stands where a module does in a course's addresses, `/en/courses/my-course/certificate`, and is none.
const RESERVED: [&str; 5] = ["certificate", "glossary", "search", "surveys", "tests"];

/// Why a text is no name.
#[derive(thiserror::Error, Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing at all.
    #[error("a name is empty")]
    Empty,
    /// More than 64 characters.
    #[error("a name is longer than 64 characters")]
    TooLong,
    /// A character that the name may not have there.
    #[error("a name holds {0:?}, which it may not hold there")]
    Character(char),
    /// The word is kept for something else, such as `tests` for a module.
    #[error("the name is kept for something else")]
    Reserved,
    /// Not of the form such a name has.
    #[error("the text is not of the form such a name has")]
    Form,
}

macro_rules! name {
    ($(#[$doc:meta])* $name:ident, $check:expr) => {
        $(#[$doc])*
        #[derive(Serialize, Deserialize, Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The name, if the text may be one. This is the only check there is.
            ///
            /// # Errors
            /// What keeps the text from being such a name.
            pub fn parse(text: &str) -> Result<Self, NameFault> {
                let check: fn(&str) -> Result<(), NameFault> = $check;
                check(text).map(|()| Self(text.to_owned()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = NameFault;

            fn try_from(text: String) -> Result<Self, NameFault> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> String {
                name.0
            }
        }
    };
}

name! {
    /// The name of a course's folder: small letters, digits and hyphens, such as `safer-internet`.
    CourseSlug, slug
}
name! {
    /// A module's file name without its number: `mapping-risk` of `02-mapping-risk.md`. None is called `certificate`,
    /// `glossary`, `search`, `surveys` or `tests`.
    ModuleSlug, |text| if RESERVED.contains(&text) { Err(NameFault::Reserved) } else { slug(text) }
}
name! {
    /// The name of a test, in `course.toml` and of its page's file: `final-test`.
    TestSlug, slug
}
name! {
    /// The name of a survey, in `course.toml` and of its page's file in `surveys/`: `closing`.
    SurveySlug, slug
}
name! {
    /// The `#id` of a lesson.
    LessonId, id
}
name! {
    /// The `#id` of a question.
    QuestionId, id
}
name! {
    /// A SHA-256 hash, as 64 hexadecimal digits in small letters.
    Hash, hexadecimal
}
name! {
    /// A language tag of BCP 47 in its usual spelling: `en`, `sr-Latn`, `pt-BR`.
    Language, |text| crate::language::check(text)
}

/// Small letters, digits and hyphens, beginning with a letter or a digit.
pub(crate) fn slug(text: &str) -> Result<(), NameFault> {
    spelled(text, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

/// Letters, digits, hyphens and low lines, beginning with a letter or a digit.
pub(crate) fn id(text: &str) -> Result<(), NameFault> {
    spelled(text, |c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

fn spelled(text: &str, fits: impl Fn(char) -> bool) -> Result<(), NameFault> {
    let first = text.chars().next().ok_or(NameFault::Empty)?;
    if text.chars().count() > LONGEST {
        return Err(NameFault::TooLong);
    }
    let misfit = text.chars().find(|&c| !fits(c)).or(Some(first).filter(|c| !c.is_ascii_alphanumeric()));
    misfit.map_or(Ok(()), |c| Err(NameFault::Character(c)))
}

fn hexadecimal(text: &str) -> Result<(), NameFault> {
    let fits = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
    if text.len() == 64 && text.chars().all(fits) { Ok(()) } else { Err(NameFault::Form) }
}

impl Hash {
    /// The hash of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::Digest;
        use std::fmt::Write;
        let mut text = String::with_capacity(64);
        for byte in sha2::Sha256::digest(bytes) {
            write!(text, "{byte:02x}").expect("writing to a String cannot fail");
        }
        Self(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_small_letters_digits_and_hyphens() {
        for good in ["a", "safer-internet", "4cs", "a--b"] {
            assert_eq!(CourseSlug::parse(good).map(|name| name.to_string()), Ok(good.to_owned()));
        }
        for (bad, why) in [
            ("", NameFault::Empty),
            ("Safer", NameFault::Character('S')),
            ("a b", NameFault::Character(' ')),
            ("../x", NameFault::Character('.')),
            ("-a", NameFault::Character('-')),
            ("é", NameFault::Character('é')),
        ] {
            assert_eq!(CourseSlug::parse(bad), Err(why), "{bad}");
        }
        assert_eq!(CourseSlug::parse(&"a".repeat(65)), Err(NameFault::TooLong));
    }

    #[test]
    fn a_name_is_stored_as_text_and_checked_when_it_is_read_back() {
        let stored = toml::Value::try_from(LessonId::parse("four-cs").expect("an id")).expect("stored");
        assert_eq!(stored.as_str(), Some("four-cs"));
        assert!(stored.try_into::<LessonId>().is_ok());
        assert!(toml::Value::from("four cs").try_into::<LessonId>().is_err());
    }

    #[test]
    fn no_module_is_called_what_the_address_of_another_page_is() {
        for name in RESERVED {
            assert_eq!(ModuleSlug::parse(name), Err(NameFault::Reserved));
            assert!(TestSlug::parse(name).is_ok());
        }
    }

    #[test]
    fn a_hash_is_the_one_everyone_else_computes() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(Hash::of(b"").as_ref(), empty);
        assert_eq!(Hash::parse(empty), Ok(Hash::of(b"")));
        assert_eq!(Hash::parse(&empty.to_uppercase()), Err(NameFault::Form));
    }
}
