//! What checking found in every course: the same as `haven check` says.

use leptos::prelude::*;

use crate::parts::{Finding, Notice, findings};
use crate::words::{t, tw};

/// The courses and what was found in them.
pub struct ChecksPage {
    /// Every course in the folder.
    pub courses: Vec<CourseCheck>,
    /// The country packs.
    pub packs: PacksCheck,
}

/// The country packs as they were checked.
pub struct PacksCheck {
    /// The folder's own state is what is served.
    pub sound: bool,
    /// The names of the countries of which something is told, in words.
    pub countries: Vec<String>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// A course as it was checked.
pub struct CourseCheck {
    /// Its slug.
    pub slug: String,
    /// Its page, if some version of it is served.
    pub href: Option<String>,
    /// The folder's own state is served.
    pub sound: bool,
    /// What was found.
    pub findings: Vec<Finding>,
    /// The warnings that its author lets stand.
    pub silenced: Vec<LetStand>,
}

/// A warning that an author lets stand.
pub struct LetStand {
    /// File, line and column.
    pub place: String,
    /// The code of the warning.
    pub code: &'static str,
    /// What is warned of.
    pub message: String,
    /// Why it may stand, in the author's words.
    pub reason: String,
}

impl ChecksPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let none = self.courses.is_empty();
        let courses = self.courses.into_iter().map(course).collect_view();
        view! {
            <h1>{t("checks-title")}</h1>
            <p class="lead">{t("checks-lead")}</p>
            {none.then(|| view! { <p>{t("checks-none")}</p> })}
            {courses}
            {packs(self.packs)}
        }
        .into_any()
    }
}

fn packs(packs: PacksCheck) -> impl IntoView {
    let notice = match (packs.sound, packs.findings.is_empty()) {
        (true, true) => view! { <Notice kind="done" text=t("check-packs-clean") /> }.into_any(),
        (true, false) => view! { <Notice kind="info" text=t("check-packs-warnings") /> }.into_any(),
        (false, _) => view! { <Notice kind="problem" text=t("check-packs-last-good") /> }.into_any(),
    };
    let countries = if packs.countries.is_empty() { t("checks-countries-none") } else { packs.countries.join(", ") };
    view! {
        <section class="check">
            <h2>{t("checks-countries")}</h2>
            {notice}
            <p>{countries}</p>
            {findings(packs.findings)}
        </section>
    }
}

fn course(course: CourseCheck) -> impl IntoView {
    let notice = match (course.sound, course.href.is_some(), course.findings.is_empty()) {
        (true, _, true) => view! { <Notice kind="done" text=t("check-clean") /> }.into_any(),
        (true, _, false) => view! { <Notice kind="info" text=t("check-warnings") /> }.into_any(),
        (false, true, _) => view! { <Notice kind="problem" text=t("check-last-good") /> }.into_any(),
        (false, false, _) => view! { <Notice kind="problem" text=t("check-left-out") /> }.into_any(),
    };
    let title = match course.href {
        Some(href) => view! { <a href=href>{course.slug}</a> }.into_any(),
        None => course.slug.into_any(),
    };
    view! {
        <section class="check">
            <h2>{title}</h2>
            {notice}
            {findings(course.findings)}
            {silenced(course.silenced)}
        </section>
    }
}

fn silenced(all: Vec<LetStand>) -> Option<impl IntoView> {
    let count = all.len();
    (count > 0).then(|| {
        view! {
            <details>
                <summary>{tw("checks-silenced", &[("count", count.into())])}</summary>
                <ul>{all.into_iter().map(let_stand).collect_view()}</ul>
            </details>
        }
    })
}

fn let_stand(one: LetStand) -> impl IntoView {
    view! {
        <li>
            <p><code dir="ltr">{one.place}</code>" "<code dir="ltr">{one.code}</code></p>
            <p>{one.message}</p>
            <p>{tw("silenced-because", &[("reason", one.reason.into())])}</p>
        </li>
    }
}
