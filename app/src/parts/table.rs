//! A table of rows: dense, read in a second, wide ones scroll by themselves and not the page.

use leptos::prelude::*;

use crate::words::t;

/// A table. The first cell of each row names it.
#[component]
pub fn Table(
    /// What names the table.
    #[prop(into)]
    label: String,
    /// The messages of its headings.
    heads: Vec<&'static str>,
    /// Its rows, cell by cell.
    rows: Vec<Vec<AnyView>>,
) -> impl IntoView {
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{t(head)}</th> }).collect_view();
    let row = |cells: Vec<AnyView>| {
        let cell = |(at, content): (usize, AnyView)| match at {
            0 => view! { <th scope="row"><bdi>{content}</bdi></th> }.into_any(),
            _ => view! { <td>{content}</td> }.into_any(),
        };
        view! { <tr>{cells.into_iter().enumerate().map(cell).collect_view()}</tr> }
    };
    view! {
        <div class="table" role="region" tabindex="0" aria-label=label>
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
