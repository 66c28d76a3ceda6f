//! The examples, read from the tests that are published with the parser: they are made from the text of the specification, and
//! come with the very version that Haven is built with, so no copy of them stands here.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

/// A piece of Markdown and the HTML it must become.
pub(super) struct Example {
    /// Its suite and number, such as `spec_test_12`.
    pub(super) name: String,
    pub(super) markdown: String,
    pub(super) html: String,
}

/// The examples of a suite.
pub(super) fn examples(suite: &str) -> Vec<Example> {
    let path = folder().join("tests/suite").join(suite).with_extension("rs");
    let text = std::fs::read_to_string(&path).expect("the parser is published with its tests");
    text.split("#[test]\nfn ").skip(1).map(example).collect()
}

fn example(test: &str) -> Example {
    let literal = |name: &str| {
        let opened = test.split_once(&format!("let {name} = r##\"")).expect("it has this text").1;
        opened.split_once("\"##;").expect("the text ends").0.to_owned()
    };
    let name = test.split_once("()").expect("it has a name").0.to_owned();
    Example { name, markdown: literal("original"), html: literal("expected") }
}

/// The folder of the parser's source: cargo knows.
fn folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        // Of this machine's packages alone, which are there: those of others would have to be fetched.
        let host = asked(&["-vV"]).lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned));
        let host = host.expect("cargo says what it runs on");
        let wanted =
            ["metadata", "--locked", "--format-version", "1", "--filter-platform", &host, "--manifest-path", manifest];
        let told: Value = serde_json::from_str(&asked(&wanted)).expect("cargo answers");
        found(&told).expect("the parser is a dependency")
    })
}

/// What cargo answers.
fn asked(arguments: &[&str]) -> String {
    let said = Command::new(env!("CARGO")).args(arguments).output().expect("cargo runs");
    String::from_utf8(said.stdout).expect("cargo answers in UTF-8")
}

fn found(told: &Value) -> Option<PathBuf> {
    let own = &told["resolve"]["root"];
    let nodes = told["resolve"]["nodes"].as_array()?;
    let used = nodes.iter().find(|node| node["id"] == *own)?["deps"].as_array()?;
    let parser = &used.iter().find(|one| one["name"] == "pulldown_cmark")?["pkg"];
    let packages = told["packages"].as_array()?;
    let manifest = packages.iter().find(|package| package["id"] == *parser)?["manifest_path"].as_str()?;
    Some(PathBuf::from(manifest).parent()?.to_owned())
}
