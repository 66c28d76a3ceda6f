//! What is advised: each folder of `tests/advice/` is a course without errors, and `expected.txt` beside it lists every warning
//! and, after a line, every silenced one with its reason. In folders that end in `-fine`, and in sections called so, ordinary text
//! stands beside what a rule looks for, and nothing is told.

use crate::told;

#[test]
fn each_course_is_told_what_could_be_better_and_nothing_of_what_is_well() {
    for (name, folder) in told::folders("advice") {
        let loaded = told::loaded_folder(&folder.join("course"));
        assert!(loaded.is_sound(), "{name} has errors:\n{}", told::diagnostics(&loaded.diagnostics));
        let silenced = loaded.silenced.iter().map(|one| {
            let found = told::diagnostics(std::slice::from_ref(&one.diagnostic));
            format!("{} because {}\n", found.trim_end(), one.reason)
        });
        let text = told::diagnostics(&loaded.diagnostics) + "silenced:\n" + &silenced.collect::<String>();
        told::expect(&folder.join("expected.txt"), &text);
        assert!(!name.ends_with("-fine") || loaded.diagnostics.is_empty(), "{text}");
    }
}
