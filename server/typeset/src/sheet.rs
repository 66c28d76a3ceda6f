//! What a certificate says, as it is printed. Numbers, dates and words arrive as text in the reader's language: this crate
//! formats nothing and knows no word of any language.

use serde::Serialize;
use time::Date;

use crate::Error;

/// The direction of the page.
#[derive(Serialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left: the whole page is mirrored.
    Rtl,
}

/// One fact with its label, in the row of facts.
#[derive(Serialize, Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the fact is, such as "Result".
    pub label: String,
    /// The fact, such as "83%".
    pub value: String,
    /// A line in small print beneath, or none.
    pub note: Option<String>,
}

/// A certificate, ready to print.
#[derive(Serialize, Clone, Debug, PartialEq, Eq)]
pub struct CertificateSheet {
    /// The language of the labels: a BCP 47 tag.
    pub language: String,
    /// The direction of that language.
    pub direction: Direction,
    /// The language of the course, and so of its title.
    pub course_language: String,
    /// The title of the PDF, which a reader shows in its window.
    pub document_title: String,
    /// What this is, such as "Certificate of achievement".
    pub heading: String,
    /// The words before the name.
    pub certifies: String,
    /// The holder's name.
    pub holder: String,
    /// The words between the name and the course.
    pub completed: String,
    /// The course's title.
    pub course: String,
    /// The facts in a row, five at most to look well.
    pub fields: Vec<Field>,
    /// The words before the organiser, such as "Issued by".
    pub issued_by: String,
    /// The organiser.
    pub organiser: String,
    /// The label of the number.
    pub number_label: String,
    /// The certificate's number.
    pub number: String,
    /// The words before the address, such as "Check this certificate at".
    pub verify: String,
    /// The address where anyone can check the certificate: a link, and printed beneath its QR code.
    pub address: String,
    /// The QR code of that address, as SVG.
    pub qr: String,
    /// What the QR code is, for those who do not see it.
    pub qr_description: String,
    /// The day of issue, which dates the PDF. It is printed only where a field says it.
    #[serde(skip)]
    pub issued_on: Date,
}

impl CertificateSheet {
    /// All the words that are printed or told, for a look at their characters.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        let single = [
            &self.document_title,
            &self.heading,
            &self.certifies,
            &self.holder,
            &self.completed,
            &self.course,
            &self.issued_by,
            &self.organiser,
            &self.number_label,
            &self.number,
            &self.verify,
            &self.address,
            &self.qr_description,
        ];
        let fields = self.fields.iter().flat_map(|field| [Some(&field.label), Some(&field.value), field.note.as_ref()]);
        single.into_iter().map(String::as_str).chain(fields.flatten().map(String::as_str))
    }
}

/// A language as Typst names it: the language proper, and the region where the tag has one.
#[derive(Serialize)]
pub(crate) struct Locale {
    lang: String,
    region: Option<String>,
}

impl Locale {
    pub(crate) fn parse(tag: &str) -> Result<Self, Error> {
        let mut parts = tag.split('-');
        let letters = |part: &&str, sizes: &[usize]| {
            sizes.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        };
        let lang = parts.next().filter(|part| letters(part, &[2, 3])).ok_or_else(|| Error::Language(tag.to_owned()))?;
        let region = parts.find(|part| letters(part, &[2])).map(str::to_ascii_uppercase);
        Ok(Self { lang: lang.to_ascii_lowercase(), region })
    }
}
