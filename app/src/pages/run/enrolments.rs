//! Who is enrolled in what, and how far they are, the newest first.

use leptos::prelude::*;

use crate::parts::{Pager, Table};
use crate::words::t;

/// Who is enrolled in what, and how far they are, the newest first.
pub struct EnrolmentsPage {
    /// The page's own address.
    pub at: String,
    /// Which page this is, from 0.
    pub page: u64,
    /// There are more rows.
    pub more: bool,
    /// The rows: login name, course, day, lessons done, tests submitted, certificate.
    pub rows: Vec<Vec<String>>,
}

impl EnrolmentsPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let none = self.rows.is_empty();
        let heads = vec!["login", "course", "enrolled", "lessons", "tests", "certificate"];
        view! {
            <h1>{t("enrolments-title")}</h1>
            <p class="lead">{t("enrolments-text")}</p>
            {none.then(|| view! { <p>{t("enrolments-none")}</p> })}
            {(!none).then(|| view! { <Table label="enrolments-title" heads=heads rows=self.rows /> })}
            <Pager at=self.at page=self.page more=self.more />
        }
        .into_any()
    }
}
