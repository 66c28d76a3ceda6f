//! The courses and country packs that ship with Haven.

use std::path::Path;

use course::Folder;

use crate::told;

#[test]
fn the_shipped_courses_have_neither_errors_nor_warnings() {
    let courses = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../courses");
    let mut checked = 0;
    for entry in std::fs::read_dir(courses).expect("the folder of courses").flatten() {
        if entry.path().join("course.toml").is_file() {
            let loaded = told::loaded_folder(&entry.path());
            assert_eq!(told::diagnostics(&loaded.diagnostics), "", "{}", entry.path().display());
            assert!(loaded.is_sound());
            checked += 1;
        }
    }
    assert!(checked > 0);
}

#[test]
fn the_shipped_country_packs_have_no_errors_and_were_looked_up_before_they_were_shipped() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../courses/countries");
    let read = told::packs(&Folder::new(folder));
    let codes: Vec<_> =
        read.diagnostics.iter().map(|one| one.fault.code()).filter(|code| *code != "pack-old").collect();
    assert!(codes.is_empty(), "{}", told::diagnostics(&read.diagnostics));
    assert!(!read.sound.is_empty());
}
