//! A course to begin with: small, whole and without a fault. It is the first course of the author's manual.

use std::collections::BTreeMap;

use crate::files;
use crate::names::{CourseSlug, Language};

const SETTINGS: &str = include_str!("begin/course.toml");
const PAGES: [(&str, &str); 4] = [
    ("course.md", include_str!("begin/en/course.md")),
    ("01-first-help.md", include_str!("begin/en/01-first-help.md")),
    ("bank/risks.md", include_str!("begin/en/bank/risks.md")),
    ("final-test.md", include_str!("begin/en/final-test.md")),
];

/// The files of a new course, by path.
#[must_use]
pub fn begin(slug: &CourseSlug, language: &Language) -> BTreeMap<String, String> {
    let settings =
        SETTINGS.replace("\"COP-1\"", &format!("\"{}\"", code(slug))).replace("\"en\"", &format!("\"{language}\""));
    let pages = PAGES.map(|(path, text)| (format!("{language}/{path}"), text.to_owned()));
    pages.into_iter().chain([(files::SETTINGS.to_owned(), settings)]).collect()
}

/// The settings of a course that was made of a folder.
pub(super) fn settings(slug: &CourseSlug, language: &Language) -> String {
    format!("format = 1\ncode = \"{}\"\nsource-language = \"{language}\"\nlanguages = [\"{language}\"]\n", code(slug))
}

fn code(slug: &CourseSlug) -> String {
    slug.as_ref().to_uppercase()
}
