//! Loading a folder in a test, and telling what came out as text that a person can read.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use course::{
    Body, Contact, Countries, CountryCode, Course, CourseSlug, Day, Diagnostic, Edition, Fillings, Folder, Html,
    Labels, Language, Loaded, Memory, Office, Question, Segment, SlotLabels, Source, Spoken, Work, load,
    load_countries,
};

/// The words of the tests: each is its own id.
pub(crate) fn labels() -> Labels {
    Labels::from_words(&|id| match id {
        "content-writing-help" => "[call {first} if it is hard]".to_owned(),
        "content-minutes" | "content-seconds" | "content-kilobytes" | "content-megabytes" => {
            format!("{{first}} [{}]", id.trim_start_matches("content-"))
        }
        id => format!("[{}]", id.trim_start_matches("content-")),
    })
}

/// What fills slots in the tests: the international routes, in words that are their own ids.
pub(crate) fn fillings() -> Fillings {
    Fillings::new(None, None, &language("en"), &slot_labels())
}

pub(crate) fn slot_labels() -> SlotLabels {
    SlotLabels::from_words(&|id| match id {
        "content-list-two" => "{first} or {second}".to_owned(),
        "content-list-more" => "{first}, {second}".to_owned(),
        "content-list-last" => "{first}, or {second}".to_owned(),
        "content-route-helpline" => "[helpline {first}]".to_owned(),
        "content-route-hotline" => "[hotline {second} {first}]".to_owned(),
        id => format!("[{}]", id.trim_start_matches("content-route-")),
    })
}

pub(crate) fn language(tag: &str) -> Language {
    Language::parse(tag).expect("a tag")
}

/// Loads a folder of country packs on the day that is today in the tests.
pub(crate) fn packs(source: &dyn Source) -> Countries {
    load_countries(source, Day::new(2026, 11, 24).expect("a day"))
}

/// Country packs as text.
pub(crate) fn countries(read: &Countries) -> String {
    let mut text = String::new();
    for pack in read.sound.values() {
        put(&mut text, "country", &format!("{} {}", pack.code, spoken(&pack.name)));
        put(&mut text, "checked", &format!("{} {}", pack.checked, pack.source.as_str()));
        put(&mut text, "age", &format!("{:?}", pack.data_consent_age));
        pack.law.iter().for_each(|law| put(&mut text, "law", &spoken(law)));
        for office in Office::ALL {
            pack.contacts(office).iter().for_each(|one| put(&mut text, office.name(), &contact(one)));
        }
        for tag in ["en", "fr", "ar"] {
            let filled = Fillings::new(Some("?"), Some(pack), &language(tag), &slot_labels());
            let fill = |slot: &str| every_slot(slot).fill(&filled);
            put(&mut text, tag, &format!("\n{}", fill("linked")));
            put(&mut text, &format!("{tag}, without links"), &format!("\n{}", fill("plain")));
        }
    }
    let at_fault: Vec<_> = read.at_fault.iter().map(|code| code.as_str()).collect();
    put(&mut text, "at fault", &at_fault.join(" "));
    text
}

fn spoken(words: &Spoken) -> String {
    let all = ["en", "fr", "ar", "sw"].map(|tag| {
        let (text, own) = words.in_language(&language(tag));
        format!("{tag}: {text} ({})", own.map_or("any", AsRef::as_ref))
    });
    all.join(", ")
}

fn contact(one: &Contact) -> String {
    format!(
        "{} number {:?} url {:?} hours {:?} languages {:?} source {:?}",
        spoken(&one.name),
        one.number.as_ref().map(|number| (number.as_str(), number.address())),
        one.url.as_ref().map(|url| (url.as_str(), url.short())),
        one.hours.as_ref().map(spoken),
        one.languages.iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
        one.source.as_ref().map(|source| source.as_str()),
    )
}

/// A text with every slot: in a paragraph, or in an option of a question.
pub(crate) fn every_slot(place: &str) -> Html {
    let slots = "{{helpline}} {{hotline}} {{police}} {{regulator}} {{law}} {{country}}";
    let module = format!("# M\n\n{slots}\n\n## L {{#l}}\n\n### Q {{.choice #q}}\n\n- [x] {slots}\n- [ ] no\n");
    let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
    let files = [("course.toml", settings), ("en/course.md", "# C"), ("en/01-m.md", &module)];
    let course = loaded(&memory(files.map(|(path, text)| (path.to_owned(), text)))).course.expect("a course");
    let module = &course.source_edition().modules[0];
    match &module.lessons[0].segments[..] {
        [Segment::Question(question)] if place == "plain" => match &question.body {
            Body::Options(options) => options[0].text.clone(),
            other => panic!("{other:?}"),
        },
        _ => module.opening.clone(),
    }
}

/// A country's code.
pub(crate) fn code(text: &str) -> CountryCode {
    CountryCode::parse(text).expect("a code")
}

/// Loads a source under the slug `a-course`.
pub(crate) fn loaded(source: &dyn Source) -> Loaded {
    load(CourseSlug::parse("a-course").expect("a slug"), source, &|_| labels())
}

/// Loads a folder under the slug `a-course`.
pub(crate) fn loaded_folder(folder: &Path) -> Loaded {
    loaded(&Folder::new(folder))
}

/// One diagnostic a line: `file:line:column severity code arg=value …`.
pub(crate) fn diagnostics(found: &[Diagnostic]) -> String {
    let mut text = String::new();
    for one in found {
        let (file, line, column, severity, code) =
            (&one.file, one.line, one.column, one.severity.as_str(), one.fault.code());
        write!(text, "{file}:{line}:{column} {severity} {code}").expect("written");
        for (name, value) in one.fault.arguments() {
            let value = value.as_deref().unwrap_or("none");
            write!(text, " {name}={value:?}").expect("written");
        }
        text.push('\n');
    }
    text
}

/// A whole course as text.
pub(crate) fn course(course: &Course) -> String {
    let mut text = String::new();
    one_edition(&mut text, course, course.source_edition());
    let others = course.editions.values().filter(|edition| edition.language != course.settings.source_language);
    for edition in others {
        put(&mut text, "in", &format!("{} {}", edition.language, edition.language.direction().as_str()));
        one_edition(&mut text, course, edition);
    }
    let files = course.manifest.keys().cloned().collect::<Vec<_>>().join(" ");
    put(&mut text, "made of", &files);
    course.media.values().fold(text, |text, media| text.replace(media.hash.as_ref(), "HASH"))
}

/// What is in another language than the edition says so.
fn spoken_in(edition: &Edition, language: &Language) -> String {
    if edition.language == *language { String::new() } else { format!(" (in {language})") }
}

fn one_edition(out: &mut String, course: &Course, edition: &Edition) {
    let mut text = String::new();
    let said = |language: &Language| spoken_in(edition, language);
    put(&mut text, "course", &format!("{}{}", edition.title, said(&edition.page_language)));
    html(&mut text, "summary", &edition.summary);
    edition.objectives.iter().for_each(|objectives| html(&mut text, "objectives", objectives));
    html(&mut text, "body", &edition.body);
    for module in &edition.modules {
        put(
            &mut text,
            "module",
            &format!("{} \"{}\" {:?}{}", module.slug, module.title, module.minutes, said(&module.language)),
        );
        html(&mut text, "opening", &module.opening);
        for lesson in &module.lessons {
            let about = format!(
                "{} \"{}\" {} words, {} bytes of media{}",
                lesson.id,
                lesson.title,
                lesson.words,
                lesson.media_bytes,
                said(&lesson.language)
            );
            put(&mut text, "lesson", &about);
            lesson.notices.iter().for_each(|notice| html(&mut text, "notice", notice));
            for segment in &lesson.segments {
                match segment {
                    Segment::Html(part) => html(&mut text, "text", part),
                    Segment::Question(asked) => question(&mut text, asked, edition),
                    Segment::Work(asked) => work(&mut text, asked, edition),
                }
            }
        }
    }
    if let Some(glossary) = &edition.glossary {
        put(&mut text, "glossary", &format!("\"{}\"{}", glossary.title, said(&glossary.language)));
        html(&mut text, "introduction", &glossary.introduction);
        html(&mut text, "terms", &glossary.terms);
    }
    for (slug, page) in &edition.tests {
        put(&mut text, "test", &format!("{slug} \"{}\"{}", page.title, said(&page.language)));
        html(&mut text, "instructions", &page.instructions);
    }
    for (slug, page) in &edition.surveys {
        let when = &course.settings.surveys[slug].when;
        put(&mut text, "survey", &format!("{slug} \"{}\" {when:?}{}", page.title, said(&page.language)));
        html(&mut text, "instructions", &page.instructions);
        for question in &page.questions {
            put(&mut text, "asks", &format!("{} {:?}{}", question.id, question.asks, said(&question.language)));
            html(&mut text, "title", &question.title);
            html(&mut text, "prompt", &question.prompt);
            question.options.iter().for_each(|option| html(&mut text, "option", option));
        }
    }
    for (bank, questions) in &edition.banks {
        put(&mut text, "bank", bank);
        for id in questions {
            edition.questions.get(id).iter().for_each(|asked| question(&mut text, asked, edition));
            edition.open.get(id).iter().for_each(|asked| work(&mut text, asked, edition));
        }
    }
    out.push_str(&text);
}

fn put(text: &mut String, name: &str, value: &str) {
    writeln!(text, "== {name}: {value}").expect("written");
}

fn html(text: &mut String, name: &str, html: &Html) {
    if !html.is_empty() {
        writeln!(text, "-- {name}\n{}", html.fill(&fillings()).trim_end()).expect("written");
    }
}

fn question(text: &mut String, question: &Question, edition: &Edition) {
    let about = format!(
        "{} {:?} tags {:?} shuffle {}{}",
        question.id,
        question.item,
        question.tags,
        question.shuffle,
        spoken_in(edition, &question.language)
    );
    put(text, "question", &about);
    html(text, "title", &question.title);
    html(text, "prompt", &question.prompt);
    match &question.body {
        Body::Options(options) => {
            for option in options {
                html(text, "option", &option.text);
                option.feedback.iter().for_each(|feedback| html(text, "feedback", feedback));
            }
        }
        Body::Hotspot { picture, caption, options, regions } => {
            html(text, "picture", picture);
            caption.iter().for_each(|caption| html(text, "caption", caption));
            for (option, region) in options.iter().zip(regions) {
                html(text, &format!("region {region}"), &option.text);
                option.feedback.iter().for_each(|feedback| html(text, "feedback", feedback));
            }
        }
        Body::Match { heads, rows, targets } => {
            heads.iter().for_each(|head| html(text, "head", head));
            rows.iter().for_each(|row| html(text, "row", row));
            targets.iter().for_each(|target| html(text, "target", target));
        }
        Body::Order(steps) => steps.iter().for_each(|step| html(text, "step", step)),
        Body::Blanks { text: around, choices } => {
            around.iter().for_each(|part| html(text, "around gaps", part));
            choices.iter().for_each(|choice| put(text, "choice", choice));
        }
        Body::Number => {}
        Body::Short { feedback } => feedback.iter().flatten().for_each(|feedback| html(text, "feedback", feedback)),
    }
    question.hints.iter().for_each(|hint| html(text, "hint", hint));
    question.explanation.iter().for_each(|explanation| html(text, "explanation", explanation));
}

fn work(text: &mut String, work: &Work, edition: &Edition) {
    let (kind, rubric) = (work.kind.name(), &work.rubric);
    let about = format!("{} words {:?} files {:?} tags {:?}", work.id, work.words, work.files, work.tags);
    put(text, kind, &format!("{about}{}", spoken_in(edition, &work.language)));
    html(text, "title", &work.title);
    html(text, "prompt", &work.prompt);
    put(text, "rubric", &format!("{:?} {:?} {} points", rubric.levels, rubric.criteria, rubric.points()));
    html(text, "table", &rubric.table);
    work.hints.iter().for_each(|hint| html(text, "hint", hint));
    work.explanation.iter().for_each(|explanation| html(text, "explanation", explanation));
    html(text, "help", &work.help);
}

/// The folders of `tests/{kind}/`, by name.
pub(crate) fn folders(kind: &str) -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(kind);
    let mut folders: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry"))
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
        .collect();
    folders.sort();
    assert!(!folders.is_empty(), "{} is empty", folder.display());
    folders
}

/// The files of a folder by their paths.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let source = Folder::new(folder);
    let entries = source.list().expect("listed");
    entries.into_iter().map(|entry| (entry.path.clone(), source.read(&entry.path).expect("read"))).collect()
}

/// A source of these files.
pub(crate) fn memory<B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (String, B)>) -> Memory {
    files.into_iter().collect()
}

/// Holds a text against what is expected, or writes it over that if asked to.
pub(crate) fn expect(path: &Path, text: &str) {
    if std::env::var_os("HAVEN_UPDATE").is_some() {
        std::fs::write(path, text).expect("written");
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(text, expected, "{} differs: see tests/all/main.rs", path.display());
}
