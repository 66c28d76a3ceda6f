//! One's access tokens: for programs that speak for one.

use leptos::prelude::*;

use crate::parts::{ErrorSummary, Field, Mistake, Notice, Table};
use crate::words::{t, tw};

/// The access tokens of whoever is signed in.
pub struct TokensPage {
    /// Where the forms are sent.
    pub action: String,
    /// The tokens there are.
    pub tokens: Vec<TokenLine>,
    /// A token's text, just made: shown this once.
    pub made: Option<String>,
    /// The id minted with the form, so that it makes one token however often it is sent.
    pub id: String,
    /// The name as typed.
    pub name: String,
    /// The words of the scopes there are, and whether each is ticked.
    pub scopes: Vec<(&'static str, bool)>,
    /// How many days a new token is good for.
    pub days: i64,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
}

/// A token.
pub struct TokenLine {
    /// Its id.
    pub id: String,
    /// What its person calls it.
    pub name: String,
    /// What it may do, in words.
    pub scopes: String,
    /// Until when, as text.
    pub expires: String,
}

impl TokensPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let made = self.made.map(|text| {
            view! {
                <section class="issued">
                    <p>{t("token-made")}</p>
                    <p><code class="token">{text}</code></p>
                </section>
            }
        });
        let tokens = listed(self.tokens, &self.action);
        view! {
            <h1>{t("tokens-title")}</h1>
            <p class="lead">{t("tokens-lead")}</p>
            {made}
            {tokens}
            <h2>{t("token-new")}</h2>
            {form(self.action, self.id, self.name, self.scopes, self.days, self.mistakes)}
        }
        .into_any()
    }
}

fn listed(tokens: Vec<TokenLine>, action: &str) -> AnyView {
    if tokens.is_empty() {
        return view! { <Notice kind="info" text=t("tokens-none") /> }.into_any();
    }
    let revoke = |id: String| {
        view! {
            <form method="post" action=action.to_owned()>
                <button class="link" name="revoke" value=id>{t("token-revoke")}</button>
            </form>
        }
    };
    let row = |one: TokenLine| {
        let cells = [one.name, one.scopes, one.expires].map(IntoAny::into_any);
        cells.into_iter().chain([revoke(one.id).into_any()]).collect()
    };
    let rows = tokens.into_iter().map(row).collect();
    let heads = vec!["token-name", "token-scopes", "token-expires", "token-revoke"];
    view! { <section><Table label=t("tokens-title") heads=heads rows=rows /></section> }.into_any()
}

fn form(
    action: String,
    id: String,
    name: String,
    scopes: Vec<(&'static str, bool)>,
    days: i64,
    mistakes: Vec<Mistake>,
) -> impl IntoView {
    let wrong = mistakes.iter().find(|one| one.field == "scope").map(|one| one.message.clone());
    let is_wrong = wrong.is_some();
    let scope = |(at, (word, ticked)): (usize, (&'static str, bool))| {
        view! {
            <label class="tick">
                <input type="checkbox" id=(at == 0).then_some("scope") name="scope" value=word checked=ticked />
                <span>{t(&format!("scope-{word}"))}</span>
            </label>
        }
    };
    let scopes = scopes.into_iter().enumerate().map(scope).collect_view();
    view! {
        <ErrorSummary mistakes=mistakes.clone() />
        <form method="post" action=action class="narrow" novalidate=true>
            <input type="hidden" name="id" value=id autocomplete="off" />
            <Field name="name" label="token-name" value=name mistakes=mistakes hint=Some(t("token-name-hint")) />
            <fieldset class="field" class:wrong=is_wrong>
                <legend>{t("token-scopes")}</legend>
                {wrong.map(|error| view! { <p class="error">{error}</p> })}
                {scopes}
            </fieldset>
            <p class="actions"><button class="primary">{t("token-make")}</button></p>
            <p class="hint">{tw("token-lasts", &[("days", days.into())])}</p>
        </form>
    }
}
