//! A practice question in a lesson: unlimited tries, feedback at once. Without script the form asks the server, which draws
//! the same question with its feedback; with script `assessment` marks it in the browser. The key may be here: practice does
//! not count.

use assessment::{Answer, Item, read_answer};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A practice question, with everything it takes to mark it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PracticeQuestion {
    /// Its id.
    pub id: String,
    /// Its title, as HTML.
    pub title: String,
    /// Its prompt, as HTML.
    pub prompt: String,
    /// Key, points, scoring.
    pub item: Item,
    /// The order in which options or targets are shown.
    pub order: Vec<usize>,
    /// What there is to choose.
    pub body: PracticeBody,
    /// Hints, as HTML.
    pub hints: Vec<String>,
    /// The explanation, as HTML.
    pub explanation: Option<String>,
}

/// What there is to choose from, in the order of the source.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum PracticeBody {
    /// Options.
    Options(Vec<PracticeOption>),
    /// Rows as HTML and targets as text.
    Match {
        /// The headings of the two columns, as HTML.
        heads: [String; 2],
        /// The rows, as HTML.
        rows: Vec<String>,
        /// The targets, as text.
        targets: Vec<String>,
    },
}

/// An option.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PracticeOption {
    /// As HTML.
    pub text: String,
    /// As HTML.
    pub feedback: Option<String>,
}

/// The words it needs, in the page's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PracticeLabels {
    pub practice: String,
    pub pick_one: String,
    pub pick_any: String,
    pub choose: String,
    pub check: String,
    pub again: String,
    pub nothing: String,
    pub right: String,
    pub partly: String,
    pub wrong: String,
    pub mark_right: String,
    pub mark_wrong: String,
    pub mark_missed: String,
    pub hint: String,
    pub explanation: String,
}

/// The question, its form and its feedback. `given` is what was answered before the page was drawn: positions as shown.
#[island]
pub fn Practice(question: PracticeQuestion, given: Option<Vec<String>>, labels: PracticeLabels) -> impl IntoView {
    let checked = RwSignal::new(given);
    let id = question.id.clone();
    let (title_id, named_by) = (format!("{id}-title"), format!("{id}-title"));
    let (field, action) = (id.clone(), format!("#{id}"));
    let hints = hints(&question, &labels);
    let body = body(&question, &labels, checked);
    let outcome = outcome(&question, &labels, checked);
    let check = labels.check.clone();
    view! {
        <section class="question practice" id=id aria-labelledby=named_by>
            <p class="kicker">{labels.practice.clone()}</p>
            <h2 id=title_id inner_html=question.title.clone()></h2>
            <div class="prompt" inner_html=question.prompt.clone()></div>
            <form method="get" action=action on:submit=move |event| submit(&event, checked)>
                <input type="hidden" name="check" value=field />
                {body}
                {hints}
                <p class="actions"><button>{check}</button></p>
            </form>
            <div role="status">{outcome}</div>
        </section>
    }
}

/// In the browser the form stays; what it holds is marked here.
#[cfg(feature = "learn")]
fn submit(event: &leptos::ev::SubmitEvent, checked: RwSignal<Option<Vec<String>>>) {
    use wasm_bindgen::JsCast;

    let form = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlFormElement>().ok());
    let data = form.and_then(|form| web_sys::FormData::new_with_form(&form).ok());
    let Some(data) = data else { return };
    event.prevent_default();
    checked.set(Some(data.get_all("v").iter().filter_map(|value| value.as_string()).collect()));
}

/// On the server nothing is submitted: the view is only drawn.
#[cfg(not(feature = "learn"))]
fn submit(_: &leptos::ev::SubmitEvent, _: RwSignal<Option<Vec<String>>>) {}

fn hints(question: &PracticeQuestion, labels: &PracticeLabels) -> AnyView {
    let hint = |html: &String| {
        view! { <details class="hint"><summary>{labels.hint.clone()}</summary><div inner_html=html.clone()></div></details> }
    };
    question.hints.iter().map(hint).collect_view().into_any()
}

fn body(question: &PracticeQuestion, labels: &PracticeLabels, checked: RwSignal<Option<Vec<String>>>) -> AnyView {
    match &question.body {
        PracticeBody::Options(options) => options_view(question, options, labels, checked),
        PracticeBody::Match { heads, rows, targets } => match_view(question, heads, (rows, targets), labels, checked),
    }
}

/// The marks of what was answered, by option or row of the source; none before and none for an answer that is no answer.
fn marks(question: &PracticeQuestion, checked: RwSignal<Option<Vec<String>>>) -> Option<(Answer, Vec<bool>)> {
    let shown = checked.get()?;
    let answer = read_answer(&question.item, &question.order, &shown).ok().filter(|answer| !answer.is_blank())?;
    let parts = question.item.right_parts(&answer);
    Some((answer, parts))
}

fn picked(answer: &Answer, option: usize) -> bool {
    match answer {
        Answer::Choice(one) => *one == option,
        Answer::Choices(some) => some.contains(&option),
        Answer::Match(_) => false,
    }
}

fn options_view(
    question: &PracticeQuestion,
    options: &[PracticeOption],
    labels: &PracticeLabels,
    checked: RwSignal<Option<Vec<String>>>,
) -> AnyView {
    let many = matches!(question.item.key, assessment::Key::Choices { .. });
    let kind = if many { "checkbox" } else { "radio" };
    let before = checked.get_untracked().unwrap_or_default();
    let question_marks = {
        let question = question.clone();
        Memo::new(move |_| marks(&question, checked))
    };
    let row = |(place, source): (usize, usize)| {
        let option = options[source].clone();
        let words = (labels.mark_right.clone(), labels.mark_wrong.clone(), labels.mark_missed.clone());
        let mark = move || {
            let (answer, parts) = question_marks.get()?;
            let right = parts.get(source).copied().unwrap_or(false);
            match (picked(&answer, source), right) {
                (true, true) => Some(("right", words.0.clone())),
                (true, false) => Some(("wrong", words.1.clone())),
                (false, true) => Some(("missed", words.2.clone())),
                (false, false) => None,
            }
        };
        let feedback = option.feedback.clone();
        let shown_feedback = move || {
            let (answer, _) = question_marks.get()?;
            let html = picked(&answer, source).then(|| feedback.clone()).flatten()?;
            Some(view! { <div class="feedback" inner_html=html></div> })
        };
        view! {
            <div class="choice">
                <label class="option">
                    <input type=kind name="v" value=place.to_string() checked=before.contains(&place.to_string()) />
                    <span inner_html=option.text></span>
                </label>
                {move || mark().map(|(class, word)| view! { <p class=format!("mark {class}")>{word}</p> })}
                {shown_feedback}
            </div>
        }
    };
    let rows = question.order.iter().copied().enumerate().map(row).collect_view();
    let legend = if many { labels.pick_any.clone() } else { labels.pick_one.clone() };
    view! { <fieldset class="options"><legend>{legend}</legend>{rows}</fieldset> }.into_any()
}

fn match_view(
    question: &PracticeQuestion,
    heads: &[String; 2],
    (rows, targets): (&[String], &[String]),
    labels: &PracticeLabels,
    checked: RwSignal<Option<Vec<String>>>,
) -> AnyView {
    let before = checked.get_untracked().unwrap_or_default();
    let question_marks = {
        let question = question.clone();
        Memo::new(move |_| marks(&question, checked))
    };
    let row = |(place, text): (usize, &String)| {
        let id = format!("{}-{place}", question.id);
        let chosen = before.get(place).cloned().unwrap_or_default();
        let choices = question
            .order
            .iter()
            .enumerate()
            .map(|(at, source)| {
                let selected = chosen == at.to_string();
                view! { <option value=at.to_string() selected=selected>{targets[*source].clone()}</option> }
            })
            .collect_view();
        let words = (labels.mark_right.clone(), labels.mark_wrong.clone());
        let mark = move || {
            let (_, parts) = question_marks.get()?;
            let right = parts.get(place).copied().unwrap_or(false);
            Some(if right { ("right", words.0.clone()) } else { ("wrong", words.1.clone()) })
        };
        view! {
            <div class="pair">
                <label for=id.clone() inner_html=text.clone()></label>
                <select id=id name="v"><option value="">{labels.choose.clone()}</option>{choices}</select>
                {move || mark().map(|(class, word)| view! { <p class=format!("mark {class}")>{word}</p> })}
            </div>
        }
    };
    let rows = rows.iter().enumerate().map(row).collect_view();
    let [from, to] = heads.clone();
    view! {
        <fieldset class="pairs">
            <legend><span inner_html=from></span>" – "<span inner_html=to></span></legend>
            {rows}
        </fieldset>
    }
    .into_any()
}

fn outcome(
    question: &PracticeQuestion,
    labels: &PracticeLabels,
    checked: RwSignal<Option<Vec<String>>>,
) -> impl Fn() -> Option<AnyView> + Send + use<> {
    let (question, labels) = (question.clone(), labels.clone());
    move || {
        checked.get()?;
        let Some((answer, _)) = marks(&question, checked) else {
            return Some(view! { <p class="outcome">{labels.nothing.clone()}</p> }.into_any());
        };
        let score = question.item.grade(Some(&answer));
        let (class, text) = match (*score.earned.numer(), score.earned == u64::from(score.of).into()) {
            (_, true) => ("right", labels.right.clone()),
            (0, _) => ("wrong", labels.wrong.clone()),
            _ => ("partly", labels.partly.clone()),
        };
        let explanation = question.explanation.clone().map(|html| {
            view! { <aside class="alert note"><p class="alert-label">{labels.explanation.clone()}</p><div inner_html=html></div></aside> }
        });
        Some(view! { <p class=format!("outcome {class}")>{text}" "{labels.again.clone()}</p>{explanation} }.into_any())
    }
}
