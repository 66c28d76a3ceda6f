//! What is said of a new course: what could not come along, how much there is, and what to do next.

use std::path::Path;

use app::words::Words;
use course::{Imported, Left, Segment, Uncarried};

use super::{said, shown};
use crate::shown::visible;

/// Each thing in a paragraph, as a check tells of mistakes: its place, what it is, what stands there now, and what to do.
pub(super) fn left(words: &Words, from: &Path, unread: &[Left], left: &[Left]) -> String {
    unread.iter().chain(left).map(|one| paragraph(words, from, one)).collect()
}

fn paragraph(words: &Words, from: &Path, one: &Left) -> String {
    let file = if one.file == "." { shown(from) } else { visible(&from.join(&one.file).display().to_string()) };
    let line = one.line.map(|line| format!(":{line}")).unwrap_or_default();
    let kind = if matches!(one.what, Uncarried::Mistake(_)) { "check" } else { "new-left" };
    let (code, about) = (one.what.code(), one.what.arguments());
    let text = |ending: &str| visible(&said(words, &format!("{kind}-{code}{ending}"), &about));
    let more = if one.more > 0 {
        format!(" {}", words.text_with("new-more", &[("count", one.more.into())]))
    } else {
        String::new()
    };
    let done = words.text(&format!("new-done-{}", one.done.name()));
    format!("{file}{line}: note[{code}]: {}{more}\n    = {done}\n    = {}\n\n", text(""), text("-mend"))
}

/// How much there is, and what to do next.
pub(super) fn made(words: &Words, imported: &Imported, folder: &Path) -> String {
    let edition = imported.loaded.course.as_ref().map(course::Course::source_edition);
    let modules = edition.map(|edition| edition.modules.as_slice()).unwrap_or_default();
    let lessons = || modules.iter().flat_map(|module| &module.lessons);
    let questions = lessons().flat_map(|lesson| &lesson.segments).filter(|part| matches!(part, Segment::Question(_)));
    let files = imported.files.keys().filter(|path| path.starts_with("media/"));
    let about = [
        ("folder", shown(folder).into()),
        ("title", visible(&imported.title).into()),
        ("modules", modules.len().into()),
        ("lessons", lessons().count().into()),
        ("questions", questions.count().into()),
        ("files", files.count().into()),
    ];
    let left = words.text_with("new-left", &[("count", imported.left.len().into())]);
    let warnings = words.text_with("new-warnings", &[("count", imported.loaded.diagnostics.len().into())]);
    format!("{}\n{left} {warnings}\n{}\n", words.text_with("new-made", &about), next(words, folder))
}

/// What one does with a new course.
pub(super) fn next(words: &Words, folder: &Path) -> String {
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    words.text_with("new-next", &[("folder", shown(folder).into()), ("above", shown(above).into())])
}
