//! Golden tests: each folder of `tests/cases/` is a small course, and `expected.txt` beside it is all that comes out.

use crate::told;

#[test]
fn each_case_comes_out_as_expected() {
    for (name, folder) in told::folders("cases") {
        let loaded = told::loaded_folder(&folder.join("course"));
        assert!(loaded.is_sound(), "{name} has errors:\n{}", told::diagnostics(&loaded.diagnostics));
        let course = loaded.course.as_ref().expect("it is sound");
        let text = told::diagnostics(&loaded.diagnostics) + &told::course(course);
        told::expect(&folder.join("expected.txt"), &text);
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing_but_the_version() {
    for (name, folder) in told::folders("cases") {
        let plain = told::files(&folder.join("course"));
        let windows = plain.iter().map(|(path, bytes)| (path.clone(), as_on_windows(path, bytes)));
        let (plain, windows) = (told::loaded(&told::memory(plain.clone())), told::loaded(&told::memory(windows)));
        assert_eq!(told::diagnostics(&plain.diagnostics), told::diagnostics(&windows.diagnostics), "{name}");
        let (plain, windows) = (plain.course.expect("a course"), windows.course.expect("a course"));
        assert_eq!(told::course(&plain), told::course(&windows), "{name}");
        assert_eq!(plain.version.shape, windows.version.shape, "{name}");
        assert_ne!(plain.version.hash, windows.version.hash, "{name}");
    }
}

fn as_on_windows(path: &str, bytes: &[u8]) -> Vec<u8> {
    if !path.ends_with(".md") && !path.ends_with(".toml") {
        return bytes.to_vec();
    }
    let text = std::str::from_utf8(bytes).expect("the cases are UTF-8");
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}

#[test]
fn what_a_version_is_made_of_is_enough_to_load_it_again() {
    for (name, folder) in told::folders("cases") {
        let course = told::loaded_folder(&folder.join("course")).course.expect("a course");
        let kept =
            told::files(&folder.join("course")).into_iter().filter(|(path, _)| course.manifest.contains_key(path));
        let again = told::loaded(&told::memory(kept)).course.expect("a course");
        assert_eq!(again.version, course.version, "{name}");
        assert_eq!(told::course(&again), told::course(&course), "{name}");
    }
}
