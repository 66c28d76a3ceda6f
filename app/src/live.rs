//! What a page shows while someone writes the course: what checking found, above the page itself, and the script that loads the
//! page again when something was saved.

use leptos::prelude::*;

use crate::parts::{Finding, findings};
use crate::words::{t, tw};

/// How many findings stand above a page: the page itself is to be seen too. All of them are on the page of checks.
pub const MOST_FINDINGS: usize = 3;

/// The panel above a page.
#[derive(Clone)]
pub struct LivePanel {
    /// The address of the script.
    pub script: String,
    /// The address of the panel's style.
    pub style: String,
    /// Which state of the courses the page shows.
    pub turn: u64,
    /// The page is one of a course, and not of all.
    pub is_course: bool,
    /// How many errors there are in what the page is of.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// What they are.
    pub findings: Findings,
}

/// What checking found, as far as the reader may see it.
#[derive(Clone)]
pub enum Findings {
    /// The first of it, errors before warnings.
    Shown(Vec<Finding>),
    /// It is for authors. Where one signs in, if the reader is not signed in.
    ForAuthors(Option<String>),
}

impl LivePanel {
    /// What it adds to the head of the document.
    pub(crate) fn head(&self) -> AnyView {
        let (script, style, turn) = (self.script.clone(), self.style.clone(), self.turn.to_string());
        view! {
            <link rel="stylesheet" href=style />
            <script type="module" src=script data-turn=turn></script>
        }
        .into_any()
    }

    /// The panel itself.
    pub(crate) fn view(self) -> AnyView {
        let all = self.errors + self.warnings;
        let counts = tw("checks-now", &[("errors", self.errors.into()), ("warnings", self.warnings.into())]);
        let class = if self.errors > 0 { "live problem" } else { "live" };
        let last_good = (self.is_course && self.errors > 0).then(|| view! { <p>{t("live-last-good")}</p> });
        let list = match self.findings {
            _ if all == 0 => None,
            // Advice waits to be asked for: the page itself is to be seen. A mistake does not.
            Findings::Shown(some) => Some(list(some, all, self.errors > 0)),
            Findings::ForAuthors(sign_in) => Some(for_authors(sign_in)),
        };
        view! {
            <aside class=class aria-label=t("live-title")>
                <p role="status"><strong>{t("live-title")}</strong>" "{counts}</p>
                {last_good}
                {list}
            </aside>
        }
        .into_any()
    }
}

fn list(some: Vec<Finding>, all: usize, open: bool) -> AnyView {
    let more = all.saturating_sub(some.len());
    let more = (more > 0).then(|| view! { <p>{tw("live-more", &[("count", more.into())])}</p> });
    view! { <details open=open><summary>{t("live-mend")}</summary>{findings(some)}{more}</details> }.into_any()
}

fn for_authors(sign_in: Option<String>) -> AnyView {
    match sign_in {
        Some(href) => view! { <p><a href=href>{t("live-sign-in")}</a></p> }.into_any(),
        None => view! { <p>{t("live-for-authors")}</p> }.into_any(),
    }
}
