//! `haven new course` as an author meets it: what it makes, what it says, and what it leaves alone.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// An empty folder to run commands in.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut haven = Command::new(env!("CARGO_BIN_EXE_haven"));
        haven.args(arguments).current_dir(self.path()).env("LC_ALL", "C").output().expect("it runs")
    }

    fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(output.status.success(), "{arguments:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
        text
    }

    /// What a command says that does nothing.
    fn is_refused(&self, arguments: &[&str], why: &str) {
        let before = self.listed();
        let output = self.run(arguments);
        let text = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {text}");
        assert!(text.contains(why) && !text.contains("new-") && text.contains("\n    = "), "{arguments:?}: {text}");
        assert_eq!(self.listed(), before, "{arguments:?} left something");
    }

    /// All that is there, hidden files too.
    fn listed(&self) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![self.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                found.push(entry.path().display().to_string());
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    folders.push(entry.path());
                }
            }
        }
        found.sort();
        found
    }
}

#[test]
fn a_course_to_begin_with_has_nothing_to_mend() {
    let desk = Desk::new();
    let said = desk.says(&["new", "course", "courses/my-course"]);
    assert!(said.contains("haven check courses/my-course") && said.contains("--courses courses"), "{said}");
    assert!(
        desk.says(&["check", "--strict", "courses/my-course"]).contains("0 errors, 0 warnings")
            || desk.run(&["check", "--strict", "courses/my-course"]).status.success()
    );
    assert!(desk.read("courses/my-course/course.toml").contains("code = \"MY-COURSE\""));
    desk.says(&["new", "course", "here", "--language", "pt-BR"]);
    assert!(desk.run(&["check", "--strict", "here"]).status.success());
    assert!(desk.path().join("here/pt-BR/01-first-help.md").is_file());
}

#[test]
fn a_folder_of_markdown_becomes_a_course_and_what_is_left_is_told_with_its_place() {
    let desk = Desk::new();
    desk.write("my notes/README.md", "# Safer at home\n\nBegin with [help](1%20help.md#who).\n");
    desk.write(
        "my notes/1 help.md",
        "# Help\n\n## Who\n\n<div>Words</div>\n\n![A box](a.svg)\n\n## Why?\n\n- [x] So\n- [ ] Not\n",
    );
    desk.write("my notes/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>");
    let said = desk.says(&["new", "course", "--from", "my notes"]);
    assert!(said.starts_with("my notes/1 help.md:5: note[raw-html]: "), "{said}");
    assert!(said.contains("1 module, 2 lessons, 1 question, 1 picture or other file"), "{said}");
    assert!(said.contains("courses/safer-at-home is “Safer at home”"), "{said}");
    assert!(desk.read("courses/safer-at-home/en/course.md").contains("[help](01-help.md#who)"));
    assert!(desk.read("courses/safer-at-home/en/01-help.md").contains("![A box](../media/a.svg)"));
    assert!(desk.run(&["check", "courses/safer-at-home"]).status.success());
    desk.says(&["new", "course", "other", "--from", "my notes", "--title", "Another", "--language", "fr"]);
    assert!(desk.read("other/fr/course.md").starts_with("# Another\n"));
}

#[test]
fn nothing_that_is_there_is_written_over_and_nothing_is_made_by_halves() {
    let desk = Desk::new();
    desk.write("notes/a.md", "# A\n\nWords.\n");
    desk.write("taken/mine.txt", "mine");
    desk.write("file", "mine");
    fs::create_dir(desk.path().join("empty")).expect("made");
    desk.is_refused(&["new", "course", "taken"], "There is something in taken already");
    desk.is_refused(&["new", "course", "file"], "There is something in file already");
    desk.is_refused(&["new", "course", "taken", "--from", "notes"], "There is something in taken already");
    desk.is_refused(&["new", "course", "My Course", "--from", "notes"], "cannot be the name of a course");
    desk.is_refused(&["new", "course", "a", "--from", "nowhere"], "There is no folder nowhere");
    desk.is_refused(&["new", "course", "a", "--from", "taken"], "no page of Markdown");
    desk.is_refused(&["new", "course", "a", "--from", "notes", "--language", "?"], "no language tag");
    desk.is_refused(&["new", "course", "file/a"], "cannot be written");
    desk.says(&["new", "course", "empty", "--from", "notes"]);
    desk.is_refused(&["new", "course", "a", "--from", "empty"], "is a course already");
    assert_eq!(desk.read("taken/mine.txt"), "mine");
    assert_eq!(desk.run(&["new", "course"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn links_pipes_and_folders_that_may_not_be_read_are_passed_over_and_told() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::new();
    desk.write("notes/a.md", "# A\n\n![Secret](secret.png) [pipe](pipe.png) and words.\n");
    desk.write("notes/locked/b.md", "# B\n");
    desk.write("outside.md", "# Outside\n");
    desk.write("notes/\u{1b}[2J.md", "# Escape\n");
    symlink(desk.path().join("outside.md"), desk.path().join("notes/link.md")).expect("linked");
    symlink("/etc/passwd", desk.path().join("notes/secret.png")).expect("linked");
    symlink(".", desk.path().join("notes/round")).expect("linked");
    let pipe = desk.path().join("notes/pipe.png");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("it runs").success());
    fs::write(desk.path().join("notes/big.md"), vec![b'a'; 5_000_000]).expect("written");
    let locked = desk.path().join("notes/locked");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).expect("set");
    let said = desk.says(&["new", "course", "made", "--from", "notes"]);
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).expect("set");
    for told in [
        "notes/link.md: note[symbolic-link]",
        "notes/big.md: note[file-too-big]",
        "note[bad-path]",
        "note[picture-nowhere]",
    ] {
        assert!(said.contains(told), "{told}: {said}");
    }
    assert!(!said.contains('\u{1b}'), "{said}");
    let files = desk.listed().into_iter().filter(|path| path.contains("/made/")).count();
    assert!(!desk.read("made/en/01-a.md").contains("secret.png)") && files >= 4, "{said}");
}
