//! What every request may use. Clock and store come in from outside, so that a test can hold them.

use std::sync::Arc;

use store::Store;

use crate::aside::Aside;
use crate::countries::Countries;
use crate::library::Library;
use crate::live::Live;
use crate::password::Passwords;

/// How many PDFs are set at once: each takes a core for a moment.
const PDFS_AT_ONCE: usize = 2;

/// The running server.
#[derive(Clone)]
pub(crate) struct Haven(Arc<Rooms>);

/// What the server is made of.
pub(crate) struct Rooms {
    pub(crate) store: Store,
    pub(crate) courses: Library,
    pub(crate) countries: Countries,
    pub(crate) passwords: Passwords,
    pub(crate) pdfs: Aside,
    /// How one comes to it.
    pub(crate) reached: Reached,
    /// What pages listen to while someone writes.
    pub(crate) live: Option<Live>,
    /// The demo people, shown on the sign-in page; none outside a demonstration.
    pub(crate) demo: Vec<DemoPerson>,
}

/// How one comes to the server.
pub(crate) struct Reached {
    /// Where the world finds it, without a slash at the end.
    pub(crate) url: String,
    /// A web server in front says whom it speaks for.
    pub(crate) behind_proxy: bool,
    /// It answers to the names of this machine only: a page of the web that gives one of its own this address is no visitor.
    pub(crate) from_here_only: bool,
}

/// Someone who exists only to try Haven out.
#[derive(Clone)]
pub(crate) struct DemoPerson {
    pub(crate) login: &'static str,
    pub(crate) password: &'static str,
    pub(crate) role: Option<store::names::Role>,
}

impl Haven {
    pub(crate) fn new(
        store: Store,
        courses: Library,
        countries: Countries,
        reached: Reached,
        live: Option<Live>,
        demo: Vec<DemoPerson>,
    ) -> Self {
        let (passwords, pdfs) = (Passwords::new(), Aside::new(PDFS_AT_ONCE));
        Self(Arc::new(Rooms { store, courses, countries, passwords, pdfs, reached, live, demo }))
    }

    /// Cookies of a server that is reached over https carry `Secure` and `__Host-`.
    pub(crate) fn is_https(&self) -> bool {
        self.reached.url.starts_with("https://")
    }
}

impl std::ops::Deref for Haven {
    type Target = Rooms;

    fn deref(&self) -> &Rooms {
        &self.0
    }
}
