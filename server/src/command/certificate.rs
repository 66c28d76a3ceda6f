//! `haven certificate`: revoke one, with its reason.

use std::process::ExitCode;

use anyhow::{anyhow, bail};
use certificate::Number;
use clap::{Args, Subcommand};
use store::certificates::{Revoked, revoke};
use store::policy;

use super::Database;
use crate::terminal::say_line;

#[derive(Args)]
pub(crate) struct Certificate {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Take a certificate back. It stays in the records, marked as revoked.
    Revoke {
        /// The number printed on it; blanks, hyphens and case do not count.
        number: String,
        /// The reason, as the public page will show it.
        #[arg(long)]
        why: String,
        /// Its holder may claim another, as when the name was misspelt. Without this, none is issued for the course any more.
        #[arg(long)]
        reissue: bool,
        #[command(flatten)]
        database: Database,
    },
}

impl Certificate {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        let What::Revoke { number, why, reissue, database } = self.what;
        let number = Number::parse(&number).map_err(|error| anyhow!("{number} is no certificate number: {error}"))?;
        let why = why.trim();
        if why.is_empty() {
            bail!("--why is empty: the public page has to give a reason");
        }
        let store = database.open().await?;
        let outcome = revoke(&store, policy::at_the_console(), number.to_string(), why.to_owned(), reissue).await?;
        store.close().await?;
        match outcome {
            Revoked::Done if reissue => {
                say_line(format!("{number} is revoked: {why}\nIts holder may claim another."))?;
            }
            Revoked::Done => {
                say_line(format!("{number} is revoked: {why}\nIts holder can claim no other for this course."))?;
            }
            Revoked::Already(before) => {
                say_line(format!("{number} was revoked on {} already: {}", before.at.date(), before.why))?;
            }
            Revoked::Unknown => bail!("there is no certificate {number} in this database"),
        }
        Ok(ExitCode::SUCCESS)
    }
}
