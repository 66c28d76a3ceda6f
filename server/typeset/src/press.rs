//! From a sheet to the bytes of a PDF.

use serde::Serialize;
use time::Date;
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::desk::Desk;
use crate::sheet::Locale;
use crate::{CertificateSheet, Error, unprintable};

/// How many documents ago a memory of Typst's must last have been of use to be kept. It keeps what all certificates
/// share, such as shaped labels, and forgets the names of their holders soon.
const REMEMBERED: usize = 4;

/// What the template reads.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    sheet: &'a CertificateSheet,
    locale: Locale,
    course_locale: Locale,
}

/// Sets a certificate: one page, A4 across. The same sheet gives the same bytes. It keeps the processor busy, so a server
/// calls it where that may be.
///
/// # Errors
/// [`Error::Unprintable`] if a character is in no bundled font, [`Error::Language`] if a tag names no language,
/// [`Error::TooLong`] if the words need a second page, [`Error::Layout`] if the template has a fault.
pub fn certificate(sheet: &CertificateSheet) -> Result<Vec<u8>, Error> {
    let missing = unprintable(&sheet.words().collect::<String>());
    if !missing.is_empty() {
        return Err(Error::Unprintable(missing));
    }
    let document = lay_out(&Desk::new(told(sheet)?));
    comemo::evict(REMEMBERED);
    let document = document?;
    if document.pages().len() != 1 {
        return Err(Error::TooLong);
    }
    typst_pdf::pdf(&document, &options(sheet)?).map_err(|faults| fault(&faults))
}

fn told(sheet: &CertificateSheet) -> Result<String, Error> {
    let locale = Locale::parse(&sheet.language)?;
    let course_locale = Locale::parse(&sheet.course_language)?;
    serde_json::to_string(&Told { sheet, locale, course_locale }).map_err(|fault| Error::Layout(fault.to_string()))
}

fn lay_out(desk: &Desk) -> Result<PagedDocument, Error> {
    typst::compile::<PagedDocument>(desk).output.map_err(|faults| fault(&faults))
}

fn options(sheet: &CertificateSheet) -> Result<PdfOptions, Error> {
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|fault| Error::Layout(fault.message().to_string()))?;
    Ok(PdfOptions {
        ident: Smart::Custom(sheet.number.clone()),
        creator: Smart::Custom(Some("Haven".to_owned())),
        timestamp: midnight(sheet.issued_on).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

fn midnight(day: Date) -> Option<Datetime> {
    Datetime::from_ymd_hms(day.year(), day.month().into(), day.day(), 0, 0, 0)
}

fn fault(faults: &[SourceDiagnostic]) -> Error {
    Error::Layout(faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; "))
}
