//! Where one may go next: the first way is a button, the others are links.

use leptos::prelude::*;

/// A way on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What is said of it.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

/// The ways on, in a line.
#[must_use]
pub fn ways(ways: Vec<Way>) -> AnyView {
    let way = |(at, way): (usize, Way)| {
        let class = if at == 0 { "button" } else { "" };
        view! { <a class=class href=way.href>{way.text}</a>" " }
    };
    view! { <p class="actions">{ways.into_iter().enumerate().map(way).collect_view()}</p> }.into_any()
}
