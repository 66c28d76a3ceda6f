//! What was found, as an author reads it: place, message, the line with the fault marked, the mend.

use app::words::Words;
use course::{Diagnostic, Severity};

use super::{Checked, count};
use crate::view;

/// Every diagnostic in a paragraph, and a last line that counts them.
pub(super) fn report(checked: &[Checked]) -> String {
    let words = Words::english();
    let paragraphs = checked.iter().flat_map(|one| one.diagnostics.iter().map(|found| paragraph(&words, one, found)));
    let counts =
        [("errors", count(checked, Severity::Error).into()), ("warnings", count(checked, Severity::Warning).into())];
    paragraphs.chain([words.text_with("checks-now", &counts), "\n".to_owned()]).collect()
}

fn paragraph(words: &Words, checked: &Checked, one: &Diagnostic) -> String {
    let place = checked.folder.join(&one.file);
    let mut text = format!(
        "{}:{}:{}: {}: {}\n",
        place.display(),
        one.line,
        one.column,
        one.severity.as_str(),
        view::diagnostic(words, one)
    );
    if let Some(line) = &one.source_line {
        text.push_str(&format!("    | {line}\n    | {}\n", view::marks(one)));
    }
    text.push_str(&format!("    = {}\n\n", view::mend(words, one)));
    text
}
