//! A certificate is one page that everyone can read, whatever the name, and nothing in it is ever taken for markup.

use time::macros::date;
use typeset::{CertificateSheet, Direction, Error, Field, certificate, unprintable};

fn field(label: &str, value: &str, note: Option<&str>) -> Field {
    Field { label: label.into(), value: value.into(), note: note.map(str::to_owned) }
}

fn sheet() -> CertificateSheet {
    CertificateSheet {
        language: "en-GB".into(),
        direction: Direction::Ltr,
        course_language: "en".into(),
        document_title: "Certificate of achievement: A safer internet for children".into(),
        heading: "Certificate of achievement".into(),
        certifies: "This certifies that".into(),
        holder: "Thandiwe Mkandawire".into(),
        completed: "has completed the course".into(),
        course: "A safer internet for children".into(),
        fields: vec![
            field("Course code", "COP-EDU-1", None),
            field("Learning time", "3.5 hours", None),
            field("Result", "83%", Some("Pass mark: at least 70%")),
            field("Issued on", "24 November 2026", None),
            field("Valid until", "24 November 2029", None),
        ],
        issued_by: "Issued by".into(),
        organiser: "Regional Office for Digital Skills".into(),
        number_label: "Certificate number".into(),
        number: "HV-0000-0000-0000-00000".into(),
        verify: "Check this certificate at".into(),
        address: "https://haven.example.org/verify/HV-0000-0000-0000-00000".into(),
        qr: r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1h-1z"/></svg>"#.into(),
        qr_description: "QR code of the address where this certificate is checked".into(),
        issued_on: date!(2026 - 11 - 24),
    }
}

fn held_by(holder: &str) -> CertificateSheet {
    CertificateSheet { holder: holder.into(), ..sheet() }
}

/// What stands outside the compressed streams of a PDF.
fn plain_parts(pdf: &[u8]) -> String {
    String::from_utf8_lossy(pdf).into_owned()
}

#[test]
fn the_pdf_says_what_it_is() {
    let pdf = plain_parts(&certificate(&sheet()).expect("a certificate"));
    assert!(pdf.starts_with("%PDF-1.7"));
    for part in [
        "/Type/Pages/Count 1",
        "/Title(Certificate of achievement: A safer internet for children)",
        "/Author(Regional Office for Digital Skills)",
        "/Lang(en-GB)",
        "/DisplayDocTitle true",
        "/Marked true",
        "/CreationDate(D:20261124000000Z)",
        "/Alt(QR code of the address where this certificate is checked)",
        "/URI(https://haven.example.org/verify/HV-0000-0000-0000-00000)",
    ] {
        assert!(pdf.contains(part), "{part}");
    }
    assert_eq!(pdf.matches("/Type/FontDescriptor").count(), pdf.matches("/FontFile2 ").count(), "a font is not inside");
}

#[test]
fn the_same_sheet_gives_the_same_bytes_whatever_came_between() {
    let first = certificate(&sheet()).expect("a certificate");
    for holder in ["Bo", "Chikondi Banda", "Ελένη Παπαδοπούλου", "فاطمة الزهراء", "Айгүл Қасымқызы", "Nguyễn Thị Ánh"]
    {
        assert_ne!(certificate(&held_by(holder)).expect("a certificate"), first, "{holder}");
    }
    assert_eq!(certificate(&sheet()).expect("a certificate"), first);
}

#[test]
fn names_and_titles_of_any_length_stand_on_one_page() {
    let name = "María del Carmen Esperanza de los Ángeles Fernández-Villavicencio y Rodríguez de la Peña Santamaría X";
    let title = "Internet safety, grooming, sexual extortion and the law: what community trainers, teachers and parents can \
                 do together for the children in each school and each village";
    assert!(name.chars().count() >= 100 && title.chars().count() >= 160);
    for holder in ["Bo X", name, &"W".repeat(100), &"فاطمة ".repeat(17)] {
        for course in ["Safer internet: step", title, &"W".repeat(160), &"Безопасность ".repeat(12)] {
            let sheet = CertificateSheet { course: course.into(), ..held_by(holder) };
            assert!(certificate(&sheet).is_ok(), "{holder} {course}");
        }
    }
    assert_eq!(certificate(&held_by(&"A very long name ".repeat(200))), Err(Error::TooLong));
}

#[test]
fn a_page_from_right_to_left_is_a_page_too() {
    let arabic = CertificateSheet {
        language: "ar".into(),
        direction: Direction::Rtl,
        course_language: "ar".into(),
        heading: "شهادة إنجاز".into(),
        course: "إنترنت أكثر أمانًا للأطفال".into(),
        ..held_by("فاطمة الزهراء بنت محمد")
    };
    let pdf = plain_parts(&certificate(&arabic).expect("a certificate"));
    assert!(pdf.contains("/Lang(ar)") && pdf.contains("/Direction/R2L") && pdf.contains("/Type/Pages/Count 1"));
}

/// Were any of it read as markup or code, these would fail to compile or reach for a file.
#[test]
fn words_are_never_read_as_markup() {
    for words in
        ["#panic(\"x\")", "*a* _b_ $ x $ `c` @label <label> \\", "#read(\"/etc/passwd\")", "\"; panic(); \"", "#["]
    {
        let sheet = CertificateSheet { course: words.into(), organiser: words.into(), ..held_by(words) };
        assert!(certificate(&sheet).is_ok(), "{words}");
    }
}

#[test]
fn a_sheet_without_facts_in_its_row_still_prints() {
    assert!(certificate(&CertificateSheet { fields: vec![], ..sheet() }).is_ok());
}

#[test]
fn what_is_not_a_language_is_refused() {
    for tag in ["", "e", "english", "12", "é"] {
        let sheet = CertificateSheet { language: tag.into(), ..sheet() };
        assert_eq!(certificate(&sheet), Err(Error::Language(tag.into())));
    }
    for tag in ["en", "EN", "sw-KE", "zh-Hans-CN", "mfe"] {
        let sheet = CertificateSheet { course_language: tag.into(), ..sheet() };
        assert!(certificate(&sheet).is_ok(), "{tag}");
    }
}

#[test]
fn characters_that_no_font_has_are_named_before_they_leave_a_gap() {
    for (text, expected) in [
        ("", vec![]),
        ("Thandiwe Mkandawire-O’Brien, Ngũgĩ wa Thiong'o", vec![]),
        ("Ŋɔ Ɖeyi Ƴuusuf ʻOkusitino Ṣọlá Ħamrun Łódź Şükrü", vec![]),
        ("Ελένη Ἀθηνᾶ Ёлкина Қасымқызы Ґалаґан Ћирић", vec![]),
        ("فاطمة الزهراء گوهر ٹیپو ڕۆژان ښکلا ێ ۱۲۳", vec![]),
        ("王小明 Wang 王", vec!['王', '小', '明']),
        ("अ line\nbreak\t", vec!['अ', '\n', '\t']),
        ("A \u{202e}name", vec!['\u{202e}']),
    ] {
        assert_eq!(unprintable(text), expected, "{text:?}");
    }
    assert_eq!(certificate(&held_by("王小明 Wang")), Err(Error::Unprintable(vec!['王', '小', '明'])));
}

/// Every character that counts as printable can be set, on its own and within a word.
#[test]
fn what_counts_as_printable_prints() {
    for characters in ["ŊɔƉƳʻṢħŁŞ", "ἈᾶЁҚҐЋ", "ةگٹڕښێ۱", "\u{200c}\u{200d}\u{200e}\u{200f}\u{a0}\u{2011}\u{301}"]
    {
        for character in characters.chars().filter(|character| unprintable(&character.to_string()).is_empty()) {
            assert!(certificate(&held_by(&format!("{character} a{character}b"))).is_ok(), "{character:?}");
        }
    }
}
