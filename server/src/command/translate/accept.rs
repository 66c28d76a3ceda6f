//! `haven translate accept`: writes down of which words of the source each translated block was made.

use std::path::Path;
use std::process::ExitCode;

use course::{Accepted, BlockState, RECORD, Scope, ScopeFault, Translation};

use super::{Read, read, refused, said};
use crate::on_disk::{Unwritten, make, replace};

/// Accepts what is translated into one language; or, if only the letters of the source changed, in which its meaning is unchanged,
/// what is stale because of them.
pub(super) fn run(folder: &Path, what: &[String], unchanged: bool) -> anyhow::Result<ExitCode> {
    let read = read(folder)?;
    let chosen = Chosen::of(&read, what)?;
    if unchanged { chosen.unchanged(&read) } else { chosen.accept(&read) }
}

/// What is to be accepted.
struct Chosen<'r> {
    /// Of this language; none if none was named.
    translation: Option<&'r Translation>,
    /// A file or an id, as it was typed.
    word: Option<&'r str>,
    scope: Scope,
}

impl<'r> Chosen<'r> {
    /// From the words that were typed: a language, then a file or an id, and either may be left out.
    fn of(read: &'r Read, what: &'r [String]) -> anyhow::Result<Self> {
        let (translation, word) = match what {
            [] => (None, None),
            [word] => match find(read, word) {
                Some(translation) => (Some(translation), None),
                None => (None, Some(word.as_str())),
            },
            [tag, word, ..] => (Some(find(read, tag).ok_or_else(|| not_listed(read, tag))?), Some(word.as_str())),
        };
        Ok(Self { translation, word, scope: word.map_or(Scope::All, Scope::read) })
    }

    fn accept(&self, read: &Read) -> anyhow::Result<ExitCode> {
        let translation = self.translation.ok_or_else(|| match self.word {
            Some(word) => not_listed(read, word),
            None => refused("which-language", &[("languages", languages(read))]),
        })?;
        let (record, changed) = translation.accepted(&self.scope).map_err(|fault| self.told(&fault, translation))?;
        keep(read, translation, &record, changed)?;
        let same = translation.blocks().filter(|block| block.state == BlockState::Same).count();
        if self.scope == Scope::All && same > 0 {
            println!("{}", said("same-left", &[("same", same.into())]));
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Says of the language, or of every one, that only a typo was mended in the source.
    fn unchanged(&self, read: &'r Read) -> anyhow::Result<ExitCode> {
        let all: Vec<&Translation> =
            self.translation.map_or_else(|| read.loaded.translations.iter().collect(), |one| vec![one]);
        if all.is_empty() {
            return Err(refused("no-language", &[("folder", read.folder.display().to_string())]));
        }
        let record = |one: &&'r Translation| one.unchanged(&self.scope).map_err(|fault| self.told(&fault, one));
        // Nothing is written unless all of it can be.
        let records = all.iter().map(record).collect::<Result<Vec<_>, _>>()?;
        for (translation, (record, changed)) in all.into_iter().zip(records) {
            keep(read, translation, &record, changed)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    fn told(&self, fault: &ScopeFault, translation: &Translation) -> anyhow::Error {
        let language = ("language", translation.language.to_string());
        match fault {
            ScopeFault::Unknown(nearest) => {
                let what = ("what", self.word.unwrap_or_default().to_owned());
                refused("unknown", &[language, what, ("nearest", nearest.clone())])
            }
            ScopeFault::AtFault(file) => refused("at-fault", &[language, ("file", file.clone())]),
            ScopeFault::Record => refused("record", &[("file", path(translation))]),
        }
    }
}

fn find<'r>(read: &'r Read, tag: &str) -> Option<&'r Translation> {
    read.loaded.translations.iter().find(|one| one.language.as_ref() == tag)
}

fn not_listed(read: &Read, tag: &str) -> anyhow::Error {
    refused("not-listed", &[("language", tag.to_owned()), ("languages", languages(read))])
}

fn languages(read: &Read) -> String {
    let tags: Vec<&str> = read.loaded.translations.iter().map(|one| one.language.as_ref()).collect();
    if tags.is_empty() { "none".to_owned() } else { tags.join(", ") }
}

/// Where the record of a translation lies in the course's folder.
fn path(translation: &Translation) -> String {
    format!("{}/{RECORD}", translation.language)
}

fn keep(read: &Read, translation: &Translation, record: &[Accepted], changed: usize) -> anyhow::Result<()> {
    if changed > 0 {
        let file = read.folder.join(path(translation));
        write(read, translation, &file, &course::written(record)).map_err(|why| unwritten(&file, &why))?;
    }
    let about = [("changed", changed.into()), ("language", translation.language.as_ref().into())];
    println!("{}", said("accepted", &about));
    Ok(())
}

/// In the place of the record that was read, or as a new one where there was none.
fn write(read: &Read, translation: &Translation, file: &Path, text: &str) -> Result<(), Unwritten> {
    match read.records.get(&path(translation)) {
        Some(before) => replace(file, before, text.as_bytes()),
        None if make(file, text.as_bytes())? => Ok(()),
        None => Err(Unwritten::Changed),
    }
}

fn unwritten(file: &Path, why: &Unwritten) -> anyhow::Error {
    let file = ("file", file.display().to_string());
    match why {
        Unwritten::Changed => refused("changed", &[file]),
        Unwritten::ReadOnly => refused("read-only", &[file]),
        Unwritten::System(error) => refused("unwritable", &[file, ("why", error.to_string())]),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_record_that_somebody_changed_meanwhile_is_not_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("it has a folder")).expect("made");
            fs::write(path, text).expect("written");
        };
        write("course.toml", "format = 1\ncode = \"T\"\nsource-language = \"en\"\nlanguages = [\"en\", \"fr\"]\n");
        write("en/course.md", "# A course\n");
        write("fr/course.md", "# Un cours\n");
        let record = folder.path().join("fr").join(RECORD);
        let accept = |read: &Read| Chosen::of(read, &["fr".to_owned()]).and_then(|chosen| chosen.accept(read));
        let theirs = "format = 1\n";
        // It was not there when the course was read; then, it was another one.
        for before in [None, Some("format = 1\n\n")] {
            before.iter().for_each(|text| write("fr/.translated.toml", text));
            let read = read(folder.path()).expect("read");
            write("fr/.translated.toml", theirs);
            let why = accept(&read).expect_err("it is refused").to_string();
            assert!(why.contains("somebody else"), "{why}");
            assert_eq!(fs::read_to_string(&record).expect("read"), theirs);
        }
        accept(&read(folder.path()).expect("read")).expect("accepted");
        assert!(fs::read_to_string(&record).expect("read").contains("[[block]]"));
    }
}
