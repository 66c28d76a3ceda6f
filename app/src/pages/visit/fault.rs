//! What happened, what is safe, what to do.

use leptos::prelude::*;

use crate::words::t;

/// A page for a request that was not answered with what was asked for.
pub struct FaultPage {
    /// The stem of its messages: `-title`, `-happened`, `-safe`, `-do`.
    pub stem: &'static str,
    /// Ways on: address and text.
    pub ways: Vec<(String, String)>,
    /// The number under which the log has it, where it was our fault.
    pub number: Option<String>,
}

impl FaultPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let stem = self.stem;
        let ways = self.ways.into_iter().map(|(href, text)| view! { <li><a href=href>{text}</a></li> }).collect_view();
        view! {
            <h1>{t(&format!("{stem}-title"))}</h1>
            <p class="lead">{t(&format!("{stem}-happened"))}</p>
            <p>{t(&format!("{stem}-safe"))}</p>
            <p>{t(&format!("{stem}-do"))}</p>
            <ul>{ways}</ul>
            {self.number.map(|number| view! { <p class="hint">{t("fault-number")}" "<code>{number}</code></p> })}
        }
        .into_any()
    }
}
