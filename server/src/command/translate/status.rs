//! `haven translate status`: how far each language is.

use std::path::Path;
use std::process::ExitCode;

use course::{BlockState, TranslatedBlock, Translation};
use serde_json::{Value, json};

use super::{Format, Read, read, refused, said};
use crate::command::check;
use crate::terminal::{say, say_line};

pub(super) fn run(folder: &Path, format: Format) -> anyhow::Result<ExitCode> {
    let courses = check::courses(folder).iter().map(|folder| read(folder)).collect::<Result<Vec<_>, _>>()?;
    if courses.is_empty() {
        return Err(refused("no-course", &[("folder", folder.display().to_string())]));
    }
    match format {
        Format::Human => say(courses.iter().map(human).collect::<String>())?,
        Format::Json => say_line(json!({ "courses": courses.iter().map(program).collect::<Vec<_>>() }))?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Blocks by how they fare, and the words there are to translate.
struct Count {
    done: usize,
    stale: usize,
    missing: usize,
    words: usize,
}

impl Count {
    fn of<'b>(blocks: impl Iterator<Item = &'b TranslatedBlock>) -> Self {
        blocks.fold(Self { done: 0, stale: 0, missing: 0, words: 0 }, |all, block| match block.state {
            BlockState::Done => Self { done: all.done + 1, ..all },
            BlockState::Stale => Self { stale: all.stale + 1, words: all.words + block.words, ..all },
            BlockState::Same | BlockState::Missing => {
                Self { missing: all.missing + 1, words: all.words + block.words, ..all }
            }
        })
    }

    fn said(&self, code: &str, name: &str) -> String {
        let about = [
            ("name", name.into()),
            ("done", self.done.into()),
            ("all", (self.done + self.stale + self.missing).into()),
            ("stale", self.stale.into()),
            ("missing", self.missing.into()),
            ("words", self.words.into()),
        ];
        said(code, &about)
    }

    fn json(&self) -> Value {
        json!({ "done": self.done, "stale": self.stale, "missing": self.missing, "words": self.words })
    }
}

/// A line for each language, and below it one for each file in which there is something to do.
fn human(course: &Read) -> String {
    let mut text = format!("{}\n", said("status", &[("course", course.name.as_str().into())]));
    if course.loaded.translations.is_empty() {
        text.push_str(&format!("  {}\n", said("status-none", &[])));
    }
    for one in &course.loaded.translations {
        text.push_str(&format!("  {}\n", Count::of(one.blocks()).said("status-language", one.language.as_ref())));
        for page in &one.pages {
            let count = Count::of(page.blocks.iter());
            if page.is_at_fault {
                text.push_str(&format!("    {}\n", said("status-at-fault", &[("name", page.file.as_str().into())])));
            } else if count.words > 0 {
                text.push_str(&format!("    {}\n", count.said("status-file", &page.file)));
            }
        }
    }
    text
}

fn program(course: &Read) -> Value {
    let source = course.loaded.course.as_ref().map(|course| course.settings.source_language.as_ref());
    let languages: Vec<Value> = course.loaded.translations.iter().map(language).collect();
    json!({ "course": course.name, "source": source, "languages": languages })
}

fn language(one: &Translation) -> Value {
    let file = |page: &course::TranslatedPage| {
        let mut about = Count::of(page.blocks.iter()).json();
        about["file"] = json!(page.file);
        about["there"] = json!(page.is_there);
        about["errors"] = json!(page.is_at_fault);
        about
    };
    let mut about = Count::of(one.blocks()).json();
    about["language"] = json!(one.language.as_ref());
    about["files"] = one.pages.iter().map(|page| file(page)).collect();
    about
}
