//! Files as other programs, other machines and spiteful people leave them: each is read to its end, and whoever must mend
//! something is told what.

use std::collections::BTreeSet;

use course::{Body, Loaded, Segment};

use crate::{laws, told};

const SETTINGS: &str = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
const MODULE: &str = "# A module\n\n## A lesson {#a-lesson}\n\n";
/// Such texts are no pleasure to read: that is not what these tests are about.
const ADVICE: &[&str] = &["hard-to-read", "lesson-long", "no-practice"];
/// As long as a page may be, less what stands around the text.
const MOST: usize = 1024 * 1024 - 1024;

/// A lesson, and the codes of all that is told about it.
type Case = (&'static str, String, &'static [&'static str]);

fn repeated(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

fn each(one: impl Fn(usize) -> String, count: usize) -> String {
    (0..count).map(one).collect()
}

fn nested() -> Vec<Case> {
    let alternating = |depth| each(|at| ["- ", "* ", "+ ", "1. ", "2) "][at % 5].to_owned(), depth) + "a";
    let stairs =
        |depth: usize, markers: [&str; 3]| each(|at| format!("{}{} a\n", "  ".repeat(at), markers[at % 3]), depth);
    vec![
        ("lists in lists", alternating(400_000), &["nesting"]),
        ("lists in lists that are not too deep", alternating(30), &[]),
        ("lists in lists, down the stairs", stairs(1_000, ["-"; 3]), &["nesting"]),
        ("lists in lists by turns, down the stairs", stairs(1_000, ["-", "*", "+"]), &["nesting"]),
        ("quotations in quotations", repeated("> ", MOST) + "a", &["nesting"]),
        ("quotations in quotations without blanks", repeated(">", MOST) + "a", &["nesting"]),
        ("quotations and lists by turns", repeated("> - ", MOST) + "a", &["nesting"]),
        ("emphasis in emphasis", format!("{0}a{0}", "*a **b ".repeat(40)), &[]),
        ("emphasis closed as often", each(|_| "*a _b ".to_owned(), 40) + &"_ *".repeat(40), &["nesting"]),
    ]
}

fn unclosed() -> Vec<Case> {
    vec![
        ("a block of code", "```\nwords".to_owned(), &["code-open"]),
        ("a comment", "Words.\n\n<!-- words".to_owned(), &["comment-open"]),
        ("a heading's braces", "### Words {#a".to_owned(), &["braces-open"]),
        ("a link", "[words](https://example.org".to_owned(), &["link-unread"]),
        ("a country value", "{{helpline".to_owned(), &["slot-open"]),
        ("a gap", "### Q {.blanks #q}\n\nIt is [[so and [[so]].".to_owned(), &["gap-open"]),
        ("HTML", "Words <b>and more".to_owned(), &["raw-html"]),
        ("everything", "**a _b ~~c `d [e ![f \\".to_owned(), &[]),
    ]
}

fn storms() -> Vec<Case> {
    let notes = each(|at| format!("A[^{at}]\n\n[^{at}]: Note.\n\n"), 5_000);
    let circle = "A[^a]\n\n[^a]: One[^b].\n[^b]: Two[^a].\n".to_owned();
    let table = "| a | b |\n|---|---|\n".to_owned() + &repeated("| c | d |\n", MOST);
    let wide = format!("{}|\n{}|\n", "| a ".repeat(50_000), "|---".repeat(50_000));
    let bomb = format!("[a]: https://example.org/{}\n\n", "x".repeat(100_000)) + &repeated("[a] ", 400_000);
    let chain = each(|at| format!("[{at}]: <[{}][{at}]>\n", at + 1), 20_000) + "\n[0]";
    vec![
        ("a million [", repeated("[", MOST), &["lesson-heavy"]),
        ("a million ![", repeated("![", MOST), &["lesson-heavy"]),
        ("a million *", repeated("*", MOST - 1) + "a", &["lesson-heavy"]),
        ("stars and words", repeated("*a ", MOST), &["lesson-heavy"]),
        ("stars and lines", repeated("**a*_b_", MOST), &["lesson-heavy"]),
        ("a line of a megabyte", repeated("words ", MOST), &["lesson-heavy"]),
        ("a megabyte without a blank", repeated("a", MOST), &["lesson-heavy"]),
        ("a long table", table, &["lesson-heavy"]),
        ("a wide table", wide, &["lesson-heavy", "table-columns"]),
        ("thousands of footnotes", notes, &["lesson-heavy"]),
        ("footnotes in a circle", circle, &[]),
        ("one address that stands for many", bomb, &["lesson-heavy"]),
        ("definitions that lead to each other", chain, &["link-nowhere"]),
    ]
}

#[test]
fn whatever_a_lesson_holds_its_author_is_told_what_to_mend() {
    let mut otherwise = Vec::new();
    for (what, lesson, wanted) in [nested(), unclosed(), storms()].concat() {
        let loaded = lesson_of(&lesson);
        let (told, wanted) = (codes(&loaded), wanted.iter().copied().collect());
        if told != wanted {
            otherwise.push(format!("{what}: {told:?} and not {wanted:?}"));
        }
        assert!(loaded.course.is_some(), "{what}: nothing is left of the course");
        assert!(bytes(&loaded) < 20 * MOST, "{what}: a page of {} bytes", bytes(&loaded));
    }
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n"));
}

#[test]
fn gaps_stand_beside_signs_that_are_escaped_or_written_as_entities() {
    for (text, gaps) in [
        ("It costs \\$5 [[a]].", 1),
        ("A &amp; [[a]] B [[b]]", 2),
        ("\\*\\*[[é]]", 1),
        ("&nGt;\\*[[é]] &acE;[[b]]", 2),
        ("[[a\\*b]] [[é]]", 2),
        ("*\\_[[a]]* [[b]]", 2),
        ("[[[a]]]", 1),
    ] {
        let loaded = lesson_of(&format!("### Q {{.blanks #q}}\n\n{text}"));
        assert_eq!(told::diagnostics(&loaded.diagnostics), "", "{text}");
        let course = loaded.course.expect("a course");
        let [Segment::Question(question)] = &course.source_edition().modules[0].lessons[0].segments[..] else {
            panic!("{text} is one question")
        };
        let Body::Blanks { text: around, .. } = &question.body else { panic!("{text} has gaps") };
        assert_eq!(around.len(), gaps + 1, "{text}");
    }
}

#[test]
fn links_in_a_circle_lead_round_it() {
    let module = |own: &str, other: &str| format!("# M\n\n## L {{#{own}}}\n\n[on](#{own}) [there](02-b.md#{other})\n");
    let (a, b) = (module("a", "b"), module("b", "a").replace("02-b", "01-a"));
    let loaded = loaded_of(&[("en/01-a.md", &a), ("en/02-b.md", &b)]);
    assert_eq!(told::diagnostics(&loaded.diagnostics), "");
}

#[test]
fn no_link_stands_in_a_link() {
    let loaded = lesson_of("See [the {{helpline}} here](#a-lesson).");
    assert_eq!(codes(&loaded), BTreeSet::from(["slot-not-here"]));
    let written = laws::written(&loaded.course.expect("a course")).concat();
    laws::is_safe(&written).expect("no link in a link");
}

#[test]
fn a_link_that_is_none_is_told_whatever_stands_in_its_words() {
    for (link, found) in [
        ("[a](b c)", "[a](b c)"),
        ("[`a`](b c)", "[`a`](b c)"),
        ("[a *b*](b c)", "[a *b*](b c)"),
        ("[a[^n]](#a-lesson)[^n]\n\n[^n]: A note.", "[a[^n]](#a-lesson)"),
    ] {
        let loaded = lesson_of(link);
        let told = format!("en/01-a.md:5:1 error link-unread link={found:?}\n");
        assert_eq!(told::diagnostics(&loaded.diagnostics), told);
    }
    for sound in ["\\[a](b c)", "[a\\](b c)", "`[a](b c)`", "A [ and a ] ("] {
        assert_eq!(told::diagnostics(&lesson_of(sound).diagnostics), "", "{sound}");
    }
}

#[test]
fn names_with_blanks_and_arabic_letters_are_used_or_told() {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
    let pictures = "![a](<../media/صورة الشبكة.svg>)\n\n![b](../media/%D8%B5%D9%88%D8%B1%D8%A9%20two.svg)\n";
    let loaded = loaded_of(&[
        ("en/01-a.md", &format!("{MODULE}{pictures}")),
        ("media/صورة الشبكة.svg", drawing),
        ("media/صورة two.svg", drawing),
        ("en/02-وحدة.md", "# M"),
        ("en/03-my module.md", "# M"),
    ]);
    let told =
        "en/02-وحدة.md:1:1 error bad-name name=\"وحدة\"\nen/03-my module.md:1:1 error bad-name name=\"my module\"\n";
    assert_eq!(told::diagnostics(&loaded.diagnostics), told);
    assert_eq!(loaded.course.expect("a course").media.len(), 2);
    let blank = lesson_of("![a](../media/my picture.svg)");
    assert_eq!(codes(&blank), BTreeSet::from(["link-unread"]));
}

#[test]
fn names_that_differ_in_capitals_are_told_in_any_script() {
    for (one, other) in
        [("media/a.SVG", "media/a.svg"), ("Media/x/Ä.svg", "media/x/ä.svg"), ("media/Я.svg", "media/я.svg")]
    {
        let loaded = loaded_of(&[(one, ""), (other, "")]);
        let alike: Vec<_> = loaded.errors().filter(|told| told.fault.code() == "names-alike").collect();
        assert_eq!(alike.len(), 1, "{one}: {}", told::diagnostics(&loaded.diagnostics));
        assert_eq!((alike[0].file.as_str(), alike[0].fault.arguments()[0].1.as_deref()), (other, Some(one)));
    }
}

#[test]
fn settings_that_would_blow_up_are_one_fault() {
    let deep = |open: &str, close: &str| format!("a = {}1{}", open.repeat(20_000), close.repeat(20_000));
    for (what, settings) in [
        ("lists in lists", deep("[", "]")),
        ("tables in tables", deep("{ a = ", " }")),
        ("lists that never end", format!("a = {}", "[".repeat(MOST))),
        ("a key of many parts", format!("{}a = 1", repeated("a.", MOST / 2))),
        ("a table of many parts", format!("[{}a]", repeated("a.", MOST / 2))),
        ("a text that never ends", format!("a = \"\"\"{}", repeated("words\n", MOST / 2))),
        ("a number that never ends", format!("a = {}", repeated("9", MOST / 2))),
    ] {
        let settings = format!("{SETTINGS}{settings}\n");
        let files = [("course.toml", settings.as_str()), ("en/course.md", "# C\n"), ("en/01-a.md", MODULE)];
        let loaded = told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
        let in_settings = loaded.errors().filter(|told| told.file == "course.toml").count();
        assert_eq!(in_settings, 1, "{what}");
    }
}

#[test]
fn text_in_utf_16_is_told_as_that_in_every_text_file() {
    let wide =
        |text: &str| -> Vec<u8> { format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let sound =
        [("course.toml", SETTINGS), ("en/course.md", "# C\n"), ("en/01-a.md", MODULE), ("en/bank/b.md", "# B\n")];
    for (broken, _) in sound {
        let files = sound.map(|(path, text)| {
            let bytes = if path == broken { wide(text) } else { text.as_bytes().to_vec() };
            (path.to_owned(), bytes)
        });
        let loaded = told::loaded(&told::memory(files));
        let told: Vec<_> = loaded.errors().map(|one| (one.file.as_str(), one.fault.code())).collect();
        assert_eq!(told, [(broken, "other-encoding")]);
    }
}

fn lesson_of(lesson: &str) -> Loaded {
    loaded_of(&[("en/01-a.md", &format!("{MODULE}{lesson}\n"))])
}

fn loaded_of(files: &[(&str, &str)]) -> Loaded {
    let base = [("course.toml", SETTINGS), ("en/course.md", "# A course\n")];
    let files = base.iter().chain(files).map(|(path, text)| ((*path).to_owned(), *text));
    told::loaded(&told::memory(files))
}

fn codes(loaded: &Loaded) -> BTreeSet<&'static str> {
    loaded.diagnostics.iter().map(|one| one.fault.code()).filter(|code| !ADVICE.contains(code)).collect()
}

/// How much HTML came out.
fn bytes(loaded: &Loaded) -> usize {
    let modules = loaded.course.iter().flat_map(|course| &course.source_edition().modules);
    let segments = modules.flat_map(|module| &module.lessons).flat_map(|lesson| &lesson.segments);
    let size = |segment: &Segment| if let Segment::Html(html) = segment { html.bytes() } else { 0 };
    segments.map(size).sum::<u64>() as usize
}
