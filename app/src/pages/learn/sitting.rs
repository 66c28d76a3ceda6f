//! A test being taken: every question on one page and in one form, so that a page once loaded needs no network to be read
//! and answered. Without script any button keeps every answer; with it each is kept as it is given, by `style/keep.js`.

use leptos::prelude::*;

use crate::parts::{
    AskLabels, Asked, CountryNote, ErrorSummary, Filled, Mistake, Notice, TimeLeft, content, fields, hints, phrase,
};
use crate::tongue::Tongue;
use crate::words::{t, tw};

/// An open sitting.
pub struct SittingPage {
    /// The test's title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// Where the form is sent.
    pub action: String,
    /// Where single answers are sent by script.
    pub answers: String,
    /// Where whoever was signed out meanwhile signs in, and comes back here.
    pub sign_in: String,
    /// The sitting's id.
    pub attempt: String,
    /// The tab's id, minted with the page.
    pub tab: String,
    /// The questions, each with the fields that go with it.
    pub questions: Vec<(Asked, Hidden)>,
    /// Of which country it speaks, if something of one stands in it.
    pub country: Option<CountryNote>,
    /// How long it still lasts, if there is a limit.
    pub left: Option<TimeLeft>,
    /// How many are answered, as far as the server knows.
    pub answered: usize,
    /// Answers were kept just now.
    pub saved: bool,
    /// Answers that could not be read, by question.
    pub unread: Vec<Mistake>,
}

/// What goes with a question, unseen.
#[derive(Clone)]
pub struct Hidden {
    /// The id of the answer this form would give, minted with it.
    pub answer: String,
    /// The answer as it stood when the page was made: what is sent back unchanged is no answer.
    pub was: String,
    /// How much of it is answered.
    pub filled: Filled,
    /// Why what was typed just now is no answer.
    pub problem: Option<String>,
}

impl SittingPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let of = self.questions.len();
        let Tongue { lang, dir } = self.tongue;
        let labels = AskLabels::spoken();
        let numbered = self.questions.into_iter().enumerate();
        let questions = numbered.map(|(at, (asked, hidden))| question(at + 1, &asked, hidden, &labels)).collect_view();
        let milliseconds = self.left.as_ref().map(|left| left.left.to_string());
        let clock = self.left.map(|left| view! { <p class="clock" role="timer">{left.view()}</p> });
        view! {
            <form
                method="post"
                action=self.action
                class="sitting"
                id="sitting"
                data-attempt=self.attempt
                data-answers=self.answers
                data-sign-in=self.sign_in
                data-left=milliseconds
                data-words=words(of)
                autocomplete="off"
            >
                <h1 lang=lang dir=dir>{self.title}</h1>
                <div class="bar">
                    {clock}
                    <p class="count" role="status">{tw("answered", &[("answered", self.answered.into()), ("of", of.into())])}</p>
                    <p class="net" role="status"></p>
                </div>
                <ErrorSummary mistakes=self.unread />
                {self.saved.then(|| view! { <Notice kind="done" text=t("answers-saved") /> })}
                <noscript><p>{t("no-script-save")}</p></noscript>
                <input type="hidden" name="tab" value=self.tab />
                <input type="hidden" name="seq" value="0" />
                {questions}
                {self.country.map(CountryNote::view)}
                <p class="actions">
                    <button class="primary" name="do" value="review">{t("review")}</button>
                    " "
                    <button class="save" name="do" value="save">{t("save")}</button>
                </p>
            </form>
        }
        .into_any()
    }
}

fn question(number: usize, asked: &Asked, hidden: Hidden, labels: &AskLabels) -> impl IntoView + use<> {
    let (state, line) = match hidden.problem {
        Some(problem) => ("refused", problem),
        None if hidden.filled.is_answered() => ("safe", hidden.filled.safe()),
        None => ("open", t("state-open")),
    };
    let (title, named_by, id) = (format!("t{number}"), format!("t{number}"), asked.id.clone());
    view! {
        <section class="question" id=id.clone() data-question=id aria-labelledby=named_by>
            <h2 id=title>
                <span class="number">{tw("question-number", &[("number", number.into())])}</span>
                " "
                {phrase(&asked.tongue, asked.title.clone())}
            </h2>
            {content(&asked.tongue, Some("prompt reading"), asked.prompt.clone())}
            {fields(asked, labels, |_| ().into_any())}
            {hints(asked, labels)}
            <input type="hidden" name=format!("a{number}") value=hidden.answer />
            <input type="hidden" name=format!("w{number}") value=hidden.was />
            <p class="state" data-state=state>{line}</p>
        </section>
    }
}

/// The words that `keep.js` shows, in the page's language: `{n}` is a number.
fn words(of: usize) -> String {
    let lines = [
        ("open", t("state-open")),
        ("device", t("state-device")),
        ("safe", t("state-safe")),
        ("partly", tw("state-partly", &[("parts", "{n}".into()), ("of", "{of}".into())])),
        ("late", t("state-late")),
        ("refused", t("state-refused")),
        ("answered", tw("answered", &[("answered", "{n}".into()), ("of", of.into())])),
        ("left", tw("time-left", &[("time", "{n}".into())])),
        ("soon", t("time-soon")),
        ("over", t("time-over")),
        ("offline", t("offline")),
        ("busy", t("busy-in-test")),
        ("signedout", t("signed-out-in-test")),
        ("other", t("someone-else-in-test")),
        ("signin", t("sign-in")),
    ];
    let lines: std::collections::BTreeMap<_, _> = lines.into_iter().collect();
    serde_json::to_string(&lines).expect("texts are JSON")
}
