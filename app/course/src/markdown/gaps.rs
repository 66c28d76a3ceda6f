//! Gaps in the text of a `.blanks` question: `[[answer]]` or `[[answer|also accepted]]`. They are found in the source, because
//! a Markdown parser may take the brackets for a link and the signs in them for emphasis, and put into the tree in place of
//! whatever was read there.

use std::collections::BTreeSet;
use std::ops::Range;

use super::slots;
use super::tree::{Block, BlockKind, Inline, InlineKind, Page};
use super::walk::{inlines, runs};
use crate::diagnostic::{Fault, Faults};
use crate::outline::section_length;

/// A gap in the source.
struct Gap {
    span: Range<usize>,
    accepted: Vec<String>,
}

/// Puts the gaps into the sections of the headings that ask for them.
pub(crate) fn mark(page: &mut Page, source: &str, asks: impl Fn(&Block) -> bool, faults: &mut Faults) {
    for at in (0..page.blocks.len()).filter(|at| asks(&page.blocks[*at])).collect::<Vec<_>>() {
        let level = page.blocks[at].heading().map_or(0, |heading| heading.level);
        let end = at + 1 + section_length(&page.blocks[at + 1..], level);
        refuse(std::slice::from_ref(&page.blocks[at]), source, "heading", faults);
        blocks(&mut page.blocks[at + 1..end], source, faults);
    }
}

fn blocks(inside: &mut [Block], source: &str, faults: &mut Faults) {
    for block in inside {
        let not_here = match &block.kind {
            BlockKind::Heading(_) => "heading",
            BlockKind::Table(_) => "table",
            BlockKind::Alert(..) => "box",
            BlockKind::Code(_) => "code",
            _ => "",
        };
        if !not_here.is_empty() {
            refuse(std::slice::from_ref(block), source, not_here, faults);
            continue;
        }
        match &mut block.kind {
            BlockKind::Paragraph(content) | BlockKind::Plain(content) => run(content, source, faults),
            BlockKind::Quote(inner) => blocks(inner, source, faults),
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| blocks(&mut item.blocks, source, faults)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    run(&mut definition.term, source, faults);
                    definition.meanings.iter_mut().for_each(|meaning| blocks(meaning, source, faults));
                }
            }
            _ => {}
        }
    }
}

/// Names gaps where none may stand.
fn refuse(blocks: &[Block], source: &str, place: &str, faults: &mut Faults) {
    let mut not_here = |span: Range<usize>| faults.at(span, Fault::GapNotHere { place: place.to_owned() });
    for block in blocks {
        if let BlockKind::Code(code) = &block.kind
            && code.split_once("[[").is_some_and(|(_, after)| after.contains("]]"))
        {
            not_here(block.span.clone());
        }
    }
    runs(blocks, &mut |content| {
        gaps(content, source, &mut Faults::default()).into_iter().for_each(|gap| not_here(gap.span))
    });
}

fn run(content: &mut Vec<Inline>, source: &str, faults: &mut Faults) {
    let gaps = gaps(content, source, faults);
    if !gaps.is_empty() {
        *content = put(std::mem::take(content), &gaps, &mut 0, faults);
    }
}

/// The gaps in a row of inline elements, in order. Code is left alone, and that is named.
fn gaps(content: &[Inline], source: &str, faults: &mut Faults) -> Vec<Gap> {
    let (Some(first), Some(last)) = (content.first(), content.last()) else { return Vec::new() };
    let mut code = Vec::new();
    inlines(content, &mut |inline| {
        if matches!(inline.kind, InlineKind::Code(_)) {
            code.push(inline.span.clone());
        }
    });
    let mut gaps = Vec::new();
    let (mut at, end) = (first.span.start, last.span.end);
    while let Some(open) = source[at..end].find("[[").map(|found| at + found) {
        at = open + 2;
        let close = reach(&source[at..end]).find("]]").map(|found| at + found);
        let code = code.get(code.partition_point(|code| code.end <= open)).filter(|code| code.contains(&open));
        if let Some(code) = code {
            if close.is_some_and(|close| close < code.end) {
                faults.at(code.clone(), Fault::GapNotHere { place: "code".to_owned() });
            }
            at = code.end;
        } else if is_escaped(source, open) {
        } else if let Some(close) = close {
            at = close + 2;
            gaps.push(Gap { span: open..at, accepted: accepted(source, open + 2..close, faults) });
        } else {
            faults.at(open..open + 2, Fault::GapOpen {});
        }
    }
    gaps
}

/// As far as a gap may go: to the end of its line, and not to where the next one begins.
fn reach(rest: &str) -> &str {
    let bytes = rest.as_bytes();
    let ends = |at: &usize| matches!(bytes[*at], b'\n' | b'\r') || bytes[*at..].starts_with(b"[[");
    &rest[..(0..bytes.len()).find(ends).unwrap_or(bytes.len())]
}

fn is_escaped(source: &str, at: usize) -> bool {
    source[..at].bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1
}

fn accepted(source: &str, inside: Range<usize>, faults: &mut Faults) -> Vec<String> {
    let mut accepted: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut at = inside.start;
    for part in source[inside].split('|') {
        let span = at..at + part.len();
        at = span.end + 1;
        let words = part.split_whitespace().collect::<Vec<_>>().join(" ");
        slots::refuse_text(&words, &span, "answer", faults);
        if words.is_empty() {
            faults.at(span.start - 1..span.end + 1, Fault::GapEmpty {});
        } else if !seen.insert(words.clone()) {
            faults.at(span, Fault::OptionTwice { option: words });
        } else {
            accepted.push(words);
        }
    }
    accepted
}

/// The row with the gaps in place of what stood there. `at` is the first gap that is not yet passed.
fn put(content: Vec<Inline>, gaps: &[Gap], at: &mut usize, faults: &mut Faults) -> Vec<Inline> {
    let mut row = Vec::with_capacity(content.len());
    for inline in content {
        while gaps.get(*at).is_some_and(|gap| gap.span.end <= inline.span.start) {
            *at += 1;
        }
        match (gaps.get(*at).filter(|gap| gap.span.start < inline.span.end), &inline.kind) {
            (None, _) => row.push(inline),
            (Some(_), InlineKind::Text(text)) if text.len() == inline.span.len() => {
                fill(text, &inline.span, gaps, at, &mut row);
            }
            (Some(gap), _) => row.extend(cut(inline, gap, gaps, at, faults)),
        }
    }
    row
}

/// A text that is as in the source, with the gaps in it.
fn fill(text: &str, span: &Range<usize>, gaps: &[Gap], at: &mut usize, row: &mut Vec<Inline>) {
    let piece = |from: usize, to: usize| {
        let words = text.get(from - span.start..to - span.start).filter(|words| !words.is_empty())?;
        Some(Inline { span: from..to, kind: InlineKind::Text(words.to_owned()) })
    };
    let mut from = span.start;
    while let Some(gap) = gaps.get(*at).filter(|gap| gap.span.start < span.end) {
        row.extend(piece(from, gap.span.start.max(from)));
        row.extend(begun(gap, from));
        from = gap.span.end.min(span.end);
        if gap.span.end > span.end {
            // It goes on in what follows.
            break;
        }
        *at += 1;
    }
    row.extend(piece(from, span.end));
}

/// The gap, if it does not begin before this place.
fn begun(gap: &Gap, from: usize) -> Option<Inline> {
    (gap.span.start >= from).then(|| Inline { span: gap.span.clone(), kind: InlineKind::Gap(gap.accepted.clone()) })
}

/// What is left of an element that is no plain text and has the gap in it, or a part of the gap.
fn cut(mut inline: Inline, gap: &Gap, gaps: &[Gap], at: &mut usize, faults: &mut Faults) -> Option<Inline> {
    let (span, hole) = (inline.span.clone(), gap.span.clone());
    if hole.start <= span.start && span.end <= hole.end {
        return begun(gap, span.start);
    }
    let around = span.start <= hole.start && hole.end <= span.end;
    match &mut inline.kind {
        InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Deleted(inner) if around => {
            *inner = put(std::mem::take(inner), gaps, at, faults);
        }
        _ => {
            faults.at(hole, Fault::GapCut {});
            *at += 1;
        }
    }
    Some(inline)
}
