//! HTML that is safe by construction: only this crate can make an [`Html`], and it makes it from elements it writes itself
//! and from text it escapes. It may have slots for what differs from country to country, so there is one way to read it:
//! [`Html::fill`], which asks for what fills them. Nothing can be drawn with a slot left open.

use crate::fillings::Fillings;
use crate::slot::{Hole, Slot};

/// A piece of HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html {
    text: String,
    /// The slots, each with the byte before which it stands, in order. Most HTML has none.
    holes: Vec<(usize, Hole)>,
}

impl Html {
    /// Of what the writer has written.
    pub(crate) fn of(mut written: String) -> Self {
        let signs = written.match_indices(|c| Hole::of_sign(c).is_some());
        // Each sign is one byte, and those before it will be gone.
        let place =
            |(gone, (at, sign)): (usize, (usize, &str))| Some((at - gone, Hole::of_sign(sign.chars().next()?)?));
        let holes: Vec<_> = signs.enumerate().filter_map(place).collect();
        if !holes.is_empty() {
            written.retain(|c| Hole::of_sign(c).is_none());
        }
        Self { text: written, holes }
    }

    /// Of text, with everything escaped.
    #[must_use]
    pub fn escaped(text: &str) -> Self {
        let mut written = String::new();
        escape(text, &mut written);
        Self { text: written, holes: Vec::new() }
    }

    /// A slot by itself.
    #[must_use]
    pub fn slot(slot: Slot) -> Self {
        Self { text: String::new(), holes: vec![(0, Hole { slot, plain: false })] }
    }

    /// The HTML, with its slots filled.
    #[must_use]
    pub fn fill(&self, fillings: &Fillings) -> String {
        let mut filled = String::with_capacity(self.text.len());
        let mut from = 0;
        for (at, hole) in &self.holes {
            filled.push_str(&self.text[from..*at]);
            filled.push_str(fillings.of(*hole));
            from = *at;
        }
        filled.push_str(&self.text[from..]);
        filled
    }

    /// Its text alone, for where HTML cannot stand, such as a menu: without elements, entities resolved.
    #[must_use]
    pub fn fill_as_text(&self, fillings: &Fillings) -> String {
        let mut inside = false;
        let outside = |c: &char| {
            let was_inside = inside;
            inside = *c == '<' || (inside && *c != '>');
            !was_inside && !inside
        };
        let text: String = self.fill(fillings).chars().filter(outside).collect();
        resolved(&text)
    }

    /// The author's words alone, a line for each element that is a block of its own.
    pub(crate) fn fill_as_lines(&self, fillings: &Fillings) -> String {
        let filled = self.fill(fillings);
        let mut text = String::with_capacity(filled.len());
        let mut passed_over = None;
        for (at, part) in filled.split('<').enumerate() {
            let (element, words) = if at == 0 { ("", part) } else { part.split_once('>').unwrap_or((part, "")) };
            if at > 0 && !is_inline(element) {
                text.push('\n');
            }
            match passed_over {
                Some(name) if element.strip_prefix('/') != Some(name) => continue,
                None if is_havens_own(element) => passed_over = Some(name_of(element)),
                _ => {
                    passed_over = None;
                    text.push_str(words);
                }
            }
        }
        resolved(&text)
    }

    /// Whether something of the reader's country stands in it.
    #[must_use]
    pub fn has_slots(&self) -> bool {
        !self.holes.is_empty()
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.holes.is_empty()
    }

    /// Its size in bytes, without what fills its slots.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.text.len() as u64
    }

    /// What stands before, between and after the places of a sign of one byte.
    pub(crate) fn split(&self, sign: char) -> Vec<Self> {
        let mut start = 0;
        let part = |text: &str| {
            let end = start + text.len();
            let [from, to] = [start, end + 1].map(|end| self.holes.partition_point(|(at, _)| *at < end));
            let inside = &self.holes[from..to];
            let part =
                Self { text: text.to_owned(), holes: inside.iter().map(|(at, hole)| (at - start, *hole)).collect() };
            start = end + sign.len_utf8();
            part
        };
        self.text.split(sign).map(part).collect()
    }
}

/// Text with its entities as the characters they stand for.
fn resolved(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Whether what stands in an element are words of Haven, none of which has another of its name inside: the number of a footnote, the
/// way back from it, what a film costs, the words of the glossary at the end.
fn is_havens_own(element: &str) -> bool {
    ["sup class=\"footnote-ref\"", "p class=\"cost\"", "details class=\"terms\""].contains(&element)
        || element.contains(" role=\"doc-backlink\"")
}

/// Whether an element stands within a line.
fn is_inline(element: &str) -> bool {
    let name = name_of(element.trim_start_matches('/'));
    ["a", "abbr", "bdi", "code", "del", "em", "mark", "s", "span", "strong", "sub", "sup"].contains(&name)
}

fn name_of(element: &str) -> &str {
    element.split([' ', '/']).next().unwrap_or_default()
}

/// Writes text so that it is text in an element.
pub(crate) fn escape(text: &str, out: &mut String) {
    escape_all(text, |c| matches!(c, '<' | '>' | '&') || is_refused(c), out);
}

/// Writes text so that it is text in an attribute between double quotes.
pub(crate) fn escape_attribute(text: &str, out: &mut String) {
    escape_all(text, |c| matches!(c, '<' | '>' | '&' | '"') || is_refused(c), out);
}

/// What lies between signs that are escaped is copied as it is: nearly all of a text.
fn escape_all(text: &str, escaped: impl Fn(char) -> bool, out: &mut String) {
    let mut from = 0;
    for (at, sign) in text.match_indices(escaped) {
        out.push_str(&text[from..at]);
        out.push_str(match sign {
            "<" => "&lt;",
            ">" => "&gt;",
            "&" => "&amp;",
            "\"" => "&quot;",
            _ => "\u{fffd}",
        });
        from = at + sign.len();
    }
    out.push_str(&text[from..]);
}

/// Control characters, which HTML does not allow, become the replacement character.
fn is_refused(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slot::Slot;

    #[test]
    fn the_text_of_html_has_no_elements_and_no_entities() {
        for (html, text) in
            [("Contact", "Contact"), ("<em>a</em> &lt;b&gt; &amp;lt;", "a <b> &lt;"), ("<code>x</code>", "x"), ("", "")]
        {
            assert_eq!(Html::of(html.to_owned()).fill_as_text(&Fillings::default()), text);
        }
    }

    #[test]
    fn slots_stand_where_their_signs_stood_in_the_whole_and_in_its_parts() {
        let [linked, plain] = [false, true].map(|plain| Hole { slot: Slot::Helpline, plain }.sign());
        let html = Html::of(format!("{linked}é{plain}\u{0}{linked}b{plain}{plain}"));
        let fillings = Fillings::of_signs();
        assert_eq!(html.fill(&fillings), "<helpline>é(helpline)\u{0}<helpline>b(helpline)(helpline)");
        let parts: Vec<String> = html.split('\u{0}').iter().map(|part| part.fill(&fillings)).collect();
        assert_eq!(parts, ["<helpline>é(helpline)", "<helpline>b(helpline)(helpline)"]);
        assert!(html.has_slots() && !html.is_empty() && !Html::escaped("{{helpline}}").has_slots());
    }

    #[test]
    fn text_stays_text() {
        let (mut inside, mut attribute) = (String::new(), String::new());
        escape("<a href=\"x\">&\u{0}\u{8}\n", &mut inside);
        escape_attribute("<\"&'>", &mut attribute);
        assert_eq!(inside, "&lt;a href=\"x\"&gt;&amp;\u{fffd}\u{fffd}\n");
        assert_eq!(attribute, "&lt;&quot;&amp;'&gt;");
    }
}
