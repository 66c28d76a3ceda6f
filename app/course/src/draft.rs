//! A page on its way into the course: parsed, resolved, made, advised on. Each step is kept, and made again only where something
//! that it depends on has changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::advice::{self, About};
use crate::again::{Step, again};
use crate::attributes::Word;
use crate::course::{self, Module, TestPage};
use crate::diagnostic::Faults;
use crate::files::Name;
use crate::glossary::{Glossary, Linked};
use crate::headings;
use crate::ink::Inks;
use crate::links::{Index, Map, UsedMedia, resolve};
use crate::markdown::tree::{self, Page};
use crate::markdown::{gaps, parse, regions};
use crate::names::Language;
use crate::outline::{PageKind, Role};
use crate::pages::{Banked, CoursePage, bank, course_page, glossary, module, test_page};
use crate::question::Class;
use crate::survey::{SurveyPage, survey};
use crate::translation::Completed;

/// A page. None if its text could not be read, which has been named.
pub(crate) struct Draft {
    pub(crate) name: Name,
    pub(crate) path: String,
    pub(crate) page: Option<Page>,
    /// It is the page of the source, where a translation has none. Completing a translation says so, of no other page is it.
    pub(crate) stands_in: bool,
    /// What is wrong with it is told elsewhere: at the source where it stands in for it or is itself at fault. Completing a
    /// translation says so too.
    pub(crate) unheard: bool,
    parsed: Option<Step<(PageKind, Arc<str>), ()>>,
    /// How the page of a translation was made complete.
    pub(crate) completed: Option<Completed>,
    resolved: Option<Step<(u64, usize), UsedMedia>>,
    made: Option<Step<MadeFrom, (Part, Linked)>>,
    /// The terms of the glossary of this turn in all its words.
    seen: Option<Step<u64, BTreeSet<usize>>>,
    advised: Option<Step<(PageKind, AdvisedBy), ()>>,
}

/// What a page becomes.
#[derive(Clone)]
pub(crate) enum Part {
    Course(Arc<CoursePage>),
    Module(Arc<Module>),
    Test(TestPage),
    Survey(SurveyPage),
    Glossary(course::Glossary),
    Bank(Vec<Banked>),
    Nothing,
}

/// What the links of a page are resolved by.
#[derive(Clone, Copy)]
pub(crate) struct ResolvedBy<'m> {
    /// Which map it is, of those that the language has had.
    pub(crate) turn: u64,
    pub(crate) map: &'m Map,
    /// How many films and sounds the pages before it show.
    pub(crate) shown: usize,
}

/// What it becomes that by, beside the tree itself. Of two equal ones with one tree the parts are the same.
#[derive(PartialEq)]
pub(crate) struct MadeFrom {
    pub(crate) name: Name,
    pub(crate) inks: Inks,
    /// How long a module takes.
    pub(crate) minutes: Option<u32>,
    /// Which glossary there is, and how many bytes of meanings are listed before. None where no term is linked.
    pub(crate) terms: Option<(u64, usize)>,
}

/// What a page is advised on by, beside its kind, its text and its tree.
#[derive(PartialEq)]
pub(crate) struct AdvisedBy {
    pub(crate) language: Language,
    /// As in [`About`], likewise the next.
    pub(crate) mixed: bool,
    pub(crate) is_source: bool,
}

impl Draft {
    /// Parses a page, and names what is wrong with its text and its headings. `earlier` is the page as it was read last.
    pub(crate) fn parse(
        earlier: Option<Self>,
        name: Name,
        path: String,
        text: Option<Arc<str>>,
        faults: &mut Faults,
    ) -> Self {
        let nothing = Self::empty(name.clone(), path);
        let Some((text, kind)) = text.zip(name.kind()) else { return nothing };
        let mut draft = earlier.map_or(nothing, |earlier| Self { name, ..earlier });
        let mut fresh = None;
        again(&mut draft.parsed, (kind, text), faults, |(kind, text), faults| fresh = Some(tree(*kind, text, faults)));
        if let Some(page) = fresh {
            draft.put(Some(page));
        }
        draft
    }

    /// A page of which nothing is read yet.
    pub(crate) fn empty(name: Name, path: String) -> Self {
        Self {
            name,
            path,
            page: None,
            stands_in: false,
            unheard: false,
            parsed: None,
            completed: None,
            resolved: None,
            made: None,
            seen: None,
            advised: None,
        }
    }

    /// Gives it another tree: what was made of the one before is nothing any more.
    pub(crate) fn put(&mut self, page: Option<Page>) {
        self.page = page;
        self.resolved = None;
        self.made = None;
        self.seen = None;
        self.advised = None;
    }

    /// Resolves the links and pictures.
    pub(crate) fn resolve(&mut self, by: ResolvedBy<'_>, faults: &mut Faults) -> UsedMedia {
        let ResolvedBy { turn, map, shown } = by;
        let Some(page) = &mut self.page else { return UsedMedia { shown, ..UsedMedia::default() } };
        let mut changed = false;
        let used = again(&mut self.resolved, (turn, shown), faults, |_, faults| {
            let index = Index::new(map, shown);
            changed = resolve(&self.path, page, &index, faults);
            index.used()
        });
        if changed {
            self.made = None;
        }
        used.clone()
    }

    /// Makes what the page becomes, and names what is wrong with lessons and questions.
    pub(crate) fn make(&mut self, from: MadeFrom, terms: Option<&mut Glossary>, faults: &mut Faults) -> (Part, Linked) {
        let listed = from.terms.map_or(0, |(_, listed)| listed);
        let nothing = Linked { listed, ..Linked::default() };
        let Some(page) = &self.page else { return (Part::Nothing, nothing) };
        let make = |from: &MadeFrom, faults: &mut Faults| match terms {
            // What is linked stands in a copy: the tree itself is linked anew when the glossary is another.
            Some(terms) if from.terms.is_some() => {
                let mut page = page.clone();
                let linked = terms.link(&mut page, listed);
                (part(&page, from, faults), linked)
            }
            _ => (part(page, from, faults), nothing),
        };
        again(&mut self.made, from, faults, make).clone()
    }

    /// The terms in all its words.
    pub(crate) fn see(&mut self, turn: u64, terms: &mut Glossary) -> &BTreeSet<usize> {
        let page = self.page.as_ref();
        let see = |_: &u64, _: &mut Faults| page.map(|page| terms.seen(page)).unwrap_or_default();
        again(&mut self.seen, turn, &mut Faults::default(), see)
    }

    /// Says what could be better on a page without errors.
    pub(crate) fn advise(&mut self, by: AdvisedBy, faults: &mut Faults) {
        let (Some(page), Some(kind)) = (&self.page, self.name.kind()) else { return };
        let sound = !faults.has_errors();
        let text = self.parsed.as_ref().map(|step| step.from().1.clone());
        again(&mut self.advised, (kind, by), faults, |(kind, by), faults| {
            if let Some(text) = &text {
                advice::hidden::check(text, Some(&by.language), faults);
            }
            if sound {
                let AdvisedBy { language, mixed, is_source } = by;
                advice::page(page, About { kind: *kind, language, mixed: *mixed, is_source: *is_source }, faults);
            }
        });
    }

    /// Its text, if there is one that could be read.
    pub(crate) fn text(&self) -> Option<&Arc<str>> {
        self.parsed.as_ref().map(|step| &step.from().1)
    }

    /// The ids of its headings.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &Word> {
        self.headings().filter_map(|heading| heading.attributes.id.as_ref())
    }

    /// It is no part of the course, because of its name.
    pub(crate) fn is_other(&self) -> bool {
        matches!(self.name, Name::Other(..))
    }

    pub(crate) fn headings(&self) -> impl Iterator<Item = &tree::Heading> {
        self.page.iter().flat_map(|page| &page.blocks).filter_map(tree::Block::heading)
    }
}

/// The tree of a page.
fn tree(kind: PageKind, text: &str, faults: &mut Faults) -> Page {
    let mut page = parse(text, faults);
    let is_a = |block: &tree::Block, class: Class| {
        block.heading().is_some_and(|heading| Role::of(kind, heading) == Role::Question(class))
    };
    gaps::mark(&mut page, text, |block| is_a(block, Class::Blanks), faults);
    regions::mark(&mut page, |block| is_a(block, Class::Hotspot), faults);
    headings::check(&page, kind, faults);
    page
}

fn part(page: &Page, from: &MadeFrom, faults: &mut Faults) -> Part {
    let inks = &from.inks;
    match &from.name {
        Name::Course => Part::Course(Arc::new(course_page(page, inks))),
        Name::Module(_, slug) => Part::Module(Arc::new(module(page, slug, from.minutes, inks, faults))),
        Name::Test(_) => Part::Test(test_page(page, inks)),
        Name::Survey(_) => Part::Survey(survey(page, inks, faults)),
        Name::Glossary => Part::Glossary(glossary(page, inks, faults)),
        Name::Bank(_) => Part::Bank(bank(page, inks, faults)),
        Name::Other(..) => Part::Nothing,
    }
}
