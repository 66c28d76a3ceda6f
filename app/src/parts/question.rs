//! A question of a test: as it is asked, and as it is shown once it is marked. A practice question is an island, see
//! `islands::practice`.

use leptos::prelude::*;

use crate::words::{t, tw};

/// A question ready to be drawn.
#[derive(Clone)]
pub struct Asked {
    /// Its number on the page, from 1.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// Its title, as HTML.
    pub title: String,
    /// Its prompt, as HTML.
    pub prompt: String,
    /// What there is to choose.
    pub body: AskedBody,
    /// Hints, as HTML.
    pub hints: Vec<String>,
}

/// What there is to choose from.
#[derive(Clone)]
pub enum AskedBody {
    /// Options, of which one or any number may be picked.
    Options {
        /// Any number.
        many: bool,
        /// In the order shown.
        options: Vec<AskedOption>,
    },
    /// Rows, each to be paired with a target.
    Match {
        /// The headings of the two columns, as HTML.
        heads: [String; 2],
        /// The rows, as HTML, each with its chosen target's place.
        rows: Vec<(String, Option<usize>)>,
        /// The targets in the order shown, as text.
        targets: Vec<String>,
    },
}

/// An option.
#[derive(Clone)]
pub struct AskedOption {
    /// As HTML.
    pub text: String,
    /// It is picked.
    pub picked: bool,
}

/// A question to answer, inside the form of its test. Its fields are `q{number}`, or `q{number}-{row}` for pairs.
#[component]
pub fn Question(
    /// The question.
    asked: Asked,
    /// What stands below it: its state, hidden fields.
    children: Children,
) -> impl IntoView {
    let Asked { number, id, title, prompt, body, hints } = asked;
    let body = match body {
        AskedBody::Options { many, options } => options_view(number, many, options),
        AskedBody::Match { heads, rows, targets } => match_view(number, heads, rows, targets),
    };
    view! {
        <section class="question" id=id.clone() data-question=id aria-labelledby=format!("t{number}")>
            <h2 id=format!("t{number}")>
                <span class="number">{tw("question-number", &[("number", number.into())])}</span>
                " "
                <span inner_html=title></span>
            </h2>
            <div class="prompt reading" inner_html=prompt></div>
            {body}
            {hints_view(hints)}
            {children()}
        </section>
    }
}

fn hints_view(hints: Vec<String>) -> impl IntoView {
    hints
        .into_iter()
        .map(|hint| view! { <details class="hint"><summary>{t("hint")}</summary><div inner_html=hint></div></details> })
        .collect_view()
}

fn options_view(number: usize, many: bool, options: Vec<AskedOption>) -> AnyView {
    let kind = if many { "checkbox" } else { "radio" };
    let row = move |(place, option): (usize, AskedOption)| {
        view! {
            <label class="option">
                <input type=kind name=format!("q{number}") value=place.to_string() checked=option.picked />
                <span inner_html=option.text></span>
            </label>
        }
    };
    let rows = options.into_iter().enumerate().map(row).collect_view();
    let legend = if many { t("pick-any") } else { t("pick-one") };
    view! { <fieldset class="options"><legend>{legend}</legend>{rows}</fieldset> }.into_any()
}

fn match_view(number: usize, heads: [String; 2], rows: Vec<(String, Option<usize>)>, targets: Vec<String>) -> AnyView {
    let row = move |(place, (text, chosen)): (usize, (String, Option<usize>))| {
        let name = format!("q{number}-{place}");
        let choices = targets
            .iter()
            .enumerate()
            .map(|(at, target)| view! { <option value=at.to_string() selected=chosen == Some(at)>{target.clone()}</option> })
            .collect_view();
        view! {
            <div class="pair">
                <label for=name.clone() inner_html=text></label>
                <select id=name.clone() name=name>
                    <option value="">{t("match-choose")}</option>
                    {choices}
                </select>
            </div>
        }
    };
    let rows = rows.into_iter().enumerate().map(row).collect_view();
    let [from, to] = heads;
    view! {
        <fieldset class="pairs">
            <legend><span inner_html=from></span>" – "<span inner_html=to></span></legend>
            {rows}
        </fieldset>
    }
    .into_any()
}

/// How a marked option or pair is shown: by sign, word and colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Picked, and right.
    Right,
    /// Picked, and wrong.
    Wrong,
    /// Not picked, and right.
    Missed,
    /// Not picked, and rightly so.
    Plain,
}

/// A question with its marks, as far as the course allows them to be shown.
#[derive(Clone)]
pub struct Marked {
    /// Its number on the page, from 1.
    pub number: usize,
    /// Its title, as HTML.
    pub title: String,
    /// Its prompt, as HTML.
    pub prompt: String,
    /// What was earned, as text, and of how many points.
    pub score: (String, u32),
    /// It was answered.
    pub answered: bool,
    /// A later answer came after the end and was not counted.
    pub late: bool,
    /// Each option or pair: its HTML, its mark, and its feedback.
    pub lines: Vec<(String, Mark, Option<String>)>,
    /// The explanation, as HTML.
    pub explanation: Option<String>,
}

impl Marked {
    /// The question as it stands on a result.
    #[must_use]
    pub fn view(self) -> AnyView {
        let lines = self.lines.into_iter().map(line).collect_view();
        let score = tw("question-score", &[("earned", self.score.0.into()), ("of", self.score.1.into())]);
        view! {
            <section class="question marked">
                <h3>
                    <span class="number">{tw("question-number", &[("number", self.number.into())])}</span>
                    " "
                    <span inner_html=self.title></span>
                </h3>
                <div class="prompt reading" inner_html=self.prompt></div>
                <p class="score">{score}</p>
                {(!self.answered).then(|| view! { <p class="state">{t("not-answered")}</p> })}
                {self.late.then(|| view! { <p class="state late">{t("answer-late")}</p> })}
                <ul class="marks">{lines}</ul>
                {self.explanation.map(|html| view! { <aside class="alert note explanation" inner_html=html></aside> })}
            </section>
        }
        .into_any()
    }
}

fn line((text, mark, feedback): (String, Mark, Option<String>)) -> impl IntoView {
    let (class, word) = match mark {
        Mark::Right => ("right", Some(t("mark-right"))),
        Mark::Wrong => ("wrong", Some(t("mark-wrong"))),
        Mark::Missed => ("missed", Some(t("mark-missed"))),
        Mark::Plain => ("plain", None),
    };
    view! {
        <li class=class>
            {word.map(|word| view! { <span class="mark">{word}</span>" " })}
            <span inner_html=text></span>
            {feedback.map(|html| view! { <div class="feedback" inner_html=html></div> })}
        </li>
    }
}
