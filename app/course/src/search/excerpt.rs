//! What of a place is shown with it: the line that holds most of the words that were looked for, with these marked.

use std::ops::Range;

use super::Hit;
use super::index::is_kin;
use super::terms::{terms, wanted};
use crate::fillings::Fillings;
use crate::html::Html;

/// How much of a text is shown, in characters: about two lines on a telephone held upright, four in all.
const EXCERPT_CHARACTERS: usize = 180;
/// How much of it stands before the first word that was found.
const BEFORE: usize = 60;

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// It is what was looked for.
    pub found: bool,
}

/// Text in pieces.
pub type Excerpt = Vec<Piece>;

impl Hit<'_> {
    /// The title, with what was typed marked in it.
    #[must_use]
    pub fn title(&self, typed: &str) -> Excerpt {
        marked(self.lesson.map_or(&self.module.title, |lesson| &lesson.title), typed)
    }

    /// What of the text is shown to someone who typed this.
    #[must_use]
    pub fn excerpt(&self, typed: &str, fillings: &Fillings) -> Excerpt {
        match self.lesson {
            Some(lesson) => excerpt(lesson.shown(), typed, fillings),
            None => excerpt(std::iter::once(&self.module.opening), typed, fillings),
        }
    }
}

fn marked(text: &str, typed: &str) -> Excerpt {
    pieces(text, 0..text.len(), &found(text, &wanted(typed)).1)
}

fn excerpt<'h>(shown: impl Iterator<Item = &'h Html>, typed: &str, fillings: &Fillings) -> Excerpt {
    let wanted = wanted(typed);
    let mut best: Option<(usize, String, Vec<Range<usize>>)> = None;
    for html in shown {
        let text = html.fill_as_lines(fillings);
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let (words, spans) = found(line, &wanted);
            if best.as_ref().is_none_or(|(most, ..)| words > *most) {
                best = Some((words, line.to_owned(), spans));
            }
        }
    }
    best.map(|(_, line, spans)| pieces(&line, part(&line, &spans), &spans)).unwrap_or_default()
}

/// How many of the wanted words stand in a line, and where.
fn found(line: &str, wanted: &[String]) -> (usize, Vec<Range<usize>>) {
    let mut there = vec![false; wanted.len()];
    let mut spans: Vec<Range<usize>> = Vec::new();
    for term in terms(line) {
        let Some(which) = wanted.iter().position(|wanted| is_kin(wanted, &term.text)) else { continue };
        there[which] = true;
        match spans.last_mut() {
            // The terms of Chinese overlap.
            Some(last) if last.end >= term.span.start => last.end = last.end.max(term.span.end),
            _ => spans.push(term.span),
        }
    }
    (there.iter().filter(|there| **there).count(), spans)
}

/// The part of a line that is shown: it begins and ends between words.
fn part(line: &str, spans: &[Range<usize>]) -> Range<usize> {
    let back = |from: usize, characters: usize| {
        line[..from].char_indices().rev().nth(characters.saturating_sub(1)).map_or(0, |(at, _)| at)
    };
    let first = spans.first().map_or(0, |span| span.start);
    let mut from = back(first, BEFORE);
    if from > 0 {
        from += line[from..first].find(' ').map_or(0, |blank| blank + 1);
    }
    let end = line[from..].char_indices().nth(EXCERPT_CHARACTERS).map_or(line.len(), |(at, _)| from + at);
    let blank = if end == line.len() { None } else { line[from..end].rfind(' ') };
    from..blank.map_or(end, |blank| from + blank)
}

/// The part of a line, in pieces; with dots where it goes on.
fn pieces(line: &str, part: Range<usize>, spans: &[Range<usize>]) -> Excerpt {
    let mut pieces = Vec::new();
    let mut push = |text: &str, found| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), found });
        }
    };
    push(if part.start > 0 { "… " } else { "" }, false);
    let mut at = part.start;
    for span in spans.iter().filter(|span| span.start >= part.start && span.end <= part.end) {
        push(&line[at..span.start], false);
        push(&line[span.clone()], true);
        at = span.end;
    }
    push(&line[at..part.end], false);
    push(if part.end < line.len() { " …" } else { "" }, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(pieces: &[Piece]) -> String {
        pieces.iter().map(|one| if one.found { format!("[{}]", one.text) } else { one.text.clone() }).collect()
    }

    #[test]
    fn what_was_looked_for_is_marked_as_it_is_written() {
        for (text, typed, expected) in [
            ("Call the Helpline, 116.", "helplines 116", "Call the [Helpline], [116]."),
            ("عن سلامة الأطفال", "اطفال", "عن سلامة [الأطفال]"),
            ("保护儿童安全。", "儿童安全", "保护[儿童安全]。"),
            ("Élève <b>", "eleve", "[Élève] <b>"),
            ("Nothing", "", "Nothing"),
        ] {
            assert_eq!(drawn(&marked(text, typed)), expected);
        }
    }

    #[test]
    fn a_long_line_is_cut_between_words_around_the_first_that_was_found() {
        let line = format!("{}grooming{}", "before it ".repeat(30), " and after".repeat(30));
        let html = Html::escaped(&line);
        let shown = drawn(&excerpt([&html].into_iter(), "grooming", &Fillings::default()));
        assert!(shown.starts_with("… ") && shown.ends_with(" …") && shown.contains(" [grooming] "), "{shown}");
        assert!(shown.chars().count() <= EXCERPT_CHARACTERS + 6, "{shown}");
        assert!(!shown.contains("… efore") && shown.trim_end_matches(" …").ends_with(['d', 'r', 't']), "{shown}");
    }

    #[test]
    fn the_line_with_most_of_the_words_is_shown() {
        let html = Html::of("<p>A helpline.</p><ul><li>A child calls a helpline.</li></ul>".to_owned());
        let shown = excerpt([&html].into_iter(), "child helpline", &Fillings::default());
        assert_eq!(drawn(&shown), "A [child] calls a [helpline].");
    }
}
