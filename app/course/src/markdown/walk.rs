//! Going through a tree: every piece of text there is, in order.

use super::slots;
use super::tree::{Block, BlockKind, Inline, InlineKind};

/// Calls `see` for every row of inline elements in these blocks, the outer ones only.
pub(crate) fn runs<'t>(blocks: &'t [Block], see: &mut dyn FnMut(&'t [Inline])) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading(heading) => see(&heading.content),
            BlockKind::Paragraph(content) | BlockKind::Plain(content) => see(content),
            BlockKind::Quote(blocks) | BlockKind::Alert(_, blocks) | BlockKind::Untranslated(blocks) => {
                runs(blocks, see)
            }
            BlockKind::List(list) => list.items.iter().for_each(|item| runs(&item.blocks, see)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    see(&definition.term);
                    definition.meanings.iter().for_each(|meaning| runs(meaning, see));
                }
            }
            BlockKind::Table(table) => {
                let rows = table.rows.iter().flat_map(|row| &row.cells);
                table.head.iter().chain(rows).for_each(|cell| see(&cell.content));
            }
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }
}

/// The same, to change them.
pub(crate) fn runs_mut(blocks: &mut [Block], see: &mut dyn FnMut(&mut Vec<Inline>)) {
    for block in blocks {
        match &mut block.kind {
            BlockKind::Heading(heading) => see(&mut heading.content),
            BlockKind::Paragraph(content) | BlockKind::Plain(content) => see(content),
            BlockKind::Quote(blocks) | BlockKind::Alert(_, blocks) | BlockKind::Untranslated(blocks) => {
                runs_mut(blocks, see)
            }
            BlockKind::List(list) => list.items.iter_mut().for_each(|item| runs_mut(&mut item.blocks, see)),
            BlockKind::Definitions(definitions) => {
                for definition in definitions {
                    see(&mut definition.term);
                    definition.meanings.iter_mut().for_each(|meaning| runs_mut(meaning, see));
                }
            }
            BlockKind::Table(table) => {
                let rows = table.rows.iter_mut().flat_map(|row| &mut row.cells);
                table.head.iter_mut().chain(rows).for_each(|cell| see(&mut cell.content));
            }
            BlockKind::Code(_) | BlockKind::Rule => {}
        }
    }
}

/// Calls `see` for every inline element, the inner ones too.
pub(crate) fn inlines<'t>(content: &'t [Inline], see: &mut dyn FnMut(&'t Inline)) {
    for inline in content {
        see(inline);
        if let InlineKind::Emphasis(inner)
        | InlineKind::Strong(inner)
        | InlineKind::Deleted(inner)
        | InlineKind::Link(_, inner) = &inline.kind
        {
            inlines(inner, see);
        }
    }
}

/// The same, to change them.
pub(crate) fn inlines_mut(content: &mut [Inline], see: &mut dyn FnMut(&mut Inline)) {
    for inline in content {
        see(inline);
        if let InlineKind::Emphasis(inner)
        | InlineKind::Strong(inner)
        | InlineKind::Deleted(inner)
        | InlineKind::Link(_, inner) = &mut inline.kind
        {
            inlines_mut(inner, see);
        }
    }
}

/// The words alone: of a picture its alternative text, of a break a blank, of a footnote's number nothing.
pub(crate) fn plain(content: &[Inline]) -> String {
    let mut text = String::new();
    inlines(content, &mut |inline| match &inline.kind {
        InlineKind::Text(words) | InlineKind::Code(words) => text.push_str(words),
        InlineKind::Picture(picture) => text.push_str(&picture.alt),
        InlineKind::SoftBreak | InlineKind::HardBreak => text.push(' '),
        InlineKind::Gap(_) => text.push('…'),
        InlineKind::Slot(slot) => text.push_str(&slots::written(slot.name())),
        _ => {}
    });
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many words stand in these blocks.
pub(crate) fn words(blocks: &[Block]) -> usize {
    let mut count = 0;
    runs(blocks, &mut |content| count += words_in(content));
    count
}

/// How many words [`plain`] would have, without making it: all of a course is counted.
fn words_in(content: &[Inline]) -> usize {
    let (mut count, mut inside) = (0, false);
    let mut see = |text: &str| {
        for c in text.chars() {
            count += usize::from(!inside && !c.is_whitespace());
            inside = !c.is_whitespace();
        }
    };
    inlines(content, &mut |inline| match &inline.kind {
        InlineKind::Text(words) | InlineKind::Code(words) => see(words),
        InlineKind::Picture(picture) => see(&picture.alt),
        InlineKind::SoftBreak | InlineKind::HardBreak => see(" "),
        InlineKind::Gap(_) => see("…"),
        InlineKind::Slot(slot) => see(slot.name()),
        _ => {}
    });
    count
}
