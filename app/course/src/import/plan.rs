//! What becomes of each page: which is the course's, which are modules and which are lessons, in which order.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::left::{Done, Told, Uncarried};
use super::read::Page;
use super::scan::scan;
use super::words::{natural, title};
use crate::ids::spelled;
use crate::links::join;
use crate::names::ModuleSlug;

/// A page with more headings of the first level is not taken to pieces.
const MOST_PIECES: usize = 200;

/// What a part of a page becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The page of the course.
    Course,
    /// A module, or its opening.
    Module,
    /// A lesson.
    Lesson,
    /// Lessons, one for each heading of the first level.
    Lessons,
}

/// A part of a page.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) page: usize,
    pub(super) span: Range<usize>,
    pub(super) role: Role,
    pub(super) title: String,
    /// The heading that is the title, by its number on the page.
    pub(super) head: Option<usize>,
}

/// A file of the course.
#[derive(Debug)]
pub(super) struct Module {
    /// Its path within the folder of the language.
    pub(super) file: String,
    pub(super) title: String,
    pub(super) parts: Vec<Part>,
}

/// The files of the course: that of the course first.
pub(super) fn plan(pages: &[Page], wanted: Option<&str>, name: &str, told: &mut Told) -> Vec<Module> {
    let summary = Summary::find(pages);
    let root = root(pages, summary.as_ref());
    let is_summary = |page: usize| summary.as_ref().is_some_and(|summary| summary.page == page);
    let content: Vec<usize> = (0..pages.len()).filter(|page| !is_summary(*page)).collect();
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for page in content.iter().copied() {
        let folder = pages[page].folder();
        groups.entry(if folder == root { "" } else { folder }).or_default().push(page);
        if let Some(summary) =
            summary.as_ref().filter(|summary| !summary.places.contains_key(&page) && !pages[page].is_index())
        {
            told.tell(
                &pages[page].path,
                None,
                Uncarried::NotInSummary { page: pages[summary.page].path.clone() },
                Done::Moved,
            );
        }
    }
    let planner = Planner { pages, summary: &summary, root: &root };
    let mut own = groups.remove("").unwrap_or_default();
    // A folder with one page is a course of one module.
    let index = own.iter().copied().filter(|page| pages[*page].is_index() && content.len() > 1).min_by_key(|page| {
        let within = pages[*page].folder() == root;
        (Reverse(within), pages[*page].stem().to_lowercase())
    });
    own.retain(|page| Some(*page) != index);
    let mut made: Vec<(Key, Vec<Module>)> = own.iter().map(|page| (planner.key(*page), planner.file(*page))).collect();
    made.extend(
        groups.iter().map(|(folder, pages)| (planner.group_key(folder, pages), vec![planner.folder(folder, pages)])),
    );
    made.sort_by(|one, other| one.0.cmp(&other.0));
    let modules = made.into_iter().flat_map(|(_, modules)| modules);
    let mut course = planner.course(index, wanted, name);
    let mut all: Vec<Module> = modules.collect();
    if course.title.is_empty() {
        course.title = all.first().filter(|_| all.len() == 1).map_or_else(|| title(name), |only| only.title.clone());
    }
    name_files(&mut all, pages);
    std::iter::once(course).chain(all).collect()
}

/// By this pages and folders are ordered: their place in the table of contents, the place they give themselves, their names.
type Key = (usize, i64, Vec<(u64, String)>);

struct Planner<'p> {
    pages: &'p [Page],
    summary: &'p Option<Summary>,
    root: &'p str,
}

impl Planner<'_> {
    fn key(&self, page: usize) -> Key {
        let own = &self.pages[page];
        let place =
            self.summary.as_ref().and_then(|summary| summary.places.get(&page)).map_or(usize::MAX, |(place, _)| *place);
        (place, own.front.place.unwrap_or(i64::MAX), natural(self.within(&own.path)))
    }

    fn within<'a>(&self, path: &'a str) -> &'a str {
        path.strip_prefix(self.root).unwrap_or(path).trim_start_matches('/')
    }

    fn group_key(&self, folder: &str, pages: &[usize]) -> Key {
        let first = pages.iter().map(|page| self.key(*page).0).min().unwrap_or(usize::MAX);
        let index = pages.iter().find(|page| self.pages[**page].is_index());
        let place = index.and_then(|page| self.pages[*page].front.place).unwrap_or(i64::MAX);
        (first, place, natural(self.within(folder)))
    }

    /// The title of a page, and the heading it is.
    fn title(&self, page: usize) -> (Option<String>, Option<usize>) {
        let own = &self.pages[page];
        let heads = &own.facts.headings;
        let only = heads.iter().filter(|head| head.level == 1).count() == 1;
        match heads.first().filter(|head| only && head.level == 1 && !head.plain.trim().is_empty()) {
            Some(head) => (Some(plain(&head.plain)), Some(0)),
            None => {
                let listed =
                    self.summary.as_ref().and_then(|summary| summary.places.get(&page)).map(|(_, title)| title.clone());
                (own.front.title.clone().or(listed).map(|title| plain(&title)).filter(|title| !title.is_empty()), None)
            }
        }
    }

    fn is_many(&self, page: usize) -> bool {
        let own = &self.pages[page];
        let firsts = own.facts.headings.iter().filter(|head| head.level == 1).count();
        own.front.title.is_none() && (2..=MOST_PIECES).contains(&firsts)
    }

    fn whole(&self, page: usize) -> Range<usize> {
        0..self.pages[page].page.text.len()
    }

    fn course(&self, index: Option<usize>, wanted: Option<&str>, name: &str) -> Module {
        let part = index.map(|page| {
            let (found, head) = self.title(page);
            let title = found.unwrap_or_else(|| title(name));
            Part { page, span: self.whole(page), role: Role::Course, title, head }
        });
        let title =
            wanted.map(str::to_owned).or_else(|| part.as_ref().map(|part| part.title.clone())).unwrap_or_default();
        Module { file: "course.md".to_owned(), title, parts: part.into_iter().collect() }
    }

    /// A page that is a module, or several.
    fn file(&self, page: usize) -> Vec<Module> {
        let own = &self.pages[page];
        if !self.is_many(page) {
            let (found, head) = self.title(page);
            let title = found.unwrap_or_else(|| title(own.stem()));
            let part = Part { page, span: self.whole(page), role: Role::Module, title: title.clone(), head };
            return vec![Module { file: String::new(), title, parts: vec![part] }];
        }
        let heads: Vec<usize> =
            (0..own.facts.headings.len()).filter(|head| own.facts.headings[*head].level == 1).collect();
        let ends = heads.iter().skip(1).map(|head| own.facts.headings[*head].span.start).chain([own.page.text.len()]);
        let mut start = 0;
        let modules = heads.iter().zip(ends).map(|(head, end)| {
            let words = plain(&own.facts.headings[*head].plain);
            let title = if words.is_empty() { title(own.stem()) } else { words };
            let part = Part {
                page,
                span: std::mem::replace(&mut start, end)..end,
                role: Role::Module,
                title: title.clone(),
                head: Some(*head),
            };
            Module { file: String::new(), title, parts: vec![part] }
        });
        modules.collect()
    }

    /// A folder that is a module; its pages are lessons.
    fn folder(&self, folder: &str, pages: &[usize]) -> Module {
        let mut pages = pages.to_vec();
        pages.sort_by_key(|page| (Reverse(self.pages[*page].is_index()), self.key(*page)));
        let mut module = Module {
            file: String::new(),
            title: title(folder.rsplit('/').next().unwrap_or(folder)),
            parts: Vec::new(),
        };
        for (at, page) in pages.into_iter().enumerate() {
            let (found, head) = self.title(page);
            let stem = self.pages[page].stem();
            let named = found.is_some();
            let title = found.unwrap_or_else(|| title(stem));
            let opens = at == 0 && self.pages[page].is_index();
            if opens && named {
                module.title.clone_from(&title);
            }
            let role = match (opens, self.is_many(page)) {
                (true, _) => Role::Module,
                (_, true) => Role::Lessons,
                _ => Role::Lesson,
            };
            module.parts.push(Part { page, span: self.whole(page), role, title, head });
        }
        module
    }
}

fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Gives each module its number and name.
fn name_files(modules: &mut [Module], pages: &[Page]) {
    let digits = if modules.len() > 99 { modules.len().to_string().len() } else { 2 };
    let mut taken = BTreeSet::new();
    for (at, module) in modules.iter_mut().enumerate() {
        let number = at + 1;
        let page = module.parts.first().map(|part| &pages[part.page]);
        let whole = module.parts.len() == 1 && module.parts[0].role == Role::Module;
        // The name of the file stays its name, so that whoever wrote it finds it.
        let stem = page.map(|page| {
            if whole && !page.is_index() { page.stem() } else { page.folder().rsplit('/').next().unwrap_or_default() }
        });
        let split = module
            .parts
            .first()
            .is_some_and(|part| part.span.start > 0 || page.is_some_and(|page| part.span.end < page.page.text.len()));
        let named = stem.filter(|_| !split).and_then(|stem| spelled(super::words::unnumbered(stem)));
        let name = named.or_else(|| spelled(&module.title)).filter(|name| crate::names::slug(name).is_ok());
        let name = name.map(|name| if ModuleSlug::parse(&name).is_ok() { name } else { format!("{name}-module") });
        let name = name.unwrap_or_else(|| format!("module-{number}"));
        let mut free = (1..).map(|count| if count == 1 { name.clone() } else { format!("{name}-{count}") });
        let slug = free.find(|slug| taken.insert(slug.clone())).unwrap_or(name);
        module.file = format!("{number:0digits$}-{slug}.md");
    }
}

/// The folder in which the pages of a book or site stand.
fn root(pages: &[Page], summary: Option<&Summary>) -> String {
    if let Some(summary) = summary {
        return pages[summary.page].folder().to_owned();
    }
    let outermost = |page: &&Page| page.folder().is_empty() && !page.is_index();
    let first = |page: &Page| page.folder().split('/').next().unwrap_or_default().to_owned();
    let folders: BTreeSet<String> = pages.iter().filter(|page| !page.folder().is_empty()).map(first).collect();
    let known = ["docs", "doc", "src", "content", "book", "pages", "manuscript", "_posts"];
    match folders.iter().next() {
        Some(only)
            if folders.len() == 1 && known.contains(&only.as_str()) && !pages.iter().any(|page| outermost(&page)) =>
        {
            only.clone()
        }
        _ => String::new(),
    }
}

/// A table of contents, `SUMMARY.md` in mdBook and GitBook: the order of pages, and what they are called in it.
struct Summary {
    page: usize,
    places: BTreeMap<usize, (usize, String)>,
}

impl Summary {
    fn find(pages: &[Page]) -> Option<Self> {
        let named =
            |page: &Page| page.path.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case("summary.md"));
        let found = (0..pages.len()).filter(|page| named(&pages[*page]));
        let page = found.min_by_key(|page| pages[*page].path.matches('/').count())?;
        let by_path: BTreeMap<&str, usize> =
            pages.iter().enumerate().map(|(at, page)| (page.path.as_str(), at)).collect();
        let mut places = BTreeMap::new();
        for (place, link) in scan(&pages[page].page.text).links.into_iter().enumerate() {
            let path = crate::links::decode(link.address.split(['#', '?']).next().unwrap_or_default());
            let leads = path
                .and_then(|path| join(&pages[page].path, &path))
                .and_then(|path| by_path.get(path.as_str()).copied());
            if let Some(leads) = leads.filter(|leads| *leads != page) {
                places.entry(leads).or_insert((place, link.plain));
            }
        }
        // A page that is called so and lists nothing is a page.
        (!places.is_empty()).then_some(Self { page, places })
    }
}
