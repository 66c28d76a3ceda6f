//! Where to get help: whom to turn to in the reader's country, as far as that is known, and the international routes. The same
//! page for everyone, a click away from every other.

use leptos::prelude::*;

use crate::tongue::Tongue;
use crate::words::{t, tw};

/// Get help.
pub struct HelpPage {
    /// What is known of the reader's country.
    pub country: HelpCountry,
    /// The page on which one chooses a country.
    pub chooser: String,
    /// The international routes, each by the stem of its messages (`-title`, `-text`), its address and that address's short
    /// form.
    pub routes: Vec<(&'static str, &'static str, &'static str)>,
}

/// The reader's country.
pub enum HelpCountry {
    /// None was chosen.
    NotChosen,
    /// It is called so, and nothing else is known of it.
    Unknown(String),
    /// It is known.
    Known(Box<KnownCountry>),
}

/// What is known of a country.
pub struct KnownCountry {
    /// Its name.
    pub name: String,
    /// The offices that are known, each by the id of its heading's message.
    pub offices: Vec<(&'static str, Vec<HelpContact>)>,
    /// What the law says.
    pub law: Option<(String, Tongue)>,
    /// From this age on a child agrees to the use of data about them.
    pub consent_age: Option<u8>,
    /// Where this stands: address and short form.
    pub source: (String, String),
    /// The day for which it stands there, in words.
    pub checked: String,
}

/// Someone to turn to.
pub struct HelpContact {
    /// The name.
    pub name: (String, Tongue),
    /// The number: the address to dial it, and as it is written.
    pub number: Option<(String, String)>,
    /// The page: address and short form.
    pub url: Option<(String, String)>,
    /// When someone answers.
    pub hours: Option<(String, Tongue)>,
    /// In which languages, in words.
    pub languages: Option<String>,
    /// Who says so, where it is not the country's own source: address and short form.
    pub source: Option<(String, String)>,
}

impl HelpPage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let routes = self.routes.into_iter().map(|(stem, href, short)| {
            view! {
                <section>
                    <h2>{t(&format!("{stem}-title"))}</h2>
                    <p>{t(&format!("{stem}-text"))}</p>
                    <p>{outside((href.to_owned(), short.to_owned()))}</p>
                </section>
            }
        });
        view! {
            <h1>{t("help-title")}</h1>
            <p class="lead">{t("help-lead")}</p>
            <p><strong>{t("help-danger")}</strong></p>
            {country(self.country, self.chooser)}
            {routes.collect_view()}
            <section>
                <h2>{t("help-never-title")}</h2>
                <p>{t("help-never-text")}</p>
            </section>
            <section>
                <h2>{t("help-leave-title")}</h2>
                <p>{t("help-leave-text")}</p>
            </section>
            <p class="source">{t("help-source")}</p>
        }
        .into_any()
    }
}

fn country(country: HelpCountry, chooser: String) -> AnyView {
    match country {
        HelpCountry::NotChosen => view! { <p><a href=chooser>{t("help-choose")}</a></p> }.into_any(),
        HelpCountry::Unknown(name) => {
            let text = tw("help-unknown", &[("country", name.into())]);
            view! { <p>{text}" "<a href=chooser>{t("country-change")}</a></p> }.into_any()
        }
        HelpCountry::Known(known) => self::known(*known, chooser),
    }
}

fn known(known: KnownCountry, chooser: String) -> AnyView {
    let offices = known.offices.into_iter().map(|(title, contacts)| {
        let contacts = contacts.into_iter().map(contact).collect_view();
        view! { <h3>{t(title)}</h3><ul class="contacts">{contacts}</ul> }
    });
    let law = known.law.map(|(text, Tongue { lang, dir })| {
        view! { <h3>{t("office-law")}</h3><p lang=lang dir=dir>{text}</p> }
    });
    let age = known.consent_age.map(|age| view! { <p>{tw("help-consent-age", &[("age", age.into())])}</p> });
    view! {
        <section class="country">
            <h2>{tw("help-country", &[("country", known.name.into())])}</h2>
            {offices.collect_view()}
            {law}
            {age}
            <p class="source">
                {tw("help-checked", &[("day", known.checked.into())])}" "{outside(known.source)}". "
                <a href=chooser>{t("country-change")}</a>
            </p>
        </section>
    }
    .into_any()
}

fn contact(contact: HelpContact) -> impl IntoView {
    let (name, Tongue { lang, dir }) = contact.name;
    let number = contact.number.map(|(href, written)| view! { " "<a class="call" href=href dir="ltr">{written}</a> });
    let url = contact.url.map(|page| view! { <br />{outside(page)} });
    let hours = contact.hours.map(|(hours, Tongue { lang, dir })| {
        view! { <br />{t("help-hours")}" "<span lang=lang dir=dir>{hours}</span> }
    });
    let languages =
        contact.languages.map(|names| view! { <br />{tw("help-languages", &[("languages", names.into())])} });
    let source = contact.source.map(|page| view! { <br /><small>{t("help-source-of")}" "{outside(page)}</small> });
    view! { <li><strong lang=lang dir=dir>{name}</strong>{number}{url}{hours}{languages}{source}</li> }
}

/// A link to another site, which is not told where the reader came from.
fn outside((href, short): (String, String)) -> AnyView {
    view! { <a href=href rel="external noreferrer noopener">{short}</a> }.into_any()
}
