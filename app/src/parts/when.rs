//! A moment: its text says UTC; where scripts run, `style/load.js` says it in the reader's own time.

use fluent_bundle::FluentValue;
use leptos::prelude::*;

use crate::words::tw;

/// A moment, for a program and for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// RFC 3339, in UTC.
    pub machine: String,
    /// In words, in UTC.
    pub text: String,
}

impl When {
    /// The moment by itself.
    #[must_use]
    pub fn view(self) -> AnyView {
        view! { <time datetime=self.machine>{self.text}</time> }.into_any()
    }
}

/// How long a sitting still lasts, and until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLeft {
    /// Milliseconds.
    pub left: i64,
    /// When the clock submits.
    pub until: When,
}

impl TimeLeft {
    /// Whole minutes, rounded down: nobody is promised time that is not there.
    #[must_use]
    pub fn minutes(&self) -> i64 {
        self.left.max(0) / 60_000
    }

    /// In words, as long as no script counts.
    pub(crate) fn view(self) -> AnyView {
        let minutes = self.minutes();
        said_with("time-until", "until", self.until, &[("minutes", minutes.into())])
    }
}

/// What stands for what is drawn while its message is put together: a character no text has.
const PLACE: &str = "\u{fdd0}";

/// The message `id` with a moment in it, as its argument `name`, and other arguments.
pub(crate) fn said_with(id: &str, name: &str, when: When, others: &[(&str, FluentValue<'_>)]) -> AnyView {
    said_around(id, name, when.view(), others)
}

/// The message `id` with something drawn in it, as its argument `name`, and other arguments.
pub(crate) fn said_around(id: &str, name: &str, drawn: AnyView, others: &[(&str, FluentValue<'_>)]) -> AnyView {
    let mut arguments = others.to_vec();
    arguments.push((name, PLACE.into()));
    let message = tw(id, &arguments);
    let (before, after) = message.split_once(PLACE).unwrap_or((&message, ""));
    view! { {before.to_owned()}{drawn}{after.to_owned()} }.into_any()
}
