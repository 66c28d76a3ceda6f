//! A block of HTML as Markdown: its paragraphs, headings, lists, pictures, links and comments, and of all else the words.

use super::tokens::{Tag, Token, tokens};
use super::{FRAMES, PLAIN, SILENT, frame, picture};
use crate::import::words::{address, escaped};

/// Elements within a line: they part no words.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
];

/// Reads a block. `alone` says that it stands in no other block; otherwise it becomes one line. `tell` is told the tags that are lost,
/// and where.
pub(super) fn read(html: &str, alone: bool, tell: &mut dyn FnMut(&Tag, usize)) -> String {
    let mut reader = Reader::default();
    for (at, token) in tokens(html) {
        match token {
            Token::Comment(comment) if reader.silent.is_none() => reader.comment(comment, alone),
            Token::Text(text) if reader.silent.is_none() => reader.text(text),
            Token::Tag(tag) => reader.tag(&tag, &mut |tag| tell(tag, at)),
            _ => {}
        }
    }
    reader.end();
    if alone {
        let blocks: String = reader.blocks.iter().map(|block| format!("{block}\n\n")).collect();
        return format!("\n{blocks}");
    }
    let words = reader
        .blocks
        .iter()
        .map(|block| block.trim_start_matches(['#', '-', ' ']))
        .filter(|block| !block.starts_with("<!--"));
    words.collect::<Vec<_>>().join(" ") + if html.ends_with('\n') { "\n" } else { "" }
}

#[derive(Default)]
struct Reader {
    blocks: Vec<String>,
    /// The block that is being read.
    line: String,
    /// What stands before its words: signs of a heading, or of an item.
    mark: String,
    /// The element in which nothing is read.
    silent: Option<String>,
    /// The addresses of the links that are open.
    links: Vec<Option<String>>,
    /// The strong and stressed words that are open: their signs, and where they begin in the line.
    stressed: Vec<(String, &'static str, usize)>,
}

impl Reader {
    fn text(&mut self, text: &str) {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.starts_with(char::is_whitespace) || words.is_empty() {
            self.blank();
        }
        // What is written as an entity here is one in Markdown too.
        self.line.push_str(&escaped(&words).replace("\\&", "&"));
        if text.ends_with(char::is_whitespace) {
            self.blank();
        }
    }

    fn blank(&mut self) {
        if !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
    }

    fn comment(&mut self, comment: &str, alone: bool) {
        self.end();
        if alone {
            self.blocks.push(comment.to_owned());
        }
    }

    fn tag(&mut self, tag: &Tag, tell: &mut dyn FnMut(&Tag)) {
        let name = tag.name.as_str();
        if let Some(silent) = &self.silent {
            if tag.closing && *silent == tag.name {
                self.silent = None;
            }
            return;
        }
        let is_link = name == "a";
        match (tag.closing, name) {
            (false, name) if SILENT.contains(&name) => {
                self.silent = Some(tag.name.clone());
                tell(tag);
            }
            (false, "img") => self.line.push_str(&picture(tag)),
            (false, "a") => self.link(tag),
            (true, "a") => self.linked(),
            (false, "b" | "strong") => self.stressed.push((tag.name.clone(), "**", self.line.len())),
            (false, "i" | "em") => self.stressed.push((tag.name.clone(), "*", self.line.len())),
            (true, "b" | "strong" | "i" | "em") => self.stress(name),
            (false, name) if FRAMES.contains(&name) && tag.value("src").is_some() => {
                self.blank();
                self.line.push_str(&frame(tag));
                self.blank();
                tell(tag);
            }
            _ => {
                if !INLINE.contains(&name) {
                    self.end();
                }
                self.mark = mark(tag).unwrap_or_else(|| std::mem::take(&mut self.mark));
                if !tag.closing && !PLAIN.contains(&name) && !is_link {
                    tell(tag);
                }
            }
        }
    }

    fn link(&mut self, tag: &Tag) {
        // A link in a link would be none.
        let link = tag.value("href").filter(|link| !link.trim().is_empty() && self.links.iter().all(Option::is_none));
        if link.is_some() {
            self.line.push('[');
        }
        self.links.push(link.map(address));
    }

    fn linked(&mut self) {
        if let Some(Some(link)) = self.links.pop() {
            self.line.push_str(&format!("]({link})"));
        }
    }

    /// Strong or stressed words end here: between blanks, or one in the other, their signs would be signs.
    fn stress(&mut self, name: &str) {
        let Some((opened, sign, from)) = self.stressed.pop() else { return };
        let words = self.line.get(from..).unwrap_or_default();
        let fits =
            words.starts_with(char::is_alphanumeric) && words.ends_with(char::is_alphanumeric) && !words.contains('*');
        if opened == name && fits {
            self.line.insert_str(from, sign);
            self.line.push_str(sign);
        }
    }

    fn end(&mut self) {
        self.stressed.clear();
        while !self.links.is_empty() {
            self.linked();
        }
        let line = std::mem::take(&mut self.line);
        let words = line.trim();
        if !words.is_empty() {
            let mark = std::mem::take(&mut self.mark);
            self.blocks.push(format!("{mark}{}", guarded(words)));
        }
    }
}

/// Words of which nothing is meant for the sign of a list, a heading or the like.
fn guarded(words: &str) -> String {
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match words.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &words[..digits], &words[digits..]),
        Some(b'#' | b'+' | b'-' | b'=' | b':' | b'|' | b'>') if digits == 0 => format!("\\{words}"),
        _ => words.to_owned(),
    }
}

/// What Markdown writes before such an element. None if it leaves open what stands there.
fn mark(tag: &Tag) -> Option<String> {
    let level = tag
        .name
        .strip_prefix('h')
        .and_then(|level| level.parse::<usize>().ok())
        .filter(|level| (1..=6).contains(level));
    match (tag.closing, level, tag.name.as_str()) {
        (true, ..) => Some(String::new()),
        (_, Some(level), _) => Some(format!("{} ", "#".repeat(level))),
        (_, _, "li") => Some("- ".to_owned()),
        _ => None,
    }
}
