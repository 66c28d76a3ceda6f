//! Every example of the CommonMark specification, of GitHub's for tables, task lists and strikethrough, and of the parser's own
//! for these and definition lists, rendered by Haven and held against what must come out. What differs on purpose is in
//! [`differs`] and [`exceptions`], with its reason; what is left must be the same.

mod differs;
mod examples;
mod exceptions;
mod normal;
mod render;

use std::collections::BTreeSet;

use differs::as_haven_writes;
use examples::{Example, examples};
use exceptions::EXCEPTIONS;
use normal::{normal, told};
use render::rendered;

/// How many examples a suite has: one that is lost must be missed.
const SUITES: &[(&str, usize)] = &[
    ("spec", 652),
    ("gfm_table", 9),
    ("gfm_tasklist", 2),
    ("gfm_strikethrough", 3),
    ("table", 28),
    ("strikethrough", 15),
    ("definition_lists", 31),
];

#[test]
fn each_example_of_the_specification_is_rendered_as_the_specification_says() {
    let mut differing = Vec::new();
    for (suite, count) in SUITES {
        let examples = examples(suite);
        assert_eq!(examples.len(), *count, "{suite}");
        let expected = |example: &Example| !EXCEPTIONS.iter().any(|(names, _)| names.contains(&example.name.as_str()));
        differing.extend(examples.iter().filter(|example| expected(example)).filter_map(difference));
    }
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}

#[test]
fn each_exception_differs_is_named_as_a_mistake_and_has_a_reason() {
    let all: Vec<Example> = SUITES.iter().flat_map(|(suite, _)| examples(suite)).collect();
    let mut seen = BTreeSet::new();
    for (names, reason) in EXCEPTIONS {
        assert!(reason.len() > 20, "{names:?}");
        for name in *names {
            let example = all.iter().find(|example| example.name == *name).expect("there is such an example");
            assert!(difference(example).is_some(), "{name} is rendered as the specification says");
            assert!(!rendered(&example.markdown).codes.is_empty(), "{name} differs, and nobody is told");
            assert!(seen.insert(name), "{name} stands there twice");
        }
    }
}

/// What differs in an example, for a reader. None if nothing does.
fn difference(example: &Example) -> Option<String> {
    let wanted = told(&as_haven_writes(normal(&example.html)));
    let written = rendered(&example.markdown);
    let got = told(&normal(&written.html));
    (wanted != got).then(|| {
        let Example { name, markdown, .. } = example;
        format!("--- {name} {:?}\n{markdown}--- wanted\n{wanted}\n--- got\n{got}\n", written.codes)
    })
}
