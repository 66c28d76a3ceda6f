//! Regions of a picture at the end of the options of a `.hotspot`: `The lock sign {10,20,40,30}`. They are cut off the words
//! and put into the tree, so that nobody reads the numbers out.

use std::ops::Range;

use super::tree::{Block, BlockKind, Inline, InlineKind, Page};
use crate::diagnostic::{Fault, Faults};
use crate::outline::section_length;
use crate::region::{NoRegion, Region};

/// Puts the regions into the sections of the headings that ask for them.
pub(crate) fn mark(page: &mut Page, asks: impl Fn(&Block) -> bool, faults: &mut Faults) {
    for at in (0..page.blocks.len()).filter(|at| asks(&page.blocks[*at])).collect::<Vec<_>>() {
        let level = page.blocks[at].heading().map_or(0, |heading| heading.level);
        let end = at + 1 + section_length(&page.blocks[at + 1..], level);
        page.blocks[at + 1..end].iter_mut().for_each(|block| list(block, faults));
    }
}

fn list(block: &mut Block, faults: &mut Faults) {
    let BlockKind::List(list) = &mut block.kind else { return };
    for item in list.items.iter_mut().filter(|item| item.ticked.is_some()) {
        if let Some(Block { kind: BlockKind::Paragraph(content) | BlockKind::Plain(content), .. }) =
            item.blocks.first_mut()
        {
            words(content, faults);
        }
    }
}

/// What stands in braces at the end of an option is its region. Twice such braces are a country value that is not known.
fn words(content: &mut Vec<Inline>, faults: &mut Faults) {
    let Some(Inline { span, kind: InlineKind::Text(text) }) = content.last_mut() else { return };
    let written = text.trim_end();
    let Some(open) = written.rfind('{').filter(|_| written.ends_with('}') && !written.ends_with("}}")) else { return };
    let place = place(text, span, open..written.len());
    let region = Region::parse(&written[open + 1..written.len() - 1])
        .map_err(|why| faults.at(place.clone(), fault(why, &written[open..])));
    let before = text[..open].trim_end().to_owned();
    if text.len() == span.len() {
        span.end = span.start + before.len();
    }
    *text = before;
    content.push(Inline { span: place, kind: InlineKind::Region(region.ok()) });
}

/// Where a part of a text stands in the source: exactly, if the text is as it was written.
fn place(text: &str, span: &Range<usize>, part: Range<usize>) -> Range<usize> {
    if text.len() == span.len() { span.start + part.start..span.start + part.end } else { span.clone() }
}

fn fault(why: NoRegion, written: &str) -> Fault {
    let region = written.to_owned();
    match why {
        NoRegion::Unreadable => Fault::RegionUnreadable { region },
        NoRegion::Empty => Fault::RegionEmpty { region },
        NoRegion::Outside => Fault::RegionOutside { region },
    }
}
