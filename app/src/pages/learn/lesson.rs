//! A lesson: text, its figures, its practice, and the way on. The chrome steps back.

use leptos::prelude::*;

use crate::islands::{Practice, PracticeLabels, PracticeQuestion};
use crate::parts::{AskLabels, CountryNote, Notice, WorkPiece, content};
use crate::tongue::{Titled, Tongue};
use crate::words::{t, tw};

/// A lesson to be read.
pub struct LessonPage {
    /// The course: title and address.
    pub course: (Titled, String),
    /// The module: title and address.
    pub module: (Titled, String),
    /// Its number and how many the module has.
    pub place: (usize, usize),
    /// Its title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// Content notices, as HTML, shown before it.
    pub notices: Vec<String>,
    /// What it is made of.
    pub pieces: Vec<Piece>,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
    /// What the page and its media weigh, in KB.
    pub kilobytes: (u64, u64),
    /// It stands in the source language because nobody has translated it yet.
    pub untranslated: bool,
    /// It is done already.
    pub done: bool,
    /// The step before: title and address.
    pub previous: Option<(String, String)>,
    /// The step after: title.
    pub next: Option<String>,
    /// Where "Done, next" is sent; nowhere for someone who may only look.
    pub action: Option<String>,
}

/// A piece of a lesson.
pub enum Piece {
    /// HTML that `course` wrote.
    Html(String),
    /// A practice question.
    Practice(Box<PracticeQuestion>),
    /// Work that a person will mark.
    Work(Box<WorkPiece>),
}

impl LessonPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let tongue = self.tongue;
        let ((course, course_href), (module, module_href)) = (self.course, self.module);
        let (number, of) = self.place;
        let (page, media) = self.kilobytes;
        let weight = tw("lesson-weight", &[("page", page.into()), ("media", media.into())]);
        let notice = notices(self.notices, &tongue);
        let Tongue { lang, dir } = tongue.clone();
        let pieces = self.pieces.into_iter().map(|one| piece(one, &tongue)).collect_view();
        view! {
            <nav class="crumbs" aria-label=t("crumbs")>
                <a href=course_href>{course.view()}</a>" › "<a href=module_href>{module.view()}</a>
            </nav>
            <article class="lesson">
                <h1 lang=lang dir=dir>{self.title}</h1>
                <p class="place">{tw("lesson-place", &[("number", number.into()), ("of", of.into())])}" · "{weight}</p>
                {self.untranslated.then(|| view! { <Notice kind="info" text=t("untranslated-page") /> })}
                {notice}
                <div class="reading" id="text">{pieces}</div>
                {self.country.map(CountryNote::view)}
            </article>
            {way_on(self.done, self.previous, self.next, self.action)}
        }
        .into_any()
    }
}

fn piece(piece: Piece, tongue: &Tongue) -> AnyView {
    match piece {
        Piece::Html(html) => content(tongue, None, html),
        Piece::Work(work) => work.view(),
        Piece::Practice(question) => view! { <Practice question=*question labels=labels() /> }.into_any(),
    }
}

/// A content notice stands before the lesson, with a way round it.
fn notices(notices: Vec<String>, tongue: &Tongue) -> Option<impl IntoView + use<>> {
    let there = !notices.is_empty();
    let texts = notices.into_iter().map(|html| content(tongue, None, html)).collect_view();
    there.then(|| {
        view! {
            <aside class="alert caution">
                <p class="alert-label">{t("caution")}</p>
                {texts}
                <p><a href="#way-on">{t("caution-round")}</a></p>
            </aside>
        }
    })
}

fn way_on(
    done: bool,
    previous: Option<(String, String)>,
    next: Option<String>,
    action: Option<String>,
) -> impl IntoView {
    let previous = previous
        .map(|(title, href)| view! { <a rel="prev" href=href>{tw("previous", &[("title", title.into())])}</a> });
    let text = match (done, next) {
        (false, Some(title)) => tw("done-next", &[("title", title.into())]),
        (true, Some(title)) => tw("next", &[("title", title.into())]),
        (_, None) => t("done-last"),
    };
    let form =
        action.map(|action| view! { <form method="post" action=action><button class="primary">{text}</button></form> });
    view! {
        <nav class="way-on" id="way-on" aria-label=t("way-on")>
            {done.then(|| view! { <Notice kind="done" text=t("lesson-done") /> })}
            {form}
            {previous}
        </nav>
    }
}

fn labels() -> PracticeLabels {
    PracticeLabels {
        ask: AskLabels::spoken(),
        practice: t("practice"),
        check: t("practice-check"),
        again: t("practice-again"),
        nothing: t("practice-nothing"),
        not_a_number: tw("not-a-number", &[("typed", "{typed}".into())]),
        two_numbers: tw(
            "two-numbers",
            &[("typed", "{typed}".into()), ("whole", "{whole}".into()), ("decimals", "{decimals}".into())],
        ),
        right: t("practice-right"),
        partly: t("practice-partly"),
        wrong: t("practice-wrong"),
        mark_right: t("mark-right"),
        mark_wrong: t("mark-wrong"),
        mark_missed: t("mark-missed"),
        mark_blank: t("mark-blank"),
        explanation: t("explanation"),
    }
}
