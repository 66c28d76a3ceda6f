//! The document around every page: head, who is signed in, help and a quick way out in the same place everywhere.

use leptos::prelude::*;

use crate::live::LivePanel;
use crate::parts::Languages;
use crate::words::{Words, speak, t, tw};

/// What the document needs beside the page itself.
pub struct Frame {
    /// The interface's words.
    pub words: Words,
    /// The language of the addresses, which is that of the content: the first part of each.
    pub at: String,
    /// The languages in which one may go on.
    pub languages: Languages,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// The page's title, without the site's name.
    pub title: String,
    /// The login name of who is signed in.
    pub login: Option<String>,
    /// Where the page is, to come back to after signing in.
    pub here: String,
    /// What the page wears.
    pub style: Style,
    /// The address of `load.js`, which leaves quickly and starts islands.
    pub load: String,
    /// The addresses of the islands' bundle, if the page has any.
    pub islands: Option<Islands>,
    /// The address of the script that keeps answers, if the page takes any.
    pub keep: Option<String>,
    /// What the page shows while someone writes.
    pub live: Option<LivePanel>,
    /// The version of Haven.
    pub version: &'static str,
}

/// The style sheet, as a page carries it.
#[derive(Clone, Debug)]
pub enum Style {
    /// Whole, so that a first visit is one answer: its hash stands in the page's policy.
    Inside(&'static str),
    /// By its address: whoever stays has it after their first page, and every page after that is so much lighter.
    At(String),
}

impl Style {
    fn view(self) -> AnyView {
        match self {
            Self::Inside(text) => view! { <style inner_html=text></style> }.into_any(),
            Self::At(address) => view! { <link rel="stylesheet" href=address /> }.into_any(),
        }
    }
}

/// The addresses of the islands' bundle.
#[derive(Clone, Debug)]
pub struct Islands {
    /// The module that wasm-bindgen wrote.
    pub module: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// Draws a whole document.
pub fn document(frame: Frame, page: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        speak(frame.words.clone());
        let page = page();
        view! { <Document frame page /> }.to_html()
    });
    owner.cleanup();
    format!("<!DOCTYPE html>{html}")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[component]
fn Document(frame: Frame, page: AnyView) -> impl IntoView {
    let lang = frame.words.tag().to_owned();
    // As text between elements, Leptos would put a marker after it, which a title shows.
    let title = escape(&format!("{} · Haven", frame.title));
    let (module, wasm) = frame.islands.map(|islands| (islands.module, islands.wasm)).unzip();
    let keep = frame.keep.map(|src| view! { <script type="module" src=src></script> });
    view! {
        <html lang=lang dir=frame.direction>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <title inner_html=title></title>
                <link rel="icon" href="/assets/emblem.svg" type="image/svg+xml" />
                {frame.style.view()}
                <script type="module" src=frame.load data-module=module data-wasm=wasm></script>
                {keep}
                {frame.live.as_ref().map(LivePanel::head)}
            </head>
            <body>
                <a class="skip" href="#main">{t("skip")}</a>
                <Header lang=frame.at login=frame.login here=frame.here />
                {frame.live.map(LivePanel::view)}
                <main id="main" tabindex="-1">{frame.languages.view()}{page}</main>
                <footer>
                    <p><a href="/verify">{t("verify-title")}</a></p>
                    <p>{tw("footer-version", &[("version", frame.version.into())])}</p>
                </footer>
            </body>
        </html>
    }
}

#[component]
fn Header(lang: String, login: Option<String>, here: String) -> impl IntoView {
    let signed_in = login.is_some();
    let home = if signed_in { format!("/{lang}/home") } else { format!("/{lang}/") };
    let who = match login {
        Some(login) => view! { <SignedIn lang=lang.clone() login /> }.into_any(),
        None => view! { <a href=format!("/{lang}/sign-in?next={here}")>{t("sign-in")}</a> }.into_any(),
    };
    view! {
        <header>
            <a class="brand" href=home><Emblem />"Haven"</a>
            <nav aria-label=t("nav-label")>
                <a href=format!("/{lang}/")>{t("nav-courses")}</a>
                {who}
            </nav>
            <div class="safety">
                <a href=format!("/{lang}/help")>{t("get-help")}</a>
                <a class="leave" href=format!("/{lang}/leave") rel="nofollow">{t("leave-quickly")}</a>
            </div>
        </header>
    }
}

#[component]
fn SignedIn(lang: String, login: String) -> impl IntoView {
    view! {
        <form class="who" method="post" action=format!("/{lang}/sign-out")>
            <a href=format!("/{lang}/account")><bdi>{login}</bdi></a>
            <button class="link">{t("not-you")}</button>
        </form>
    }
}

/// The harbour light.
#[component]
fn Emblem() -> impl IntoView {
    view! {
        <svg class="emblem" viewBox="0 0 64 64" aria-hidden="true">
            <path
                fill="currentColor"
                stroke="none"
                d="M26 14q1-6 6-7 5 1 6 7v8H26zM27 25h10l2 17q-7 4-14 0zM24 17v3L8 25q1-5 3-9zM40 17v3l16 5q-1-5-3-9z"
            />
            <path stroke-width="3.5" d="M8 31a24 24 0 0 0 48 0M16 47q8-4 16 0t16 0" />
        </svg>
    }
}
