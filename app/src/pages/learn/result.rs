//! What came of a sitting, said calmly, with as much feedback as the course allows.

use leptos::prelude::*;

use crate::parts::{CountryNote, Marked, Notice, Way, When, said_with, ways};
use crate::tongue::{Titled, Tongue};
use crate::words::{t, tw};

/// A finished sitting.
pub struct ResultPage {
    /// The course: title and address.
    pub course: (Titled, String),
    /// The test's title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// Passed or not; none where a test is taken and not passed.
    pub passed: Option<bool>,
    /// Points earned and drawn, as text, and the percentage.
    pub score: (String, String, String),
    /// The pass mark, as text.
    pub pass_mark: Option<String>,
    /// Whose it is, and when it was submitted.
    pub submitted: (String, When),
    /// The clock submitted it.
    pub by_clock: bool,
    /// How many answers came too late to count.
    pub late: usize,
    /// The questions with their marks, if the course allows it.
    pub marked: Option<Vec<Marked>>,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
    /// The sitting's id, and where answers still on the device are sent.
    pub leftovers: (String, String),
    /// A word to whoever has no way on.
    pub note: Option<String>,
    /// What to do next, the most likely first.
    pub ways: Vec<Way>,
}

impl ResultPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (course, href) = self.course;
        let Tongue { lang, dir } = self.tongue;
        let (earned, of, percent) = self.score;
        let (class, verdict) = match self.passed {
            Some(true) => ("valid", t("passed")),
            Some(false) => ("open", t("not-passed")),
            None => ("open", t("taken")),
        };
        let (login, at) = self.submitted;
        let none = self.marked.is_none();
        let marked = self.marked.unwrap_or_default().into_iter().map(Marked::view).collect_view();
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=href>{course.view()}</a></nav>
            <h1 lang=lang dir=dir>{self.title}</h1>
            <div class=format!("verdict {class}") role="status">
                <p class="big">{verdict}</p>
                <p>{tw("score", &[("earned", earned.into()), ("of", of.into()), ("percent", percent.into())])}" "{self.pass_mark}</p>
            </div>
            {self.by_clock.then(|| view! { <Notice kind="info" text=t("by-clock") /> })}
            {(self.late > 0).then(|| view! { <Notice kind="info" text=tw("late-answers", &[("late", self.late.into())]) /> })}
            <p>{said_with("submitted-at", "at", at, &[("login", login.into())])}</p>
            {self.note.map(|note| view! { <Notice kind="info" text=note /> })}
            {ways(self.ways)}
            <section>
                <h2 id="ended" data-attempt=self.leftovers.0 data-answers=self.leftovers.1>{t("your-answers")}</h2>
                {none.then(|| view! { <p>{t("no-feedback")}</p> })}
                {marked}
                {self.country.map(CountryNote::view)}
            </section>
        }
        .into_any()
    }
}
