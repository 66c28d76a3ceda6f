//! What could not be carried over from a folder, with its place, and what stands in the course instead.

use std::collections::BTreeMap;

use crate::diagnostic::Fault;

/// Something that did not come into the course as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The file's path within the folder.
    pub file: String,
    /// The line, from 1. None if it is the file as a whole.
    pub line: Option<usize>,
    /// What it is.
    pub what: Uncarried,
    /// What stands in the course instead.
    pub done: Done,
    /// How many more there are of it in the same file, on other lines.
    pub more: usize,
}

macro_rules! uncarried {
    ($($(#[doc = $doc:literal])+ $name:ident { $($argument:ident),* } $code:literal;)+) => {
        /// What was not carried over: a mistake in a course, or something that is none and was still more than plain text.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Uncarried {
            /// What would be a mistake in a course.
            Mistake(Fault),
            $($(#[doc = $doc])+ $name {
                $(#[doc = concat!("The argument `", stringify!($argument), "`.")] $argument: String,)*
            },)+
        }

        impl Uncarried {
            /// Every code there is, but for those of mistakes.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code by which its words are found.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    Self::Mistake(fault) => fault.code(),
                    $(Self::$name { .. } => $code,)+
                }
            }

            /// The names of the arguments of a code.
            #[must_use]
            pub fn argument_names(code: &str) -> &'static [&'static str] {
                match code {
                    $($code => &[$(stringify!($argument)),*],)+
                    _ => &[],
                }
            }

            /// The arguments of its words, by name.
            #[must_use]
            pub fn arguments(&self) -> Vec<(&'static str, Option<String>)> {
                match self {
                    Self::Mistake(fault) => fault.arguments(),
                    $(Self::$name { $($argument),* } => vec![$((stringify!($argument), Some($argument.clone()))),*],)+
                }
            }
        }
    };
}

uncarried! {
    /// A document that is not Markdown.
    OtherDocument { kind } "other-document";
    /// Files that no page uses.
    UnusedFiles { count, example } "unused-files";
    /// Settings at the top of a page.
    Settings { keys } "page-settings";
    /// A list with boxes that is not surely a question.
    TaskList { why } "task-list";
    /// A link between double brackets.
    WikiLink { link } "wiki-link";
    /// What another program replaces by something.
    Template { sign } "template";
    /// A box in another program's way of writing.
    OtherBox { sign } "other-box";
    /// A box that here says something else than elsewhere.
    Caution {} "caution";
    /// A film or a sound, which needs captions and a transcript here.
    Film { link } "film";
    /// A page set in by another site.
    Frame { address } "frame";
    /// A heading below the sixth level.
    HeadingDeep {} "heading-deep";
    /// A page without words.
    PageEmpty {} "page-empty";
    /// A file of code for a page.
    Script { line } "script";
    /// A file that is larger than a course should hold.
    MediaLarge { megabytes, limit } "media-large";
    /// Pages that the table of contents does not name.
    NotInSummary { page } "not-in-summary";
}

/// What stands in the course instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Done {
    /// Nothing.
    LeftOut,
    /// The same signs, as plain text.
    AsText,
    /// The same signs, as a block of code.
    AsCode,
    /// The words, without what was around them.
    Words,
    /// A link to it.
    Link,
    /// The name of the file, in place of words.
    FileName,
    /// The same in the nearest place where it can stand.
    Moved,
    /// The same.
    Kept,
}

impl Done {
    /// All there are.
    pub const ALL: [Self; 8] =
        [Self::LeftOut, Self::AsText, Self::AsCode, Self::Words, Self::Link, Self::FileName, Self::Moved, Self::Kept];

    /// By this its words are found.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftOut => "left-out",
            Self::AsText => "as-text",
            Self::AsCode => "as-code",
            Self::Words => "words",
            Self::Link => "link",
            Self::FileName => "file-name",
            Self::Moved => "moved",
            Self::Kept => "kept",
        }
    }
}

/// So many are told of one file; nobody reads more.
const MOST_IN_A_FILE: usize = 200;

/// Collects what is left, so that the same in one file is told once.
#[derive(Debug, Default)]
pub(super) struct Told {
    files: BTreeMap<String, Vec<Left>>,
}

impl Told {
    pub(super) fn tell(&mut self, file: &str, line: Option<usize>, what: Uncarried, done: Done) {
        let told = self.files.entry(file.to_owned()).or_default();
        if let Some(same) = told.iter_mut().find(|one| one.what == what && one.done == done) {
            // Going over a text again may find the same once more.
            if same.line != line {
                same.more += 1;
                same.line = same.line.min(line);
            }
        } else if told.len() < MOST_IN_A_FILE {
            told.push(Left { file: file.to_owned(), line, what, done, more: 0 });
        } else if let Some(last) = told.last_mut() {
            last.more += 1;
        }
    }

    pub(super) fn fault(&mut self, file: &str, line: Option<usize>, fault: Fault, done: Done) {
        self.tell(file, line, Uncarried::Mistake(fault), done);
    }

    /// By file and line.
    pub(super) fn finish(self) -> Vec<Left> {
        let mut all: Vec<Left> = self.files.into_values().flatten().collect();
        all.sort_by(|one, other| {
            (&one.file, one.line, one.what.code()).cmp(&(&other.file, other.line, other.what.code()))
        });
        all
    }
}
