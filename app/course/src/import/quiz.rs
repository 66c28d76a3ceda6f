//! Lists with boxes that are surely questions: below words that ask, with one box ticked and one not, and nothing after them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::plan::{Part, Role};
use super::read::Page;
use super::scan::{Item, Kind, Top};
use super::words::asks;

/// A longer paragraph is no heading.
const LONGEST: usize = 200;

/// Where the heading of a question comes from.
#[derive(Debug)]
pub(super) enum Asked {
    /// It is there already, by its number.
    Head(usize),
    /// It is this paragraph.
    Paragraph(Range<usize>),
    /// It is the lesson's title, again, before this place.
    Title(usize, String),
}

#[derive(Debug)]
pub(super) struct Quiz {
    pub(super) asked: Asked,
    pub(super) words: String,
    pub(super) level: u8,
    pub(super) class: &'static str,
}

/// The questions in a part, and the places of the lists that are surely none, with the reason.
pub(super) fn find(
    page: &Page,
    part: &Part,
    levels: &BTreeMap<usize, u8>,
    own_lesson: bool,
) -> (Vec<Quiz>, Vec<(usize, &'static str)>) {
    let within = |top: &&Top| part.span.start <= top.span.start && top.span.end <= part.span.end;
    let is_title = |top: &&Top| matches!(&top.kind, Kind::Heading(head) if Some(*head) == part.head);
    let tops: Vec<&Top> = page.facts.tops.iter().filter(within).filter(|top| !is_title(top)).collect();
    let finder = Finder { page, part, levels, own_lesson, tops };
    let (mut found, mut others) = (Vec::new(), Vec::new());
    let mut above = Above { heading: None, in_lesson: own_lesson };
    for (at, top) in finder.tops.iter().enumerate() {
        match &top.kind {
            Kind::Heading(head) => {
                above.heading = Some((at, *head));
                above.in_lesson |= levels.get(head) == Some(&2);
            }
            Kind::List(items) if items.iter().any(|item| item.ticked.is_some()) => {
                match finder.question(at, items, &above) {
                    Ok(quiz) => found.push(quiz),
                    Err(why) => others.push((top.span.start, why)),
                }
            }
            _ => {}
        }
    }
    (found, others)
}

/// What stands above a list.
struct Above {
    /// The last heading: its place among the blocks, and its number.
    heading: Option<(usize, usize)>,
    /// A lesson has begun.
    in_lesson: bool,
}

struct Finder<'f> {
    page: &'f Page,
    part: &'f Part,
    levels: &'f BTreeMap<usize, u8>,
    /// The part is a lesson from its beginning.
    own_lesson: bool,
    tops: Vec<&'f Top>,
}

impl Finder<'_> {
    fn question(&self, at: usize, items: &[Item], above: &Above) -> Result<Quiz, &'static str> {
        let class = class(items).ok_or("form")?;
        let level = match above.heading {
            Some((_, head)) => self.levels.get(&head).copied().unwrap_or(2),
            None if self.own_lesson => 2,
            None => return Err("place"),
        };
        if self.part.role == Role::Course || level < 2 || !above.in_lesson {
            return Err("place");
        }
        let (asked, words, level) = self.asked(at, above.heading, level).ok_or("no-question")?;
        if level > 6 {
            return Err("form");
        }
        if !self.ends(at, level) {
            return Err("after");
        }
        Ok(Quiz { asked, words, level, class })
    }

    /// What asks: the paragraph right above, or the heading.
    fn asked(&self, at: usize, above: Option<(usize, usize)>, level: u8) -> Option<(Asked, String, u8)> {
        let before = at.checked_sub(1).map(|before| self.tops[before]);
        if let Some(Top { span, kind: Kind::Paragraph(words) }) = before
            && asks(words)
            && self.is_heading(span)
        {
            return Some((Asked::Paragraph(span.clone()), words.clone(), level + 1));
        }
        let from = above.map_or(0, |(at, _)| at + 1);
        if self.tops[from..at].iter().any(|top| matches!(top.kind, Kind::List(_))) {
            return None;
        }
        match above {
            Some((_, head)) => {
                let words = self.page.facts.headings[head].plain.clone();
                if !asks(&words) {
                    return None;
                }
                let first = self.tops[from].span.start;
                Some(if level == 2 {
                    (Asked::Title(first, words.clone()), words, 3)
                } else {
                    (Asked::Head(head), words, level)
                })
            }
            None => {
                let words = self.part.title.clone();
                asks(&words).then(|| (Asked::Title(self.tops[from].span.start, words.clone()), words, 3))
            }
        }
    }

    /// Whether a paragraph can be a heading as it is.
    fn is_heading(&self, span: &Range<usize>) -> bool {
        let words = self.page.page.text[span.clone()].trim();
        words.chars().count() <= LONGEST
            && !words.contains(['{', '}', '\\', '|'])
            && !words.contains("  \n")
            && !words.ends_with('#')
    }

    /// Whether nothing follows that would belong to the question.
    fn ends(&self, at: usize, level: u8) -> bool {
        let after = (at + 1..self.tops.len()).find(|at| !matches!(self.tops[*at].kind, Kind::Note(_)));
        match after.map(|at| (at, &self.tops[at].kind)) {
            None => true,
            Some((_, Kind::Heading(head))) => self.levels.get(head).is_some_and(|next| *next <= level),
            Some((at, Kind::Paragraph(words))) => {
                let list = self.tops.get(at + 1).map(|top| &top.kind);
                asks(words) && matches!(list, Some(Kind::List(items)) if class(items).is_some())
            }
            _ => false,
        }
    }
}

/// The class of a question with these options. None if they could be something else.
fn class(items: &[Item]) -> Option<&'static str> {
    let plain: Vec<&str> = items.iter().map(|item| item.plain.trim()).collect();
    let different = plain.iter().collect::<BTreeSet<_>>().len() == plain.len();
    let right = items.iter().filter(|item| item.ticked == Some(true)).count();
    let sure = different
        && right > 0
        && right < items.len()
        && items.iter().all(|item| item.ticked.is_some() && !item.more)
        && plain.iter().all(|words| !words.is_empty());
    sure.then_some(if right == 1 { "choice" } else { "choices" })
}
