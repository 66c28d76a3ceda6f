//! What every fuzz target does with its bytes: a course is made of them and loaded, and the laws of the tests must hold. A panic, a
//! hang and too much memory are found by libFuzzer itself.

#[expect(dead_code, reason = "the tests of the crate use all of it")]
#[path = "../../tests/all/laws.rs"]
mod laws;
#[expect(unused_imports, reason = "the tests of the crate use all of it")]
#[path = "../../tests/all/sanitised.rs"]
mod sanitised;
#[expect(dead_code, reason = "the tests of the crate use all of it")]
#[path = "../../tests/all/told.rs"]
mod told;

const DRAWING: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
const MODULE: &str = "# M\n\n## L {#l}\n\n![a](../media/a.svg)\n";

/// A course with one file in place of its own.
pub fn course_with(path: &str, bytes: &[u8]) {
    let sound = [
        ("course.toml", laws::SETTINGS),
        ("en/course.md", "# C\n"),
        ("en/01-m.md", MODULE),
        ("en/t.md", "# T\n"),
        ("en/bank/b.md", "# B\n\n## Q {.number #q answer=1}\n\nHow many?\n"),
        ("media/a.svg", DRAWING),
    ];
    let files = sound.map(|(own, text)| {
        let bytes = if own == path { bytes.to_vec() } else { text.as_bytes().to_vec() };
        (own.to_owned(), bytes)
    });
    let loaded = told::loaded(&told::memory(files.clone()));
    hold(laws::check_places(&files, &loaded.diagnostics));
    loaded.course.iter().for_each(is_safe);
}

/// A course of pieces that mean something: one for each byte.
pub fn pieces(bytes: &[u8]) {
    let text: String = bytes.iter().map(|&byte| laws::PIECES[usize::from(byte) % laws::PIECES.len()]).collect();
    let class = laws::CLASSES[bytes.len() % laws::CLASSES.len()];
    let (module, bank) = (format!("# M\n\n## L {{#l}}\n\n{text}"), format!("# B\n\n## Q {{{class} #q}}\n\n{text}"));
    let (files, loaded) = laws::load_texts(laws::SETTINGS, &text, &module, &bank);
    hold(laws::check_places(&files, &loaded.diagnostics));
    loaded.course.iter().for_each(is_safe);
}

fn is_safe(course: &course::Course) {
    for html in laws::written(course) {
        hold(laws::is_safe(&html));
        hold(sanitised::is_left_as_it_is(&html));
    }
}

/// A folder with one country pack.
pub fn pack(bytes: &[u8]) {
    let files = [("mw.toml".to_owned(), bytes.to_vec())];
    let read = told::packs(&told::memory(files.clone()));
    hold(laws::check_places(&files, &read.diagnostics));
    hold(laws::is_safe(&told::every_slot("linked").fill(&course::Fillings::new(
        None,
        read.sound.values().next(),
        &told::language("en"),
        &told::slot_labels(),
    ))));
}

fn hold(law: Result<(), proptest::test_runner::TestCaseError>) {
    law.expect("the law holds");
}
