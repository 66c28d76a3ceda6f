//! What is found in a course by what is typed, in every script that courses are written in.

use course::{Edition, Loaded};

use crate::told;

/// A course with a lesson for each of these: id, title and text.
fn course(lessons: &[(&str, &str, &str)]) -> Loaded {
    let settings = "format = 1\ncode = \"C\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
    let lesson = |(id, title, text): &(&str, &str, &str)| format!("## {title} {{#{id}}}\n\n{text}\n\n");
    let module = format!("# Module\n\nOpening.\n\n{}", lessons.iter().map(lesson).collect::<String>());
    let files = [("course.toml", settings), ("en/course.md", "# Course\n\nWords.\n"), ("en/01-module.md", &module)];
    let loaded = told::loaded(&told::memory(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))));
    assert!(loaded.is_sound(), "{}", told::diagnostics(&loaded.diagnostics));
    loaded
}

fn edition(loaded: &Loaded) -> &Edition {
    loaded.course.as_ref().expect("it is sound").source_edition()
}

fn found(edition: &Edition, typed: &str) -> String {
    let ids = edition.find(typed).into_iter().map(|hit| hit.lesson.map_or("opening", |lesson| lesson.id.as_ref()));
    ids.collect::<Vec<_>>().join(" ")
}

#[test]
fn words_find_the_lessons_that_hold_them_best_first() {
    let loaded = course(&[
        ("helpline", "Calling a helpline", "A child calls. Reports are made by *adults*."),
        (
            "hotline",
            "Hotlines",
            "A hotline takes reports of pictures. A helpline listens. A report can be made by anyone.",
        ),
        ("police", "Police", "Where a child is in danger now, call the police."),
    ]);
    let edition = edition(&loaded);
    for (typed, expected) in [
        ("helpline", "helpline hotline"),
        ("HELPLINES", "helpline hotline"),
        ("hotline", "hotline"),
        ("report", "hotline helpline"),
        ("reporting", "hotline helpline"),
        ("child danger", "police"),
        ("helpl", "helpline hotline"),
        ("police zebra", "police"),
        ("adults", "helpline"),
        ("opening", "opening"),
        ("zebra", ""),
        ("", ""),
        ("  !? ", ""),
        ("em", ""),
    ] {
        assert_eq!(found(edition, typed), expected, "{typed}");
    }
}

#[test]
fn every_script_is_searched_as_its_readers_write_it() {
    let loaded = course(&[
        ("ar", "سلامة الأطفال", "اتصل بخط المساعدة. والأمان للجميع."),
        ("zh", "儿童网络安全", "请拨打求助热线。"),
        ("ru", "Безопасность детей", "Ещё один звонок на линию помощи. О рисках в сети."),
        ("fr", "Protéger l’élève", "Appelez la ligne d’écoute dès aujourd’hui."),
        ("es", "La protección de la niñez", "Llame a la línea de ayuda."),
    ]);
    let edition = edition(&loaded);
    for (typed, expected) in [
        ("اطفال", "ar"),
        ("الأَطْفَال", "ar"),
        ("سلامه", "ar"),
        ("أمان", "ar"),
        ("安全", "zh"),
        ("热线", "zh"),
        ("线", "zh"),
        ("儿童安全", "zh"),
        ("安童", ""),
        ("риск", "ru"),
        ("детям", ""),
        ("безопасности", "ru"),
        ("еще", "ru"),
        ("eleves", "fr"),
        ("PROTEGER", "fr"),
        ("ecoute", "fr"),
        ("proteccion", "es"),
        ("líneas", "es"),
    ] {
        assert_eq!(found(edition, typed), expected, "{typed}");
    }
}

#[test]
fn what_is_found_does_not_hang_on_how_often_one_asks_nor_on_what_is_asked() {
    let loaded = course(&[("a", "A", "Words and words."), ("b", "B", "Words and words.")]);
    let edition = edition(&loaded);
    assert_eq!(found(edition, "words"), "a b");
    assert_eq!(found(&edition.clone(), "words words words"), "a b");
    assert_eq!(found(edition, &"words ".repeat(10_000)), "a b");
    assert_eq!(found(edition, &"字".repeat(10_000)), "");
}

#[test]
fn what_answers_a_question_is_found_by_nobody() {
    let text = "### How many? {.number #q answer=4711}\n\nCount the ships.\n\n> [!NOTE]\n> Because of zebras.";
    let loaded = course(&[("a", "A", text)]);
    assert_eq!(found(edition(&loaded), "ships"), "a");
    assert_eq!(found(edition(&loaded), "4711 zebras"), "");
}

#[test]
fn what_haven_writes_around_the_words_is_not_found_and_not_shown() {
    let settings = "format = 1\ncode = \"C\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
    let page = "# M\n\n## L {#l}\n\nGrooming is named.[^a]\n\n![A film](../media/f.webm)\n\n[^a]: A source.\n";
    let files: [(&str, &[u8]); 7] = [
        ("course.toml", settings.as_bytes()),
        ("en/course.md", b"# Course\n\nWords.\n"),
        ("en/01-module.md", page.as_bytes()),
        ("en/glossary.md", b"# Words\n\nGrooming\n: An adult who builds trust.\n"),
        ("media/f.webm", include_bytes!("../cases/films/course/media/first-contact.webm")),
        ("media/f.en.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.500\nWords.\n"),
        ("media/f.en.md", b"A zebra is seen.\n"),
    ];
    let loaded = told::loaded(&told::memory(files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))));
    assert!(loaded.is_sound(), "{}", told::diagnostics(&loaded.diagnostics));
    let edition = edition(&loaded);
    let shown = |typed: &str| -> String {
        let hits = edition.find(typed);
        let pieces = hits.iter().flat_map(|hit| hit.excerpt(typed, &told::fillings()));
        pieces.map(|piece| piece.text).collect()
    };
    assert_eq!(shown("grooming"), "Grooming is named.");
    assert_eq!(shown("source"), "A source.");
    assert_eq!(shown("zebra"), "A zebra is seen.");
    for around in ["save", "kilobytes", "builds trust", "all-terms"] {
        assert_eq!(shown(around), "", "{around}");
    }
}
