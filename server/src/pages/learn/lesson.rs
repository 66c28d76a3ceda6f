//! A lesson: read with two queries, done with a button. Practice is answered here too, for browsers without script: by a
//! query, for nothing of it is kept.

use app::islands::PracticeQuestion;
use app::pages::learn::{LessonPage, Piece};
use app::parts::WorkPiece;
use app::tongue::Tongue;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use course::{Body, Fillings, Html, Language, Lesson, Question, Segment, Step, Work, WorkKind};

use crate::asked::asked;
use crate::pages::onward;
use crate::serve::fault::Fault;
use crate::serve::form::Fields;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{Page, kilobytes};
use crate::walk::{self, Walk};

type At = Path<(String, String, String, String)>;

pub(crate) async fn show(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, module, lesson)): At,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let language = walk::language(&visit);
    let (module, lesson, number) = walk.lesson(&language, &module, &lesson).ok_or(Fault::NotFound)?;
    let step = Step::Lesson { module: module.slug.clone(), lesson: lesson.id.clone() };
    if let Some(elsewhere) = not_open(&visit, &walk, &step)? {
        return Ok(onward(&elsewhere));
    }
    let shelf = format!("haven:note:{}:{}", visit.signed_in()?.person(), walk.course.slug);
    let (to, slug) = (visit.to(), &walk.course.slug);
    let sent = Fields::from_pairs(query);
    let tongue = walk::tongue_of(&visit, &lesson.language);
    let fillings = haven.countries.fillings_in(&visit, &lesson.language);
    let (before, after) = walk.beside(&step);
    let page = LessonPage {
        course: (walk.course_titled(&visit), to.course(slug)),
        module: (walk::titled(&visit, &module.title, &module.language), to.module(slug, &module.slug)),
        place: (number, module.lessons.len()),
        title: lesson.title.clone(),
        notices: lesson.notices.iter().map(|notice| notice.fill(&fillings)).collect(),
        pieces: lesson
            .segments
            .iter()
            .map(|segment| piece((&haven, &visit), segment, &sent, &shelf, &fillings))
            .collect(),
        country: haven.countries.note(&visit, lesson.has_slots()),
        tongue,
        untranslated: walk::is_untranslated(&visit, &walk.course, &lesson.language),
        kilobytes: (kilobytes(lesson.html_bytes), kilobytes(lesson.media_bytes)),
        done: walk.is_done(&step),
        previous: before.map(|step| (walk.title(&language, step), to.step(slug, step))),
        next: after.map(|step| walk.title(&language, step)),
        action: Some(to.step(slug, &step)),
    };
    let islands = has_practice(lesson);
    Ok(Page::new(lesson.title.clone())
        .of_course(&visit, &walk.course)
        .with_islands(islands)
        .draw(&visit, || page.view()))
}

/// Whoever is not signed in signs in first; who is not enrolled is led to the course, and who is ahead to where they are.
fn not_open(visit: &Visit, walk: &Walk, step: &Step) -> Result<Option<String>, Fault> {
    visit.signed_in()?;
    let (to, slug) = (visit.to(), &walk.course.slug);
    if walk.progress.is_none() {
        return Ok(Some(to.course(slug)));
    }
    let ahead = !walk.is_open(step);
    Ok(ahead.then(|| walk.next().map_or_else(|| to.course(slug), |next| to.step(slug, next))))
}

pub(crate) async fn done(
    State(haven): State<Haven>,
    visit: Visit,
    Path((_, slug, module, lesson)): At,
) -> Result<Response, Fault> {
    let who = visit.signed_in()?;
    let walk = Walk::find(&haven, &visit, &slug).await?;
    let language: Language = walk::language(&visit);
    let (module, lesson, _) = walk.lesson(&language, &module, &lesson).ok_or(Fault::NotFound)?;
    let step = Step::Lesson { module: module.slug.clone(), lesson: lesson.id.clone() };
    if let Some(elsewhere) = not_open(&visit, &walk, &step)? {
        return Ok(onward(&elsewhere));
    }
    let enrolment = &walk.progress.as_ref().ok_or(Fault::NotFound)?.enrolment;
    let may = who.may_progress(enrolment).ok_or(Fault::Forbidden)?;
    if !walk.is_done(&step) {
        store::learning::complete(&haven.store, may, lesson.id.to_string()).await?;
    }
    let to = visit.to();
    let next = walk.beside(&step).1.map(|step| to.step(&walk.course.slug, step));
    Ok(onward(&next.unwrap_or_else(|| to.course(&walk.course.slug))))
}

fn has_practice(lesson: &Lesson) -> bool {
    lesson.segments.iter().any(|segment| matches!(segment, Segment::Question(_)))
}

fn piece(
    (haven, visit): (&Haven, &Visit),
    segment: &Segment,
    sent: &Fields,
    shelf: &str,
    fillings: &Fillings,
) -> Piece {
    // What a learner does may be in another language than the lesson.
    let own = |language| (haven.countries.fillings_in(visit, language), walk::tongue_of(visit, language));
    match segment {
        Segment::Html(html) => Piece::Html(html.fill(fillings)),
        Segment::Work(one) => {
            let (fillings, tongue) = own(&one.language);
            Piece::Work(Box::new(work(one, shelf, (&fillings, tongue))))
        }
        Segment::Question(question) => {
            let (fillings, tongue) = own(&question.language);
            Piece::Practice(Box::new(practice(question, sent, (&fillings, tongue))))
        }
    }
}

fn work(work: &Work, shelf: &str, (fillings, tongue): (&Fillings, Tongue)) -> WorkPiece {
    WorkPiece {
        id: work.id.to_string(),
        shelf: format!("{shelf}:{}", work.id),
        is_task: work.kind == WorkKind::Task,
        title: work.title.fill(fillings),
        prompt: work.prompt.fill(fillings),
        words: work.words,
        rubric: work.rubric.table.fill(fillings),
        points: work.rubric.points(),
        hints: work.hints.iter().map(|hint| hint.fill(fillings)).collect(),
        explanation: work.explanation.as_ref().map(|html| html.fill(fillings)),
        help: work.help.fill(fillings),
        tongue,
    }
}

/// Shuffled, but for everyone and always in the same way: a page that is loaded again looks the same.
const PRACTICE_SEED: [u8; 32] = *b"practice is the same to everyone";

fn practice(question: &Question, sent: &Fields, (fillings, tongue): (&Fillings, Tongue)) -> PracticeQuestion {
    let fill = |html: &Option<Html>| html.as_ref().map(|html| html.fill(fillings));
    let candidate = question.candidate();
    let order = if candidate.shuffle || candidate.always {
        assessment::order(PRACTICE_SEED, question.id.as_ref(), candidate.options)
    } else {
        (0..candidate.options).collect()
    };
    let checked = sent.one("check") == question.id.as_ref();
    let given = if checked { sent.all("v").to_vec() } else { Vec::new() };
    let feedback = match &question.body {
        Body::Options(options) | Body::Hotspot { options, .. } => {
            options.iter().map(|one| fill(&one.feedback)).collect()
        }
        Body::Short { feedback } => feedback.iter().map(fill).collect(),
        Body::Order(_) | Body::Match { .. } | Body::Blanks { .. } | Body::Number => Vec::new(),
    };
    PracticeQuestion {
        asked: asked(question, "v".to_owned(), &order, given, (fillings, tongue)),
        checked,
        item: question.item.clone(),
        order,
        feedback,
        explanation: fill(&question.explanation),
    }
}
