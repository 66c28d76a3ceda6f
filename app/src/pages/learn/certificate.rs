//! One's certificate: what it takes, the name to be printed, and then the document itself.

use leptos::prelude::*;

use crate::parts::{ErrorSummary, Field, Mistake, Notice, Tick};
use crate::tongue::Titled;
use crate::words::{t, tw};

/// The certificate of an enrolment.
pub struct CertificatePage {
    /// The course: title and address.
    pub course: (Titled, String),
    /// What it takes, and whether it is met.
    pub requirements: Vec<Requirement>,
    /// The form, once everything is met and nothing is issued.
    pub claim: Option<ClaimForm>,
    /// One was revoked for good: no other is issued.
    pub refused: bool,
    /// What was issued.
    pub issued: Vec<Issued>,
}

/// Something a certificate takes.
pub struct Requirement {
    /// What.
    pub text: String,
    /// It is met.
    pub met: bool,
    /// Where one can meet it.
    pub href: Option<String>,
}

/// The form that confirms the name.
pub struct ClaimForm {
    /// Where it is sent.
    pub action: String,
    /// The name as typed.
    pub name: String,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
}

/// An issued certificate.
pub struct Issued {
    /// Its number.
    pub number: String,
    /// The name on it.
    pub name: String,
    /// The PDF.
    pub pdf: String,
    /// The public page.
    pub verify: String,
    /// Why it was revoked, if it was.
    pub revoked: Option<String>,
}

impl CertificatePage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (course, href) = self.course;
        let requirements = self.requirements.into_iter().map(|one| {
            let state = if one.met { t("met") } else { t("not-met") };
            let text = match one.href {
                Some(href) => view! { <a href=href>{one.text}</a> }.into_any(),
                None => one.text.into_any(),
            };
            view! { <li class=if one.met { "met" } else { "open" }><span class="mark">{state}</span>" "{text}</li> }
        });
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=href>{course.clone().view()}</a></nav>
            <h1>{t("certificate-title")}</h1>
            <p class="lead">{course.view()}</p>
            {self.issued.into_iter().map(issued).collect_view()}
            {self.refused.then(|| view! { <p>{t("certificate-refused")}</p> })}
            <h2>{t("requirements")}</h2>
            <ul class="requirements">{requirements.collect_view()}</ul>
            {self.claim.map(claim)}
        }
        .into_any()
    }
}

fn issued(one: Issued) -> AnyView {
    match one.revoked {
        Some(why) => view! { <Notice kind="problem" text=tw("certificate-revoked", &[("number", one.number.into()), ("why", why.into())]) /> }.into_any(),
        None => view! {
            <section class="issued">
                <p>{tw("certificate-issued", &[("name", one.name.into())])}</p>
                <p class="actions"><a class="button" href=one.pdf>{t("certificate-pdf")}</a>" "<a href=one.verify>{t("certificate-verify")}</a></p>
                <p>{t("fact-number")}": "<code>{one.number}</code></p>
            </section>
        }
        .into_any(),
    }
}

fn claim(claim: ClaimForm) -> impl IntoView {
    let mistakes = claim.mistakes;
    view! {
        <section>
            <h2>{t("claim-title")}</h2>
            <ErrorSummary mistakes=mistakes.clone() />
            <form method="post" action=claim.action class="narrow" novalidate=true>
                <Field name="name" label="printed-name" value=claim.name autocomplete="name" autocapitalize="words" mistakes=mistakes.clone() hint=Some(t("printed-name-hint")) />
                <Tick name="confirm" label="printed-name-confirm" mistakes=mistakes />
                <p class="actions"><button class="primary">{t("claim")}</button></p>
            </form>
        </section>
    }
}
