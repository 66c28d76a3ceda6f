//! A question as it is asked: the same in a test and in practice, on the server and in the browser. Its fields all have one
//! name; their values are positions as shown, one for each option that is picked, or one for each row.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::tongue::Tongue;

/// A question ready to be drawn.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asked {
    /// Its id.
    pub id: String,
    /// The name of its fields.
    pub name: String,
    /// Its title, as HTML.
    pub title: String,
    /// Its prompt, as HTML.
    pub prompt: String,
    /// What there is to choose.
    pub body: AskedBody,
    /// What is chosen.
    pub given: Vec<String>,
    /// Hints, as HTML.
    pub hints: Vec<String>,
    /// The language of all this.
    pub tongue: Tongue,
}

/// What there is to choose from, in the order shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum AskedBody {
    /// Options, of which one or any number may be picked.
    Options {
        /// Any number.
        many: bool,
        /// As HTML.
        options: Vec<String>,
    },
    /// Rows, each to be paired with a target.
    Match {
        /// The headings of the two columns, as HTML.
        heads: [String; 2],
        /// The rows, as HTML.
        rows: Vec<String>,
        /// The targets, as text.
        targets: Vec<String>,
    },
}

/// The interface's words around a question.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskLabels {
    /// "Choose one".
    pub pick_one: String,
    /// "Choose all that are right".
    pub pick_any: String,
    /// "Choose", in a list nothing was chosen from.
    pub choose: String,
    /// "Hint".
    pub hint: String,
}

#[cfg(feature = "ssr")]
impl AskLabels {
    /// In the language of the page being drawn.
    #[must_use]
    pub fn spoken() -> Self {
        use crate::words::t;
        Self { pick_one: t("pick-one"), pick_any: t("pick-any"), choose: t("match-choose"), hint: t("hint") }
    }
}

/// HTML of the question in an element of its own language.
pub(crate) fn content(tongue: &Tongue, class: Option<&'static str>, html: String) -> AnyView {
    let Tongue { lang, dir } = tongue.clone();
    view! { <div class=class lang=lang dir=dir inner_html=html></div> }.into_any()
}

/// The same within a line.
pub(crate) fn phrase(tongue: &Tongue, html: String) -> AnyView {
    let Tongue { lang, dir } = tongue.clone();
    view! { <span lang=lang dir=dir inner_html=html></span> }.into_any()
}

/// What one fills in. `note` draws what stands under the option or row at a place.
pub(crate) fn fields(asked: &Asked, labels: &AskLabels, note: impl Fn(usize) -> AnyView) -> AnyView {
    match &asked.body {
        AskedBody::Options { many: true, options } => options_view(asked, "checkbox", options, &labels.pick_any, note),
        AskedBody::Options { many: false, options } => options_view(asked, "radio", options, &labels.pick_one, note),
        AskedBody::Match { heads, rows, targets } => {
            let row = |(place, text): (usize, &String)| pair(asked, labels, place, text, targets, note(place));
            let rows = rows.iter().enumerate().map(row).collect_view();
            let [from, to] = heads.clone().map(|head| phrase(&asked.tongue, head));
            view! { <fieldset class="pairs"><legend>{from}" – "{to}</legend>{rows}</fieldset> }.into_any()
        }
    }
}

fn options_view(
    asked: &Asked,
    kind: &'static str,
    options: &[String],
    legend: &str,
    note: impl Fn(usize) -> AnyView,
) -> AnyView {
    let row = |(place, html): (usize, &String)| {
        let value = place.to_string();
        let picked = asked.given.contains(&value);
        view! {
            <div class="choice">
                <label class="option">
                    <input type=kind name=asked.name.clone() value=value checked=picked />
                    {phrase(&asked.tongue, html.clone())}
                </label>
                {note(place)}
            </div>
        }
    };
    let rows = options.iter().enumerate().map(row).collect_view();
    view! { <fieldset class="options"><legend>{legend.to_owned()}</legend>{rows}</fieldset> }.into_any()
}

fn pair(asked: &Asked, labels: &AskLabels, place: usize, html: &str, targets: &[String], note: AnyView) -> AnyView {
    let id = format!("{}-{place}", asked.id);
    let Tongue { lang, dir } = asked.tongue.clone();
    let chosen = asked.given.get(place).cloned().unwrap_or_default();
    let choice = |(at, target): (usize, &String)| {
        let value = at.to_string();
        let selected = chosen == value;
        view! { <option value=value selected=selected lang=lang.clone() dir=dir.clone()>{target.clone()}</option> }
    };
    let choices = targets.iter().enumerate().map(choice).collect_view();
    view! {
        <div class="pair">
            <label for=id.clone() lang=lang.clone() dir=dir.clone() inner_html=html.to_owned()></label>
            <select id=id name=asked.name.clone()>
                <option value="">{labels.choose.clone()}</option>
                {choices}
            </select>
            {note}
        </div>
    }
    .into_any()
}

/// The hints, each behind a click.
pub(crate) fn hints(asked: &Asked, labels: &AskLabels) -> AnyView {
    let hint = |html: &String| {
        let html = content(&asked.tongue, None, html.clone());
        view! { <details class="hint"><summary>{labels.hint.clone()}</summary>{html}</details> }
    };
    asked.hints.iter().map(hint).collect_view().into_any()
}
