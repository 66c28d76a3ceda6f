//! `haven check --fix`: what it writes, what it leaves alone, and what it says.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const SETTINGS: &str =
    "format = 1\r\ncode = \"T\"\r\nlevle = \"Advanced\"\r\nsource-language = \"en\"\r\nlanguages = [\"en\"]\r\n";
const MODULE: &str = "# M\n\n## 风险\n\n### Which? {.choise}\n\n<b>x\n\n- [x] a\n  Yes.\n- [ ] b\n";
const MENDED: &str =
    "# M\n\n## 风险 {#lesson-1}\n\n### Which? {.choice #which}\n\n<b>x\n\n- [x] a\n\n  Yes.\n- [ ] b\n";

/// A folder of courses with one course in it.
fn courses() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let course = folder.path().join("my-course");
    fs::create_dir_all(course.join("en")).expect("made");
    for (path, text) in
        [("course.toml", &*format!("\u{feff}{SETTINGS}")), ("en/course.md", "# C\n"), ("en/01-m.md", MODULE)]
    {
        fs::write(course.join(path), text).expect("written");
    }
    folder
}

fn run(program: &str, folder: &Path, arguments: &[&str]) -> Output {
    Command::new(program).args(arguments).current_dir(folder).env("LANG", "C").output().expect("it runs")
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    run(env!("CARGO_BIN_EXE_haven"), folder, &[&["check", "--language", "en"], arguments].concat())
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn file(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("my-course").join(path)).expect("it is there")
}

#[test]
fn what_can_be_mended_is_and_the_rest_is_told() {
    let folder = courses();
    let output = check(folder.path(), &["--fix", "my-course"]);
    assert_eq!(output.status.code(), Some(1), "raw HTML is left");
    insta::assert_snapshot!(text(&output.stdout));
    assert_eq!(file(folder.path(), "en/01-m.md"), MENDED);
    // The byte order mark and the line ends of Windows stay.
    let settings = file(folder.path(), "course.toml");
    assert_eq!(settings, format!("\u{feff}{}", SETTINGS.replace("levle = \"Advanced\"", "level = \"advanced\"")));
    let names: Vec<_> = fs::read_dir(folder.path().join("my-course/en"))
        .expect("listed")
        .map(|one| one.expect("one").file_name())
        .collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn mending_twice_is_mending_once() {
    let folder = courses();
    check(folder.path(), &["--fix", "."]);
    let before = fs::metadata(folder.path().join("my-course/en/01-m.md")).expect("there").modified().expect("a time");
    let output = check(folder.path(), &["--fix", "."]);
    assert!(text(&output.stdout).starts_with("Nothing could be mended"), "{}", text(&output.stdout));
    assert_eq!(file(folder.path(), "en/01-m.md"), MENDED);
    let after = fs::metadata(folder.path().join("my-course/en/01-m.md")).expect("there").modified().expect("a time");
    assert_eq!(before, after, "it was written again");
}

#[test]
fn a_dry_run_writes_nothing_and_shows_a_diff_that_patch_reads() {
    let folder = courses();
    let output = check(folder.path(), &["--fix", "--dry-run", "my-course"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(file(folder.path(), "en/01-m.md"), MODULE);
    let diff = text(&output.stdout);
    assert!(diff.contains("-## 风险\n") && diff.contains("+## 风险 {#lesson-1}\n"), "{diff}");
    assert!(text(&output.stderr).contains("mistakes would be mended in 2 files. Nothing was written."));
    fs::write(folder.path().join("the.diff"), &diff).expect("written");
    let patched = run("git", folder.path(), &["apply", "-p0", "--unsafe-paths", "the.diff"]);
    assert!(patched.status.success(), "{}\n{diff}", text(&patched.stderr));
    assert_eq!(file(folder.path(), "en/01-m.md"), MENDED);
}

#[test]
fn packs_beside_a_single_course_are_their_keepers_to_mend() {
    let folder = courses();
    let pack = "nmae = \"Malawi\"\nchecked = 2026-11-01\nsource = \"https://example.org/\"\n";
    let path = folder.path().join("countries/mw.toml");
    fs::create_dir_all(folder.path().join("countries")).expect("made");
    fs::write(&path, pack).expect("written");
    let day = ["--as-of", "2026-11-24", "--fix"];
    let output = check(folder.path(), &[&day[..], &["my-course"]].concat());
    assert!(text(&output.stdout).contains("countries/mw.toml:1:1: error[unknown-key]"), "{}", text(&output.stdout));
    assert_eq!(fs::read_to_string(&path).expect("read"), pack);
    check(folder.path(), &[&day[..], &["."]].concat());
    assert_eq!(fs::read_to_string(&path).expect("read"), pack.replace("nmae", "name"));
}

#[test]
fn a_program_reads_what_is_left_and_nothing_else() {
    let folder = courses();
    let output = check(folder.path(), &["--fix", "--format", "json", "my-course"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let codes: Vec<_> = report["diagnostics"].as_array().expect("a list").iter().map(|one| &one["code"]).collect();
    assert_eq!(codes, ["raw-html"]);
    assert!(text(&output.stderr).contains("mended[unknown-key]"), "{}", text(&output.stderr));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_only_be_read_is_left_and_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = courses();
    let path = folder.path().join("my-course/course.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("set");
    let output = check(folder.path(), &["--fix", "my-course"]);
    assert!(text(&output.stderr).contains("my-course/course.toml was not changed: it may be read and not written."));
    let said = text(&output.stdout);
    assert!(!said.contains("mended[unknown-key]") && said.contains("mended[unknown-class]"), "only what was: {said}");
    assert!(said.contains("2 mistakes could be mended and were not, because one file was not written."), "{said}");
    assert!(
        text(&output.stdout).contains("error[unknown-key]"),
        "what was not mended is told: {}",
        text(&output.stdout)
    );
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(unix)]
#[test]
fn a_mend_that_could_not_be_written_fails_even_if_it_is_of_a_warning() {
    use std::os::unix::fs::PermissionsExt;
    let folder = courses();
    let course = folder.path().join("my-course");
    fs::write(course.join("course.toml"), SETTINGS.replace("levle", "level").replace("Advanced", "advanced"))
        .expect("written");
    let page = course.join("en/01-m.md");
    fs::write(&page, "# M\n\n## 风险\n\nWords.\n").expect("written");
    fs::set_permissions(&page, fs::Permissions::from_mode(0o444)).expect("set");
    let output = check(folder.path(), &["--fix", "my-course"]);
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("could be mended and was not") && !said.contains("mended["), "{said}");
    assert!(!said.contains("Nothing could be mended"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_course_that_a_link_leads_to_is_mended_only_if_it_is_named() {
    let (folder, elsewhere) = (tempfile::tempdir().expect("a folder"), courses());
    let link = folder.path().join("linked");
    std::os::unix::fs::symlink(elsewhere.path().join("my-course"), &link).expect("linked");
    let output = check(folder.path(), &["--fix", "."]);
    assert!(text(&output.stdout).contains("Nothing could be mended") && text(&output.stdout).contains("unknown-key"));
    assert!(text(&output.stderr).contains("linked is a symbolic link"), "{}", text(&output.stderr));
    assert_eq!(file(elsewhere.path(), "en/01-m.md"), MODULE);
    check(folder.path(), &["--fix", "linked"]);
    assert_eq!(file(elsewhere.path(), "en/01-m.md"), MENDED);
}
