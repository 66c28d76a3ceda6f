//! An address of a page on another site.

/// An address that begins with `https://` or `http://`, safe to lead a reader to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WebAddress(String);

/// The longest address, in bytes.
const LONGEST: usize = 2_000;

impl WebAddress {
    /// The address, if it is one. A name and a password before the host, by which one site passes for another, are refused.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let letter = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\' | '`');
        let fits = host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && host.chars().all(letter);
        (fits && text.len() <= LONGEST && rest.chars().all(plain)).then(|| Self(text.to_owned()))
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host alone, as it is read aloud.
    #[must_use]
    pub fn short(&self) -> &str {
        crate::fillings::short(&self.0).split(['/', '?', '#']).next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_the_web() {
        for (good, short) in [
            ("https://www.example.org/a?b=c#d", "example.org"),
            ("http://example.org:8080", "example.org:8080"),
            ("https://пример.рф/", "пример.рф"),
            ("https://[::1]/", "[::1]"),
            ("https://example.org?x", "example.org"),
        ] {
            assert_eq!(WebAddress::parse(good).as_ref().map(WebAddress::short), Some(short), "{good}");
        }
        for bad in [
            "",
            "example.org",
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "data:text/html,x",
            "https:example.org",
            "https://",
            "https:///x",
            "//example.org",
            " https://example.org",
            "https://example.org/a b",
            "https://example.org/\"onload=x",
            "https://who@example.org/",
            "https://example.org\\@evil.example",
            "ftp://example.org",
            "https://example.org/\n",
        ] {
            assert_eq!(WebAddress::parse(bad), None, "{bad:?}");
        }
        assert_eq!(WebAddress::parse(&format!("https://example.org/{}", "a".repeat(2_000))), None);
    }
}
