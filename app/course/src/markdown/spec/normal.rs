//! HTML without what does not matter in it, by the rules of the specification's own test: the order of attributes, the spelling
//! of entities and addresses, blanks beside blocks.

use std::collections::BTreeMap;

/// A tag or a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Open(String, BTreeMap<String, String>),
    Close(String),
    Text(String),
}

const BLOCKS: &[&str] = &[
    "article",
    "header",
    "aside",
    "hgroup",
    "blockquote",
    "hr",
    "iframe",
    "body",
    "li",
    "map",
    "button",
    "object",
    "canvas",
    "ol",
    "caption",
    "output",
    "col",
    "p",
    "colgroup",
    "pre",
    "dd",
    "progress",
    "div",
    "section",
    "dl",
    "table",
    "td",
    "dt",
    "tbody",
    "embed",
    "textarea",
    "fieldset",
    "tfoot",
    "figcaption",
    "th",
    "figure",
    "thead",
    "footer",
    "tr",
    "form",
    "ul",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "video",
    "script",
    "style",
];

/// Reads HTML and leaves out what does not matter.
pub(super) fn normal(html: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut rest = html;
    let mut pre = 0_usize;
    while !rest.is_empty() {
        let text = if rest.starts_with('<') { 0 } else { rest.find('<').unwrap_or(rest.len()) };
        let (words, after) = rest.split_at(text);
        push_text(&mut tokens, &unescaped(words), pre > 0);
        if let Some(unseen) = unseen(after) {
            rest = &after[unseen..];
            continue;
        }
        let Some((tag, after)) = after.strip_prefix('<').and_then(|tag| tag.split_once('>')) else { break };
        let token = read_tag(tag);
        pre = within("pre", pre, &token);
        push_tag(&mut tokens, token);
        rest = after;
    }
    tokens
}

/// Tokens of which some were taken out.
pub(super) fn joined(tokens: impl IntoIterator<Item = Token>) -> Vec<Token> {
    let mut out = Vec::new();
    let mut pre = 0;
    for token in tokens {
        pre = within("pre", pre, &token);
        match token {
            Token::Text(words) => push_text(&mut out, &words, pre > 0),
            tag => push_tag(&mut out, tag),
        }
    }
    out
}

/// How deep one is within elements of this name after a token.
pub(super) fn within(name: &str, deep: usize, token: &Token) -> usize {
    match token {
        Token::Open(open, _) if open == name => deep + 1,
        Token::Close(closed) if closed == name => deep.saturating_sub(1),
        _ => deep,
    }
}

/// The length of a comment, or of what HTML takes for one.
fn unseen(html: &str) -> Option<usize> {
    const MARKS: &[(&str, &str)] =
        &[("<!-->", ""), ("<!--->", ""), ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">")];
    let (open, close) = MARKS.iter().find(|(open, _)| html.starts_with(open))?;
    let end = html[open.len()..].find(close)?;
    Some(open.len() + end + close.len())
}

fn push_tag(tokens: &mut Vec<Token>, token: Token) {
    if is_block(&token)
        && let Some(Token::Text(words)) = tokens.last_mut()
    {
        words.truncate(words.trim_end().len());
        if words.is_empty() {
            tokens.pop();
        }
    }
    tokens.push(token);
}

fn push_text(tokens: &mut Vec<Token>, words: &str, pre: bool) {
    let mut words = if pre { words.to_owned() } else { single_blanks(words) };
    let after_break = matches!(tokens.last(), Some(Token::Open(name, _)) if name == "br");
    if !pre && (after_break || tokens.last().is_none_or(is_block)) {
        words = words.trim_start().to_owned();
    }
    match tokens.last_mut() {
        _ if words.is_empty() => {}
        Some(Token::Text(before)) if !pre && before.ends_with(' ') => before.push_str(words.trim_start()),
        Some(Token::Text(before)) => before.push_str(&words),
        _ => tokens.push(Token::Text(words)),
    }
}

fn single_blanks(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        match c {
            ' ' | '\n' | '\t' if out.ends_with(' ') => {}
            ' ' | '\n' | '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn is_block(token: &Token) -> bool {
    matches!(token, Token::Open(name, _) | Token::Close(name) if BLOCKS.contains(&name.as_str()))
}

fn read_tag(tag: &str) -> Token {
    if let Some(name) = tag.strip_prefix('/') {
        return Token::Close(name.to_owned());
    }
    let tag = tag.trim_end_matches('/').trim_end();
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while let Some((key, after)) = rest.split_once("=\"") {
        let Some((value, after)) = after.split_once('"') else { break };
        let value = unescaped(value);
        let value = if matches!(key.trim(), "href" | "src") { decoded(&value) } else { value };
        attributes.insert(key.trim().to_owned(), value);
        rest = after;
    }
    Token::Open(name.to_owned(), attributes)
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&")
}

/// An address with `%` and two digits read back.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        match digits.filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// One token a line, for comparing and for reading.
pub(super) fn told(tokens: &[Token]) -> String {
    let line = |token: &Token| match token {
        Token::Open(name, attributes) => {
            let attributes: String = attributes.iter().map(|(key, value)| format!(" {key}={value:?}")).collect();
            format!("<{name}{attributes}>")
        }
        Token::Close(name) => format!("</{name}>"),
        Token::Text(words) => format!("{words:?}"),
    };
    tokens.iter().map(line).collect::<Vec<_>>().join("\n")
}
