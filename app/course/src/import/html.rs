//! HTML in a page: what Markdown can say too is said in Markdown, of the rest the words stay.

mod block;
mod tokens;

use std::ops::Range;

use super::left::{Done, Told, Uncarried};
use super::scan::{InTag, scan};
use super::words::{address, escaped};
use super::woven::{Change, Woven};
use crate::diagnostic::Fault;

use self::tokens::{Tag, Token, tokens};

/// Elements that say nothing more than their words do.
const PLAIN: &[&str] =
    &["p", "br", "hr", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tbody", "thead", "summary"];
/// Elements of which nothing can be read.
const SILENT: &[&str] = &["script", "style", "template", "noscript", "svg", "math", "canvas", "object"];
/// Elements that set in something from elsewhere.
const FRAMES: &[&str] = &["iframe", "embed", "video", "audio", "source"];

/// So many comments that do not end are looked for.
const MOST_OPEN: usize = 8;

/// The page without HTML, but for comments.
pub(super) fn without(page: &Woven, file: &str, told: &mut Told) -> Woven {
    let mut page = page.clone();
    for _ in 0..MOST_OPEN {
        let open = |(span, _): &&(Range<usize>, usize)| is_open(&page.text[span.clone()]);
        let Some(start) = scan(&page.text).html.iter().find(open).map(|(span, _)| span.start) else { break };
        let start = start + page.text[start..].find("<!--").unwrap_or_default();
        told.fault(file, page.origin(start).map(|(_, line)| line), Fault::CommentOpen {}, Done::AsText);
        page = page.changed(0..page.text.len(), &[Change::put(start, "\\")]);
    }
    read(&page, file, told)
}

/// A comment that does not end takes in all that follows.
fn is_open(html: &str) -> bool {
    let begins = html.trim_start();
    begins.starts_with("<!--") && !begins[2..].contains("-->")
}

fn read(page: &Woven, file: &str, told: &mut Told) -> Woven {
    let facts = scan(&page.text);
    let mut changes = Vec::new();
    for (span, deep) in &facts.html {
        let html = &page.text[span.clone()];
        let text = block::read(html, *deep == 0, &mut |tag, at| tell(page, file, span.start + at, tag, told));
        changes.push(Change::new(span.clone(), text));
    }
    let mut rest = facts.tags.as_slice();
    while let Some(first) = rest.first() {
        let (run, after) = rest.split_at(rest.iter().position(|tag| tag.run != first.run).unwrap_or(rest.len()));
        rest = after;
        changes.extend(in_line(page, run, &mut |tag, at| tell(page, file, at, tag, told)));
    }
    page.changed(0..page.text.len(), &changes)
}

fn tell(page: &Woven, file: &str, at: usize, tag: &Tag, told: &mut Told) {
    let line = page.origin(at).map(|(_, line)| line);
    if let Some(from) = tag.value("src").filter(|_| FRAMES.contains(&tag.name.as_str())) {
        told.tell(file, line, Uncarried::Frame { address: short(from) }, Done::Link);
    } else if SILENT.contains(&tag.name.as_str()) {
        told.fault(file, line, Fault::RawHtml { html: format!("<{}>", tag.name) }, Done::LeftOut);
    } else {
        told.fault(file, line, Fault::RawHtml { html: format!("<{}>", short(&tag.name)) }, Done::Words);
    }
}

fn short(text: &str) -> String {
    text.chars().take(80).collect()
}

/// The tags in one row of words.
fn in_line(page: &Woven, run: &[InTag], tell: &mut dyn FnMut(&Tag, usize)) -> Vec<Change> {
    let mut changes = Vec::new();
    // The tags that are open: what each would be, and its place.
    let mut open: Vec<(Tag, &InTag)> = Vec::new();
    for one in run {
        let written = &page.text[one.span.clone()];
        let Some(Token::Tag(tag)) = tokens(written).next().map(|(_, token)| token) else {
            if !written.starts_with("<!--") {
                changes.push(Change::new(one.span.clone(), ""));
            }
            continue;
        };
        if tag.closing {
            let opened = open.iter().rposition(|(other, _)| other.name == tag.name);
            let Some((opening, from)) = opened.map(|at| open.swap_remove(at)) else {
                changes.push(Change::new(one.span.clone(), ""));
                continue;
            };
            let inside = &page.text[from.span.end..one.span.start];
            let (before, after) = pair(&opening, inside).unwrap_or_else(|| {
                tell(&opening, from.span.start);
                Default::default()
            });
            changes.push(Change::new(from.span.clone(), before));
            changes.push(Change::new(one.span.clone(), after));
        } else if let Some(text) = single(page, &tag, one) {
            if FRAMES.contains(&tag.name.as_str()) {
                tell(&tag, one.span.start);
            }
            changes.push(text);
        } else {
            open.push((tag, one));
        }
    }
    for (tag, one) in open {
        tell(&tag, one.span.start);
        changes.push(Change::new(one.span.clone(), ""));
    }
    changes
}

/// What stands around the words of an element, if Markdown has something for it.
fn pair(tag: &Tag, inside: &str) -> Option<(String, String)> {
    let sign = match tag.name.as_str() {
        "b" | "strong" => "**",
        "i" | "em" => "*",
        "s" | "del" | "strike" => "~~",
        "code" | "tt" | "kbd" | "samp"
            if !inside.contains(['`', '<', '&', '\\', '\n']) && !inside.trim().is_empty() =>
        {
            "`"
        }
        "a" => {
            let link = tag.value("href").filter(|link| !link.trim().is_empty())?;
            return Some(("[".to_owned(), format!("]({})", address(link))));
        }
        _ => return None,
    };
    // Between blanks the signs would be signs.
    let fits = sign == "`"
        || inside.starts_with(char::is_alphanumeric)
            && inside.ends_with(char::is_alphanumeric)
            && !inside.contains(sign);
    fits.then(|| (sign.to_owned(), sign.to_owned()))
}

/// What stands for an element that has no words.
fn single(page: &Woven, tag: &Tag, one: &InTag) -> Option<Change> {
    let put = |text: String| Some(Change::new(one.span.clone(), text));
    match tag.name.as_str() {
        "br" => Some(broken(page, one)),
        "wbr" | "hr" => put(" ".to_owned()),
        "img" => put(picture(tag)),
        name if FRAMES.contains(&name) && tag.value("src").is_some() => put(frame(tag)),
        _ => None,
    }
}

/// A line that ends here, where it can; otherwise a blank.
fn broken(page: &Woven, one: &InTag) -> Change {
    let after = &page.text[one.span.end..];
    let words = after.trim_start_matches([' ', '\t']);
    let end = one.span.end + (after.len() - words.len());
    let next = words.strip_prefix('\n').map(str::trim_start);
    match next {
        Some(next) if !one.tight && next.starts_with(char::is_alphabetic) && !words.starts_with("\n\n") => {
            Change::new(one.span.start..end, "\\")
        }
        Some(_) => Change::new(one.span.clone(), ""),
        None if !one.tight && words.starts_with(char::is_alphabetic) => Change::new(one.span.start..end, "\\\n"),
        None => Change::new(one.span.clone(), " "),
    }
}

fn picture(tag: &Tag) -> String {
    let Some(from) = tag.value("src").filter(|from| !from.trim().is_empty()) else { return String::new() };
    let title = tag.value("title").filter(|title| !title.is_empty());
    let title = title.map(|title| format!(" \"{}\"", title.replace(['"', '\\', '\n'], " "))).unwrap_or_default();
    format!("![{}]({}{title})", escaped(tag.value("alt").unwrap_or_default().trim()), address(from))
}

/// A link to what would be set in.
fn frame(tag: &Tag) -> String {
    let Some(from) = tag.value("src") else { return String::new() };
    let from = from.strip_prefix("//").map_or_else(|| from.to_owned(), |rest| format!("https://{rest}"));
    let name = tag.value("title").filter(|title| !title.trim().is_empty()).unwrap_or(&from);
    format!("[{}]({})", escaped(name), address(&from))
}
