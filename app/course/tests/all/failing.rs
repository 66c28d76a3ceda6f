//! Courses that must fail: each folder of `tests/failing/` has a mistake or some, and `expected.txt` beside its course
//! lists every diagnostic, so that none is missed, told twice or told as noise of another.

use std::collections::BTreeSet;

use course::{Entry, Fault, Memory, Severity, Source, SourceError};

use crate::told;

#[test]
fn each_failing_course_is_told_its_mistakes_and_no_others() {
    for (name, folder) in told::folders("failing") {
        let loaded = told::loaded_folder(&folder.join("course"));
        assert!(!loaded.is_sound(), "{name} is sound");
        told::expect(&folder.join("expected.txt"), &told::diagnostics(&loaded.diagnostics));
    }
}

#[test]
fn spans_of_diagnostics_hold_the_words_at_fault() {
    for (name, folder) in told::folders("failing") {
        for one in told::loaded_folder(&folder.join("course")).diagnostics {
            let Some(span) = one.span.clone() else { continue };
            let bytes = std::fs::read(folder.join("course").join(&one.file)).expect("the file is there");
            let text = String::from_utf8_lossy(&bytes);
            assert!(text.get(span.clone()).is_some(), "{name}: {span:?} is no span of {}", one.file);
        }
    }
}

#[test]
fn there_is_an_example_of_every_fault() {
    let mut codes: BTreeSet<&str> = made().iter().map(|(code, _)| *code).collect();
    let listed: Vec<String> = ["failing", "cases", "packs", "advice"]
        .iter()
        .flat_map(|kind| told::folders(kind))
        .map(|(_, folder)| std::fs::read_to_string(folder.join("expected.txt")).unwrap_or_default())
        .collect();
    let shown = listed.iter().flat_map(|text| text.lines()).filter_map(|line| line.split(' ').nth(2));
    codes.extend(shown);
    let missing: Vec<_> = Fault::CODES.iter().filter(|code| !codes.contains(**code)).collect();
    assert!(missing.is_empty(), "no example of {missing:?}");
}

/// Mistakes that no folder in a repository can have: their codes and their sources.
pub(crate) fn made() -> Vec<(&'static str, Box<dyn Source>)> {
    let base = || {
        told::files(&told::folders("failing")[0].1.join("course")).into_iter().filter(|(path, _)| path == "course.toml")
    };
    let with = |path: &str, bytes: Vec<u8>| -> Box<dyn Source> {
        Box::new(told::memory(base().chain([(path.to_owned(), bytes)])))
    };
    let with_film = |body: &str| -> Box<dyn Source> {
        let film = [("media/a.mp3", b"ID3".to_vec()), ("media/a.en.md", b"Silence.".to_vec())];
        let page = ("en/course.md", format!("# C\n\n{body}").into_bytes());
        let files = film.into_iter().chain([page]).map(|(path, bytes)| (path.to_owned(), bytes));
        Box::new(told::memory(base().chain(files)))
    };
    let draws = "{ bank = \"risks\", pick = 1 },".repeat(101);
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n[tests.t]\npass = 1\n";
    let empty = |path: &str| (path.to_owned(), Vec::new());
    let many = (0..=10_000).map(|number| (format!("media/{number}.svg"), Vec::new()));
    vec![
        ("unreadable", Box::new(Broken)),
        ("too-many-files", Box::new(told::memory(base().chain(many)))),
        ("symbolic-link", Box::new(Linked)),
        ("bad-path", with("../course.md", b"# A".to_vec())),
        ("file-too-big", with("en/course.md", vec![b'a'; 1024 * 1024 + 1])),
        ("draws-many", with("course.toml", format!("{settings}draw = [{draws}]\n").into_bytes())),
        ("names-alike", Box::new(told::memory(base().chain(["media/A.svg", "media/a.svg"].map(empty))))),
        ("slots-many", with("en/course.md", format!("# C\n\n{}", "{{law}} ".repeat(300)).into_bytes())),
        ("films-many", with_film(&"![A call](../media/a.mp3)\n\n".repeat(1_001))),
        ("media-heavy", with("media/a.mp3", [b"ID3".to_vec(), vec![0; 8_000_000]].concat())),
        (
            "glossary-heavy",
            with("en/glossary.md", format!("# G\n\n{}", "a word\n: what it means\n\n".repeat(900)).into_bytes()),
        ),
        ("too-many-faults", with("en/course.md", "<b>x ".repeat(1_100).into_bytes())),
    ]
}

#[test]
fn mistakes_that_no_folder_can_hold_are_told_too() {
    for (code, source) in made() {
        let loaded = told::loaded(source.as_ref());
        let told = loaded.diagnostics.iter().filter(|one| one.fault.code() == code).count();
        assert_eq!(told, 1, "{code}: {}", told::diagnostics(&loaded.diagnostics));
        assert!(!loaded.is_sound(), "{code}");
    }
}

/// A source that cannot be listed.
struct Broken;

impl Source for Broken {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        Err(SourceError::Other("the disk is gone".to_owned()))
    }

    fn read(&self, _: &str) -> Result<Vec<u8>, SourceError> {
        Err(SourceError::Missing)
    }
}

/// A source with a symbolic link, which must not be read.
struct Linked;

impl Source for Linked {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        Ok(vec![Entry { path: "media/passwd.svg".to_owned(), size: 11, symlink: true }])
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        panic!("{path} was read")
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_in_a_folder_is_named_and_not_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("secret"), "# Secret").expect("written");
    std::fs::create_dir_all(folder.path().join("course/en")).expect("made");
    std::os::unix::fs::symlink("../../secret", folder.path().join("course/en/course.md")).expect("linked");
    std::os::unix::fs::symlink("..", folder.path().join("course/media")).expect("linked");
    let loaded = told::loaded_folder(&folder.path().join("course"));
    let linked: Vec<_> =
        loaded.errors().filter(|one| one.fault.code() == "symbolic-link").map(|one| &one.file).collect();
    assert_eq!(linked, ["en/course.md", "media"]);
    assert!(loaded.course.is_none());
}

#[test]
fn a_course_without_any_file_is_told_what_to_begin_with() {
    let loaded = told::loaded(&Memory::default());
    assert_eq!(told::diagnostics(&loaded.diagnostics), "course.toml:1:1 error settings-missing\n");
}

#[test]
fn every_code_has_its_severity() {
    for code in Fault::CODES {
        assert!(Fault::severity_of(code).is_some(), "{code}");
    }
    assert_eq!(Fault::severity_of("media-unused"), Some(Severity::Warning));
    assert_eq!(Fault::severity_of("no-such-code"), None);
}
