//! One's own account: a new password, one's country, one's certificates.

use leptos::prelude::*;

use crate::parts::{ErrorSummary, Field, Mistake, Notice};
use crate::words::{t, tw};

/// The account of whoever is signed in.
pub struct AccountPage {
    /// Where the form is sent.
    pub action: String,
    /// The login name.
    pub login: String,
    /// The password was changed just now.
    pub changed: bool,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
    /// The fewest characters of a password.
    pub shortest: usize,
    /// Where the access tokens are.
    pub tokens: String,
    /// The country's name, if it was said, and where to change that.
    pub country: (Option<String>, String),
    /// One's certificates: the course's title, the number, and the public page's address.
    pub certificates: Vec<(String, String, String)>,
}

impl AccountPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let mistakes = self.mistakes;
        let hint = tw("new-password-hint", &[("shortest", self.shortest.into())]);
        let certificates = self.certificates.into_iter().map(|(title, number, href)| {
            view! { <li><a href=href>{title}</a>" "<code>{number}</code></li> }
        });
        let certificates = certificates.collect_view();
        let (country, chooser) = self.country;
        let link = if country.is_some() { t("country-change") } else { t("country-choose") };
        let country = country.unwrap_or_else(|| t("account-country-none"));
        view! {
            <h1>{t("account-title")}</h1>
            <p>{tw("account-login", &[("login", self.login.into())])}</p>
            {self.changed.then(|| view! { <Notice kind="done" text=t("password-changed") /> })}
            <ErrorSummary mistakes=mistakes.clone() />
            <section>
                <h2>{t("change-password")}</h2>
                <p>{t("change-password-ends")}</p>
                <form method="post" action=self.action class="narrow" novalidate=true>
                    <Field name="password" label="password-now" kind="password" autocomplete="current-password" mistakes=mistakes.clone() />
                    <Field name="new-password" label="password-new" kind="password" autocomplete="new-password" mistakes=mistakes hint=Some(hint) />
                    <p class="actions"><button class="primary">{t("change-password")}</button></p>
                </form>
            </section>
            <section>
                <h2>{t("account-country")}</h2>
                <p>{country}" "<a href=chooser>{link}</a></p>
            </section>
            <section>
                <h2>{t("my-certificates")}</h2>
                {certificates.is_empty().then(|| view! { <p>{t("no-certificates")}</p> })}
                <ul>{certificates}</ul>
            </section>
            <p><a href=self.tokens>{t("tokens-title")}</a></p>
        }
        .into_any()
    }
}
