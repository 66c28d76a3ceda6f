//! `docs/diagnostics.md`, the list of all codes: it is made of the table of faults, the words, and the courses that must fail. Every
//! example in it was checked when it was made, and gave its code.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use course::{Diagnostic, Fault, Source, mended};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::{failing, told};

/// So many lines of what is at fault are shown.
const MOST_LINES: usize = 3;

#[test]
fn the_list_of_all_codes_is_true() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/diagnostics.md");
    let examples = examples();
    let words = Words::read();
    let mut text = HEAD.to_owned();
    for (group, codes) in groups() {
        write!(text, "\n## {group}\n").expect("written");
        for code in codes {
            let example = examples.get(code.as_str()).unwrap_or_else(|| panic!("no example of {code}"));
            text.push_str(&entry(example, &words));
        }
    }
    told::expect(&path, &text);
}

const HEAD: &str = "# Every mistake, by its code

What `haven check` can find: why it is a mistake, an example as it is printed, and how it is mended. `haven check --explain CODE` says
the same. A code never changes its meaning. Only an error keeps a course from being published, a warning does not.

Made of the code, the words and the courses it is tested with: `HAVEN_UPDATE=1 cargo test -p course` writes this page.
";

/// A mistake where it was found.
struct Example {
    found: Diagnostic,
    text: Option<String>,
}

/// The codes of each group of the words, in their order.
fn groups() -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for line in locale("check.ftl").lines() {
        let code = line.split_once(" =").and_then(|(id, _)| id.strip_prefix("check-"));
        match (line.strip_prefix("## "), code, groups.last_mut()) {
            (Some(group), ..) => groups.push((group.to_owned(), Vec::new())),
            (_, Some(code), Some((_, codes))) if Fault::CODES.contains(&code) => codes.push(code.to_owned()),
            _ => {}
        }
    }
    groups
}

fn locale(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../locales/en").join(file);
    std::fs::read_to_string(path).expect("the words are there")
}

struct Words(FluentBundle<FluentResource>);

impl Words {
    fn read() -> Self {
        let mut bundle = FluentBundle::new(vec!["en".parse().expect("a tag")]);
        bundle.set_use_isolating(false);
        for file in ["check.ftl", "why.ftl"] {
            let resource = FluentResource::try_new(locale(file)).expect("sound Fluent");
            bundle.add_resource(resource).expect("no id twice");
        }
        Self(bundle)
    }

    fn say(&self, id: &str, fault: &Fault) -> String {
        let pattern = self.0.get_message(id).and_then(|message| message.value()).unwrap_or_else(|| panic!("no {id}"));
        let mut arguments = FluentArgs::new();
        for (name, value) in fault.arguments() {
            arguments.set(name, value.map_or(FluentValue::from(0), FluentValue::from));
        }
        let mut faults = Vec::new();
        let said = self.0.format_pattern(pattern, Some(&arguments), &mut faults).into_owned();
        assert!(faults.is_empty(), "{id}: {faults:?}");
        said
    }
}

/// The best example of each code: from its own folder rather than another, and one that can be applied rather than one that cannot.
fn examples() -> BTreeMap<&'static str, Example> {
    let mut best: BTreeMap<&'static str, ((bool, bool, bool), Example)> = BTreeMap::new();
    let mut see = |name: &str, found: Vec<Diagnostic>, text: &dyn Fn(&str) -> Option<String>| {
        for found in found {
            let (code, text) = (found.fault.code(), text(&found.file));
            let foreign = found.file.ends_with(".md") && !found.file.starts_with("en/");
            let rank = (name != code, found.edits.is_empty(), foreign);
            if best.get(code).is_none_or(|(before, _)| rank < *before) {
                best.insert(code, (rank, Example { found, text }));
            }
        }
    };
    for kind in ["failing", "cases", "packs", "advice"] {
        for (name, folder) in told::folders(kind) {
            let inner = folder.join(if kind == "packs" { "countries" } else { "course" });
            let source = course::Folder::new(&inner);
            let found =
                if kind == "packs" { told::packs(&source).diagnostics } else { told::loaded(&source).diagnostics };
            see(&name, found, &|file| source.read(file).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned()));
        }
    }
    for (code, source) in failing::made() {
        see(code, told::loaded(source.as_ref()).diagnostics, &|_| None);
    }
    best.into_iter().map(|(code, (_, example))| (code, example)).collect()
}

fn entry(example: &Example, words: &Words) -> String {
    let (found, code) = (&example.found, example.found.fault.code());
    let say = |id: &str| words.say(id, &found.fault);
    let mut text = format!("\n### `{code}`\n\n{}\n\n`````text\n", say(&format!("why-{code}")));
    let (place, severity) = (format!("{}:{}:{}", found.file, found.line, found.column), found.severity.as_str());
    writeln!(text, "{place}: {severity}[{code}]: {}", say(&format!("check-{code}"))).expect("written");
    text.push_str(&shown(example).unwrap_or_default());
    write!(text, "    = {}\n`````\n", say(&format!("check-{code}-mend"))).expect("written");
    if let Some(change) = change(example) {
        write!(text, "\n`haven check --fix` does it:\n\n`````diff\n{change}`````\n").expect("written");
    }
    text
}

/// The lines at fault, and marks below each.
fn shown(example: &Example) -> Option<String> {
    let (found, text) = (&example.found, example.text.as_deref()?);
    found.span.as_ref()?;
    let mut shown = String::new();
    let last = found.end.line.min(found.line + MOST_LINES - 1);
    for (number, line) in text.lines().enumerate().map(|(at, line)| (at + 1, line)) {
        let from = if number == found.line { found.column - 1 } else { 0 };
        let to = if number == found.end.line { found.end.column - 1 } else { line.chars().count() };
        if (found.line..=last).contains(&number) && (number == found.line || !line.is_empty()) {
            let marks = "^".repeat(to.saturating_sub(from).max(1));
            // As `haven check` prints a sign that is no text.
            let line = line.replace(|c: char| c.is_control() && c != '\t', "\u{fffd}");
            write!(shown, "    | {line}\n    | {}{marks}\n", " ".repeat(from)).expect("written");
        }
    }
    Some(shown)
}

/// The lines before and after the mend.
fn change(example: &Example) -> Option<String> {
    let before = example.text.as_deref().filter(|_| !example.found.edits.is_empty())?;
    let after = mended(before, &[&example.found]).text;
    let (before, after): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let (before, after) = (&before[same..], &after[same..]);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(one, other)| one == other).count();
    let lines = |sign: char, lines: &[&str]| lines.iter().map(|line| format!("{sign} {line}\n")).collect::<String>();
    Some(lines('-', &before[..before.len() - end]) + &lines('+', &after[..after.len() - end]))
}
