//! `haven translate` as a translator meets it: what it makes, what it prints, what it leaves alone.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A folder with a course in English, which lists French.
struct Course(tempfile::TempDir);

const PAGE: &str = "# Help\n\nTwo short lessons follow.\n\n## Listen first {#listen-first}\n\nThe child was bullied at school.\n\n\
    ### How many? {.number #how-many answer=3 unit=children points=2}\n\nCount the children of the example.\n";

impl Course {
    fn new() -> Self {
        let course = Self(tempfile::tempdir().expect("a folder"));
        let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\", \"fr\"]\n";
        course.write("course.toml", settings);
        course.write("en/course.md", "# A short course\n\nHow to help a child.\n");
        course.write("en/01-help.md", PAGE);
        course.write("en/README.md", "Notes.\n");
        course
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.path().join("help").join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("made");
        fs::write(path, text).expect("written");
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join("help").join(path)).expect("it is there")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_haven")).args(arguments).current_dir(self.0.path()).output().expect("it runs")
    }

    fn says(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(output.status.success(), "{arguments:?}: {text}{}", String::from_utf8_lossy(&output.stderr));
        text
    }

    fn is_refused(&self, arguments: &[&str], why: &str) {
        let output = self.run(arguments);
        let text = String::from_utf8(output.stderr).expect("UTF-8");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(
            text.contains(why) && !text.contains("translate-") && text.contains("\n    = "),
            "{arguments:?}: {text}"
        );
    }

    fn translate(&self) {
        self.write("fr/course.md", "# Un petit cours\n\nComment aider un enfant.\n");
        let page = PAGE.replace("# Help", "# Aider").replace("Two short lessons follow.", "Deux leçons suivent ici.");
        let page = page
            .replace("## Listen first", "## Écouter")
            .replace("The child was bullied at school.", "L’enfant a été harcelé.");
        let page =
            page.replace("### How many?", "### Combien ?").replace(" answer=3 unit=children points=2", " unit=enfants");
        self.write("fr/01-help.md", &page.replace("Count the children of the example.", "Comptez les enfants."));
    }
}

#[test]
fn a_language_begins_with_the_pages_of_the_source_and_nothing_that_is_there_is_written_over() {
    let course = Course::new();
    course.write("fr/course.md", "# Mon cours\n\nMes mots.\n");
    assert!(course.says(&["translate", "start", "help", "fr"]).contains("One page was made"));
    assert_eq!(course.read("fr/course.md"), "# Mon cours\n\nMes mots.\n");
    let page = course.read("fr/01-help.md");
    assert!(
        page.starts_with("<!-- To translate from en.") && page.contains("{.number #how-many unit=children}"),
        "{page}"
    );
    assert!(!Path::new(&course.0.path().join("help/fr/README.md")).exists());
    assert!(course.says(&["check", "help"]).contains("still has the words of the source language"));
    assert!(course.says(&["translate", "start", "help", "fr"]).contains("2 that were there were left alone"));
    assert!(course.says(&["translate", "start", "help", "ar"]).contains("add \"ar\" to languages in course.toml"));
}

#[test]
fn how_far_a_translation_is_is_counted_in_parts_and_words() {
    let course = Course::new();
    let counts = || -> serde_json::Value {
        serde_json::from_str(&course.says(&["translate", "status", "help", "--format", "json"])).expect("JSON")
    };
    let french = |all: &serde_json::Value| all["courses"][0]["languages"][0].clone();
    assert_eq!(french(&counts())["missing"], 8);
    assert_eq!(french(&counts())["words"], 29);
    course.translate();
    course.says(&["translate", "accept", "help", "fr"]);
    course.write("en/01-help.md", &PAGE.replace("at school", "at home"));
    let told = french(&counts());
    assert_eq!(
        (&told["done"], &told["stale"], &told["missing"], &told["words"]),
        (&7.into(), &1.into(), &0.into(), &6.into())
    );
    let text = course.says(&["translate", "status", "help"]);
    assert!(text.contains("fr: 7 of 8 parts done, 1 stale, 0 missing; 6 words to translate"), "{text}");
    assert!(text.contains("01-help.md: 1 stale, 0 missing, 6 words"), "{text}");
}

#[test]
fn what_is_accepted_is_not_stale_and_a_mended_typo_makes_nothing_so() {
    let course = Course::new();
    course.translate();
    assert_eq!(course.says(&["translate", "accept", "help", "fr"]), "fr: 8 parts accepted.\n");
    assert_eq!(course.says(&["translate", "accept", "help", "fr"]), "fr: nothing new to accept.\n");
    course.write("en/01-help.md", &PAGE.replace("at school", "at home"));
    assert!(
        course.says(&["check", "help"]).contains("It said: … bullied at school. — now it says: … bullied at home.")
    );
    assert_eq!(
        course.says(&["translate", "accept", "help", "--unchanged-meaning", "listen-first"]),
        "fr: one part accepted.\n"
    );
    assert_eq!(course.says(&["check", "--strict", "help"]), "No errors, no warnings.\n");
}

#[test]
fn whoever_names_what_is_not_there_is_told_what_is_and_nothing_is_written() {
    let course = Course::new();
    course.translate();
    course.is_refused(&["translate", "accept", "help"], "Name one of those in course.toml: fr.");
    course.is_refused(&["translate", "accept", "help", "sw"], "Its translations, as course.toml lists them: fr.");
    course.is_refused(&["translate", "accept", "help", "fr", "lisen-first"], "Did you mean listen-first?");
    course.is_refused(&["translate", "start", "help", "en"], "is written in en itself");
    course.is_refused(&["translate", "start", "help", "french"], "is no language tag");
    course.is_refused(&["translate", "start", "nowhere", "fr"], "is no course");
    course.is_refused(&["translate", "status", "help/en"], "is no course");
    course.write("fr/01-help.md", &course.read("fr/01-help.md").replace("#how-many", "#combien"));
    course.is_refused(&["translate", "accept", "help", "fr"], "has errors. Nothing was accepted");
    course.write("fr/.translated.toml", "<<<<<<<\n");
    course.is_refused(&["translate", "accept", "help", "--unchanged-meaning"], "would lose what was accepted before");
    assert_eq!(course.read("fr/.translated.toml"), "<<<<<<<\n");
}

#[test]
fn a_typo_that_is_mended_for_one_language_is_mended_for_no_other() {
    let course = Course::new();
    let settings = course.read("course.toml").replace("[\"en\", \"fr\"]", "[\"en\", \"fr\", \"de\"]");
    course.write("course.toml", &settings);
    course.translate();
    for page in ["course.md", "01-help.md"] {
        course.write(&format!("de/{page}"), &course.read(&format!("fr/{page}")));
    }
    course.says(&["translate", "accept", "help", "fr"]);
    course.says(&["translate", "accept", "help", "de"]);
    course.write("en/01-help.md", &PAGE.replace("at school", "at home").replace("Count the", "Count all"));
    let german = course.read("de/.translated.toml");
    let accept = |what: &[&str]| course.says(&[&["translate", "accept", "help", "--unchanged-meaning"], what].concat());
    assert_eq!(accept(&["fr", "how-many"]), "fr: one part accepted.\n");
    assert_eq!(accept(&["fr"]), "fr: one part accepted.\n");
    assert_eq!(course.read("de/.translated.toml"), german);
    assert_eq!(accept(&[]), "fr: nothing new to accept.\nde: 2 parts accepted.\n");
    course.is_refused(
        &["translate", "accept", "help", "--unchanged-meaning", "sw", "how-many"],
        "The course has no translation into sw.",
    );
}

#[test]
fn a_page_begins_without_settings_and_code_in_it_as_it_stands() {
    let course = Course::new();
    let code = "````\n```\n# x {points=2}\n```\n# y {points=3}\n````\n";
    course.write("en/02-code.md", &format!("# Code\n\n## Write {{#write}}\n\n{code}"));
    course.says(&["translate", "start", "help", "fr"]);
    assert!(course.read("fr/02-code.md").ends_with(code));
}

#[test]
fn nothing_that_is_typed_is_obeyed_by_a_terminal() {
    let course = Course::new();
    course.translate();
    let evil = "\u{1b}[2Jx";
    for arguments in [
        &["translate", "status", evil][..],
        &["translate", "start", evil, "fr"],
        &["translate", "start", "help", evil],
        &["translate", "accept", "help", evil],
        &["translate", "accept", "help", "fr", evil],
    ] {
        let output = course.run(arguments);
        let text = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
        assert!(text.contains('\u{fffd}') && !text.contains('\u{1b}'), "{arguments:?}: {text:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_record_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let course = Course::new();
    course.translate();
    course.says(&["translate", "accept", "help", "fr"]);
    let record = course.0.path().join("help/fr/.translated.toml");
    fs::set_permissions(&record, fs::Permissions::from_mode(0o660)).expect("set");
    course.write("en/01-help.md", &PAGE.replace("at school", "at home"));
    course.says(&["translate", "accept", "help", "fr"]);
    assert_eq!(fs::metadata(&record).expect("it is there").permissions().mode() & 0o777, 0o660);
}

#[test]
fn what_the_source_calls_none_is_told_by_its_name() {
    let course = Course::new();
    let with = |tags: &str| PAGE.replace("points=2", &format!("points=2{tags}"));
    course.translate();
    course.write("fr/01-help.md", &course.read("fr/01-help.md").replace("unit=enfants", "unit=enfants tags=other"));
    let says = || String::from_utf8(course.run(&["check", "help"]).stdout).expect("UTF-8");
    course.write("en/01-help.md", &with(" tags=none"));
    assert!(says().contains("Here it says tags=other, in the source tags=none."), "{}", says());
    course.write("en/01-help.md", &with(""));
    assert!(says().contains("Here it says tags=other, in the source nothing of tags."), "{}", says());
}

#[test]
fn of_many_that_accept_at_once_each_is_kept() {
    const MANY: usize = 16;
    let course = Course::new();
    let page = |title: &str, words: &str| {
        let lesson = |at| format!("## {title} {at} {{#lesson-{at}}}\n\n{words} {at}.\n\n");
        format!("# {title}\n\n{}", (0..MANY).map(lesson).collect::<String>())
    };
    course.translate();
    course.write("en/02-more.md", &page("Help", "Whom to ask in the house"));
    course.write("fr/02-more.md", &page("Aide", "À qui parler dans la maison"));
    let accept = |at| {
        let id = format!("lesson-{at}");
        let mut haven = Command::new(env!("CARGO_BIN_EXE_haven"));
        haven
            .args(["translate", "accept", "help", "fr", &id])
            .current_dir(course.0.path())
            .stdout(std::process::Stdio::piped());
        haven.spawn().expect("it runs")
    };
    let all: Vec<_> = (0..MANY).map(accept).collect();
    for one in all {
        let output = one.wait_with_output().expect("it ends");
        let said = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(output.status.success() && said.contains("part") && said.contains("accepted."), "{said}");
    }
    let record = course.read("fr/.translated.toml");
    for at in 0..MANY {
        assert!(record.contains(&format!("lesson-{at}")), "{at}: {record}");
        assert_eq!(
            course.says(&["translate", "accept", "help", "fr", &format!("lesson-{at}")]),
            "fr: nothing new to accept.\n"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_record_that_may_not_be_written_or_is_a_link_is_left_as_it_is_and_said() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let course = Course::new();
    course.translate();
    let (record, elsewhere) = (course.0.path().join("help/fr/.translated.toml"), course.0.path().join("elsewhere"));
    let accept = &["translate", "accept", "help", "fr"];
    symlink(&elsewhere, &record).expect("linked");
    course.is_refused(accept, ".translated.toml was not changed: it is a symbolic link");
    fs::write(&elsewhere, "format = 1\n").expect("written");
    course.is_refused(accept, ".translated.toml was not changed: it is a symbolic link");
    assert_eq!(fs::read_to_string(&elsewhere).expect("read"), "format = 1\n");
    assert!(fs::symlink_metadata(&record).expect("there").is_symlink());
    fs::remove_file(&record).expect("removed");
    fs::write(&record, "format = 1\n").expect("written");
    fs::set_permissions(&record, fs::Permissions::from_mode(0o444)).expect("set");
    course.is_refused(accept, "may be read and not written");
    assert_eq!(fs::read_to_string(&record).expect("read"), "format = 1\n");
}

#[cfg(unix)]
#[test]
fn no_language_begins_outside_the_course() {
    let course = Course::new();
    course.write("en/bank/risks.md", "# Risks\n\n### Which? {.choice #which}\n\n- [x] a\n- [ ] b\n");
    let elsewhere = course.0.path().join("elsewhere");
    fs::create_dir(&elsewhere).expect("made");
    let link = |path: &str| std::os::unix::fs::symlink(&elsewhere, course.0.path().join(path)).expect("linked");
    link("help/de");
    course.is_refused(&["translate", "start", "help", "de"], "was not changed: it is a symbolic link");
    fs::create_dir(course.0.path().join("help/es")).expect("made");
    link("help/es/bank");
    course.is_refused(&["translate", "start", "help", "es"], "was not changed: it is a symbolic link");
    assert_eq!(fs::read_dir(&elsewhere).expect("listed").count(), 0);
    // A course may be reached by a link itself.
    std::os::unix::fs::symlink("help", course.0.path().join("same")).expect("linked");
    assert!(course.says(&["translate", "start", "same", "pt"]).contains("3 pages were made"));
}
