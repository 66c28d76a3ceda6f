//! A person's way through a course: which steps there are, which are done, which are open, which is next.

use std::sync::Arc;

use app::parts::LanguageWay;
use app::tongue::{Titled, Tongue};
use course::{Course, Language, Lesson, Module, Order, Step};
use store::learning::Progress;

use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;

/// A course, as one person stands to it.
pub(crate) struct Walk {
    /// The version they are on.
    pub(crate) course: Arc<Course>,
    /// What they have done, if they are enrolled.
    pub(crate) progress: Option<Progress>,
    /// Its steps in order.
    pub(crate) steps: Vec<Step>,
}

impl Walk {
    /// Finds the course and how the visitor stands to it: one query.
    pub(crate) async fn find(haven: &Haven, visit: &Visit, slug: &str) -> Result<Self, Fault> {
        let progress = match &visit.who {
            Some(who) => store::learning::progress(&haven.store, who.person(), slug).await?,
            None => None,
        };
        let course = match &progress {
            Some(progress) => haven.courses.of_enrolment(&haven.store, slug, &progress.enrolment.version).await?,
            None => haven.courses.open(slug).ok_or(Fault::NotFound)?,
        };
        // Nobody is shown a page in a language that there is not: its address would be one for ever.
        if visit.is_spoken || course.editions.contains_key(&visit.language) {
            Ok(Self::new(course, progress))
        } else {
            Err(Fault::NotFound)
        }
    }

    /// A course and what someone has done of it.
    pub(crate) fn new(course: Arc<Course>, progress: Option<Progress>) -> Self {
        let steps = course.steps();
        Self { course, progress, steps }
    }

    /// The step is done.
    pub(crate) fn is_done(&self, step: &Step) -> bool {
        self.progress.as_ref().is_some_and(|progress| match step {
            Step::Lesson { lesson, .. } => progress.lessons.contains(lesson.as_ref()),
            Step::Test(test) => progress.tests.contains(test.as_ref()),
        })
    }

    /// The step may be opened: in a course taken in order, all before it are done.
    pub(crate) fn is_open(&self, step: &Step) -> bool {
        self.progress.is_some()
            && (self.course.settings.order == Order::Free
                || self.steps.iter().take_while(|one| *one != step).all(|one| self.is_done(one)))
    }

    /// How many steps are done, of how many.
    pub(crate) fn done_of(&self) -> (usize, usize) {
        (self.steps.iter().filter(|step| self.is_done(step)).count(), self.steps.len())
    }

    /// The first step that is not done: where one goes on, on any device.
    pub(crate) fn next(&self) -> Option<&Step> {
        self.steps.iter().find(|step| !self.is_done(step))
    }

    /// The step before and the step after.
    pub(crate) fn beside(&self, step: &Step) -> (Option<&Step>, Option<&Step>) {
        let at = self.steps.iter().position(|one| one == step);
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| self.steps.get(at));
        (before, at.and_then(|at| self.steps.get(at + 1)))
    }

    /// A lesson by its addresses' parts, with its module and its number from 1.
    pub(crate) fn lesson(&self, language: &Language, module: &str, lesson: &str) -> Option<(&Module, &Lesson, usize)> {
        let module = self.course.edition(language).modules.iter().find(|one| one.slug.as_ref() == module)?;
        let at = module.lessons.iter().position(|one| one.id.as_ref() == lesson)?;
        Some((module, &module.lessons[at], at + 1))
    }

    /// A step's title, with its language.
    pub(crate) fn titled(&self, visit: &Visit, step: &Step) -> Titled {
        let edition = self.course.edition(&visit.language);
        let shown = match step {
            Step::Lesson { module, lesson } => {
                self.lesson(&visit.language, module.as_ref(), lesson.as_ref()).map(|(_, lesson, _)| &lesson.language)
            }
            Step::Test(test) => edition.tests.get(test).map(|page| &page.language),
        };
        titled(visit, &self.title(&visit.language, step), shown.unwrap_or(&edition.language))
    }

    /// The course's title, with its language.
    pub(crate) fn course_titled(&self, visit: &Visit) -> Titled {
        course_titled(visit, &self.course)
    }

    /// A step's title.
    pub(crate) fn title(&self, language: &Language, step: &Step) -> String {
        let edition = self.course.edition(language);
        match step {
            Step::Lesson { module, lesson } => {
                self.lesson(language, module.as_ref(), lesson.as_ref()).map(|(_, lesson, _)| lesson.title.clone())
            }
            Step::Test(test) => edition.tests.get(test).map(|page| page.title.clone()),
        }
        .unwrap_or_default()
    }
}

/// The language in which a visit wants the content.
pub(crate) fn language(visit: &Visit) -> Language {
    visit.language.clone()
}

/// The language of the course's own page, where it is not the interface's.
pub(crate) fn tongue(visit: &Visit, course: &Course) -> Tongue {
    tongue_of(visit, &course.edition(&language(visit)).page_language)
}

/// A title in this language.
pub(crate) fn titled(visit: &Visit, text: &str, shown: &Language) -> Titled {
    Titled { text: text.to_owned(), tongue: tongue_of(visit, shown) }
}

/// A course's title, with its language.
pub(crate) fn course_titled(visit: &Visit, course: &Course) -> Titled {
    let edition = course.edition(&visit.language);
    titled(visit, &edition.title, &edition.page_language)
}

/// A language of some content, where it is not the interface's.
pub(crate) fn tongue_of(visit: &Visit, shown: &Language) -> Tongue {
    Tongue::new(visit.words.tag(), shown.as_ref(), shown.direction().as_str())
}

/// What stands in the language of the source because nobody has translated it yet says so.
pub(crate) fn is_untranslated(visit: &Visit, course: &Course, shown: &Language) -> bool {
    let source = &course.settings.source_language;
    shown == source && visit.language != *source && course.editions.contains_key(&visit.language)
}

/// The languages of a course, to go on in another: none where there is one alone.
pub(crate) fn languages(visit: &Visit, course: &Course) -> Vec<LanguageWay> {
    let shown = &course.edition(&visit.language).language;
    let rest = visit.here.strip_prefix('/').and_then(|here| here.find('/').map(|at| &here[at..])).unwrap_or_default();
    let way = |language: &Language| LanguageWay {
        tag: language.to_string(),
        dir: language.direction().as_str(),
        name: view::own_name(&visit.words, language.as_ref()),
        href: format!("/{language}{rest}"),
        is_shown: language == shown,
    };
    // In the order of `course.toml`, which is that of the office.
    let all = course.settings.languages.iter().filter(|language| course.editions.contains_key(language));
    if course.editions.len() > 1 { all.map(way).collect() } else { Vec::new() }
}
