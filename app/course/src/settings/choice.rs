//! The settings that are one word of a few.

/// A setting that is one word of a few: the words, each with its meaning.
pub(super) trait Choice: Copy + 'static {
    const WORDS: &'static [(&'static str, Self)];
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident $word:literal),+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$word_doc])* $variant),+
        }

        impl $name {
            /// The word in `course.toml`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl Choice for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }
    };
}

choice! {
    /// `level`.
    Level {
        /// Nothing need be known before.
        Introductory "introductory",
        /// The basics should be known.
        Intermediate "intermediate",
        /// For those who work in the field.
        Advanced "advanced"
    }
}

choice! {
    /// `modality`.
    Modality {
        /// Alone, at one's own pace.
        SelfPaced "self-paced",
        /// With an instructor, at a distance.
        InstructorLed "instructor-led",
        /// Partly alone, partly together.
        Blended "blended",
        /// Together in one room.
        FaceToFace "face-to-face"
    }
}

choice! {
    /// `order`.
    Order {
        /// Each step is open when the one before it is done.
        Sequential "sequential",
        /// Every step is open.
        Free "free"
    }
}

choice! {
    /// `enrolment`.
    Enrolment {
        /// Whoever has an account.
        Open "open",
        /// Whoever has the workshop's key.
        Key "key",
        /// Whoever a coordinator approves.
        Approval "approval",
        /// Whoever is invited.
        Invitation "invitation"
    }
}

choice! {
    /// `feedback`.
    Feedback {
        /// After each answer.
        AfterEach "after-each",
        /// When the test is submitted.
        AfterSubmit "after-submit",
        /// When the workshop's test is closed; without a closing date, when the test is submitted.
        AfterClose "after-close",
        /// Only the result, never the answers.
        Never "never"
    }
}
