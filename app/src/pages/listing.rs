//! A long table, a page at a time: results, enrolments, people.

use leptos::prelude::*;

use crate::parts::{Pager, Table, Way, When};
use crate::words::t;

/// A page of a long table.
pub struct ListingPage {
    /// The stem of its messages: `-title`, `-text`, `-none`.
    pub stem: &'static str,
    /// The messages of its headings.
    pub heads: Vec<&'static str>,
    /// Its rows, cell by cell.
    pub rows: Vec<Vec<Cell>>,
    /// The table's address, without a query.
    pub at: String,
    /// Which page this is, from 0.
    pub page: u64,
    /// There are more rows.
    pub more: bool,
    /// Another page that belongs to this one.
    pub beside: Option<Way>,
}

/// What stands in a cell.
pub enum Cell {
    /// A text.
    Text(String),
    /// A moment.
    When(When),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl Cell {
    fn view(self) -> AnyView {
        match self {
            Self::Text(text) => text.into_any(),
            Self::When(when) => when.view(),
        }
    }
}

impl ListingPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let text = |ending: &str| t(&format!("{}-{ending}", self.stem));
        let none = self.rows.is_empty();
        let rows = self.rows.into_iter().map(|cells| cells.into_iter().map(Cell::view).collect()).collect();
        view! {
            <h1>{text("title")}</h1>
            <p class="lead">{text("text")}</p>
            {self.beside.map(|way| view! { <p><a href=way.href>{way.text}</a></p> })}
            {none.then(|| view! { <p>{text("none")}</p> })}
            {(!none).then(|| view! { <Table label=text("title") heads=self.heads rows=rows /> })}
            <Pager at=self.at page=self.page more=self.more />
        }
        .into_any()
    }
}
