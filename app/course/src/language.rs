//! Language tags of BCP 47: which are well formed, and which way their writing runs. Whether a language exists is not
//! looked up; that its tag is spelt as usual (`pt-BR`, not `PT-br`) is, because folders are named by it.

use crate::names::{Language, NameFault};

/// The way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

/// Scripts that run from right to left.
const RTL_SCRIPTS: &[&str] = &["Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];
/// Languages that are written in such a script where their tag does not say otherwise.
const RTL_LANGUAGES: &[&str] =
    &["ar", "arc", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"];

impl Language {
    /// The language alone, without script and region: `pt` of `pt-BR`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.as_ref().split_once('-').map_or(self.as_ref(), |(language, _)| language)
    }

    /// The way it is written.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let rtl = match self.as_ref().split('-').find(|part| is_script(part)) {
            Some(script) => RTL_SCRIPTS.contains(&script),
            None => RTL_LANGUAGES.contains(&self.primary()),
        };
        if rtl { Direction::Rtl } else { Direction::Ltr }
    }
}

/// Languages in which a comma stands before decimals (Unicode CLDR 46, `decimal` of the usual digits). It is only how a number is
/// shown: both are read.
const COMMA: &[&str] = &[
    "af", "az", "be", "bg", "bs", "ca", "cs", "da", "de", "el", "es", "et", "eu", "ff", "fi", "fr", "gl", "hr", "hu",
    "hy", "id", "is", "it", "ka", "kk", "ky", "ln", "lt", "lv", "mk", "nb", "nl", "nn", "no", "pl", "ps", "pt", "ro",
    "ru", "rw", "sk", "sl", "sq", "sr", "sv", "tg", "tk", "tr", "uk", "uz", "vi", "wo",
];
/// Their kinds in which a point does.
const POINT: &[&str] =
    &["es-419", "es-MX", "es-US", "es-GT", "es-HN", "es-NI", "es-PA", "es-PE", "es-PR", "es-SV", "es-DO", "de-CH"];

impl Language {
    /// Whether a comma stands before decimals, and not a point.
    #[must_use]
    pub fn writes_decimal_comma(&self) -> bool {
        COMMA.contains(&self.primary()) && !POINT.contains(&self.as_ref())
    }
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Whether the tag is well formed and spelt as usual: language, script, region, variants, in this order.
pub(crate) fn check(tag: &str) -> Result<(), NameFault> {
    if tag.is_empty() {
        return Err(NameFault::Empty);
    }
    if tag.len() > crate::names::LONGEST {
        return Err(NameFault::TooLong);
    }
    let mut parts = tag.split('-').peekable();
    let language = parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && all(part, u8::is_ascii_lowercase));
    parts.next_if(|part| is_script(part));
    parts.next_if(|part| is_region(part));
    while parts.next_if(|part| is_variant(part)).is_some() {}
    if language && parts.next().is_none() { Ok(()) } else { Err(NameFault::Form) }
}

/// The usual spelling of a tag that is well formed but for its capitals.
pub(crate) fn usual_spelling(tag: &str) -> Option<String> {
    let parts: Vec<String> = tag.replace('_', "-").split('-').enumerate().map(usual_part).collect();
    let usual = parts.join("-");
    check(&usual).ok().map(|()| usual)
}

fn usual_part((place, part): (usize, &str)) -> String {
    let small = part.to_ascii_lowercase();
    match part.len() {
        2 if place > 0 => part.to_ascii_uppercase(),
        4 if place > 0 && all(part, u8::is_ascii_alphabetic) => small[..1].to_ascii_uppercase() + &small[1..],
        _ => small,
    }
}

fn is_script(part: &str) -> bool {
    part.len() == 4 && part.as_bytes()[0].is_ascii_uppercase() && all(&part[1..], u8::is_ascii_lowercase)
}

fn is_region(part: &str) -> bool {
    part.len() == 2 && all(part, u8::is_ascii_uppercase) || part.len() == 3 && all(part, u8::is_ascii_digit)
}

fn is_variant(part: &str) -> bool {
    let fits = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let long = (5..=8).contains(&part.len());
    all(part, fits) && (long || part.len() == 4 && part.as_bytes()[0].is_ascii_digit())
}

fn all(part: &str, fits: impl Fn(&u8) -> bool) -> bool {
    part.bytes().all(|byte| fits(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_tag_is_well_formed_and_spelt_as_usual() {
        for good in ["en", "ny", "sr-Latn", "pt-BR", "zh-Hans-CN", "es-419", "ca-valencia", "de-1996", "de-CH-1996"] {
            assert!(Language::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "e", "EN", "english", "en_GB", "en-gb", "pt-br", "en-", "-en", "en-GB-Latn", "en.md", "é"] {
            assert!(Language::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_tag_with_other_capitals_has_a_usual_spelling() {
        for (tag, usual) in [("EN", "en"), ("pt_br", "pt-BR"), ("ZH-HANS-cn", "zh-Hans-CN")] {
            assert_eq!(usual_spelling(tag).as_deref(), Some(usual));
        }
        for tag in ["english", "ééé", ""] {
            assert_eq!(usual_spelling(tag), None);
        }
    }

    #[test]
    fn a_language_is_known_without_its_script_and_region() {
        for (tag, primary) in [("pt-BR", "pt"), ("zh-Hans-CN", "zh"), ("ckb", "ckb")] {
            assert_eq!(Language::parse(tag).expect("well formed").primary(), primary);
        }
    }

    #[test]
    fn the_script_decides_which_way_writing_runs() {
        for (tag, direction) in
            [("ar", "rtl"), ("fa-AF", "rtl"), ("en", "ltr"), ("ku-Arab", "rtl"), ("ar-Latn", "ltr"), ("zh", "ltr")]
        {
            assert_eq!(Language::parse(tag).expect("well formed").direction().as_str(), direction, "{tag}");
        }
    }
}
