//! What a Markdown parser takes for text though it was meant for more: footnotes without a definition, alerts that are
//! misspelt, tables that do not fit together.

use std::ops::Range;

use pulldown_cmark::RefDefs;

use super::slots;
use super::tree::{Inline, InlineKind};
use super::walk::inlines;
use crate::diagnostic::{Fault, Faults};
use crate::names;
use crate::nearest::{listed, nearest};

const ALERTS: &[&str] = &["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
/// How far a label or a name may reach, in bytes.
const FAR: usize = 200;

/// A reference to a footnote that is not defined comes as text: `[`, `^label`, `]`. This is called with each piece.
pub(super) fn undefined_note(source: &str, text: &str, span: &Range<usize>) -> Option<(String, Range<usize>)> {
    if text != "[" || span.len() != 1 {
        return None;
    }
    let label = near(source, span.end).strip_prefix('^')?.split_once(']')?.0;
    let fits = !label.is_empty() && !label.contains(['[', '\n', '\r']);
    fits.then(|| (label.to_owned(), span.start..span.end + 1 + label.len() + 1))
}

/// Looks through the words of a paragraph, a heading or a cell.
pub(super) fn check_run(source: &str, content: &[Inline], faults: &mut Faults) {
    let Some(run) = content.first().map(|first| &first.span) else { return };
    inlines(content, &mut |inline| match &inline.kind {
        InlineKind::Text(words) => {
            if words.contains("{{") {
                slots::check_words(source, &inline.span, faults);
            }
            if words.contains("](") {
                check_links(source, run.start, &inline.span, faults);
            }
            if words.contains("(#") || words.contains("[#") {
                check_halves(source, run.start, &inline.span, faults);
            }
            if words.contains('{') {
                slots::check_single(source, &inline.span, faults);
            }
        }
        _ => slots::check_place(source, inline, faults),
    });
}

/// Links that are none, most often because of a blank in the address, or of a footnote in the words. They may begin in a text
/// before, as far back as the row of inline elements goes.
fn check_links(source: &str, run: usize, span: &Range<usize>, faults: &mut Faults) {
    let mut begin = source.ceil_char_boundary(span.start.saturating_sub(FAR)).max(run);
    let mut from = span.start;
    while let Some(middle) = source[from..span.end].find("](").map(|found| from + found) {
        let open = opened(&source[begin..middle]).map(|found| begin + found);
        let close = near(source, middle).find([')', '\n', '\r']).map_or(middle + 1, |found| middle + found);
        (begin, from) = (middle + 2, middle + 2);
        let escaped = |at: usize| source[..at].ends_with('\\');
        if let Some(open) = open.filter(|open| !escaped(*open) && !escaped(middle)) {
            let end = (close + 1).min(span.end).max(middle + 2);
            let link = source.get(open..end).unwrap_or_default().to_owned();
            faults.at(open..end, Fault::LinkUnread { link });
        }
    }
}

/// Links to an id of which the two halves do not touch, `[words] (#id)`, or have each other's brackets, `(words)[#id]`.
fn check_halves(source: &str, run: usize, span: &Range<usize>, faults: &mut Faults) {
    let begin = source.ceil_char_boundary(span.start.saturating_sub(FAR)).max(run);
    let signs = [("(#", ')', "] ", '['), ("[#", ']', ")", '(')];
    for (half, close, before, open) in signs {
        for (at, _) in source[span.clone()].match_indices(half).map(|(at, half)| (span.start + at, half)) {
            let id = near(source, at + 2).split_once(close).map_or("", |(id, _)| id);
            let begin = begin.max(source.ceil_char_boundary(at.saturating_sub(FAR)));
            let Some(words) = source[begin..at].strip_suffix(before).filter(|_| names::id(id).is_ok()) else {
                continue;
            };
            let Some(start) = words.rfind(open).map(|found| begin + found) else { continue };
            if !words.ends_with('\\') && !source[..start].ends_with('\\') {
                let end = at + 2 + id.len() + 1;
                faults.at(start..end, Fault::LinkUnread { link: source[start..end].to_owned() });
            }
        }
    }
}

/// The bracket that is still open at the end of these words.
fn opened(words: &str) -> Option<usize> {
    let mut closed = 0_usize;
    for (at, sign) in words.rmatch_indices(['[', ']']) {
        match (sign, closed) {
            ("]", _) => closed += 1,
            (_, 0) => return Some(at),
            _ => closed -= 1,
        }
    }
    None
}

/// Looks at the lines of a paragraph for tags of alerts and for the dashes of a table.
pub(super) fn check_paragraph(source: &str, span: &Range<usize>, faults: &mut Faults) {
    let (mut at, mut listed) = (span.start, false);
    for (number, line) in source[span.clone()].split_inclusive(['\n', '\r']).enumerate() {
        let words = line.trim_start_matches(['>', ' ', '\t']);
        let start = at + (line.len() - words.len());
        let words = words.trim_end();
        if words.starts_with("[!") {
            check_alert(words, start, faults);
        } else if let Some(tag) = bare_tag(words).filter(|_| is_quoted(source, start)) {
            faults.at(start..start + tag.len() + 2, Fault::AlertWithoutMark { tag: tag.to_owned() });
        } else if words.starts_with(['•', '◦', '‣', '▪', '●']) {
            if !listed {
                faults.at(start..start + words.len(), Fault::ListSign {});
            }
            listed = true;
        } else if is_nearly_heading(words) {
            faults.at(start..start + words.len(), Fault::HeadingUnread {});
        } else if number > 0 && is_dashes(words) {
            faults.at(start..start + words.len(), Fault::TableUnread {});
        }
        at += line.len();
    }
}

/// A paragraph whose line begins with the tag of an alert: it is misspelt, or it is not alone on its line, or what it
/// stands in is no quotation.
fn check_alert(words: &str, start: usize, faults: &mut Faults) {
    let Some((tag, rest)) = words[2..].split_once(']') else { return };
    if rest.starts_with(['(', '[']) || tag.trim().is_empty() || tag.contains('[') || tag.len() > FAR {
        return;
    }
    let span = start..start + tag.len() + 3;
    let tag = tag.trim().to_owned();
    if ALERTS.iter().any(|known| known.eq_ignore_ascii_case(&tag)) {
        faults.at(span, Fault::AlertWithWords { tag });
    } else {
        let (nearest, known) = (nearest(&tag, ALERTS.iter().copied()), listed(ALERTS.iter().copied()));
        faults.at(span, Fault::UnknownAlert { tag, nearest, known });
    }
}

/// The tag of an alert without its mark, alone on its line.
fn bare_tag(words: &str) -> Option<&str> {
    let tag = words.strip_prefix('[')?.strip_suffix(']')?;
    ALERTS.iter().any(|known| known.eq_ignore_ascii_case(tag)).then_some(tag)
}

/// Whether a quotation begins on the line before this byte.
fn is_quoted(source: &str, start: usize) -> bool {
    let before = &source[source.ceil_char_boundary(start.saturating_sub(FAR))..start];
    before.rsplit(['\n', '\r']).next().is_some_and(|line| line.contains('>'))
}

/// A line that begins like a heading, but without a plain blank after its signs, where it can be nothing else.
fn is_nearly_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    let attributes = words.ends_with('}') && (words.contains("{#") || words.contains("{."));
    let begins =
        words.chars().next().is_some_and(|c| c.is_alphanumeric() && level > 1 || c.is_whitespace() || attributes);
    (1..=6).contains(&level) && begins
}

/// The line of dashes between a table's head and its rows.
fn is_dashes(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Other programs read settings from the beginning of a page, between two lines of dashes or plus signs. To Markdown they
/// are headings and text. Returns the page with blanks in their place.
pub(super) fn without_front_matter(source: &str, faults: &mut Faults) -> Option<String> {
    let mark = ["---", "+++"].into_iter().find(|mark| source.starts_with(mark))?;
    let mut lines = source.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == mark)?;
    let setting = |line: &str| line.trim().is_empty() || line.starts_with([' ', '-', '#']) || line.contains([':', '=']);
    let mut end = first.len();
    for line in lines {
        end += line.len();
        if line.trim_end() == mark {
            let span = 0..end - (line.len() - line.trim_end().len());
            let blank = source[span.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' });
            let blanked = blank.chain(source[span.end..].chars()).collect();
            faults.at(span, Fault::FrontMatter {});
            return Some(blanked);
        }
        if !setting(line) {
            return None;
        }
    }
    None
}

/// Signs that are no text, such as NUL: a reader would see a box in their place. A row of them is named once.
pub(super) fn check_signs(source: &str, faults: &mut Faults) {
    // Nearly every page has none, and no byte that one could begin with.
    let suspect = |byte: u8| byte < b' ' && !matches!(byte, b'\n' | b'\r' | b'\t') || matches!(byte, 0x7f | 0xc2);
    if !source.bytes().any(suspect) {
        return;
    }
    let mut row = 0..0;
    let is_no_text = |(_, c): &(usize, char)| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    for (at, c) in source.char_indices().filter(is_no_text) {
        if row.end != at {
            row.start = at;
            let code = format!("U+{:04X}", u32::from(c));
            faults.at(at..at + c.len_utf8(), Fault::ControlCharacter { code });
        }
        row.end = at + c.len_utf8();
    }
}

/// An alert with a colon is, to Markdown, the definition of an address: it and its words would vanish.
pub(super) fn check_definitions(definitions: &RefDefs<'_>, faults: &mut Faults) {
    for (label, definition) in definitions.iter().filter(|(label, _)| label.starts_with('!')) {
        let tag = label.trim_start_matches('!').to_owned();
        faults.at(definition.span.clone(), Fault::AlertWithWords { tag });
    }
}

/// Whether a block of code that begins with a fence ends with one.
pub(super) fn is_closed(block: &str) -> bool {
    let bare = |line: &'_ str| line.trim_start_matches(['>', ' ', '\t']).trim_end().to_owned();
    let mut lines = block.trim_end().lines();
    let first = lines.next().map(bare).unwrap_or_default();
    let sign = first.chars().next().unwrap_or('`');
    let length = |line: &str| line.chars().take_while(|&c| c == sign).count();
    lines.last().map(bare).is_some_and(|last| length(&last) >= length(&first) && last.chars().all(|c| c == sign))
}

/// What follows a place, as far as one needs look.
pub(super) fn near(source: &str, at: usize) -> &str {
    &source[at..source.floor_char_boundary((at + FAR).min(source.len()))]
}
