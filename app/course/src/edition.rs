//! A course in one language: first its pages as they were parsed, then the edition made of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::advice::{self, About};
use crate::again::{Step, again};
use crate::attributes::Word;
use crate::course::{self, Edition, Module, TestPage};
use crate::diagnostic::{Faults, Report};
use crate::files::Name;
use crate::glossary::{self, Glossary, Linked};
use crate::headings;
use crate::html::Html;
use crate::ink::Inks;
use crate::links::{Index, Map, resolve};
use crate::markdown::tree::{self, Page};
use crate::markdown::{gaps, parse, regions};
use crate::names::{Language, ModuleSlug};
use crate::outline::{PageKind, Role};
use crate::pages::{Banked, CoursePage, bank, course_page, glossary, module, test_page};
use crate::question::Class;
use crate::reader::Past;
use crate::scenario;
use crate::settings::Settings;
use crate::survey::{SurveyPage, survey};
use crate::translation::Completed;

/// The pages of a language, in the order in which they are read.
#[derive(Default)]
pub(crate) struct Drafts(pub(crate) Vec<Draft>);

/// A page. None if its text could not be read, which has been named.
pub(crate) struct Draft {
    pub(crate) name: Name,
    pub(crate) path: String,
    pub(crate) page: Option<Page>,
    /// It is the page of the source, where a translation has none.
    pub(crate) stands_in: bool,
    /// What is wrong with it is told elsewhere.
    pub(crate) unheard: bool,
    parsed: Option<Step<(PageKind, Arc<str>), ()>>,
    /// How the page of a translation was made complete.
    pub(crate) completed: Option<Completed>,
    resolved: Option<Step<(u64, usize), Named>>,
    made: Option<Step<Around, (Part, Linked)>>,
    /// The terms of the glossary of this turn in all its words.
    seen: Option<Step<u64, BTreeSet<usize>>>,
    advised: Option<Step<Advised, ()>>,
}

/// The media that a page names, and how many films and sounds are shown with its own.
type Named = (BTreeSet<String>, usize);

/// What a page becomes.
#[derive(Clone)]
enum Part {
    Course(Arc<CoursePage>),
    Module(Arc<Module>),
    Test(TestPage),
    Survey(SurveyPage),
    Glossary(course::Glossary),
    Bank(Vec<Banked>),
    Nothing,
}

/// What it becomes that by, beside the tree itself. Of two equal ones with one tree the parts are the same.
#[derive(PartialEq)]
struct Around {
    name: Name,
    inks: Inks,
    /// How long a module takes.
    minutes: Option<u32>,
    /// Which glossary there is, and how many bytes of meanings are listed before. None where no term is linked.
    terms: Option<(u64, usize)>,
}

/// What a page is advised on by, beside its text and its tree.
#[derive(PartialEq)]
struct Advised {
    kind: PageKind,
    language: Language,
    mixed: bool,
    is_source: bool,
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
        (self.page, self.resolved, self.made, self.seen, self.advised) = (page, None, None, None, None);
    }

    /// Resolves the links and pictures by this map, which is the one of this turn, where so many films and sounds are shown
    /// before.
    pub(crate) fn resolve(&mut self, (turn, map): (u64, &Map), shown: usize, faults: &mut Faults) -> Named {
        let Some(page) = &mut self.page else { return (BTreeSet::new(), shown) };
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
    fn make(&mut self, around: Around, terms: Option<&mut Glossary>, faults: &mut Faults) -> (Part, Linked) {
        let listed = around.terms.map_or(0, |(_, listed)| listed);
        let nothing = Linked { listed, ..Linked::default() };
        let Some(page) = &self.page else { return (Part::Nothing, nothing) };
        let make = |around: &Around, faults: &mut Faults| match terms {
            // What is linked stands in a copy: the tree itself is linked anew when the glossary is another.
            Some(terms) if around.terms.is_some() => {
                let mut page = page.clone();
                let linked = terms.link(&mut page, listed);
                (part(&page, around, faults), linked)
            }
            _ => (part(page, around, faults), nothing),
        };
        again(&mut self.made, around, faults, make).clone()
    }

    /// The terms in all its words.
    fn see(&mut self, turn: u64, terms: &mut Glossary) -> &BTreeSet<usize> {
        let page = self.page.as_ref();
        let see = |_: &u64, _: &mut Faults| page.map(|page| terms.seen(page)).unwrap_or_default();
        again(&mut self.seen, turn, &mut Faults::default(), see)
    }

    /// Says what could be better on a page without errors.
    pub(crate) fn advise(&mut self, (language, mixed, is_source): (&Language, bool, bool), faults: &mut Faults) {
        let (Some(page), Some(kind)) = (&self.page, self.name.kind()) else { return };
        let by = Advised { kind, language: language.clone(), mixed, is_source };
        let sound = !faults.has_errors();
        let text = self.parsed.as_ref().map(|step| step.from().1.clone());
        again(&mut self.advised, by, faults, |by, faults| {
            if let Some(text) = &text {
                advice::hidden::check(text, Some(&by.language), faults);
            }
            if sound {
                let Advised { kind, language, mixed, is_source } = by;
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

impl Drafts {
    pub(crate) fn find(&self, name: &Name) -> Option<&Draft> {
        self.0.iter().find(|draft| draft.name == *name)
    }

    pub(crate) fn paths(&self) -> Vec<String> {
        self.0.iter().map(|draft| draft.path.clone()).collect()
    }

    pub(crate) fn modules(&self) -> BTreeSet<ModuleSlug> {
        let module = |draft: &Draft| if let Name::Module(_, slug) = &draft.name { Some(slug.clone()) } else { None };
        self.0.iter().filter_map(module).collect()
    }

    /// Names what is wrong with the glossary and its terms, of which these are used. Nothing is said of what is not used where
    /// some pages still lack their words.
    fn check_terms(&self, language: &Language, used: Option<&BTreeSet<usize>>, report: &mut Report) {
        let Some(draft) = self.find(&Name::Glossary).filter(|draft| !draft.unheard) else { return };
        let (Some(page), faults) = (&draft.page, report.file(&draft.path)) else { return };
        glossary::check(page, language, faults);
        if let Some(used) = used {
            Glossary::check_used(page, used, faults);
        }
    }

    /// Names what is wrong with stories, once links have been resolved.
    pub(crate) fn check_scenarios(&self, report: &mut Report) {
        let modules = || self.0.iter().filter(|draft| matches!(draft.name, Name::Module(..)));
        let mut steps = scenario::Steps::default();
        modules().filter_map(|draft| draft.page.as_ref()).for_each(|page| steps.add(page));
        modules().filter(|draft| !draft.unheard).for_each(|draft| {
            draft.page.iter().for_each(|page| scenario::check(page, &steps, report.file(&draft.path)));
        });
    }

    /// The banks, each with whether all its questions were read.
    pub(crate) fn banks(&self, edition: &Edition) -> BTreeMap<String, bool> {
        let asks = |heading: &&tree::Heading| {
            matches!(Role::of(PageKind::Bank, heading), Role::Question(_) | Role::Work(_) | Role::Unknown)
        };
        let whole = |bank: &str, draft: &Draft| {
            draft.page.is_some() && draft.headings().filter(asks).count() == edition.banks.get(bank).map_or(0, Vec::len)
        };
        let bank = |draft: &Draft| match &draft.name {
            Name::Bank(bank) => Some((bank.clone(), whole(bank, draft))),
            _ => None,
        };
        self.0.iter().filter_map(bank).collect()
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

fn part(page: &Page, around: &Around, faults: &mut Faults) -> Part {
    let inks = &around.inks;
    match &around.name {
        Name::Course => Part::Course(Arc::new(course_page(page, inks))),
        Name::Module(_, slug) => Part::Module(Arc::new(module(page, slug, around.minutes, inks, faults))),
        Name::Test(_) => Part::Test(test_page(page, inks)),
        Name::Survey(_) => Part::Survey(survey(page, inks, faults)),
        Name::Glossary => Part::Glossary(glossary(page, inks, faults)),
        Name::Bank(_) => Part::Bank(bank(page, inks, faults)),
        Name::Other(..) => Part::Nothing,
    }
}

/// What an edition is made with.
pub(crate) struct Making<'m> {
    pub(crate) settings: &'m Settings,
    pub(crate) inks: &'m Inks,
    /// The address of the glossary.
    pub(crate) glossary: String,
    /// Every page has all its words in its own language.
    pub(crate) complete: bool,
    pub(crate) past: &'m mut Past,
    pub(crate) report: &'m mut Report,
}

impl Making<'_> {
    /// Makes the edition, and names what is wrong with lessons, questions and the glossary. It is empty without a page of the
    /// course.
    pub(crate) fn edition(self, drafts: &mut Drafts) -> Edition {
        let mut glossary = drafts.find(&Name::Glossary).and_then(|draft| self.terms(draft));
        let language = &self.inks.own.language;
        let turn = self.past.terms(language, glossary.as_ref().map(Glossary::terms));
        let mut edition = empty(language);
        let (mut used, mut listed) = (BTreeSet::new(), 0);
        for draft in &mut drafts.0 {
            let (name, inks) = (draft.name.clone(), self.inks.of_page(draft.stands_in));
            let links = glossary.is_some() && matches!(name, Name::Module(..));
            let (minutes, terms) = (minutes(&name, self.settings), links.then_some((turn, listed)));
            let mut unheard = Faults::default();
            let faults = if draft.unheard { &mut unheard } else { self.report.file(&draft.path) };
            let around = Around { minutes, name, inks, terms };
            let (part, linked) = draft.make(around, glossary.as_mut(), faults);
            used.extend(linked.found);
            listed = if links { linked.listed } else { listed };
            add(&mut edition, &draft.name, part);
        }
        if let Some(glossary) = &mut glossary {
            let others = drafts.0.iter_mut().filter(|draft| draft.name != Name::Glossary);
            for draft in others {
                if used.len() < glossary.len() {
                    used.extend(draft.see(turn, glossary));
                }
            }
            drafts.check_terms(language, Some(&used).filter(|_| self.complete), self.report);
        }
        edition
    }

    fn terms(&self, draft: &Draft) -> Option<Glossary> {
        let (page, inks) = (draft.page.as_ref()?, self.inks.of_page(draft.stands_in));
        Some(Glossary::new(page, &self.glossary, &inks, draft.stands_in))
    }
}

fn empty(language: &Language) -> Edition {
    Edition {
        page_language: language.clone(),
        language: language.clone(),
        title: String::new(),
        summary: Html::default(),
        objectives: None,
        body: Html::default(),
        modules: Vec::new(),
        glossary: None,
        tests: BTreeMap::new(),
        surveys: BTreeMap::new(),
        questions: BTreeMap::new(),
        open: BTreeMap::new(),
        banks: BTreeMap::new(),
        index: Default::default(),
    }
}

fn minutes(name: &Name, settings: &Settings) -> Option<u32> {
    if let Name::Module(_, slug) = name { settings.modules.get(slug)?.minutes } else { None }
}

fn add(edition: &mut Edition, name: &Name, part: Part) {
    match (name, part) {
        (_, Part::Course(page)) => {
            let CoursePage { title, summary, objectives, body, language } = Arc::unwrap_or_clone(page);
            (edition.title, edition.summary, edition.objectives, edition.body) = (title, summary, objectives, body);
            edition.page_language = language;
        }
        (Name::Glossary, Part::Glossary(page)) => edition.glossary = Some(page),
        (_, Part::Module(module)) => edition.modules.push(module),
        (Name::Test(test), Part::Test(page)) => drop(edition.tests.insert(test.clone(), page)),
        (Name::Survey(survey), Part::Survey(page)) => drop(edition.surveys.insert(survey.clone(), page)),
        (Name::Bank(name), Part::Bank(questions)) => {
            let ids = edition.banks.entry(name.clone()).or_default();
            questions.into_iter().for_each(|banked| ids.push(banked.put(&mut edition.questions, &mut edition.open)));
        }
        _ => {}
    }
}
