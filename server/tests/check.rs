//! `haven check` as an author meets it: what it prints, and how it ends.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

fn check(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    Command::new(env!("CARGO_BIN_EXE_haven"))
        .args(["check", "--language", "en"])
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("it runs")
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

#[test]
fn the_shipped_courses_are_clean() {
    let output = check(&["--strict", "courses/safer-internet"]);
    assert_eq!((output.status.code(), printed(&output).as_str()), (Some(0), "No errors, no warnings.\n"));
}

#[test]
fn a_mistake_is_printed_with_its_place_its_line_and_its_mend() {
    let course = "app/course/tests/failing/raw-html/course";
    let output = check(&[course]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn every_failing_course_fails_and_no_message_lacks_its_words() {
    let output = check(&["app/course/tests/failing"]);
    assert_eq!(output.status.code(), Some(2), "a folder of folders of courses holds none itself");
    let cases =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/course/tests/failing")).expect("cases");
    // A folder without `course.toml` is no course to the command, only to whoever loads it as one.
    for course in
        cases.flatten().map(|case| case.path().join("course")).filter(|course| course.join("course.toml").is_file())
    {
        let output = check(&[course.to_str().expect("UTF-8")]);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(1), "{}: {text}", course.display());
        assert!(!text.contains("check-"), "words are missing: {text}");
        assert!(text.contains("    = "), "a mend is missing: {text}");
    }
}

#[test]
fn packs_are_checked_with_a_folder_of_courses_and_their_age_by_the_day_it_is_said_to_be() {
    for (arguments, code, says) in [
        (&["--strict", "--as-of", "2024-11-01", "end2end/courses"][..], 0, "No errors, no warnings."),
        (
            &["--strict", "--as-of", "2026-11-24", "end2end/courses"][..],
            1,
            "end2end/courses/countries/mw.toml:3:11: warning[pack-old]: ",
        ),
        (&["--as-of", "2026-11-24", "end2end/courses"][..], 0, "warning"),
        (&["--strict", "--as-of", "2026-11-24", "end2end/courses/small-course"][..], 0, "No errors, no warnings."),
        (
            &["--as-of", "2023-01-01", "end2end/courses/small-course"][..],
            1,
            "end2end/courses/countries/mw.toml:3:11: error[pack-future]: ",
        ),
        (
            &["--countries", "app/course/tests/packs/mistakes/countries", "end2end/courses/small-course"][..],
            1,
            "is not a day",
        ),
    ] {
        let output = check(arguments);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        assert!(text.contains(says) && !text.contains("check-"), "{arguments:?}: {text}");
    }
}

#[test]
fn packs_have_a_place_of_their_own_in_json() {
    let output = check(&["--format", "json", "--as-of", "2026-11-24", "end2end/courses"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(report["countries"], serde_json::json!(["mw"]));
    let old = &report["diagnostics"][0];
    assert_eq!(
        (&old["course"], &old["file"], &old["code"]),
        (&"countries".into(), &"mw.toml".into(), &"pack-old".into())
    );
}

#[test]
fn a_code_is_explained_without_a_course() {
    let output = check(&["--explain", "unknown-class"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).starts_with("error[unknown-class]\nA misspelt class"), "{}", printed(&output));
    for arguments in [&["--explain", "no-such-code"][..], &["--explain", "toml", "--fix"], &["--dry-run", "courses"]] {
        assert_eq!(check(arguments).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn the_help_says_how_the_command_ends() {
    let help = printed(&check(&["--help"]));
    for code in ["0  there is nothing to mend", "1  there are errors", "2  the command is mistyped"] {
        assert!(help.contains(code), "{help}");
    }
}

#[test]
fn wrong_usage_ends_with_two() {
    for folder in ["no/such/folder", "style"] {
        let output = check(&[folder]);
        assert_eq!(output.status.code(), Some(2), "{folder}");
    }
    for arguments in [["--countries", "no/such/folder"], ["--as-of", "yesterday"], ["--as-of", "2026-02-30"]] {
        let output = check(&[&arguments[..], &["courses"]].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn json_has_every_diagnostic_and_counts_each_course() {
    let folder = "end2end/courses/small-course";
    let output = check(&["--format", "json", "app/course/tests/failing/raw-html/course", folder]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(output.status.code(), Some(1), "{report}");
    let found = &report["diagnostics"][0];
    for key in ["severity", "code", "file", "message", "help"] {
        assert!(found[key].as_str().is_some_and(|text| !text.is_empty()), "{key} in {found}");
    }
    for key in ["line", "column", "end_line", "end_column"] {
        assert!(found[key].as_u64() > Some(0), "{key} in {found}");
    }
    assert!(found["fix"].as_array().is_some_and(Vec::is_empty), "{found}");
    assert!(found["line"].as_u64() > Some(0) && found["column"].as_u64() > Some(0), "{found}");
    let courses = report["courses"].as_array().expect("a list");
    let small = courses.iter().find(|one| one["slug"] == "small-course").expect("it is there");
    assert_eq!((&small["languages"][0], &small["modules"], &small["lessons"]), (&"en".into(), &1.into(), &5.into()));
    assert_eq!(small["questions"], 19, "six to practise and thirteen in the bank");
    assert!(small["words"].as_u64() > Some(1000), "{small}");
}

#[test]
fn silenced_warnings_are_counted_and_listed_with_their_reason_and_do_not_fail() {
    let course = "app/course/tests/advice/silenced/course";
    let output = check(&["--format", "json", course]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let silenced = report["silenced"].as_array().expect("a list");
    let one = silenced.iter().find(|one| one["code"] == "option-all").expect("it is silenced");
    assert_eq!((&one["reason"], &one["file"]), (&"it is meant so".into(), &"en/bank/risks.md".into()));
    assert!(report["diagnostics"].as_array().expect("a list").iter().all(|one| one.get("reason").is_none()));
    let text = printed(&check(&[course]));
    assert!(text.ends_with(&format!(" {} warnings are silenced with a reason.\n", silenced.len())), "{text}");

    let folder = tempfile::tempdir().expect("a folder");
    let write = |path: &str, text: &str| {
        let path = folder.path().join("my-course").join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    };
    write("course.toml", "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n");
    write("en/course.md", "# C\n");
    for (comment, code) in [("", 1), ("<!-- haven: allow figure-without-source because it is ours -->\n", 0)] {
        write("en/01-m.md", &format!("# M\n\n## L {{#l}}\n\n{comment}Of all pupils, 37 % were bullied.\n"));
        let output = check(&["--strict", folder.path().join("my-course").to_str().expect("UTF-8")]);
        assert_eq!(output.status.code(), Some(code), "{}", printed(&output));
    }
}

#[test]
fn json_is_printed_in_every_case() {
    for (folder, code) in [("no/such/folder", 2), ("app/course/tests/failing/toml/course", 1)] {
        let output = check(&["--format", "json", folder]);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(output.status.code(), Some(code), "{report}");
        assert!(report["diagnostics"].is_array() && report["courses"].is_array(), "{report}");
    }
}

/// A small course that is watched, and what is said of it, line by line.
struct Watched {
    folder: tempfile::TempDir,
    haven: Child,
    said: Receiver<String>,
    /// What it says beside that.
    warned: Receiver<String>,
}

/// The lines of a stream, as they come.
fn lines(stream: impl Read + Send + 'static) -> Receiver<String> {
    let (tell, said) = channel();
    let lines = BufReader::new(stream).lines();
    std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| tell.send(line)));
    said
}

impl Watched {
    /// The folder of courses is watched.
    fn start(format: &str) -> Self {
        Self::of("courses", format)
    }

    /// This folder is.
    fn of(watched: &str, format: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(folder.path().join("courses/countries")).expect("made");
        let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
        std::fs::create_dir_all(folder.path().join("courses/a/en")).expect("made");
        std::fs::write(folder.path().join("courses/a/course.toml"), settings).expect("written");
        std::fs::write(folder.path().join("courses/a/en/course.md"), "# A\n").expect("written");
        let mut haven = Command::new(env!("CARGO_BIN_EXE_haven"))
            .args(["check", "--watch", "--format", format, watched])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let said = lines(haven.stdout.take().expect("it is piped"));
        let warned = lines(haven.stderr.take().expect("it is piped"));
        Self { folder, haven, said, warned }
    }

    fn path(&self, within: &str) -> PathBuf {
        self.folder.path().join(within)
    }

    fn write(&self, page: &str) {
        std::fs::write(self.path("courses/a/en/course.md"), page).expect("written");
    }

    /// Waits for a line that is what is wanted.
    fn hears<T>(&self, wanted: impl Fn(&str) -> Option<T>) -> T {
        loop {
            let line = self.said.recv_timeout(Duration::from_secs(60)).expect("it says more");
            if let Some(found) = wanted(&line) {
                return found;
            }
        }
    }

    /// Waits for a report in which so many diagnostics stand, after so many were new and mended.
    fn reports(&self, diagnostics: usize, new: usize, mended: usize) {
        self.hears(|line| {
            let report: serde_json::Value = serde_json::from_str(line).expect("JSON, a line for each report");
            let found = report["diagnostics"].as_array().expect("a list").len();
            assert!(report["milliseconds"].is_u64() || report["new"].is_null(), "{report}");
            (found == diagnostics && report["new"] == new && report["mended"] == mended).then_some(())
        });
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.haven.kill().ok();
        self.haven.wait().ok();
    }
}

#[test]
fn whoever_watches_is_told_what_is_new_and_what_is_mended_however_a_file_is_saved() {
    let watched = Watched::start("json");
    watched.hears(|line| line.contains("\"diagnostics\":[]").then_some(()));
    watched.write("# A\n\n<b>\n");
    watched.reports(1, 1, 0);
    // The mistake moves down, which mends nothing, and there is another.
    watched.write("# A\n\nWords.\n\n<b>\n\n<i>\n");
    watched.reports(2, 1, 0);
    // As editors save: the new file takes the place of the old one.
    std::fs::write(watched.path("courses/a/en/.course.md.swp"), "# A\n").expect("written");
    std::fs::rename(watched.path("courses/a/en/.course.md.swp"), watched.path("courses/a/en/course.md"))
        .expect("moved");
    watched.reports(0, 0, 2);
    std::fs::remove_file(watched.path("courses/a/en/course.md")).expect("deleted");
    watched.reports(1, 1, 0);
    watched.write("# A\n");
    watched.reports(0, 0, 1);
}

#[test]
fn a_watched_folder_may_go_and_come_back_and_nothing_in_it_counts_as_mended() {
    let watched = Watched::start("json");
    watched.hears(|line| line.contains("\"diagnostics\":[]").then_some(()));
    watched.write("# A\n\n<b>\n");
    watched.reports(1, 1, 0);
    std::fs::rename(watched.path("courses"), watched.path("away")).expect("moved");
    let warned = watched.warned.recv_timeout(Duration::from_secs(60)).expect("it says what is missing");
    assert!(warned.contains("courses"), "{warned}");
    // A change may be told of more than once, and so looked at.
    watched.said.try_iter().for_each(|line| assert!(line.contains("\"mended\":0"), "{line}"));
    std::fs::rename(watched.path("away"), watched.path("courses")).expect("moved back");
    watched.reports(1, 0, 0);
    watched.write("# A\n");
    watched.reports(0, 0, 1);
}

#[test]
fn the_packs_beside_a_watched_course_are_watched_too() {
    let watched = Watched::of("courses/a", "json");
    watched.hears(|line| line.contains("\"diagnostics\":[]").then_some(()));
    std::fs::write(watched.path("courses/countries/mw.toml"), "name = ").expect("written");
    watched.hears(|line| line.contains("\"course\":\"countries\"").then_some(()));
    std::fs::remove_file(watched.path("courses/countries/mw.toml")).expect("deleted");
    watched.hears(|line| line.contains("\"diagnostics\":[]").then_some(()));
}

#[test]
fn a_reader_is_told_in_words_and_nothing_is_cleared_where_there_is_no_terminal() {
    let watched = Watched::start("human");
    let hears = |wanted: &str| {
        watched.hears(|line| {
            assert!(!line.contains('\u{1b}') && !line.contains("watch-"), "{line}");
            line.starts_with(wanted).then_some(())
        });
    };
    hears("Waiting for the next change.");
    watched.write("# A\n\n<b>\n");
    hears("new: courses/a/en/course.md:3:1: error[raw-html]: ");
    hears("One error, no warnings. 1 new, 0 mended. Read again in ");
    watched.write("# A\n");
    hears("mended: courses/a/en/course.md: ");
    hears("No errors, no warnings. 0 new, 1 mended.");
}

#[test]
fn a_change_in_the_source_makes_a_watched_translation_stale_and_accepting_it_mends_that() {
    let watched = Watched::start("json");
    watched.hears(|line| line.contains("\"diagnostics\":[]").then_some(()));
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\", \"fr\"]\n";
    std::fs::write(watched.path("courses/a/course.toml"), settings).expect("written");
    // There is no page in French.
    watched.reports(1, 1, 0);
    std::fs::create_dir_all(watched.path("courses/a/fr")).expect("made");
    std::fs::write(watched.path("courses/a/fr/course.md"), "# Le A\n").expect("written");
    watched.reports(0, 0, 1);
    accept(&watched.path("courses/a"));
    watched.write("# A, or another\n");
    watched.reports(1, 1, 0);
    accept(&watched.path("courses/a"));
    watched.reports(0, 0, 1);
}

fn accept(course: &Path) {
    let mut haven = Command::new(env!("CARGO_BIN_EXE_haven"));
    let accepted = haven.args(["translate", "accept"]).arg(course).arg("fr").output().expect("it runs");
    assert!(accepted.status.success(), "{accepted:?}");
}

#[test]
fn a_folder_whose_name_cannot_be_an_address_is_warned_of_in_every_form() {
    let home = tempfile::tempdir().expect("a folder");
    let course = home.path().join("My Course");
    std::fs::create_dir_all(course.join("en")).expect("made");
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
    std::fs::write(course.join("course.toml"), settings).expect("written");
    std::fs::write(course.join("en/course.md"), "# C\n").expect("written");
    let folder = course.to_str().expect("UTF-8");
    let output = check(&[folder]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert!(
        text.contains("My Course: warning[folder-name]: The folder “My Course”") && text.contains("\n    = Give"),
        "{text}"
    );
    assert!(text.ends_with("No errors, one warning.\n"), "{text}");
    assert_eq!(check(&["--strict", folder]).status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&printed(&check(&["--format", "json", folder]))).expect("JSON");
    assert_eq!(json["diagnostics"][0]["code"], "folder-name");
    let sarif: serde_json::Value =
        serde_json::from_str(&printed(&check(&["--format", "sarif", folder]))).expect("JSON");
    let (run, result) = (&sarif["runs"][0], &sarif["runs"][0]["results"][0]);
    let rule = usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("a place");
    assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
    assert!(printed(&check(&["--explain", "folder-name"])).starts_with("warning[folder-name]\nA course is found"));
    std::fs::rename(&course, home.path().join("my-course")).expect("renamed");
    assert_eq!(printed(&check(&[home.path().to_str().expect("UTF-8")])), "No errors, no warnings.\n");
}
