//! Country packs: what a reader of one country is told in place of a slot, with its source and the day it was looked up.
//!
//! [`load`] reads a folder of packs, [`mod@read`] one of them; the other files are the values in it, each checked where it is
//! made.

mod code;
mod contact;
mod day;
mod load;
mod read;
mod spoken;
mod web;

pub use code::CountryCode;
pub use contact::{Contact, Office, Telephone};
pub use day::Day;
pub use load::{Countries, load as load_countries};
pub use spoken::Spoken;
pub use web::WebAddress;

/// What is known of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryPack {
    /// The file's name: the country's code.
    pub code: CountryCode,
    /// `name`.
    pub name: Spoken,
    /// `checked`: the day for which the source says this.
    pub checked: Day,
    /// `source`.
    pub source: WebAddress,
    /// `data-consent-age`: from this age on a child agrees to the use of data about them without a parent.
    pub data_consent_age: Option<u8>,
    /// `law`: what a reader should know of the law, in a few words.
    pub law: Option<Spoken>,
    /// `[[helpline]]` and the like, by office, in the order of the file.
    contacts: [Vec<Contact>; Office::ALL.len()],
}

impl CountryPack {
    /// Those of one kind, in the order of the file.
    #[must_use]
    pub fn contacts(&self, office: Office) -> &[Contact] {
        &self.contacts[office as usize]
    }
}
