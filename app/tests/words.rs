//! The interface's words and the code that asks for them agree: no id is asked for that is not there, and none is there that
//! nobody asks for.
#![cfg(feature = "ssr")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use app::words::Words;

/// Ids that the code puts together: from a role, a level, a status, a stem.
const PUT_TOGETHER: [&str; 14] = [
    "role-",
    "level-",
    "language-",
    "own-name-",
    "fault-",
    "help-",
    "results-",
    "enrolments-",
    "people-",
    "checks-",
    "password-",
    "content-",
    "kind-",
    "scope-",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the workspace").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The whole code of the application and the server.
fn code() -> String {
    let app = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&app.join("src"), &mut files);
    sources(&app.join("../server/src"), &mut files);
    files.iter().map(|file| fs::read_to_string(file).expect("UTF-8")).collect()
}

/// What stands in quotes right after any of these words.
fn asked_for(code: &str) -> BTreeSet<String> {
    let calls = [" t(\"", "{t(\"", "(t(\"", "=t(\"", "tw(\"", ".text(\"", ".text_with(\"", "label=\""];
    let ids = calls.iter().flat_map(|call| code.split(call).skip(1)).filter_map(|rest| rest.split('"').next());
    ids.filter(|id| id.contains('-') || id.chars().all(char::is_lowercase))
        .filter(|id| !id.is_empty())
        .map(str::to_owned)
        .collect()
}

fn ids() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en/interface.ftl");
    let text = fs::read_to_string(file).expect("English is there");
    let starts = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
    starts.filter_map(|line| Some(line.split_once(" =")?.0.to_owned())).collect()
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let words = Words::english();
    let missing: Vec<String> = asked_for(&code()).into_iter().filter(|id| !words.has(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_message_is_asked_for_and_stands_once() {
    let code = code();
    let ids = ids();
    let put_together = |id: &str| PUT_TOGETHER.iter().any(|stem| id.starts_with(stem));
    let unused: Vec<&String> =
        ids.iter().filter(|id| !code.contains(&format!("\"{id}\"")) && !put_together(id)).collect();
    assert!(unused.is_empty(), "{unused:?}");
    let distinct: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "an id stands twice");
}
