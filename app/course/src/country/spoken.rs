//! A few words that a pack gives once, or in several languages.

use crate::names::Language;

/// Words, each in its language; those that are the same in every language, such as a proper name, without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    first: (Option<Language>, String),
    others: Vec<(Option<Language>, String)>,
}

impl Spoken {
    /// The same words in every language.
    pub(super) fn everywhere(text: &str) -> Self {
        Self { first: (None, text.to_owned()), others: Vec::new() }
    }

    /// Words by language, in the order of the file. None if there are none.
    pub(super) fn by_language(words: Vec<(Language, String)>) -> Option<Self> {
        let mut words = words.into_iter().map(|(language, text)| (Some(language), text));
        Some(Self { first: words.next()?, others: words.collect() })
    }

    /// The words for a reader of this language, and the language they are in, if that is known. Where they are not given in
    /// it, in another kind of it (`pt` for `pt-BR`); then in English, which most who look after children abroad can read aloud
    /// to someone; then as they come first in the file.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> (&str, Option<&Language>) {
        let all = || std::iter::once(&self.first).chain(&self.others);
        let kin = |own: &Language| own.primary() == language.primary();
        let found = all()
            .find(|(own, _)| own.as_ref() == Some(language))
            .or_else(|| all().find(|(own, _)| own.as_ref().is_some_and(kin)))
            .or_else(|| all().find(|(own, _)| own.as_ref().is_some_and(|own| own.primary() == "en")));
        let (language, text) = found.unwrap_or(&self.first);
        (text, language.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::parse(tag).expect("a tag")
    }

    #[test]
    fn words_are_given_in_the_readers_language_or_the_nearest_there_is() {
        let words = ["ny", "en-GB", "fr", "pt"].map(|tag| (language(tag), tag.to_owned())).to_vec();
        let words = Spoken::by_language(words).expect("words");
        for (asked, given) in
            [("fr", "fr"), ("fr-CA", "fr"), ("pt-BR", "pt"), ("en", "en-GB"), ("sw", "en-GB"), ("ny", "ny")]
        {
            let (text, own) = words.in_language(&language(asked));
            assert_eq!((text, own.map(AsRef::as_ref)), (given, Some(given)), "{asked}");
        }
        let words = ["ny", "fr"].map(|tag| (language(tag), tag.to_owned())).to_vec();
        assert_eq!(Spoken::by_language(words).expect("words").in_language(&language("sw")).0, "ny");
        assert_eq!(Spoken::everywhere("Tithandizane").in_language(&language("sw")), ("Tithandizane", None));
    }
}
