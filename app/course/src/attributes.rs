//! The attributes of a heading: `{#id .class key=value}` at the end of its source line. This scanner is ours, because a
//! Markdown parser takes braces it cannot read for text, and then nobody learns of the mistake.

use std::ops::Range;

use crate::diagnostic::{Fault, Faults};
use crate::names;

/// No heading needs more braces or attributes.
const MOST: usize = 50;

/// The attributes of a heading as they stand there. Whether they have a meaning is for others to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attributes {
    /// The braces and what is in them.
    pub(crate) span: Option<Range<usize>>,
    pub(crate) id: Option<Word>,
    pub(crate) classes: Vec<Word>,
    pub(crate) values: Vec<(Word, Word)>,
}

/// A word with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) span: Range<usize>,
}

impl Attributes {
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.classes.iter().any(|word| word.text == class)
    }
}

/// Reads the attributes at the end of a heading's last line: `line` are its bytes in `text`.
pub(crate) fn scan(text: &str, line: Range<usize>, faults: &mut Faults) -> Attributes {
    let end = line.start + text[line.clone()].trim_end().len();
    let opened = open_braces(&text[..end], line.start);
    let Some((&last, others)) = opened.split_last() else { return in_other_brackets(text, line.start..end, faults) };
    let closed: Vec<usize> = text[last..end].match_indices('}').map(|(at, _)| last + at + 1).collect();
    for &open in others {
        let close = text[open..last].find('}').map(|at| open + at + 1);
        let fault = if close.is_some() { Fault::BracesNotLast {} } else { Fault::BracesOpen {} };
        faults.at(open..close.unwrap_or(open + 1), fault);
    }
    let fault = match closed.first() {
        Some(&close) if close == end => return words(text, last, end, faults),
        Some(_) => Fault::BracesNotLast {},
        None => Fault::BracesOpen {},
    };
    let close = closed.first().copied();
    faults.at(last..close.unwrap_or(end), fault);
    // What stands in them is read all the same, so that what refers to it is not at fault.
    let inside = last + 1..close.map_or(end, |close| close - 1);
    Attributes { span: Some(last..close.unwrap_or(end)), ..read(text, inside, &mut Faults::default()) }
}

/// Attributes in brackets of another kind at the end of the line: `(#an-id)`, or braces of a Chinese or Japanese keyboard. They are
/// read all the same, so that nobody writes others beside them.
fn in_other_brackets(text: &str, line: Range<usize>, faults: &mut Faults) -> Attributes {
    let words = &text[line.clone()];
    let Some((open, close)) =
        [('(', ')'), ('｛', '｝'), ('（', '）')].into_iter().find(|(_, close)| words.ends_with(*close))
    else {
        return Attributes::default();
    };
    let Some(at) = words.rfind(open).map(|at| line.start + at) else { return Attributes::default() };
    // A link ends so too.
    let is_link = text[..at].ends_with(']');
    let inside = at + open.len_utf8()..line.end - close.len_utf8();
    let mut unread = Faults::default();
    let plain = &text[inside.clone()].replace('＃', "#");
    let read_as = read(plain, 0..plain.len(), &mut unread);
    // Only a lesson, or a question of a bank, has nothing but an id; another heading may end with the tag of a movement.
    let is_meant = !read_as.classes.is_empty() || read_as.id.is_some() && (words.starts_with("## ") || open != '(');
    if is_link || !is_meant || !unread.is_empty() {
        return Attributes::default();
    }
    faults.at(at..line.end, Fault::BracesOther { written: text[at..line.end].to_owned() });
    let place = |word: Word| Word { span: inside.clone(), ..word };
    Attributes {
        span: Some(at..line.end),
        id: read_as.id.map(place),
        classes: read_as.classes.into_iter().map(place).collect(),
        values: read_as.values.into_iter().map(|(key, value)| (place(key), place(value))).collect(),
    }
}

/// The places of opening braces that are not in code, not escaped and not those of a country value `{{...}}`. Of very many
/// only some: each of them is a mistake.
fn open_braces(text: &str, start: usize) -> Vec<usize> {
    let mut open = Vec::new();
    let mut rest = start;
    while let Some(found) = text[rest..].find(['{', '`', '\\']).map(|at| rest + at).filter(|_| open.len() < MOST) {
        rest = match text.as_bytes()[found] {
            b'{' if text[found..].starts_with("{{") && text[found..].contains("}}") => {
                found + text[found..].find("}}").map_or(2, |close| close + 2)
            }
            b'{' => {
                open.push(found);
                found + 1
            }
            b'`' => after_code(text, found),
            _ => found + 1 + text[found + 1..].chars().next().map_or(0, char::len_utf8),
        };
    }
    open
}

/// Where a code span ends that may begin here; if none does, where the row of backticks ends.
fn after_code(text: &str, start: usize) -> usize {
    let length = text[start..].bytes().take_while(|&byte| byte == b'`').count();
    let mut at = start + length;
    while let Some(next) = text[at..].find('`').map(|found| at + found) {
        let run = text[next..].bytes().take_while(|&byte| byte == b'`').count();
        at = next + run;
        if run == length {
            return at;
        }
    }
    start + length
}

fn words(text: &str, open: usize, end: usize, faults: &mut Faults) -> Attributes {
    if text[open + 1..end - 1].trim().is_empty() {
        faults.at(open..end, Fault::AttributeUnreadable { word: text[open..end].to_owned() });
    }
    Attributes { span: Some(open..end), ..read(text, open + 1..end - 1, faults) }
}

fn read(text: &str, inside: Range<usize>, faults: &mut Faults) -> Attributes {
    let mut attributes = Attributes::default();
    for word in parted(text, inside) {
        attributes.add(&text[word.clone()], word.start, faults);
    }
    attributes
}

/// The words between blanks. A key that has lost its value, `points = 4`, is one word with it, and one mistake.
fn parted(text: &str, inside: Range<usize>) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut at = inside.start;
    for part in text[inside].split_inclusive(char::is_whitespace).take(MOST) {
        let word = part.trim();
        let start = at + (part.len() - part.trim_start().len());
        at += part.len();
        match words.last_mut() {
            _ if word.is_empty() => {}
            Some(before) if are_one(&text[before.clone()], word) => before.end = start + word.len(),
            _ => words.push(start..start + word.len()),
        }
    }
    words
}

fn are_one(before: &str, word: &str) -> bool {
    let asks = before.strip_suffix('=').is_some_and(|key| is_name(key.trim_end()));
    asks && !word.starts_with(['#', '.']) || is_name(before) && word.starts_with('=')
}

impl Attributes {
    fn add(&mut self, written: &str, start: usize, faults: &mut Faults) {
        let word =
            |text: &str, from: usize| Word { text: text.to_owned(), span: start + from..start + from + text.len() };
        let span = start..start + written.len();
        if let Some(id) = written.strip_prefix('#').filter(|id| !id.ends_with([',', ';'])) {
            self.add_id(word(id, 1), span, faults);
        } else if let Some(class) = written.strip_prefix('.').filter(|class| is_name(class)) {
            self.add_class(word(class, 1), span, faults);
        } else if let Some(meant) = meant(written) {
            // It is read all the same, so that what refers to it is not at fault.
            self.add_meant(&meant, &span);
            faults.at(span, Fault::AttributeUnreadable { word: written.to_owned() });
        } else if let Some((key, value)) =
            written.split_once('=').filter(|(key, value)| is_name(key) && is_value(value))
        {
            self.add_value(word(key, 0), word(value, key.len() + 1), span, faults);
        } else {
            faults.at(span, Fault::AttributeUnreadable { word: written.to_owned() });
        }
    }

    fn add_meant(&mut self, meant: &str, span: &Range<usize>) {
        for part in meant.split(' ') {
            let word = Word { text: part[1..].to_owned(), span: span.clone() };
            if part.starts_with('#') {
                self.id.get_or_insert(word);
            } else if !self.has_class(&word.text) {
                self.classes.push(word);
            }
        }
    }

    fn add_id(&mut self, id: Word, span: Range<usize>, faults: &mut Faults) {
        if names::id(&id.text).is_err() {
            faults.at(span, Fault::BadId { id: id.text.clone() });
        }
        if self.id.is_some() {
            faults.at(id.span, Fault::SecondId { id: id.text });
        } else {
            self.id = Some(id);
        }
    }

    fn add_class(&mut self, class: Word, span: Range<usize>, faults: &mut Faults) {
        if self.has_class(&class.text) {
            faults.at(span, Fault::AttributeTwice { name: format!(".{}", class.text) });
        } else {
            self.classes.push(class);
        }
    }

    fn add_value(&mut self, key: Word, value: Word, span: Range<usize>, faults: &mut Faults) {
        if self.values.iter().any(|(known, _)| known.text == key.text) {
            faults.at(span, Fault::AttributeTwice { name: key.text });
        } else {
            self.values.push((key, value));
        }
    }
}

/// What was surely meant by a word that is no attribute: `id=x`, a class without its dot, and a comma or no blank between two.
pub(crate) fn meant(word: &str) -> Option<String> {
    let is_id = |id: &str| names::id(id).is_ok();
    let is_class = |class: &str| crate::outline::classes().any(|known| known == class);
    if let Some(id) = word.strip_prefix("id=").filter(|id| is_id(id)) {
        return Some(format!("#{id}"));
    }
    let bare = word.strip_prefix("class=").unwrap_or(word).trim_end_matches([',', ';', '，', '،']);
    let (class, id) = bare.split_once('#').map_or((bare, None), |(class, id)| (class, Some(id)));
    let class = class.trim_end_matches([',', ';']);
    let dotted = class.strip_prefix('.').unwrap_or(class);
    match id {
        _ if class.is_empty() && bare.len() < word.len() => id.filter(|id| is_id(id)).map(|id| format!("#{id}")),
        Some(id) if is_class(dotted) && is_id(id) => Some(format!(".{dotted} #{id}")),
        None if is_class(dotted) => Some(format!(".{dotted}")),
        _ => None,
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic()) && text.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
}

/// No quotes, and nothing that Markdown would take for its own.
fn is_value(text: &str) -> bool {
    !text.is_empty()
        && !text.contains(char::is_whitespace)
        && !text.contains(['"', '\'', '*', '`', '<', '>', '[', ']', '\\', '~', '=', '“', '”', '‘', '’', '«', '»'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(line: &str) -> (Attributes, Vec<(String, String)>) {
        let mut faults = Faults::default();
        let attributes = scan(line, 0..line.len(), &mut faults);
        let mut report = crate::diagnostic::Report::default();
        *report.file("x") = faults;
        let found = report.finish(|_| Some(line));
        let told =
            found.into_iter().map(|one| (one.fault.code().to_owned(), line[one.span.unwrap_or_default()].to_owned()));
        (attributes, told.collect())
    }

    #[test]
    fn id_classes_and_values_are_read_in_any_order() {
        let (attributes, faults) = scanned("### Which C? {.match  #which-c points=4 tags=core,law}  ");
        assert_eq!(faults, []);
        assert_eq!(attributes.id.map(|id| id.text).as_deref(), Some("which-c"));
        assert_eq!(attributes.classes.len(), 1);
        let values: Vec<_> = attributes.values.iter().map(|(key, value)| (&*key.text, &*value.text)).collect();
        assert_eq!(values, [("points", "4"), ("tags", "core,law")]);
        assert_eq!(attributes.span, Some(13..54));
    }

    #[test]
    fn braces_in_code_and_escaped_ones_are_words() {
        for line in
            ["## Use of `{x}`", "## A \\{x}", "## ``a ` {`` b", "## None", "### A (#a)", "## [A](#a)", "## A (b)"]
        {
            let (attributes, faults) = scanned(line);
            assert_eq!((attributes.span, faults), (None, vec![]), "{line}");
        }
    }

    #[test]
    fn what_is_no_attribute_is_named_with_its_place() {
        for (line, code, words) in [
            ("## A {#a} b", "braces-not-last", "{#a}"),
            ("## A {#a", "braces-open", "{#a"),
            ("## {x} A {#a}", "braces-not-last", "{x}"),
            ("## A {#a #b}", "second-id", "b"),
            ("## A {#a .c .c}", "attribute-twice", ".c"),
            ("## A {#a p=1 p=2}", "attribute-twice", "p=2"),
            ("## A {#é}", "bad-id", "#é"),
            ("## A {#}", "bad-id", "#"),
            ("## A {#a points}", "attribute-unreadable", "points"),
            ("## A (#a)", "braces-other", "(#a)"),
            ("### A (.choice #a)", "braces-other", "(.choice #a)"),
            ("## A ｛#a｝", "braces-other", "｛#a｝"),
            ("## A {id=a}", "attribute-unreadable", "id=a"),
            ("## A {choice #a}", "attribute-unreadable", "choice"),
            ("## A {.choice, #a}", "attribute-unreadable", ".choice,"),
            ("## A {.choice#a}", "attribute-unreadable", ".choice#a"),
            ("## A {#a points=}", "attribute-unreadable", "points="),
            ("## A {#a unit=\"km\"}", "attribute-unreadable", "unit=\"km\""),
            ("## A {#a points = 4}", "attribute-unreadable", "points = 4"),
            ("## A {#a points= 4 .b}", "attribute-unreadable", "points= 4"),
            ("## A {points= #a}", "attribute-unreadable", "points="),
            ("## A {}", "attribute-unreadable", "{}"),
            ("## A {a{#a}", "braces-open", "{"),
        ] {
            let (_, faults) = scanned(line);
            assert!(faults.contains(&(code.to_owned(), words.to_owned())), "{line}: {faults:?}");
        }
    }

    #[test]
    fn a_row_of_backticks_takes_no_longer_than_its_length() {
        let line = format!("## {}", "` {".repeat(100_000));
        scanned(&line);
    }
}
