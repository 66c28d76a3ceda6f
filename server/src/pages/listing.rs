//! A long table, a page at a time.

use app::pages::{Cell, ListingPage};
use axum::response::Response;

use crate::serve::visit::Visit;
use crate::view::Page;

/// The page of a table, from its query.
#[derive(serde::Deserialize)]
pub(crate) struct PageQuery {
    #[serde(default)]
    pub(crate) page: u64,
}

/// Rows are fetched one more than a page, if there are more.
pub(crate) fn cut<T>(mut rows: Vec<T>) -> (Vec<T>, bool) {
    let most = usize::try_from(store::lists::PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    (rows, more)
}

/// Draws the table whose messages and address begin with `stem`.
pub(crate) fn draw(
    visit: &Visit,
    stem: &'static str,
    heads: &[&'static str],
    query: &PageQuery,
    (rows, more): (Vec<Vec<Cell>>, bool),
) -> Response {
    let page = ListingPage { stem, heads: heads.to_vec(), rows, at: visit.to().page(stem), page: query.page, more };
    Page::new(visit.words.text(&format!("{stem}-title"))).draw(visit, || page.view())
}
