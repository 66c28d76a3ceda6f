//! Reading a folder: what is a page of Markdown, and the text of each as a course could have it.

use std::collections::BTreeMap;

use super::Refusal;
use super::boxes;
use super::front::Front;
use super::html;
use super::left::{Done, Told, Uncarried};
use super::scan::{Facts, scan};
use super::woven::{Change, Woven};
use crate::diagnostic::Fault;
use crate::files::is_usable;
use crate::markdown::depth;
use crate::source::{MOST_FILES, Source};
use crate::{encoding, text};

const MARKDOWN: &[&str] = &["md", "markdown", "mdown", "mkd", "mkdn", "mdx"];
/// Documents whose author would miss them.
const DOCUMENTS: &[&str] = &[
    "adoc", "asciidoc", "doc", "docx", "epub", "htm", "html", "ipynb", "key", "odp", "odt", "org", "ppt", "pptx",
    "qmd", "rmd", "rst", "rtf", "tex", "txt", "xml",
];
/// A page has room to grow within what a course may have.
const MOST_BYTES: u64 = text::MOST_BYTES - 64 * 1024;

/// A page of Markdown.
pub(super) struct Page {
    pub(super) path: String,
    pub(super) page: Woven,
    pub(super) front: Front,
    pub(super) facts: Facts,
}

impl Page {
    /// The name of its file, without the ending.
    pub(super) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// The folder it stands in; empty for the outermost.
    pub(super) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// It stands for its folder.
    pub(super) fn is_index(&self) -> bool {
        ["readme", "index", "_index"].contains(&self.stem().to_lowercase().as_str())
    }

    pub(super) fn line(&self, at: usize) -> Option<usize> {
        self.page.origin(at).map(|(_, line)| line)
    }
}

/// All that can be read of a folder.
pub(super) struct Folder {
    pub(super) pages: Vec<Page>,
    /// The sizes of all other files that may be read.
    pub(super) others: BTreeMap<String, u64>,
}

/// Lists and reads a folder.
///
/// # Errors
/// If it cannot be listed, has too many files, or has no page.
pub(super) fn read(source: &dyn Source, told: &mut Told) -> Result<Folder, Refusal> {
    let mut entries = source.list().map_err(|error| Refusal::Unreadable { why: error.to_string() })?;
    if entries.len() > MOST_FILES {
        return Err(Refusal::TooManyFiles { limit: MOST_FILES });
    }
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    let mut folder = Folder { pages: Vec::new(), others: BTreeMap::new() };
    for entry in entries {
        if entry.path.split('/').any(|part| part.starts_with('.')) {
        } else if entry.symlink {
            told.fault(&entry.path, None, Fault::Symlink {}, Done::LeftOut);
        } else if !is_usable(&entry.path) {
            told.fault(&entry.path, None, Fault::BadPath {}, Done::LeftOut);
        } else if MARKDOWN.contains(&ending(&entry.path).as_str()) {
            folder.pages.extend(page(source, &entry.path, entry.size, folder.pages.len(), told));
        } else {
            folder.others.insert(entry.path, entry.size);
        }
    }
    if folder.pages.is_empty() { Err(Refusal::NoPages) } else { Ok(folder) }
}

fn ending(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}

fn page(source: &dyn Source, path: &str, size: u64, file: usize, told: &mut Told) -> Option<Page> {
    let (text, row) = match decoded(source, path, size) {
        Ok(read) => read,
        Err(fault) => {
            told.fault(path, None, fault, Done::LeftOut);
            return None;
        }
    };
    if let Some((line, code)) = row {
        told.fault(path, Some(line), Fault::ControlCharacter { code }, Done::LeftOut);
    }
    if let Some(deep) = depth::too_deep(&text) {
        let line = text[..deep.start].matches('\n').count() + 1;
        told.fault(path, Some(line), Fault::Nesting { limit: depth::DEEPEST.to_string() }, Done::LeftOut);
        return None;
    }
    let front = Front::read(&text);
    if !front.others.is_empty() {
        let keys = front.others.iter().take(8).map(String::as_str).collect::<Vec<_>>().join(", ");
        told.tell(path, Some(1), Uncarried::Settings { keys }, Done::LeftOut);
    }
    let lines = "\n".repeat(text[..front.length].matches('\n').count());
    let page = Woven::of(file, lines + &text[front.length..]);
    let page = without_script(&page, path, told);
    let page = boxes::read(&page, path, told);
    let page = html::without(&page, path, told);
    let facts = scan(&page.text);
    if facts.tops.is_empty() && facts.notes.is_empty() {
        told.tell(path, None, Uncarried::PageEmpty {}, Done::LeftOut);
        return None;
    }
    Some(Page { path: path.to_owned(), page, front, facts })
}

/// The text of a file with `\n` at the end of its lines and without signs that are no text; of those the first, with its line.
fn decoded(source: &dyn Source, path: &str, size: u64) -> Result<(String, Option<(usize, String)>), Fault> {
    let unreadable = |error: crate::SourceError| Fault::Unreadable { why: error.to_string() };
    // In UTF-16 and UTF-32 the same text is larger.
    if size > 4 * MOST_BYTES {
        return Err(text::too_big(size, MOST_BYTES));
    }
    let bytes = source.read(path).map_err(unreadable)?;
    let text = match encoding::decoded(&bytes) {
        Some(text) => text,
        None => return Err(not_text(&bytes)),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text).replace("\r\n", "\n").replace('\r', "\n");
    if text.len() as u64 > MOST_BYTES {
        return Err(text::too_big(text.len() as u64, MOST_BYTES));
    }
    let is_no_text = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    let Some(first) = text.find(is_no_text) else { return Ok((text, None)) };
    let code = text[first..].chars().next().map_or(0, u32::from);
    let line = text[..first].matches('\n').count() + 1;
    Ok((text.replace(is_no_text, ""), Some((line, format!("U+{code:04X}")))))
}

fn not_text(bytes: &[u8]) -> Fault {
    encoding::other(bytes).map_or(Fault::NotUtf8 {}, |encoding| Fault::OtherEncoding { encoding: encoding.to_owned() })
}

/// Lines of a program at the beginning of a page (MDX).
fn without_script(page: &Woven, path: &str, told: &mut Told) -> Woven {
    if ending(path) != "mdx" {
        return page.clone();
    }
    let mut changes = Vec::new();
    let mut at = 0;
    for line in page.text.split_inclusive('\n') {
        let bare = line.trim_end();
        if bare.starts_with("import ") && bare.contains(['\'', '"']) || bare.starts_with("export ") {
            let line = page.origin(at).map(|(_, line)| line);
            told.tell(path, line, Uncarried::Script { line: bare.chars().take(60).collect() }, Done::LeftOut);
            changes.push(Change::new(at..at + bare.len(), ""));
        }
        at += line.len();
    }
    page.changed(0..page.text.len(), &changes)
}

/// Where books and sites say what they are called.
const SITES: [(&str, &str); 6] = [
    ("book.toml", "title"),
    ("mkdocs.yml", "site_name"),
    ("_config.yml", "title"),
    ("hugo.toml", "title"),
    ("config.toml", "title"),
    ("hugo.yaml", "title"),
];

/// The title of a book or site that the folder is.
pub(super) fn site_title(source: &dyn Source, folder: &Folder) -> Option<String> {
    SITES.iter().find_map(|(path, key)| {
        folder.others.get(*path).filter(|size| **size <= MOST_BYTES)?;
        let text = String::from_utf8(source.read(path).ok()?).ok()?;
        let value = text.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix([':', '=']));
        let title = value?.trim().trim_matches(['"', '\'']).trim();
        (!title.is_empty() && !title.contains(char::is_control)).then(|| title.chars().take(200).collect())
    })
}

impl Folder {
    /// Tells of the files that came to no use.
    pub(super) fn tell_unused(&self, used: impl Fn(&str) -> bool, told: &mut Told) {
        let mut unused = Vec::new();
        for path in self.others.keys().filter(|path| !used(path)) {
            let ending = ending(path);
            if DOCUMENTS.contains(&ending.as_str()) {
                told.tell(path, None, Uncarried::OtherDocument { kind: ending }, Done::LeftOut);
            } else {
                unused.push(path);
            }
        }
        if let Some(first) = unused.first() {
            let (count, example) = (unused.len().to_string(), (*first).clone());
            told.tell(".", None, Uncarried::UnusedFiles { count, example }, Done::LeftOut);
        }
    }
}
