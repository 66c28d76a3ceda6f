//! The finished sittings of everyone, the last submitted first.

use leptos::prelude::*;

use crate::parts::{Pager, Table};
use crate::words::t;

/// The finished sittings of everyone, the last submitted first.
pub struct ResultsPage {
    /// The page's own address.
    pub at: String,
    /// Which page this is, from 0.
    pub page: u64,
    /// There are more rows.
    pub more: bool,
    /// The rows: login name, course, test, outcome, points, time.
    pub rows: Vec<Vec<String>>,
}

impl ResultsPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let none = self.rows.is_empty();
        let heads = vec!["login", "course", "test", "outcome", "points", "submitted"];
        view! {
            <h1>{t("results-title")}</h1>
            <p class="lead">{t("results-text")}</p>
            {none.then(|| view! { <p>{t("results-none")}</p> })}
            {(!none).then(|| view! { <Table label="results-title" heads=heads rows=self.rows /> })}
            <Pager at=self.at page=self.page more=self.more />
        }
        .into_any()
    }
}
