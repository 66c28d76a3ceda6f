//! Ids: the headings that must have one and have none, and those that stand twice in a course.

mod given;

use std::collections::{BTreeMap, BTreeSet};

use crate::attributes::Attributes;
use crate::diagnostic::{Fault, Lines, Report};
use crate::draft::Draft;
use crate::edition::Drafts;
use crate::markdown::tree::{Block, Heading, Page};
use crate::markdown::walk::plain;
use crate::names;
use crate::outline::{PageKind, Role};
use crate::question::WorkKind;

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
/// `source` are the pages that they are translated from, if they are.
pub(crate) fn check<'t>(
    drafts: &Drafts,
    source: Option<&Drafts>,
    text: impl Fn(&str) -> Option<&'t str>,
    report: &mut Report,
) {
    twice(drafts, text, report);
    missing(drafts, source, report);
}

fn twice<'t>(drafts: &Drafts, text: impl Fn(&str) -> Option<&'t str>, report: &mut Report) {
    let mut seen: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    let mut lines: BTreeMap<&str, Lines<'t>> = BTreeMap::new();
    for draft in &drafts.0 {
        for id in draft.ids() {
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

fn missing(drafts: &Drafts, source: Option<&Drafts>, report: &mut Report) {
    let ids = drafts.0.iter().flat_map(Draft::ids);
    // How many of each kind there were so far.
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut free = Free::but(ids.map(|id| id.text.clone()).collect());
    for draft in &drafts.0 {
        let (Some(page), Some(kind)) = (&draft.page, draft.name.kind()) else { continue };
        let faults = report.file(&draft.path);
        let mut given = source.map(|source| given::given(source.find(&draft.name), page, kind, &free.taken));
        for (block, heading, role, step, stem) in named(page, kind) {
            let number = numbers.entry(stem).and_modify(|number| *number += 1).or_insert(1);
            if needs(heading) {
                let fault = || {
                    let id = given.as_mut().map(|given| given.remove(&block.span.start).unwrap_or_default());
                    is_missing(heading, role, step, id.unwrap_or_else(|| Id::of(free.id(heading, stem, *number))))
                };
                faults.at_with(words(block, heading), fault);
            }
        }
    }
}

/// The id that a heading without one should have.
struct Id {
    /// The id, or `none` where someone has to decide.
    nearest: String,
    /// The ids that the source has and the translation has not, with commas; `none` where there are none, and in the source itself.
    free: String,
}

impl Default for Id {
    fn default() -> Self {
        Self { nearest: NONE.to_owned(), free: NONE.to_owned() }
    }
}

impl Id {
    fn of(nearest: String) -> Self {
        Self { nearest, ..Self::default() }
    }
}

/// What stands in a fault where there is no such thing.
const NONE: &str = "none";

/// The headings that have an id, or should have one: with their role, whether each is a step of a story, and what an id is made of.
fn named(page: &Page, kind: PageKind) -> impl Iterator<Item = (&Block, &Heading, Role, bool, &'static str)> {
    let mut story = None;
    page.blocks.iter().filter_map(move |block| {
        let heading = block.heading()?;
        let role = Role::of(kind, heading);
        let step = is_step(heading, role, &mut story);
        Some((block, heading, role, step, stem(role, step)?))
    })
}

/// What an id is made of where a heading has no Latin letters, with a number; none for a heading that needs no id.
fn stem(role: Role, step: bool) -> Option<&'static str> {
    match role {
        Role::Lesson => Some("lesson"),
        Role::Question(_) | Role::Asks(_) | Role::Work(WorkKind::Open) => Some("question"),
        Role::Work(WorkKind::Task) => Some("task"),
        Role::Scenario => Some("story"),
        _ => step.then_some("step"),
    }
}

/// Whether a heading is a step of the story that it stands in. `story` is the level of the story's heading.
fn is_step(heading: &Heading, role: Role, story: &mut Option<u8>) -> bool {
    *story = story.filter(|story| heading.level > *story);
    let step = story.is_some_and(|story| heading.level == story + 1);
    if role == Role::Scenario {
        *story = Some(heading.level);
    }
    step
}

fn is_missing(heading: &Heading, role: Role, step: bool, Id { nearest, free }: Id) -> Fault {
    match role {
        Role::Lesson => Fault::LessonIdMissing { nearest, free },
        Role::Question(_) | Role::Asks(_) => Fault::QuestionIdMissing { nearest, free },
        _ if step => Fault::StepIdMissing { nearest, free },
        _ => {
            let class = heading.attributes.classes.first().map(|class| class.text.clone()).unwrap_or_default();
            Fault::IdMissing { class, nearest, free }
        }
    }
}

/// A heading without words is to be mended first, and braces that could not be read may have an id in them.
fn needs(heading: &Heading) -> bool {
    heading.attributes.id.is_none() && !broken(&heading.attributes) && !plain(&heading.content).is_empty()
}

fn broken(attributes: &Attributes) -> bool {
    attributes.span.is_some() && attributes.classes.is_empty() && attributes.values.is_empty()
}

/// The heading's own words.
fn words(block: &Block, heading: &Heading) -> std::ops::Range<usize> {
    let (first, last) = (heading.content.first(), heading.content.last());
    first.zip(last).map_or(block.span.clone(), |(first, last)| first.span.start..last.span.end)
}

/// The ids that can still be given.
struct Free {
    taken: BTreeSet<String>,
    /// From which number on to look, by the words before it.
    next: BTreeMap<String, usize>,
}

impl Free {
    /// All but these, and but the word that says that there is none.
    fn but(mut taken: BTreeSet<String>) -> Self {
        taken.insert(NONE.to_owned());
        Self { taken, next: BTreeMap::new() }
    }

    /// An id that no heading has, made of the heading's words; of its number where they are not written in Latin letters. From now
    /// on it is taken.
    fn id(&mut self, heading: &Heading, otherwise: &str, number: usize) -> String {
        let spelled = spelled(&plain(&heading.content));
        let (numbered, first) = (spelled.is_none(), if spelled.is_some() { 1 } else { number });
        let stem = spelled.unwrap_or_else(|| otherwise.to_owned());
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
pub(crate) fn spelled(title: &str) -> Option<String> {
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
