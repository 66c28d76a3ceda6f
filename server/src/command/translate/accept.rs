//! `haven translate accept`: writes down of which words of the source each translated block was made.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use course::{Accepted, BlockState, Language, RECORD, Scope, ScopeFault, Translation};

use super::{Read, read, refused, said, unwritten};
use crate::on_disk::{Unwritten, hold, is_link, make, replace};
use crate::terminal::say_line;

/// Accepts what is translated into one language; or, if only the letters of the source changed, in which its meaning is unchanged,
/// what is stale because of them.
pub(super) fn run(folder: &Path, what: &[String], unchanged: bool) -> anyhow::Result<ExitCode> {
    // Of several that accept at once, each goes on from what the one before wrote.
    let _held = hold(folder);
    let (mut done, mut changed) = (Done::new(), PathBuf::new());
    for _ in 0..MOST_TRIES {
        let read = read(folder)?;
        match Chosen::of(&read, what)?.keep(&read, unchanged, &mut done)? {
            Some(file) => changed = file,
            None => return Ok(ExitCode::SUCCESS),
        }
    }
    Err(unwritten(&changed, &Unwritten::Changed))
}

/// How often one goes on from a record that somebody else changed meanwhile, an editor for example.
const MOST_TRIES: usize = 5;

/// The languages of which is written and told what was accepted.
type Done = BTreeSet<Language>;

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

    /// Writes and tells what is accepted in each language that is not done. Which record was not what had been read any more, if
    /// one was: then nothing more is done.
    fn keep(&self, read: &'r Read, unchanged: bool, done: &mut Done) -> anyhow::Result<Option<PathBuf>> {
        for (translation, record, changed) in self.records(read, unchanged)? {
            if done.contains(&translation.language) {
                continue;
            }
            let file = read.folder.join(path(translation));
            let written = if changed > 0 { write(read, translation, &course::written(&record)) } else { Ok(()) };
            match written {
                Err(Unwritten::Changed) => return Ok(Some(file)),
                Err(why) => return Err(unwritten(&file, &why)),
                Ok(()) => self.tell(translation, changed, unchanged)?,
            }
            done.insert(translation.language.clone());
        }
        Ok(None)
    }

    /// The record that each language is to have, and how much of it is new. Nothing is written unless all of it can be.
    fn records(&self, read: &'r Read, unchanged: bool) -> anyhow::Result<Vec<(&'r Translation, Vec<Accepted>, usize)>> {
        let all = match self.translation {
            Some(translation) => std::slice::from_ref(translation),
            None if unchanged && !read.loaded.translations.is_empty() => &read.loaded.translations,
            None if unchanged => {
                return Err(refused("no-language", &[("folder", read.folder.display().to_string())]));
            }
            None => {
                return Err(match self.word {
                    Some(word) => not_listed(read, word),
                    None => refused("which-language", &[("languages", languages(read))]),
                });
            }
        };
        let record = |one: &'r Translation| {
            // Only a typo was mended, in the language or in every one; or what is translated stands for what the source says now.
            let record = if unchanged { one.unchanged(&self.scope) } else { one.accepted(&self.scope) };
            record.map(|(record, changed)| (one, record, changed)).map_err(|fault| self.told(&fault, one))
        };
        all.iter().map(record).collect()
    }

    fn tell(&self, translation: &Translation, changed: usize, unchanged: bool) -> anyhow::Result<()> {
        let about = [("changed", changed.into()), ("language", translation.language.as_ref().into())];
        say_line(said("accepted", &about))?;
        let same = translation.blocks().filter(|block| block.state == BlockState::Same).count();
        if !unchanged && self.scope == Scope::All && same > 0 {
            say_line(said("same-left", &[("same", same.into())]))?;
        }
        Ok(())
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

/// In the place of the record that was read, or as a new one where there was none.
fn write(read: &Read, translation: &Translation, text: &str) -> Result<(), Unwritten> {
    let path = path(translation);
    match read.records.get(&path) {
        Some(before) => replace(&read.folder, &path, before, text.as_bytes()),
        None if make(&read.folder, &path, text.as_bytes())? => Ok(()),
        None if is_link(&read.folder.join(path)) => Err(Unwritten::Link),
        None => Err(Unwritten::Changed),
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
        let what = ["fr".to_owned()];
        let theirs = "format = 1\n";
        // It was not there when the course was read; then, it was another one.
        for before in [None, Some("format = 1\n\n")] {
            before.iter().for_each(|text| write("fr/.translated.toml", text));
            let read = read(folder.path()).expect("read");
            write("fr/.translated.toml", theirs);
            let kept = Chosen::of(&read, &what).and_then(|chosen| chosen.keep(&read, false, &mut Done::new()));
            assert_eq!(kept.expect("read"), Some(record.clone()));
            assert_eq!(fs::read_to_string(&record).expect("read"), theirs);
        }
        run(folder.path(), &what, false).expect("accepted, from theirs");
        assert!(fs::read_to_string(&record).expect("read").contains("[[block]]"));
    }
}
