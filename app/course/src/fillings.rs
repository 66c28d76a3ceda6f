//! What fills the slots of a text for one reader: what their country's pack gives or, where nothing is known, the
//! international route. It is HTML made here of escaped words, like the text around it.

use crate::country::{Contact, CountryPack, Office, Spoken};
use crate::html::{escape, escape_attribute};
use crate::labels::SlotLabels;
use crate::names::Language;
use crate::slot::{Hole, Slot};

/// Who lists the child helplines of every country.
pub const CHILD_HELPLINES: &str = "https://childhelplineinternational.org/";
/// Who lists the hotlines of every country that has one.
pub const HOTLINES: &str = "https://www.inhope.org/";
/// Who takes reports from countries that have no hotline.
pub const REPORTING_PORTALS: &str = "https://www.iwf.org.uk/";

/// What fills each slot, as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fillings {
    /// With links.
    linked: [String; Slot::ALL.len()],
    /// For places where no link may stand.
    plain: [String; Slot::ALL.len()],
}

impl Fillings {
    /// What fills content in `language` for a reader who chose the country that is called `name`. None of both where none was
    /// chosen; a country may have no pack.
    #[must_use]
    pub fn new(name: Option<&str>, pack: Option<&CountryPack>, language: &Language, labels: &SlotLabels) -> Self {
        let [linked, plain] = [false, true].map(|plain| {
            let pen = Pen { language, labels, plain };
            Slot::ALL.map(|slot| pen.known(slot, name, pack).unwrap_or_else(|| pen.route(slot)))
        });
        Self { linked, plain }
    }

    pub(crate) fn of(&self, hole: Hole) -> &str {
        let all = if hole.plain { &self.plain } else { &self.linked };
        &all[hole.slot as usize]
    }

    #[cfg(test)]
    pub(crate) fn of_signs() -> Self {
        Self {
            linked: Slot::ALL.map(|slot| format!("<{}>", slot.name())),
            plain: Slot::ALL.map(|slot| format!("({})", slot.name())),
        }
    }
}

/// Writes what fills slots.
#[derive(Clone, Copy)]
struct Pen<'p> {
    language: &'p Language,
    labels: &'p SlotLabels,
    plain: bool,
}

impl Pen<'_> {
    /// What is known of the country.
    fn known(self, slot: Slot, name: Option<&str>, pack: Option<&CountryPack>) -> Option<String> {
        let office = match slot {
            Slot::Helpline => Office::Helpline,
            Slot::Hotline => Office::Hotline,
            Slot::Police => Office::Police,
            Slot::Regulator => Office::Regulator,
            Slot::Law => return pack?.law.as_ref().map(|law| self.spoken(law)),
            Slot::Country => return pack.map(|pack| self.spoken(&pack.name)).or_else(|| Some(escaped(name?))),
        };
        self.joined(pack?.contacts(office).iter().map(|contact| self.contact(contact)).collect())
    }

    /// The international route, or words that hold in every country.
    fn route(self, slot: Slot) -> String {
        let labels = self.labels;
        let site = |address: &str| self.site(address);
        match slot {
            Slot::Helpline => put(&labels.helpline, &site(CHILD_HELPLINES), ""),
            Slot::Hotline => put(&labels.hotline, &site(HOTLINES), &site(REPORTING_PORTALS)),
            Slot::Police => escaped(&labels.police),
            Slot::Regulator => escaped(&labels.regulator),
            Slot::Law => escaped(&labels.law),
            Slot::Country => escaped(&labels.country),
        }
    }

    /// Several, in the language's way. None if there are none.
    fn joined(self, mut all: Vec<String>) -> Option<String> {
        let last = all.pop()?;
        let count = all.len();
        let before = all.into_iter().reduce(|before, next| put(&self.labels.more, &before, &next));
        let pattern = if count > 1 { &self.labels.last } else { &self.labels.two };
        Some(before.map_or(last.clone(), |before| put(pattern, &before, &last)))
    }

    /// A name, and the number to call or the page to go to.
    fn contact(self, contact: &Contact) -> String {
        let name = self.spoken(&contact.name);
        let name = match &contact.url {
            Some(url) if !self.plain => link(url.as_str(), &name),
            Some(url) if contact.number.is_none() => format!("{name} ({})", escaped(url.short())),
            _ => name,
        };
        match &contact.number {
            Some(number) if self.plain => format!("{name} <span dir=\"ltr\">{}</span>", escaped(number.as_str())),
            Some(number) => {
                format!("{name} <a href=\"{}\" dir=\"ltr\">{}</a>", number.address(), escaped(number.as_str()))
            }
            None => name,
        }
    }

    /// Words of a pack, with their language where it is not the text's.
    fn spoken(self, words: &Spoken) -> String {
        let (text, language) = words.in_language(self.language);
        match language.filter(|language| *language != self.language) {
            Some(language) => {
                format!("<bdi lang=\"{language}\" dir=\"{}\">{}</bdi>", language.direction().as_str(), escaped(text))
            }
            None => format!("<bdi>{}</bdi>", escaped(text)),
        }
    }

    fn site(self, address: &str) -> String {
        let short = escaped(short(address));
        if self.plain { short } else { link(address, &short) }
    }
}

/// An address as it is read aloud.
pub(crate) fn short(address: &str) -> &str {
    let host = address.split_once("://").map_or(address, |(_, rest)| rest);
    host.strip_prefix("www.").unwrap_or(host).trim_end_matches('/')
}

fn link(address: &str, words: &str) -> String {
    let mut out = String::from("<a href=\"");
    escape_attribute(address, &mut out);
    out.push_str("\" rel=\"external noopener\">");
    out + words + "</a>"
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(text, &mut out);
    out
}

/// A pattern of words with HTML in the places of `{first}` and `{second}`.
fn put(pattern: &str, first: &str, second: &str) -> String {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find('{') {
        escape(&rest[..at], &mut out);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{first}") {
            out.push_str(first);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("{second}") {
            out.push_str(second);
            rest = after;
        } else {
            out.push('{');
            rest = &rest[1..];
        }
    }
    escape(rest, &mut out);
    out
}
