//! Courses made of folders: each folder of `tests/import/` has in `from` what it is made of, in `course` what comes out, and in
//! `expected.txt` what could not come along.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use course::{Content, CourseSlug, Imported, Left, Refusal, Source, Wanted, begin, import};
use proptest::prelude::*;

use crate::laws::{cases, check_places, markdown, written};
use crate::told;

fn wanted() -> Wanted {
    Wanted { slug: None, title: None, folder: "my-notes".to_owned(), language: told::language("en") }
}

fn made(source: &dyn Source) -> Result<Imported, (Refusal, Vec<Left>)> {
    import(source, &wanted(), &|_| told::labels())
}

fn left(found: &[Left]) -> String {
    let mut text = String::new();
    for one in found {
        let line = one.line.map(|line| format!(":{line}")).unwrap_or_default();
        write!(text, "{}{line} {} -> {}", one.file, one.what.code(), one.done.name()).expect("written");
        for (name, value) in one.what.arguments() {
            write!(text, " {name}={:?}", value.as_deref().unwrap_or("none")).expect("written");
        }
        writeln!(text, "{}", if one.more > 0 { format!(" +{}", one.more) } else { String::new() }).expect("written");
    }
    text
}

/// The files of a course, with what is copied.
fn files(imported: &Imported, source: &dyn Source) -> Vec<(String, Vec<u8>)> {
    let bytes = |content: &Content| match content {
        Content::Text(text) => text.clone().into_bytes(),
        Content::Copy(from) => source.read(from).expect("it is there"),
    };
    imported.files.iter().map(|(path, content)| (path.clone(), bytes(content))).collect()
}

/// The pages of a course made of these texts.
fn pages(texts: &[(&str, &str)]) -> (BTreeMap<String, String>, String) {
    let source = told::memory(texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    let imported = made(&source).expect("a course");
    let text = |(path, content): (&String, &Content)| match content {
        Content::Text(text) => Some((path.clone(), text.clone())),
        Content::Copy(_) => None,
    };
    (imported.files.iter().filter_map(text).collect(), left(&imported.left))
}

#[test]
fn each_folder_becomes_the_course_that_is_expected() {
    for (name, folder) in told::folders("import") {
        let source = course::Folder::new(folder.join("from"));
        let imported = made(&source).unwrap_or_else(|(why, found)| panic!("{name}: {why:?}\n{}", left(&found)));
        let made = files(&imported, &source);
        let loaded = told::loaded(&told::memory(made.clone()));
        assert!(loaded.is_sound(), "{name} has errors:\n{}", told::diagnostics(&loaded.diagnostics));
        let warnings = format!("\n{}", told::diagnostics(&loaded.diagnostics));
        if std::env::var_os("HAVEN_UPDATE").is_some() {
            std::fs::remove_dir_all(folder.join("course")).ok();
            for (path, bytes) in &made {
                let path = folder.join("course").join(path);
                std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
                std::fs::write(path, bytes).expect("written");
            }
        }
        let expected = told::files(&folder.join("course"));
        let paths = |files: &[(String, Vec<u8>)]| {
            files.iter().map(|(path, _)| path.clone()).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(paths(&made), paths(&expected), "{name}");
        for (path, bytes) in expected {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let own = made.iter().find(|(own, _)| *own == path).map(|(_, bytes)| text(bytes));
            assert_eq!(own.unwrap_or_default(), text(&bytes), "{name}: {path}");
        }
        told::expect(&folder.join("expected.txt"), &(left(&imported.left) + &warnings));
    }
}

#[test]
fn a_course_to_begin_with_has_nothing_to_mend_and_is_that_of_the_manual() {
    let slug = CourseSlug::parse("my-course").expect("a slug");
    for language in ["en", "fr", "ar", "pt-BR"] {
        let loaded = told::loaded(&told::memory(begin(&slug, &told::language(language))));
        assert_eq!(told::diagnostics(&loaded.diagnostics), "", "{language}");
    }
    let manual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/course-format.md");
    let manual = std::fs::read_to_string(manual).expect("the manual is there");
    for (path, text) in begin(&CourseSlug::parse("cop-1").expect("a slug"), &told::language("en")) {
        assert!(manual.contains(&format!(" file={path}\n{text}```")), "{path} is not as in the manual");
    }
}

#[test]
fn there_is_no_course_without_a_page() {
    let found = made(&told::memory([("a.txt".to_owned(), "x"), (".git/b.md".to_owned(), "# x")])).map(|_| ());
    assert_eq!(found.map_err(|(why, _)| why), Err(Refusal::NoPages));
    let many = (0..10_001).map(|number| (format!("{number}.md"), "# x".to_owned()));
    let found = made(&told::memory(many)).map(|_| ());
    assert_eq!(found.map_err(|(why, _)| why), Err(Refusal::TooManyFiles { limit: 10_000 }));
}

#[test]
fn a_list_with_boxes_is_a_question_only_where_that_is_sure() {
    for (list, question) in [
        ("### Why?\n\n- [x] a\n- [ ] b\n", Some("### Why? {.choice #why}\n\n- [x] a\n- [ ] b\n")),
        ("### Why?\n\nWords.\n\n- [x] a\n- [X] b\n- [ ] c\n", Some("### Why? {.choices #why}\n\nWords.\n")),
        ("So.\n\nWhy *this*?\n\n* [x] a\n* [ ] b\n", Some("So.\n\n### Why *this*? {.choice #why-this}\n\n* [x] a\n")),
        ("### Pourquoi ?\n\n- [x] a\n- [ ] b\n", Some("### Pourquoi ? {.choice #pourquoi}")),
        ("### Why\n\n- [x] a\n- [ ] b\n", None),
        ("### Why?\n\n- [x] a\n- [x] b\n", None),
        ("### Why?\n\n- [ ] a\n- [ ] b\n", None),
        ("### Why?\n\n- [x] a\n- b\n", None),
        ("### Why?\n\n- [x] a\n- [ ] a\n", None),
        ("### Why?\n\n- [x] a\n- [ ] b\n\nAnd more.\n", None),
        ("### Why?\n\n- [x] a\n  - [ ] b\n- [ ] c\n", None),
        ("### Why?\n\n- one\n- two\n\nWell.\n\n- [x] a\n- [ ] b\n", None),
    ] {
        let (made, told) = pages(&[("README.md", "# C\n"), ("a.md", &format!("# M\n\n## L\n\n{list}"))]);
        let page = &made["en/01-a.md"];
        match question {
            Some(expected) => assert!(page.contains(expected) && told.is_empty(), "{list}{page}{told}"),
            None => assert!(!page.contains("{.choice") && told.contains("task-list -> kept"), "{list}{page}{told}"),
        }
    }
}

#[test]
fn the_same_folder_gives_the_same_course_whatever_order_it_is_listed_in() {
    struct Backwards(course::Folder);
    impl Source for Backwards {
        fn list(&self) -> Result<Vec<course::Entry>, course::SourceError> {
            self.0.list().map(|entries| entries.into_iter().rev().collect())
        }
        fn read(&self, path: &str) -> Result<Vec<u8>, course::SourceError> {
            self.0.read(path)
        }
    }
    for (name, folder) in told::folders("import") {
        let source = course::Folder::new(folder.join("from"));
        let one = made(&source).expect("a course");
        let other = made(&Backwards(source)).expect("a course");
        assert_eq!((one.files, one.left), (other.files, other.left), "{name}");
    }
}

#[test]
fn what_hurts_takes_time_as_its_length() {
    let pieces = [
        "[a](b.md) ",
        "[[",
        "[[a]]",
        "<b>",
        "<b>x</b>",
        "<p>",
        "<!-- ",
        "- [x] a\n",
        "### a\n\n",
        "[^1]",
        "[^1]: a\n\n",
        "> ",
        "`",
        "{{a}} ",
        "![](x) ",
        "https://a.b ",
        "[a]: b\n",
        "*a ",
        "| a ",
        ":::note\n",
        "```\n",
        "[a][b] ",
        // So long that not a thousand of them are warned of, after which a page is made plain.
        "### Who is it, of all who could have been meant here by those who asked?\n\nSomebody wrote a message to somebody else, and a third \
         one has read it.\n\n- [x] a\n- [ ] b\n\n",
    ];
    for piece in pieces {
        let work = |text: &str| match made(&told::memory([("a.md".to_owned(), format!("# T\n\n## L\n\n{text}"))])) {
            Ok(imported) => assert!(imported.loaded.is_sound(), "{piece}"),
            Err((why, _)) => assert_eq!(why, Refusal::NoPages, "{piece}"),
        };
        crate::linear::grows_as_the_text(piece, &work).unwrap_or_else(|error| panic!("{error}"));
    }
}

fn sound(texts: Vec<(String, Vec<u8>)>) -> Result<(), TestCaseError> {
    let source = told::memory(texts.clone());
    match made(&source) {
        Ok(imported) => {
            prop_assert!(imported.loaded.is_sound());
            let made = files(&imported, &source);
            let loaded = told::loaded(&told::memory(made.clone()));
            prop_assert!(loaded.is_sound(), "{:?}\n{}", texts, told::diagnostics(&loaded.diagnostics));
            check_places(&made, &loaded.diagnostics)?;
            loaded.course.iter().flat_map(written).try_for_each(|html| crate::laws::is_safe(&html))
        }
        Err((why, _)) => {
            prop_assert!(why != Refusal::Unsettled, "{:?}", texts);
            Ok(())
        }
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_folder_of_markdown_gives_a_course_without_errors(index in markdown(), one in markdown(), two in markdown(), three in any::<String>()) {
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
        let two = format!("## Why?\n\n{two}");
        let texts = [("README.md", index), ("01-m.md", one), ("a/b.md", two), ("a/c d.md", three), ("media/a.svg", drawing.to_owned())];
        sound(texts.map(|(path, text)| (path.to_owned(), text.into_bytes())).to_vec())?;
    }

    #[test]
    fn any_bytes_and_any_names_give_a_course_or_a_refusal(
        names in proptest::collection::vec("[a-cA-C/ .é#-]{1,9}(\\.md|\\.png|)", 1..6), bytes in any::<Vec<u8>>(), text in "\\PC*",
    ) {
        let content = |at: usize| if at.is_multiple_of(2) { text.clone().into_bytes() } else { bytes.clone() };
        sound(names.into_iter().enumerate().map(|(at, name)| (name, content(at))).collect())?;
    }
}

#[test]
fn a_link_between_double_brackets_is_one_where_it_is_sure_what_is_meant() {
    let text = "# A\n\n[[Be]] [[be|words]] [[sub/b e#Some Where|x]] [[none]] [[twice]] `[[Be]]` [[#Own]] ![[p.svg]]\n\n## Own\n";
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
    let texts = [
        ("a.md", text),
        ("be.md", "# Be\n"),
        ("sub/b e.md", "# B\n\n## Some where\n"),
        ("x/twice.md", "# X"),
        ("y/twice.md", "# Y"),
        ("i/p.svg", drawing),
    ];
    let (made, told) = pages(&texts);
    let expected = "[Be](02-be.md) [words](02-be.md) [x](03-sub.md#some-where) [[none]] [[twice]] `[[Be]]` [Own](#own) ![p.svg](../media/p.svg)";
    assert!(made["en/01-a.md"].contains(expected), "{}", made["en/01-a.md"]);
    assert_eq!(told.matches("wiki-link -> as-text").count(), 2, "{told}");
}
