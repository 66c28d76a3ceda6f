//! Mends that are applied: what was at fault is not any more, nothing else has come, and nothing is left to apply.

use std::collections::{BTreeMap, BTreeSet};

use course::{Body, Diagnostic, Fault, Loaded, Memory, Severity, mended};
use proptest::prelude::*;

use crate::told;

type Files = BTreeMap<String, Vec<u8>>;

/// Applies every mend there is, until there is none.
fn fixed(mut files: Files, check: &dyn Fn(&Memory) -> Vec<Diagnostic>) -> (Files, Vec<Diagnostic>) {
    for _ in 0..10 {
        let found = check(&Memory::new(files.clone()));
        let mut changed = false;
        for (path, bytes) in &mut files {
            let own: Vec<&Diagnostic> = found.iter().filter(|one| one.file == *path).collect();
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            let after = mended(text, &own);
            changed |= !after.applied.is_empty();
            *bytes = after.text.into_bytes();
        }
        if !changed {
            return (files, found);
        }
    }
    panic!("there is always something left to apply: {:?}", files.keys());
}

fn course(source: &Memory) -> Vec<Diagnostic> {
    told::loaded(source).diagnostics
}

fn counts(found: &[Diagnostic]) -> BTreeMap<(String, &'static str), usize> {
    let mut counts = BTreeMap::new();
    found.iter().for_each(|one| *counts.entry((one.file.clone(), one.fault.code())).or_default() += 1);
    counts
}

fn is_mistake(code: &str) -> bool {
    Fault::severity_of(code) == Some(Severity::Error)
}

/// Every mistake that had a mend is gone, and of no kind there are more than before.
fn hold(name: &str, files: Files, check: &dyn Fn(&Memory) -> Vec<Diagnostic>) {
    let before = check(&Memory::new(files.clone()));
    let (_, after) = fixed(files, check);
    let left: Vec<_> = after.iter().filter(|one| !one.edits.is_empty()).collect();
    assert!(left.is_empty(), "{name}: {left:?}");
    let (had, have) = (counts(&before), counts(&after));
    // A lesson or an entry that came to light by a mend may have a mistake of its own, and advice is given only where no
    // mistake is left.
    let own = ["lesson-empty", "contact-unreachable"];
    for (kind, count) in have.iter().filter(|(kind, _)| is_mistake(kind.1) && !own.contains(&kind.1)) {
        let mendable =
            before.iter().filter(|one| (&one.file, one.fault.code()) == (&kind.0, kind.1) && !one.edits.is_empty());
        let most = had.get(kind).copied().unwrap_or(0) - mendable.count().min(had.get(kind).copied().unwrap_or(0));
        assert!(
            *count <= most,
            "{name}: {kind:?} is there {count} times, and may be there {most} times\n{}",
            told::diagnostics(&after)
        );
    }
}

#[test]
fn every_mend_takes_its_mistake_away_and_brings_no_other() {
    let mut mended = BTreeSet::new();
    for (name, folder) in told::folders("failing") {
        let files: Files = told::files(&folder.join("course")).into_iter().collect();
        mended.extend(
            course(&Memory::new(files.clone())).iter().filter(|one| !one.edits.is_empty()).map(|one| one.fault.code()),
        );
        hold(&name, files, &course);
    }
    for (name, folder) in told::folders("packs") {
        let files = told::files(&folder.join("countries")).into_iter().collect();
        hold(&name, files, &|source| told::packs(source).diagnostics);
    }
    assert!(mended.len() >= 15, "only these can be mended: {mended:?}");
}

/// Windows' line ends and a byte order mark stay as they are, and the mends are the same.
#[test]
fn mends_are_the_same_whatever_ends_the_lines() {
    for (name, folder) in told::folders("failing") {
        let files: Files = told::files(&folder.join("course")).into_iter().collect();
        let windows = |files: Files| -> Files {
            files.into_iter().map(|(path, bytes)| (path.clone(), as_on_windows(&path, bytes))).collect()
        };
        // What is no text in UTF-8, or is about the signs of its lines, has no other form.
        let is_text = files.values().all(|bytes| std::str::from_utf8(bytes).is_ok());
        if !is_text || name == "everything-at-once" {
            continue;
        }
        let (plain, _) = fixed(files.clone(), &course);
        let (other, _) = fixed(windows(files), &course);
        assert_eq!(windows(plain), other, "{name}");
    }
}

fn as_on_windows(path: &str, bytes: Vec<u8>) -> Vec<u8> {
    if !path.ends_with(".md") && !path.ends_with(".toml") {
        return bytes;
    }
    let text = String::from_utf8(bytes).expect("UTF-8");
    format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes()
}

const SETTINGS: &str = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";

/// A course with this at the end of `course.toml`, and this as its only module.
fn files(settings: &str, module: &str) -> Files {
    let files = [
        ("course.toml", format!("{SETTINGS}{settings}")),
        ("en/course.md", "# C\n".to_owned()),
        ("en/01-m.md", module.to_owned()),
    ];
    files.into_iter().map(|(path, text)| (path.to_owned(), text.into_bytes())).collect()
}

/// A module in which this stands in a lesson.
fn lesson(words: &str) -> String {
    format!("# M\n\n## L {{#l}}\n\n{words}\n")
}

#[test]
fn a_mend_writes_what_its_author_would_have_written() {
    for (before, after) in [
        ("## Été à l'école\n\nWords.", "## Été à l'école {#ete-a-lecole}\n\nWords."),
        ("## مخاطر\n\nWords.", "## مخاطر {#lesson-1}\n\nWords."),
        ("## 风险\n\nWords.\n\n## 危险\n\nWords.", "## 风险 {#lesson-1}\n\nWords.\n\n## 危险 {#lesson-2}\n\nWords."),
        ("## A {#a-2}\n\nx\n\n## A\n\nx\n\n## A\n\nx", "## A {#a-2}\n\nx\n\n## A {#a}\n\nx\n\n## A {#a-3}\n\nx"),
        (
            "## L {#l}\n\n### Q {.choise #q points=2}\n\n- [x] a\n- [ ] b",
            "## L {#l}\n\n### Q {.choice #q points=2}\n\n- [x] a\n- [ ] b",
        ),
        ("## L {#l}\n\n### Q {.choice}\n\n- [x] a\n- [ ] b", "## L {#l}\n\n### Q {.choice #q}\n\n- [x] a\n- [ ] b"),
        (
            "## L {#l}\n\n### Q {.choice #q point=2}\n\n- [x] a\n- [ ] b",
            "## L {#l}\n\n### Q {.choice #q points=2}\n\n- [x] a\n- [ ] b",
        ),
        (
            "## L {#l}\n\n### Q {.choice #q points = \"2\"}\n\n- [x] a\n- [ ] b",
            "## L {#l}\n\n### Q {.choice #q points=2}\n\n- [x] a\n- [ ] b",
        ),
        (
            "## L {#l}\n\n### S {.scenario}\n\n#### A {#a}\n\n[b](#b)\n\n#### ب\n\nx\n\n#### B {#b}\n\n[c](#step-2)",
            "## L {#l}\n\n### S {.scenario #s}\n\n#### A {#a}\n\n[b](#b)\n\n#### ب {#step-2}\n\nx\n\n#### B {#b}\n\n[c](#step-2)",
        ),
        ("## L {#l\n\nx", "## L {#l}\n\nx"),
        ("## L {#l}\n\n> [TIP]\n> Sit.\n\nCall {helpline}.", "## L {#l}\n\n> [!TIP]\n> Sit.\n\nCall {{helpline}}."),
        ("## L (#l)\n\nx", "## L {#l}\n\nx"),
        ("## L ｛＃l｝\n\nx", "## L {#l}\n\nx"),
        ("## L {id=l}\n\nx", "## L {#l}\n\nx"),
        ("## L {then-get-help}\n\nx", "## L {#then-get-help}\n\nx"),
        ("## L {#l}\n\n### Q {choice, #q}\n\n- [x] a\n- [ ] b", "## L {#l}\n\n### Q {.choice #q}\n\n- [x] a\n- [ ] b"),
        ("## L {#l}\n\n### Q {.choice#q}\n\n- [x] a\n- [ ] b", "## L {#l}\n\n### Q {.choice #q}\n\n- [x] a\n- [ ] b"),
        ("## L {#l}\n\n{{Helpline}} {{law} {{police", "## L {#l}\n\n{{helpline}} {{law}} {{police}}"),
        ("## L {#l}\n\n> [!NOTE] a\n> b", "## L {#l}\n\n> [!NOTE]\n> a\n> b"),
        ("## L {#l}\n\n> [!NTOE]\n> a", "## L {#l}\n\n> [!NOTE]\n> a"),
        ("## L {#l}\n\n> [!TIP]: a\n", "## L {#l}\n\n> [!TIP]\n> a\n"),
        ("## L {#l}\n\nx\n\n##\u{a0}K {#k}\n\nx", "## L {#l}\n\nx\n\n## K {#k}\n\nx"),
        (
            "## L {#l}\n\n### Q {.choice #q}\n\n- [x] a\n  Yes.\n- [ ] b\nNo, and\n more.",
            "## L {#l}\n\n### Q {.choice #q}\n\n- [x] a\n\n  Yes.\n- [ ] b\n\n  No, and\n  more.",
        ),
        (
            "## L {#l}\n\n### Q {.choice #q}\n\n- [ ] a\n\nNo.\n\n- [x] b\n\nYes.\n\n- [ ] c",
            "## L {#l}\n\n### Q {.choice #q}\n\n- [ ] a\n\n  No.\n\n- [x] b\n\n  Yes.\n\n- [ ] c",
        ),
    ] {
        let (done, left) = fixed(files("", &format!("# M\n\n{before}\n")), &course);
        assert_eq!(String::from_utf8_lossy(&done["en/01-m.md"]), format!("# M\n\n{after}\n"));
        assert!(left.iter().all(|one| !is_mistake(one.fault.code())), "{after}: {}", told::diagnostics(&left));
    }
}

#[test]
fn settings_are_mended_as_their_author_would_have_written_them() {
    for (before, after) in [
        ("levle = \"advanced\"\n", "level = \"advanced\"\n"),
        ("Level = \"Advanced\"\n", "level = \"advanced\"\n"),
        ("order = 'fre'\nmodality = \"self_paced\"\n", "order = 'fre'\nmodality = \"self-paced\"\n"),
        ("hours = \"3.5\"\nminimum-age = \"16\"\n", "hours = 3.5\nminimum-age = 16\n"),
        ("audience = \"parents\"\n", "audience = [\"parents\"]\n"),
        ("audience = [\"a\", \"b\", \"a\"]\n", "audience = [\"a\", \"b\"]\n"),
        ("licence = 4\n", "licence = \"4\"\n"),
        (
            "[tests.t]\ndraw = [{ bank = \"bank/risks.md\", pick = 1 }]\npass = \"70%\"\n",
            "[tests.t]\ndraw = [{ bank = \"risks\", pick = 1 }]\npass = 70\n",
        ),
    ] {
        let (done, _) = fixed(files(before, &lesson("x")), &course);
        assert_eq!(String::from_utf8_lossy(&done["course.toml"]), format!("{SETTINGS}{after}"));
    }
}

#[test]
fn what_somebody_has_to_decide_is_left_alone() {
    for settings in [
        "level = \"advanced\"\nlevle = \"advanced\"\n",
        "levle = \"advanced\"\nleevl = \"advanced\"\ncolour = 1\n",
        "audience = \"parents, teachers\"\n",
        "hours = \"about 3\"\nminimum-age = \"016\"\n",
    ] {
        let before = files(settings, &lesson("x"));
        let text = String::from_utf8_lossy(&fixed(before, &course).0["course.toml"]).into_owned();
        assert!(toml::de::DeTable::parse(&text).is_ok(), "{text}");
    }
    for words in [
        "### Q {.choics #q}\n\n- [x] a\n- [ ] b",
        "### Q {.number #q mim=3 max=5}\n\nx",
        "### Q {.choice #q points=1 point=2}\n\n- [x] a\n- [ ] b",
        "Words above\n---\n\nx",
        "## K ##\n\nx",
        "##hashtag",
        "[!NOTE]\nNo quotation.",
        "> a\n> [!NOTE]\n> b",
        "a\n| b | c | d |\n|---|---|\n| e | f |",
        "### Q {.choice #q}\n\n- [x] An option that is so long that an editor broke it in two at its\n  margin\n- [ ] b",
        "### Q {.choice #q}\n\n- [х] a\n- [ ] b",
        "### Q {.number #q answer=12,5}\n\nx",
        "x\n\n## A lesson is no question {.choise #k}\n\nx",
        "{{x}} {{hotlime-1}}",
    ] {
        let before = files("", &lesson(words));
        let (done, left) = fixed(before.clone(), &course);
        assert_eq!(String::from_utf8_lossy(&done["en/01-m.md"]), String::from_utf8_lossy(&before["en/01-m.md"]));
        assert!(!left.is_empty(), "{words} is sound");
    }
}

/// Which answers are right, question by question.
fn keys(loaded: &Loaded) -> BTreeMap<String, String> {
    let course = loaded.course.as_ref().expect("a course");
    let edition = course.source_edition();
    let lessons = edition.modules.iter().flat_map(|module| &module.lessons).flat_map(|lesson| &lesson.segments);
    let practice = lessons
        .filter_map(|part| if let course::Segment::Question(question) = part { Some(question.as_ref()) } else { None });
    let keys = practice.map(|question| {
        let options = if let Body::Options(options) = &question.body { options.len() } else { 0 };
        (question.id.to_string(), format!("{:?} {options}", question.item.key))
    });
    keys.collect()
}

#[test]
fn no_mend_changes_which_answer_is_right() {
    for (name, folder) in told::folders("failing") {
        let before: Files = told::files(&folder.join("course")).into_iter().collect();
        let loaded = told::loaded(&Memory::new(before.clone()));
        if loaded.course.is_none() {
            continue;
        }
        let (after, _) = fixed(before, &course);
        let after = keys(&told::loaded(&Memory::new(after)));
        for (id, key) in keys(&loaded) {
            assert_eq!(after.get(&id), Some(&key), "{name}: {id}");
        }
    }
}

/// Pieces of which most are nearly right.
const PIECES: &[&str] = &[
    "\n\n## L {#l}\n\n",
    "\n\n## Words\n\n",
    "\n\n### Q {.choise #q}\n\n",
    "\n\n### Q {.choice}\n\n",
    "\n\n### R {.choice #r point=2}\n\n",
    "- [x] a\n",
    "- [ ] b\n",
    "  Yes.\n",
    "No.\n",
    "\nNo.\n\n",
    "> [!NOTE] a\n",
    "> [!NTOE]\n> a\n",
    "> [!TIP]: a\n",
    "{{Law}} ",
    "{{law} ",
    "{{law",
    "a\n| b | c |\n|---|---|\n",
    "\n##\u{a0}K {#k}\n",
    "\n## K {#m\n",
    "\n### P {.short #p points = 2}\n",
    "\r\n",
    "\n",
    " ",
    "é",
    "风险",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mending_comes_to_an_end_with_nothing_left_to_mend(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..20),
        settings in proptest::collection::vec(proptest::sample::select(&["levle = \"Advanced\"\n", "hours = \"3\"\n", "colour = 1\n", "[tests.a]\n", "darw = []\n", "pass = \"70\"\n"][..]), 0..6),
    ) {
        let before = files(&settings.concat(), &format!("# M\n\n{}", pieces.concat()));
        let told = course(&Memory::new(before.clone()));
        let (after, left) = fixed(before, &course);
        prop_assert!(left.iter().all(|one| one.edits.is_empty()));
        // Mending never turns TOML into something else.
        let broken = |found: &[Diagnostic]| found.iter().any(|one| one.fault.code() == "toml");
        prop_assert!(broken(&told) || !broken(&left), "{}", String::from_utf8_lossy(&after["course.toml"]));
    }
}
