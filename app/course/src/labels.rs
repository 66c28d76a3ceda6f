//! The few words that this crate writes into a page itself. They are in the language of the content, and handed in.

macro_rules! labels {
    ($($(#[$doc:meta])* $field:ident $id:literal),+ $(,)?) => {
        /// Words written into the content, in its language.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Labels {
            $($(#[$doc])* pub $field: String),+
        }

        impl Labels {
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
    /// The name of a box with a tick in a list: "Done".
    done "content-done",
    /// The name of an empty box in a list: "Not done".
    not_done "content-not-done",
}
