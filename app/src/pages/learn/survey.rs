//! A survey: its questions, of which none has to be answered, and what is kept of the answers. It works without script: what was
//! picked is taken back by picking "No answer".

use leptos::prelude::*;

use crate::parts::{CountryNote, ErrorSummary, Mistake, Notice, content, phrase, said_around};
use crate::tongue::{Titled, Tongue};
use crate::words::{t, tw};

/// A survey.
pub struct SurveyPage {
    /// The course: title and address.
    pub course: (Titled, String),
    /// Its title.
    pub title: String,
    /// The language of its title and its instructions.
    pub tongue: Tongue,
    /// They stand in the source language, because they are not translated yet.
    pub untranslated: bool,
    /// What stands before the questions, as HTML.
    pub instructions: String,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
    /// How the reader stands to it.
    pub state: SurveyState,
}

/// How a reader stands to a survey.
pub enum SurveyState {
    /// It is asked.
    Form(SurveyForm),
    /// They have answered.
    Thanks {
        /// The module that is asked about next: title and address.
        next: Option<(String, String)>,
    },
    /// It is asked later; this says when.
    Later(String),
}

/// The questions.
pub struct SurveyForm {
    /// Where the form is sent.
    pub action: String,
    /// The part of the course that is asked about.
    pub part: String,
    /// Its title; none where it is the whole course.
    pub about: Option<String>,
    /// The questions.
    pub questions: Vec<SurveyField>,
    /// Whom to turn to in the reader's country, as HTML.
    pub helpline: String,
    /// What is wrong, by question.
    pub mistakes: Vec<Mistake>,
}

/// A question.
pub struct SurveyField {
    /// Its id.
    pub id: String,
    /// The name of its fields.
    pub name: String,
    /// Its title, as HTML.
    pub title: String,
    /// Its prompt, as HTML.
    pub prompt: String,
    /// The language of its words.
    pub tongue: Tongue,
    /// What it asks for.
    pub kind: SurveyKind,
    /// What was sent.
    pub given: Vec<String>,
}

/// What a question asks for; options and steps as HTML.
pub enum SurveyKind {
    /// One of these.
    Choice(Vec<String>),
    /// Any of these.
    Choices(Vec<String>),
    /// One of these, from low to high.
    Scale(Vec<String>),
    /// A line.
    Short,
    /// A text of at most so many words.
    Open(usize),
}

impl SurveyPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (course, href) = self.course;
        let Tongue { lang, dir } = self.tongue.clone();
        let asks = matches!(self.state, SurveyState::Form(_));
        let instructions = asks.then(|| content(&self.tongue, Some("reading"), self.instructions));
        view! {
            <nav class="crumbs" aria-label=t("crumbs")><a href=href.clone()>{course.clone().view()}</a></nav>
            <h1 lang=lang dir=dir>{self.title}</h1>
            {self.untranslated.then(|| view! { <Notice kind="info" text=t("untranslated-page") /> })}
            {instructions}
            {state(self.state, self.country, (course.text, href))}
        }
        .into_any()
    }
}

fn state(state: SurveyState, country: Option<CountryNote>, back: (String, String)) -> AnyView {
    let (course, href) = back;
    let back = view! { <p><a href=href>{tw("survey-back", &[("course", course.into())])}</a></p> };
    match state {
        SurveyState::Form(asked) => form(asked, country),
        SurveyState::Later(text) => view! { <Notice kind="info" text=text />{back} }.into_any(),
        SurveyState::Thanks { next } => {
            let next = next.map(|(title, href)| {
                view! { <p><a href=href>{tw("survey-next", &[("title", title.into())])}</a></p> }
            });
            view! { <Notice kind="done" text=t("survey-thanks") />{next}{back} }.into_any()
        }
    }
}

fn form(asked: SurveyForm, country: Option<CountryNote>) -> AnyView {
    let about = asked.about.map(|title| tw("survey-about", &[("title", title.into())]));
    let (helpline, mistakes) = (asked.helpline, asked.mistakes);
    let draw = |one| question(one, &helpline, &mistakes);
    let questions = asked.questions.into_iter().map(draw).collect_view();
    view! {
        {about.map(|about| view! { <p class="lead">{about}</p> })}
        <aside class="alert note"><p class="alert-label">{t("survey-kept-title")}</p><p>{t("survey-kept")}</p></aside>
        <ErrorSummary mistakes=mistakes.clone() />
        <form method="post" action=asked.action class="survey" autocomplete="off">
            <input type="hidden" name="part" value=asked.part />
            {questions}
            {country.map(CountryNote::view)}
            <p class="actions"><button class="primary">{t("survey-send")}</button></p>
        </form>
    }
    .into_any()
}

fn question(one: SurveyField, helpline: &str, mistakes: &[Mistake]) -> AnyView {
    let tongue = &one.tongue;
    let error = Mistake::of(mistakes, &one.id);
    let (title, error_id) = (format!("{}-title", one.id), format!("{}-error", one.id));
    let named_by = title.clone();
    let about = error.is_some().then(|| error_id.clone());
    let error = error.map(|error| view! { <p class="error" id=error_id>{error}</p> });
    let fields = match &one.kind {
        SurveyKind::Choice(options) => picks(&one, tongue, options, "radio", "options", "survey-pick-one", about),
        SurveyKind::Choices(options) => picks(&one, tongue, options, "checkbox", "options", "survey-pick-any", about),
        SurveyKind::Scale(steps) => {
            // A long scale would be too narrow side by side.
            let class = if steps.len() > 5 { "options" } else { "options scale" };
            picks(&one, tongue, steps, "radio", class, "survey-rate", about)
        }
        SurveyKind::Short => text(&one, tongue, None, helpline, about),
        SurveyKind::Open(words) => text(&one, tongue, Some(*words), helpline, about),
    };
    view! {
        <section class="question" id=one.id aria-labelledby=named_by>
            <h2 id=title>{phrase(tongue, one.title)}</h2>
            {content(tongue, Some("prompt reading"), one.prompt)}
            {error}
            {fields}
        </section>
    }
    .into_any()
}

/// Options. Where one is picked, "no answer" is picked until then, so that one can go back to it.
fn picks(
    one: &SurveyField,
    tongue: &Tongue,
    options: &[String],
    kind: &'static str,
    class: &'static str,
    legend: &str,
    described_by: Option<String>,
) -> AnyView {
    let picked = |value: &str| one.given.iter().any(|given| given == value);
    let option = |value: String, words: AnyView, picked: bool| {
        view! {
            <div class="choice">
                <label class="option"><input type=kind name=one.name.clone() value=value checked=picked />{words}</label>
            </div>
        }
    };
    let row = |(place, html): (usize, &String)| {
        let value = place.to_string();
        let is_picked = picked(&value);
        option(value, phrase(tongue, html.clone()), is_picked)
    };
    let rows = options.iter().enumerate().map(row).collect_view();
    let none = (kind == "radio").then(|| {
        let untouched = !one.given.iter().any(|given| !given.is_empty());
        view! {
            <label class="tick none"><input type="radio" name=one.name.clone() value="" checked=untouched /><span>{t("survey-no-answer")}</span></label>
        }
    });
    let (title, by) = (format!("{}-title", one.id), described_by);
    view! {
        <fieldset aria-labelledby=title aria-describedby=by>
            <legend>{t(legend)}</legend>
            <div class=class>{rows}</div>
            {none}
        </fieldset>
    }
    .into_any()
}

/// A text, and beside it whom to turn to: nobody reads it in time.
fn text(
    one: &SurveyField,
    tongue: &Tongue,
    words: Option<usize>,
    helpline: &str,
    described_by: Option<String>,
) -> AnyView {
    let (id, hint) = (format!("{}-text", one.id), format!("{}-hint", one.id));
    let by = described_by.map_or_else(|| hint.clone(), |error| format!("{error} {hint}"));
    let given = one.given.first().cloned().unwrap_or_default();
    let most = words.map(|words| format!("{} ", tw("survey-words", &[("words", words.into())])));
    let helpline = phrase(&Tongue::default(), helpline.to_owned());
    let help = said_around("survey-help", "helpline", helpline, &[]);
    let Tongue { lang, dir } = tongue.clone();
    let dir = dir.unwrap_or_else(|| "auto".to_owned());
    let field = if words.is_some() {
        let most = assessment::LONGEST_TEXT.to_string();
        view! { <textarea id=id.clone() name=one.name.clone() rows="5" maxlength=most aria-describedby=by lang=lang dir=dir>{given}</textarea> }
            .into_any()
    } else {
        let most = assessment::LONGEST.to_string();
        view! { <input type="text" id=id.clone() name=one.name.clone() value=given maxlength=most aria-describedby=by lang=lang dir=dir /> }
            .into_any()
    };
    view! {
        <div class="typed">
            <label for=id>{t("your-answer")}</label>
            <p class="hint" id=hint>{most}{t("survey-no-names")}</p>
            {field}
            <p class="hint">{help}</p>
        </div>
    }
    .into_any()
}
