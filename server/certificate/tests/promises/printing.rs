//! The printed certificate is one page, always the same, and refuses what it cannot print.

use certificate::{Error, Facts, pdf};

use crate::made_up::{ADDRESS, facts, labels, number, passed};

fn print(facts: &Facts) -> Result<Vec<u8>, Error> {
    pdf(facts, &number(), ADDRESS, &labels())
}

#[test]
fn a_certificate_is_a_pdf_that_is_the_same_every_time() {
    let first = print(&facts()).expect("a certificate");
    assert!(first.starts_with(b"%PDF-"));
    assert_eq!(first, print(&facts()).expect("a certificate"));
    assert_ne!(first, print(&Facts { holder: "Chikondi Banda".into(), ..facts() }).expect("a certificate"));
}

#[test]
fn what_is_not_certified_needs_no_place() {
    let bare = Facts { hours: None, results: Vec::new(), expires_on: None, ..facts() };
    assert!(print(&bare).expect("a certificate").starts_with(b"%PDF-"));
}

#[test]
fn a_name_that_no_font_has_is_refused_with_its_characters() {
    let unprintable = Facts { holder: "王小明 Wang".into(), ..facts() };
    assert_eq!(print(&unprintable), Err(typeset::Error::Unprintable(vec!['王', '小', '明']).into()));
}

#[test]
fn every_result_is_printed() {
    let two = |second| Facts { results: vec![passed("First test", 83), passed("Final test", second)], ..facts() };
    assert_ne!(print(&two(90)).expect("a certificate"), print(&two(91)).expect("a certificate"));
    assert_ne!(print(&two(90)).expect("a certificate"), print(&facts()).expect("a certificate"));
}
