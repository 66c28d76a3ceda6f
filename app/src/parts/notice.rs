//! Something the reader should know before anything else on the page.

use leptos::prelude::*;

/// A box with a text: `kind` is `done`, `info` or `problem`, and is said in words too, by the text itself.
#[component]
pub fn Notice(
    /// What sort of news it is.
    kind: &'static str,
    /// The news.
    text: impl IntoView + 'static,
) -> impl IntoView {
    view! { <div class=format!("notice {kind}") role="status"><p>{text}</p></div> }
}
