//! The log: to the standard error, for a reader or a line of JSON an event. A panic is an event of it, too.

use anyhow::Context;
use tracing_subscriber::EnvFilter;

/// How the log is written.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

/// Starts the log.
///
/// # Errors
/// If `filter` is none.
pub(super) fn start(filter: &str, format: Format) -> anyhow::Result<()> {
    let filter =
        EnvFilter::try_new(filter).context("--log is no filter: write it like `debug` or `info,sqlx=debug`")?;
    // Below that it quotes addresses that were typed.
    let filter = filter.add_directive("tower_http::csrf=info".parse()?);
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match format {
        Format::Text => log.init(),
        Format::Json => log.json().init(),
    }
    // Where it was, under the request's id; never what it said: it may quote what a person wrote.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "a mistake in Haven: what was being done is given up, and nothing else");
    }));
    Ok(())
}
