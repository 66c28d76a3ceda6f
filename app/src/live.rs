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
    /// How the course stands whose page it is.
    pub standing: Standing,
    /// The folder of courses cannot be looked at: it was moved away, for example.
    pub is_away: bool,
    /// The folders whose courses are left out, for their names cannot be addresses.
    pub misnamed: Vec<String>,
    /// How many errors there are in what the page is of.
    pub errors: usize,
    /// How many warnings.
    pub warnings: usize,
    /// What they are.
    pub findings: Findings,
}

/// How a course stands whose page is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The page shows the folder's own state, or is no page of one course.
    Sound,
    /// There are errors: the page shows the last state without any.
    LastGood,
    /// There are errors, and never was a state without any: there is no page.
    NeverGood,
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
        let class = if self.is_away || !self.misnamed.is_empty() { "live problem" } else { class };
        let standing = match self.standing {
            Standing::Sound => None,
            Standing::LastGood => Some(view! { <p>{t("live-last-good")}</p> }),
            Standing::NeverGood => Some(view! { <p>{t("live-never-good")}</p> }),
        };
        let away = self.is_away.then(|| view! { <p>{t("live-away")}</p> });
        let left_out =
            |name: String| view! { <p>{tw("folder-name", &[("name", name.into())])}" "{t("folder-name-mend")}</p> };
        let misnamed = self.misnamed.into_iter().map(left_out).collect_view();
        let list = match self.findings {
            _ if all == 0 => None,
            // Advice waits to be asked for: the page itself is to be seen. A mistake does not.
            Findings::Shown(some) => Some(list(some, all, self.errors > 0)),
            Findings::ForAuthors(sign_in) => Some(for_authors(sign_in)),
        };
        view! {
            <aside class=class aria-label=t("live-title")>
                <p role="status"><strong>{t("live-title")}</strong>" "{counts}</p>
                {away}
                {standing}
                {misnamed}
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
