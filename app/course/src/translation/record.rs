//! `.translated.toml` in the folder of a language: of which words of the source each translated block was made. It is written
//! by `haven translate accept` and read by every check. It is no part of the course: nothing that a learner sees depends on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

use serde::Deserialize;

use crate::diagnostic::{Fault, Faults};
use crate::files::module_name;
use crate::names::{Hash, Language};

/// The name of the file.
pub const RECORD: &str = ".translated.toml";
/// More than this is not read: as much as a course of eight full files.
pub(crate) const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// A translated block, as it was accepted.
#[derive(Deserialize, Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The file, by its path within the folder of a language.
    pub file: String,
    /// The nearest id above it; empty before the first, `^label` for a footnote.
    pub id: String,
    /// The hash of the block of the source.
    pub source: Hash,
    /// The hash of the translated block.
    pub translation: Hash,
    /// What the source said, so that one can see what changed since.
    pub words: String,
}

const FORMAT: u32 = 1;

/// What was accepted of one file.
pub(crate) type Record = Arc<Vec<Accepted>>;
/// What was accepted in a language, by file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Records(BTreeMap<String, Record>);

impl Records {
    /// What was accepted of a file: of the module of this name, if it had another number then.
    pub(crate) fn of(&self, file: &str) -> Record {
        match self.file(file) {
            Some((written, record)) if written == file => record.clone(),
            Some((_, record)) => {
                Arc::new(record.iter().map(|one| Accepted { file: file.to_owned(), ..one.clone() }).collect())
            }
            None => Record::default(),
        }
    }

    /// What was accepted of other files than these.
    pub(crate) fn without<'f>(&self, files: impl Iterator<Item = &'f str>) -> Vec<Accepted> {
        let known: BTreeSet<&str> = files.filter_map(|file| self.file(file)).map(|(file, _)| file).collect();
        let others = self.0.iter().filter(|(file, _)| !known.contains(file.as_str()));
        others.flat_map(|(_, record)| record.iter().cloned()).collect()
    }

    fn file(&self, file: &str) -> Option<(&str, &Record)> {
        let exactly = self.0.get_key_value(file);
        let module = |file: &str| module_name(file).map(|(_, name)| name.to_owned());
        let renumbered = || {
            let name = module(file)?;
            self.0.iter().find(|(other, _)| module(other).as_ref() == Some(&name))
        };
        exactly.or_else(renumbered).map(|(file, record)| (file.as_str(), record))
    }
}

/// Where a record lies within the course's folder.
pub(crate) fn path(language: &Language) -> String {
    format!("{language}/{RECORD}")
}

#[derive(Deserialize)]
struct File {
    format: u32,
    #[serde(default)]
    block: Vec<Accepted>,
}

/// Reads a record. One that cannot be read is named, and None.
pub(crate) fn read(text: &str, faults: &mut Faults) -> Option<Records> {
    match toml::from_str::<File>(text) {
        Ok(file) if file.format == FORMAT => Some(by_file(file.block)),
        Ok(file) => {
            faults.whole(Fault::RecordUnreadable { why: format!("format = {}", file.format) });
            None
        }
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let why = error.message().to_owned();
            faults.at(
                text.floor_char_boundary(span.start)..text.ceil_char_boundary(span.end),
                Fault::RecordUnreadable { why },
            );
            None
        }
    }
}

fn by_file(blocks: Vec<Accepted>) -> Records {
    let mut files: BTreeMap<String, Vec<Accepted>> = BTreeMap::new();
    blocks.into_iter().for_each(|one| files.entry(one.file.clone()).or_default().push(one));
    Records(files.into_iter().map(|(file, blocks)| (file, Arc::new(blocks))).collect())
}

/// The record as it is written: sorted as it comes, one table a block, the same on every machine.
#[must_use]
pub fn written(record: &[Accepted]) -> String {
    let mut text = String::from(
        "# Of which words of the source each part of this translation was made. `haven translate accept` writes it.\n\
         # Keep it with the translation; there is nothing to edit here.\nformat = 1\n",
    );
    for one in record {
        let quoted = |text: &str| toml::Value::from(text.replace('\n', " ")).to_string();
        let (file, id, words) = (quoted(&one.file), quoted(&one.id), quoted(&one.words));
        let Accepted { source, translation, .. } = one;
        write!(
            text,
            "\n[[block]]\nfile = {file}\nid = {id}\nsource = \"{source}\"\ntranslation = \"{translation}\"\nwords = {words}\n"
        )
        .expect("writing to a String cannot fail");
    }
    text
}
