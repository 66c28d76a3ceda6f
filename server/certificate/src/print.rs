//! The printed certificate. Words come as labels in the reader's language, and every fact from [`Facts`].

use time::Date;
use typeset::{CertificateSheet, Direction, Field};

use crate::qr::qr_for_print;
use crate::{Error, Facts, Number, Outcome};

/// The colour of the QR code in print: the ink of the certificate.
const INK: &str = "#12302f";

/// The words around the facts, in one language. Where a fact is put into words, the words are a function of it.
#[derive(Clone, Copy)]
pub struct Labels<'a> {
    /// The language of these words: a BCP 47 tag.
    pub language: &'a str,
    /// The direction of that language.
    pub direction: Direction,
    /// What this is: "Certificate of achievement".
    pub heading: &'a str,
    /// Before the name: "This certifies that".
    pub certifies: &'a str,
    /// Between name and course: "has completed the course".
    pub completed: &'a str,
    /// "Course code".
    pub code: &'a str,
    /// "Learning time".
    pub hours: &'a str,
    /// "Result".
    pub result: &'a str,
    /// "Issued on".
    pub issued_on: &'a str,
    /// "Valid until".
    pub expires_on: &'a str,
    /// "Issued by".
    pub issued_by: &'a str,
    /// "Certificate number".
    pub number: &'a str,
    /// Before the address: "Anyone can check this certificate at".
    pub verify: &'a str,
    /// What the QR code is, for those who do not see it: "QR code of the address where this certificate is checked".
    pub qr: &'a str,
    /// The course's hours in words: "3.5" becomes "3.5 hours".
    pub hours_in_words: &'a dyn Fn(&str) -> String,
    /// A percentage: 83 becomes "83%".
    pub percent_in_words: &'a dyn Fn(u32) -> String,
    /// The pass mark: "at least 70%" becomes "Pass mark: at least 70%".
    pub pass_mark_in_words: &'a dyn Fn(&str) -> String,
    /// A day: "24 November 2026".
    pub day_in_words: &'a dyn Fn(Date) -> String,
}

/// The certificate as a PDF: one page, A4 across. It keeps the processor busy, so a server calls it where that may be. The
/// address is that of the public page of this number.
///
/// # Errors
/// [`Error::AddressTooLong`] if the address does not fit a QR code, [`Error::Print`] if the page cannot be set: a name with
/// characters that no font has, words that need a second page.
pub fn pdf(facts: &Facts, number: &Number, address: &str, labels: &Labels<'_>) -> Result<Vec<u8>, Error> {
    let qr = qr_for_print(address, INK)?;
    let number = number.to_string();
    let sheet = CertificateSheet {
        language: labels.language.to_owned(),
        direction: labels.direction,
        course_language: facts.language.clone(),
        document_title: format!("{}: {} ({number})", labels.heading, facts.course_title),
        heading: labels.heading.to_owned(),
        certifies: labels.certifies.to_owned(),
        holder: facts.holder.clone(),
        completed: labels.completed.to_owned(),
        course: facts.course_title.clone(),
        fields: fields(facts, labels),
        issued_by: labels.issued_by.to_owned(),
        organiser: facts.organiser.clone(),
        number_label: labels.number.to_owned(),
        number,
        verify: labels.verify.to_owned(),
        address: address.to_owned(),
        qr,
        qr_description: labels.qr.to_owned(),
        issued_on: facts.issued_on,
    };
    Ok(typeset::certificate(&sheet)?)
}

/// The facts in a row; one that the certificate does not state has no place in it.
fn fields(facts: &Facts, labels: &Labels<'_>) -> Vec<Field> {
    let day = |label, day| field(label, (labels.day_in_words)(day));
    let hours = facts.hours.as_ref().map(|hours| field(labels.hours, (labels.hours_in_words)(hours)));
    [
        Some(field(labels.code, facts.course_code.clone())),
        hours,
        result_field(&facts.results, labels),
        Some(day(labels.issued_on, facts.issued_on)),
        facts.expires_on.map(|last| day(labels.expires_on, last)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every result in one field, for there is one line of them; each by its test's name is on the public page.
fn result_field(results: &[Outcome], labels: &Labels<'_>) -> Option<Field> {
    let percents: Vec<String> = results.iter().map(|one| (labels.percent_in_words)(one.percent)).collect();
    let mut marks: Vec<&str> = results.iter().map(|one| one.pass_mark.as_str()).collect();
    marks.dedup();
    let note = marks.iter().any(|mark| !mark.is_empty()).then(|| (labels.pass_mark_in_words)(&marks.join(" · ")));
    (!results.is_empty()).then(|| Field { note, ..field(labels.result, percents.join(" · ")) })
}

fn field(label: &str, value: String) -> Field {
    Field { label: label.to_owned(), value, note: None }
}
