//! Two mistakes, two messages: each is told in the one run, and neither is told again as something else.

use crate::told;

const SETTINGS: &str = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
const TEST: &str = "[tests.t]\ndraw = [{ bank = \"b\", pick = 1 }]\npass = 70\n";
const BANK: &str = "# B\n\n## Q {.choice #bank-q}\n\n- [x] a\n- [ ] b\n";
const LESSON: &str = "# M\n\n## L {#l}\n\nWords.\n";

/// The codes that are told of a course of these parts, in their order.
fn codes(settings: &str, module: &str, bank: &str) -> Vec<String> {
    let mut files = vec![("course.toml", settings), ("en/course.md", "# C\n"), ("en/01-m.md", module)];
    if !bank.is_empty() {
        files.extend([("en/bank/b.md", bank), ("en/t.md", "# T\n")]);
    }
    let files = files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned()));
    told::loaded(&told::memory(files)).diagnostics.iter().map(|one| one.fault.code().to_owned()).collect()
}

#[test]
fn two_mistakes_in_the_settings_are_two_messages() {
    for (settings, told) in [
        (
            "format = 1\ncdoe = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\nlevle = \"x\"\n",
            ["unknown-key", "unknown-key"],
        ),
        ("fromat = 1\ncode = \"T\"\nsource-langauge = \"en\"\nlanguages = [\"en\"]\n", ["unknown-key", "unknown-key"]),
        (
            "format = 2\ncode = \"T\"\nsource-language = \"en\"\nlangauges = [\"en\"]\n",
            ["format-version", "unknown-key"],
        ),
        ("code = \"T\"\nsource-language = \"english\"\nlanguages = [\"en\"]\n", ["missing-key", "bad-language"]),
        ("format = 1\ncode = \"\"\nsource-language = \"en\"\nlanguages = \"en\"\n", ["empty-value", "wrong-kind"]),
    ] {
        assert_eq!(codes(settings, LESSON, ""), told, "{settings}");
    }
}

#[test]
fn two_mistakes_in_a_test_are_two_messages() {
    for (test, told) in [
        ("[tests.t]\ndraw = [{ bnak = \"b\", pick = 1 }]\npas = 70\n", ["unknown-key", "unknown-key"]),
        ("[tests.t]\ndraw = [{ bank = \"a\", pick = 1 }]\npass = 700\n", ["unknown-bank", "out-of-range"]),
        ("[tests.t]\ndraw = [{ bank = \"b\", pick = 9 }]\npass = \"70\"\n", ["draw-too-large", "wrong-kind"]),
        ("[tests.t]\ndraw = []\npass = 70\nkeep = \"best\"\n", ["draw-empty", "unknown-value"]),
        (
            "[tests.t]\ndraw = [{ bank = \"b\", pick = 1, tags = [\"x\"] }]\npass = 70\nplace = \"nowhere\"\n",
            ["unknown-tag", "unknown-module"],
        ),
    ] {
        let found = codes(&format!("{SETTINGS}{test}"), LESSON, BANK);
        assert_eq!(found, told, "{test}");
    }
}

#[test]
fn two_mistakes_in_a_module_are_two_messages() {
    for (module, told) in [
        ("# M\n\n## L\n\nx\n\n## K\n\nx\n", ["lesson-id-missing", "lesson-id-missing"]),
        ("# M\n\n##\n\nx\n\n## K {#k}\n\n<b>x</b>\n", ["heading-empty", "raw-html"]),
        (
            "# M\n\n## L {#l}\n\n### Q {.choise #q}\n\n- [x] a\n- [ ] b\n\n### R {.choice #r}\n\nx\n",
            ["unknown-class", "answers-missing"],
        ),
        ("# M\n\n## L {#l points = 2}\n\n[a](#nowhere)\n", ["attribute-unreadable", "link-no-id"]),
        ("# M\n\n## L {#l\n\n[a](#l) and <b>x\n", ["braces-open", "raw-html"]),
        ("# M\n\n## L {#l}\n\n> [!NTOE]\n> {{helplin}}\n", ["unknown-alert", "unknown-slot"]),
        ("# M\n\n## L {#l}\n\nx[^1]\n\n[^2]: y\n", ["footnote-undefined", "footnote-unused"]),
        ("# M\n\n## L {#l}\n\n![](../media/a.svg)\n", ["picture-without-alt", "picture-nowhere"]),
        ("# M\n\n## L {#l}\n\n| a | b |\n|---|---|\n| c |\n| d | e | f |\n", ["table-cells", "table-cells"]),
        (
            "# M\n\n### Q {.choice #q}\n\n- [x] a\n- [ ] b\n\n# N\n\n## L {#l}\n\nx\n",
            ["heading-skipped", "second-title"],
        ),
        ("## L {#l}\n\nx\n\n## K {#l}\n\nx\n", ["title-missing", "id-twice"]),
        ("# M\n\n## L {#l}\n\n[a](b c)\n\n<!-- a\n\n## K\n\n```\nx\n", ["link-unread", "comment-open"]),
    ] {
        assert_eq!(codes(SETTINGS, module, ""), told, "{module}");
    }
}

#[test]
fn two_mistakes_in_a_question_are_two_messages() {
    for (question, told) in [
        ("### Q {.choice #q}\n\n- [ ] a\n- [ ] a", ["right-missing", "option-twice"]),
        ("### Q {.choice}\n\n- [x] a\n- [x] b", ["question-id-missing", "right-many"]),
        ("### Q {.choice #q points=0}\n\n- [x] a", ["attribute-value", "options-few"]),
        ("### Q {.match #q}\n\n| a | b |\n|---|---|\n| c | d |\n| c | d |", ["pairs-one-target", "pair-twice"]),
        ("### Q {.order #q}\n\n1. a\n\n### R {.number #r}\n\nx", ["steps-few", "number-key"]),
        ("### Q {.blanks #q}\n\nx [[a]] y [[b\n\n[[]]", ["gap-open", "gap-empty"]),
        ("### Q {.number #q min=9 max=1 points=0}\n\nx", ["attribute-value", "number-range"]),
        (
            "### Q {.number #q anwser=3}\n\nx\n\n### R {.choise #r points=x}\n\n- [x] a",
            ["unknown-attribute", "unknown-class"],
        ),
        ("### Q {.short #q}\n\n- [ ] a\n- [ ] `*`", ["right-missing", "pattern-of-all"]),
    ] {
        let mut found = codes(SETTINGS, &format!("# M\n\n## L {{#l}}\n\n{question}\n"), "");
        let mut told: Vec<String> = told.iter().map(|code| (*code).to_owned()).collect();
        found.sort();
        told.sort();
        assert_eq!(found, told, "{question}");
    }
}

#[test]
fn a_bank_that_cannot_be_read_is_not_said_to_be_too_small() {
    for (bank, told) in [
        ("# B\n\n## Q {.choise #q}\n\n- [x] a\n- [ ] b\n", vec!["unknown-class"]),
        ("# B\n\n## Q {.choice #q}\n\n- [x] a\n", vec!["options-few"]),
        ("# B\n\n## Q {.choice #q tags=x,}\n\n- [x] a\n- [ ] b\n", vec!["attribute-value"]),
    ] {
        assert_eq!(codes(&format!("{SETTINGS}{TEST}"), LESSON, bank), told, "{bank}");
    }
}
