//! The courses that are open.

use leptos::prelude::*;

use crate::parts::{CountryNote, content};
use crate::tongue::Tongue;
use crate::words::{t, tw};

/// The catalogue.
pub struct Catalogue {
    /// The open courses.
    pub courses: Vec<CourseLine>,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
}

/// A course as it is listed.
pub struct CourseLine {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// Its summary, as HTML.
    pub summary: String,
    /// How long it takes, in words.
    pub hours: Option<String>,
    /// What its pages weigh, in KB, media included.
    pub kilobytes: u64,
    /// How far the reader is, in steps done of all.
    pub progress: Option<(usize, usize)>,
}

impl Catalogue {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let empty = self.courses.is_empty().then(|| view! { <p>{t("catalogue-empty")}</p> });
        let lines = self.courses.into_iter().map(line).collect_view();
        view! {
            <h1>{t("catalogue-title")}</h1>
            <p class="lead">{t("catalogue-lead")}</p>
            {empty}
            <ul class="courses">{lines}</ul>
            {self.country.map(CountryNote::view)}
        }
        .into_any()
    }
}

fn line(course: CourseLine) -> impl IntoView {
    let Tongue { lang, dir } = course.tongue.clone();
    let progress = course.progress.map(|(done, all)| {
        view! { <li>{tw("progress", &[("done", done.into()), ("all", all.into())])}</li> }
    });
    view! {
        <li>
            <h2 lang=lang dir=dir><a href=course.href>{course.title}</a></h2>
            {content(&course.tongue, Some("reading"), course.summary)}
            <ul class="facts">
                {course.hours.map(|hours| view! { <li>{hours}</li> })}
                <li>{tw("size", &[("kilobytes", course.kilobytes.into())])}</li>
                {progress}
            </ul>
        </li>
    }
}
