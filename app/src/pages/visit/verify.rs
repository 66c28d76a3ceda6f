//! Is a certificate what it claims to be? Every certified fact, from the record, for anyone who has the number.

use leptos::prelude::*;

use crate::parts::{Field, Mistake};
use crate::words::{t, tw};

/// What is said of a certificate.
pub struct VerifyPage {
    /// Its number.
    pub number: String,
    /// What stands in the record, if there is one.
    pub verdict: Verdict,
    /// The facts: the id of the term's message, and the value.
    pub facts: Vec<(&'static str, String)>,
}

/// The state of a certificate.
pub enum Verdict {
    /// It stands.
    Valid,
    /// It stood until this day, as text.
    Expired(String),
    /// It was taken back on this day, for this reason.
    Revoked(String, String),
    /// There is none of this number.
    Unknown,
}

impl VerifyPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (class, title, text) = match self.verdict {
            Verdict::Valid => ("valid", t("verify-valid"), t("verify-valid-text")),
            Verdict::Expired(on) => ("expired", t("verify-expired"), tw("verify-expired-text", &[("on", on.into())])),
            Verdict::Revoked(on, why) => {
                let text = tw("verify-revoked-text", &[("on", on.into()), ("why", why.into())]);
                ("revoked", t("verify-revoked"), text)
            }
            Verdict::Unknown => ("unknown", t("verify-unknown"), t("verify-unknown-text")),
        };
        let known = !self.facts.is_empty();
        let facts = self
            .facts
            .into_iter()
            .map(|(term, value)| view! { <div><dt>{t(term)}</dt><dd><bdi>{value}</bdi></dd></div> });
        let facts = facts.collect_view();
        view! {
            <p class="kicker">{t("verify-title")}</p>
            <div class=format!("verdict {class}") role="status">
                <h1>{title}</h1>
                <p>{text}</p>
            </div>
            <p>{t("fact-number")}": "<code>{self.number}</code></p>
            {known.then(|| view! { <dl class="facts certified">{facts}</dl><p>{t("verify-compare")}</p> })}
            <p><a href="/verify">{t("verify-another")}</a></p>
        }
        .into_any()
    }
}

/// The form that asks for a number.
pub struct VerifyForm {
    /// What was typed.
    pub number: String,
    /// What is wrong with it.
    pub mistakes: Vec<Mistake>,
}

impl VerifyForm {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let hint = Some(t("verify-hint"));
        view! {
            <h1>{t("verify-title")}</h1>
            <p class="lead">{t("verify-lead")}</p>
            <form method="get" action="/verify" class="narrow" novalidate=true>
                <Field name="number" label="fact-number" value=self.number autocapitalize="characters" mistakes=self.mistakes hint=hint />
                <p class="actions"><button class="primary">{t("verify-check")}</button></p>
            </form>
        }
        .into_any()
    }
}
