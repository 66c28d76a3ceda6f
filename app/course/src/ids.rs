//! Ids: the headings that must have one and have none, and those that stand twice in a course.

use std::collections::{BTreeMap, BTreeSet};

use crate::attributes::Attributes;
use crate::diagnostic::{Fault, Lines, Report};
use crate::edition::Drafts;
use crate::markdown::tree::{Block, Heading};
use crate::markdown::walk::plain;
use crate::names;
use crate::outline::Role;

/// An id is made of so many words of its heading.
const MOST_WORDS: usize = 5;
/// Latin letters with marks, and what stands for them in an id.
const PLAIN: &[(&str, &str)] = &[
    ("àáâãåāăąạảấầẩẫậắằẳẵặ", "a"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęěẹẻẽếềểễệ", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįıỉị", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľł", "l"),
    ("ñńņňŋ", "n"),
    ("òóôõøōŏőơọỏốồổỗộớờởỡợ", "o"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ţťŧț", "t"),
    ("ùúûũūŭůűųưụủứừửữự", "u"),
    ("ŵ", "w"),
    ("ýÿŷỳỵỷỹ", "y"),
    ("źżž", "z"),
    ("ä", "ae"),
    ("æ", "ae"),
    ("ö", "oe"),
    ("œ", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("þ", "th"),
];

/// Names what is wrong with the ids of a course in one language. `text` gives the text of a page.
pub(crate) fn check<'t>(drafts: &Drafts, text: impl Fn(&str) -> Option<&'t str>, report: &mut Report) {
    twice(drafts, text, report);
    missing(drafts, report);
}

fn twice<'t>(drafts: &Drafts, text: impl Fn(&str) -> Option<&'t str>, report: &mut Report) {
    let mut seen: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    let mut lines: BTreeMap<&str, Lines<'t>> = BTreeMap::new();
    for draft in &drafts.0 {
        for id in draft.headings().filter_map(|heading| heading.attributes.id.as_ref()) {
            let Some(&(file, at)) = seen.get(id.text.as_str()) else {
                seen.insert(&id.text, (&draft.path, id.span.start));
                continue;
            };
            let lines = lines.entry(file).or_insert_with(|| Lines::of(text(file).unwrap_or_default()));
            let (id, span) = (id.text.clone(), id.span.clone());
            let fault = || Fault::IdTwice { id, file: file.to_owned(), line: lines.line(at).to_string() };
            report.file(&draft.path).at_with(span, fault);
        }
    }
}

fn missing(drafts: &Drafts, report: &mut Report) {
    let ids = drafts.0.iter().flat_map(|draft| draft.headings()).filter_map(|heading| heading.attributes.id.as_ref());
    let mut free = Free { taken: ids.map(|id| id.text.clone()).collect(), next: BTreeMap::new() };
    let mut numbers = Numbers::default();
    for draft in &drafts.0 {
        let (Some(page), Some(kind)) = (&draft.page, draft.name.kind()) else { continue };
        let faults = report.file(&draft.path);
        for (block, heading) in page.blocks.iter().filter_map(|block| Some((block, block.heading()?))) {
            let role = Role::of(kind, heading);
            let number = numbers.next(role);
            if needs(heading, role) {
                faults.at_with(words(block, heading), || is_missing(role, free.id(heading, role, number)));
            }
        }
    }
}

fn is_missing(role: Role, nearest: String) -> Fault {
    if role == Role::Lesson { Fault::LessonIdMissing { nearest } } else { Fault::QuestionIdMissing { nearest } }
}

/// A heading without words is to be mended first, and braces that could not be read may have an id in them.
fn needs(heading: &Heading, role: Role) -> bool {
    let asks = matches!(role, Role::Lesson | Role::Question(_) | Role::Asks(_));
    asks && heading.attributes.id.is_none() && !broken(&heading.attributes) && !plain(&heading.content).is_empty()
}

fn broken(attributes: &Attributes) -> bool {
    attributes.span.is_some() && attributes.classes.is_empty() && attributes.values.is_empty()
}

/// The heading's own words.
fn words(block: &Block, heading: &Heading) -> std::ops::Range<usize> {
    let (first, last) = (heading.content.first(), heading.content.last());
    first.zip(last).map_or(block.span.clone(), |(first, last)| first.span.start..last.span.end)
}

/// How many lessons and questions there were so far.
#[derive(Default)]
struct Numbers {
    lessons: usize,
    questions: usize,
}

impl Numbers {
    fn next(&mut self, role: Role) -> usize {
        let count = if role == Role::Lesson { &mut self.lessons } else { &mut self.questions };
        *count += usize::from(matches!(role, Role::Lesson | Role::Question(_) | Role::Asks(_)));
        *count
    }
}

/// The ids that can still be given.
struct Free {
    taken: BTreeSet<String>,
    /// From which number on to look, by the words before it.
    next: BTreeMap<String, usize>,
}

impl Free {
    /// An id that no heading has, made of the heading's words; of its number where they are not written in Latin letters. From now
    /// on it is taken.
    fn id(&mut self, heading: &Heading, role: Role, number: usize) -> String {
        let spelled = spelled(&plain(&heading.content));
        let (numbered, first) = (spelled.is_none(), if spelled.is_some() { 1 } else { number });
        let stem = spelled.unwrap_or_else(|| if role == Role::Lesson { "lesson" } else { "question" }.to_owned());
        let named = |count: usize| if count == 1 && !numbered { stem.clone() } else { format!("{stem}-{count}") };
        let from = self.next.get(&stem).copied().unwrap_or(first);
        let found = (from..).map(|count| (count, named(count))).find(|(_, id)| !self.taken.contains(id));
        let (count, id) = found.unwrap_or_default();
        self.next.insert(stem, count + 1);
        self.taken.insert(id.clone());
        id
    }
}

/// The first words in small plain letters. None if there are letters that have none.
fn spelled(title: &str) -> Option<String> {
    let mut plain = String::new();
    for letter in title.to_lowercase().chars() {
        let known = PLAIN.iter().find(|(letters, _)| letters.contains(letter)).map(|(_, plain)| *plain);
        match known {
            Some(known) => plain.push_str(known),
            // An apostrophe parts no words: "isn't".
            None if matches!(letter, '\'' | '’') => {}
            None if letter.is_alphabetic() && !letter.is_ascii() => return None,
            None => plain.push(letter),
        }
    }
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.take(MOST_WORDS).collect::<Vec<_>>().join("-");
    (names::id(&id).is_ok() && id.len() + 4 <= names::LONGEST).then_some(id)
}
