//! Reading and writing addresses.

use url::Url;

/// What an address in a text begins with.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Written<'a> {
    /// An address of the kinds that are allowed, as it may be written.
    Elsewhere(String),
    /// Of a kind that is not.
    Refused(&'a str),
    /// A path within the course, and an id on that page.
    Path { path: String, id: Option<String> },
    /// No address at all.
    Unreadable,
}

/// Reads the address of a link or picture as written.
pub(crate) fn read(written: &str) -> Written<'_> {
    let written = written.trim();
    // Browsers drop control characters and take backslashes for slashes: what has them is not what it seems.
    if written.contains(|c: char| c.is_control() || c == '\\') {
        return Written::Unreadable;
    }
    if let Some(scheme) = scheme(written) {
        let rest = &written[scheme.len() + 1..];
        return match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" if is_site(written, rest) => Written::Elsewhere(encode(written)),
            "mailto" | "tel" if !rest.is_empty() => Written::Elsewhere(encode(written)),
            "http" | "https" | "mailto" | "tel" => Written::Unreadable,
            _ => Written::Refused(scheme),
        };
    }
    if written.starts_with("//") {
        return Written::Refused("//");
    }
    let (path, id) = written.split_once('#').map_or((written, None), |(path, id)| (path, Some(id)));
    let id = id.map(decode);
    match (decode(path), id) {
        (Some(path), None) if !path.is_empty() => Written::Path { path, id: None },
        (Some(path), Some(Some(id))) => Written::Path { path, id: Some(id) },
        _ => Written::Unreadable,
    }
}

/// The letters before the first colon, if an address may begin so.
fn scheme(written: &str) -> Option<&str> {
    let (scheme, _) = written.split_once(':')?;
    let fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    fits.then_some(scheme)
}

/// Whether a browser can go there, and goes where a reader thinks: `https://example.org@example.com` is `example.com`.
fn is_site(written: &str, rest: &str) -> bool {
    let has_host = rest.strip_prefix("//").is_some_and(|host| !host.starts_with('/'));
    let is_plain = |url: Url| url.username().is_empty() && url.password().is_none();
    has_host && Url::parse(written).is_ok_and(is_plain)
}

/// Writes what may not stand in an address as it is in `%` and two digits.
fn encode(address: &str) -> String {
    encode_all(address, |c| matches!(c, '<' | '>' | '"' | '`' | '{' | '}' | '|' | '^') || c.is_whitespace())
}

/// The last part of a path in an address: nothing in it may be taken for more than a letter.
pub(crate) fn encode_segment(name: &str) -> String {
    encode_all(name, |c| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.' | '~'))
}

fn encode_all(text: &str, refused: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if refused(c) {
            let mut bytes = [0; 4];
            c.encode_utf8(&mut bytes).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        } else {
            out.push(c);
        }
    }
    out
}

/// Reads `%` and two digits back. None if that is no text.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let (byte, after) = if byte == b'%' {
            let (digits, after) = after.split_first_chunk::<2>()?;
            let digits =
                std::str::from_utf8(digits).ok().filter(|two| two.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            (u8::from_str_radix(digits, 16).ok()?, after)
        } else {
            (byte, after)
        };
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains(char::is_control))
}

/// The path that a relative path leads to from a file. None if it leads out of the folder.
pub(crate) fn join(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_allowed_refused_or_a_path() {
        let path = |path: &str, id: Option<&str>| Written::Path { path: path.to_owned(), id: id.map(str::to_owned) };
        for (written, read_as) in [
            ("https://example.org/a b?q=<x>", Written::Elsewhere("https://example.org/a%20b?q=%3Cx%3E".to_owned())),
            ("HTTP://example.org", Written::Elsewhere("HTTP://example.org".to_owned())),
            ("https://пример.рф/", Written::Elsewhere("https://пример.рф/".to_owned())),
            ("mailto:a@b.org", Written::Elsewhere("mailto:a@b.org".to_owned())),
            ("tel:116", Written::Elsewhere("tel:116".to_owned())),
            ("https://[::1]/", Written::Elsewhere("https://[::1]/".to_owned())),
            ("https:example.org", Written::Unreadable),
            ("https:///example.org", Written::Unreadable),
            ("https://example.org[", Written::Unreadable),
            ("https://exa mple.org", Written::Unreadable),
            ("https://example.org@example.com/", Written::Unreadable),
            ("https://example.org:port/", Written::Unreadable),
            ("https://", Written::Unreadable),
            ("tel:", Written::Unreadable),
            ("javascript:alert(1)", Written::Refused("javascript")),
            (" JavaScript:alert(1)", Written::Refused("JavaScript")),
            ("java\tscript:alert(1)", Written::Unreadable),
            ("\u{1}javascript:alert(1)", Written::Unreadable),
            ("data:text/html,x", Written::Refused("data")),
            ("vbscript:x", Written::Refused("vbscript")),
            ("//evil.example/x", Written::Refused("//")),
            ("\\\\evil.example", Written::Unreadable),
            ("02-a.md#four-cs", path("02-a.md", Some("four-cs"))),
            ("#four-cs", path("", Some("four-cs"))),
            ("../media/my%20file.svg", path("../media/my file.svg", None)),
            ("a%zz.md", Written::Unreadable),
            ("a%ff.md", Written::Unreadable),
            ("a%00.md", Written::Unreadable),
            ("", Written::Unreadable),
        ] {
            assert_eq!(read(written), read_as, "{written:?}");
        }
    }

    #[test]
    fn a_relative_path_stays_in_the_folder_or_is_none() {
        for (path, joined) in [
            ("02-b.md", Some("en/02-b.md")),
            ("./02-b.md", Some("en/02-b.md")),
            ("../media/x.svg", Some("media/x.svg")),
            ("../../other/course.md", None),
            ("a/../../..", None),
            ("bank/../01-a.md", Some("en/01-a.md")),
        ] {
            assert_eq!(join("en/01-a.md", path).as_deref(), joined, "{path}");
        }
    }
}
