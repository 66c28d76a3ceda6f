//! `haven translate accept`: writes down of which words of the source each translated block was made.

use std::path::Path;
use std::process::ExitCode;

use course::{Accepted, BlockState, RECORD, Scope, ScopeFault, Translation};

use super::{Read, read, refused, said, shown, write};

/// Accepts what is translated into one language.
pub(super) fn run(folder: &Path, what: &[String]) -> anyhow::Result<ExitCode> {
    let read = read(folder)?;
    let Some(tag) = what.first() else { return Err(refused("which-language", &[("languages", languages(&read))])) };
    let translation = find(&read, tag)?;
    let scope = scope(what.get(1));
    let (record, changed) = translation.accepted(&scope).map_err(|fault| told(&fault, translation, what.get(1)))?;
    keep(&read, translation, &record, changed)?;
    let same = translation.blocks().filter(|block| block.state == BlockState::Same).count();
    if scope == Scope::All && same > 0 {
        println!("{}", said("same-left", &[("same", same.into())]));
    }
    Ok(ExitCode::SUCCESS)
}

/// Says of every language that only a typo was mended in the source.
pub(super) fn unchanged(folder: &Path, what: &[String]) -> anyhow::Result<ExitCode> {
    let read = read(folder)?;
    let is_language =
        |word: &&String| read.loaded.translations.iter().any(|one| one.language.as_ref() == word.as_str());
    let named = what.iter().skip(usize::from(what.first().filter(is_language).is_some())).collect::<Vec<_>>();
    if let [_, other, ..] = named.as_slice() {
        return Err(refused("one-scope", &[("what", (*other).clone())]));
    }
    let (name, mut all) = (named.first().copied(), Vec::new());
    // Nothing is written unless all of it can be.
    for translation in &read.loaded.translations {
        let record = translation.unchanged(&scope(name)).map_err(|fault| told(&fault, translation, name))?;
        all.push((translation, record));
    }
    if all.is_empty() {
        return Err(refused("no-language", &[("folder", shown(folder))]));
    }
    for (translation, (record, changed)) in all {
        keep(&read, translation, &record, changed)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn scope(word: Option<&String>) -> Scope {
    word.map_or(Scope::All, |word| Scope::read(word))
}

fn languages(read: &Read) -> String {
    let tags: Vec<&str> = read.loaded.translations.iter().map(|one| one.language.as_ref()).collect();
    if tags.is_empty() { "none".to_owned() } else { tags.join(", ") }
}

fn find<'r>(read: &'r Read, tag: &str) -> anyhow::Result<&'r Translation> {
    let found = read.loaded.translations.iter().find(|one| one.language.as_ref() == tag);
    found.ok_or_else(|| refused("not-listed", &[("language", tag.to_owned()), ("languages", languages(read))]))
}

fn keep(read: &Read, translation: &Translation, record: &[Accepted], changed: usize) -> anyhow::Result<()> {
    let path = read.folder.join(translation.language.as_ref()).join(RECORD);
    if changed > 0 {
        write::replace(&path, &course::written(record))
            .map_err(|error| refused("unwritable", &[("file", shown(&path)), ("why", error.to_string())]))?;
    }
    println!(
        "{}",
        said("accepted", &[("changed", changed.into()), ("language", translation.language.as_ref().into())])
    );
    Ok(())
}

fn told(fault: &ScopeFault, translation: &Translation, word: Option<&String>) -> anyhow::Error {
    let language = ("language", translation.language.to_string());
    match fault {
        ScopeFault::Unknown(nearest) => {
            let what = ("what", word.cloned().unwrap_or_default());
            refused("unknown", &[language, what, ("nearest", nearest.clone())])
        }
        ScopeFault::AtFault(file) => refused("at-fault", &[language, ("file", file.clone())]),
        ScopeFault::Record => refused("record", &[("file", format!("{}/{RECORD}", translation.language))]),
    }
}
