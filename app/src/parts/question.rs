//! A question as it is asked: the same in a test and in practice, on the server and in the browser. Its fields all have one
//! name; their values are positions as shown, one for each option that is picked or one for each row, or what is typed.

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
    /// What there is to choose or to fill in.
    pub body: AskedBody,
    /// What is chosen or typed.
    pub given: Vec<String>,
    /// Hints, as HTML.
    pub hints: Vec<String>,
    /// The language of all this.
    pub tongue: Tongue,
}

/// What there is to choose from or to fill in, in the order shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum AskedBody {
    /// Options, of which one or any number may be picked.
    Options {
        /// Any number.
        many: bool,
        /// As HTML.
        options: Vec<String>,
    },
    /// Regions of a picture, of which one is pointed at or picked from the list.
    Hotspot {
        /// The picture with its regions, as HTML: see `picture_to_point_at`.
        picture: String,
        /// What is in each region, as HTML.
        options: Vec<String>,
    },
    /// Steps as HTML, each to be given its place.
    Order(Vec<String>),
    /// Rows, each to be paired with a target.
    Match {
        /// The headings of the two columns, as HTML.
        heads: [String; 2],
        /// The rows, as HTML.
        rows: Vec<String>,
        /// The targets, as text.
        targets: Vec<String>,
    },
    /// Text with gaps.
    Blanks {
        /// HTML before, between and after the gaps.
        text: Vec<String>,
        /// What each gap offers, as text; nothing where one types.
        choices: Vec<String>,
    },
    /// A number to type, with its unit as text.
    Number(String),
    /// A few words to type.
    Short,
}

/// More characters than this do not fit into a field: [`assessment::LONGEST`].
const LONGEST: usize = assessment::LONGEST;

/// The interface's words around a question.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AskLabels {
    /// "Choose one".
    pub pick_one: String,
    /// "Point at it, or choose it here".
    pub point: String,
    /// "Choose all that are right".
    pub pick_any: String,
    /// "Choose", in a list nothing was chosen from.
    pub choose: String,
    /// "Put these in order".
    pub put_in_order: String,
    /// "Fill the gaps".
    pub fill_gaps: String,
    /// "Gap {n}".
    pub gap: String,
    /// "Your answer".
    pub your_answer: String,
    /// "Hint".
    pub hint: String,
}

#[cfg(feature = "ssr")]
impl AskLabels {
    /// In the language of the page being drawn.
    #[must_use]
    pub fn spoken() -> Self {
        use crate::words::{t, tw};
        Self {
            pick_one: t("pick-one"),
            point: t("point"),
            pick_any: t("pick-any"),
            choose: t("match-choose"),
            put_in_order: t("put-in-order"),
            fill_gaps: t("fill-gaps"),
            gap: tw("gap", &[("number", "{n}".into())]),
            your_answer: t("your-answer"),
            hint: t("hint"),
        }
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

/// What one fills in. `note` draws what stands under the option, row or gap at a place.
pub(crate) fn fields(asked: &Asked, labels: &AskLabels, note: impl Fn(usize) -> AnyView) -> AnyView {
    match &asked.body {
        AskedBody::Options { many: true, options } => options_view(asked, "checkbox", options, &labels.pick_any, note),
        AskedBody::Options { many: false, options } => options_view(asked, "radio", options, &labels.pick_one, note),
        AskedBody::Hotspot { picture, options } => {
            let picture = content(&asked.tongue, Some("spots"), picture.clone());
            let list = options_view(asked, "radio", options, &labels.point, note);
            view! { <div class="hotspot">{picture}{list}</div> }.into_any()
        }
        AskedBody::Match { heads, rows, targets } => {
            let row = |(place, text): (usize, &String)| pair(asked, labels, place, text, targets, note(place));
            let rows = rows.iter().enumerate().map(row).collect_view();
            let [from, to] = heads.clone().map(|head| phrase(&asked.tongue, head));
            view! { <fieldset class="pairs"><legend>{from}" – "{to}</legend>{rows}</fieldset> }.into_any()
        }
        AskedBody::Order(steps) => order(asked, labels, steps, note),
        AskedBody::Blanks { text, choices } => super::gaps::gaps(asked, labels, text, choices, note),
        AskedBody::Number(unit) => typed(asked, labels, Some(unit), note(0)),
        AskedBody::Short => typed(asked, labels, None, note(0)),
    }
}

/// Steps, each with the place it is given. `style/load.js` lets two steps change places where one is given the other's.
fn order(asked: &Asked, labels: &AskLabels, steps: &[String], note: impl Fn(usize) -> AnyView) -> AnyView {
    let places: Vec<String> = (1..=steps.len()).map(|place| place.to_string()).collect();
    let step = |(at, html): (usize, &String)| {
        let select = choice(asked, labels, at, &places, &Tongue::default());
        view! { <div class="step">{select}{phrase_for(asked, at, html.clone())}{note(at)}</div> }
    };
    let steps = steps.iter().enumerate().map(step).collect_view();
    view! { <fieldset class="order"><legend>{labels.put_in_order.clone()}</legend>{steps}</fieldset> }.into_any()
}

/// A field to type into.
fn typed(asked: &Asked, labels: &AskLabels, unit: Option<&String>, note: AnyView) -> AnyView {
    let id = field_id(asked, 0);
    let Tongue { lang, dir } = asked.tongue.clone();
    let value = asked.given.first().cloned().unwrap_or_default();
    let mode = if unit.is_some() { "decimal" } else { "text" };
    let unit = unit.filter(|unit| !unit.is_empty()).map(|unit| view! { <span class="unit">{unit.clone()}</span> });
    view! {
        <div class="typed">
            <label for=id.clone()>{labels.your_answer.clone()}</label>
            <input
                type="text"
                id=id
                class=mode
                name=asked.name.clone()
                value=value
                inputmode=mode
                maxlength=LONGEST.to_string()
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                lang=lang
                dir=dir
            />
            {unit}
            {note}
        </div>
    }
    .into_any()
}

/// The id of a question's field.
pub(super) fn field_id(asked: &Asked, at: usize) -> String {
    format!("{}-{at}", asked.id)
}

/// The words of a row or step, as the label of its field.
fn phrase_for(asked: &Asked, at: usize, html: String) -> AnyView {
    let Tongue { lang, dir } = asked.tongue.clone();
    view! { <label for=field_id(asked, at) lang=lang dir=dir inner_html=html></label> }.into_any()
}

/// A list of texts to choose from; its value is the place of what is chosen.
fn choice(asked: &Asked, labels: &AskLabels, at: usize, texts: &[String], tongue: &Tongue) -> AnyView {
    let Tongue { lang, dir } = tongue.clone();
    let chosen = asked.given.get(at).cloned().unwrap_or_default();
    let option = |(place, text): (usize, &String)| {
        let value = place.to_string();
        let selected = chosen == value;
        view! { <option value=value selected=selected lang=lang.clone() dir=dir.clone()>{text.clone()}</option> }
    };
    let options = texts.iter().enumerate().map(option).collect_view();
    view! {
        <select id=field_id(asked, at) name=asked.name.clone()>
            <option value="">{labels.choose.clone()}</option>
            {options}
        </select>
    }
    .into_any()
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
        // Only the regions of a picture are labels elsewhere.
        let id = matches!(asked.body, AskedBody::Hotspot { .. }).then(|| field_id(asked, place));
        view! {
            <div class="choice">
                <label class="option">
                    <input type=kind id=id name=asked.name.clone() value=value checked=picked />
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
    let select = choice(asked, labels, place, targets, &asked.tongue);
    view! { <div class="pair">{phrase_for(asked, place, html.to_owned())}{select}{note}</div> }.into_any()
}

/// The hints, each behind a click.
pub(crate) fn hints(asked: &Asked, labels: &AskLabels) -> AnyView {
    hints_of(&asked.hints, &asked.tongue, &labels.hint)
}

/// Hints, as HTML, each behind a click on this word.
pub(super) fn hints_of(hints: &[String], tongue: &Tongue, word: &str) -> AnyView {
    let hint = |html: &String| {
        let html = content(tongue, None, html.clone());
        view! { <details class="hint"><summary>{word.to_owned()}</summary>{html}</details> }
    };
    hints.iter().map(hint).collect_view().into_any()
}
