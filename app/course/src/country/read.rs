//! From the text of a pack to a [`CountryPack`]. Every fault is named with its place, and none hides another.

use std::ops::Range;

use toml::de::DeValue;

use super::{Contact, CountryCode, CountryPack, Day, Office, Spoken, Telephone, WebAddress};
use crate::diagnostic::{Fault, Faults};
use crate::names::Language;
use crate::settings::{Table, Value, language, read_table};

/// More of one kind than a reader in need can choose from.
const MOST_CONTACTS: usize = 10;
/// The longest name, in characters: it stands in the middle of a sentence.
const LONGEST_NAME: usize = 120;
/// The longest words about the law, in characters.
const LONGEST_LAW: usize = 600;
/// No country lets younger children or older people alone be asked.
const CONSENT_AGES: std::ops::RangeInclusive<u32> = 10..=21;

/// Reads a pack. None where something it must have is missing or cannot be read.
pub(super) fn read(code: CountryCode, text: &str, as_of: Day, faults: &mut Faults) -> Option<CountryPack> {
    read_table(text, faults, |root, faults| {
        let name = root.need("name", faults).and_then(|value| spoken(value, LONGEST_NAME, faults));
        let checked = root.need("checked", faults).and_then(|value| checked(value, as_of, faults));
        let source = root.need("source", faults).and_then(|value| address(value, faults));
        let age = root.get("data-consent-age").and_then(|value| value.number(CONSENT_AGES, faults));
        let law = root.get("law").and_then(|value| spoken(value, LONGEST_LAW, faults));
        let contacts = Office::ALL.map(|office| contacts(root, office, faults));
        let data_consent_age = age.and_then(|age| u8::try_from(age).ok());
        Some(CountryPack { code, name: name?, checked: checked?, source: source?, data_consent_age, law, contacts })
    })
}

fn contacts(root: &mut Table<'_>, office: Office, faults: &mut Faults) -> Vec<Contact> {
    let Some(value) = root.get(office.name()) else { return Vec::new() };
    let tables = value.array(faults).unwrap_or_default();
    let mut contacts: Vec<Contact> = Vec::new();
    for (at, value) in tables.into_iter().enumerate() {
        if at == MOST_CONTACTS {
            let (key, limit) = (office.name().to_owned(), MOST_CONTACTS.to_string());
            faults.at(value.span, Fault::TooManyEntries { key, limit });
            break;
        }
        let span = value.span.clone();
        let Some(table) = value.table(faults) else { continue };
        contacts.extend(contact(table, span, &contacts, faults));
    }
    contacts
}

fn contact(mut table: Table<'_>, span: Range<usize>, before: &[Contact], faults: &mut Faults) -> Option<Contact> {
    let name = table.need("name", faults).and_then(|value| spoken(value, LONGEST_NAME, faults));
    let (number, url) = (table.get("number"), table.get("url"));
    if number.is_none() && url.is_none() {
        faults.at(span, Fault::ContactUnreachable {});
    }
    let place = number.as_ref().or(url.as_ref()).map(|value| value.span.clone());
    let number = number.and_then(|value| telephone(value, faults));
    let url = url.and_then(|value| address(value, faults));
    let hours = table.get("hours").and_then(|value| spoken(value, LONGEST_NAME, faults));
    let tags = table.get("languages").map(|value| value.texts(faults)).unwrap_or_default();
    let languages: Vec<Language> = tags.into_iter().filter_map(|(span, tag)| language(span, tag, faults)).collect();
    let source = table.get("source").and_then(|value| address(value, faults));
    table.close(faults);
    let reached =
        |other: &&Contact| (&other.number, &other.url) == (&number, &url) && (number.is_some() || url.is_some());
    if let (Some(_), Some(place)) = (before.iter().find(reached), place) {
        let value = number.as_ref().map(Telephone::as_str).or(url.as_ref().map(WebAddress::as_str)).unwrap_or_default();
        faults.at(place, Fault::ListedTwice { value: value.to_owned() });
    }
    Some(Contact { name: name?, number, url, hours, languages, source })
}

/// A text, or a table of texts by language.
fn spoken(value: Value<'_>, longest: usize, faults: &mut Faults) -> Option<Spoken> {
    let key = value.key.clone();
    match value.value {
        DeValue::String(_) => {
            let (span, text) = value.text(faults)?;
            short_enough(&key, span, text, longest, faults).map(Spoken::everywhere)
        }
        DeValue::Table(_) => by_language(value, longest, faults),
        _ => value.wrong("words", faults),
    }
}

fn by_language(value: Value<'_>, longest: usize, faults: &mut Faults) -> Option<Spoken> {
    let (key, span) = (value.key.clone(), value.span.clone());
    let mut words = Vec::new();
    let entries = value.table(faults)?.entries();
    if entries.is_empty() {
        faults.at(span, Fault::EmptyValue { key });
        return None;
    }
    for (span, tag, value) in entries {
        let language = language(span, tag, faults);
        let key = value.key.clone();
        let text = value.text(faults).and_then(|(span, text)| short_enough(&key, span, text, longest, faults));
        words.extend(language.zip(text.map(str::to_owned)));
    }
    Spoken::by_language(words)
}

fn short_enough<'t>(
    key: &str,
    span: Range<usize>,
    text: &'t str,
    longest: usize,
    faults: &mut Faults,
) -> Option<&'t str> {
    if text.chars().count() <= longest {
        return Some(text.trim());
    }
    faults.at(span, Fault::TextTooLong { key: key.to_owned(), limit: longest.to_string() });
    None
}

/// The day a pack was looked up. A pack from the future is a slip of the finger; one that is old has to be looked up again.
fn checked(value: Value<'_>, as_of: Day, faults: &mut Faults) -> Option<Day> {
    let DeValue::Datetime(written) = value.value else { return value.wrong("date", faults) };
    let day = written.date.filter(|_| written.time.is_none() && written.offset.is_none());
    let day = day.and_then(|date| Day::new(date.year, date.month, date.day));
    let (span, as_of_text) = (value.span, as_of.to_string());
    match day {
        None => faults.at(span, Fault::BadDate { value: written.to_string() }),
        Some(day) if day > as_of => faults.at(span, Fault::PackFuture { date: day.to_string(), today: as_of_text }),
        Some(day) if day.a_year_later() < as_of => {
            faults.at(span, Fault::PackOld { date: day.to_string(), today: as_of_text });
        }
        Some(_) => {}
    }
    day
}

fn address(value: Value<'_>, faults: &mut Faults) -> Option<WebAddress> {
    let (span, text) = value.text(faults)?;
    let address = WebAddress::parse(text);
    if address.is_none() {
        faults.at(span, Fault::BadAddress { value: text.to_owned() });
    }
    address
}

fn telephone(value: Value<'_>, faults: &mut Faults) -> Option<Telephone> {
    let (span, text) = value.text(faults)?;
    let number = Telephone::parse(text);
    if number.is_none() {
        faults.at(span, Fault::BadTelephone { value: text.to_owned() });
    }
    number
}
