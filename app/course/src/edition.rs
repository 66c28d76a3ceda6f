//! A course in one language: the edition that is made of its pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::course::Edition;
use crate::diagnostic::Report;
use crate::draft::{Draft, MadeFrom, Part};
use crate::files::Name;
use crate::glossary::{self, Glossary};
use crate::html::Html;
use crate::ink::Inks;
use crate::markdown::tree;
use crate::names::{Language, ModuleSlug};
use crate::outline::{PageKind, Role};
use crate::pages::CoursePage;
use crate::reader::Past;
use crate::scenario;
use crate::settings::Settings;

/// The pages of a language, in the order in which they are read.
#[derive(Default)]
pub(crate) struct Drafts(pub(crate) Vec<Draft>);

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
            // One that has an id and lost its class is a question that could not be read.
            let lost = heading.level == 2 && heading.attributes.id.is_some();
            lost || matches!(Role::of(PageKind::Bank, heading), Role::Question(_) | Role::Work(_) | Role::Unknown)
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
            let faults = self.report.file_if(&draft.path, !draft.unheard);
            let from = MadeFrom { minutes, name, inks, terms };
            let (part, linked) = draft.make(from, glossary.as_mut(), faults);
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
            edition.title = title;
            edition.summary = summary;
            edition.objectives = objectives;
            edition.body = body;
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
