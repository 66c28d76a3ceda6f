//! A module's opening: what it is about, and its lessons.

use leptos::prelude::*;

use crate::parts::{CountryNote, content};
use crate::tongue::{Titled, Tongue};
use crate::words::{t, tw};

/// A module.
pub struct ModulePage {
    /// The course: title and address.
    pub course: (Titled, String),
    /// Its title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// Its opening, as HTML.
    pub opening: String,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Its lessons: title, address if it may be opened, done.
    pub lessons: Vec<(Titled, Option<String>, bool)>,
    /// The first lesson not done: title and address.
    pub next: Option<(String, String)>,
    /// One is enrolled in the course: to anyone else nothing is locked, it is simply not theirs yet.
    pub enrolled: bool,
}

impl ModulePage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let ((course, href), enrolled) = (self.course, self.enrolled);
        let Tongue { lang, dir } = self.tongue.clone();
        let lessons = self.lessons.into_iter().map(|(title, href, done)| {
            let title = match href {
                Some(href) => view! { <a href=href>{title.view()}</a> }.into_any(),
                None => {
                    let locked = enrolled.then(|| view! { <span class="locked">{t("locked")}</span> });
                    view! { <span>{title.view()}</span>" "{locked} }.into_any()
                }
            };
            view! { <li class="lesson">{title}" "{done.then(|| view! { <span class="done">{t("done")}</span> })}</li> }
        });
        let lessons = lessons.collect_view();
        let next = match self.next {
            Some((title, href)) => Some((tw("continue-with", &[("title", title.into())]), href)),
            None => (!enrolled).then(|| (t("to-the-course"), href.clone())),
        };
        let next = next.map(|(text, href)| view! { <p class="actions"><a class="button" href=href>{text}</a></p> });
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=href>{course.view()}</a></nav>
            <article>
                <h1 lang=lang dir=dir>{self.title}</h1>
                {self.minutes.map(|minutes| view! { <p class="place">{tw("minutes", &[("minutes", minutes.into())])}</p> })}
                {content(&self.tongue, Some("reading"), self.opening)}
                {self.country.map(CountryNote::view)}
            </article>
            {next}
            <h2>{t("lessons")}</h2>
            <ol class="contents">{lessons}</ol>
        }
        .into_any()
    }
}
