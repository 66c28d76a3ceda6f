//! The record after something was accepted.

mod keep;

use std::collections::BTreeSet;
use std::sync::Arc;

use self::keep::Keep;
use super::{Accepted, BlockState, TranslatedBlock, TranslatedPage, Translation};
use crate::names::Hash;
use crate::nearest::nearest;

/// What is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything but what still has the source's own words.
    All,
    /// A file, by its path within the folder of a language.
    File(String),
    /// A lesson, a question or another part, by its id.
    Id(String),
}

/// Why nothing can be accepted.
#[derive(thiserror::Error, Clone, Debug, PartialEq, Eq)]
pub enum ScopeFault {
    /// Nothing is called so; the nearest name.
    #[error("there is no such file or id")]
    Unknown(String),
    /// There are errors in this file, or in that of the source.
    #[error("the file has errors")]
    AtFault(String),
    /// The record is there and cannot be read.
    #[error("the record cannot be read")]
    Record,
}

impl Scope {
    /// What someone wrote: a file's name ends in `.md`, and everything else is an id.
    #[must_use]
    pub fn read(written: &str) -> Self {
        if written.ends_with(".md") { Self::File(written.to_owned()) } else { Self::Id(written.to_owned()) }
    }

    fn has(&self, page: &TranslatedPage, block: &TranslatedBlock) -> bool {
        match self {
            Self::Id(id) => *id == block.id || *id == block.around,
            _ => self.has_page(page),
        }
    }

    fn ids<'p>(&self, page: &'p TranslatedPage) -> BTreeSet<&'p str> {
        page.blocks.iter().filter(|block| self.has(page, block)).map(|block| block.id.as_str()).collect()
    }

    fn has_page(&self, page: &TranslatedPage) -> bool {
        match self {
            Self::All => true,
            Self::File(file) => {
                *file == page.file || file.split_once('/').is_some_and(|(_, within)| within == page.file)
            }
            Self::Id(_) => false,
        }
    }
}

impl TranslatedPage {
    /// There are words of its own here, and nothing stands in the way of knowing what they stand for.
    fn is_readable(&self) -> bool {
        self.is_there && !self.is_at_fault && self.blocks.iter().any(|block| block.translation.is_some())
    }
}

impl Translation {
    /// The record in which what is there of `scope` stands for what the source says now, and how many blocks it holds that it
    /// did not hold like this before, or holds no more.
    ///
    /// # Errors
    /// If there is nothing of this scope, or if it has errors, or if the record before it cannot be read.
    pub fn accepted(&self, scope: &Scope) -> Result<(Vec<Accepted>, usize), ScopeFault> {
        self.next(scope, true, |block| {
            let chosen = *scope != Scope::All || block.state != BlockState::Same;
            let translation = block.translation.clone().filter(|_| chosen)?;
            Some((block.source.clone(), translation, block.says.clone()))
        })
    }

    /// The record in which what is stale of `scope` is not stale any more, because the source says the same in other letters.
    ///
    /// # Errors
    /// As [`Translation::accepted`].
    pub fn unchanged(&self, scope: &Scope) -> Result<(Vec<Accepted>, usize), ScopeFault> {
        self.next(scope, false, |block| {
            let before = block.accepted.as_ref().filter(|_| block.state == BlockState::Stale)?;
            Some((block.source.clone(), before.translation.clone(), block.says.clone()))
        })
    }

    /// `clears` says that what is not in the source any more is taken out.
    fn next(
        &self,
        scope: &Scope,
        clears: bool,
        made: impl Fn(&TranslatedBlock) -> Option<(Hash, Hash, String)>,
    ) -> Result<(Vec<Accepted>, usize), ScopeFault> {
        self.check(scope)?;
        let (mut record, mut changed) = (Vec::new(), 0);
        for page in &self.pages {
            let mut keep = Keep::of(&page.record);
            for block in &page.blocks {
                let new = made(block).filter(|_| page.is_readable() && scope.has(page, block));
                let new = new.map(|(source, translation, words)| {
                    let (file, id) = (page.file.clone(), block.id.clone());
                    Accepted { file, id, source, translation, words }
                });
                changed += usize::from(new.is_some() && new != block.accepted);
                let before = block.accepted.as_ref().filter(|before| keep.take(before) || new.is_some());
                record.extend(new.or_else(|| before.cloned()));
            }
            let ids = scope.ids(page);
            let clears = |id: &str| clears && page.is_readable() && (scope.has_page(page) || ids.contains(id));
            let (left, cleared) = keep.left(page, clears);
            record.extend(left);
            changed += cleared;
        }
        record.extend(self.others.iter().cloned());
        Ok((record, changed))
    }

    fn check(&self, scope: &Scope) -> Result<(), ScopeFault> {
        if !self.has_sound_record {
            return Err(ScopeFault::Record);
        }
        let inside = |page: &&Arc<TranslatedPage>| page.blocks.iter().any(|block| scope.has(page, block));
        if *scope != Scope::All && !self.pages.iter().any(|page| inside(&page)) {
            let (Scope::File(written) | Scope::Id(written)) = scope else { return Ok(()) };
            let ids = self.blocks().map(|block| block.id.as_str()).filter(|id| !id.is_empty() && !id.starts_with('^'));
            let names = self.pages.iter().map(|page| page.file.as_str()).chain(ids);
            return Err(ScopeFault::Unknown(nearest(written, names)));
        }
        match self.pages.iter().filter(inside).find(|page| page.is_at_fault) {
            Some(page) => Err(ScopeFault::AtFault(page.file.clone())),
            None => Ok(()),
        }
    }
}
