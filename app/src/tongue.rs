//! The language of what an author wrote, where it is not the interface's: content carries its own `lang` and `dir`.

use serde::{Deserialize, Serialize};

/// The values of `lang` and `dir` on an element with content. None where the page's own hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tongue {
    /// The language's tag.
    pub lang: Option<String>,
    /// `ltr` or `rtl`.
    pub dir: Option<String>,
}

impl Tongue {
    /// The tongue of content in `lang`, written in the direction `dir`, on a page in `page`.
    #[must_use]
    pub fn new(page: &str, lang: &str, dir: &str) -> Self {
        if page == lang { Self::default() } else { Self { lang: Some(lang.to_owned()), dir: Some(dir.to_owned()) } }
    }
}

/// A title that an author wrote, with its language.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titled {
    /// The title.
    pub text: String,
    /// Its language.
    pub tongue: Tongue,
}

#[cfg(feature = "ssr")]
impl Titled {
    /// Draws it, to stand in a line.
    #[must_use]
    pub fn view(self) -> leptos::prelude::AnyView {
        use leptos::prelude::*;
        let Self { text, tongue: Tongue { lang, dir } } = self;
        match lang {
            Some(lang) => view! { <span lang=lang dir=dir>{text}</span> }.into_any(),
            None => text.into_any(),
        }
    }
}
