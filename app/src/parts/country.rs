//! Saying in which country one is, and being told which country a page speaks of.

use leptos::prelude::*;

use super::field::{Mistake, described_by};
use crate::words::{t, tw};

/// The countries one can choose from, each by code and name, in the order of their names.
#[derive(Clone, Debug, Default)]
pub struct CountryChoice {
    /// The code of the one that is chosen, or nothing.
    pub chosen: String,
    /// Those of which something is known here.
    pub known: Vec<(String, String)>,
    /// All others.
    pub others: Vec<(String, String)>,
}

/// A list of countries to choose from. Nobody has to.
#[component]
pub fn CountryField(
    /// What there is to choose from.
    choice: CountryChoice,
    /// The mistakes of the whole form.
    #[prop(default = Vec::new())]
    mistakes: Vec<Mistake>,
) -> impl IntoView {
    let error = Mistake::of(&mistakes, "country");
    let groups = [("countries-known", choice.known), ("countries-others", choice.others)];
    let groups = groups.map(|(label, countries)| group(label, countries, &choice.chosen));
    view! {
        <div class="field" class:wrong=error.is_some()>
            <label for="country">{t("country")}</label>
            <p class="hint" id="country-hint">{t("country-hint")}</p>
            {error.as_ref().map(|error| view! { <p class="error" id="country-error">{error.clone()}</p> })}
            <select
                id="country"
                name="country"
                autocomplete="country"
                aria-describedby=described_by("country", true, error.is_some())
                aria-invalid=error.is_some().then_some("true")
            >
                <option value="">{t("country-none")}</option>
                {groups.into_iter().collect_view()}
            </select>
        </div>
    }
}

fn group(label: &'static str, countries: Vec<(String, String)>, chosen: &str) -> Option<impl IntoView + use<>> {
    let there = !countries.is_empty();
    let option = |(code, name): (String, String)| {
        let selected = code == chosen;
        view! { <option value=code selected=selected>{name}</option> }
    };
    let options = countries.into_iter().map(option).collect_view();
    there.then(|| view! { <optgroup label=t(label)>{options}</optgroup> })
}

/// Of which country a text on the page speaks, and the way to say another.
#[derive(Clone, Debug)]
pub struct CountryNote {
    /// The country's name, if one was chosen.
    pub name: Option<String>,
    /// Something is known here of that country.
    pub known: bool,
    /// Where one chooses.
    pub href: String,
}

impl CountryNote {
    /// Draws it.
    #[must_use]
    pub fn view(self) -> AnyView {
        let (text, link) = match (self.name, self.known) {
            (None, _) => (t("country-note-none"), t("country-choose")),
            (Some(name), true) => (tw("country-note", &[("country", name.into())]), t("country-change")),
            (Some(name), false) => (tw("country-note-unknown", &[("country", name.into())]), t("country-change")),
        };
        view! { <p class="source country-note">{text}" "<a href=self.href>{link}</a></p> }.into_any()
    }
}
