//! A line of a course's source with marks under the words at fault, as one shows it in letters of one width. What a file holds is
//! its author's: nothing in it moves the cursor, turns the writing around, or looks like a line of ours.

use course::Diagnostic;
use unicode_width::UnicodeWidthChar;

const TAB: &str = "    ";

/// A line, and what stands under it.
pub(crate) struct Shown {
    pub(crate) line: String,
    pub(crate) marks: String,
}

/// The line at fault. None where it is the file as a whole, or the line is too long to be read.
pub(crate) fn shown(one: &Diagnostic) -> Option<Shown> {
    let source = one.source_line.as_deref()?;
    let at = |column: usize| source.char_indices().nth(column).map_or(source.len(), |(at, _)| at);
    let (from, to) = (at(one.column - 1), at(one.column - 1 + one.width));
    let (before, words) = (visible(&source[..from]), visible(&source[from..to]));
    // Where writing runs from right to left, the reader's program puts the words elsewhere: they are repeated instead.
    let marks = if source.contains(runs_left) {
        format!("^ {words}")
    } else {
        format!("{}{}", " ".repeat(width(&before)), "^".repeat(width(&words).max(1)))
    };
    Some(Shown { line: visible(source), marks: marks.trim_end().to_owned() })
}

/// A text without what a terminal would obey; a tab is four blanks.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => shown.push_str(TAB),
            c if c.is_control() || turns(c) => shown.push('\u{fffd}'),
            c => shown.push(c),
        }
    }
    shown
}

/// Signs that turn the direction of all that follows them.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// How many columns a terminal takes for it: two for a Chinese sign, none for a mark on a letter.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

/// Letters of scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and those encoded after them.
fn runs_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use course::{CourseSlug, Memory};

    use super::*;

    /// How a page's third line is shown, at the fault of this code.
    fn third_line(line: &str, code: &str) -> (String, String) {
        let settings = "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\"]\n";
        let files = [("course.toml", settings), ("en/course.md", &format!("# C\n\n{line}\n"))];
        let source = files.into_iter().collect::<Memory>();
        let loaded = course::load(CourseSlug::parse("c").expect("a slug"), &source, &crate::library::labels);
        let one = loaded.diagnostics.iter().find(|one| one.fault.code() == code).expect("it is found");
        let shown = shown(one).expect("it is shown");
        (shown.line, shown.marks)
    }

    #[test]
    fn the_marks_stand_under_the_words_whatever_stands_before_them() {
        for (line, code, shown, marks) in [
            ("One <b> two", "raw-html", "One <b> two", "    ^^^"),
            ("风险 <b> two", "raw-html", "风险 <b> two", "     ^^^"),
            ("cafe\u{301} <b>", "raw-html", "cafe\u{301} <b>", "     ^^^"),
            ("é\t<b> two", "raw-html", "é    <b> two", "     ^^^"),
            ("[a](风险.md)", "link-nowhere", "[a](风险.md)", "    ^^^^^^^"),
        ] {
            assert_eq!(third_line(line, code), (shown.to_owned(), marks.to_owned()));
        }
    }

    #[test]
    fn words_that_run_from_right_to_left_are_repeated() {
        let (line, marks) = third_line("مخاطر <b> الطفل", "raw-html");
        assert_eq!((line.as_str(), marks.as_str()), ("مخاطر <b> الطفل", "^ <b>"));
    }

    #[test]
    fn nothing_in_a_line_is_obeyed_by_a_terminal() {
        let (line, marks) = third_line("a\u{1b}[2J\u{202e}\u{7} <b>", "raw-html");
        assert_eq!(line, "a\u{fffd}[2J\u{fffd}\u{fffd} <b>");
        assert_eq!(marks, "        ^^^");
    }
}
