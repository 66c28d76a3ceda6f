//! The language of the terminal: the one that was asked for, or that of whoever sits there, or English.

use app::words::Words;

/// Where a system says which language its user reads, the most telling first.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The words in the language that was asked for, such as `fr` or `pt-BR`. English where Haven does not speak it.
pub(super) fn words(asked: Option<&str>) -> Words {
    let said = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let locale = asked.map(str::to_owned).or_else(|| VARIABLES.iter().find_map(said));
    locale.and_then(|locale| tags(&locale).iter().find_map(|tag| Words::of(tag))).unwrap_or_else(Words::english)
}

/// The tags that a locale such as `fr_CA.UTF-8` stands for, the nearest first.
fn tags(locale: &str) -> Vec<String> {
    let tag = locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let ends = tag.match_indices('-').map(|(at, _)| at).chain([tag.len()]);
    let mut tags: Vec<String> = ends.map(|end| tag[..end].to_owned()).collect();
    tags.reverse();
    tags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_stands_for_tags_from_the_nearest_to_the_widest() {
        for (locale, expected) in [
            ("fr", &["fr"][..]),
            ("fr_CA.UTF-8", &["fr-CA", "fr"]),
            ("ca_ES.UTF-8@valencia", &["ca-ES", "ca"]),
            ("zh-Hans-CN", &["zh-Hans-CN", "zh-Hans", "zh"]),
            ("C.UTF-8", &["C"]),
            ("", &[""]),
        ] {
            assert_eq!(tags(locale), expected, "{locale}");
        }
    }

    #[test]
    fn what_haven_does_not_speak_is_said_in_english() {
        for asked in ["tlh", "C", "POSIX", "../en", "en_GB.UTF-8", ""] {
            assert_eq!(words(Some(asked)).tag(), "en", "{asked}");
        }
    }
}
