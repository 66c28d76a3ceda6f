//! What Haven writes in another way than the specification, on purpose, wherever it comes up. Single examples that differ are in
//! [`exceptions`](super::exceptions).

use std::collections::BTreeMap;

use super::normal::{Token, joined, within};

/// What the specification's HTML is in Haven's own elements and attributes. Each difference says why.
pub(super) fn as_haven_writes(tokens: Vec<Token>) -> Vec<Token> {
    let tokens = without_html(tokens).into_iter().map(attributes).collect();
    figures(headings(boxes(tables(tokens))))
}

fn attributes(token: Token) -> Token {
    let Token::Open(name, mut attributes) = token else { return token };
    let mut put = |key: &str, value: &str| attributes.insert(key.to_owned(), value.to_owned());
    match name.as_str() {
        // Code that is too wide scrolls, which the keyboard can do only where it can stop.
        "pre" => drop(put("tabindex", "0")),
        // Nothing is made of the language of a program.
        "code" => drop(attributes.remove("class")),
        "a" => {
            // A title is shown to a mouse and to nobody else.
            attributes.remove("title");
            // What leads to another site is told to know nothing of this one.
            if attributes.get("href").is_some_and(|href| href.to_lowercase().starts_with("http")) {
                attributes.insert("rel".to_owned(), "external noopener".to_owned());
            }
        }
        // Pictures wait until they are scrolled to.
        "img" => {
            put("loading", "lazy");
            put("decoding", "async");
        }
        _ => {}
    }
    Token::Open(name, attributes)
}

/// A picture alone in its paragraph is a figure, and its title the words below it. One in a line of words has no title.
fn figures(tokens: Vec<Token>) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = tokens.as_slice();
    while let Some((first, after)) = rest.split_first() {
        match rest {
            [Token::Open(p, _), Token::Open(img, picture), Token::Close(_), others @ ..]
                if p == "p" && img == "img" =>
            {
                let mut picture = picture.clone();
                let title = picture.remove("title");
                let caption = title.map(|title| [open("figcaption"), Token::Text(title), close("figcaption")]);
                out.extend([open("figure"), Token::Open("img".to_owned(), picture)]);
                out.extend(caption.into_iter().flatten());
                out.push(close("figure"));
                rest = others;
            }
            _ => {
                out.push(untitled(first));
                rest = after;
            }
        }
    }
    out
}

fn untitled(token: &Token) -> Token {
    match token {
        Token::Open(name, attributes) if name == "img" => {
            let mut attributes = attributes.clone();
            attributes.remove("title");
            Token::Open(name.clone(), attributes)
        }
        token => token.clone(),
    }
}

/// A wide table scrolls in a frame of its own, which has a name; columns are aligned by classes, because no style may stand in
/// a page.
fn tables(tokens: Vec<Token>) -> Vec<Token> {
    let mut out = Vec::new();
    let mut count = 0;
    for token in tokens {
        match &token {
            Token::Open(name, _) if name == "table" => {
                count += 1;
                out.extend([frame(count), token]);
            }
            Token::Close(name) if name == "table" => out.extend([token, close("div")]),
            _ => out.push(cell(token)),
        }
    }
    out
}

fn frame(count: usize) -> Token {
    let name = format!("[content-table] {count}: ");
    let attributes = [("class", "table"), ("role", "region"), ("tabindex", "0"), ("aria-label", &name)];
    with("div", &attributes)
}

fn cell(token: Token) -> Token {
    let Token::Open(name, mut attributes) = token else { return token };
    if name == "th" {
        attributes.insert("scope".to_owned(), "col".to_owned());
    }
    let class = match attributes.remove("style").as_deref() {
        Some("text-align: center") => Some("center"),
        Some("text-align: right") => Some("end"),
        _ => None,
    };
    attributes.extend(class.map(|class| ("class".to_owned(), class.to_owned())));
    Token::Open(name, attributes)
}

/// A box that cannot be ticked is a sign and no control.
fn boxes(tokens: Vec<Token>) -> Vec<Token> {
    let sign = |token: Token| match token {
        Token::Open(name, attributes) if name == "input" => {
            let ticked = attributes.contains_key("checked");
            let (sign, label) = if ticked { ("☑", "[content-done]") } else { ("☐", "[content-not-done]") };
            let open = with("span", &[("role", "img"), ("aria-label", label)]);
            vec![open, Token::Text(sign.to_owned()), close("span")]
        }
        token => vec![token],
    };
    tokens.into_iter().flat_map(sign).collect()
}

/// Headings make the outline of a page, so one within a list or a quotation is words.
fn headings(tokens: Vec<Token>) -> Vec<Token> {
    let mut deep = 0_usize;
    let mut words = |token: Token| match token {
        Token::Open(name, _) if deep > 0 && is_heading(&name) => open("p"),
        Token::Close(name) if deep > 0 && is_heading(&name) => close("p"),
        token => {
            deep = CONTAINERS.iter().fold(deep, |deep, name| within(name, deep, &token));
            token
        }
    };
    tokens.into_iter().map(&mut words).collect()
}

const CONTAINERS: &[&str] = &["blockquote", "li"];

fn is_heading(name: &str) -> bool {
    name.len() == 2 && name.starts_with('h') && name.ends_with(|c: char| c.is_ascii_digit())
}

/// HTML is refused and left out.
fn without_html(tokens: Vec<Token>) -> Vec<Token> {
    let known = |name: &str| is_heading(name) || MARKDOWN.contains(&name);
    let is_html = |token: &Token| matches!(token, Token::Open(name, _) | Token::Close(name) if !known(name));
    joined(tokens.into_iter().filter(|token| !is_html(token)))
}

/// What Markdown is made into.
const MARKDOWN: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "dd",
    "dl",
    "dt",
    "em",
    "hr",
    "img",
    "input",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "del",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

fn with(name: &str, attributes: &[(&str, &str)]) -> Token {
    let attributes = attributes.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    Token::Open(name.to_owned(), attributes)
}

fn open(name: &str) -> Token {
    Token::Open(name.to_owned(), BTreeMap::new())
}

fn close(name: &str) -> Token {
    Token::Close(name.to_owned())
}
