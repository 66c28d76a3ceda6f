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
    /// The first of them, errors before warnings.
    pub findings: Vec<Finding>,
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
        let more = (self.errors + self.warnings).saturating_sub(self.findings.len());
        let counts = tw("checks-now", &[("errors", self.errors.into()), ("warnings", self.warnings.into())]);
        let class = if self.errors > 0 { "live problem" } else { "live" };
        let last_good = (self.is_course && self.errors > 0).then(|| view! { <p>{t("live-last-good")}</p> });
        // Advice waits to be asked for: the page itself is to be seen. A mistake does not.
        let open = self.errors > 0;
        let more = (more > 0).then(|| view! { <p>{tw("live-more", &[("count", more.into())])}</p> });
        let list = (!self.findings.is_empty()).then(|| {
            view! { <details open=open><summary>{t("live-mend")}</summary>{findings(self.findings)}{more}</details> }
        });
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
