//! What stands in the record of a certificate today: its facts and its state, for the public page and for programs.

use certificate::{Facts, Number, Revocation, State};
use store::certificates;

use crate::serve::fault::Fault;
use crate::state::Haven;

/// A certificate that this server has issued.
pub(crate) struct Verified {
    /// Every certified fact.
    pub(crate) facts: Facts,
    /// What it is worth today.
    pub(crate) state: State,
}

/// The certificate of this number, if there is one.
pub(crate) async fn verified(haven: &Haven, number: Number) -> Result<Option<Verified>, Fault> {
    let Some(found) = certificates::find(&haven.store, &number.to_string()).await? else { return Ok(None) };
    let facts: Facts = serde_json::from_value(found.facts).map_err(anyhow::Error::from)?;
    let revocation = found.revoked.map(|one| Revocation { on: one.at.date(), why: one.why });
    let state = certificate::state(&facts, revocation.as_ref(), haven.store.now().date());
    Ok(Some(Verified { facts, state }))
}
