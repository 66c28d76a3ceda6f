//! Whether a certificate holds, on a given day.

use time::Date;

use crate::Facts;

/// What a certificate is worth on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It holds.
    Valid,
    /// It held until this day, and that day too.
    Expired {
        /// The last day on which it was valid.
        on: Date,
    },
    /// It was taken back.
    Revoked {
        /// The day on which it was.
        on: Date,
        /// The reason that was given.
        why: String,
    },
}

/// That a certificate was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// The day on which it was.
    pub on: Date,
    /// The reason that was given.
    pub why: String,
}

/// The state of a certificate on a day. Being revoked weighs more than having expired.
pub fn state(facts: &Facts, revocation: Option<&Revocation>, today: Date) -> State {
    match (revocation, facts.expires_on) {
        (Some(Revocation { on, why }), _) => State::Revoked { on: *on, why: why.clone() },
        (None, Some(on)) if on < today => State::Expired { on },
        (None, _) => State::Valid,
    }
}
