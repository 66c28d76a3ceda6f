//! The live page: while someone writes courses on this machine, a page in their browser shows each change as it is saved, and
//! what checking found. It is never there unless it was asked for.

use std::convert::Infallible;
use std::time::{SystemTime, UNIX_EPOCH};

use app::live::{LivePanel, MOST_FINDINGS};
use app::words::Words;
use axum::Router;
use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use course::{Diagnostic, Severity};
use futures_util::{Stream, stream};
use store::policy::{AtTheConsole, MaySeeChecks};
use tokio::sync::watch;

use crate::countries::PACKS;
use crate::serve::assets;
use crate::serve::fault::Fault;
use crate::state::Haven;
use crate::view;

/// What pages listen to.
pub(crate) struct Live {
    /// Which state of the courses it is: another number for each, and after a new start of the server. None once it stops.
    turn: watch::Sender<Option<u64>>,
    may: MaySeeChecks,
}

impl Live {
    /// Whoever started Haven lets everyone who reaches it see what checking found.
    pub(crate) fn new(may: AtTheConsole) -> Self {
        let began = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        Self { turn: watch::Sender::new(Some(u64::try_from(began).unwrap_or_default())), may: may.may_see_checks() }
    }

    /// Tells every open page that it is an old one.
    pub(crate) fn tell(&self) {
        self.turn.send_modify(|turn| *turn = turn.map(|turn| turn + 1));
    }

    /// Lets go every page that listens, so that the server need not wait for them.
    pub(crate) fn close(&self) {
        self.turn.send_replace(None);
    }

    fn turns(&self) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
        let mut turns = self.turn.subscribe();
        turns.mark_changed();
        stream::unfold(turns, async |mut turns| {
            turns.changed().await.ok()?;
            let turn = (*turns.borrow_and_update())?;
            Some((Ok(Event::default().data(turn.to_string())), turns))
        })
    }
}

/// Where pages listen.
pub(crate) fn routes() -> Router<Haven> {
    Router::new().route("/live", get(listen))
}

async fn listen(State(haven): State<Haven>) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Fault> {
    let live = haven.live.as_ref().ok_or(Fault::NotFound)?;
    Ok(Sse::new(live.turns()).keep_alive(KeepAlive::default()))
}

/// What a page at this path shows of it: of a course's page what is wrong with the course, elsewhere what is wrong with any.
pub(crate) fn panel(haven: &Haven, words: &Words, path: &str) -> Option<LivePanel> {
    let live = haven.live.as_ref()?;
    let turn = (*live.turn.borrow()).unwrap_or_default();
    let own = path.split('/').skip(2).collect::<Vec<_>>();
    let own = if let ["courses", slug, ..] = own[..] { Some(slug) } else { None };
    let shelves = haven.courses.shelves(live.may);
    let shown = shelves.iter().filter(|(slug, _)| own.is_none_or(|own| own == *slug));
    let mut found: Vec<(&str, &Diagnostic)> = Vec::new();
    for (slug, shelf) in shown {
        found.extend(shelf.diagnostics.iter().map(|one| (slug.as_str(), one)));
    }
    let known = haven.countries.known();
    if own.is_none() {
        found.extend(known.diagnostics.iter().map(|one| (PACKS, one)));
    }
    found.sort_by_key(|(_, one)| one.severity);
    let count = |severity| found.iter().filter(|(_, one)| one.severity == severity).count();
    let findings = found.iter().take(MOST_FINDINGS).map(|(folder, one)| {
        let place = format!("{folder}/{}", one.file);
        view::finding(words, one, &place)
    });
    Some(LivePanel {
        script: assets::live(),
        style: assets::live_style(),
        turn,
        is_course: own.is_some(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: findings.collect(),
    })
}
