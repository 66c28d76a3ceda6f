//! What is advised: each folder of `tests/advice/` is a course without errors, and `expected.txt` beside it lists every warning
//! and, after a line, every silenced one with its reason. In folders that end in `-fine`, and in sections called so, ordinary text
//! stands beside what a rule looks for, and nothing is told.

use std::collections::BTreeSet;
use std::path::Path;

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

#[test]
fn the_manual_says_of_every_advice_what_it_is_and_why() {
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/course-format.md");
    let manual = std::fs::read_to_string(manual).expect("the manual is there");
    let advice = manual.split("## What check advises").nth(1).expect("it has a chapter on advice");
    let told: BTreeSet<String> = told::folders("advice")
        .iter()
        .flat_map(|(_, folder)| told::loaded_folder(&folder.join("course")).diagnostics)
        .map(|one| format!("`{}`", one.fault.code()))
        .collect();
    assert!(told.len() > 15, "{told:?}");
    let missing: Vec<_> = told.iter().filter(|code| !advice.contains(code.as_str())).collect();
    assert!(missing.is_empty(), "the manual does not name {missing:?}");
}

#[test]
fn a_warning_that_is_let_stand_in_the_whole_course_may_be_in_no_page() {
    let files = [
        (
            "course.toml",
            "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n\
            [check.allow]\nmedia-unused = \"It is for the next course.\"\n",
        ),
        ("en/course.md", "# C\n"),
        ("media/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"),
    ];
    let loaded = told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
    assert_eq!(told::diagnostics(&loaded.diagnostics), "");
    assert_eq!(loaded.silenced[0].diagnostic.file, "media/a.svg");
}

#[test]
fn on_a_page_with_mistakes_nothing_is_advised_and_nothing_is_said_of_what_silences_nothing() {
    let page = "# M\n\n## L {#l}\n\n<!-- haven: allow no-practice because of later -->\n\nOf all, 37 % were bullied. <b>\n\nA\u{202e}\n";
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
    let files = [("course.toml", settings), ("en/course.md", "# C\n"), ("en/01-m.md", page)];
    let loaded = told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
    let codes: Vec<_> = loaded.diagnostics.iter().map(|one| one.fault.code()).collect();
    assert_eq!(codes, ["raw-html", "hidden-sign"]);
}

#[test]
fn a_comment_speaks_to_haven_in_one_way_only_and_every_other_way_is_told() {
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
    for (comment, wanted) in [
        ("<!-- haven: allow figure-without-source because it is ours -->\n", &[][..]),
        ("<!--haven:allow figure-without-source because it\nis ours-->\n", &[]),
        ("<!-- HAVEN allow figure-without-source because it is ours -->\n", &[]),
        ("<!-- haven is a harbour -->\n", &["figure-without-source"]),
        ("<!-- haven: allow figure-without-source becauses -->\n", &["allow-no-reason", "figure-without-source"]),
        ("<!-- haven: allow figure-without-source: it is ours -->\n", &["allow-unknown", "figure-without-source"]),
        ("<!-- haven: allow -->\n", &["allow-unreadable", "figure-without-source"]),
        ("<!-- haven: -->\n", &["allow-unreadable", "figure-without-source"]),
        (
            "<!-- haven: allow figure-without-source because it is ours -->\n\nWords.\n\n",
            &["allow-unused", "figure-without-source"],
        ),
    ] {
        let page = format!("# M\n\n## L {{#l}}\n\n{comment}Of all pupils, 37 % were bullied.\n");
        let files = [("course.toml", settings), ("en/course.md", "# C\n"), ("en/01-m.md", &page)];
        let loaded = told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
        let codes: Vec<_> = loaded.diagnostics.iter().map(|one| one.fault.code()).collect();
        assert_eq!(codes, wanted, "{comment}");
        assert_eq!(loaded.silenced.len(), usize::from(wanted.is_empty()), "{comment}");
    }
}
