//! Search in a course: a line to type in, and what holds these words.

use leptos::prelude::*;

use crate::tongue::{Titled, Tongue};
use crate::words::{t, tw};

/// What was looked for in a course, and what was found.
pub struct SearchPage {
    /// The course: title and address.
    pub course: (Titled, String),
    /// Its own address.
    pub href: String,
    /// One is enrolled: what has no address is not open yet. To anyone else it is simply not theirs.
    pub enrolled: bool,
    /// What was typed; empty at first.
    pub typed: String,
    /// How many places were found.
    pub all: usize,
    /// The best of them.
    pub found: Vec<Found>,
}

/// A place that was found. Of its texts, those marked are what was looked for.
pub struct Found {
    /// Its title.
    pub title: Vec<(String, bool)>,
    /// The title of its module.
    pub module: Option<Titled>,
    /// The language of its words.
    pub tongue: Tongue,
    /// Its address, if one may open it now.
    pub href: Option<String>,
    /// The words around what was found.
    pub excerpt: Vec<(String, bool)>,
}

impl SearchPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (course, to) = self.course;
        let enrolled = self.enrolled;
        let told = (!self.typed.is_empty()).then(|| told(self.all, self.found.len()));
        let found = self.found.into_iter().map(|one| one.view(enrolled)).collect_view();
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=to>{course.view()}</a></nav>
            <h1>{t("search-title")}</h1>
            {search_form(self.href, self.typed)}
            {told}
            <ol class="found">{found}</ol>
        }
        .into_any()
    }
}

/// The form that looks for something in a course.
pub(super) fn search_form(href: String, typed: String) -> impl IntoView {
    view! {
        <form role="search" action=href class="search">
            <label for="q">{t("search-label")}</label>
            <div class="search-line">
                <input id="q" name="q" type="search" value=typed maxlength="200" enterkeyhint="search" autocapitalize="none"/>
                <button>{t("search-button")}</button>
            </div>
        </form>
    }
}

fn told(all: usize, shown: usize) -> impl IntoView {
    let more = (all > shown).then(|| tw("search-first", &[("shown", shown.into())]));
    view! { <p role="status">{tw("search-told", &[("all", all.into())])}" "{more}</p> }
}

impl Found {
    fn view(self, enrolled: bool) -> impl IntoView + use<> {
        let Tongue { lang, dir } = self.tongue;
        let title = pieces(self.title);
        let title = match self.href {
            Some(href) => view! { <a href=href>{title}</a> }.into_any(),
            None => {
                let locked = enrolled.then(|| view! { <span class="locked">{t("locked")}</span> });
                view! { <span>{title}</span>" "{locked} }.into_any()
            }
        };
        let module = self.module.map(|module| view! { <p class="place">{module.view()}</p> });
        view! { <li lang=lang dir=dir><h2>{title}</h2>{module}<p>{pieces(self.excerpt)}</p></li> }
    }
}

fn pieces(pieces: Vec<(String, bool)>) -> impl IntoView {
    let piece =
        |(text, found): (String, bool)| if found { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() };
    pieces.into_iter().map(piece).collect_view()
}
