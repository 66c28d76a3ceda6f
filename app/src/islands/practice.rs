//! A practice question in a lesson: unlimited tries, feedback at once. Without script the form asks the server, which draws
//! the same question with its feedback; with script `assessment` marks it in the browser. The key may be here: practice does
//! not count.

use assessment::{Answer, Item, Mark, Misread, read_answer, two_readings};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::parts::{AskLabels, Asked, AskedBody, content, fields, hints, phrase};

/// A practice question, with everything it takes to mark it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PracticeQuestion {
    /// As it is asked; `given` is what was answered before the page was drawn.
    pub asked: Asked,
    /// It was answered before the page was drawn.
    pub checked: bool,
    /// Key, points, scoring.
    pub item: Item,
    /// `order[shown]` is the option or target of the source that stands there.
    pub order: Vec<usize>,
    /// The feedback of each option, or of each answer that was foreseen, as HTML, in source order.
    pub feedback: Vec<Option<String>>,
    /// The explanation, as HTML.
    pub explanation: Option<String>,
}

/// The words it needs, in the page's language.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PracticeLabels {
    pub ask: AskLabels,
    pub practice: String,
    pub check: String,
    pub again: String,
    pub nothing: String,
    /// `{typed}` is what was typed.
    pub not_a_number: String,
    /// `{typed}`, and `{whole}` and `{decimals}`, the two numbers it may be.
    pub two_numbers: String,
    pub right: String,
    pub partly: String,
    pub wrong: String,
    pub mark_right: String,
    pub mark_wrong: String,
    pub mark_missed: String,
    pub mark_blank: String,
    pub explanation: String,
}

/// What was checked: positions as shown.
type Checked = RwSignal<Option<Vec<String>>>;

/// The question, its form and its feedback.
#[island]
pub fn Practice(question: PracticeQuestion, labels: PracticeLabels) -> impl IntoView {
    let checked: Checked = RwSignal::new(question.checked.then(|| question.asked.given.clone()));
    let asked = &question.asked;
    let id = asked.id.clone();
    let (title_id, named_by) = (format!("{id}-title"), format!("{id}-title"));
    // Without script the page comes again, and begins at what it has to say.
    let (field, action, said) = (id.clone(), format!("#{id}-said"), format!("{id}-said"));
    let title = phrase(&asked.tongue, asked.title.clone());
    let prompt = content(&asked.tongue, Some("prompt"), asked.prompt.clone());
    let body = fields(asked, &labels.ask, |place| note(&question, &labels, checked, place));
    let hints = hints(asked, &labels.ask);
    let outcome = outcome(&question, &labels, checked);
    let check = labels.check.clone();
    view! {
        <section class="question practice" id=id aria-labelledby=named_by>
            <p class="kicker">{labels.practice.clone()}</p>
            <h2 id=title_id>{title}</h2>
            {prompt}
            <form method="get" action=action on:submit=move |event| submit(&event, checked)>
                <input type="hidden" name="check" value=field />
                {body}
                {hints}
                <p class="actions"><button>{check}</button></p>
            </form>
            <div role="status" id=said class="said">{outcome}</div>
        </section>
    }
}

/// In the browser the form stays; what it holds is marked here.
#[cfg(feature = "learn")]
fn submit(event: &leptos::ev::SubmitEvent, checked: Checked) {
    use wasm_bindgen::JsCast;

    let form = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlFormElement>().ok());
    let data = form.and_then(|form| web_sys::FormData::new_with_form(&form).ok());
    let Some(data) = data else { return };
    event.prevent_default();
    checked.set(Some(data.get_all("v").iter().filter_map(|value| value.as_string()).collect()));
}

/// On the server nothing is submitted: the view is only drawn.
#[cfg(not(feature = "learn"))]
fn submit(_: &leptos::ev::SubmitEvent, _: Checked) {}

/// The answer that was checked; none before, and none if it is no answer.
fn answer(question: &PracticeQuestion, checked: Checked) -> Option<Answer> {
    read_answer(&question.item, &question.order, &checked.get()?).ok().filter(|answer| !answer.is_blank())
}

/// What to say where there is no answer.
fn no_answer(question: &PracticeQuestion, labels: &PracticeLabels, checked: &[String]) -> String {
    let typed = checked.first().map_or("", String::as_str);
    match read_answer(&question.item, &question.order, checked) {
        Err(Misread::TwoNumbers) => {
            let (whole, decimals) = two_readings(typed);
            let text = labels.two_numbers.replace("{typed}", typed);
            text.replace("{whole}", &whole).replace("{decimals}", &decimals)
        }
        Err(Misread::NotANumber) => labels.not_a_number.replace("{typed}", typed),
        _ => labels.nothing.clone(),
    }
}

/// What stands under the option or row at this place, once it is checked: its mark, and the feedback of what was picked.
fn note(question: &PracticeQuestion, labels: &PracticeLabels, checked: Checked, place: usize) -> AnyView {
    let (question, labels) = (question.clone(), labels.clone());
    let part = match question.asked.body {
        AskedBody::Options { .. } | AskedBody::Hotspot { .. } | AskedBody::Order(_) => question.order[place],
        AskedBody::Match { .. } | AskedBody::Blanks { .. } | AskedBody::Number(_) | AskedBody::Short => place,
    };
    let note = move || {
        let answer = answer(&question, checked)?;
        let (class, word) = match question.item.marks(Some(&answer))[part] {
            Mark::Right => ("mark right", labels.mark_right.clone()),
            Mark::Wrong => ("mark wrong", labels.mark_wrong.clone()),
            Mark::Blank => return Some(view! { <p class="mark blank">{labels.mark_blank.clone()}</p> }.into_any()),
            Mark::Missed => return Some(view! { <p class="mark missed">{labels.mark_missed.clone()}</p> }.into_any()),
            Mark::Plain => return None,
        };
        let said = question.item.recognised(&answer).unwrap_or(part);
        let feedback = question.feedback.get(said).cloned().flatten();
        let feedback = feedback.map(|html| content(&question.asked.tongue, Some("feedback"), html));
        Some(view! { <p class=class>{word}</p>{feedback} }.into_any())
    };
    note.into_any()
}

/// What came of it, and the explanation.
fn outcome(question: &PracticeQuestion, labels: &PracticeLabels, checked: Checked) -> AnyView {
    let (question, labels) = (question.clone(), labels.clone());
    let outcome = move || {
        let given = checked.get()?;
        let Some(answer) = answer(&question, checked) else {
            return Some(view! { <p class="outcome">{no_answer(&question, &labels, &given)}</p> }.into_any());
        };
        let score = question.item.grade(Some(&answer));
        let (class, text) = match (*score.earned.numer(), score.earned == u64::from(score.of).into()) {
            (_, true) => ("outcome right", labels.right.clone()),
            (0, _) => ("outcome wrong", labels.wrong.clone()),
            _ => ("outcome partly", labels.partly.clone()),
        };
        let explanation = question.explanation.clone().map(|html| {
            let html = content(&question.asked.tongue, None, html);
            view! { <aside class="alert note"><p class="alert-label">{labels.explanation.clone()}</p>{html}</aside> }
        });
        Some(view! { <p class=class>{text}" "{labels.again.clone()}</p>{explanation} }.into_any())
    };
    outcome.into_any()
}
