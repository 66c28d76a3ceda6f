//! What was found, as an author reads it: place, message, the line with the fault marked, the mend.

use app::words::Words;
use course::{Diagnostic, Severity};

use super::{Checked, count};
use crate::shown::{shown, visible};
use crate::view;

/// Every diagnostic in a paragraph, and a last line that counts them.
pub(super) fn report(words: &Words, checked: &[Checked]) -> String {
    let paragraphs = checked.iter().flat_map(|one| one.diagnostics.iter().map(|found| paragraph(words, one, found)));
    let counts =
        [("errors", count(checked, Severity::Error).into()), ("warnings", count(checked, Severity::Warning).into())];
    paragraphs.chain([words.text_with("checks-now", &counts), silenced(words, checked), "\n".to_owned()]).collect()
}

/// How many warnings are let stand: nothing, if there are none.
fn silenced(words: &Words, checked: &[Checked]) -> String {
    let count: usize = checked.iter().map(|one| one.silenced.len()).sum();
    if count == 0 {
        return String::new();
    }
    format!(" {}", words.text_with("checks-silenced", &[("count", count.into())]))
}

fn paragraph(words: &Words, checked: &Checked, one: &Diagnostic) -> String {
    let (place, severity, code) = (place(checked, one), one.severity.as_str(), one.fault.code());
    let mut text = format!("{place}: {severity}[{code}]: {}\n", visible(&view::diagnostic(words, one)));
    if let Some(shown) = shown(one) {
        text.push_str(&format!("    | {}\n    | {}\n", shown.line, shown.marks));
    }
    text.push_str(&format!("    = {}\n\n", visible(&view::mend(words, one))));
    text
}

/// The file as one names it from here, with the line and the column.
pub(super) fn place(checked: &Checked, one: &Diagnostic) -> String {
    let path = checked.folder.join(&one.file);
    format!("{}:{}:{}", visible(&path.display().to_string()), one.line, one.column)
}
