//! Country packs: each folder of `tests/packs/` is a folder of packs, and `expected.txt` beside it is all that comes out, faults
//! and what fills a text.

use course::{CountryPack, Day, Entry, Fillings, Folder, Memory, Source, SourceError, load_countries};
use proptest::prelude::*;

use crate::laws::{cases, check_places, is_safe};
use crate::told;

#[test]
fn each_folder_of_packs_comes_out_as_expected() {
    for (_, folder) in told::folders("packs") {
        let read = told::packs(&Folder::new(folder.join("countries")));
        let text = told::diagnostics(&read.diagnostics) + &told::countries(&read);
        told::expect(&folder.join("expected.txt"), &text);
    }
}

fn pack(text: impl Into<Vec<u8>>) -> Memory {
    told::memory([("mw.toml".to_owned(), text.into())])
}

const HEAD: &str = "name = \"Malawi\"\nchecked = 2023-11-01\nsource = \"https://example.org/\"\n";

#[test]
fn a_pack_is_old_a_year_and_a_day_after_it_was_looked_up() {
    for (as_of, code) in
        [("2023-10-31", "pack-future"), ("2023-11-01", ""), ("2024-11-01", ""), ("2024-11-02", "pack-old")]
    {
        let read = load_countries(&pack(HEAD), Day::parse(as_of).expect("a day"));
        let codes: Vec<_> = read.diagnostics.iter().map(|one| one.fault.code()).collect();
        assert_eq!(codes.concat(), code, "{as_of}");
        assert_eq!(read.sound.len(), usize::from(code != "pack-future"), "{as_of}: an old pack is better than none");
    }
}

#[test]
fn a_pack_too_long_to_be_facts_is_not_read() {
    let read = told::packs(&pack(format!("{HEAD}# {}", "x".repeat(64 * 1024))));
    assert_eq!(read.diagnostics[0].fault.code(), "file-too-big");
    assert!(read.sound.is_empty() && read.at_fault.contains(&told::code("mw")));
}

#[test]
fn ten_thousand_helplines_are_one_fault() {
    let many: String = (0..1_500).map(|at| format!("[[helpline]]\nname=\"{at}\"\nnumber=\"{at:04}\"\n")).collect();
    let read = told::packs(&pack(format!("{HEAD}{many}")));
    let codes: Vec<_> =
        read.diagnostics.iter().map(|one| one.fault.code()).filter(|code| *code != "pack-old").collect();
    assert_eq!(codes, ["too-many-entries"]);
}

#[test]
fn a_folder_of_too_many_files_and_one_that_is_gone_are_told() {
    let many = (0..=10_000).map(|at| (format!("{at}.toml"), Vec::new()));
    let read = told::packs(&told::memory(many));
    assert_eq!(told::diagnostics(&read.diagnostics), ".:1:1 error too-many-files limit=\"10000\"\n");
    let read = told::packs(&Folder::new("/no/such/folder"));
    assert_eq!(read.diagnostics[0].fault.code(), "unreadable");
}

/// A source with a symbolic link, which must not be read.
struct Linked;

impl Source for Linked {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        Ok(vec![Entry { path: "mw.toml".to_owned(), size: 11, symlink: true }])
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        panic!("{path} was read")
    }
}

#[test]
fn a_symbolic_link_is_named_and_not_followed() {
    let read = told::packs(&Linked);
    assert_eq!(told::diagnostics(&read.diagnostics), "mw.toml:1:1 error symbolic-link\n");
}

/// Every way in which a slot is filled from a pack is safe HTML.
fn check_filled(pack: Option<&CountryPack>) -> Result<(), TestCaseError> {
    for tag in ["en", "fr", "ar"] {
        let fillings = Fillings::new(Some("A<b>&\"c"), pack, &told::language(tag), &told::slot_labels());
        for place in ["linked", "plain"] {
            let html = told::every_slot(place).fill(&fillings);
            is_safe(&html)?;
            prop_assert!(place == "linked" || !html.contains("<a"), "a link in a label: {}", html);
        }
    }
    Ok(())
}

const LINES: &[&str] = &[
    "name = \"<img src=x onerror=alert(1)>\"",
    "name = { en = \"\\\" onload=\\\"x\", ar = \"\\u202e</bdi>\" }",
    "name = 3",
    "checked = 2023-11-01",
    "checked = 2099-01-01",
    "source = \"https://example.org/\"",
    "source = \"javascript:alert(1)\"",
    "law = { fr = \"&lt;script&gt;{first}\" }",
    "law = \"\\u0000\\u000e\\u000f{{helpline}}\"",
    "data-consent-age = 13",
    "[[helpline]]",
    "[[hotline]]",
    "[police]",
    "[[police]]",
    "[[regulator]]",
    "number = \"116\"",
    "number = \"116\\\"onclick=\"",
    "url = \"https://example.org/?a='b'&c=<d>\"",
    "url = \"https://example.org/?a='b'&c=d\"",
    "url = \"//evil\"",
    "hours = { en = \"24\" }",
    "languages = [\"ny\", \"NY\", \"x\"]",
    "numbr = 1",
    "é = 1",
    "= 3",
    "[[",
];

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_pack_is_read_told_with_true_places_and_fills_safely(
        lines in proptest::collection::vec(proptest::sample::select(LINES), 0..14), noise in any::<Option<String>>(),
    ) {
        let text = lines.join("\n") + &noise.unwrap_or_default();
        let read = told::packs(&pack(text.clone()));
        check_places(&[("mw.toml".to_owned(), text.into_bytes())], &read.diagnostics)?;
        check_filled(read.sound.values().next())?;
    }

    #[test]
    fn any_bytes_are_told_and_never_fatal(bytes in any::<Vec<u8>>()) {
        let read = told::packs(&pack(bytes.clone()));
        check_places(&[("mw.toml".to_owned(), bytes)], &read.diagnostics)?;
        prop_assert!(read.sound.is_empty());
    }
}

#[test]
fn a_hostile_pack_that_is_sound_is_text_wherever_it_stands() {
    let lines = [
        "name = \"</bdi><script>alert(1)</script>\"",
        "checked = 2026-11-01",
        "source = \"https://example.org/\"",
        "law = \"{first}{second}\\u000e\\u0000\"",
        "[[helpline]]",
        "name = \"\\\" onmouseover=\\\"alert(1)\"",
        "number = \"116\"",
        "url = \"https://example.org/?a='b'&c=d\"",
    ];
    let read = told::packs(&pack(lines.join("\n")));
    assert_eq!(told::diagnostics(&read.diagnostics), "");
    let pack = read.sound.values().next();
    check_filled(pack).expect("it is safe");
    let fillings = Fillings::new(None, pack, &told::language("en"), &told::slot_labels());
    let html = told::every_slot("linked").fill(&fillings);
    assert!(html.contains("&lt;script&gt;") && html.contains("?a='b'&amp;c=d") && !html.contains("<script"), "{html}");
    assert!(html.contains("{first}{second}\u{fffd}\u{fffd}"), "{html}");
}
