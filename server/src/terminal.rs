//! What a command says, to whoever sits at the terminal or to the program that reads it: the one way in which anything is written
//! there. `print!` and `eprintln!` panic where nobody reads any more.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write};

use app::words::Words;

/// Says a text as it stands, at once.
///
/// # Errors
/// If nobody reads it any more, or it cannot be written.
pub(crate) fn print(text: impl Display) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.to_string().as_bytes())?;
    out.flush()
}

/// Says a text as it stands. Whoever reads no more has what they wanted: the command goes on to its end without a word.
///
/// # Errors
/// If it cannot be written, on a full disk for example, in words for the terminal.
pub(crate) fn say(text: impl Display) -> anyhow::Result<()> {
    print(text).or_else(|error| unsaid(&error))
}

/// Says a line.
///
/// # Errors
/// As [`say`].
pub(crate) fn say_line(text: impl Display) -> anyhow::Result<()> {
    say(format!("{text}\n"))
}

/// What it is that something could not be said: nothing where nobody reads any more.
///
/// # Errors
/// If it could not be written.
pub(crate) fn unsaid(error: &io::Error) -> anyhow::Result<()> {
    if error.kind() == ErrorKind::BrokenPipe {
        return Ok(());
    }
    let words = Words::english();
    let what = words.text_with("unsaid", &[("why", error.to_string().into())]);
    Err(anyhow::anyhow!("{what}\n    = {}", words.text("unsaid-mend")))
}

/// Says a line beside the output. Where it cannot be said there is nobody to tell.
pub(crate) fn remark(text: impl Display) {
    io::stderr().lock().write_all(format!("{text}\n").as_bytes()).ok();
}
