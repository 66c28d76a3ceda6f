//! The pages of the course: the author's text, changed where something would be read as another thing or not at all.

mod links;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::leads::{Lead, Leads, given};
use super::left::{Done, Told, Uncarried};
use super::media::Files;
use super::plan::{Module, Part, Role};
use super::quiz::{self, Asked, Quiz};
use super::read::{Folder, Page};
use super::scan::{Head, Kind};
use super::words::escaped;
use super::woven::{Change, Woven};
use crate::diagnostic::Fault;
use crate::ids::spelled;
use crate::names;

/// The deepest heading of Markdown.
const DEEPEST: u8 = 6;

/// Writes the pages of a plan.
pub(super) struct Writer<'w, 's> {
    pub(super) folder: &'w Folder,
    pub(super) plan: &'w [Module],
    pub(super) files: &'w mut Files<'s>,
    pub(super) told: &'w mut Told,
    /// Where each link of each page leads.
    leads: Vec<Vec<Lead>>,
    ids: Ids,
    /// The ids that headings have, by page and number.
    head_ids: HashMap<(usize, usize), String>,
    /// The ids of lessons that have no heading of their own, by module and part.
    own_ids: HashMap<(usize, usize), String>,
    /// The ids of the first lessons, by module and part.
    first_ids: HashMap<(usize, usize), String>,
    /// What becomes of each page: its parts by module and number.
    parts: HashMap<usize, Vec<(usize, usize)>>,
}

impl<'w, 's> Writer<'w, 's> {
    pub(super) fn new(folder: &'w Folder, plan: &'w [Module], files: &'w mut Files<'s>, told: &'w mut Told) -> Self {
        let leads = Leads::new(folder);
        let of_page =
            |(at, page): (usize, &Page)| page.facts.links.iter().map(|link| leads.lead(at, &link.address)).collect();
        let leads = folder.pages.iter().enumerate().map(of_page).collect();
        let mut parts: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
        for (at, module) in plan.iter().enumerate() {
            module
                .parts
                .iter()
                .enumerate()
                .for_each(|(number, part)| parts.entry(part.page).or_default().push((at, number)));
        }
        let (head_ids, own_ids, first_ids) = Default::default();
        Self { folder, plan, files, told, leads, ids: Ids::default(), head_ids, own_ids, first_ids, parts }
    }

    /// The pages, by their paths within the folder of the language.
    pub(super) fn write(&mut self) -> BTreeMap<String, Woven> {
        self.name();
        let plan = self.plan;
        plan.iter().enumerate().map(|(at, module)| (module.file.clone(), self.module(at, module))).collect()
    }

    /// Gives ids to lessons, and to every heading that a link leads to.
    fn name(&mut self) {
        let aims = self.leads.iter().flatten().filter_map(|lead| match lead {
            Lead::Page(page, Some(head)) => Some((*page, *head)),
            _ => None,
        });
        let aims: BTreeSet<(usize, usize)> = aims.collect();
        let plan = self.plan;
        for (at, module) in plan.iter().enumerate() {
            for (number, part) in module.parts.iter().enumerate() {
                if self.is_own_lesson(module, part) {
                    let id = self.ids.give(&part.title, "lesson");
                    self.first_ids.insert((at, number), id.clone());
                    self.own_ids.insert((at, number), id);
                }
                let page = &self.folder.pages[part.page];
                for (head, level) in self.levels(part) {
                    let lesson = part.role != Role::Course && level == 2;
                    if lesson || aims.contains(&(part.page, head)) {
                        let given = given(&page.page.text, &page.facts.headings[head]);
                        let id = match given.id.filter(|id| names::id(id).is_ok() && !self.ids.taken.contains(id)) {
                            Some(id) => self.ids.take(id),
                            None => self.ids.give(&given.words, if lesson { "lesson" } else { "part" }),
                        };
                        if lesson {
                            self.first_ids.entry((at, number)).or_insert_with(|| id.clone());
                        }
                        self.head_ids.insert((part.page, head), id);
                    }
                }
            }
        }
    }

    /// Whether a part is a lesson that begins with the part's title.
    fn is_own_lesson(&self, module: &Module, part: &Part) -> bool {
        let page = &self.folder.pages[part.page];
        let before = |head: Option<&Head>| {
            let end = head.map_or(part.span.end, |head| head.span.start).max(part.span.start);
            !page.page.text[part.span.start..end].trim().is_empty()
        };
        match part.role {
            Role::Course => false,
            Role::Lesson => true,
            Role::Lessons => before(page.facts.headings.first()),
            Role::Module => module.parts.len() == 1 && self.levels(part).is_empty(),
        }
    }

    /// The headings of a part, with the levels they get: none is skipped, and the highest come right below the title.
    fn levels(&self, part: &Part) -> BTreeMap<usize, u8> {
        let heads = &self.folder.pages[part.page].facts.headings;
        let within = |head: &usize| part.span.contains(&heads[*head].span.start) && Some(*head) != part.head;
        let own: Vec<usize> = (0..heads.len()).filter(within).filter(|head| heads[*head].inner.is_some()).collect();
        let highest = own.iter().map(|head| heads[*head].level).min().unwrap_or(1);
        let top = if part.role == Role::Lesson { 3 } else { 2 };
        let mut above = top - 1;
        let level = |head: usize| {
            above = (heads[head].level - highest + top).min(above + 1).min(DEEPEST);
            (head, above)
        };
        own.into_iter().map(level).collect()
    }

    fn module(&mut self, at: usize, module: &Module) -> Woven {
        let mut woven = Woven::default();
        let first = module.parts.first().and_then(|part| self.folder.pages[part.page].page.origin(part.span.start));
        let title = if module.title.trim().is_empty() { "…" } else { &module.title };
        woven.add(&format!("# {}\n\n", escaped(title)), first);
        let mut labels = BTreeSet::new();
        for (number, part) in module.parts.iter().enumerate() {
            let page = &self.folder.pages[part.page];
            let origin = page.page.origin(part.span.start);
            let own = self.own_ids.get(&(at, number)).cloned();
            if let Some(id) = &own {
                woven.add(&format!("## {} {{#{id}}}\n\n", escaped(&part.title)), origin);
            }
            let mut changes = self.changes(at, part, own.is_some());
            changes.extend(renamed(page, part, &mut labels));
            let moved = notes(page, part);
            changes.extend(moved.iter().filter(|(away, _)| *away).map(|(_, span)| Change::new(span.clone(), "")));
            let body = page.page.changed(part.span.clone(), &changes);
            woven.append(&body);
            for (_, span) in moved.into_iter().filter(|(away, _)| !away) {
                woven.add("\n\n", origin);
                woven.append(&page.page.changed(span, &changes));
            }
            woven.add("\n\n", origin);
        }
        tidied(&woven)
    }

    fn changes(&mut self, module: usize, part: &Part, own_lesson: bool) -> Vec<Change> {
        let page = &self.folder.pages[part.page];
        let levels = self.levels(part);
        let (quizzes, lists) = quiz::find(page, part, &levels, own_lesson);
        let mut changes = Vec::new();
        for (start, why) in lists {
            self.told.tell(&page.path, page.line(start), Uncarried::TaskList { why: why.to_owned() }, Done::Kept);
        }
        let mut asked: HashMap<usize, (&'static str, String)> = HashMap::new();
        for quiz in quizzes {
            let id = match &quiz.asked {
                Asked::Head(head) if self.head_ids.contains_key(&(part.page, *head)) => {
                    self.head_ids[&(part.page, *head)].clone()
                }
                _ => self.ids.give(&quiz.words, "question"),
            };
            match &quiz.asked {
                Asked::Head(head) => drop(asked.insert(*head, (quiz.class, id))),
                _ => changes.extend(inserted(page, &quiz, &id)),
            }
        }
        for (at, head) in
            page.facts.headings.iter().enumerate().filter(|(_, head)| part.span.contains(&head.span.start))
        {
            match levels.get(&at) {
                Some(level) => changes.extend(self.heading(part.page, at, *level, asked.get(&at))),
                None => {
                    if Some(at) != part.head {
                        self.told.fault(&page.path, page.line(head.span.start), Fault::HeadingEmpty {}, Done::LeftOut);
                    }
                    changes.push(Change::new(head.span.clone(), "\n"));
                }
            }
        }
        self.told_levels(part, &levels);
        self.links(module, part.page, &part.span, &mut changes);
        changes.extend(page.facts.definitions.iter().map(|span| Change::new(span.clone(), "")));
        for code in page.facts.open_code.iter().filter(|code| part.span.contains(&code.start)) {
            self.told.fault(&page.path, page.line(code.start), Fault::CodeOpen {}, Done::AsCode);
            changes.push(Change::put(code.end.min(part.span.end), closed(&page.page.text[code.clone()])));
        }
        changes
    }

    /// Tells of headings that had to move.
    fn told_levels(&mut self, part: &Part, levels: &BTreeMap<usize, u8>) {
        let page = &self.folder.pages[part.page];
        let heads = &page.facts.headings;
        let highest = levels.keys().map(|head| heads[*head].level).min().unwrap_or(1);
        let top = if part.role == Role::Lesson { 3 } else { 2 };
        let mut above: Option<u8> = None;
        for (head, level) in levels {
            let meant = heads[*head].level - highest + top;
            let line = page.line(heads[*head].span.start);
            if meant > DEEPEST {
                self.told.tell(&page.path, line, Uncarried::HeadingDeep {}, Done::Moved);
            } else if let Some(above) = above.filter(|above| heads[*head].level > above + 1) {
                let (from, to) = (above.to_string(), heads[*head].level.to_string());
                self.told.fault(&page.path, line, Fault::HeadingSkipped { from, to }, Done::Moved);
            }
            let _ = level;
            above = Some(heads[*head].level);
        }
    }

    /// A heading as one writes it here: signs before its words, and its attributes after them.
    fn heading(&self, page: usize, at: usize, level: u8, asked: Option<&(&'static str, String)>) -> Vec<Change> {
        let own = &self.folder.pages[page];
        let (text, head) = (&own.page.text, &own.facts.headings[at]);
        let Some(inner) = head.inner.clone() else { return Vec::new() };
        let given = given(text, head);
        let end = given.cut.unwrap_or(inner.end);
        let mut changes = vec![Change::new(head.span.start..inner.start, format!("{} ", "#".repeat(level.into())))];
        changes.extend(head.breaks.iter().map(|span| Change::new(span.clone(), " ")));
        for piece in &head.texts {
            let braces = text[piece.clone()].match_indices('{').map(|(at, _)| piece.start + at);
            let bare = braces.filter(|at| *at < end && !is_escaped(text, *at));
            changes.extend(bare.map(|at| Change::put(at, "\\")));
        }
        let id = self.head_ids.get(&(page, at));
        let attributes = match (asked, id) {
            (Some((class, id)), _) => format!(" {{.{class} #{id}}}"),
            (None, Some(id)) => format!(" {{#{id}}}"),
            (None, None) => String::new(),
        };
        let words_end = end - (text[inner.start..end].len() - text[inner.start..end].trim_end().len());
        // A row of these signs at the end would be none of the words.
        let guard = text[inner.start..words_end].ends_with(" #") || text[inner.start..words_end].ends_with('\\');
        let attributes = if guard && attributes.is_empty() { " <!-- -->".to_owned() } else { attributes };
        changes.push(Change::new(words_end..head.span.end, format!("{attributes}\n")));
        changes
    }
}

/// The heading of a question that had none.
fn inserted(page: &Page, quiz: &Quiz, id: &str) -> Vec<Change> {
    let signs = "#".repeat(quiz.level.into());
    let attributes = format!(" {{.{} #{id}}}\n", quiz.class);
    match &quiz.asked {
        Asked::Head(_) => Vec::new(),
        Asked::Title(at, words) => vec![Change::put(*at, format!("{signs} {}{attributes}\n", escaped(words)))],
        Asked::Paragraph(span) => {
            let words = page.page.text[span.clone()].trim_end();
            let end = span.start + words.len();
            let mut changes = vec![Change::put(span.start, format!("{signs} "))];
            for (at, _) in words.match_indices('\n') {
                let blanks = words[at + 1..].len() - words[at + 1..].trim_start().len();
                changes.push(Change::new(span.start + at..span.start + at + 1 + blanks, " "));
            }
            changes.push(Change::new(end..span.end, attributes));
            changes
        }
    }
}

/// The end of a block of code that has none.
fn closed(code: &str) -> String {
    let first = code.trim_start();
    let sign = first.chars().next().unwrap_or('`');
    let length = first.chars().take_while(|c| *c == sign).count();
    let before = if code.ends_with('\n') { "" } else { "\n" };
    format!("{before}{}\n", sign.to_string().repeat(length))
}

fn is_escaped(text: &str, at: usize) -> bool {
    text[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// New labels for footnotes that are called as some before them in the same file of the course.
fn renamed(page: &Page, part: &Part, taken: &mut BTreeSet<String>) -> Vec<Change> {
    let own = page.facts.notes.iter().filter(|(span, _)| part.span.contains(&span.start));
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let mut changes = Vec::new();
    for (span, label) in own {
        let name = names.entry(label.to_lowercase()).or_insert_with(|| {
            let free = (1..).map(|count| if count == 1 { label.clone() } else { format!("{label}-{count}") });
            free.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default()
        });
        let at = span.start + 2..span.start + 2 + label.len();
        if page.page.text.get(at.clone()) == Some(label) && name != label {
            changes.push(Change::new(at, name.clone()));
        }
    }
    taken.extend(names.into_values().map(|name| name.to_lowercase()));
    changes
}

/// Of a page that becomes several files, the footnotes that are defined where they are not referred to: those to be taken away from
/// this part, marked as such, and those to be added to it.
fn notes(page: &Page, part: &Part) -> Vec<(bool, Range<usize>)> {
    if part.span == (0..page.page.text.len()) {
        return Vec::new();
    }
    let refers = |label: &str, within: bool| {
        let mark = |(span, name): &&(Range<usize>, String)| {
            name == label && !page.page.text[span.clone()].starts_with(&format!("[^{label}]:"))
        };
        page.facts.notes.iter().filter(mark).any(|(span, _)| part.span.contains(&span.start) == within)
    };
    let defined = page.facts.tops.iter().filter_map(|top| match &top.kind {
        Kind::Note(label) => Some((label, top.span.clone())),
        _ => None,
    });
    let moved = defined.filter_map(|(label, span)| match part.span.contains(&span.start) {
        true => (!refers(label, true) && refers(label, false)).then_some((true, span)),
        false => refers(label, true).then_some((false, span)),
    });
    moved.collect()
}

/// Without the empty lines that were left where something was taken away, and with one line's end at its end.
pub(super) fn tidied(woven: &Woven) -> Woven {
    let text = &woven.text;
    let mut changes = Vec::new();
    let mut at = 0;
    let mut code = super::boxes::Code::default();
    let mut empty = 0;
    for line in text.split_inclusive('\n') {
        let inside = code.inside(line);
        empty = if inside || !line.trim().is_empty() { 0 } else { empty + 1 };
        if empty > 1 {
            changes.push(Change::new(at..at + line.len(), ""));
        }
        at += line.len();
    }
    let tidy = woven.changed(0..text.len(), &changes);
    let end = tidy.text.trim_end_matches('\n').len();
    tidy.changed(0..tidy.text.len(), &[Change::new(end..tidy.text.len(), "\n")])
}

/// The ids of the course.
#[derive(Default)]
struct Ids {
    taken: BTreeSet<String>,
    /// From which number on to look, by the words before it.
    next: HashMap<String, usize>,
}

impl Ids {
    fn take(&mut self, id: String) -> String {
        self.taken.insert(id.clone());
        id
    }

    /// An id of these words, or where they are not written in Latin letters, of `otherwise` and a number.
    fn give(&mut self, words: &str, otherwise: &str) -> String {
        let spelled = spelled(words);
        let numbered = spelled.is_none();
        let stem = spelled.unwrap_or_else(|| otherwise.to_owned());
        let from = self.next.get(&stem).copied().unwrap_or(1);
        let named = |count: usize| if count == 1 && !numbered { stem.clone() } else { format!("{stem}-{count}") };
        let (count, id) =
            (from..).map(|count| (count, named(count))).find(|(_, id)| !self.taken.contains(id)).unwrap_or_default();
        self.next.insert(stem, count + 1);
        self.take(id)
    }
}
