//! The glossary of a course: its words and what they mean.

use leptos::prelude::*;

use crate::parts::{CountryNote, Notice, content};
use crate::tongue::{Titled, Tongue};
use crate::words::t;

/// A glossary.
pub struct GlossaryPage {
    /// The course: title and address.
    pub course: (Titled, String),
    /// Its title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// It stands in the source language, because it is not translated yet.
    pub untranslated: bool,
    /// What stands above the definitions, as HTML.
    pub introduction: String,
    /// The definitions, as HTML.
    pub terms: String,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
}

impl GlossaryPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (course, href) = self.course;
        let Tongue { lang, dir } = self.tongue.clone();
        let introduction =
            (!self.introduction.is_empty()).then(|| content(&self.tongue, Some("reading"), self.introduction));
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=href>{course.view()}</a></nav>
            <article>
                <h1 lang=lang dir=dir>{self.title}</h1>
                {self.untranslated.then(|| view! { <Notice kind="info" text=t("untranslated-page") /> })}
                {introduction}
                {content(&self.tongue, Some("reading"), self.terms)}
                {self.country.map(CountryNote::view)}
            </article>
        }
        .into_any()
    }
}
