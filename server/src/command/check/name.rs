//! The name of a course's folder, which is part of its address. A course is sound under any name, but under one that cannot be an address
//! `haven serve` leaves it out: a warning of the command, and no mistake in the course itself.

use app::words::Words;
use course::Severity;

use super::Checked;
use crate::shown::visible;

/// The code, in a report as any other.
pub(super) const CODE: &str = "folder-name";
/// How bad it is.
pub(super) const SEVERITY: Severity = Severity::Warning;

/// What is said of it.
pub(super) struct Told {
    pub(super) message: String,
    pub(super) mend: String,
}

/// What is said of the name of this course's folder. None if it can be an address.
pub(super) fn told(words: &Words, checked: &Checked) -> Option<Told> {
    let about = [("name", visible(checked.misnamed.as_deref()?).into())];
    Some(Told { message: words.text_with("folder-name", &about), mend: words.text_with("folder-name-mend", &about) })
}

/// Why it is told.
pub(super) fn why(words: &Words) -> String {
    words.text("folder-name-why")
}
