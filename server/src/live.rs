//! The live page: while someone writes courses on this machine, a page in their browser shows each change as it is saved, and
//! what checking found. It is never there unless it was asked for.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use app::live::{Findings, LivePanel, MOST_FINDINGS, Standing};
use axum::Router;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use course::{Diagnostic, Severity};
use futures_util::{Stream, StreamExt, stream};
use store::policy::{AtTheConsole, MaySeeChecks, Who};
use tokio::sync::{oneshot, watch};

use crate::countries::PACKS;
use crate::library::Shelf;
use crate::serve::assets;
use crate::serve::fault::Fault;
use crate::serve::visit::Visit;
use crate::state::Haven;
use crate::view;

/// So many pages listen at once. Each keeps a connection, of which the server has no end: whoever has listened longest is let go, and
/// an open page that is seen listens anew.
const MOST_EARS: usize = 60;

/// What pages listen to.
pub(crate) struct Live {
    /// Which state of the courses it is: another number for each, and after a new start of the server. None once it stops.
    turn: watch::Sender<Option<u64>>,
    /// To count what is wrong: what it is, those hear who may see it.
    may: MaySeeChecks,
    /// The folder of courses cannot be looked at.
    away: AtomicBool,
    /// Those who listen, the longest first: who is taken out of it is let go.
    ears: Mutex<VecDeque<oneshot::Sender<Infallible>>>,
}

impl Live {
    /// Whoever started Haven lets everyone who reaches it see how much checking found.
    pub(crate) fn new(may: AtTheConsole) -> Self {
        let began = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let turn = watch::Sender::new(Some(u64::try_from(began).unwrap_or_default()));
        Self { turn, may: may.may_see_checks(), away: AtomicBool::new(false), ears: Mutex::default() }
    }

    /// Tells every open page that it is an old one.
    pub(crate) fn tell(&self) {
        self.turn.send_modify(|turn| *turn = turn.map(|turn| turn + 1));
    }

    /// Remembers whether the folder of courses cannot be looked at. Whether that is new.
    pub(crate) fn set_away(&self, away: bool) -> bool {
        self.away.swap(away, Ordering::Relaxed) != away
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
        .take_until(self.ear())
    }

    /// A place among those who listen. It ends when whoever has it is let go.
    fn ear(&self) -> oneshot::Receiver<Infallible> {
        let (ear, let_go) = oneshot::channel();
        let mut ears = self.ears.lock().unwrap_or_else(PoisonError::into_inner);
        ears.retain(|ear| !ear.is_closed());
        while ears.len() >= MOST_EARS {
            ears.pop_front();
        }
        ears.push_back(ear);
        let_go
    }
}

/// Where pages listen.
pub(crate) fn routes() -> Router<Haven> {
    Router::new().route("/live", get(listen))
}

async fn listen(State(haven): State<Haven>) -> Result<impl IntoResponse, Fault> {
    let live = haven.live.as_ref().ok_or(Fault::NotFound)?;
    let turns = Sse::new(live.turns()).keep_alive(KeepAlive::default());
    // Whoever is let go gives the connection back too.
    Ok(([(header::CONNECTION, "close")], turns))
}

/// What a page shows of it: of a course's page what is wrong with the course, elsewhere what is wrong with any. A line of a bank says
/// which answer is right: what is wrong is for those who may see it, and others see how much it is.
pub(crate) fn panel(haven: &Haven, visit: &Visit) -> Option<LivePanel> {
    let live = haven.live.as_ref()?;
    let turn = (*live.turn.borrow()).unwrap_or_default();
    let (words, path) = (&visit.words, visit.here.split('?').next().unwrap_or_default());
    let own = path.split('/').skip(2).collect::<Vec<_>>();
    let own = if let ["courses", slug, ..] = own[..] { Some(slug) } else { None };
    let shelves = haven.courses.shelves(live.may);
    let shown = shelves.iter().filter(|(slug, _)| own.is_none_or(|own| own == *slug));
    let mut found: Vec<(&str, &Diagnostic)> = Vec::new();
    for (slug, shelf) in shown {
        found.extend(shelf.diagnostics.iter().map(|one| (slug.as_str(), one)));
    }
    let known = haven.countries.known();
    // What is inside the program nobody who writes here can mend.
    if own.is_none() && !known.is_shipped {
        found.extend(known.diagnostics.iter().map(|one| (PACKS, one)));
    }
    found.sort_by_key(|(_, one)| one.severity);
    let count = |severity| found.iter().filter(|(_, one)| one.severity == severity).count();
    let finding = |(folder, one): &(&str, &Diagnostic)| view::finding(words, one, &format!("{folder}/{}", one.file));
    let findings = match visit.who.as_ref().map(Who::may_see_checks) {
        Some(Some(_)) => Findings::Shown(found.iter().take(MOST_FINDINGS).map(finding).collect()),
        Some(None) => Findings::ForAuthors(None),
        None => Findings::ForAuthors(Some(visit.sign_in())),
    };
    Some(LivePanel {
        script: assets::live(),
        style: assets::live_style(),
        turn,
        standing: standing(own.and_then(|own| shelves.get(own))),
        is_away: live.away.load(Ordering::Relaxed),
        misnamed: haven.courses.misnamed(live.may),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings,
    })
}

/// How the course stands whose page it is.
fn standing(shelf: Option<&Shelf>) -> Standing {
    match shelf {
        Some(Shelf { is_sound: false, served: Some(_), .. }) => Standing::LastGood,
        Some(Shelf { is_sound: false, served: None, .. }) => Standing::NeverGood,
        _ => Standing::Sound,
    }
}
