//! Words and addresses as Markdown: so that they are read as what they are.

/// Words in which nothing is a sign.
pub(super) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut before = ' ';
    let mut letters = words.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let sign = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' | '{' | '~' | '|' => true,
            // Within a word it is none.
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next.is_ascii_alphabetic() || next == '#',
            '!' => next == '[',
            '#' => next == ' ',
            _ => false,
        };
        if sign {
            text.push('\\');
        }
        text.push(letter);
        before = letter;
    }
    text
}

/// An address between the parentheses of a link.
pub(super) fn address(written: &str) -> String {
    let mut text = String::with_capacity(written.len());
    for letter in written.trim().chars() {
        match letter {
            '<' => text.push_str("%3C"),
            '>' => text.push_str("%3E"),
            '{' => text.push_str("%7B"),
            '}' => text.push_str("%7D"),
            '|' => text.push_str("%7C"),
            '\\' => text.push_str("%5C"),
            letter if letter.is_control() => {}
            letter => text.push(letter),
        }
    }
    if text.is_empty() || text.contains([' ', '(', ')']) { format!("<{text}>") } else { text }
}

/// A name as a title: `01-my_first-page` becomes `My first page`.
pub(super) fn title(name: &str) -> String {
    let words = unnumbered(name).replace(['-', '_'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = words.chars();
    letters.next().map_or_else(|| name.to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// A name without the number that orders it, unless it is nothing else: `01-a`, `1. a`, `2024-05-01-a`.
pub(super) fn unnumbered(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | ' ' | ')'));
    if rest.is_empty() || !name.starts_with(|c: char| c.is_ascii_digit()) { name } else { rest }
}

/// What a heading is called in addresses, as the sites that show Markdown make it.
pub(super) fn anchor(words: &str) -> String {
    let kept = words.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Whether words end as a question does, in any script.
pub(super) fn asks(words: &str) -> bool {
    let end = words
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '"' | '”' | '’' | '»' | ')' | '」'));
    // The Greek sign is the semicolon: it asks after Greek letters only.
    let greek = end
        .strip_suffix([';', '\u{37e}'])
        .is_some_and(|rest| rest.ends_with(|c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')));
    greek || end.ends_with(['?', '？', '؟', '՞', '፧', '⸮', '﹖', '‽'])
}

/// A text so that it sorts by its numbers: `a10` after `a9`.
pub(super) fn natural(text: &str) -> Vec<(u64, String)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let letters = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let digits = rest[letters..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |end| letters + end);
        parts.push((0, rest[..letters].to_lowercase()));
        if digits > letters {
            parts.push((rest[letters..digits].parse().unwrap_or(u64::MAX), String::new()));
        }
        rest = &rest[digits..];
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_titles_and_headings_anchors() {
        for (name, words) in
            [("01-my_first-page", "My first page"), ("2024", "2024"), ("3. Été", "Été"), ("سلامة", "سلامة"), ("", "")]
        {
            assert_eq!(title(name), words);
        }
        for (words, name) in [("What's *new*, here?", "whats-new-here"), ("Was ist „Ä“", "was-ist-ä"), ("A  b", "a--b")]
        {
            assert_eq!(anchor(words), name);
        }
    }

    #[test]
    fn a_question_ends_as_one_in_any_script() {
        for words in ["Why?", "为什么？", "لماذا؟", "Γιατί;", "“Who?”", "**Who?**"] {
            assert!(asks(words), "{words}");
        }
        for words in ["Why.", "Then wait;", "", "? no"] {
            assert!(!asks(words), "{words}");
        }
    }

    #[test]
    fn files_are_ordered_by_their_numbers() {
        let mut names = ["10-b", "9-a", "B", "a", "a2", "a10"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["9-a", "10-b", "a", "a2", "a10", "B"]);
    }
}
