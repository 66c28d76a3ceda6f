//! The made course is checked as every course is, and what is still a mistake in it is made plain: as text, as code, or not at all. So
//! whatever came in, what comes out has no errors.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::left::{Done, Told, Uncarried};
use super::page::tidied;
use super::words::escaped;
use super::woven::{Change, Woven};
use crate::diagnostic::{Diagnostic, Fault};
use crate::labels::Labels;
use crate::load::{Loaded, load};
use crate::markdown::depth;
use crate::names::{CourseSlug, Language};
use crate::source::{Entry, Source, SourceError};

/// What is mended shows what stood behind it; after so many times pages are taken more plainly, and then whole.
const GENTLE: usize = 4;
const PLAIN: usize = 8;
const WHOLE: usize = 11;
const MOST: usize = 16;

/// A course that is being made.
pub(super) struct Made<'s> {
    /// The pages, by path.
    pub(super) pages: BTreeMap<String, Woven>,
    /// The settings and other texts.
    pub(super) texts: BTreeMap<String, String>,
    /// The files of `media/`, by the paths they come from.
    pub(super) media: BTreeMap<String, String>,
    pub(super) source: &'s dyn Source,
    /// The paths of the files that the pages are from, by number.
    pub(super) files: Vec<String>,
}

impl Source for Made<'_> {
    fn list(&self) -> Result<Vec<Entry>, SourceError> {
        let texts = self.texts.iter().map(|(path, text)| (path, text.len()));
        let sizes = self.pages.iter().map(|(path, page)| (path, page.text.len())).chain(texts);
        let entry = |(path, size): (&String, usize)| Entry { path: path.clone(), size: size as u64, symlink: false };
        Ok(sizes.chain(self.media.keys().map(|path| (path, 0))).map(entry).collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, SourceError> {
        let text = self.pages.get(path).map(|page| &page.text).or_else(|| self.texts.get(path));
        match (text, self.media.get(path)) {
            (Some(text), _) => Ok(text.clone().into_bytes()),
            (None, Some(from)) => self.source.read(from),
            (None, None) => Err(SourceError::Missing),
        }
    }
}

/// Checks the course until there is no error in it. None if that cannot be had.
pub(super) fn settle(
    made: &mut Made<'_>,
    slug: &CourseSlug,
    labels: &dyn Fn(&Language) -> Labels,
    told: &mut Told,
) -> Option<Loaded> {
    for round in 0..MOST {
        let loaded = load(slug.clone(), made, labels);
        if loaded.is_sound() {
            return Some(if round == 0 { loaded } else { made.tidied(slug, labels, loaded) });
        }
        let mut faulty: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
        for one in loaded.errors() {
            faulty.entry(&one.file).or_default().push(one);
        }
        for (path, found) in faulty {
            made.mend(path, &found, round, told);
        }
    }
    None
}

impl Made<'_> {
    /// Without the empty lines that were left: the same course, and easier to read.
    fn tidied(&mut self, slug: &CourseSlug, labels: &dyn Fn(&Language) -> Labels, loaded: Loaded) -> Loaded {
        let pages: BTreeMap<String, Woven> =
            self.pages.iter().map(|(path, page)| (path.clone(), tidied(page))).collect();
        let before = std::mem::replace(&mut self.pages, pages);
        let tidy = load(slug.clone(), self, labels);
        if tidy.is_sound() {
            return tidy;
        }
        self.pages = before;
        loaded
    }

    fn mend(&mut self, path: &str, found: &[&Diagnostic], round: usize, told: &mut Told) {
        let Some(page) = self.pages.get(path).cloned() else {
            // A file that is not what it should be: what refers to it is mended next.
            if let (Some(from), Some(first)) = (self.media.remove(path), found.first()) {
                told.fault(&from, None, first.fault.clone(), Done::LeftOut);
            }
            return;
        };
        let whole = found.iter().any(|one| one.span.is_none() && one.fault.code() != "too-many-faults");
        let mended = if round >= WHOLE || whole && round >= 1 {
            self.tell(&page, 0, found[0], Done::LeftOut, told);
            emptied(path)
        } else if round >= PLAIN || whole {
            self.tell(&page, found[0].span.clone().unwrap_or_default().start, found[0], Done::AsCode, told);
            as_code(path, &page)
        } else {
            self.mended(&page, found, round, told)
        };
        self.pages.insert(path.to_owned(), mended);
    }

    fn tell(&self, page: &Woven, at: usize, one: &Diagnostic, done: Done, told: &mut Told) {
        let place = page.origin(at).and_then(|(file, line)| Some((self.files.get(file)?, line)));
        if let Some((file, line)) = place {
            told.tell(file, Some(line), Uncarried::Mistake(one.fault.clone()), done);
        }
    }

    fn mended(&self, page: &Woven, found: &[&Diagnostic], round: usize, told: &mut Told) -> Woven {
        let blocks = blocks(&page.text);
        let mut changes = Vec::new();
        let mut fenced = BTreeSet::new();
        for one in found {
            let Some(span) = one.span.clone() else { continue };
            let at = blocks.partition_point(|(block, _)| block.end <= span.start);
            let block = blocks.get(at).filter(|(block, _)| block.start <= span.start);
            if let Some(unasked) = unasked(&page.text, &blocks, at, one) {
                self.tell(page, span.start, one, Done::Kept, told);
                changes.push(unasked);
                continue;
            }
            let gentle = if round < GENTLE { gently(&page.text, &span, one) } else { None };
            match (gentle, block) {
                (Some((change, done)), _) => {
                    if let Some(done) = done {
                        self.tell(page, span.start, one, done, told);
                    }
                    changes.extend(change);
                }
                (None, Some((block, true))) => {
                    self.tell(page, span.start, one, Done::AsText, told);
                    changes.push(heading(&page.text, block));
                }
                (None, Some((block, false))) => {
                    if fenced.insert(block.start) {
                        self.tell(page, span.start, one, Done::AsCode, told);
                        changes.push(Change::new(block.clone(), code(&page.text[block.clone()])));
                    }
                }
                (None, None) => {
                    self.tell(page, span.start, one, Done::LeftOut, told);
                    changes.push(Change::new(span, ""));
                }
            }
        }
        page.changed(0..page.text.len(), &changes)
    }
}

/// The blocks that stand in no other, and whether each is a heading.
fn blocks(text: &str) -> Vec<(Range<usize>, bool)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let mut blocks: Vec<(Range<usize>, bool)> = Vec::new();
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        let outer = blocks.last().is_none_or(|(last, _)| last.end <= span.start);
        if outer && matches!(event, Event::Start(_) | Event::Rule) {
            blocks.push((span, matches!(event, Event::Start(Tag::Heading { .. }))));
        }
    }
    blocks
}

/// A question that is none after all: its heading loses its class, and its list stays a list.
fn unasked(text: &str, blocks: &[(Range<usize>, bool)], at: usize, one: &Diagnostic) -> Option<Change> {
    let code = one.fault.code();
    let of_questions = [
        "answers-missing",
        "after-answers",
        "options-few",
        "right-",
        "option-",
        "feedback-not-",
        "question-",
        "class-not-here",
    ];
    if !of_questions.iter().any(|of| code.starts_with(of)) {
        return None;
    }
    let above = blocks[..(at + 1).min(blocks.len())].iter().rev().filter(|(_, heading)| *heading);
    above.take(6).find_map(|(block, _)| {
        let words = &text[block.clone()];
        let (start, class) =
            [" {.choice #", " {.choices #"].iter().find_map(|class| Some((words.find(class)?, class)))?;
        Some(Change::new(block.start + start..block.start + start + class.len(), " {#"))
    })
}

/// The smallest change by which the words stay and the mistake goes, and what is to be told. None if there is none.
fn gently(text: &str, span: &Range<usize>, one: &Diagnostic) -> Option<(Vec<Change>, Option<Done>)> {
    let escape = |at: usize| {
        let sign = text[at..].chars().next().filter(char::is_ascii_punctuation)?;
        let signs = if sign == '!' && text[at + 1..].starts_with('[') { (at + 1, "\\") } else { (at, "\\") };
        Some((vec![Change::put(signs.0, signs.1)], Some(Done::AsText)))
    };
    let words = &text[span.clone()];
    match &one.fault {
        Fault::AlertWithWords { .. } | Fault::LessonIdMissing { .. } | Fault::QuestionIdMissing { .. }
            if !one.edits.is_empty() =>
        {
            Some((one.edits.iter().map(|edit| Change::new(edit.span.clone(), edit.text.clone())).collect(), None))
        }
        Fault::ControlCharacter { .. } => Some((vec![Change::new(span.clone(), "")], Some(Done::LeftOut))),
        Fault::WordsAfterComment {} => Some((vec![Change::put(span.start, "\n\n")], None)),
        Fault::NoticeInside {} => {
            let at = span.start + words.to_ascii_uppercase().find("CAUTION")?;
            Some((vec![Change::new(at..at + 7, "WARNING")], Some(Done::Moved)))
        }
        Fault::TableCells { found, head } if found.parse::<usize>().ok() > head.parse::<usize>().ok() => {
            Some((joined(words, span.start, head.parse().ok()?), Some(Done::Moved)))
        }
        Fault::TableCells { found, head } => {
            let (found, head): (usize, usize) = (found.parse().ok()?, head.parse().ok()?);
            let row = words.trim_end();
            let closed = row.ends_with('|') && !row.ends_with("\\|");
            let cells = if closed { String::new() } else { " |".to_owned() } + &" |".repeat(head.checked_sub(found)?);
            Some((vec![Change::put(span.start + row.len(), cells)], None))
        }
        Fault::HeadingSkipped { from, to } => {
            let (from, to): (usize, usize) = (from.parse().ok()?, to.parse().ok()?);
            words
                .starts_with(&"#".repeat(to))
                .then(|| (vec![Change::new(span.start..span.start + to, "#".repeat(from + 1))], Some(Done::Moved)))
        }
        Fault::RawHtml { .. } | Fault::CommentOpen {} if words.starts_with('<') => escape(span.start),
        Fault::UnknownSlot { .. } | Fault::SlotOpen { .. } | Fault::SlotNotHere { .. } | Fault::SlotsMany { .. }
            if words.starts_with("{{") =>
        {
            escape(span.start)
        }
        Fault::LinkUnread { .. }
        | Fault::ReferenceUndefined { .. }
        | Fault::FootnoteUndefined { .. }
        | Fault::FootnoteTwice { .. }
        | Fault::UnknownAlert { .. }
        | Fault::AlertWithWords { .. }
        | Fault::HeadingUnread {}
        | Fault::TableUnread {}
        | Fault::LinkEmpty {}
        | Fault::LinkNowhere { .. }
        | Fault::LinkNoId { .. }
        | Fault::LinkNoPage { .. }
        | Fault::LinkScheme { .. }
        | Fault::LinkOutside { .. }
        | Fault::PictureNowhere { .. }
        | Fault::PictureElsewhere { .. }
        | Fault::PictureWithoutAlt {}
        | Fault::NotAPicture { .. }
        | Fault::NotInMedia { .. }
        | Fault::FilmNotAlone { .. }
        | Fault::FilmsMany { .. } => escape(span.start),
        _ => None,
    }
}

/// The strokes of a row after which its last cell goes on, escaped.
fn joined(row: &str, start: usize, cells: usize) -> Vec<Change> {
    let words = row.trim_end();
    let escaped = |at: usize| words[..at].ends_with('\\');
    let strokes = words.match_indices('|').map(|(at, _)| at).filter(|at| !escaped(*at));
    let between = strokes.filter(|at| *at > words.len() - words.trim_start().len() && at + 1 < words.len());
    between.skip(cells.saturating_sub(1)).map(|at| Change::put(start + at, "\\")).collect()
}

/// A heading of plain words, with the id that it has.
fn heading(text: &str, block: &Range<usize>) -> Change {
    let line = text[block.clone()].trim();
    let level = line.chars().take_while(|c| *c == '#').count().clamp(1, 6);
    let words = line.trim_start_matches('#').trim();
    let (words, id) = match words.rsplit_once(" {#") {
        Some((words, id)) if id.strip_suffix('}').is_some_and(|id| crate::names::id(id).is_ok()) => {
            (words, format!(" {{#{id}"))
        }
        _ => (words, String::new()),
    };
    let words: String = words
        .chars()
        .filter(|c| c.is_alphanumeric() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '?'))
        .collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = if words.chars().any(char::is_alphanumeric) { escaped(&words) } else { "…".to_owned() };
    Change::new(block.clone(), format!("{} {words}{id}\n", "#".repeat(level)))
}

/// A block of code with these lines.
fn code(block: &str) -> String {
    let longest = block.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    let kept = block.trim_end_matches('\n').split('\n').filter(|line| depth::too_deep(line).is_none());
    let lines: Vec<String> =
        kept.map(|line| line.chars().filter(|c| !c.is_control() || *c == '\t').collect()).collect();
    format!("\n{fence}text\n{}\n{fence}\n\n", lines.join("\n"))
}

/// A page that is a block of code as a whole, below its title.
fn as_code(path: &str, page: &Woven) -> Woven {
    let (mut plain, origin) = (Woven::default(), page.origin(0));
    plain.add(&format!("# {}\n\n", stem(path)), origin);
    if is_module(path) {
        plain.add(&format!("## {} {{#page-{}}}\n\n", stem(path), stem(path)), origin);
    }
    plain.add(&code(&page.text), origin);
    plain
}

/// A page with nothing but a title.
fn emptied(path: &str) -> Woven {
    let mut plain = Woven::default();
    plain.add(&format!("# {}\n", stem(path)), None);
    plain
}

fn is_module(path: &str) -> bool {
    stem(path).starts_with(|c: char| c.is_ascii_digit())
}

fn stem(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.strip_suffix(".md")).unwrap_or(path)
}
