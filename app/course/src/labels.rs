//! The few words that this crate writes into a page itself. They are in the language of the content, and handed in.

macro_rules! labels {
    ($(#[$about:meta])* $name:ident: $($(#[$doc:meta])* $field:ident $id:literal),+ $(,)?) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[$doc])* pub $field: String),+
        }

        impl $name {
            /// The ids of these words in `locales/`.
            pub const IDS: &'static [&'static str] = &[$($id),+];

            /// The words by their ids.
            #[must_use]
            pub fn from_words(words: &dyn Fn(&str) -> String) -> Self {
                Self { $($field: words($id)),+ }
            }
        }
    };
}

labels! {
    /// Words written into the content, in its language. In some of them `{first}` stands for what is put in its place.
    Labels:
    /// Above a `NOTE`: "Note".
    note "content-note",
    /// Above a `TIP`: "Tip".
    tip "content-tip",
    /// Above an `IMPORTANT`: "Important".
    important "content-important",
    /// Above a `WARNING`: "Warning".
    warning "content-warning",
    /// Above a `CAUTION` outside lessons: "Content notice".
    caution "content-caution",
    /// The name of the section of footnotes: "Footnotes".
    footnotes "content-footnotes",
    /// The name of the link from a footnote back to its place: "Back to the text".
    back_to_text "content-back-to-text",
    /// The name of a table, before its number: "Table".
    table "content-table",
    /// Beside a field for one's own words, for whom writing is hard; `{first}` stands for whom a child calls.
    writing_help "content-writing-help",
    /// Below a step of a scenario that ends it: "The end of this story.".
    story_end "content-story-end",
    /// The name of the link to the first step of a scenario: "Start again".
    story_again "content-story-again",
    /// The name of a box with a tick in a list: "Done".
    done "content-done",
    /// The name of an empty box in a list: "Not done".
    not_done "content-not-done",
    /// What a film is: "Film".
    film "content-film",
    /// What a sound is: "Sound".
    sound "content-sound",
    /// When a film or a sound is loaded: "It is loaded when you play it."
    when_played "content-when-played",
    /// The link to the file of a film or a sound: "Save the file".
    save "content-save",
    /// The text of a film or a sound: "Transcript".
    transcript "content-transcript",
    /// How long: "{first} min".
    minutes "content-minutes",
    /// How long: "{first} s".
    seconds "content-seconds",
    /// How large: "{first} MB".
    megabytes "content-megabytes",
    /// How large: "{first} KB".
    kilobytes "content-kilobytes",
    /// The list of the terms that a lesson uses: "Words in this lesson".
    terms "content-terms",
    /// The link to the glossary: "All words".
    all_terms "content-all-terms",
    /// Above a part of a translation that stands in the source language: "Not translated yet".
    untranslated "content-untranslated",
    /// The tag of the language these words are in: where the interface has not that of the content yet, another.
    language "content-language",
}

labels! {
    /// Words that fill a slot of the content, in its language. In some of them `{first}` and `{second}` stand for what is put in
    /// their place.
    SlotLabels:
    /// Two of a kind: "{first} or {second}".
    two "content-list-two",
    /// The first of many with the next: "{first}, {second}".
    more "content-list-more",
    /// All of many but the last, with the last: "{first} or {second}".
    last "content-list-last",
    /// Where no helpline is known: who lists those of every country is `{first}`.
    helpline "content-route-helpline",
    /// Where no hotline is known: who lists hotlines is `{first}`, who takes reports from countries without one `{second}`.
    hotline "content-route-hotline",
    /// Where nothing is known of the police.
    police "content-route-police",
    /// Where no regulator is known.
    regulator "content-route-regulator",
    /// Where nothing is known of the law.
    law "content-route-law",
    /// Where no country was chosen.
    country "content-route-country",
}
