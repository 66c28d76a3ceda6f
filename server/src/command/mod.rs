//! What can be typed after `haven`.

mod certificate;
mod check;
mod person;
mod serve;

use std::process::ExitCode;

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
    /// Add people and give them roles.
    Person(person::Person),
    /// Revoke certificates.
    Certificate(certificate::Certificate),
}

/// Where the database is, for every command that needs it.
#[derive(Args)]
struct Database {
    /// The database.
    #[arg(long, env = "HAVEN_DATABASE", default_value = "sqlite:haven.db?mode=rwc")]
    database: String,
}

impl Database {
    async fn open(&self) -> anyhow::Result<Store> {
        Store::open(&self.database, Clock::system())
            .await
            .map_err(|error| anyhow::anyhow!("the database {} cannot be opened: {error}", self.database))
    }
}

impl Haven {
    /// # Errors
    /// Whatever stopped the command, in words for the terminal.
    pub(crate) fn run(self) -> anyhow::Result<ExitCode> {
        match self.command {
            Command::Check(check) => Ok(check.run()),
            Command::Serve(serve) => runtime()?.block_on(serve.run()),
            Command::Person(person) => runtime()?.block_on(person.run()),
            Command::Certificate(certificate) => runtime()?.block_on(certificate.run()),
        }
    }
}

fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().enable_all().build()?)
}
