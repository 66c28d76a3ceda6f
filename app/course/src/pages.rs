//! From pages to the parts of an edition: the course's page, the modules, the tests' pages, the banks.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::course::{Glossary, Module, TestPage};
use crate::diagnostic::{Fault, Faults};
use crate::glossary;
use crate::html::Html;
use crate::ink::Inks;
use crate::lesson::{HEAVY, lesson};
use crate::markdown::notes::by_label;
use crate::markdown::tree::{Block, BlockKind, Page};
use crate::markdown::walk::plain;
use crate::markdown::words::Words;
use crate::markdown::write::Writer;
use crate::names::{Language, ModuleSlug, QuestionId};
use crate::nearest::listed;
use crate::outline::{PageKind, Role, Section, below_title, section_length, sections, title};
use crate::question::{Class, Pen, Question, Work, WorkKind, read, work};

/// What `course.md` says.
#[derive(Clone)]
pub(crate) struct CoursePage {
    pub(crate) title: String,
    pub(crate) summary: Html,
    pub(crate) objectives: Option<Html>,
    pub(crate) body: Html,
    pub(crate) language: Language,
}

fn title_text(page: &Page) -> String {
    title(&page.blocks).map(|heading| plain(&heading.content)).unwrap_or_default()
}

/// Writes one text with its own footnotes.
fn text(blocks: &[Block], page: Words<'_>, prefix: &str, heading: &str) -> Html {
    let mut writer = Writer::new(page, prefix, heading);
    writer.blocks(blocks);
    writer.footnotes();
    writer.take()
}

/// Reads `course.md`.
pub(crate) fn course_page(page: &Page, inks: &Inks) -> CoursePage {
    let notes = by_label(&page.notes);
    let words = Words::new(inks, &notes);
    let title = title_text(page);
    let (before, parts) = sections(below_title(&page.blocks), 2);
    let is_objectives = |part: &&Section<'_>| Role::of(PageKind::Course, part.heading) == Role::Objectives;
    let objectives = parts.iter().find(is_objectives).map(|part| {
        let at = below_title(&page.blocks).iter().position(|block| std::ptr::eq(block, part.block)).unwrap_or(0);
        text(&below_title(&page.blocks)[at..=at + part.inside.len()], words, "o-", &title)
    });
    let mut writer = Writer::new(words, "b-", &title);
    for part in parts.iter().filter(|part| !is_objectives(part)) {
        writer.blocks(std::slice::from_ref(part.block));
        writer.blocks(part.inside);
    }
    writer.footnotes();
    let (summary, language) = (text(before, words, "", &title), words.language.clone());
    CoursePage { summary, title, objectives, body: writer.take(), language }
}

/// Reads the page of a test.
pub(crate) fn test_page(page: &Page, inks: &Inks) -> TestPage {
    let notes = by_label(&page.notes);
    let words = Words::new(inks, &notes);
    let title = title_text(page);
    TestPage {
        instructions: text(below_title(&page.blocks), words, "", &title),
        title,
        language: words.language.clone(),
    }
}

/// Reads the glossary.
pub(crate) fn glossary(page: &Page, inks: &Inks, faults: &mut Faults) -> Glossary {
    let notes = by_label(&page.notes);
    let words = Words::new(inks, &notes);
    let (title, (before, _)) = (title_text(page), glossary::parts(page));
    let mut writer = Writer::new(words, "g-", &title);
    writer.glossary(&glossary::entries(page));
    writer.footnotes();
    let terms = writer.take();
    if terms.bytes() > HEAVY {
        faults.whole(Fault::GlossaryHeavy { bytes: terms.bytes().to_string(), limit: HEAVY.to_string() });
    }
    let (introduction, language) = (text(before, words, "", &title), words.language.clone());
    Glossary { introduction, title, terms, language }
}

/// Reads a module.
pub(crate) fn module(page: &Page, slug: &ModuleSlug, minutes: Option<u32>, inks: &Inks, faults: &mut Faults) -> Module {
    let notes = by_label(&page.notes);
    let words = Words::new(inks, &notes);
    let title = title_text(page);
    let (before, parts) = sections(below_title(&page.blocks), 2);
    if parts.is_empty() && !page.blocks.is_empty() {
        faults.whole(Fault::LessonsMissing {});
    }
    let opening = text(before, words, "", &title);
    // What begins with a second title is no lesson, which has been named.
    let parts = parts.into_iter().filter(|part| part.heading.level == 2);
    let lessons = parts.filter_map(|part| lesson(part, words, faults)).collect();
    Module { slug: slug.clone(), title, opening, minutes, lessons, language: words.language.clone() }
}

/// A question of a bank: one that a machine marks, or one that a person does.
#[derive(Clone)]
pub(crate) enum Banked {
    Question(Arc<Question>),
    Open(Arc<Work>),
}

impl Banked {
    /// Puts it among those of its kind. Its id.
    pub(crate) fn put(
        self,
        questions: &mut BTreeMap<QuestionId, Arc<Question>>,
        open: &mut BTreeMap<QuestionId, Arc<Work>>,
    ) -> QuestionId {
        match self {
            Self::Question(question) => {
                let id = question.id.clone();
                questions.insert(id.clone(), question);
                id
            }
            Self::Open(work) => {
                let id = work.id.clone();
                open.insert(id.clone(), work);
                id
            }
        }
    }
}

/// Reads the questions of a bank.
pub(crate) fn bank(page: &Page, inks: &Inks, faults: &mut Faults) -> Vec<Banked> {
    let notes = by_label(&page.notes);
    let words = Words::new(inks, &notes);
    let mut questions = Vec::new();
    let mut asked = 0;
    let mut rest = below_title(&page.blocks);
    let mut unused = Unused::default();
    while let Some((block, after)) = rest.split_first() {
        rest = after;
        let Some(heading) = block.heading() else {
            unused.see(block, faults);
            continue;
        };
        let role = Role::of(PageKind::Bank, heading);
        unused.told &= role == Role::Plain;
        if let Role::Question(class) = role {
            let (inside, next) = after.split_at(section_length(after, heading.level));
            let read = question(Section { block, heading, inside }, class, words, faults);
            questions.extend(read.map(|question| Banked::Question(Arc::new(question))));
            (asked, rest) = (asked + 1, next);
        } else if let Role::Work(kind) = role {
            let (inside, next) = after.split_at(section_length(after, heading.level));
            let read = open(Section { block, heading, inside }, kind, words, faults);
            questions.extend(read.map(|work| Banked::Open(Arc::new(work))));
            (asked, rest) = (asked + 1, next);
        } else if role == Role::Unknown {
            (asked, rest) = (asked + 1, &after[section_length(after, heading.level)..]);
        }
    }
    if asked == 0 && !page.blocks.is_empty() {
        faults.whole(Fault::BankEmpty {});
    }
    questions
}

fn question(section: Section<'_>, class: Class, words: Words<'_>, faults: &mut Faults) -> Option<Question> {
    let mut writer = own_writer(section, words);
    let mut pen = Pen { writer: &mut writer, own_notes: true };
    // What is the source's own is told there.
    faults.told_if(!section.heading.foreign, |faults| read(section, class, &mut pen, faults))
}

fn open(section: Section<'_>, kind: WorkKind, words: Words<'_>, faults: &mut Faults) -> Option<Work> {
    let mut writer = own_writer(section, words);
    let mut pen = Pen { writer: &mut writer, own_notes: true };
    faults.told_if(!section.heading.foreign, |faults| work(section, kind, PageKind::Bank, &mut pen, faults))
}

/// A writer for a question that is a page by itself.
fn own_writer<'p>(section: Section<'_>, words: Words<'p>) -> Writer<'p> {
    let id = section.heading.attributes.id.as_ref().map(|id| format!("{}-", id.text)).unwrap_or_default();
    Writer::new(words.of(section.heading.foreign), &id, &plain(&section.heading.content))
}

/// What in a bank belongs to no question: named once for each heading it stands under.
#[derive(Default)]
struct Unused {
    told: bool,
}

impl Unused {
    fn see(&mut self, block: &Block, faults: &mut Faults) {
        let boxes = matches!(&block.kind, BlockKind::List(list) if list.items.iter().any(|item| item.ticked.is_some()));
        if boxes {
            let known = listed(Class::NAMES.iter().copied());
            faults.at(block.span.clone(), Fault::ClassMissing { known });
        } else if !std::mem::replace(&mut self.told, true) {
            faults.at(block.span.clone(), Fault::BankWords {});
        }
    }
}
