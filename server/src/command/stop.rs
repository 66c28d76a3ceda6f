//! Being asked to stop: Ctrl-C or a polite kill.

/// Ends when one is asked to stop; it is heard from now on. Whoever asks a second time does not wait.
///
/// # Errors
/// If the system does not let signals be heard.
pub(super) fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut signals = Signals::heard()?;
    Ok(async move {
        signals.next().await;
        tracing::info!("stopping: what is being answered is finished first; asked again, it ends at once");
        tokio::spawn(async move {
            signals.next().await;
            std::process::exit(1);
        });
    })
}

#[cfg(unix)]
struct Signals(tokio::signal::unix::Signal, tokio::signal::unix::Signal);

#[cfg(unix)]
impl Signals {
    fn heard() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self(signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?))
    }

    async fn next(&mut self) {
        tokio::select! { _ = self.0.recv() => {}, _ = self.1.recv() => {} }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn heard() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) {
        tokio::signal::ctrl_c().await.unwrap_or(());
    }
}
