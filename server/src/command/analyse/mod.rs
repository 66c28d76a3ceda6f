//! `haven analyse`: how good a test was, from a table of marks of any origin. It needs no course and no database.

mod fault;
mod human;
mod mark;
mod sheet;
mod text;

use std::path::PathBuf;
use std::process::ExitCode;

use app::words::Words;
use assessment::statistics::Statistics;
use clap::{Args, ValueEnum};

use self::fault::{Fault, Note};
use super::language;
use crate::shown::visible;
use crate::terminal::{remark, say, say_line};

#[derive(Args)]
#[command(
    after_help = "The table: a first row with the items' names; if you like, a second named `max` with the most that each item \
    gives, else its highest mark counts as that; then a row a person, whose name stands first. A blank cell counts as 0. Between the \
    cells stands a comma, a semicolon or a tab. What the figures mean: docs/statistics.md.\n\nExit codes:\n  0  the figures are \
    printed\n  1  the table has errors\n  2  the command is mistyped, or the file cannot be read"
)]
pub(crate) struct Analyse {
    /// A table of marks, as any spreadsheet saves it: CSV.
    file: PathBuf,
    /// As JSON for a program, or as a table with words for a reader.
    #[arg(long, default_value = "json")]
    format: Format,
    /// The language of the words, such as fr: that of the terminal by default, and English where Haven does not speak it.
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Human,
}

/// The file cannot be read.
const WRONG_USAGE: u8 = 2;
/// So many mistakes are told: a table with more of them has one that is everywhere.
const TOLD: usize = 20;

/// `{"test": {...}, "items": [{...}]}`, in the order in which the figures are documented.
fn json(statistics: &Statistics) -> String {
    serde_json::to_string(statistics).expect("figures and names can be written")
}

impl Analyse {
    /// Says the figures, or what is wrong with the table.
    ///
    /// # Errors
    /// If the figures cannot be said.
    pub(crate) fn run(&self) -> anyhow::Result<ExitCode> {
        let words = language::words(self.language.as_deref());
        let bytes = match std::fs::read(&self.file) {
            Ok(bytes) => bytes,
            Err(error) => {
                let about = [("file", self.name().into()), ("why", error.to_string().into())];
                remark(format!("haven: {}", words.text_with("analyse-unreadable", &about)));
                remark(format!("    = {}", words.text("analyse-unreadable-mend")));
                return Ok(ExitCode::from(WRONG_USAGE));
            }
        };
        match sheet::read(&bytes) {
            Ok((table, notes)) => {
                notes.iter().for_each(|note| self.note(&words, note));
                let statistics = Statistics::of(&table);
                match self.format {
                    Format::Json => say_line(json(&statistics))?,
                    Format::Human => say(human::report(&words, &table, &statistics))?,
                }
                Ok(ExitCode::SUCCESS)
            }
            Err(faults) => {
                self.tell(&words, &faults);
                Ok(ExitCode::FAILURE)
            }
        }
    }

    fn name(&self) -> String {
        visible(&self.file.display().to_string())
    }

    fn note(&self, words: &Words, note: &Note) {
        remark(format!("haven: {}: {}", self.name(), visible(&note.words(words))));
    }

    /// Says what is wrong on the way beside the figures, so that whoever reads those reads nothing else.
    fn tell(&self, words: &Words, faults: &[Fault]) {
        for fault in faults.iter().take(TOLD) {
            let code = fault.code();
            remark(format!("{}{}: error[{code}]: {}", self.name(), fault.place(), visible(&fault.words(words))));
            remark(format!("    = {}\n", visible(&fault.mend(words))));
        }
        let more = faults.len().saturating_sub(TOLD);
        remark(words.text_with("analyse-faults", &[("count", faults.len().into()), ("more", more.into())]));
    }
}
