//! Input that nobody writes by accident. Each of these texts is so long that, were anything on the way from text to course
//! to take the square of its length, this file's tests would take hours, and nobody would need a clock to see it.

use crate::told;

const MEGABYTE: usize = 1024 * 1024 - 200;
/// Long enough to see the square of it; short enough to try everything.
const LONG: usize = MEGABYTE / 8;

const SETTINGS: &str = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
const MODULE: &str = "# A module\n\n## A lesson {#a-lesson}\n\n";

/// Pieces that are repeated to fill a page.
const PIECES: &[&str] = &[
    "[",
    "]",
    "![",
    "[a](",
    "[a](b)",
    "[a](#b) ",
    "[a][b] ",
    "[a]: b\n",
    "[^a]",
    "[^",
    "[^a]: x\n",
    "*",
    "*a ",
    "_a_",
    "**a *b ",
    "~~a",
    "`",
    "`a``b",
    "```\n",
    "<",
    "<a ",
    "<b>",
    "</b>",
    "<!--",
    "<!-- -->",
    "<?",
    "<![CDATA[",
    "&",
    "&amp;",
    "\\",
    "{",
    "}",
    "{{",
    "{{x}} ",
    "{{helpline}}",
    "{{helpline",
    "{{ ",
    "\\{{law}}",
    "{#a ",
    ">",
    "> ",
    ">\n",
    "> > \n",
    "> [!NOTE]\n",
    "> [!X]\n",
    "[!NOTE]\n",
    "- ",
    "- a\n",
    "- [x] a\n",
    "- [ ] \n",
    "-",
    "1. ",
    "1. a\n",
    ": ",
    "a\n: b\n",
    "a\n\n: b\n\n",
    "#",
    "# ",
    "# a\n",
    "## a\n",
    "## {\n",
    "### a {#a .b c=d}\n",
    "### Q {.choice #q}\n\n- [x] a\n- [ ] b\n\n",
    "### Q {.match #q}\n\n|a|b|\n|-|-|\n|c|d|\n|e|f|\n\n",
    "### H {.hotspot #h}\n\n![a](../media/a.svg)\n\n- [x] a {1,2,3,4}\n- [ ] b {5,6,7,8}\n\n",
    "### H {.hotspot #h}\n- [ ] {",
    "- [ ] a {1,2,3,4}\n",
    "### O {.open #o}\n\n|a|0|1|\n|-|-|-|\n|c|d|e|\n\n",
    "### S {.scenario #s}\n#### A {#a}\n[a](#a)\n",
    "#### A {#a}\n[a](#a)\n",
    "### C {.cards}\n",
    "### C {.reveal}\n",
    "a\n=\n",
    "a\n-\n",
    "|",
    "|a",
    "|a|b|\n",
    "|-|-|\n",
    "|a|b|\n|-|-|\n",
    "|\n|-\n",
    "\\|",
    "\n",
    "\r",
    "\r\n",
    " ",
    "\t",
    "\t- a\n",
    "    a\n",
    "\u{0}",
    "é",
    "🏮",
    "a",
    "a ",
    "a\n",
    "a  \n",
    "a\\\n",
    "\u{feff}",
    "\u{202e}",
    "![a](../media/a.svg)\n\n",
    "http://a ",
    "<http://a>",
    "javascript:",
    "---\n",
    "***\n",
    "+++\n",
    "$$",
    "==",
    "'\"",
];

#[test]
fn a_long_page_of_anything_is_read_in_reasonable_time() {
    for piece in PIECES {
        load_page(&format!("{MODULE}{}", piece.repeat(LONG / piece.len())));
    }
}

#[test]
fn a_megabyte_of_what_opens_something_is_read_in_reasonable_time() {
    for piece in ["[", "![", "> ", ">", "- ", "*", "`", "<", "|", "{", "[a]("] {
        load_page(&format!("{MODULE}{}", piece.repeat((MEGABYTE - MODULE.len()) / piece.len())));
    }
}

#[test]
fn a_long_question_of_anything_is_read_in_reasonable_time() {
    for class in ["choice", "choices", "order", "match", "blanks", "number answer=1", "short"] {
        for piece in [
            "[[",
            "]]",
            "[[a]] ",
            "[[a|",
            "`a` [[b]] ",
            "[[a",
            "\\[[",
            "*a [[b]]* ",
            "- [x] a\n",
            "1. a\n",
            "> [!TIP]\n> a\n\n",
        ] {
            let head = format!("{MODULE}### Q {{.{class} #q}}\n\n");
            load_page(&format!("{head}{}", piece.repeat(LONG / piece.len())));
        }
    }
}

#[test]
fn nesting_and_blank_lines_together_stay_linear() {
    for (open, close) in
        [("- ", "\n"), ("> ", "\n"), (">", ">\n"), ("1. ", "\n"), ("- ", "\n\n a"), ("* [", "]\n"), ("a\n: ", "\n")]
    {
        let half = MEGABYTE / 4;
        let body = open.repeat(half / open.len()) + &close.repeat(half / close.len() - MODULE.len());
        load_page(&format!("{MODULE}{body}"));
    }
    let stairs: String = (0..1_000).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    load_page(&format!("{MODULE}{stairs}{}", "\n".repeat(10_000)));
}

#[test]
fn a_table_as_wide_as_a_page_stays_linear() {
    let (cells, dashes) = ("|a".repeat(LONG / 2), "|-".repeat(LONG / 2));
    load_page(&format!("{MODULE}{cells}\n{dashes}\n{}", "|a\n".repeat(LONG / 3)));
}

#[test]
fn many_different_names_stay_linear() {
    let each = |one: fn(usize) -> String, count: usize| (0..count).map(one).collect::<String>();
    load_page(&format!("{MODULE}{}", each(|n| format!("[a](#b{n}) "), 60_000)));
    load_page(&format!("{MODULE}{}", each(|n| format!("### a {{#b{n}}}\n"), 50_000)));
    load_page(&format!("{MODULE}{}", each(|n| format!("x[^b{n}]\n\n[^b{n}]: y\n\n"), 30_000)));
    load_page(&format!("{MODULE}### a {{{}}}\n", each(|n| format!("b{n}=1 "), 90_000)));
    load_page(&format!("{MODULE}### Q {{.choice #q}}\n\n{}", each(|n| format!("- [ ] b{n}\n"), 60_000)));
    load_page(&format!("{MODULE}### Q {{.match #q}}\n\n|a|b|\n|-|-|\n{}", each(|n| format!("|b{n}|c{n}|\n"), 50_000)));
    load_page(&format!("{MODULE}{}", each(|n| format!("<!-- haven: allow no-practice because of {n} -->\n"), 15_000)));
    load_page(&format!(
        "{MODULE}{}",
        each(|n| format!("<!-- haven: allow lesson-long because {n} -->\na\n\n"), 15_000)
    ));
    load_page(&format!("{MODULE}{}", each(|n| format!("One in {n}. Suicide.\u{200b}\n\n"), 30_000)));
    load_page(&format!(
        "{MODULE}### Q {{.hotspot #q}}\n\n{}",
        each(|n| format!("- [ ] b{n} {{{},1,1,1}}\n", n % 99), 40_000)
    ));
    load_page(&format!(
        "{MODULE}### T {{.task #t}}\n\n|a|0|1|\n|-|-|-|\n{}",
        each(|n| format!("|b{n}|c|d|\n"), 50_000)
    ));
    load_page(&format!(
        "{MODULE}### S {{.scenario #s}}\n\n{}",
        each(|n| format!("#### B {{#b{n}}}\n[c](#b{})\n", n + 1), 25_000)
    ));
    load_settings(&each(|n| format!("b{n} = 1\n"), 60_000));
    load_settings(&format!("audience = [{}]", each(|n| format!("\"b{n}\", "), 80_000)));
    load_settings(&each(|n| format!("[tests.b{n}]\npass = 1\ndraw = []\n"), 20_000));
}

#[test]
fn long_settings_of_anything_are_read_in_reasonable_time() {
    for piece in [
        "[", "[[", "[a]\n", "[a", "a.", "a = ", "a = [", "a = {", "{", "\"", "\"\"\"", "'", "\\", "#", "\n", "1", "1_",
        "=", "é", "\u{0}",
    ] {
        load_settings(&piece.repeat(LONG / piece.len()));
    }
}

#[test]
fn a_long_drawing_of_anything_is_read_in_reasonable_time() {
    for piece in [
        "<g>",
        "<g",
        "<g/>",
        "<g xmlns:a=\"b\">",
        "a=\"\" ",
        "<style>",
        "<!--",
        "<![CDATA[",
        "&",
        "&amp;",
        "&#1;",
        "<?",
        "<!",
        "]]>",
        "url(",
        "/*",
    ] {
        let body = piece.repeat(LONG / piece.len());
        for head in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\">",
            "<svg ",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>",
            "",
        ] {
            load_media(format!("{head}{body}").into_bytes());
        }
    }
    let attributes: String = (0..70_000).map(|n| format!("b{n}=\"\" ")).collect();
    load_media(format!("<svg {attributes}/>").into_bytes());
}

#[test]
fn long_captions_of_anything_are_read_in_reasonable_time() {
    for piece in [
        "-->",
        "-->\n",
        "a\n",
        "\n",
        "\r",
        " ",
        "00:00.000 --> 00:01.000\n",
        "00:00.000 --> 00:01.000\na\n\n",
        "NOTE\n",
    ] {
        load_film(format!("WEBVTT\n\n{}", piece.repeat(MEGABYTE / piece.len())).into_bytes(), b"A box.".to_vec());
    }
}

#[test]
fn films_that_share_a_transcript_and_pages_that_show_it_often_stay_small() {
    let transcript = "Words. ".repeat(9_000);
    let films = (0..2_000).map(|n| (format!("media/a.{n}"), b"ID3".to_vec()));
    let captions = (0..2_000).map(|n| (format!("media/a.en-{n:05}.vtt"), b"WEBVTT".to_vec()));
    let lessons: String = (0..20_000).map(|n| format!("## A {{#b{n}}}\n\n![a](../media/a.{n})\n\n")).collect();
    let page = [
        ("media/a.en.md", transcript),
        ("course.toml", SETTINGS.to_owned()),
        ("en/01-a.md", format!("# A\n\n{lessons}")),
    ];
    let page = page.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    told::loaded(&told::memory(films.chain(captions).chain(page)));
}

#[test]
fn a_glossary_of_anything_is_looked_for_in_reasonable_time() {
    let each = |one: fn(usize) -> String, count: usize| (0..count).map(one).collect::<String>();
    let same = "a\n: b\n\n".repeat(LONG / 8);
    let many = each(|n| format!("b{n}\n: c\n\n"), 10_000);
    let long = each(|n| format!("{} {n}\n: c\n\n", "a ".repeat(45)), 1_000);
    let meaning = format!("a\n: {}\n", "c ".repeat(LONG / 2));
    let lessons = each(|n| format!("## A {{#b{n}}}\n\na\n\n"), 20_000);
    for glossary in [&same, &many, &long, &meaning] {
        for text in [
            "a ".repeat(LONG / 2),
            "一".repeat(LONG / 3),
            "a-".repeat(LONG / 2),
            ".".repeat(LONG),
            "*a* b\n".repeat(LONG / 6),
        ] {
            load_glossary(glossary, &format!("{MODULE}{text}"));
        }
        load_glossary(glossary, &format!("# A\n\n{lessons}"));
    }
}

fn load_glossary(glossary: &str, page: &str) {
    let glossary = format!("# G\n\n{glossary}");
    assert!(glossary.len() <= 1024 * 1024 && page.len() <= 1024 * 1024, "they would not be read");
    let files =
        [("course.toml", SETTINGS), ("en/course.md", "# C\n"), ("en/01-a.md", page), ("en/glossary.md", &glossary)];
    told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
}

fn load_film(captions: Vec<u8>, transcript: Vec<u8>) {
    let page = b"# C\n\n![a](../media/a.webm)\n".to_vec();
    let film = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm".to_vec();
    let files = [("course.toml", SETTINGS.as_bytes().to_vec()), ("en/course.md", page), ("media/a.webm", film)];
    let beside = [("media/a.en.vtt", captions), ("media/a.en.md", transcript)];
    told::loaded(&told::memory(files.into_iter().chain(beside).map(|(path, bytes)| (path.to_owned(), bytes))));
}

fn load_page(page: &str) {
    assert!(page.len() <= 1024 * 1024, "the page would not be read: {}", page.len());
    let files =
        [("course.toml", SETTINGS), ("en/course.md", "# A course\n"), ("en/01-a.md", page), ("en/bank/b.md", page)];
    told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
}

fn load_settings(settings: &str) {
    let files = [("course.toml", format!("{SETTINGS}{settings}")), ("en/course.md", "# A course\n".to_owned())];
    assert!(files[0].1.len() <= 1024 * 1024, "the settings would not be read");
    told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text))));
}

fn load_media(bytes: Vec<u8>) {
    let files = [("course.toml", SETTINGS.as_bytes().to_vec()), ("media/a.svg", bytes)];
    told::loaded(&told::memory(files.map(|(path, bytes)| (path.to_owned(), bytes))));
}
