//! What checking found: a mistake, its place and its mend, as `haven check` says it.

use leptos::prelude::*;

use crate::words::{t, tw};

/// A mistake, its place and its mend.
#[derive(Clone)]
pub struct Finding {
    /// It is an error, not a warning.
    pub error: bool,
    /// File, line and column.
    pub place: String,
    /// The code, by which a warning can be silenced.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub mend: String,
    /// The line of the source.
    pub source: Option<String>,
    /// The marks under it.
    pub marks: String,
}

/// A list of them.
pub fn findings(all: Vec<Finding>) -> impl IntoView {
    view! { <ol class="findings">{all.into_iter().map(finding).collect_view()}</ol> }
}

fn finding(one: Finding) -> impl IntoView {
    let (class, word) = if one.error { ("error", t("severity-error")) } else { ("warning", t("severity-warning")) };
    let source = one
        .source
        .map(|line| view! { <pre dir="ltr" tabindex="0"><code>{format!("{line}\n{}", one.marks)}</code></pre> });
    view! {
        <li class=class>
            <p><strong>{word}</strong>" "<code dir="ltr">{one.place}</code>" "<code dir="ltr">{one.code}</code></p>
            <p>{one.message}</p>
            {source}
            <p>{tw("mend", &[("mend", one.mend.into())])}</p>
        </li>
    }
}
