//! What other programs read from the beginning of a page: the settings between two lines of dashes (YAML) or plus signs (TOML). Of
//! them the title and the page's place among others are taken over.

/// What the settings of a page say.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Front {
    pub(super) title: Option<String>,
    /// The place among the pages of its folder.
    pub(super) place: Option<i64>,
    /// The keys of all that is not taken over.
    pub(super) others: Vec<String>,
    /// How many bytes of the text they are.
    pub(super) length: usize,
}

/// The keys of a page's title, and those of its place, in Hugo, Jekyll, Docusaurus and others.
const TITLES: [&str; 2] = ["title", "sidebar_label"];
const PLACES: [&str; 5] = ["weight", "nav_order", "sidebar_position", "order", "position"];

impl Front {
    /// Reads the settings at the beginning of a text, if there are some.
    pub(super) fn read(text: &str) -> Self {
        Self::within(text).unwrap_or_default()
    }

    fn within(text: &str) -> Option<Self> {
        let mark = ["---", "+++"].into_iter().find(|mark| text.starts_with(mark))?;
        let mut lines = text.split_inclusive('\n');
        let first = lines.next().filter(|line| line.trim_end() == mark)?;
        let mut front = Self { length: first.len(), ..Self::default() };
        for line in lines {
            front.length += line.len();
            let bare = line.trim_end();
            if bare == mark || (mark == "---" && bare == "...") {
                return Some(front)
                    .filter(|front| front.title.is_some() || front.place.is_some() || !front.others.is_empty());
            }
            if !front.take(bare) {
                return None;
            }
        }
        None
    }

    /// A line of the settings. False if it is none.
    fn take(&mut self, line: &str) -> bool {
        if line.trim().is_empty() || line.starts_with([' ', '\t', '-', '#', '[', ']', '}']) {
            return true;
        }
        let Some((key, value)) = line.split_once([':', '=']) else { return false };
        let key = key.trim().trim_matches('"');
        if key.contains(char::is_whitespace) {
            return false;
        }
        let value = unquoted(value.trim());
        match key {
            _ if TITLES.contains(&key) && self.title.is_none() && !value.is_empty() => self.title = Some(value),
            _ if PLACES.contains(&key) && value.parse::<i64>().is_ok() => self.place = value.parse().ok(),
            _ => self.others.push(key.to_owned()),
        }
        true
    }
}

fn unquoted(value: &str) -> String {
    let inside = |quote: char| value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    match (inside('"'), inside('\'')) {
        (Some(inside), _) => inside.replace("\\\"", "\"").replace("\\\\", "\\"),
        (_, Some(inside)) => inside.replace("''", "'"),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_and_place_are_read_and_the_rest_is_named() {
        for (text, title, place, others) in [
            (
                "---\ntitle: \"A \\\"b\\\"\"\nweight: 3\nlayout: page\ntags:\n  - a\n---\nx",
                Some("A \"b\""),
                Some(3),
                &["layout", "tags"][..],
            ),
            ("+++\ntitle = 'It''s'\ndraft = true\n+++\n", Some("It's"), None, &["draft"]),
            ("---\r\ntitle: سلامة\r\n---\r\n", Some("سلامة"), None, &[]),
        ] {
            let front = Front::read(text);
            assert_eq!((front.title.as_deref(), front.place), (title, place), "{text}");
            assert_eq!(front.others, others, "{text}");
            assert!(text[front.length..].len() <= 1, "{text}");
        }
    }

    #[test]
    fn a_line_across_the_page_begins_no_settings() {
        for text in ["---\n\nWords and more.\n\n---\n", "---\ntitle: x\n", "----\na: b\n---\n", "---\n---\n", "x"] {
            assert_eq!(Front::read(text), Front::default(), "{text}");
        }
    }
}
