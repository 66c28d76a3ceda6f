//! To the newer and older rows of a long table.

use leptos::prelude::*;

use crate::words::t;

/// Links to the pages beside this one, where there are any.
#[component]
pub fn Pager(
    /// The table's address, without a query.
    #[prop(into)]
    at: String,
    /// Which page this is, from 0.
    page: u64,
    /// There are older rows.
    more: bool,
) -> impl IntoView {
    let newer =
        (page > 0).then(|| view! { <a rel="prev" href=format!("{at}?page={}", page - 1)>{t("pager-newer")}</a> });
    let older = more.then(|| view! { <a rel="next" href=format!("{at}?page={}", page + 1)>{t("pager-older")}</a> });
    (page > 0 || more).then(|| view! { <nav class="pager" aria-label=t("pager-label")>{newer}{older}</nav> })
}
