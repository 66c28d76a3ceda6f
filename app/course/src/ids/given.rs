//! Which id of the source a heading of a translation surely has that is without one. To tell it by its place alone would give an
//! answer to another question: what is not translated yet, what changed places and what is new all move the others.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::{Id, NONE, is_step, needs, stem};
use crate::draft::Draft;
use crate::markdown::tree::Page;
use crate::outline::{PageKind, Role};

/// So many ids are named to choose from, and so many are looked at for them.
const MOST_NAMED: usize = 10;
const MOST_LOOKED_AT: usize = 100;

/// A heading that has an id, or should have one.
struct Head<'p> {
    at: usize,
    id: Option<&'p str>,
    /// Its braces could be read, so that it has no id if none was found.
    is_sure: bool,
    like: (Role, bool, u8),
}

fn heads(page: &Page, kind: PageKind) -> Vec<Head<'_>> {
    let mut story = None;
    let mut heads = Vec::new();
    for block in &page.blocks {
        let Some(heading) = block.heading() else { continue };
        let role = Role::of(kind, heading);
        let step = is_step(heading, role, &mut story);
        if stem(role, step).is_some() || role == Role::Unknown {
            let id = heading.attributes.id.as_ref().map(|id| id.text.as_str());
            let is_sure = needs(heading) && role != Role::Unknown;
            heads.push(Head { at: block.span.start, id, is_sure, like: (role, step, heading.level) });
        }
    }
    heads
}

/// The ids for the headings of a page that have none, by where those stand. `source` is the page it is translated from, `taken` the
/// ids that the translation has.
pub(super) fn given(
    source: Option<&Draft>,
    own: &Page,
    kind: PageKind,
    taken: &BTreeSet<String>,
) -> BTreeMap<usize, Id> {
    let source = source.and_then(|draft| draft.page.as_ref()).map(|page| heads(page, kind)).unwrap_or_default();
    let own = heads(own, kind);
    let is_free = |head: &Head<'_>| head.id.is_none_or(|id| !taken.contains(id));
    let free = source.iter().enumerate().filter(|(_, head)| is_free(head)).map(|(place, _)| place).collect();
    let places = source.iter().enumerate().filter_map(|(place, head)| Some((head.id?, place))).collect();
    Giving { source: &source, places, free, given: BTreeMap::new() }.all(&own)
}

struct Giving<'p> {
    source: &'p [Head<'p>],
    places: BTreeMap<&'p str, usize>,
    /// What the translation has not, by its place in the source.
    free: BTreeSet<usize>,
    given: BTreeMap<usize, Id>,
}

impl Giving<'_> {
    fn all(mut self, own: &[Head<'_>]) -> BTreeMap<usize, Id> {
        let (mut after, mut between) = (0, Vec::new());
        for head in own {
            match head.id.and_then(|id| self.places.get(id).copied()) {
                Some(place) => {
                    self.settle(&between, after..place);
                    between.clear();
                    after = place + 1;
                }
                None => between.push(head),
            }
        }
        self.settle(&between, after..self.source.len());
        self.given
    }

    /// What stands between two headings that both have: each is given its id if the source has just as many there that are free,
    /// one like the other.
    fn settle(&mut self, between: &[&Head<'_>], places: Range<usize>) {
        if between.is_empty() {
            return;
        }
        let places = places.start..places.end.max(places.start);
        let here: Vec<usize> = self.free.range(places).take(between.len().max(MOST_LOOKED_AT) + 1).copied().collect();
        let fits = |(head, place): (&&Head<'_>, &usize)| head.is_sure && head.like == self.source[*place].like;
        if here.len() == between.len() && between.iter().zip(&here).all(fits) {
            for (head, place) in between.iter().zip(&here) {
                let id = self.source[*place].id.unwrap_or(NONE).to_owned();
                self.given.insert(head.at, Id::of(id));
                self.free.remove(place);
            }
            return;
        }
        for head in between {
            let named = self.named(head, &mut here.iter().take(MOST_LOOKED_AT));
            let named = named.or_else(|| self.named(head, &mut self.free.iter().take(MOST_LOOKED_AT)));
            self.given.insert(head.at, Id { free: named.unwrap_or_else(|| NONE.to_owned()), ..Id::default() });
        }
    }

    /// Those of these that it could be.
    fn named(&self, head: &Head<'_>, places: &mut dyn Iterator<Item = &usize>) -> Option<String> {
        let like = places.map(|place| &self.source[*place]).filter(|other| other.like == head.like);
        let ids: Vec<&str> = like.filter_map(|other| other.id).take(MOST_NAMED).collect();
        (!ids.is_empty()).then(|| ids.join(", "))
    }
}
