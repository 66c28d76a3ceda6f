//! Where a translation begins: the pages of the source, each as it is to be written over.

use super::compare::WORDS;
use crate::attributes::{Attributes, Word};
use crate::diagnostic::{Faults, Report};
use crate::files::Files;
use crate::markdown::parse;
use crate::markdown::tree::Block;
use crate::names::Language;
use crate::source::Source;

/// The pages in the folder of a language, by their paths within it: notes, hidden files, links and what cannot be a page left out.
/// None if the files cannot be listed.
pub fn pages_to_translate(source: &dyn Source, language: &Language) -> Option<Vec<String>> {
    let files = Files::list(source, &mut Report::default())?;
    let prefix = format!("{language}/");
    let pages = files.in_language(language).filter(|path| path.ends_with(".md"));
    Some(pages.filter_map(|path| path.strip_prefix(&prefix)).map(str::to_owned).collect())
}

/// A page of the source as a translation begins with it: without the settings of its headings, which a translation has from its
/// source. `### Far {.number #far answer=3 unit=km}` becomes `### Far {.number #far unit=km}`, for a unit is a word.
#[must_use]
pub fn to_translate(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let page = parse(text, &mut Faults::default());
    let mut begun = String::with_capacity(text.len());
    let mut from = 0;
    for attributes in page.blocks.iter().filter_map(Block::heading).map(|heading| &heading.attributes) {
        if let Some(braces) = attributes.span.as_ref().filter(|_| attributes.values.iter().any(is_setting)) {
            let kept = without_settings(&text[braces.clone()], attributes);
            let before = &text[from..braces.start];
            begun.push_str(if kept.is_empty() { before.trim_end_matches([' ', '\t']) } else { before });
            begun.push_str(&kept);
            from = braces.end;
        }
    }
    begun.push_str(&text[from..]);
    begun
}

fn is_setting((key, _): &(Word, Word)) -> bool {
    !WORDS.contains(&key.text.as_str())
}

/// The braces without the settings; nothing if nothing is left in them.
fn without_settings(braces: &str, attributes: &Attributes) -> String {
    let inside = braces.trim_start_matches('{').trim_end_matches('}');
    let settings: Vec<String> = attributes.values.iter().filter(|value| is_setting(value)).map(written).collect();
    let kept: Vec<&str> = inside.split_whitespace().filter(|word| !settings.iter().any(|one| one == word)).collect();
    if kept.is_empty() { String::new() } else { format!("{{{}}}", kept.join(" ")) }
}

fn written((key, value): &(Word, Word)) -> String {
    format!("{}={}", key.text, value.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    #[test]
    fn headings_keep_their_ids_classes_and_units_and_lose_their_settings() {
        for (text, kept) in [
            ("### Which? {.choice #which points=2 tags=a,b}\n", "### Which? {.choice #which}\n"),
            ("## Far {.number #far answer=3 unit=km}\r\n", "## Far {.number #far unit=km}\r\n"),
            ("## Far {answer=3 points=2 .number  tags=a #far}\n", "## Far {.number #far}\n"),
            ("## Only {points=2 tags=a}\n\nWords {a=b}.\n", "## Only\n\nWords {a=b}.\n"),
            ("## Plain {#plain}", "## Plain {#plain}"),
            ("## In {{country}}\n", "## In {{country}}\n"),
            ("Far {#far points=2}\n---\n", "Far {#far}\n---\n"),
            ("\u{feff}# Title\n", "# Title\n"),
            ("", ""),
        ] {
            assert_eq!(to_translate(text), kept);
        }
    }

    #[test]
    fn code_is_copied_as_it_stands() {
        for text in [
            "# T\n\n```\n# x {a=b}\n```\n",
            "# T\n\n````\n```\n# x {a=b}\n```\n# y {c=d}\n````\n",
            "# T\n\n~~~\n```\n# x {a=b}\n~~~\n",
            "# T\n\n    # x {a=b}\n",
        ] {
            assert_eq!(to_translate(text), text);
        }
    }

    #[test]
    fn notes_and_hidden_files_are_no_pages_to_translate() {
        let paths = [
            "en/course.md",
            "en/bank/risks.md",
            "en/README.md",
            "en/bank/REVIEW.md",
            "en/.old.md",
            "en/a.txt",
            "fr/b.md",
        ];
        let source = paths.into_iter().map(|path| (path, "")).collect::<Memory>();
        let english = Language::parse("en").expect("a tag");
        assert_eq!(pages_to_translate(&source, &english).expect("listed"), ["bank/risks.md", "course.md"]);
    }
}
