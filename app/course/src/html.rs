//! HTML that is safe by construction: only this crate can make an [`Html`], and it makes it from elements it writes itself
//! and from text it escapes.

use std::fmt;

/// A piece of HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    /// Of what the writer has written.
    pub(crate) fn of(written: String) -> Self {
        Self(written)
    }

    /// Of text, with everything escaped.
    #[must_use]
    pub fn escaped(text: &str) -> Self {
        let mut written = String::new();
        escape(text, &mut written);
        Self(written)
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its text alone, for where HTML cannot stand, such as a menu: without elements, entities resolved.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut inside = false;
        let outside = |c: &char| {
            let was_inside = inside;
            inside = *c == '<' || (inside && *c != '>');
            !was_inside && !inside
        };
        let text: String = self.0.chars().filter(outside).collect();
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its size in bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.0.len() as u64
    }
}

impl fmt::Display for Html {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Writes text so that it is text in an element.
pub(crate) fn escape(text: &str, out: &mut String) {
    text.chars().for_each(|c| escape_one(c, out));
}

/// Writes text so that it is text in an attribute between double quotes.
pub(crate) fn escape_attribute(text: &str, out: &mut String) {
    text.chars().for_each(|c| if c == '"' { out.push_str("&quot;") } else { escape_one(c, out) });
}

/// Control characters, which HTML does not allow, become the replacement character.
fn escape_one(c: char, out: &mut String) {
    match c {
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '&' => out.push_str("&amp;"),
        '\n' | '\t' => out.push(c),
        c if c.is_control() => out.push('\u{fffd}'),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_html_has_no_elements_and_no_entities() {
        for (html, text) in
            [("Contact", "Contact"), ("<em>a</em> &lt;b&gt; &amp;lt;", "a <b> &lt;"), ("<code>x</code>", "x"), ("", "")]
        {
            assert_eq!(Html::of(html.to_owned()).to_text(), text);
        }
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
