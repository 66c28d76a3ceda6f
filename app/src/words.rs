//! The interface's words: Fluent files in `locales/`, a folder a language, inside the binary. The pages ask for them by id
//! with [`t`] and [`tw`]; an island is handed the words it needs.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

pub use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use leptos::prelude::{expect_context, provide_context};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "locales"]
struct Files;

const ENGLISH: &str = "en";

/// The words of one language.
#[derive(Clone)]
pub struct Words(Arc<Language>);

struct Language {
    tag: String,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The words in the language of this tag, if Haven speaks it.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        static ALL: OnceLock<BTreeMap<String, Words>> = OnceLock::new();
        ALL.get_or_init(read_all).get(tag).cloned()
    }

    /// English, which is always there.
    #[must_use]
    pub fn english() -> Self {
        Self::of(ENGLISH).expect("app/locales/en is inside the binary")
    }

    /// The tag of this language.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// The message `id`.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.text_with(id, &[])
    }

    /// The message `id` with its arguments; in English where this language does not have it yet. An id that is not there either is
    /// shown as itself: a test sees to it that none is.
    #[must_use]
    pub fn text_with(&self, id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
        let Some(pattern) = self.0.bundle.get_message(id).and_then(|message| message.value()) else {
            return if self.tag() == ENGLISH { id.to_owned() } else { Self::english().text_with(id, arguments) };
        };
        let mut args = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            args.set((*name).to_owned(), value.clone());
        }
        self.0.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    /// Whether there is a message `id`.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.bundle.has_message(id)
    }
}

fn read_all() -> BTreeMap<String, Words> {
    read(Files::iter().map(|path| {
        let file = Files::get(&path).expect("it was listed");
        (path.into_owned(), String::from_utf8(file.data.into_owned()).expect("locale files are UTF-8"))
    }))
}

/// The languages of these files, each in the folder of its language.
fn read(files: impl Iterator<Item = (String, String)>) -> BTreeMap<String, Words> {
    let mut bundles: BTreeMap<String, FluentBundle<FluentResource>> = BTreeMap::new();
    for (path, text) in files {
        let Some((tag, _)) = path.split_once('/') else { continue };
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        let bundle = bundles.entry(tag.to_owned()).or_insert_with(|| new_bundle(tag));
        bundle.add_resource_overriding(resource);
    }
    bundles.into_iter().map(|(tag, bundle)| (tag.clone(), Words(Arc::new(Language { tag, bundle })))).collect()
}

fn new_bundle(tag: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle
}

/// Makes `words` the ones that [`t`] and [`tw`] speak in this drawing.
pub fn speak(words: Words) {
    provide_context(words);
}

/// The message `id` in the language of the page being drawn.
#[must_use]
pub fn t(id: &str) -> String {
    expect_context::<Words>().text(id)
}

/// The message `id` with its arguments, in the language of the page being drawn.
#[must_use]
pub fn tw(id: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    expect_context::<Words>().text_with(id, arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_is_added_is_spoken_and_what_it_lacks_is_said_in_english() {
        let files = [("xx/check.ftl", "check-second-id = Zwei: { $id }"), ("xx/other.ftl", "course = Kurs")];
        let all = read(files.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())));
        let words = &all["xx"];
        assert_eq!(words.text_with("check-second-id", &[("id", "a".into())]), "Zwei: a");
        assert_eq!((words.tag(), words.text("course").as_str()), ("xx", "Kurs"));
        assert_eq!(words.text("check-second-id-mend"), Words::english().text("check-second-id-mend"));
        let unknown = "there-is-no-such-id";
        assert_eq!(words.text(unknown), unknown);
    }

    #[test]
    fn every_locale_file_is_sound_fluent() {
        for path in Files::iter() {
            let file = Files::get(&path).expect("listed");
            let text = String::from_utf8(file.data.into_owned()).expect("UTF-8");
            if let Err((_, faults)) = FluentResource::try_new(text) {
                panic!("{path}: {faults:?}");
            }
        }
    }
}
