//! Choosing a country, so that help is that of the place where one is. It is asked and never guessed.

use leptos::prelude::*;

use crate::parts::{CountryChoice, CountryField, ErrorSummary, Mistake};
use crate::words::t;

/// The form to choose a country.
pub struct CountryPage {
    /// Where it is sent.
    pub action: String,
    /// Where one goes afterwards.
    pub next: String,
    /// What there is to choose from.
    pub choice: CountryChoice,
    /// Someone is signed in: it is kept with their account, and otherwise in this browser.
    pub signed_in: bool,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
}

impl CountryPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let kept = if self.signed_in { t("country-kept-account") } else { t("country-kept-browser") };
        view! {
            <h1>{t("country-title")}</h1>
            <p class="lead">{t("country-lead")}</p>
            <ErrorSummary mistakes=self.mistakes.clone() />
            <form method="post" action=self.action class="narrow">
                <input type="hidden" name="next" value=self.next />
                <CountryField choice=self.choice mistakes=self.mistakes />
                <p class="actions"><button class="primary">{t("country-save")}</button></p>
            </form>
            <p class="source">{kept}</p>
        }
        .into_any()
    }
}
