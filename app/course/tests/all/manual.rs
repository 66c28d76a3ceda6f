//! The author's manual is true: the course it begins with is sound, and it names everything an author can write.

use std::collections::BTreeSet;
use std::path::Path;

use course::Diagnostic;

use crate::told;

fn manual() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/course-format.md");
    std::fs::read_to_string(path).expect("the manual is there")
}

/// The files shown in the manual: blocks whose first line says `file=PATH`.
fn shown(manual: &str) -> Vec<(String, Vec<u8>)> {
    let blocks = manual.split("\n```").filter_map(|block| block.split_once('\n'));
    let files = blocks.filter_map(|(first, text)| Some((first.split_once("file=")?.1, text)));
    files.map(|(path, text)| (path.to_owned(), format!("{text}\n").into_bytes())).collect()
}

#[test]
fn the_first_course_of_the_manual_is_sound() {
    let files = shown(&manual());
    assert_eq!(files.len(), 5);
    let loaded = told::loaded(&told::memory(files));
    assert_eq!(told::diagnostics(&loaded.diagnostics), "");
    assert_eq!(loaded.course.expect("a course").steps().len(), 3);
}

/// The block of the manual whose first line says this.
fn block<'m>(manual: &'m str, first: &str) -> &'m str {
    let found = manual.split("\n```").find_map(|block| block.strip_prefix(first)?.strip_prefix('\n'));
    found.unwrap_or_else(|| panic!("{first} is not shown"))
}

#[test]
fn the_captions_the_transcript_and_the_glossary_of_the_manual_are_sound() {
    let manual = manual();
    let page = "# M\n\n## L {#l}\n\n> [!CAUTION]\n> It names self-harm.\n\nGrooming, self-harm.\n\n![A girl](../media/first-contact.webm)\n";
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
    let texts = [
        ("course.toml", settings),
        ("en/course.md", "# C\n"),
        ("en/01-m.md", page),
        ("en/glossary.md", block(&manual, "markdown glossary=glossary.md")),
        ("media/first-contact.en.vtt", block(&manual, "text media=first-contact.en.vtt")),
        ("media/first-contact.en.md", block(&manual, "markdown media=first-contact.en.md")),
    ];
    let film = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/films/course/media/first-contact.webm");
    let film = ("media/first-contact.webm".to_owned(), std::fs::read(film).expect("the film is there"));
    let files = texts.map(|(path, text)| (path.to_owned(), format!("{text}\n").into_bytes())).into_iter().chain([film]);
    let loaded = told::loaded(&told::memory(files));
    assert_eq!(told::diagnostics(&loaded.diagnostics), "");
}

#[test]
fn the_survey_of_the_manual_is_sound_and_shows_every_class() {
    let manual = manual();
    let survey = manual
        .split("\n```")
        .find_map(|block| block.strip_prefix("markdown survey=closing.md\n"))
        .expect("it is shown");
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n[surveys.closing]\n";
    let files = [("course.toml", settings), ("en/course.md", "# C"), ("en/surveys/closing.md", survey)];
    let loaded = told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
    assert_eq!(told::diagnostics(&loaded.diagnostics), "");
    let course = loaded.course.expect("a course");
    let asks = course.source_edition().surveys.values().flat_map(|page| &page.questions).map(|one| one.asks);
    let kinds: Vec<_> = asks.map(|asks| std::mem::discriminant(&asks)).collect();
    assert_eq!(kinds.iter().collect::<std::collections::HashSet<_>>().len(), 5);
}

#[test]
fn each_example_of_a_lesson_in_the_manual_is_sound() {
    let manual = manual();
    let examples: Vec<&str> =
        manual.split("\n```").filter_map(|block| block.strip_prefix("markdown lesson\n")).collect();
    assert!(examples.len() >= 4, "{examples:?}");
    for example in examples {
        let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
        let files = [
            ("course.toml", "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n".to_owned()),
            ("en/course.md", "# C".to_owned()),
            ("en/01-m.md", format!("# M\n\n## L {{#l}}\n\n{}\n", example.replace("window.png", "window.svg"))),
            ("media/window.svg", picture.to_owned()),
        ];
        let loaded = told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
        let errors: Vec<_> = loaded.errors().cloned().collect();
        assert_eq!(told::diagnostics(&errors), "", "{example}");
    }
}

#[test]
fn the_country_pack_of_the_manual_is_sound_and_shows_every_key() {
    let manual = manual();
    let pack = manual.split("\n```").find_map(|block| block.strip_prefix("toml pack=mw.toml\n")).expect("it is shown");
    let read = told::packs(&told::memory([("mw.toml".to_owned(), pack.to_owned())]));
    assert_eq!(told::diagnostics(&read.diagnostics), "");
    let unknown = "x = 1\n[[helpline]]\nname = \"x\"\nnumber = \"116\"\nx = 1\n";
    let read = told::packs(&told::memory([("mw.toml".to_owned(), unknown.to_owned())]));
    let known: BTreeSet<String> = read.diagnostics.iter().flat_map(known).collect();
    assert!(known.len() > 10, "{known:?}");
    let missing: Vec<_> = known.iter().filter(|key| !is_named(&manual, key)).collect();
    assert!(missing.is_empty(), "the manual does not name {missing:?}");
}

#[test]
fn the_manual_names_everything_that_is_known() {
    let manual = manual();
    let settings = "x = 1\nlevel = \"x\"\nmodality = \"x\"\norder = \"x\"\n[modules.a]\nx = 1\n[tests.t]\nx = 1\npass-rule = \"x\"\n\
        keep = \"x\"\ndraw = [{ x = 1 }]\n[surveys.s]\nx = 1\nwhen = \"x\"\n[certificates.c]\nx = 1\nrequires = { x = 1 }\n";
    let page = "# M\n\n## L {#l}\n\n> [!X]\n> x\n\n### Q {.x}\n\n### R {.choice #r x=1}\n\n{{x}}\n";
    let survey = "# S\n\n## Q {.open #q x=1}\n\n## R\n";
    let files = [("course.toml", settings), ("en/course.md", "# C"), ("en/01-m.md", page), ("en/surveys/s.md", survey)];
    let loaded = told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
    let known: BTreeSet<String> = loaded.diagnostics.iter().flat_map(known).collect();
    assert!(known.len() > 60, "{known:?}");
    // What is done later is named as a group.
    let later = ["attendance"];
    let missing: Vec<_> =
        known.iter().filter(|name| !is_named(&manual, name) && !later.contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "the manual does not name {missing:?}");
}

fn known(one: &Diagnostic) -> Vec<String> {
    let arguments = one.fault.arguments();
    let known = arguments
        .iter()
        .filter(|(name, _)| *name == "known")
        .flat_map(|(_, names)| names.as_deref().unwrap_or_default().split(", "));
    known.map(str::to_owned).collect()
}

/// A name in code: `name`, `.name`, `"name"`, `name = …`, `name=…`, `[name.…]`.
fn is_named(manual: &str, name: &str) -> bool {
    let marks = |c: char| matches!(c, '`' | '"' | '.' | '{' | '[');
    manual.match_indices(name).any(|(at, _)| {
        let before = manual[..at].chars().next_back().is_some_and(marks);
        let after = manual[at + name.len()..].chars().next();
        before && after.is_some_and(|c| !c.is_alphanumeric() && c != '-')
    })
}
