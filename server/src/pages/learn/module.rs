//! A module's opening page.

use app::pages::learn::ModulePage;
use axum::extract::{Path, State};
use axum::response::Response;
use course::Step;

use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::Page;
use crate::walk::{self, Walk};

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, module)): Path<(String, String, String)>,
) -> Result<Response, Fault> {
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let (to, language) = (visit.to(), walk::language(&visit));
    let edition = walk.course.edition(&language);
    let module = edition.modules.iter().find(|one| one.slug.as_ref() == module).ok_or(Fault::NotFound)?;
    let step = |lesson: &course::Lesson| Step::Lesson { module: module.slug.clone(), lesson: lesson.id.clone() };
    let lesson = |lesson: &course::Lesson| {
        let step = step(lesson);
        let href = walk.is_open(&step).then(|| to.step(&walk.course.slug, &step));
        (walk.titled(&visit, &step), href, walk.is_done(&step))
    };
    let next = module.lessons.iter().find(|lesson| !walk.is_done(&step(lesson)) && walk.is_open(&step(lesson)));
    let page = ModulePage {
        course: (walk.course_titled(&visit), to.course(&walk.course.slug)),
        title: module.title.clone(),
        tongue: walk::tongue_of(&visit, &module.language),
        opening: module.opening.fill(&haven.countries.fillings_in(&visit, &module.language)),
        country: haven.countries.note(&visit, module.opening.has_slots()),
        minutes: module.minutes,
        lessons: module.lessons.iter().map(lesson).collect(),
        enrolled: walk.progress.is_some(),
        next: next.map(|lesson| (lesson.title.clone(), to.step(&walk.course.slug, &step(lesson)))),
    };
    Ok(Page::new(module.title.clone()).of_course(&visit, &walk.course).draw(&visit, || page.view()))
}
