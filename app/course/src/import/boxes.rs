//! Boxes as other programs write them, `:::note` and `> [!info] Title`, as this format has them.

use super::left::{Done, Told, Uncarried};
use super::woven::{Change, Woven};

/// The names of boxes elsewhere, and the box that says the same here.
const NAMES: &[(&str, &[&str])] = &[
    ("NOTE", &["note", "info", "abstract", "summary", "tldr", "todo", "quote", "cite", "example", "seealso"]),
    ("TIP", &["tip", "hint", "success", "check", "done", "question", "faq", "help"]),
    ("IMPORTANT", &["important"]),
    ("WARNING", &["warning", "attention", "caution", "danger", "error", "failure", "fail", "bug", "missing"]),
];
/// Boxes within boxes that are read.
const DEEPEST: usize = 4;

fn named(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(own, _)| *own)
}

/// The page with its boxes as they are here.
pub(super) fn read(page: &Woven, path: &str, told: &mut Told) -> Woven {
    let page = &fenced(page, path, told);
    let mut changes = Vec::new();
    let mut code = Code::default();
    let mut at = 0;
    for line in page.text.split_inclusive('\n') {
        let here = page.origin(at).map(|(_, line)| line);
        if !code.inside(line) {
            changes.extend(callout(line, at));
            if line.starts_with("!!! ") || line.starts_with("??? ") {
                let sign = line.trim_end().chars().take(40).collect();
                told.tell(path, here, Uncarried::OtherBox { sign }, Done::AsText);
            }
            if line.trim_start_matches(['>', ' ']).trim_end() == "[!CAUTION]" && line.starts_with('>') {
                told.tell(path, here, Uncarried::Caution {}, Done::Kept);
            }
        }
        at += line.len();
    }
    page.changed(0..page.text.len(), &changes)
}

/// `> [!info]- Title` becomes `> [!NOTE]` and a first line in strong letters. One that can stand as it is stays.
fn callout(line: &str, at: usize) -> Option<Change> {
    let words = line.trim_start_matches(['>', ' ', '\t']);
    let before = &line[..line.len() - words.len()];
    let (name, rest) = words.strip_prefix("[!")?.split_once(']')?;
    let title = rest.trim_start_matches(['+', '-']).trim();
    if !before.starts_with('>')
        || rest.starts_with(['(', '['])
        || title.is_empty() && rest.trim().is_empty() && is_own(name)
    {
        return None;
    }
    let end = at + line.trim_end().len();
    Some(Change::new(at + before.len()..end, format!("[!{}]{}", named(name)?, first_line(title, before))))
}

fn is_own(name: &str) -> bool {
    ["note", "tip", "important", "warning", "caution"].iter().any(|own| own.eq_ignore_ascii_case(name))
}

fn first_line(title: &str, before: &str) -> String {
    let bare = title.trim_matches(['[', ']', '"']).trim();
    match bare {
        "" => String::new(),
        bare if bare.contains(['*', '_', '`', '[', '<']) => format!("\n{before}{bare}\n{}", before.trim_end()),
        bare => format!("\n{before}**{bare}**\n{}", before.trim_end()),
    }
}

/// Boxes between lines of colons.
fn fenced(page: &Woven, path: &str, told: &mut Told) -> Woven {
    let mut changes = Vec::new();
    let mut code = Code::default();
    // Of each box that is open, whether it is one that there is here.
    let mut open: Vec<bool> = Vec::new();
    let mut unknown = Vec::new();
    let mut at = 0;
    for line in page.text.split_inclusive('\n') {
        let bare = line.trim();
        let prefix = "> ".repeat(open.iter().take(DEEPEST).filter(|known| **known).count());
        let end = at + line.trim_end().len();
        if code.inside(line) || !bare.starts_with(":::") {
            if !prefix.is_empty() {
                changes.push(Change::put(at, prefix));
            }
        } else if bare.trim_start_matches(':').trim().is_empty() {
            if open.pop().is_none() {
                return page.clone();
            }
            changes.push(Change::new(at..end, prefix.trim_end().strip_suffix('>').unwrap_or_default().trim_end()));
        } else {
            let words = bare.trim_start_matches(':').trim_start().trim_start_matches('{').trim_end_matches('}');
            let name = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let own = named(name).filter(|_| open.len() < DEEPEST);
            let begins = format!("{prefix}> ");
            match own {
                Some(own) => changes.push(Change::new(
                    at..end,
                    format!("{prefix}\n{begins}[!{own}]{}", first_line(words[name.len()..].trim(), &begins)),
                )),
                None => {
                    unknown.push((at, bare));
                    changes.push(Change::new(at..end, prefix.trim_end()));
                }
            }
            open.push(own.is_some());
        }
        at += line.len();
    }
    if !open.is_empty() || changes.is_empty() {
        // One that does not end would take in all that follows.
        return page.clone();
    }
    for (at, sign) in unknown {
        let line = page.origin(at).map(|(_, line)| line);
        told.tell(path, line, Uncarried::OtherBox { sign: sign.chars().take(40).collect() }, Done::Words);
    }
    page.changed(0..page.text.len(), &changes)
}

/// Whether lines stand in a block of code between fences.
#[derive(Default)]
pub(super) struct Code(Option<(char, usize)>);

impl Code {
    pub(super) fn inside(&mut self, line: &str) -> bool {
        let words = line.trim_start_matches(['>', ' ', '\t']).trim_end();
        let sign = words.chars().next().filter(|c| matches!(c, '`' | '~'));
        let length = words.chars().take_while(|c| Some(*c) == sign).count();
        match (self.0, sign) {
            (None, Some(sign)) if length >= 3 => self.0 = Some((sign, length)),
            (Some((open, least)), Some(sign)) if open == sign && length >= least && words.len() == length => {
                self.0 = None;
                return true;
            }
            _ => {}
        }
        self.0.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_of_other_programs_become_boxes() {
        for (text, read_as) in [
            (":::note A title\nWords.\n:::\nAfter.\n", "\n> [!NOTE]\n> **A title**\n>\n> Words.\n\nAfter.\n"),
            (":::tip\n```\n:::\n```\n:::\n", "\n> [!TIP]\n> ```\n> :::\n> ```\n\n"),
            (":::danger\nNot closed.\n", ":::danger\nNot closed.\n"),
            ("> [!info]- More\n> Words.\n", "> [!NOTE]\n> **More**\n>\n> Words.\n"),
            ("> [!NOTE]\n> Words.\n", "> [!NOTE]\n> Words.\n"),
            ("```\n> [!info] x\n```\n", "```\n> [!info] x\n```\n"),
        ] {
            let read = read(&Woven::of(0, text.to_owned()), "a.md", &mut Told::default());
            assert_eq!(read.text, read_as, "{text}");
        }
    }
}
