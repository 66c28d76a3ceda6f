//! What the browser and the server both compile. The server draws pages from it, with every word from `locales/`; the browser
//! starts the few islands in it. It draws what it is handed: no database, no clock, no address it was not given.
//!
//! - [`shell`]: the document around every page. - [`pages`]: a page a file, in folders by who opens it.
//! - [`parts`]: pieces that several pages share. - [`islands`]: the parts that need a browser. - [`words`]: the interface's words.
//! - [`tongue`]: the language of content, where it is another. - [`live`]: what a page shows while someone writes it.

pub mod islands;
#[cfg(feature = "ssr")]
pub mod live;
#[cfg(feature = "ssr")]
pub mod pages;
pub mod parts;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod tongue;
#[cfg(feature = "ssr")]
pub mod words;

/// Starts the islands of the page; the browser's side of `style/load.js` calls it once.
#[cfg(feature = "learn")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
