//! Who there is, and with which roles.

use leptos::prelude::*;

use crate::parts::{Pager, Table};
use crate::words::t;

/// Who there is, and with which roles.
pub struct PeoplePage {
    /// The page's own address.
    pub at: String,
    /// Which page this is, from 0.
    pub page: u64,
    /// There are more rows.
    pub more: bool,
    /// The rows: login name, roles, day, whether an e-mail address was given.
    pub rows: Vec<Vec<String>>,
}

impl PeoplePage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let none = self.rows.is_empty();
        let heads = vec!["login", "roles", "since", "email-given"];
        view! {
            <h1>{t("people-title")}</h1>
            <p class="lead">{t("people-text")}</p>
            {none.then(|| view! { <p>{t("people-none")}</p> })}
            {(!none).then(|| view! { <Table label="people-title" heads=heads rows=self.rows /> })}
            <Pager at=self.at page=self.page more=self.more />
        }
        .into_any()
    }
}
