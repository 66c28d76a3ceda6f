//! A last look before submitting: what is answered and what is not.

use leptos::prelude::*;

use crate::parts::{Filled, Notice, TimeLeft, phrase};
use crate::tongue::Tongue;
use crate::words::{t, tw};

/// What would be submitted.
pub struct ReviewPage {
    /// The test's title.
    pub title: String,
    /// The language of its content.
    pub tongue: Tongue,
    /// Back to the questions.
    pub back: String,
    /// Where the form is sent.
    pub action: String,
    /// The questions: title as HTML, its language, id, how much of it is answered.
    pub questions: Vec<(String, Tongue, String, Filled)>,
    /// How long it still lasts, if there is a limit.
    pub left: Option<TimeLeft>,
    /// Which try this is, of how many, if there is a limit.
    pub tries: Option<(usize, u32)>,
}

impl ReviewPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let of = self.questions.len();
        let answered = self.questions.iter().filter(|(_, _, _, filled)| filled.is_answered()).count();
        let Tongue { lang, dir } = self.tongue;
        let back = self.back.clone();
        let rows = self.questions.into_iter().map(|(title, tongue, id, filled)| {
            let answered = filled.is_answered();
            let state = if answered { filled.safe() } else { t("not-answered") };
            view! {
                <li class:open=!answered>
                    <a href=format!("{back}#{id}")>{phrase(&tongue, title)}</a>" "<span class="state" data-state=if answered { "safe" } else { "open" }>{state}</span>
                </li>
            }
        });
        let missing = of - answered;
        view! {
            <h1>{t("review-title")}</h1>
            <p class="lead" lang=lang dir=dir>{self.title}</p>
            {(missing > 0).then(|| view! { <Notice kind="problem" text=tw("review-missing", &[("missing", missing.into())]) /> })}
            {self.tries.map(|(number, of)| view! { <p>{tw("review-try", &[("number", number.into()), ("of", of.into())])}</p> })}
            {self.left.map(|left| view! { <p>{left.view()}</p> })}
            <ol class="review">{rows.collect_view()}</ol>
            <form method="post" action=self.action class="actions">
                <button class="primary" name="do" value="submit">{tw("submit", &[("answered", answered.into())])}</button>
                " "
                <a href=self.back>{t("back-to-questions")}</a>
            </form>
        }
        .into_any()
    }
}
