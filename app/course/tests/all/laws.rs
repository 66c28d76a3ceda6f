//! Laws that hold for any bytes: reading never fails, every place is a place, and what comes out is safe.

use std::collections::BTreeSet;

use course::{Body, Course, Diagnostic, Html, Loaded, Question, Segment, Work};
use proptest::prelude::*;

use crate::told;

pub(crate) const SETTINGS: &str = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n\
    [tests.t]\ndraw = [{ bank = \"b\", pick = 1 }]\npass = 1\n[surveys.s]\n";

/// Pieces of Markdown that mean something, and some that mean harm.
pub(crate) const PIECES: &[&str] = &[
    "# ",
    "## ",
    "### ",
    "#### ",
    "{#a}",
    "{#b .choice}",
    "{.choices #c}",
    "{.match #d points=2}",
    "{.order #f}",
    "{.blanks #g choose=yes}",
    "{.number #h answer=1}",
    "{.short #i exact=yes}",
    "{.scale #k}",
    "{.open #m words=9}",
    "{.hotspot #j}",
    "{.open #k words=9}",
    "{.task #m}",
    "{.scenario #n}",
    "\n\n### S {.scenario #s}\n\n#### O {#o}\n\n[p](#p)\n\n#### P {#p}\n\n[o](#o) ",
    "\n\n![p](../media/a.svg)\n\n- [x] a {1,2,3,4}\n- [ ] b {5,6,7,8}\n",
    " {10,20,40,30}",
    "{1,",
    "| C | 0 | 1 |\n|---|---|---|\n| a | b | c |\n",
    "[a](#o)",
    "{.cards}",
    "{.reveal #e}",
    "{.steps}",
    "{.objectives}",
    "- ",
    "- [x] ",
    "- [ ] ",
    "1. ",
    "> ",
    "> [!NOTE]\n> ",
    "> [!CAUTION]\n> ",
    "> [!TIP]\n",
    "\n",
    "\n\n",
    "  ",
    "    ",
    "\t",
    "| a | b |\n|---|---|\n",
    "| c | d |\n",
    "|",
    "[^1]",
    "[^1]: ",
    "[a](#a)",
    "[b](01-m.md#b)",
    "[x](javascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "<javascript:alert(1)>",
    "[x](//evil)",
    "[x][y]",
    "[y]: javascript:x",
    "![p](../media/a.svg)",
    "![p](../media/a.svg \"t\\\" onload=x\")",
    "![\" onerror=alert(1)](../media/a.svg)",
    "![](x)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "-->",
    "<b>",
    "</b>",
    "<?x?>",
    "&lt;script&gt;",
    "&#60;b&#62;",
    "`",
    "``",
    "```",
    "~~~",
    "*",
    "**",
    "_",
    "~~",
    "\\",
    "\"",
    "'",
    "<",
    ">",
    "&",
    "{{helpline}}",
    "{{ hotline }}",
    "{{law",
    "[{{police}}](x)",
    "[{{police}}](#a)",
    "[b[^1]](#a)",
    "{{",
    "}}",
    "[[x]]",
    "[[x|y*z|`",
    "[[",
    "]]",
    "`*x*`",
    "*[[x]]*",
    "Term\n: Meaning",
    ": ",
    "---",
    "===",
    "\r\n",
    "\r",
    "\u{0}",
    "\u{feff}",
    "é",
    "х",
    "مرحبا",
    "🏮",
    "words ",
    "onclick=",
    "style=\"x\"",
];

pub(crate) const CLASSES: &[&str] =
    &[".choice", ".choices", ".hotspot", ".open words=9", ".order", ".match", ".blanks", ".number answer=3", ".short"];

/// So many cases, unless `PROPTEST_CASES` asks for more.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases.max(usual) } else { usual };
    ProptestConfig { cases, failure_persistence: None, ..asked }
}

pub(crate) fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

pub(crate) fn load_texts(settings: &str, course: &str, module: &str, bank: &str) -> (Vec<(String, Vec<u8>)>, Loaded) {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
    let files = [
        ("course.toml", settings),
        ("en/course.md", course),
        ("en/01-m.md", module),
        ("en/t.md", course),
        ("en/bank/b.md", bank),
        ("en/surveys/s.md", &format!("# S\n\n{bank}")),
        ("media/a.svg", drawing),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).to_vec();
    let loaded = told::loaded(&told::memory(files.clone()));
    (files, loaded)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_markdown_gives_safe_html_and_true_places(
        course in markdown(), module in markdown(), bank in markdown(), class in proptest::sample::select(CLASSES),
    ) {
        let module = format!("# M\n\n## L {{#l}}\n\n{module}");
        let bank = format!("# B\n\n## Q {{{class} #q}}\n\n{bank}");
        let (files, loaded) = load_texts(SETTINGS, &course, &module, &bank);
        check_places(&files, &loaded.diagnostics)?;
        if let Some(course) = &loaded.course {
            check_course(course)?;
        }
    }

    #[test]
    fn any_text_gives_safe_html_and_true_places(course in any::<String>(), module in "\\PC*", bank in "[#>*|\\[\\]{}.x \n-]*") {
        let (files, loaded) = load_texts(SETTINGS, &course, &module, &bank);
        check_places(&files, &loaded.diagnostics)?;
        if let Some(course) = &loaded.course {
            check_course(course)?;
        }
    }

    #[test]
    fn any_settings_are_read_and_their_places_are_true(
        lines in proptest::collection::vec(proptest::sample::select(LINES), 0..12),
        noise in any::<String>(),
    ) {
        let settings = lines.join("\n") + &noise;
        let (files, loaded) = load_texts(&settings, "# C", "# M", "# B");
        check_places(&files, &loaded.diagnostics)?;
    }

    #[test]
    fn any_bytes_in_any_file_are_told_and_never_fatal(
        settings in any::<Vec<u8>>(), page in any::<Vec<u8>>(), media in any::<Vec<u8>>(),
        broken in proptest::sample::select(&["course.toml", "en/course.md", "en/01-m.md", "en/bank/b.md", "media/a.svg"][..]),
    ) {
        let (mut files, _) = load_texts(SETTINGS, "# C", "# M\n\n## L {#l}\n\nWords.", "# B");
        for (path, bytes) in &mut files {
            if path == broken {
                *bytes = if path.ends_with(".toml") { settings.clone() } else if path.ends_with(".md") { page.clone() } else { media.clone() };
            }
        }
        let loaded = told::loaded(&told::memory(files.clone()));
        check_places(&files, &loaded.diagnostics)?;
    }

    #[test]
    fn a_drawing_that_is_let_through_has_nothing_that_runs(parts in proptest::collection::vec(proptest::sample::select(SVG), 0..8)) {
        let drawing = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{}</svg>", parts.concat());
        let (mut files, _) = load_texts(SETTINGS, "# C", "# M\n\n## L {#l}\n\n![a](../media/a.svg)", "# B");
        for (path, bytes) in &mut files {
            if path == "media/a.svg" {
                *bytes = drawing.clone().into_bytes();
            }
        }
        let loaded = told::loaded(&told::memory(files));
        let faulty = loaded.errors().any(|one| one.file == "media/a.svg");
        let live = without("<!--", "-->", &without("<![CDATA[", "]]>", &drawing));
        let harmful = ["<script", "onload", "evil", "javascript", "foreignObject", "<!DOCTYPE", "import", "<?x"];
        prop_assert!(faulty || !harmful.iter().any(|harm| live.contains(harm)), "{drawing}");
    }
}

/// A text without what stands between these marks.
fn without(open: &str, close: &str, text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        left.push_str(before);
        rest = after.split_once(close).map_or("", |(_, after)| after);
    }
    left + rest
}

pub(crate) const LINES: &[&str] = &[
    "format = 1",
    "code = \"é\"",
    "source-language = \"en\"",
    "languages = [\"en\"]",
    "hours = 1.5",
    "[tests.t]",
    "[tests.\"é x\"]",
    "draw = [{ bank = \"b\", pick = 1 }]",
    "pass = 70",
    "place = \"m\"",
    "[modules.m]",
    "[surveys.s]",
    "when = \"module\"",
    "days-after = 3",
    "minutes = 3",
    "[certificates.a]",
    "requires = { tests = [\"t\"] }",
    "valid-for = \"3 years\"",
    "levle = 1",
    "é = 1",
    "\"🏮\" = 'x'",
    "a = [1,",
    "[[tests]]",
    "= 3",
];

pub(crate) const SVG: &[&str] = &[
    "<g/>",
    "<g>",
    "</g>",
    "<script>x</script>",
    "<g onload='x'/>",
    "<image href='http://evil/'/>",
    "<a href='javascript:x'/>",
    "<style>@import 'evil';</style>",
    "<style>a{fill:url(evil)}</style>",
    "<style>",
    "</style>",
    "<foreignObject/>",
    "<!DOCTYPE x>",
    "<?x y?>",
    "<!-- ",
    " -->",
    "<![CDATA[",
    "]]>",
    "words",
    "&lt;",
];

/// Every diagnostic has a true place in its file, and none is there twice.
pub(crate) fn check_places(files: &[(String, Vec<u8>)], found: &[Diagnostic]) -> Result<(), TestCaseError> {
    let mut seen = BTreeSet::new();
    for one in found {
        prop_assert!(one.line > 0 && one.column > 0 && one.width > 0);
        prop_assert!(seen.insert(format!("{} {:?} {:?}", one.file, one.span, one.fault)), "twice: {one:?}");
        let bytes = files.iter().find(|(path, _)| *path == one.file).map(|(_, bytes)| String::from_utf8_lossy(bytes));
        let text = bytes.unwrap_or_default();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        if let Some(span) = one.span.clone() {
            prop_assert!(text.get(span.clone()).is_some(), "{span:?} is no span of {text:?}: {one:?}");
        }
    }
    Ok(())
}

fn check_course(course: &Course) -> Result<(), TestCaseError> {
    written(course).iter().try_for_each(|html| is_safe(html))
}

/// All the HTML of a course, piece by piece.
pub(crate) fn written(course: &Course) -> Vec<String> {
    let edition = course.source_edition();
    let mut html: Vec<&Html> = vec![&edition.summary, &edition.body];
    html.extend(&edition.objectives);
    html.extend(edition.tests.values().map(|test| &test.instructions));
    html.extend(edition.surveys.values().flat_map(course::SurveyPage::parts));
    for module in &edition.modules {
        html.push(&module.opening);
        for lesson in &module.lessons {
            html.extend(&lesson.notices);
            for segment in &lesson.segments {
                match segment {
                    Segment::Html(text) => html.push(text),
                    Segment::Question(question) => html.extend(parts(question)),
                    Segment::Work(work) => html.extend(pieces(work)),
                }
            }
        }
    }
    html.extend(edition.questions.values().flat_map(|question| parts(question)));
    html.extend(edition.open.values().flat_map(|work| pieces(work)));
    let filled = html.into_iter().map(|html| html.fill(&told::fillings()));
    let lessons = edition.modules.iter().flat_map(|module| &module.lessons).flat_map(|lesson| &lesson.segments);
    let practice =
        lessons.filter_map(|part| if let Segment::Question(question) = part { Some(question.as_ref()) } else { None });
    let drawn = edition.questions.values().map(AsRef::as_ref);
    filled.chain(practice.chain(drawn).map(whole)).collect()
}

/// A text with its gaps filled.
fn whole(question: &Question) -> String {
    let Body::Blanks { text, .. } = &question.body else { return String::new() };
    text.iter().map(|part| part.fill(&told::fillings())).collect::<Vec<_>>().join("<span>x</span>")
}

fn parts(question: &Question) -> Vec<&Html> {
    let mut parts = vec![&question.title, &question.prompt];
    parts.extend(question.hints.iter().chain(&question.explanation));
    match &question.body {
        Body::Options(options) => {
            parts.extend(options.iter().map(|option| &option.text));
            parts.extend(options.iter().filter_map(|option| option.feedback.as_ref()));
        }
        Body::Hotspot { picture, caption, options, .. } => {
            parts.push(picture);
            parts.extend(caption);
            parts.extend(options.iter().map(|option| &option.text));
            parts.extend(options.iter().filter_map(|option| option.feedback.as_ref()));
        }
        Body::Order(steps) => parts.extend(steps),
        Body::Match { heads, rows, targets } => parts.extend(heads.iter().chain(rows).chain(targets)),
        // Whole only with its gaps: see `whole`.
        Body::Blanks { .. } | Body::Number => {}
        Body::Short { feedback } => parts.extend(feedback.iter().flatten()),
    }
    parts
}

fn pieces(work: &Work) -> Vec<&Html> {
    let around = [&work.title, &work.prompt, &work.rubric.table, &work.help].into_iter();
    around.chain(&work.hints).chain(&work.explanation).collect()
}

pub(crate) const ELEMENTS: &[&str] = &[
    "a",
    "aside",
    "audio",
    "bdi",
    "blockquote",
    "br",
    "code",
    "dd",
    "del",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "track",
    "ul",
    "video",
];
pub(crate) const ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-label",
    "class",
    "decoding",
    "dir",
    "download",
    "height",
    "href",
    "id",
    "kind",
    "label",
    "lang",
    "loading",
    "poster",
    "preload",
    "rel",
    "role",
    "scope",
    "src",
    "srclang",
    "start",
    "tabindex",
    "width",
];

/// Attributes that have no value.
pub(crate) const SWITCHES: &[&str] = &["controls", "default", "playsinline"];

/// Only elements and attributes that the writer writes, opened and closed in order, and addresses that lead somewhere good.
pub(crate) fn is_safe(html: &str) -> Result<(), TestCaseError> {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>']) {
        prop_assert_eq!(&rest[at..=at], "<", "a sign that is no tag: {}", html);
        let end = at + rest[at..].find('>').ok_or_else(|| TestCaseError::fail(format!("an open tag: {html}")))?;
        let tag = &rest[at + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            prop_assert_eq!(open.pop(), Some(name), "not in order: {}", html);
        } else {
            let name = tag.split(' ').next().unwrap_or_default();
            prop_assert!(ELEMENTS.contains(&name), "<{}> in {}", name, html);
            check_attributes(&tag[name.len()..], html)?;
            let inside = name == "a" && open.contains(&"a");
            prop_assert!(!inside, "a link in a link: {}", html);
            if !["br", "hr", "img", "track"].contains(&name) {
                open.push(name);
            }
        }
        rest = &rest[end + 1..];
    }
    prop_assert!(open.is_empty(), "not closed: {:?} in {}", open, html);
    Ok(())
}

fn check_attributes(attributes: &str, html: &str) -> Result<(), TestCaseError> {
    let mut rest = attributes.trim_start();
    while !rest.is_empty() {
        if let Some(after) = SWITCHES.iter().find_map(|name| rest.strip_prefix(name)) {
            rest = after.trim_start();
            continue;
        }
        let (name, after) = rest.split_once("=\"").ok_or_else(|| TestCaseError::fail(format!("{rest} in {html}")))?;
        let (value, after) = after.split_once('"').ok_or_else(|| TestCaseError::fail(format!("{rest} in {html}")))?;
        prop_assert!(ATTRIBUTES.contains(&name), "{} in {}", name, html);
        let begins = |with: &[&str]| with.iter().any(|with| value.to_lowercase().starts_with(with));
        match name {
            "href" => prop_assert!(
                begins(&["/en/courses/a-course", "/media/", "#", "http://", "https://", "mailto:", "tel:"]),
                "{}",
                html
            ),
            "src" => prop_assert!(begins(&["/media/"]), "{}", html),
            _ => {}
        }
        rest = after.trim_start();
    }
    Ok(())
}
