//! Which changes make a revision, which everyone gets at once, and which make a version that people must be moved to.

use course::Course;

use crate::told;

const SETTINGS: &str = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n\n[tests.one]\n\
    draw = [{ bank = \"b\", pick = 1 }]\npass = 70\n\n[tests.two]\nplace = \"first\"\ndraw = [{ bank = \"b\", pick = 1 }]\npass = 0\n";
const MODULE: &str = "# Module\n\n## One {#one}\n\nWords.\n\n![A drawing](../media/a.svg)\n\n## Two {#two}\n\n\
    ### Which? {.choice #which points=2}\n\n- [x] This\n- [ ] That\n- [ ] Neither\n";
const BANK: &str = "# Bank\n\n## Pair {.match #pair}\n\n| A | B |\n|---|---|\n| 1 | x |\n| 2 | y |\n| 3 | x |\n";
const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

/// The course with one text replaced in one file.
fn with(file: &str, from: &str, to: &str) -> Course {
    let files = [
        ("course.toml", SETTINGS),
        ("en/course.md", "# Course\n"),
        ("en/01-m.md", MODULE),
        ("en/bank/b.md", BANK),
        ("en/one.md", "# One\n"),
        ("en/two.md", "# Two\n"),
        ("media/a.svg", DRAWING),
        ("README.md", "Notes.\n"),
    ];
    assert!(
        file.is_empty() || files.iter().any(|(path, text)| *path == file && text.contains(from)),
        "{from} is not in {file}"
    );
    let changed = files
        .map(|(path, text)| (path.to_owned(), if path == file { text.replace(from, to) } else { text.to_owned() }));
    let loaded = told::loaded(&told::memory(changed));
    assert!(loaded.is_sound(), "{from} -> {to}: {}", told::diagnostics(&loaded.diagnostics));
    loaded.course.expect("it is sound")
}

#[test]
fn mended_words_are_a_revision() {
    let before = with("", "", "");
    for (file, from, to) in [
        ("en/01-m.md", "Words.", "Wards."),
        ("en/01-m.md", "## Two", "## Second"),
        ("en/01-m.md", "Neither", "None of them"),
        ("en/01-m.md", "- [ ] That\n", "- [ ] That\n\n  Feedback.\n\n"),
        ("en/bank/b.md", "| 1 | x |", "| One | x |"),
        ("en/course.md", "# Course", "# The course"),
        ("media/a.svg", "/>", "><title>A</title></svg>"),
        ("course.toml", "pass = 70", "pass = 70 # percent"),
        ("course.toml", "pass = 70", "pass = 70\nshuffle = true"),
        ("course.toml", "code = \"T\"\nsource-language = \"en\"", "source-language = \"en\"\ncode = \"T\""),
    ] {
        let after = with(file, from, to);
        assert!(after.is_revision_of(&before), "{from} -> {to}");
        assert_ne!(after.version.hash, before.version.hash, "{from} -> {to}");
    }
}

#[test]
fn a_changed_id_key_count_point_order_or_setting_is_a_new_version() {
    let before = with("", "", "");
    for (file, from, to) in [
        ("en/01-m.md", "{#two}", "{#second}"),
        ("en/01-m.md", "#which", "#what"),
        ("en/01-m.md", "- [x] This\n- [ ] That", "- [ ] This\n- [x] That"),
        ("en/01-m.md", "- [ ] Neither\n", ""),
        ("en/01-m.md", "points=2", "points=3"),
        ("en/01-m.md", "points=2", "points=2 shuffle=no"),
        ("en/01-m.md", ".choice", ".choices"),
        ("en/01-m.md", "## Two {#two}", "## New {#new}\n\nWords.\n\n## Two {#two}"),
        ("en/bank/b.md", "| 3 | x |", "| 3 | y |"),
        ("en/bank/b.md", "#pair", "#pair tags=core"),
        ("course.toml", "pass = 70", "pass = 71"),
        ("course.toml", "pass = 70", "pass = 70\npass-rule = \"more-than\""),
        ("course.toml", "pass = 70", "pass = 70\nattempts = 3"),
        ("course.toml", "place = \"first\"\n", ""),
        ("course.toml", "code = \"T\"", "code = \"U\""),
        ("course.toml", "code = \"T\"", "code = \"T\"\nhours = 1"),
        ("course.toml", "code = \"T\"", "code = \"T\"\norder = \"sequential\""),
        ("course.toml", "[tests.one]", "[certificates.a]\nrequires = { modules = \"all\" }\n[tests.one]"),
    ] {
        assert!(!with(file, from, to).is_revision_of(&before), "{from} -> {to}");
    }
}

/// A course with a survey, with one text replaced in one file.
fn surveyed(file: &str, from: &str, to: &str) -> Course {
    let settings =
        "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n[surveys.s]\nwhen = \"end\"\n";
    let survey = "# S\n\n## How? {.scale #how}\n\n1. Low\n2. High\n\n## What? {.open #what}\n";
    let files = [("course.toml", settings), ("en/course.md", "# C"), ("en/surveys/s.md", survey)];
    let changed = files
        .map(|(path, text)| (path.to_owned(), if path == file { text.replace(from, to) } else { text.to_owned() }));
    let loaded = told::loaded(&told::memory(changed));
    assert!(loaded.is_sound(), "{from} -> {to}: {}", told::diagnostics(&loaded.diagnostics));
    loaded.course.expect("it is sound")
}

#[test]
fn other_words_in_a_survey_are_a_revision_and_other_questions_are_not() {
    let before = surveyed("", "", "");
    for (file, from, to, revision) in [
        ("en/surveys/s.md", "How?", "How sure?", true),
        ("en/surveys/s.md", "Low", "Lowest", true),
        ("en/surveys/s.md", "# S", "# Survey", true),
        ("course.toml", "when = \"end\"", "", true),
        ("en/surveys/s.md", "#how", "#how-sure", false),
        ("en/surveys/s.md", "2. High", "2. Middle\n3. High", false),
        ("en/surveys/s.md", ".open #what", ".short #what", false),
        ("en/surveys/s.md", ".open #what", ".open #what words=9", false),
        ("course.toml", "end", "module", false),
        ("course.toml", "end\"", "days-after\"\ndays-after = 9", false),
    ] {
        let after = surveyed(file, from, to);
        assert_eq!(after.is_revision_of(&before), revision, "{from} -> {to}");
        assert_ne!(after.version.hash, before.version.hash, "{from} -> {to}");
    }
}

/// A course with a picture to point at and work of both kinds.
fn with_work(from: &str, to: &str) -> Course {
    let rubric = "| C | 0 | 1 |\n|---|---|---|\n| This | no | yes |\n";
    let module = format!(
        "# M\n\n## L {{#l}}\n\n### H {{.hotspot #h}}\n\n![A](../media/a.svg)\n\n- [x] One {{1,2,3,4}}\n- [ ] Two {{5,6,7,8}}\n\n\
         ### O {{.open #o words=9}}\n\n{rubric}\n### T {{.task #t}}\n\n{rubric}"
    );
    assert!(module.contains(from), "{from} is not there");
    let settings = SETTINGS.split("\n[tests").next().expect("settings");
    let files = [("course.toml", settings), ("en/course.md", "# C"), ("media/a.svg", DRAWING)];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let module = ("en/01-m.md".to_owned(), module.replacen(from, to, 1));
    let loaded = told::loaded(&told::memory(files.into_iter().chain([module])));
    assert!(loaded.is_sound(), "{from} -> {to}: {}", told::diagnostics(&loaded.diagnostics));
    loaded.course.expect("it is sound")
}

#[test]
fn a_region_that_moves_with_its_picture_is_a_revision_and_another_key_or_rubric_is_a_new_version() {
    let before = with_work("One", "One");
    for (from, to) in [("{1,2,3,4}", "{1,2,4,4}"), ("One", "The first"), ("yes", "Yes, it is"), ("This", "That")] {
        assert!(with_work(from, to).is_revision_of(&before), "{from} -> {to}");
    }
    for (from, to) in [
        ("- [x] One {1,2,3,4}\n- [ ] Two", "- [ ] One {1,2,3,4}\n- [x] Two"),
        ("Two {5,6,7,8}\n", "Two {5,6,7,8}\n- [ ] Three {20,20,7,8}\n"),
        ("words=9", "words=10"),
        ("words=9", ""),
        ("#o", "#other"),
        (".task #t", ".open #t"),
        ("| C | 0 | 1 |", "| C | 0 | 2 |"),
        ("| This | no | yes |\n", "| This | no | yes |\n| That | no | yes |\n"),
    ] {
        assert!(!with_work(from, to).is_revision_of(&before), "{from} -> {to}");
    }
}

#[test]
fn notes_and_files_that_nothing_uses_are_no_part_of_a_version() {
    let (before, after) = (with("", "", ""), with("README.md", "Notes", "More notes"));
    assert_eq!(before.version, after.version);
    assert_eq!(before.manifest, after.manifest);
    assert!(!before.manifest.contains_key("README.md"));
}

#[test]
fn a_version_is_the_same_on_every_machine_and_in_every_later_haven() {
    let version = with("", "", "").version;
    assert_eq!(version.hash.as_ref(), "e0a80cc67cb318ca1f39c065aba5f1773177a5a40119d8110469c1931a0d6d73");
    assert_eq!(version.shape.as_ref(), "1f82522beaa7bab7c86a3045e7320b2cab2fbf1f79f414ecb16dc94079e297da");
}
