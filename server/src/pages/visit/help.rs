//! Where to get help: in the country one has chosen, and everywhere.

use app::pages::visit::{HelpContact, HelpCountry, HelpPage, KnownCountry};
use app::tongue::Tongue;
use axum::extract::State;
use axum::response::Response;
use course::{CHILD_HELPLINES, Contact, CountryPack, HOTLINES, Office, REPORTING_PORTALS, Spoken, WebAddress};

use crate::countries::{chooser, name};
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view::{Page, date, language_name};
use crate::walk;

/// The international routes, by the stems of their messages.
const ROUTES: [(&str, &str, &str); 3] = [
    ("help-child", CHILD_HELPLINES, "childhelplineinternational.org"),
    ("help-picture", HOTLINES, "inhope.org"),
    ("help-portal", REPORTING_PORTALS, "iwf.org.uk"),
];

pub(crate) async fn show(State(haven): State<Haven>, visit: Visit) -> Response {
    let packs = haven.countries.known();
    let country = match visit.country {
        None => HelpCountry::NotChosen,
        Some(code) => match packs.packs.get(&code) {
            Some(pack) => HelpCountry::Known(Box::new(known(&visit, pack))),
            None => HelpCountry::Unknown(name(&visit.words, code)),
        },
    };
    let page = HelpPage { country, chooser: chooser(&visit, &visit.here), routes: ROUTES.to_vec() };
    Page::new(visit.words.text("help-title")).draw(&visit, || page.view())
}

fn known(visit: &Visit, pack: &CountryPack) -> KnownCountry {
    let offices = Office::ALL.map(|office| {
        let contacts = pack.contacts(office).iter().map(|one| contact(visit, one)).collect();
        (title(office), contacts)
    });
    let (year, month, day) = pack.checked.parts();
    let month = time::Month::try_from(month).unwrap_or(time::Month::January);
    let checked = time::Date::from_calendar_date(year.into(), month, day);
    KnownCountry {
        name: name(&visit.words, pack.code),
        offices: offices.into_iter().filter(|(_, contacts): &(_, Vec<_>)| !contacts.is_empty()).collect(),
        law: pack.law.as_ref().map(|law| said(visit, law)),
        consent_age: pack.data_consent_age,
        source: outside(&pack.source),
        checked: checked.map_or_else(|_| pack.checked.to_string(), |day| date(&visit.words, day)),
    }
}

fn title(office: Office) -> &'static str {
    match office {
        Office::Helpline => "office-helpline",
        Office::Hotline => "office-hotline",
        Office::Police => "office-police",
        Office::Regulator => "office-regulator",
    }
}

fn contact(visit: &Visit, one: &Contact) -> HelpContact {
    let names: Vec<String> = one.languages.iter().map(|tag| language_name(&visit.words, tag.as_ref())).collect();
    HelpContact {
        name: said(visit, &one.name),
        number: one.number.as_ref().map(|number| (number.address(), number.as_str().to_owned())),
        url: one.url.as_ref().map(outside),
        hours: one.hours.as_ref().map(|hours| said(visit, hours)),
        languages: (!names.is_empty()).then(|| names.join(", ")),
        source: one.source.as_ref().map(outside),
    }
}

/// Words of a pack, with their language where it is not the page's.
fn said(visit: &Visit, words: &Spoken) -> (String, Tongue) {
    let (text, language) = words.in_language(&walk::language(visit));
    let tongue = language.map(|own| Tongue::new(visit.words.tag(), own.as_ref(), own.direction().as_str()));
    (text.to_owned(), tongue.unwrap_or_default())
}

fn outside(address: &WebAddress) -> (String, String) {
    (address.as_str().to_owned(), address.short().to_owned())
}
