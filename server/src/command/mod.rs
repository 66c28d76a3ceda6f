//! What can be typed after `haven`.

mod analyse;
mod certificate;
mod check;
mod language;
mod log;
mod new;
mod person;
mod serve;
mod stop;
mod translate;

use std::process::ExitCode;
use std::time::Duration;

use app::words::{FluentValue, Words};
use clap::{Args, Parser, Subcommand};
use store::{Clock, Store};

/// Haven: courses in child online protection, from a folder of Markdown to a certificate anyone can check.
#[derive(Parser)]
#[command(name = "haven", version)]
pub(crate) struct Haven {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the courses to browsers.
    Serve(serve::Serve),
    /// Check folders of courses and their country packs: every mistake with its place and its mend.
    Check(check::Check),
    /// Make a course: one to begin with, or of a folder of Markdown.
    New(new::New),
    /// Translate courses: how far each language is, where to begin, what is accepted.
    Translate(translate::Translate),
    /// Tell how good a test was, item by item, from a table of marks.
    Analyse(analyse::Analyse),
    /// Add people and give them roles.
    Person(person::Person),
    /// Revoke certificates.
    Certificate(certificate::Certificate),
}

/// Where the database is, for every command that needs it.
#[derive(Args)]
struct Database {
    /// The database.
    #[arg(long, env = "HAVEN_DATABASE", hide_env_values = true, default_value = "sqlite:haven.db?mode=rwc")]
    database: String,
}

impl Database {
    /// Opens the database, and makes it if it is a file that is not there: to serve, and to add the first person.
    async fn open_or_make(&self) -> anyhow::Result<Store> {
        self.open_at(&self.database).await
    }

    /// Opens the database that is there: whoever changes something in it, in a wrong folder, is told so and makes none.
    async fn open(&self) -> anyhow::Result<Store> {
        self.open_at(&self.database.replace("mode=rwc", "mode=rw")).await
    }

    async fn open_at(&self, url: &str) -> anyhow::Result<Store> {
        Store::open(url, Clock::system()).await.map_err(|why| {
            let about = [("database", shown(&self.database).into()), ("what", why.what().into())];
            stopped(&format!("open-{}", why.code()), &about)
        })
    }
}

/// What stopped a command, and how it is mended, in words for the terminal.
fn stopped(id: &str, about: &[(&str, FluentValue<'_>)]) -> anyhow::Error {
    let words = Words::english();
    anyhow::anyhow!("{}\n    = {}", words.text_with(id, about), words.text_with(&format!("{id}-mend"), about))
}

/// The address of a database without what is secret in it: a password before the host or among the settings.
fn shown(url: &str) -> String {
    let bare = if url.starts_with("postgres") { url.split('?').next().unwrap_or_default() } else { url };
    match bare.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?))) {
        Some((scheme, (user, place))) => format!("{scheme}://{}@{place}", user.split(':').next().unwrap_or_default()),
        None => bare.to_owned(),
    }
}

impl Haven {
    /// # Errors
    /// Whatever stopped the command, in words for the terminal.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Check(check) => check.run(),
            Command::New(new) => new.run(),
            Command::Translate(translate) => translate.run(),
            Command::Analyse(analyse) => analyse.run(),
            Command::Serve(serve) => finished(serve.run()),
            Command::Person(person) => finished(person.run()),
            Command::Certificate(certificate) => finished(certificate.run()),
        }
    }
}

/// How long work off the async threads, a password or a PDF, may go on when everything else has ended.
const LAST_WORK: Duration = Duration::from_secs(2);

fn finished(command: impl Future<Output = anyhow::Result<ExitCode>>) -> anyhow::Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let code = runtime.block_on(command);
    runtime.shutdown_timeout(LAST_WORK);
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_the_address_of_a_database_is_not_shown() {
        for (url, seen) in [
            ("postgres://haven:secret@db/haven", "postgres://haven@db/haven"),
            ("postgres://haven:se@cret@db/haven?password=secret", "postgres://haven@db/haven"),
            ("postgresql://db/haven?host=/run/postgresql", "postgresql://db/haven"),
            ("sqlite:haven.db?mode=rwc", "sqlite:haven.db?mode=rwc"),
        ] {
            assert_eq!(shown(url), seen);
        }
    }
}
