//! Signing in.

use leptos::prelude::*;

use crate::parts::{ErrorSummary, Field, Mistake, Table};
use crate::words::t;

/// The form to sign in.
pub struct SignInPage {
    /// Where it is sent.
    pub action: String,
    /// Where one goes afterwards.
    pub next: String,
    /// Where to sign up instead.
    pub sign_up: String,
    /// What was typed.
    pub login: String,
    /// A form that was sent meanwhile, which goes along.
    pub kept: Vec<(String, String)>,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
    /// The people of a demonstration.
    pub demo: Vec<DemoLine>,
    /// Said when one was sent here from a page that needs signing in.
    pub came_from: bool,
}

/// Someone who exists only to try Haven out.
pub struct DemoLine {
    /// The login name.
    pub login: &'static str,
    /// The password.
    pub password: &'static str,
    /// What they are: a message's id.
    pub role: String,
}

impl SignInPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let mistakes = self.mistakes;
        let first = if self.kept.is_empty() { "sign-in-first" } else { "sign-in-kept" };
        let kept = kept(self.kept);
        view! {
            <h1>{t("sign-in")}</h1>
            <ErrorSummary mistakes=mistakes.clone() />
            {(self.came_from && mistakes.is_empty()).then(|| view! { <p>{t(first)}</p> })}
            <form method="post" action=self.action class="narrow" novalidate=true>
                <input type="hidden" name="next" value=self.next />
                {kept}
                <Field name="login" label="login" value=self.login autocomplete="username" mistakes=mistakes.clone() />
                <Field name="password" label="password" kind="password" autocomplete="current-password" mistakes=mistakes />
                <p class="actions"><button class="primary">{t("sign-in")}</button></p>
            </form>
            <p>{t("no-account")}" "<a href=self.sign_up>{t("sign-up")}</a></p>
            <p>{t("forgotten")}</p>
            {demo(self.demo)}
        }
        .into_any()
    }
}

/// What was sent, unseen, with a mark that says so.
fn kept(fields: Vec<(String, String)>) -> impl IntoView {
    let mark = (!fields.is_empty()).then(|| ("kept".to_owned(), "yes".to_owned()));
    let all = fields.into_iter().chain(mark);
    all.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view()
}

fn demo(people: Vec<DemoLine>) -> impl IntoView {
    let there = !people.is_empty();
    let code = |text: &'static str| view! { <code>{text}</code> }.into_any();
    let row = |one: DemoLine| vec![code(one.login), code(one.password), t(&one.role).into_any()];
    let rows = people.into_iter().map(row).collect();
    there.then(|| {
        view! {
            <section class="demo">
                <h2>{t("demo-title")}</h2>
                <p>{t("demo-text")}</p>
                <Table label=t("demo-title") heads=vec!["login", "password", "role"] rows=rows />
            </section>
        }
    })
}
