//! A page of a translation beside that of the source, part by part: a part is what stands under one id, and under no other.
//! Here it is found out what stands for what and how each block is; nothing is changed and nothing is told.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::BlockState;
use super::pair::{Row, pair};
use super::piece::{Piece, Shape};
use super::record::Accepted;
use crate::markdown::tree::{Block, Page};
use crate::names::Hash;
use crate::outline::{PageKind, Role};

/// A page with its text.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'p> {
    pub(crate) page: &'p Page,
    pub(crate) text: &'p str,
}

/// A block of the source, of the translation, or of both.
pub(crate) struct Slot {
    /// Which block of the source's page.
    pub(crate) source: Option<usize>,
    /// Which block of the translation's page.
    pub(crate) own: Option<usize>,
    pub(crate) piece: Option<Piece>,
    pub(crate) own_piece: Option<Piece>,
    /// The words are the source's, whatever was accepted.
    pub(crate) alike: bool,
    pub(crate) accepted: Option<Accepted>,
    pub(crate) state: BlockState,
}

/// What stands under one id.
pub(crate) struct Part {
    pub(crate) id: String,
    /// The id of the lesson it is in, or the question, in a bank.
    pub(crate) around: String,
    pub(crate) role: Role,
    pub(crate) level: u8,
    /// The blocks of the source's page.
    pub(crate) source: Range<usize>,
    /// The blocks of the translation's page. None if it has no such id.
    pub(crate) own: Option<Range<usize>>,
    pub(crate) slots: Vec<Slot>,
}

impl Part {
    /// It is a footnote: its numbers are those of the footnotes.
    pub(crate) fn is_note(&self) -> bool {
        self.id.starts_with('^')
    }

    /// Nothing of it is translated, and something could be.
    pub(crate) fn is_untouched(&self) -> bool {
        untouched([self])
    }
}

/// Nothing of these parts is translated, and something could be.
pub(crate) fn untouched<'p>(parts: impl IntoIterator<Item = &'p Part> + Clone) -> bool {
    let slots = || parts.clone().into_iter().flat_map(|part: &Part| &part.slots);
    let of_source = |slot: &&Slot| slot.source.is_some();
    let touched = |slot: &Slot| slot.own.is_some() && !slot.alike && slot.has_words();
    !slots().filter(of_source).any(touched) && slots().any(|slot| slot.own.is_none() || slot.alike)
}

impl Slot {
    fn settle(&mut self, all: bool) {
        self.alike &= all || self.piece.as_ref().is_some_and(Piece::is_telling);
        if self.alike && !self.is_accepted() {
            self.state = BlockState::Same;
        }
    }

    /// What stands here was accepted for what stands there.
    fn is_accepted(&self) -> bool {
        let is = |piece: &Option<Piece>, hash: &Hash| piece.as_ref().is_some_and(|piece| piece.hash == *hash);
        self.accepted.as_ref().is_some_and(|one| is(&self.piece, &one.source) && is(&self.own_piece, &one.translation))
    }

    pub(crate) fn has_words(&self) -> bool {
        self.piece.as_ref().is_some_and(Piece::has_words)
    }
}

/// Settles which blocks have the source's own words: one of a few words may be the same in both languages, unless all that
/// stands around it is the source's too.
fn settle(parts: &mut [Part]) {
    let page = untouched(parts.iter().filter(|part| !part.is_note()).collect::<Vec<_>>());
    let mut at = 0;
    while at < parts.len() {
        let length = around(parts, at).len();
        let all = page || !parts[at].around.is_empty() && untouched(around(parts, at));
        parts[at..at + length].iter_mut().flat_map(|part| &mut part.slots).for_each(|slot| slot.settle(all));
        at += length;
    }
}

/// The parts of the same lesson, from this one on: they stand together.
pub(crate) fn around(parts: &[Part], at: usize) -> &[Part] {
    let length = parts[at..].iter().take_while(|part| part.around == parts[at].around).count();
    &parts[at..at + length]
}

/// The parts of a page: from one heading with an id to the next.
pub(crate) fn ranges(blocks: &[Block]) -> Vec<(String, Range<usize>)> {
    let mut ranges = vec![(String::new(), 0..0)];
    for (at, block) in blocks.iter().enumerate() {
        if let Some(id) = block.heading().and_then(|heading| heading.attributes.id.as_ref()) {
            ranges.push((id.text.clone(), at..at));
        }
        if let Some((_, range)) = ranges.last_mut() {
            range.end = at + 1;
        }
    }
    ranges
}

/// The parts of the source's page with what the translation has for each. Without a translation nothing is there.
pub(crate) fn parts(kind: PageKind, source: Sheet<'_>, own: Option<Sheet<'_>>, accepted: &[&Accepted]) -> Vec<Part> {
    let mut own_ranges: BTreeMap<String, Range<usize>> = BTreeMap::new();
    for (id, range) in own.map(|own| ranges(&own.page.blocks)).unwrap_or_default() {
        own_ranges.entry(id).or_insert(range);
    }
    let mut by_id: BTreeMap<&str, Vec<&Accepted>> = BTreeMap::new();
    accepted.iter().for_each(|one| by_id.entry(&one.id).or_default().push(one));
    let mut around = String::new();
    let mut parts = Vec::new();
    for (id, range) in ranges(&source.page.blocks) {
        let heading = source.page.blocks.get(range.start).and_then(Block::heading).filter(|_| !id.is_empty());
        let level = heading.map_or(0, |heading| heading.level);
        if level <= 2 {
            around.clone_from(&id);
        }
        let role = heading.map_or(Role::Title, |heading| Role::of(kind, heading));
        let accepted = by_id.get(id.as_str()).cloned().unwrap_or_default();
        let theirs = own_ranges.remove(&id).filter(|range| !range.is_empty());
        let bank_words = kind == PageKind::Bank && id.is_empty();
        let both = Both {
            source,
            own,
            range: range.clone(),
            theirs: theirs.clone(),
            accepted,
            headed: !id.is_empty(),
            only_title: bank_words,
        };
        parts.push(Part { id, around: around.clone(), role, level, source: range, own: theirs, slots: both.slots() });
    }
    parts.extend(notes(source, own, &by_id));
    settle(&mut parts);
    parts
}

/// What both pages have under one id.
struct Both<'p> {
    source: Sheet<'p>,
    own: Option<Sheet<'p>>,
    range: Range<usize>,
    theirs: Option<Range<usize>>,
    accepted: Vec<&'p Accepted>,
    /// It begins with a heading that has the id.
    headed: bool,
    /// What stands before the first question of a bank is for its authors.
    only_title: bool,
}

impl Both<'_> {
    fn slots(&self) -> Vec<Slot> {
        let pieces = |sheet: Sheet<'_>, range: &Range<usize>| -> Vec<(usize, Piece)> {
            let all = range.clone().map(|at| (at, Piece::of(&sheet.page.blocks[at], sheet.text)));
            all.filter(|(_, piece)| !self.only_title || matches!(piece.shape, Shape::Heading(_))).collect()
        };
        let (places, source): (Vec<usize>, Vec<Piece>) = pieces(self.source, &self.range).into_iter().unzip();
        let theirs = self.own.zip(self.theirs.as_ref()).map(|(own, range)| pieces(own, range)).unwrap_or_default();
        let (own_places, own): (Vec<usize>, Vec<Piece>) = theirs.into_iter().unzip();
        let pairs = pair(&Row {
            source: &source,
            own: &own,
            accepted: &self.accepted,
            headed: !self.only_title && self.headed,
        });
        let mut slots = self.judge(&source, &own, &pairs);
        for slot in &mut slots {
            slot.source = slot.source.map(|at| places[at]);
            slot.own = slot.own.map(|at| own_places[at]);
        }
        slots
    }

    /// The slots in the order in which they are read: that of the translation, and what it has not after what stands before
    /// it in the source.
    fn judge(&self, source: &[Piece], own: &[Piece], pairs: &[Option<usize>]) -> Vec<Slot> {
        let paired: BTreeSet<usize> = pairs.iter().copied().flatten().collect();
        let mut judge = Judge::new(&self.accepted, source, own);
        let mut slots = Vec::new();
        let absent_from = |from: usize, slots: &mut Vec<Slot>| {
            for at in (from..source.len()).take_while(|at| !paired.contains(at)) {
                slots.push(judge_absent(at, &source[at]));
            }
        };
        absent_from(0, &mut slots);
        for (at, piece) in own.iter().enumerate() {
            slots.push(judge.one(at, piece, pairs[at].map(|of| (of, &source[of]))));
            if let Some(of) = pairs[at] {
                absent_from(of + 1, &mut slots);
            }
        }
        slots
    }
}

fn judge_absent(at: usize, piece: &Piece) -> Slot {
    let (piece, state) = (Some(piece.clone()), BlockState::Missing);
    Slot { source: Some(at), own: None, piece, own_piece: None, alike: false, accepted: None, state }
}

/// Judges the blocks of one part by what was accepted of it.
struct Judge<'p> {
    by_own: BTreeMap<&'p str, &'p Accepted>,
    sources: BTreeSet<&'p str>,
    /// What was accepted, and is neither here nor there any more: a block that changed on both sides.
    lost: std::vec::IntoIter<&'p Accepted>,
}

impl<'p> Judge<'p> {
    fn new(accepted: &[&'p Accepted], source: &[Piece], own: &[Piece]) -> Self {
        let hashes = |pieces: &[Piece]| pieces.iter().map(|piece| piece.hash.clone()).collect::<BTreeSet<_>>();
        let (there, here) = (hashes(source), hashes(own));
        let is_lost = |one: &&&Accepted| !here.contains(&one.translation) && !there.contains(&one.source);
        Self {
            by_own: accepted.iter().map(|one| (one.translation.as_ref(), *one)).collect(),
            sources: accepted.iter().map(|one| one.source.as_ref()).collect(),
            lost: accepted.iter().filter(is_lost).copied().collect::<Vec<_>>().into_iter(),
        }
    }

    fn one(&mut self, at: usize, own: &Piece, pair: Option<(usize, &Piece)>) -> Slot {
        let recorded = self.by_own.get(own.hash.as_ref()).copied();
        let Some((of, piece)) = pair else {
            let (accepted, own_piece) = (recorded.cloned(), Some(own.clone()));
            return Slot {
                source: None,
                own: Some(at),
                piece: None,
                own_piece,
                alike: false,
                accepted,
                state: BlockState::Done,
            };
        };
        let recorded = match recorded {
            None if !self.sources.contains(piece.hash.as_ref()) && own.hash != piece.hash => self.lost.next(),
            found => found,
        };
        let is_stale = recorded.is_some_and(|one| one.source != piece.hash);
        let state = if is_stale { BlockState::Stale } else { BlockState::Done };
        // The source of a footnote is cited alike in every language.
        let alike = own.hash == piece.hash && piece.has_words() && piece.shape != Shape::Note;
        let (piece, own_piece, accepted) = (Some(piece.clone()), Some(own.clone()), recorded.cloned());
        Slot { source: Some(of), own: Some(at), piece, own_piece, alike, accepted, state }
    }
}

/// The footnotes, each by its label.
fn notes(source: Sheet<'_>, own: Option<Sheet<'_>>, accepted: &BTreeMap<&str, Vec<&Accepted>>) -> Vec<Part> {
    let labels = |sheet: Sheet<'_>| -> BTreeMap<String, usize> {
        let notes = sheet.page.notes.iter().enumerate().rev();
        notes.map(|(at, note)| (note.label.clone(), at)).collect()
    };
    let labels = own.map(labels).unwrap_or_default();
    let piece = |sheet: Sheet<'_>, at: usize| {
        let note = &sheet.page.notes[at];
        Piece::of_note(&note.blocks, &note.span, sheet.text)
    };
    let one = |(at, note): (usize, &crate::markdown::tree::Note)| {
        let id = format!("^{}", note.label);
        let theirs = own.zip(labels.get(&note.label).copied());
        let (of, own_at) = (piece(source, at), theirs.map(|(_, of)| of));
        let accepted = accepted.get(id.as_str()).cloned().unwrap_or_default();
        let slot = match theirs.map(|(own, at)| piece(own, at)) {
            Some(own) => Judge::new(&accepted, std::slice::from_ref(&of), std::slice::from_ref(&own)).one(
                0,
                &own,
                Some((0, &of)),
            ),
            None => judge_absent(0, &of),
        };
        let slot = Slot { source: Some(at), own: own_at, ..slot };
        let own = own_at.map(|at| at..at + 1);
        Part { id, around: String::new(), role: Role::Plain, level: 0, source: at..at + 1, own, slots: vec![slot] }
    };
    source.page.notes.iter().enumerate().map(one).collect()
}
