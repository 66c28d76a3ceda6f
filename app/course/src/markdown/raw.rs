//! Raw HTML in Markdown: comments are dropped, everything else is a mistake. None of it is ever written to a page.

use std::collections::HashMap;
use std::ops::Range;

use crate::diagnostic::{Fault, Faults};

/// The elements that were opened and told, so that closing them is not told again.
#[derive(Default)]
pub(super) struct Raw {
    told: HashMap<String, usize>,
    /// Where comments stand.
    pub(super) comments: Vec<Range<usize>>,
}

/// A block of raw HTML that is being read line by line.
#[derive(Default)]
pub(super) struct RawBlock {
    comment: Option<Range<usize>>,
    faulty: bool,
}

impl Raw {
    /// A tag or a comment in a line of text.
    pub(super) fn inline(&mut self, html: &str, span: Range<usize>, faults: &mut Faults) {
        if !html.starts_with("<!--") {
            self.tell(html, span, faults);
        } else {
            self.comments.push(span);
        }
    }

    /// The next line of a block.
    pub(super) fn line(&mut self, block: &mut RawBlock, line: &str, start: usize, faults: &mut Faults) {
        let mut rest = line;
        while !block.faulty {
            let at = start + (line.len() - rest.len());
            if let Some(begin) = &block.comment {
                let Some(end) = rest.find("-->") else { return };
                self.comments.push(begin.start..at + end + 3);
                block.comment = None;
                rest = &rest[end + 3..];
            } else if rest.trim().is_empty() {
                return;
            } else if rest.trim_start().starts_with("<!--") {
                let begin = rest.find("<!--").unwrap_or(0);
                block.comment = Some(at + begin..at + begin + 4);
                // `<!-->` and `<!--->` are whole comments: the dashes that open them may close them.
                rest = &rest[begin + 2..];
            } else {
                self.rest(block, rest, at, faults);
            }
        }
    }

    /// The end of a block.
    pub(super) fn end(&mut self, block: RawBlock, faults: &mut Faults) {
        if let Some(span) = block.comment {
            faults.at(span, Fault::CommentOpen {});
        }
    }

    fn rest(&mut self, block: &mut RawBlock, rest: &str, at: usize, faults: &mut Faults) {
        let words = rest.trim();
        let start = at + (rest.len() - rest.trim_start().len());
        block.faulty = true;
        if words.starts_with('<') {
            let tag = words.find('>').map_or(words, |end| &words[..=end]);
            self.tell(tag, start..start + tag.len(), faults);
        } else {
            faults.at(start..start + words.len(), Fault::WordsAfterComment {});
        }
    }

    fn tell(&mut self, html: &str, span: Range<usize>, faults: &mut Faults) {
        let name = |text: &str| text.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        if let Some(closing) = html.strip_prefix("</") {
            let opened = self.told.get_mut(&name(closing)).filter(|count| **count > 0);
            if let Some(count) = opened {
                *count -= 1;
                return;
            }
        } else {
            *self.told.entry(name(&html[1..])).or_default() += 1;
        }
        let html = html.split(['\n', '\r']).next().unwrap_or_default().chars().take(60).collect();
        faults.at(span, Fault::RawHtml { html });
    }
}
