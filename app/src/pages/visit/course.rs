//! A course's own page: what one will be able to do, what it takes, what is in it, and the way in.

use leptos::prelude::*;

use super::search::search_form;
use crate::parts::{CountryNote, Notice, Way, content, ways};
use crate::tongue::{Titled, Tongue};
use crate::words::{t, tw};

/// A course, to someone who may be enrolled.
pub struct CoursePage {
    /// The address at which one looks for something in it.
    pub search: String,
    /// Its title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// Its page stands in the source language because nobody has translated it yet.
    pub untranslated: bool,
    /// Its summary, as HTML.
    pub summary: String,
    /// What one will be able to do, as HTML.
    pub objectives: Option<String>,
    /// What else its page says, as HTML.
    pub body: String,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
    /// Facts: the id of the term's message, and the value.
    pub facts: Vec<(&'static str, String)>,
    /// How the reader stands to it.
    pub standing: Standing,
    /// Its modules and tests in their order.
    pub parts: Vec<Part>,
    /// Its glossary, if it has one: title and address.
    pub glossary: Option<(String, String)>,
}

/// How a reader stands to a course.
pub enum Standing {
    /// Not signed in: the way to sign up and in.
    Stranger {
        /// Where to sign up, and come back here.
        sign_up: String,
        /// Where to sign in, and come back here.
        sign_in: String,
    },
    /// Signed in and not enrolled: the address that enrols.
    Free(String),
    /// Enrolled.
    Enrolled {
        /// Steps done of all.
        progress: (usize, usize),
        /// Where to go on: the next step, a test to be passed, the certificate.
        ways: Vec<Way>,
        /// A word to whoever cannot go on.
        note: Option<String>,
    },
    /// Signed in, but said not to be 18.
    TooYoung,
}

/// A module, lesson or test in the list of contents.
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its title.
    pub title: Titled,
    /// Its address, if one may open it now.
    pub href: Option<String>,
    /// It is done.
    pub done: bool,
    /// It is the one to go on with.
    pub current: bool,
}

/// What a part is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Lessons follow.
    Module,
    /// Part of the module before it.
    Lesson,
    /// A test.
    Test,
}

impl CoursePage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (tongue, standing_of) = (self.tongue, self.standing);
        let enrolled = matches!(standing_of, Standing::Enrolled { .. });
        let Tongue { lang, dir } = tongue.clone();
        let facts = self.facts.into_iter().map(|(term, value)| view! { <div><dt>{t(term)}</dt><dd>{value}</dd></div> });
        let facts = facts.collect_view();
        let objectives = self.objectives.map(|html| {
            let html = content(&tongue, None, html);
            view! { <section class="objectives reading">{html}</section> }
        });
        view! {
            <article>
                <h1 lang=lang dir=dir>{self.title}</h1>
                {self.untranslated.then(|| view! { <Notice kind="info" text=t("untranslated-page") /> })}
                {content(&tongue, Some("lead reading"), self.summary)}
            </article>
            {standing(standing_of)}
            <div>
                {objectives}
                {content(&tongue, Some("reading"), self.body)}
                {self.country.map(CountryNote::view)}
            </div>
            <section>
                <h2>{t("contents")}</h2>
                {search_form(self.search, String::new())}
                {contents(self.parts, enrolled)}
                {self.glossary.map(|(title, href)| view! { <p><a href=href>{title}</a></p> })}
            </section>
            <section>
                <h2>{t("facts")}</h2>
                <dl class="facts">{facts}</dl>
            </section>
        }
        .into_any()
    }
}

fn standing(standing: Standing) -> AnyView {
    match standing {
        Standing::Stranger { sign_up, sign_in } => view! {
            <p class="actions"><a class="button" href=sign_up>{t("sign-up-to-enrol")}</a>" "<a href=sign_in>{t("sign-in-to-enrol")}</a></p>
        }
        .into_any(),
        Standing::Free(enrol) => view! {
            <form method="post" action=enrol class="actions"><button class="primary">{t("enrol")}</button></form>
        }
        .into_any(),
        Standing::TooYoung => view! { <Notice kind="info" text=t("too-young") /> }.into_any(),
        Standing::Enrolled { progress, ways, note } => enrolled(progress, ways, note),
    }
}

fn enrolled((done, all): (usize, usize), on: Vec<Way>, note: Option<String>) -> AnyView {
    view! {
        <div class="standing">
            <label for="progress">{tw("progress", &[("done", done.into()), ("all", all.into())])}</label>
            <progress id="progress" value=done.to_string() max=all.to_string()></progress>
            {note.map(|note| view! { <Notice kind="info" text=note /> })}
            {ways(on)}
        </div>
    }
    .into_any()
}

/// To whoever is not enrolled nothing is locked: it is simply not theirs yet.
fn contents(parts: Vec<Part>, enrolled: bool) -> impl IntoView {
    let lines = parts.into_iter().map(|part| {
        let class = match part.kind {
            PartKind::Module => "module",
            PartKind::Lesson => "lesson",
            PartKind::Test => "test",
        };
        let done = part.done.then(|| view! { <span class="done">{t("done")}</span> });
        let locked = (enrolled && part.href.is_none() && part.kind != PartKind::Module && !part.done)
            .then(|| view! { <span class="locked">{t("locked")}</span> });
        let title = match part.href {
            Some(href) => view! { <a href=href>{part.title.view()}</a> }.into_any(),
            None => view! { <span>{part.title.view()}</span> }.into_any(),
        };
        view! { <li class=class aria-current=part.current.then_some("step")>{title}" "{done}{locked}</li> }
    });
    view! { <ol class="contents">{lines.collect_view()}</ol> }
}
