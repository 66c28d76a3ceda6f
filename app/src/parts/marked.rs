//! A question as it is shown once it is marked: by sign, word and colour.

use assessment::Mark;
use leptos::prelude::*;

use super::question::{content, phrase};
use crate::tongue::Tongue;
use crate::words::{t, tw};

/// A question with its marks, as far as the course allows them to be shown.
#[derive(Clone)]
pub struct Marked {
    /// Its number on the page, from 1.
    pub number: usize,
    /// Its title, as HTML.
    pub title: String,
    /// Its prompt, as HTML.
    pub prompt: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// What was earned, as text, and of how many points.
    pub score: (String, u32),
    /// It was answered.
    pub answered: bool,
    /// A later answer came after the end and was not counted.
    pub late: bool,
    /// Its options or pairs.
    pub lines: Vec<MarkedLine>,
    /// The explanation, as HTML.
    pub explanation: Option<String>,
}

/// An option or a pair.
#[derive(Clone)]
pub struct MarkedLine {
    /// The option or row, as HTML.
    pub text: String,
    /// What a row was paired with: a target as HTML, or nothing.
    pub paired: Option<Option<String>>,
    /// Its mark.
    pub mark: Mark,
    /// The author's word to it, as HTML.
    pub feedback: Option<String>,
    /// The target that is right, as HTML, where another was given.
    pub right: Option<String>,
}

impl Marked {
    /// The question as it stands on a result.
    #[must_use]
    pub fn view(self) -> AnyView {
        let lines = self.lines.into_iter().map(|one| line(one, &self.tongue)).collect_view();
        let score = tw("question-score", &[("earned", self.score.0.into()), ("of", self.score.1.into())]);
        let explanation = self.explanation.map(|html| content(&self.tongue, Some("alert note explanation"), html));
        view! {
            <section class="question marked">
                <h3>
                    <span class="number">{tw("question-number", &[("number", self.number.into())])}</span>
                    " "
                    {phrase(&self.tongue, self.title)}
                </h3>
                {content(&self.tongue, Some("prompt reading"), self.prompt)}
                <p class="score">{score}</p>
                {(!self.answered).then(|| view! { <p class="state">{t("not-answered")}</p> })}
                {self.late.then(|| view! { <p class="state late">{t("answer-late")}</p> })}
                <ul class="marks">{lines}</ul>
                {explanation}
            </section>
        }
        .into_any()
    }
}

fn line(line: MarkedLine, tongue: &Tongue) -> impl IntoView + use<> {
    let (class, word) = match line.mark {
        Mark::Right => ("right", Some(t("mark-right"))),
        Mark::Wrong => ("wrong", Some(t("mark-wrong"))),
        Mark::Missed => ("missed", Some(t("mark-missed"))),
        Mark::Blank => ("blank", Some(t("mark-blank"))),
        Mark::Plain => ("plain", None),
    };
    let paired = line.paired.flatten().map(|target| {
        let target = phrase(tongue, target);
        view! { <p class="given">"→ "{target}</p> }
    });
    let right = line.right.map(|target| {
        let target = phrase(tongue, target);
        view! { <div class="feedback">{t("pair-right")}" "{target}</div> }
    });
    view! {
        <li class=class>
            {word.map(|word| view! { <span class="mark">{word}</span>" " })}
            {phrase(tongue, line.text)}
            {paired}
            {line.feedback.map(|html| content(tongue, Some("feedback"), html))}
            {right}
        </li>
    }
}
