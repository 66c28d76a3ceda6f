//! A course in one language: first its pages as they were parsed, then the edition made of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::course::Edition;
use crate::diagnostic::Report;
use crate::files::Name;
use crate::glossary::{self, Glossary};
use crate::headings;
use crate::html::Html;
use crate::labels::Labels;
use crate::markdown::tree::{self, Page};
use crate::markdown::{gaps, parse, regions};
use crate::names::{Language, ModuleSlug};
use crate::outline::{PageKind, Role};
use crate::pages::{Banked, CoursePage, bank, course_page, glossary, module, test_page};
use crate::question::Class;
use crate::scenario;
use crate::settings::Settings;
use crate::survey::survey;

/// The pages of a language, in the order in which they are read.
#[derive(Default)]
pub(crate) struct Drafts(pub(crate) Vec<Draft>);

/// A page. None if its text could not be read, which has been named.
pub(crate) struct Draft {
    pub(crate) name: Name,
    pub(crate) path: String,
    pub(crate) page: Option<Page>,
}

impl Draft {
    /// Parses a page, and names what is wrong with its text and its headings.
    pub(crate) fn parse(name: Name, path: String, text: Option<&str>, report: &mut Report) -> Self {
        let faults = report.file(&path);
        let page = text.zip(name.kind()).map(|(text, kind)| {
            let mut page = parse(text, faults);
            let is_a = |block: &tree::Block, class: Class| {
                block.heading().is_some_and(|heading| Role::of(kind, heading) == Role::Question(class))
            };
            gaps::mark(&mut page, text, |block| is_a(block, Class::Blanks), faults);
            regions::mark(&mut page, |block| is_a(block, Class::Hotspot), faults);
            headings::check(&page, kind, faults);
            page
        });
        Self { name, path, page }
    }

    pub(crate) fn headings(&self) -> impl Iterator<Item = &tree::Heading> {
        self.page.iter().flat_map(|page| &page.blocks).filter_map(tree::Block::heading)
    }
}

impl Drafts {
    pub(crate) fn find(&self, name: &Name) -> Option<&Draft> {
        self.0.iter().find(|draft| draft.name == *name)
    }

    pub(crate) fn modules(&self) -> BTreeSet<ModuleSlug> {
        let module = |draft: &Draft| if let Name::Module(_, slug) = &draft.name { Some(slug.clone()) } else { None };
        self.0.iter().filter_map(module).collect()
    }

    /// Links the terms of the glossary, if there is one, in the lessons, and names those that no page uses.
    pub(crate) fn link_terms(&mut self, language: &Language, address: &str, labels: &Labels, report: &mut Report) {
        let Some(draft) = self.find(&Name::Glossary) else { return };
        let Some(page) = &draft.page else { return };
        let mut glossary = Glossary::new(page, address, language, labels);
        let modules = self.0.iter_mut().filter(|draft| matches!(draft.name, Name::Module(..)));
        modules.filter_map(|draft| draft.page.as_mut()).for_each(|page| glossary.link(page));
        let others = self.0.iter().filter(|draft| draft.name != Name::Glossary);
        others.filter_map(|draft| draft.page.as_ref()).for_each(|page| glossary.see(page));
        if let Some(Draft { path, page: Some(page), .. }) = self.find(&Name::Glossary) {
            let faults = report.file(path);
            glossary::check(page, language, faults);
            glossary.check_used(page, faults);
        }
    }

    /// Names what is wrong with stories, once links have been resolved.
    pub(crate) fn check_scenarios(&self, report: &mut Report) {
        let modules = || self.0.iter().filter(|draft| matches!(draft.name, Name::Module(..)));
        let pages = || modules().filter_map(|draft| Some((draft.path.as_str(), draft.page.as_ref()?)));
        let mut steps = scenario::Steps::default();
        pages().for_each(|(_, page)| steps.add(page));
        pages().for_each(|(path, page)| scenario::check(page, &steps, report.file(path)));
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

/// Makes the edition, and names what is wrong with lessons and questions. None without a page of the course.
pub(crate) fn edition(
    drafts: &Drafts,
    language: &Language,
    settings: &Settings,
    labels: &Labels,
    report: &mut Report,
) -> Edition {
    let empty = CoursePage { title: String::new(), summary: Html::default(), objectives: None, body: Html::default() };
    let CoursePage { title, summary, objectives, body } = drafts
        .find(&Name::Course)
        .and_then(|draft| draft.page.as_ref())
        .map_or(empty, |page| course_page(page, labels));
    let mut edition = Edition {
        language: language.clone(),
        title,
        summary,
        objectives,
        body,
        modules: Vec::new(),
        glossary: None,
        tests: BTreeMap::new(),
        surveys: BTreeMap::new(),
        questions: BTreeMap::new(),
        open: BTreeMap::new(),
        banks: BTreeMap::new(),
        index: Default::default(),
    };
    for draft in &drafts.0 {
        if let Some(page) = &draft.page {
            add(&mut edition, &draft.name, page, settings, labels, report.file(&draft.path));
        }
    }
    edition
}

fn add(
    edition: &mut Edition,
    name: &Name,
    page: &Page,
    settings: &Settings,
    labels: &Labels,
    faults: &mut crate::diagnostic::Faults,
) {
    let language = edition.language.clone();
    match name {
        Name::Course | Name::Other(..) => {}
        Name::Module(_, slug) => {
            let minutes = settings.modules.get(slug).and_then(|module| module.minutes);
            edition.modules.push(module(page, slug, minutes, (&language, labels), faults));
        }
        Name::Glossary => edition.glossary = Some(glossary(page, (&language, labels), faults)),
        Name::Test(test) => drop(edition.tests.insert(test.clone(), test_page(page, labels))),
        Name::Survey(slug) => drop(edition.surveys.insert(slug.clone(), survey(page, labels, faults))),
        Name::Bank(name) => {
            let ids = edition.banks.entry(name.clone()).or_default();
            for banked in bank(page, (&language, labels), faults) {
                match banked {
                    Banked::Question(question) => {
                        ids.push(question.id.clone());
                        edition.questions.insert(question.id.clone(), question);
                    }
                    Banked::Open(work) => {
                        ids.push(work.id.clone());
                        edition.open.insert(work.id.clone(), work);
                    }
                }
            }
        }
    }
}
