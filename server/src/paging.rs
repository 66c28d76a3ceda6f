//! Long tables, a page at a time.

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
