//! Signing up: a name, a password, one tick. An e-mail address only for those who want messages.

use leptos::prelude::*;

use crate::parts::{CountryChoice, CountryField, ErrorSummary, Field, Mistake, Tick};
use crate::words::{t, tw};

/// The form to sign up.
pub struct SignUpPage {
    /// Where it is sent.
    pub action: String,
    /// Where one goes afterwards.
    pub next: String,
    /// Where to sign in instead.
    pub sign_in: String,
    /// What was typed: login name and e-mail address. A password is never sent back.
    pub typed: (String, String),
    /// The country, which nobody has to say.
    pub country: CountryChoice,
    /// The box was ticked.
    pub adult: bool,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
    /// The fewest characters of a password.
    pub shortest: usize,
}

impl SignUpPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let mistakes = self.mistakes;
        let (login, email) = self.typed;
        let hint = tw("new-password-hint", &[("shortest", self.shortest.into())]);
        view! {
            <h1>{t("sign-up")}</h1>
            <p class="lead">{t("sign-up-lead")}</p>
            <ErrorSummary mistakes=mistakes.clone() />
            <form method="post" action=self.action class="narrow" novalidate=true>
                <input type="hidden" name="next" value=self.next />
                <Field name="login" label="login" value=login autocomplete="username" mistakes=mistakes.clone() hint=Some(t("login-hint")) />
                <Field name="password" label="password" kind="password" autocomplete="new-password" mistakes=mistakes.clone() hint=Some(hint) />
                <Field name="email" label="email" kind="email" value=email autocomplete="email" mistakes=mistakes.clone() hint=Some(t("email-hint")) required=false />
                <CountryField choice=self.country mistakes=mistakes.clone() />
                <Tick name="adult" label="adult" ticked=self.adult mistakes=mistakes />
                <p class="actions"><button class="primary">{t("sign-up")}</button></p>
            </form>
            <p>{t("have-account")}" "<a href=self.sign_in>{t("sign-in")}</a></p>
        }
        .into_any()
    }
}
