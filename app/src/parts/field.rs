//! A form's fields: label, hint, what was typed, and what is wrong with it, in that order, tied together for screen readers.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::words::t;

/// Something wrong with a field, in the reader's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The field's name, which is its id too.
    pub field: Cow<'static, str>,
    /// What is wrong and what to do.
    pub message: String,
}

impl Mistake {
    pub(crate) fn of(mistakes: &[Self], field: &str) -> Option<String> {
        mistakes.iter().find(|one| one.field == field).map(|one| one.message.clone())
    }
}

/// What is wrong with a form, at its top, each with a link to its field.
#[component]
pub fn ErrorSummary(mistakes: Vec<Mistake>) -> impl IntoView {
    let lines =
        mistakes.iter().map(|one| view! { <li><a href=format!("#{}", one.field)>{one.message.clone()}</a></li> });
    let lines = lines.collect_view();
    (!mistakes.is_empty()).then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" aria-labelledby="errors">
                <h2 id="errors">{t("errors-title")}</h2>
                <ul>{lines}</ul>
            </div>
        }
    })
}

/// A line to type in.
#[component]
pub fn Field(
    /// The field's name, which is its id too.
    name: &'static str,
    /// The message of its label.
    label: &'static str,
    /// The input's type.
    #[prop(default = "text")]
    kind: &'static str,
    /// What was typed.
    #[prop(into, default = String::new())]
    value: String,
    /// The mistakes of the whole form.
    #[prop(default = Vec::new())]
    mistakes: Vec<Mistake>,
    /// What the browser may fill in.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// What a phone's keyboard writes in capitals.
    #[prop(default = "none")]
    autocapitalize: &'static str,
    /// A hint, ready made.
    #[prop(default = None)]
    hint: Option<String>,
    /// Must it be filled in?
    #[prop(default = true)]
    required: bool,
) -> impl IntoView {
    let error = Mistake::of(&mistakes, name);
    let described = described_by(name, hint.is_some(), error.is_some());
    view! {
        <div class="field" class:wrong=error.is_some()>
            <label for=name>{t(label)}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
            {error.as_ref().map(|error| view! { <p class="error" id=format!("{name}-error")>{error.clone()}</p> })}
            <input
                id=name
                name=name
                type=kind
                value=value
                autocomplete=autocomplete
                required=required
                aria-describedby=described
                aria-invalid=error.is_some().then_some("true")
                autocapitalize=autocapitalize
                spellcheck="false"
                dir=(kind == "text").then_some("auto")
            />
        </div>
    }
}

/// A box to tick.
#[component]
pub fn Tick(
    /// The field's name, which is its id too.
    name: &'static str,
    /// What one says by ticking it.
    label: &'static str,
    /// It was ticked.
    #[prop(default = false)]
    ticked: bool,
    /// The mistakes of the whole form.
    #[prop(default = Vec::new())]
    mistakes: Vec<Mistake>,
) -> impl IntoView {
    let error = Mistake::of(&mistakes, name);
    view! {
        <div class="field" class:wrong=error.is_some()>
            {error.as_ref().map(|error| view! { <p class="error" id=format!("{name}-error")>{error.clone()}</p> })}
            <label class="tick">
                <input
                    type="checkbox"
                    id=name
                    name=name
                    value="yes"
                    checked=ticked
                    required=true
                    aria-describedby=described_by(name, false, error.is_some())
                    aria-invalid=error.is_some().then_some("true")
                />
                <span>{t(label)}</span>
            </label>
        </div>
    }
}

pub(super) fn described_by(name: &str, hint: bool, error: bool) -> Option<String> {
    let ids: Vec<String> = [(hint, "hint"), (error, "error")]
        .iter()
        .filter(|(there, _)| *there)
        .map(|(_, what)| format!("{name}-{what}"))
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}
