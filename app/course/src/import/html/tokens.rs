//! HTML as a row of tags, comments and words. Nothing in it is an error: what is no tag is words.

/// A piece of HTML.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'h> {
    Text(&'h str),
    Comment(&'h str),
    Tag(Tag),
    /// A declaration or an instruction.
    Other,
}

#[derive(Debug, PartialEq)]
pub(super) struct Tag {
    /// In small letters.
    pub(super) name: String,
    pub(super) closing: bool,
    values: Vec<(String, String)>,
}

impl Tag {
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

/// The pieces, each with the byte it begins at.
pub(super) fn tokens(html: &str) -> impl Iterator<Item = (usize, Token<'_>)> {
    let (mut at, mut unclosed) = (0, false);
    std::iter::from_fn(move || {
        let rest = &html[at..];
        if rest.is_empty() {
            return None;
        }
        let (token, length) = next(rest, &mut unclosed);
        at += length;
        Some((at - length, token))
    })
}

/// `unclosed` says that no comment ends in the rest: that is looked for once.
fn next<'h>(rest: &'h str, unclosed: &mut bool) -> (Token<'h>, usize) {
    let words = |from: usize| rest[from..].find('<').map_or(rest.len(), |next| from + next);
    if !rest.starts_with('<') {
        return (Token::Text(&rest[..words(0)]), words(0));
    }
    if rest.starts_with("<!--") {
        let end = if *unclosed { None } else { rest[2..].find("-->").map(|end| end + 5) };
        *unclosed = end.is_none();
        return end.map_or((Token::Text(&rest[..4]), 4), |end| (Token::Comment(&rest[..end]), end));
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return rest.find('>').map_or((Token::Text(&rest[..1]), 1), |end| (Token::Other, end + 1));
    }
    match tag(rest) {
        Some((tag, length)) => (Token::Tag(tag), length),
        None => (Token::Text(&rest[..1]), 1),
    }
}

fn tag(rest: &str) -> Option<(Tag, usize)> {
    let closing = rest.starts_with("</");
    let mut at = 1 + usize::from(closing);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_' | '.');
    let name: String = rest[at..].chars().take_while(|c| is_name(*c)).collect();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    at += name.len();
    let mut values = Vec::new();
    loop {
        at += rest[at..].len() - rest[at..].trim_start_matches(|c: char| c.is_whitespace() || c == '/').len();
        let left = &rest[at..];
        if left.starts_with('>') {
            return Some((Tag { name: name.to_ascii_lowercase(), closing, values }, at + 1));
        }
        let key =
            &left[..left.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/' | '<')).unwrap_or(left.len())];
        if key.is_empty() {
            return None;
        }
        at += key.len();
        let (value, length) = value(&rest[at..])?;
        values.push((key.to_ascii_lowercase(), value));
        at += length;
    }
}

/// The value that may follow a key, and how long it is with all signs.
fn value(rest: &str) -> Option<(String, usize)> {
    let bare = rest.trim_start();
    let Some(after) = bare.strip_prefix('=') else { return Some((String::new(), 0)) };
    let after = after.trim_start();
    let before = rest.len() - after.len();
    if let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let inside = after[1..].split_once(quote)?.0;
        return Some((inside.split_whitespace().collect::<Vec<_>>().join(" "), before + inside.len() + 2));
    }
    let end = after.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(after.len());
    Some((after[..end].to_owned(), before + end)).filter(|_| end > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_comments_and_words_are_told_apart() {
        let html = "<P CLASS=x>a < b<br/><!-- c --><img src='a b.png' alt=\"x > y\"></p><!DOCTYPE x><3 <!-- open";
        let told: Vec<String> = tokens(html)
            .map(|(_, token)| match token {
                Token::Text(text) => text.to_owned(),
                Token::Comment(_) => "comment".to_owned(),
                Token::Other => "other".to_owned(),
                Token::Tag(tag) => format!("{}{} {:?}", if tag.closing { "/" } else { "" }, tag.name, tag.value("alt")),
            })
            .collect();
        let expected = [
            "p None",
            "a ",
            "<",
            " b",
            "br None",
            "comment",
            "img Some(\"x > y\")",
            "/p None",
            "other",
            "<",
            "3 ",
            "<!--",
            " open",
        ];
        assert_eq!(told, expected);
    }
}
