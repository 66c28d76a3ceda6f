//! `haven translate start`: the pages of the source in the folder of a new language, to be written over.

use std::path::Path;
use std::process::ExitCode;

use course::{Folder, Language, pages_to_translate, to_translate};

use super::{Read, language, read, refused, said, unwritten};
use crate::on_disk;
use crate::terminal::say_line;

pub(super) fn run(folder: &Path, tag: &str) -> anyhow::Result<ExitCode> {
    let to = language(tag)?;
    let read = read(folder)?;
    let from = read.source()?;
    if *from == to {
        return Err(refused("source-itself", &[("language", to.to_string())]));
    }
    let (mut made, mut there) = (0, 0);
    for page in pages_to_translate(&Folder::new(folder), from).unwrap_or_default() {
        let text = std::fs::read_to_string(folder.join(from.as_ref()).join(&page));
        let text =
            text.map_err(|error| refused("unreadable", &[("file", page.clone()), ("why", error.to_string())]))?;
        let path = format!("{to}/{page}");
        let new = on_disk::make(folder, &path, begun(&text, from).as_bytes());
        let new = new.map_err(|why| unwritten(&folder.join(path), &why))?;
        if new { made += 1 } else { there += 1 }
    }
    let own = folder.join(to.as_ref()).display().to_string();
    let about = [("made", made.into()), ("there", there.into()), ("folder", own.into())];
    say_line(said("started", &about))?;
    if !is_listed(&read, &to) {
        say_line(said("list-it", &[("language", to.as_ref().into())]))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn is_listed(read: &Read, language: &Language) -> bool {
    read.loaded.course.as_ref().is_some_and(|course| course.settings.languages.contains(language))
}

/// A page to be translated, with a note at its top.
fn begun(text: &str, from: &Language) -> String {
    format!("<!-- {} -->\n\n{}", said("note", &[("language", from.as_ref().into())]), to_translate(text))
}
