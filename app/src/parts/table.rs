//! A table of rows: dense, read in a second, wide ones scroll by themselves and not the page.

use leptos::prelude::*;

use crate::words::t;

/// A table. The first cell of each row names it.
#[component]
pub fn Table(
    /// The message that names the table.
    label: &'static str,
    /// The messages of its headings.
    heads: Vec<&'static str>,
    /// Its rows, a text a cell.
    rows: Vec<Vec<String>>,
) -> impl IntoView {
    let heads = heads.into_iter().map(|head| view! { <th scope="col">{t(head)}</th> }).collect_view();
    let row = |cells: Vec<String>| {
        let cell = |(at, text): (usize, String)| match at {
            0 => view! { <th scope="row"><bdi>{text}</bdi></th> }.into_any(),
            _ => view! { <td>{text}</td> }.into_any(),
        };
        view! { <tr>{cells.into_iter().enumerate().map(cell).collect_view()}</tr> }
    };
    view! {
        <div class="table" role="region" tabindex="0" aria-label=t(label)>
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
