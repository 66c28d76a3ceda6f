//! A checked course: what pages draw, tests are drawn from and versions are made of. It is put together by
//! [`load`](crate::load()) and never changes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use assessment::{Answer, Candidate, Item, Key, Score};

use crate::html::Html;
use crate::media::Media;
use crate::names::{CourseSlug, Hash, Language, LessonId, ModuleSlug, QuestionId, SurveySlug, TestSlug};
use crate::question::{Question, Work, WorkKind};
use crate::search::Index;
use crate::settings::{Draw, Place, Settings, SurveySettings, TestSettings};
use crate::survey::SurveyPage;
use crate::version::Version;

/// A course in all its languages.
#[derive(Clone, Debug)]
pub struct Course {
    /// The name of its folder.
    pub slug: CourseSlug,
    /// What `course.toml` says.
    pub settings: Settings,
    /// Its words, by language. The source language is always there.
    pub editions: BTreeMap<Language, Edition>,
    /// The media that its words use, by path within the course's folder.
    pub media: BTreeMap<String, Media>,
    /// Which state of the course this is.
    pub version: Version,
    /// The files it is made of, by path within the course's folder.
    pub manifest: BTreeMap<String, Hash>,
}

/// A course in one language.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The language.
    pub language: Language,
    /// The language of `course.md`: that of the source where it is not translated.
    pub page_language: Language,
    /// The title of `course.md`.
    pub title: String,
    /// What stands before its first `##` heading.
    pub summary: Html,
    /// Its section `## … {.objectives}`, heading and all.
    pub objectives: Option<Html>,
    /// Its other sections.
    pub body: Html,
    /// The modules in their order.
    pub modules: Vec<Arc<Module>>,
    /// What the words mean that the course uses, if it has a glossary.
    pub glossary: Option<Glossary>,
    /// The pages of the tests.
    pub tests: BTreeMap<TestSlug, TestPage>,
    /// The pages of the surveys.
    pub surveys: BTreeMap<SurveySlug, SurveyPage>,
    /// The questions of the banks.
    pub questions: BTreeMap<QuestionId, Arc<Question>>,
    /// The open questions of the banks, which a person marks.
    pub open: BTreeMap<QuestionId, Arc<Work>>,
    /// The questions of each bank in the order of its file, the open ones too.
    pub banks: BTreeMap<String, Vec<QuestionId>>,
    /// Where its words stand; made when it is first searched.
    pub(crate) index: OnceLock<Arc<Index>>,
}

/// The glossary of a course.
#[derive(Clone, Debug)]
pub struct Glossary {
    /// Its title.
    pub title: String,
    /// What stands before the first definition.
    pub introduction: Html,
    /// The definitions, in the order of the file.
    pub terms: Html,
    /// The language of its words: that of the source where it is not translated.
    pub language: Language,
}

/// The page of a test.
#[derive(Clone, Debug)]
pub struct TestPage {
    /// Its title.
    pub title: String,
    /// What stands below the title.
    pub instructions: Html,
    /// The language of its words: that of the source where it is not translated.
    pub language: Language,
}

/// A module: one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// The name of the file, without its number.
    pub slug: ModuleSlug,
    /// Its title.
    pub title: String,
    /// What stands before its first lesson.
    pub opening: Html,
    /// How long it takes, if `course.toml` says so.
    pub minutes: Option<u32>,
    /// Its lessons in their order.
    pub lessons: Vec<Lesson>,
    /// The language of its title and its opening: that of the source where it is not translated.
    pub language: Language,
}

/// A lesson: one page.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// The `#id` of its heading.
    pub id: LessonId,
    /// The heading.
    pub title: String,
    /// The content notices (`CAUTION`), to be shown before it.
    pub notices: Vec<Html>,
    /// What it is made of, in order.
    pub segments: Vec<Segment>,
    /// How many words it has, practice included.
    pub words: usize,
    /// The size of the pictures it shows, in bytes, each counted once. Films and sounds are loaded when they are played, and say
    /// themselves what they cost.
    pub media_bytes: u64,
    /// The size of its segments and notices as HTML, in bytes, not compressed.
    pub html_bytes: u64,
    /// The language of its words: that of the source where it is not translated.
    pub language: Language,
}

impl Lesson {
    /// Whether something of the reader's country stands in it.
    #[must_use]
    pub fn has_slots(&self) -> bool {
        let in_segment = |segment: &Segment| match segment {
            Segment::Html(html) => html.has_slots(),
            Segment::Question(question) => question.has_slots(),
            Segment::Work(work) => work.has_slots(),
        };
        self.notices.iter().any(Html::has_slots) || self.segments.iter().any(in_segment)
    }
}

/// A part of a lesson.
#[derive(Clone, Debug, PartialEq)]
pub enum Segment {
    /// Text.
    Html(Html),
    /// A practice question.
    Question(Arc<Question>),
    /// Work that a person marks: nothing of it is sent yet.
    Work(Arc<Work>),
}

/// One step of the walk through a course.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A lesson.
    Lesson {
        /// Its module.
        module: ModuleSlug,
        /// Its id.
        lesson: LessonId,
    },
    /// A test.
    Test(TestSlug),
}

impl Course {
    /// The course in the language it was written in.
    #[must_use]
    pub fn source_edition(&self) -> &Edition {
        self.editions.get(&self.settings.source_language).expect("`load` makes no course without its source edition")
    }

    /// The course in this language; where it is not there, in the language it was written in.
    #[must_use]
    pub fn edition(&self, language: &Language) -> &Edition {
        self.editions.get(language).unwrap_or_else(|| self.source_edition())
    }

    /// The steps in their order: the tests placed first, each module's lessons and then its tests, the tests placed last.
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let mut steps = self.tests_at(&Place::First);
        for module in &self.source_edition().modules {
            steps.extend(self.steps_of(module));
        }
        steps.extend(self.tests_at(&Place::Last));
        steps
    }

    /// The tests at this place, in the order of `course.toml`.
    fn tests_at(&self, place: &Place) -> Vec<Step> {
        let mut tests: Vec<_> = self.settings.tests.iter().filter(|(_, test)| test.place == *place).collect();
        tests.sort_by_key(|(_, test)| test.number);
        tests.into_iter().map(|(slug, _)| Step::Test(slug.clone())).collect()
    }

    /// The steps of a module: its lessons, then its tests.
    #[must_use]
    pub fn steps_of(&self, module: &Module) -> Vec<Step> {
        let step = |lesson: &Lesson| Step::Lesson { module: module.slug.clone(), lesson: lesson.id.clone() };
        module.lessons.iter().map(step).chain(self.tests_at(&Place::Module(module.slug.clone()))).collect()
    }

    /// The surveys in the order of `course.toml`, as far as they ask something.
    #[must_use]
    pub fn surveys(&self) -> Vec<(&SurveySlug, &SurveySettings)> {
        let asks = |survey: &SurveySlug| {
            self.source_edition().surveys.get(survey).is_some_and(|page| !page.questions.is_empty())
        };
        let mut surveys: Vec<_> = self.settings.surveys.iter().filter(|(slug, _)| asks(slug)).collect();
        surveys.sort_by_key(|(_, settings)| settings.number);
        surveys
    }

    /// The page of a survey, in this language.
    #[must_use]
    pub fn survey(&self, language: &Language, survey: &SurveySlug) -> Option<&SurveyPage> {
        self.edition(language).surveys.get(survey).or_else(|| self.source_edition().surveys.get(survey))
    }

    /// The settings of a test.
    #[must_use]
    pub fn test(&self, test: &TestSlug) -> Option<&TestSettings> {
        self.settings.tests.get(test)
    }

    /// What a test draws from: for each of its draws the questions it may pick, in the order of their bank, and how many.
    #[must_use]
    pub fn candidates(&self, test: &TestSlug) -> Vec<(Vec<Candidate>, usize)> {
        let draws = self.test(test).map(|test| test.draw.as_slice()).unwrap_or_default();
        let edition = self.source_edition();
        draws.iter().map(|draw| (edition.drawn_by(draw).map(Question::candidate).collect(), draw.pick)).collect()
    }

    /// What an answer earned, in whichever language it was given: the key is one, and what is typed counts if it is accepted in
    /// any of them.
    #[must_use]
    pub fn score(&self, id: &QuestionId, answer: Option<&Answer>) -> Option<Score> {
        self.item(id, answer).map(|item| item.grade(answer))
    }

    /// By what an answer is graded: the key with what each language accepts in a gap; of answers in a few words, the
    /// language in which this one earns most, and the source's where none does.
    #[must_use]
    pub fn item(&self, id: &QuestionId, answer: Option<&Answer>) -> Option<Cow<'_, Item>> {
        let source = &self.source_edition().question(id)?.item;
        let others = || self.editions.values().filter_map(|edition| Some(&edition.question(id)?.item));
        match &source.key {
            _ if self.editions.len() == 1 => Some(Cow::Borrowed(source)),
            Key::Blanks { .. } => Some(Cow::Owned(others().fold(source.clone(), |all, one| all.also_filled_by(one)))),
            Key::Short { .. } => {
                let earns = |item: &&Item| item.grade(answer).earned > source.grade(answer).earned;
                Some(Cow::Borrowed(others().find(earns).unwrap_or(source)))
            }
            _ => Some(Cow::Borrowed(source)),
        }
    }

    /// The question in every language in which it is there, that of the source first.
    pub fn in_every_language(&self, id: &QuestionId) -> impl Iterator<Item = &Question> {
        let source = self.source_edition();
        let others = self.editions.values().filter(|edition| edition.language != source.language);
        std::iter::once(source).chain(others).filter_map(|edition| Some(edition.question(id)?.as_ref()))
    }

    /// A question of a bank or a lesson, in this language.
    #[must_use]
    pub fn question(&self, language: &Language, id: &QuestionId) -> Option<&Question> {
        self.edition(language).question(id).or_else(|| self.source_edition().question(id)).map(Arc::as_ref)
    }
}

impl Glossary {
    /// Whether something of the reader's country stands in it.
    #[must_use]
    pub fn has_slots(&self) -> bool {
        self.introduction.has_slots() || self.terms.has_slots()
    }
}

impl Edition {
    /// Whether something of the reader's country stands on the course's own page.
    #[must_use]
    pub fn has_slots(&self) -> bool {
        [&self.summary, &self.body].into_iter().chain(&self.objectives).any(Html::has_slots)
    }

    /// The questions that a draw may pick.
    pub(crate) fn drawn_by<'a>(&'a self, draw: &'a Draw) -> impl Iterator<Item = &'a Question> {
        let ids = self.banks.get(&draw.bank).map(Vec::as_slice).unwrap_or_default();
        let questions = ids.iter().filter_map(|id| self.questions.get(id)).map(Arc::as_ref);
        questions.filter(|question| draw.tags.iter().all(|tag| question.tags.contains(tag)))
    }

    /// The open questions that a draw may pick.
    pub(crate) fn open_drawn_by<'a>(&'a self, draw: &'a Draw) -> impl Iterator<Item = &'a Work> {
        let ids = self.banks.get(&draw.bank).map(Vec::as_slice).unwrap_or_default();
        let open = ids.iter().filter_map(|id| self.open.get(id)).map(Arc::as_ref);
        open.filter(|work| draw.tags.iter().all(|tag| work.tags.contains(tag)))
    }

    /// The work in the lessons.
    pub(crate) fn work(&self) -> impl Iterator<Item = &Arc<Work>> {
        let segments = self.modules.iter().flat_map(|module| &module.lessons).flat_map(|lesson| &lesson.segments);
        segments.filter_map(|segment| match segment {
            Segment::Work(work) => Some(work),
            Segment::Html(_) | Segment::Question(_) => None,
        })
    }

    /// Whether there is a practical task in a lesson.
    pub(crate) fn has_tasks(&self) -> bool {
        self.work().any(|work| work.kind == WorkKind::Task)
    }

    fn question(&self, id: &QuestionId) -> Option<&Arc<Question>> {
        self.questions.get(id).or_else(|| self.practice().find(|question| question.id == *id))
    }

    /// Takes the modules and the questions that are the source's own to the letter from it, so that they are there once.
    pub(crate) fn share(&mut self, source: &Self) {
        let modules: BTreeMap<_, _> = source.modules.iter().map(|module| (&module.slug, module)).collect();
        for module in self.modules.iter_mut().filter(|module| module.language != self.language) {
            modules.get(&module.slug).filter(|one| **one == module).inspect(|one| module.clone_from(one));
        }
        for (id, question) in self.questions.iter_mut().filter(|(_, question)| question.language != self.language) {
            source.questions.get(id).filter(|one| *one == question).inspect(|one| question.clone_from(one));
        }
        for (id, work) in self.open.iter_mut().filter(|(_, work)| work.language != self.language) {
            source.open.get(id).filter(|one| *one == work).inspect(|one| work.clone_from(one));
        }
    }

    /// What is graded, by the id of the question.
    pub(crate) fn items(&self) -> BTreeMap<&str, &Item> {
        let questions = self.questions.values().chain(self.practice());
        questions.map(|question| (question.id.as_ref(), &question.item)).collect()
    }

    /// The questions in the lessons.
    pub(crate) fn practice(&self) -> impl Iterator<Item = &Arc<Question>> {
        let segments = self.modules.iter().flat_map(|module| &module.lessons).flat_map(|lesson| &lesson.segments);
        segments.filter_map(|segment| match segment {
            Segment::Question(question) => Some(question),
            Segment::Html(_) | Segment::Work(_) => None,
        })
    }
}
