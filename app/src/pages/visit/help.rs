//! Where to get help: the international routes, with source and date. The same page for everyone, a click away from every other.

use leptos::prelude::*;

use crate::words::t;

/// The routes, each by the stem of its messages (`-title`, `-text`), its address and the address's short form.
const ROUTES: [(&str, &str, &str); 3] = [
    ("help-child", "https://childhelplineinternational.org/", "childhelplineinternational.org"),
    ("help-picture", "https://www.inhope.org/", "inhope.org"),
    ("help-portal", "https://www.iwf.org.uk/", "iwf.org.uk"),
];

/// Get help.
pub struct HelpPage;

impl HelpPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let routes = ROUTES.map(|(stem, href, short)| {
            view! {
                <section>
                    <h2>{t(&format!("{stem}-title"))}</h2>
                    <p>{t(&format!("{stem}-text"))}</p>
                    <p><a href=href rel="external noreferrer noopener">{short}</a></p>
                </section>
            }
        });
        view! {
            <h1>{t("help-title")}</h1>
            <p class="lead">{t("help-lead")}</p>
            <p><strong>{t("help-danger")}</strong></p>
            {routes.into_iter().collect_view()}
            <section>
                <h2>{t("help-never-title")}</h2>
                <p>{t("help-never-text")}</p>
            </section>
            <p class="source">{t("help-source")}</p>
        }
        .into_any()
    }
}
