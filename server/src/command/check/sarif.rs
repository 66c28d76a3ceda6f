//! What was found as SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS Standard, 27 March 2020): editors and code
//! hosts show it beside the lines it is about.

use std::path::Path;

use app::words::Words;
use course::{Diagnostic, Edit, Fault, Point};
use serde_json::{Value, json};

use super::{Checked, name};
use crate::view;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run, with every code as a rule.
pub(super) fn report(words: &Words, checked: &[Checked], ran: bool) -> Value {
    let found = checked.iter().flat_map(|one| one.diagnostics.iter().map(|found| result(words, one, found)));
    let results: Vec<Value> = checked.iter().filter_map(|one| named(words, one)).chain(found).collect();
    let rules: Vec<Value> = Fault::CODES.iter().map(|code| rule(words, code)).chain([name_rule(words)]).collect();
    let driver = json!({
        "name": "haven",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "language": words.tag(),
        "rules": rules,
    });
    let run = json!({
        "tool": { "driver": driver },
        "invocations": [{ "executionSuccessful": ran }],
        // A column is a character, as everywhere in Haven, and no half of one.
        "columnKind": "unicodeCodePoints",
        "language": words.tag(),
        "results": results,
    });
    json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] })
}

fn rule(words: &Words, code: &str) -> Value {
    let why = words.text(&format!("why-{code}"));
    let more = words.text_with("explain-more", &[("code", code.into())]);
    let level = Fault::severity_of(code).map_or("none", |severity| severity.as_str());
    json!({
        "id": code,
        "shortDescription": { "text": why },
        "help": { "text": format!("{why} {more}") },
        "defaultConfiguration": { "level": level },
    })
}

fn name_rule(words: &Words) -> Value {
    let why = name::why(words);
    json!({
        "id": name::CODE,
        "shortDescription": { "text": why },
        "help": { "text": why },
        "defaultConfiguration": { "level": name::SEVERITY.as_str() },
    })
}

/// That the folder's name cannot be an address: of the course as a whole.
fn named(words: &Words, checked: &Checked) -> Option<Value> {
    let told = name::told(words, checked)?;
    Some(json!({
        "ruleId": name::CODE,
        "ruleIndex": Fault::CODES.len(),
        "level": name::SEVERITY.as_str(),
        "message": { "text": format!("{} {}", told.message, told.mend) },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(&checked.folder, "course.toml") } } }],
        "properties": { "course": checked.name() },
    }))
}

fn result(words: &Words, checked: &Checked, one: &Diagnostic) -> Value {
    let code = one.fault.code();
    let file = json!({ "uri": uri(&checked.folder, &one.file) });
    let mut place = json!({ "artifactLocation": file });
    if one.span.is_some() {
        let begin = Point { line: one.line, column: one.column };
        place["region"] = region(begin, one.end);
    }
    let mend = view::mend(words, one);
    let mut result = json!({
        "ruleId": code,
        "ruleIndex": Fault::CODES.iter().position(|known| *known == code),
        "level": one.severity.as_str(),
        "message": { "text": format!("{} {mend}", view::diagnostic(words, one)) },
        "locations": [{ "physicalLocation": place }],
        "properties": { "course": checked.name() },
    });
    if !one.edits.is_empty() {
        let replacements: Vec<Value> = one.edits.iter().map(replacement).collect();
        let change = json!({ "artifactLocation": file, "replacements": replacements });
        result["fixes"] = json!([{ "description": { "text": mend }, "artifactChanges": [change] }]);
    }
    result
}

fn replacement(edit: &Edit) -> Value {
    json!({ "deletedRegion": region(edit.from, edit.to), "insertedContent": { "text": edit.text } })
}

/// The end is the place after the last character.
fn region(from: Point, to: Point) -> Value {
    json!({ "startLine": from.line, "startColumn": from.column, "endLine": to.line, "endColumn": to.column })
}

/// An address relative to where the command runs, or of this machine's file.
fn uri(folder: &Path, file: &str) -> String {
    let path = folder.join(file).to_string_lossy().replace('\\', "/");
    let path = view::escape_query(path.strip_prefix("./").unwrap_or(&path));
    if path.starts_with('/') { format!("file://{path}") } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_an_address() {
        for (folder, file, address) in [
            ("courses/a", "en/01-a.md", "courses/a/en/01-a.md"),
            ("./a", "b.md", "a/b.md"),
            ("../a b", "é.md", "../a%20b/%C3%A9.md"),
            ("/srv/a", "b#c.md", "file:///srv/a/b%23c.md"),
        ] {
            assert_eq!(uri(Path::new(folder), file), address);
        }
    }
}
