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
