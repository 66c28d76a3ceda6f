//! A long table, a page at a time.

use app::pages::{Cell, ListingPage};
use app::parts::Way;
use axum::response::Response;

use crate::paging::PageQuery;
use crate::serve::visit::Visit;
use crate::view::Page;

/// Draws the table whose messages and address begin with `stem`.
pub(crate) fn draw(
    visit: &Visit,
    stem: &'static str,
    heads: &[&'static str],
    query: &PageQuery,
    (rows, more): (Vec<Vec<Cell>>, bool),
    beside: Option<Way>,
) -> Response {
    let page =
        ListingPage { stem, heads: heads.to_vec(), rows, at: visit.to().page(stem), page: query.page, more, beside };
    Page::new(visit.words.text(&format!("{stem}-title"))).draw(visit, || page.view())
}
