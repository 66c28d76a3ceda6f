//! What one may do now.

use leptos::prelude::*;

use crate::parts::{Notice, Way, ways};
use crate::tongue::Titled;
use crate::words::{t, tw};

/// Home, for whoever is signed in.
pub struct HomePage {
    /// The login name.
    pub login: String,
    /// The courses one is enrolled in.
    pub learning: Vec<Learning>,
    /// What one's roles open, each with a first look inside.
    pub rooms: Vec<Room>,
    /// The catalogue.
    pub catalogue: String,
}

/// A course one is enrolled in.
pub struct Learning {
    /// Its page; none if it cannot be shown.
    pub href: Option<String>,
    /// Its title.
    pub title: Titled,
    /// Steps done of all; none if that cannot be told.
    pub progress: Option<(usize, usize)>,
    /// Where to go on.
    pub ways: Vec<Way>,
    /// A word to whoever cannot go on.
    pub note: Option<String>,
}

/// Something a role opens.
pub struct Room {
    /// The stem of its messages: `-title`, `-text`.
    pub stem: &'static str,
    /// Its address.
    pub href: String,
    /// What is to be seen there now, in a line.
    pub now: String,
}

impl HomePage {
    /// Draws the page.
    #[must_use]
    pub fn view(self) -> AnyView {
        let none = self.learning.is_empty() && self.rooms.is_empty();
        let learning = self.learning.into_iter().map(learning).collect_view();
        let rooms = self.rooms.into_iter().map(|room| {
            view! {
                <section class="room">
                    <h2><a href=room.href>{t(&format!("{}-title", room.stem))}</a></h2>
                    <p>{t(&format!("{}-text", room.stem))}</p>
                    <p class="now">{room.now}</p>
                </section>
            }
        });
        view! {
            <h1>{tw("home-title", &[("login", self.login.into())])}</h1>
            {none.then(|| view! { <p class="lead">{t("home-nothing")}</p> })}
            {rooms.collect_view()}
            {learning}
            <p class="actions"><a class=none.then_some("button") href=self.catalogue>{t("home-catalogue")}</a></p>
        }
        .into_any()
    }
}

fn learning(course: Learning) -> impl IntoView {
    let title = course.title.view();
    let title = match course.href {
        Some(href) => view! { <a href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let progress = course.progress.map(|(done, all)| {
        view! {
            <p>{tw("progress", &[("done", done.into()), ("all", all.into())])}</p>
            <progress value=done.to_string() max=all.to_string() aria-hidden="true"></progress>
        }
    });
    view! {
        <section class="learning">
            <h2>{title}</h2>
            {progress}
            {course.note.map(|note| view! { <Notice kind="info" text=note /> })}
            {ways(course.ways)}
        </section>
    }
}
