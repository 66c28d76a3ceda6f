//! What nobody reads any more, and what finds no room: a command never ends in a panic, and says what went wrong where it can.

#![cfg(unix)]

use std::fs::{self, OpenOptions};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

/// Everything that speaks, by how it is called in a folder with a course `my-course` and a folder `notes`.
const COMMANDS: &[&[&str]] = &[
    &["check", "my-course"],
    &["check", "--format", "json", "my-course"],
    &["check", "--format", "sarif", "my-course"],
    &["check", "--explain", "unknown-key"],
    &["check", "--watch", "my-course"],
    &["check", "--fix", "--dry-run", "my-course"],
    &["check", "--fix", "my-course"],
    &["check", "--fix", "--format", "json", "my-course"],
    &["translate", "status", "my-course"],
    &["translate", "status", "--format", "json", "my-course"],
    &["translate", "start", "my-course", "fr"],
    &["new", "course", "begun"],
    &["new", "course", "made", "--from", "notes"],
];

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = "format = 1\ncode = \"T\"\nlevle = \"advanced\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
    for (path, text) in [
        ("my-course/course.toml", settings),
        ("my-course/en/course.md", "# C\n"),
        ("my-course/en/01-m.md", "# M\n\n## One {#one}\n\n<b>x\n"),
        ("notes/one.md", "# Notes\n\n## One\n\nWords.\n"),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    folder
}

/// The exit code, and what was said beside the output.
fn run(folder: &Path, arguments: &[&str], output: Stdio) -> (Option<i32>, String) {
    let mut haven = Command::new(env!("CARGO_BIN_EXE_haven"));
    haven
        .args(arguments)
        .current_dir(folder)
        .env("LANG", "C")
        .stdin(Stdio::null())
        .stdout(output)
        .stderr(Stdio::piped());
    let output = haven.spawn().expect("it runs").wait_with_output().expect("it ends");
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn whoever_reads_no_more_hears_no_more() {
    for arguments in COMMANDS {
        let folder = folder();
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let (code, beside) = run(folder.path(), arguments, writer.into());
        assert!(!beside.contains("panicked") && !beside.contains("Broken pipe"), "{arguments:?}: {beside}");
        let fails = arguments[0] == "check" && !arguments.iter().any(|one| ["--explain", "--watch"].contains(one));
        assert_eq!(code, Some(i32::from(fails)), "{arguments:?}: {beside}");
    }
}

#[test]
fn what_finds_no_room_is_told_beside_it() {
    let full = || OpenOptions::new().write(true).open("/dev/full").ok();
    if full().is_none() {
        // Only Linux has a disk that is always full.
        return;
    }
    for arguments in COMMANDS {
        let folder = folder();
        let (code, beside) = run(folder.path(), arguments, full().expect("it is there").into());
        assert!(!beside.contains("panicked"), "{arguments:?}: {beside}");
        assert!(beside.contains("could not be written: ") && beside.contains("\n    = "), "{arguments:?}: {beside}");
        assert_eq!(code, Some(1), "{arguments:?}: {beside}");
    }
}

#[test]
fn nobody_at_all_may_listen() {
    for arguments in [&["check", "nowhere"][..], &["check", "--fix", "my-course"], &["check", "--explain", "nothing"]] {
        let folder = folder();
        let (mut reader, writer) = std::io::pipe().expect("a pipe");
        let mut haven = Command::new(env!("CARGO_BIN_EXE_haven"));
        let (closed, nobody) = std::io::pipe().expect("a pipe");
        drop(closed);
        haven.args(arguments).current_dir(folder.path()).stdout(writer).stderr(nobody);
        let mut child = haven.spawn().expect("it runs");
        drop(haven);
        reader.read_to_end(&mut Vec::new()).expect("read");
        // A panic ends with another code.
        assert!(matches!(child.wait().expect("it ends").code(), Some(1 | 2)), "{arguments:?}");
    }
}
