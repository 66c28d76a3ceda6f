//! `haven translate start`: the pages of the source in the folder of a new language, to be written over.

use std::path::Path;
use std::process::ExitCode;

use course::{Folder, Language, Source};

use super::{Read, language, read, refused, said, shown};
use crate::command::translate::write;

pub(super) fn run(folder: &Path, tag: &str) -> anyhow::Result<ExitCode> {
    let to = language(tag)?;
    let read = read(folder)?;
    let from = read.source()?;
    if *from == to {
        return Err(refused("source-itself", &[("language", to.to_string())]));
    }
    let (mut made, mut there) = (0, 0);
    for page in pages(folder, from)? {
        let text = std::fs::read_to_string(folder.join(from.as_ref()).join(&page));
        let text =
            text.map_err(|error| refused("unreadable", &[("file", page.clone()), ("why", error.to_string())]))?;
        let path = folder.join(to.as_ref()).join(&page);
        let new = write::make(&path, &begun(&text, from))
            .map_err(|error| refused("unwritable", &[("file", shown(&path)), ("why", error.to_string())]))?;
        if new { made += 1 } else { there += 1 }
    }
    let about = [("made", made.into()), ("there", there.into()), ("folder", shown(&folder.join(to.as_ref())).into())];
    println!("{}", said("started", &about));
    if !is_listed(&read, &to) {
        println!("{}", said("list-it", &[("language", to.as_ref().into())]));
    }
    Ok(ExitCode::SUCCESS)
}

fn is_listed(read: &Read, language: &Language) -> bool {
    read.loaded.course.as_ref().is_some_and(|course| course.settings.languages.contains(language))
}

/// The pages in the folder of a language, by their paths within it, notes and hidden files left out.
fn pages(folder: &Path, language: &Language) -> anyhow::Result<Vec<String>> {
    let entries = Folder::new(folder).list()?;
    let prefix = format!("{language}/");
    let is_page = |path: &String| {
        let name = path.rsplit('/').next().unwrap_or_default();
        path.ends_with(".md") && !matches!(name, "README.md" | "REVIEW.md")
    };
    let mut pages: Vec<String> = entries
        .into_iter()
        .filter(|entry| !entry.symlink)
        .filter_map(|entry| Some(entry.path.strip_prefix(&prefix)?.to_owned()))
        .filter(is_page)
        .collect();
    pages.sort();
    Ok(pages)
}

/// A page to be translated: a note at its top, and headings without the settings, which a translation has from its source.
fn begun(text: &str, from: &Language) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let note = said("note", &[("language", from.as_ref().into())]);
    let mut begun = format!("<!-- {note} -->\n\n");
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let heading = fence.is_none() && line.starts_with('#');
        begun.push_str(&if heading { without_settings(line) } else { line.to_owned() });
    }
    begun
}

/// `### Title {.number #id answer=3 unit=km}` becomes `### Title {.number #id unit=km}`: a unit is a word.
fn without_settings(line: &str) -> String {
    let end = line.trim_end().len();
    let Some(open) = line[..end].rfind(" {").filter(|_| line[..end].ends_with('}') && !line[..end].ends_with("}}"))
    else {
        return line.to_owned();
    };
    let words = line[open + 2..end - 1].split_whitespace();
    let kept: Vec<&str> = words.filter(|word| !word.contains('=') || word.starts_with("unit=")).collect();
    let braces = if kept.is_empty() { String::new() } else { format!(" {{{}}}", kept.join(" ")) };
    format!("{}{braces}{}", &line[..open], &line[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_keep_their_ids_classes_and_units_and_lose_their_settings() {
        for (line, kept) in [
            ("### Which? {.choice #which points=2 tags=a,b}\n", "### Which? {.choice #which}\n"),
            ("## Far {.number #far answer=3 unit=km}\r\n", "## Far {.number #far unit=km}\r\n"),
            ("## Plain {#plain}", "## Plain {#plain}"),
            ("## In {{country}}\n", "## In {{country}}\n"),
            ("# Title\n", "# Title\n"),
        ] {
            assert_eq!(without_settings(line), kept);
        }
    }

    #[test]
    fn code_is_copied_as_it_stands() {
        let from = Language::parse("en").expect("a tag");
        let text = "# T\n\n```\n# x {a=b}\n```\n";
        assert!(begun(text, &from).ends_with(text));
    }
}
