//! The words of the diagnostics in English: two messages for each code, and none too many.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use course::{Done, Fault, Labels, Uncarried};

fn locale(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales/en").join(file);
    std::fs::read_to_string(path).expect("the words are there")
}

/// The messages of a Fluent file: a message begins at the beginning of a line.
fn messages(text: &str) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, words)) = line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            current = id.to_owned();
            assert!(messages.insert(current.clone(), words.to_owned()).is_none(), "{id} is there twice");
        } else if !line.is_empty() {
            messages.entry(current.clone()).or_default().push_str(line);
        }
    }
    messages
}

/// The variables a message uses: `$name`.
fn variables(words: &str) -> BTreeSet<&str> {
    let end = |rest: &str| rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    words.split('$').skip(1).map(|rest| &rest[..end(rest)]).collect()
}

#[test]
fn every_code_says_what_is_wrong_and_how_to_mend_it() {
    let written: BTreeSet<String> = messages(&locale("check.ftl")).into_keys().collect();
    let wanted = Fault::CODES.iter().flat_map(|code| [format!("check-{code}"), format!("check-{code}-mend")]).collect();
    let missing_or_needless: Vec<_> = written.symmetric_difference(&wanted).collect();
    assert!(missing_or_needless.is_empty(), "{missing_or_needless:?}");
}

#[test]
fn every_code_has_a_reason() {
    let written: BTreeSet<String> = messages(&locale("why.ftl")).into_keys().collect();
    let wanted = Fault::CODES.iter().map(|code| format!("why-{code}")).collect();
    let missing_or_needless: Vec<_> = written.symmetric_difference(&wanted).collect();
    assert!(missing_or_needless.is_empty(), "app/locales/en/why.ftl: {missing_or_needless:?}");
}

#[test]
fn all_that_does_not_come_into_a_new_course_has_its_words() {
    let messages = messages(&locale("new.ftl"));
    let codes = Uncarried::CODES.iter().flat_map(|code| [format!("new-left-{code}"), format!("new-left-{code}-mend")]);
    let done = Done::ALL.iter().map(|done| format!("new-done-{}", done.name()));
    let wanted: BTreeSet<String> = codes.chain(done).collect();
    let of_these = |id: &String| id.starts_with("new-left-") || id.starts_with("new-done-");
    let written: BTreeSet<String> = messages.keys().filter(|id| of_these(id)).cloned().collect();
    assert_eq!(written, wanted);
    for code in Uncarried::CODES {
        let both = format!("{} {}", messages[&format!("new-left-{code}")], messages[&format!("new-left-{code}-mend")]);
        let given: BTreeSet<&str> = Uncarried::argument_names(code).iter().copied().collect();
        assert_eq!(variables(&both), given, "{code}");
        assert!(!both.replace("[!", "").contains('!'), "{code}");
    }
}

#[test]
fn the_words_use_only_what_the_fault_gives_them_and_all_of_it() {
    let messages = messages(&locale("check.ftl"));
    for code in Fault::CODES {
        let both = format!("{} {}", messages[&format!("check-{code}")], messages[&format!("check-{code}-mend")]);
        let given: BTreeSet<&str> = Fault::argument_names(code).iter().copied().collect();
        assert_eq!(variables(&both), given, "{code}");
    }
}

#[test]
fn the_words_for_readers_end_without_exclamation_marks() {
    for (id, words) in messages(&locale("check.ftl")).into_iter().chain(messages(&locale("why.ftl"))) {
        assert!(!words.replace("[!", "").replace("<!", "").contains('!'), "{id}");
    }
}

#[test]
fn no_two_faults_share_a_code_or_a_name_of_the_labels() {
    let codes: BTreeSet<_> = Fault::CODES.iter().collect();
    assert_eq!(codes.len(), Fault::CODES.len());
    let ids: BTreeSet<_> = Labels::IDS.iter().collect();
    assert_eq!(ids.len(), Labels::IDS.len());
}
