//! `haven check --format sarif` is SARIF 2.1.0: what its schema asks of a log, and what the standard asks of the values.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn sarif(courses: &[String]) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut command = Command::new(env!("CARGO_BIN_EXE_haven"));
    let output =
        command.args(["check", "--format", "sarif"]).args(courses).current_dir(root).output().expect("it runs");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Every course that must fail and can be named.
fn failing() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/course/tests/failing");
    let courses = std::fs::read_dir(folder).expect("cases").flatten().map(|case| case.path().join("course"));
    courses.filter(|course| course.join("course.toml").is_file()).map(|course| course.display().to_string()).collect()
}

fn text<'v>(value: &'v Value, what: &str) -> &'v str {
    value.as_str().filter(|text| !text.is_empty()).unwrap_or_else(|| panic!("{what} is no text: {value}"))
}

fn list<'v>(value: &'v Value, what: &str) -> &'v Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{what} is no list: {value}"))
}

/// The members of an object are among those that the schema knows for it.
fn only(value: &Value, known: &[&str]) {
    let members = value.as_object().unwrap_or_else(|| panic!("no object: {value}"));
    let unknown: Vec<_> = members.keys().filter(|key| !known.contains(&key.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?} in {value}");
}

fn check_region(region: &Value) {
    only(region, &["startLine", "startColumn", "endLine", "endColumn"]);
    let number =
        |key: &str| region[key].as_u64().filter(|number| *number >= 1).unwrap_or_else(|| panic!("{key}: {region}"));
    let (start, end) = ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
    assert!(start <= end, "{region}");
}

fn check_file(file: &Value) {
    only(file, &["uri"]);
    let uri = text(&file["uri"], "uri");
    assert!(uri.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\<>\"{}|^`".contains(&byte)), "{uri} is no address");
}

fn check_fix(fix: &Value) {
    only(fix, &["description", "artifactChanges"]);
    text(&fix["description"]["text"], "description");
    for change in list(&fix["artifactChanges"], "artifactChanges") {
        only(change, &["artifactLocation", "replacements"]);
        check_file(&change["artifactLocation"]);
        let replacements = list(&change["replacements"], "replacements");
        assert!(!replacements.is_empty(), "{change}");
        for replacement in replacements {
            only(replacement, &["deletedRegion", "insertedContent"]);
            check_region(&replacement["deletedRegion"]);
            assert!(replacement["insertedContent"]["text"].is_string(), "{replacement}");
        }
    }
}

fn check_result(result: &Value, rules: &[Value]) {
    only(result, &["ruleId", "ruleIndex", "level", "message", "locations", "properties", "fixes"]);
    let rule = result["ruleIndex"].as_u64().and_then(|at| rules.get(usize::try_from(at).ok()?)).expect("a rule");
    assert_eq!(rule["id"], result["ruleId"]);
    assert!(["error", "warning"].contains(&text(&result["level"], "level")), "{result}");
    text(&result["message"]["text"], "message");
    let locations = list(&result["locations"], "locations");
    assert_eq!(locations.len(), 1, "{result}");
    let place = &locations[0]["physicalLocation"];
    only(place, &["artifactLocation", "region"]);
    check_file(&place["artifactLocation"]);
    place.get("region").into_iter().for_each(check_region);
    result.get("fixes").into_iter().flat_map(|fixes| list(fixes, "fixes")).for_each(check_fix);
}

fn check_log(log: &Value) -> &Vec<Value> {
    only(log, &["$schema", "version", "runs"]);
    assert_eq!(log["version"], "2.1.0");
    let runs = list(&log["runs"], "runs");
    assert_eq!(runs.len(), 1);
    only(&runs[0], &["tool", "invocations", "columnKind", "language", "results"]);
    assert_eq!(runs[0]["columnKind"], "unicodeCodePoints");
    let driver = &runs[0]["tool"]["driver"];
    only(driver, &["name", "version", "semanticVersion", "language", "rules"]);
    text(&driver["name"], "name");
    let rules = list(&driver["rules"], "rules");
    let ids: BTreeSet<&str> = rules.iter().map(|rule| text(&rule["id"], "id")).collect();
    assert_eq!(ids.len(), rules.len(), "a rule is there twice");
    for rule in rules {
        only(rule, &["id", "shortDescription", "help", "defaultConfiguration"]);
        let help = text(&rule["help"]["text"], "help");
        assert!(!help.starts_with("why-"), "words are missing: {help}");
        text(&rule["shortDescription"]["text"], "shortDescription");
    }
    let results = list(&runs[0]["results"], "results");
    results.iter().for_each(|result| check_result(result, rules));
    results
}

#[test]
fn every_mistake_there_is_comes_out_as_sarif() {
    let log = sarif(&failing());
    let results = check_log(&log);
    let codes: BTreeSet<&str> = results.iter().map(|result| text(&result["ruleId"], "ruleId")).collect();
    assert!(codes.len() > 100, "only {codes:?}");
    assert!(results.iter().filter(|result| result.get("fixes").is_some()).count() > 20);
}

#[test]
fn a_log_without_results_is_a_log() {
    assert!(check_log(&sarif(&["end2end/courses/small-course".to_owned()])).is_empty());
    let log = sarif(&["no/such/folder".to_owned()]);
    assert!(check_log(&log).is_empty());
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn columns_count_characters() {
    let log = sarif(&["app/course/tests/failing/option-without-box/course".to_owned()]);
    let fits = |result: &&Value| result["locations"][0]["physicalLocation"]["region"]["startLine"] == 7;
    let cyrillic = check_log(&log).iter().find(fits).expect("the Cyrillic box");
    let region = &cyrillic["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startColumn"], &region["endColumn"]), (&3.into(), &15.into()));
}
