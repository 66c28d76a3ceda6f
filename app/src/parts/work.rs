//! Work that a person will mark: a place to write, which is kept on this device and nowhere else, and the rubric to compare it
//! with. It needs no script to be written and compared; `style/load.js` keeps it where scripts run.

use leptos::prelude::*;

use super::question::{content, hints_of, phrase};
use crate::tongue::Tongue;
use crate::words::{t, tw};

/// A piece of work, ready to be drawn.
pub struct WorkPiece {
    /// Its id.
    pub id: String,
    /// Where the device keeps what is written: other for each person, so that nobody finds what someone else wrote.
    pub shelf: String,
    /// It is done outside the course, and noted here.
    pub is_task: bool,
    /// Its title, as HTML.
    pub title: String,
    /// Its prompt, as HTML.
    pub prompt: String,
    /// About how many words are asked for.
    pub words: Option<u32>,
    /// The rubric, as HTML.
    pub rubric: String,
    /// What the highest level everywhere is worth.
    pub points: u32,
    /// Hints, as HTML.
    pub hints: Vec<String>,
    /// The explanation, as HTML.
    pub explanation: Option<String>,
    /// Whom to turn to, as HTML.
    pub help: String,
    /// The language of all this.
    pub tongue: Tongue,
}

impl WorkPiece {
    /// Draws it.
    #[must_use]
    pub fn view(self) -> AnyView {
        let title_id = format!("{}-title", self.id);
        let class = if self.is_task { "question work task" } else { "question work" };
        let title = phrase(&self.tongue, self.title.clone());
        let prompt = content(&self.tongue, Some("prompt"), self.prompt.clone());
        let hints = hints_of(&self.hints, &self.tongue, &t("hint"));
        let field = self.field();
        let (id, named_by) = (self.id.clone(), title_id.clone());
        let kicker = if self.is_task { t("work-task") } else { t("work-open") };
        let compare = self.compare();
        view! {
            <section class=class id=id aria-labelledby=named_by>
                <p class="kicker">{kicker}</p>
                <h2 id=title_id>{title}</h2>
                {prompt}
                {field}
                {hints}
                {compare}
            </section>
        }
        .into_any()
    }

    fn field(&self) -> AnyView {
        let field = format!("{}-text", self.id);
        let about = format!("{field}-about");
        let Tongue { lang, dir } = self.tongue.clone();
        let wanted = self.words.map(|words| view! { <p>{tw("work-words", &[("words", words.into())])}</p> });
        let count = tw("work-count", &[("words", "{n}".into())]);
        view! {
            <div class="field write" data-count=count data-kept=t("work-kept") data-full=t("work-full")>
                <label for=field.clone()>{if self.is_task { t("work-note") } else { t("work-text") }}</label>
                <div class="hint" id=about.clone()>
                    {wanted}
                    <p>{t("work-stays")}</p>
                    <noscript><p>{t("work-no-script")}</p></noscript>
                </div>
                <textarea
                    id=field
                    rows="8"
                    maxlength="20000"
                    autocomplete="off"
                    aria-describedby=about
                    data-shelf=self.shelf.clone()
                    lang=lang
                    dir=dir
                ></textarea>
                <p class="state" hidden></p>
                <p class="actions" hidden><button type="button">{t("work-delete")}</button></p>
                {content(&self.tongue, Some("hint"), self.help.clone())}
            </div>
        }
        .into_any()
    }

    /// The rubric: of a task it is read before, of an answer afterwards.
    fn compare(self) -> AnyView {
        let points = tw("work-points", &[("points", self.points.into())]);
        let rubric = content(&self.tongue, None, self.rubric);
        let explanation = self.explanation.map(|html| {
            let html = content(&self.tongue, None, html);
            view! { <aside class="alert note"><p class="alert-label">{t("explanation")}</p>{html}</aside> }
        });
        if self.is_task {
            view! { <h3>{t("work-rubric")}</h3><p>{points}</p>{rubric}{explanation} }.into_any()
        } else {
            view! {
                <details class="compare">
                    <summary>{t("work-compare")}</summary>
                    <p>{points}</p>
                    {rubric}
                    {explanation}
                </details>
            }
            .into_any()
        }
    }
}
