//! Which answers count, of all that arrived. Every arrival is kept; this says what was meant, whatever was sent twice,
//! overtaken on the way or typed in two tabs.

use std::collections::BTreeMap;

use crate::Answer;

/// An answer as it arrived at the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival<'a> {
    /// The question's id.
    pub question: &'a str,
    /// The tab, or the form, that sent it.
    pub tab: &'a str,
    /// Its number in that tab: a later answer has a higher one.
    pub seq: u64,
    /// Whether it arrived after the deadline.
    pub late: bool,
    /// The answer.
    pub given: &'a Answer,
}

/// The arrival that counts for each question. `arrivals` stand in the order in which they reached the server.
///
/// A late one never counts. Within a tab a lower number never replaces a higher, and the same number again is the same
/// answer again. Between tabs the later arrival counts. A blank answer counts too: it takes back what was given.
pub fn current<'a>(arrivals: &'a [Arrival<'a>]) -> BTreeMap<&'a str, &'a Arrival<'a>> {
    let mut highest = BTreeMap::new();
    let mut current = BTreeMap::new();
    for arrival in arrivals.iter().filter(|arrival| !arrival.late) {
        let seen = highest.entry((arrival.question, arrival.tab)).or_insert(None);
        if *seen < Some(arrival.seq) {
            *seen = Some(arrival.seq);
            current.insert(arrival.question, arrival);
        }
    }
    current
}
