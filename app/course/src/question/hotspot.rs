//! The answers of `.hotspot`: a picture, and right below it a list with boxes in which each option has its region.

use std::collections::BTreeSet;
use std::ops::Range;

use assessment::Key;

use super::options::{self, runs_over, text};
use super::read::{Pen, Reading};
use super::{Answers, Body, Class};
use crate::diagnostic::{Fault, Faults};
use crate::html::Html;
use crate::markdown::tree::{Block, BlockKind, Inline, InlineKind, Item, List, Picture};
use crate::outline::Section;
use crate::region::Region;

/// Nobody can tell more regions apart on a phone. The style sheet knows as many.
const MOST: usize = 12;

pub(super) fn read(section: Section<'_>, pen: &mut Pen<'_, '_>, faults: &mut Faults) -> Reading {
    let Some(at) = options::find(section, Class::Hotspot, faults) else { return Reading::nothing(section) };
    let BlockKind::List(list) = &section.inside[at].kind else { return Reading::nothing(section) };
    let listed = options::listed(section, at, list, pen, faults);
    let regions = regions(list, &section.inside[at].span, faults);
    if list.items.len() > 1 && list.items.iter().all(|item| item.ticked == Some(true)) {
        faults.at(section.inside[at].span.clone(), Fault::RegionsAllRight {});
    }
    let above = at.checked_sub(1).and_then(|above| Some((above, picture(&section.inside[above])?)));
    let Some((above, (content, picture))) = above else {
        faults.at(section.inside[at].span.clone(), Fault::HotspotPicture {});
        return Reading { end: at, answers: None };
    };
    let caption = (!picture.caption.is_empty()).then(|| Html::escaped(&picture.caption));
    let picture = pen.writer.phrase(content);
    let answers = listed.zip(regions).map(|((options, right), regions)| Answers {
        key: Key::Hotspot { regions: regions.len(), right },
        body: Body::Hotspot { picture, caption, options, regions },
    });
    Reading { end: above, answers }
}

/// A paragraph that is a picture and nothing else.
fn picture(block: &Block) -> Option<(&[Inline], &Picture)> {
    match &block.kind {
        BlockKind::Paragraph(content) => match content.as_slice() {
            [Inline { kind: InlineKind::Picture(picture), .. }] => Some((content, picture)),
            _ => None,
        },
        _ => None,
    }
}

/// The region of each option. None if one has none that can be read, which has been named.
fn regions(list: &List, span: &Range<usize>, faults: &mut Faults) -> Option<Vec<Region>> {
    if list.items.len() > MOST {
        faults.at(span.clone(), Fault::RegionsMany { limit: MOST.to_string() });
        return None;
    }
    let regions: Vec<_> = list.items.iter().map(|item| region(item, faults)).collect();
    check_places(list, &regions, faults);
    let read: Vec<Region> = regions.into_iter().flatten().map(|(_, region)| region).collect();
    (read.len() == list.items.len()).then_some(read)
}

fn region(item: &Item, faults: &mut Faults) -> Option<(Range<usize>, Region)> {
    let content = text(item).unwrap_or_default();
    match content.last() {
        Some(Inline { span, kind: InlineKind::Region(region) }) => region.map(|region| (span.clone(), region)),
        _ => {
            // An option that runs over its line, or has no box, has been named.
            if runs_over(content).is_none() && item.ticked.is_some() {
                let first = item.blocks.first().map_or_else(|| item.span.clone(), |block| block.span.clone());
                faults.at(first, Fault::RegionMissing {});
            }
            None
        }
    }
}

/// Names regions that stand there twice, and those that are right and wrong in one place.
fn check_places(list: &List, regions: &[Option<(Range<usize>, Region)>], faults: &mut Faults) {
    let right = |at: usize| list.items[at].ticked == Some(true);
    let mut seen = BTreeSet::new();
    let there = |(at, one): (usize, &Option<_>)| Some((right(at), one.clone()?));
    let regions: Vec<(bool, (Range<usize>, Region))> = regions.iter().enumerate().filter_map(there).collect();
    for (at, (is_right, (span, region))) in regions.iter().enumerate() {
        let clashes = |(other, (_, there)): &&(bool, (_, Region))| other != is_right && there.overlaps(*region);
        if let Some((_, (_, other))) = regions[..at].iter().find(clashes) {
            let (region, other) = (region.to_string(), other.to_string());
            faults.at(span.clone(), Fault::RegionsOverlap { region, other });
        } else if !seen.insert(*region) {
            faults.at(span.clone(), Fault::RegionTwice { region: region.to_string() });
        }
    }
}
