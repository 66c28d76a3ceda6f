//! The courses that ship with Haven.

use std::path::Path;

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
