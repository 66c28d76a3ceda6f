//! Where the links of a page lead: to which page and heading, to which file, or nowhere.

use std::collections::{BTreeMap, HashMap};

use super::read::Folder;
use super::words::anchor;
use crate::attributes;
use crate::diagnostic::Faults;
use crate::links::{Written, join, read};

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// As it is written.
    Elsewhere,
    /// The same over a safe connection, for an address without its beginning.
    Safe(String),
    /// A kind that is not allowed.
    Refused(String),
    /// A page, and a heading on it by number.
    Page(usize, Option<usize>),
    /// A page, where the heading that is asked for is not there.
    NoHeading(usize, String),
    /// A file that is no page.
    File(String),
    Nowhere,
}

/// All that can be led to.
pub(super) struct Leads<'f> {
    folder: &'f Folder,
    pages: BTreeMap<String, usize>,
    /// Files and pages by their paths in small letters: a disk may not tell capitals.
    small: HashMap<String, String>,
    anchors: Vec<HashMap<String, usize>>,
}

impl<'f> Leads<'f> {
    pub(super) fn new(folder: &'f Folder) -> Self {
        let pages: BTreeMap<String, usize> =
            folder.pages.iter().enumerate().map(|(at, page)| (page.path.clone(), at)).collect();
        let paths = pages.keys().chain(folder.others.keys());
        let small = paths.map(|path| (path.to_lowercase(), path.clone())).collect();
        let anchors = folder.pages.iter().map(anchors).collect();
        Self { folder, pages, small, anchors }
    }

    pub(super) fn lead(&self, from: usize, written: &str) -> Lead {
        match read(written) {
            Written::Elsewhere(_) => Lead::Elsewhere,
            Written::Refused("//") => match read(&format!("https:{}", written.trim())) {
                Written::Elsewhere(address) => Lead::Safe(address),
                _ => Lead::Nowhere,
            },
            Written::Refused(scheme) => Lead::Refused(scheme.to_owned()),
            Written::Unreadable => Lead::Nowhere,
            Written::Path { path, id } if path.is_empty() => self.heading(from, id),
            Written::Path { path, id } => self.path(from, &path, id),
        }
    }

    fn path(&self, from: usize, path: &str, id: Option<String>) -> Lead {
        let path = path.split('?').next().unwrap_or_default();
        let own = &self.folder.pages[from].path;
        let bases: Vec<String> = if path.starts_with('/') {
            let outer = own.split('/').next().unwrap_or_default();
            vec![path.to_owned(), format!("{outer}{path}"), format!("{outer}/static{path}"), format!("static{path}")]
        } else {
            join(own, path).into_iter().collect()
        };
        for base in bases {
            let base = base.trim_matches('/').to_owned();
            let bare = [".html", ".htm"].iter().find_map(|ending| base.strip_suffix(ending)).unwrap_or(&base);
            let tries = [
                "",
                ".md",
                ".mdx",
                ".markdown",
                "/index.md",
                "/README.md",
                "/_index.md",
                "/readme.md",
                "/index.markdown",
            ];
            // A site shows the page that stands for a folder as its `index.html`.
            let folder = bare.strip_suffix("index").filter(|folder| folder.is_empty() || folder.ends_with('/'));
            let folder = folder.map(|folder| format!("{folder}README.md"));
            let named =
                std::iter::once(base.clone()).chain(tries.iter().map(|ending| format!("{bare}{ending}"))).chain(folder);
            for path in named {
                let path = path.trim_start_matches('/').to_owned();
                let found = if self.has(&path) { Some(&path) } else { self.small.get(&path.to_lowercase()) };
                match found.map(|path| (path, self.pages.get(path))) {
                    Some((_, Some(page))) => return self.heading(*page, id),
                    Some((path, None)) => return Lead::File(path.clone()),
                    None => {}
                }
            }
            // A folder of pages without one of its own.
            let inside = format!("{base}/");
            if let Some((_, page)) =
                self.pages.range(inside.clone()..).next().filter(|(path, _)| path.starts_with(&inside))
            {
                return Lead::Page(*page, None);
            }
        }
        Lead::Nowhere
    }

    fn has(&self, path: &str) -> bool {
        self.pages.contains_key(path) || self.folder.others.contains_key(path)
    }

    fn heading(&self, page: usize, id: Option<String>) -> Lead {
        let Some(id) = id.filter(|id| !id.is_empty()) else { return Lead::Page(page, None) };
        let anchors = &self.anchors[page];
        let small = id.to_lowercase();
        let found = anchors
            .get(&id)
            .or_else(|| anchors.get(&small))
            .or_else(|| anchors.get(small.trim_start_matches("user-content-")));
        found.map_or(Lead::NoHeading(page, id), |head| Lead::Page(page, Some(*head)))
    }
}

/// The names by which the headings of a page are led to.
fn anchors(page: &super::read::Page) -> HashMap<String, usize> {
    let mut anchors = HashMap::new();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (at, head) in page.facts.headings.iter().enumerate() {
        let given = given(&page.page.text, head);
        if let Some(id) = &given.id {
            anchors.entry(id.clone()).or_insert(at);
        }
        let name = anchor(&given.words);
        let count = counts.entry(name.clone()).or_insert(0);
        anchors.entry(if *count == 0 { name.clone() } else { format!("{name}-{count}") }).or_insert(at);
        *count += 1;
    }
    anchors
}

/// What a heading says beside its words.
pub(super) struct Given {
    /// Its words without what stands in braces.
    pub(super) words: String,
    pub(super) id: Option<String>,
    /// Where the braces begin.
    pub(super) cut: Option<usize>,
}

/// Reads the braces at the end of a heading: `{#id .class key=value}`, or with a colon first.
pub(super) fn given(text: &str, head: &super::scan::Head) -> Given {
    let none = || Given { words: head.plain.clone(), id: None, cut: None };
    let Some(inner) = head.inner.clone() else { return none() };
    let words = &text[inner.clone()];
    let Some(open) = words.strip_suffix('}').and_then(|words| words.rfind('{')) else { return none() };
    let inside = &words[open + 1..words.len() - 1];
    let inside = inside.trim_start_matches(':').trim();
    let is_word = |word: &str| word.starts_with(['#', '.']) && word.len() > 1 || word.contains('=') || word == "-";
    // The words in braces have to be plain text, and as they are in the source.
    let plain = head.plain.trim_end();
    let cut = inner.start + open;
    let alone = head.texts.iter().any(|piece| piece.contains(&cut) && piece.end >= inner.end);
    if inside.is_empty() || !inside.split_whitespace().all(is_word) || !alone || !plain.ends_with(&words[open..]) {
        return none();
    }
    let scanned = attributes::scan(text, cut..inner.end, &mut Faults::default());
    let id = scanned
        .id
        .map(|id| id.text)
        .or_else(|| inside.strip_prefix('#').map(str::to_owned).filter(|id| !id.contains(' ')));
    Given { words: plain[..plain.len() - (words.len() - open)].trim_end().to_owned(), id, cut: Some(cut) }
}
