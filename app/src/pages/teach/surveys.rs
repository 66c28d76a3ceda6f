//! The surveys that there are, and how many have answered each.

use leptos::prelude::*;

use crate::parts::Table;
use crate::words::{t, tw};

/// The surveys of all courses.
pub struct SurveysPage {
    /// Where results are.
    pub results: String,
    /// The surveys.
    pub surveys: Vec<SurveyLine>,
}

/// A survey.
pub struct SurveyLine {
    /// Its title.
    pub title: String,
    /// Where its answers are.
    pub href: String,
    /// The course's title.
    pub course: String,
    /// How many answers are told; none as long as they are too few.
    pub people: u64,
}

impl SurveysPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let none = self.surveys.is_empty();
        let row = |one: SurveyLine| {
            let said = match one.people {
                0 => t("survey-few"),
                people => tw("survey-people", &[("people", people.into())]),
            };
            vec![view! { <a href=one.href>{one.title}</a> }.into_any(), said.into_any(), one.course.into_any()]
        };
        let rows = self.surveys.into_iter().map(row).collect();
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=self.results>{t("results-title")}</a></nav>
            <h1>{t("surveys-title")}</h1>
            <p class="lead">{t("surveys-text")}</p>
            {none.then(|| view! { <p>{t("surveys-none")}</p> })}
            {(!none).then(|| view! { <Table label=t("surveys-title") heads=vec!["survey", "answered-by", "course"] rows=rows /> })}
        }
        .into_any()
    }
}
