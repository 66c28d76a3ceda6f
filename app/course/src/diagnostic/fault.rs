//! Every mistake that can be named. One line each: what it is, its arguments, its code and how bad it is.

use super::Severity;

/// What an argument is: a text if nothing else is said.
macro_rules! argument {
    () => {
        String
    };
    ($kind:ty) => {
        $kind
    };
}

macro_rules! faults {
    ($($(#[doc = $doc:literal])+ $name:ident { $($argument:ident $(: $kind:ty)?),* } $code:literal $severity:ident;)+) => {
        /// A mistake in a course. Its words are found by its code; its fields are their arguments. An argument `nearest`
        /// is the known name nearest to what was written, or `none`; `known` is all known names, with commas; `free` is the ids
        /// that a translation has still to take from its source, or `none`. What may not be there at all is an `Option`.
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Fault {
            $($(#[doc = $doc])+ $name {
                $(#[doc = concat!("The argument `", stringify!($argument), "`.")] $argument: argument!($($kind)?),)*
            },)+
        }

        impl Fault {
            /// Every code there is.
            pub const CODES: &'static [&'static str] = &[$($code),+];

            /// The code: it never changes, and no other fault ever has it.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$name { .. } => $code,)+
                }
            }

            /// How bad a fault of this code is. None if there is no such code.
            #[must_use]
            pub fn severity_of(code: &str) -> Option<Severity> {
                match code {
                    $($code => Some(Severity::$severity),)+
                    _ => None,
                }
            }

            /// How bad it is.
            #[must_use]
            pub fn severity(&self) -> Severity {
                match self {
                    $(Self::$name { .. } => Severity::$severity,)+
                }
            }

            /// The arguments of its words, by name. None is what is not there: no word is taken for it.
            #[must_use]
            pub fn arguments(&self) -> Vec<(&'static str, Option<String>)> {
                match self {
                    $(Self::$name { $($argument),* } => vec![$((stringify!($argument), $argument.clone().into())),*],)+
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
        }
    };
}

faults! {
    // The folder and its files.
    /// The folder or a file cannot be listed or read.
    Unreadable { why } "unreadable" Error;
    /// More files than a course may have.
    TooManyFiles { limit } "too-many-files" Error;
    /// A symbolic link.
    Symlink {} "symbolic-link" Error;
    /// A file name that would lead out of the folder or that not every machine can hold.
    BadPath {} "bad-path" Error;
    /// No `course.toml`.
    SettingsMissing {} "settings-missing" Error;
    /// Text that is not UTF-8.
    NotUtf8 {} "not-utf-8" Error;
    // Files as other programs and machines leave them.
    /// Text in another encoding than UTF-8, which its beginning betrays.
    OtherEncoding { encoding } "other-encoding" Error;
    /// A name that differs from another in capitals only.
    NamesAlike { other } "names-alike" Error;
    /// A sign that is none, such as NUL.
    ControlCharacter { code } "control-character" Error;
    /// A text file that is too big.
    FileTooBig { bytes, limit } "file-too-big" Error;
    /// No `course.md` in the folder of a language.
    CoursePageMissing { page } "course-page-missing" Error;
    /// A test without its page.
    TestPageMissing { test, page } "test-page-missing" Error;
    /// A file or a folder that looks as if it were part of the course, and is not read.
    FileUnread { nearest } "file-unread" Warning;
    /// A page that is neither a module nor the page of a test.
    UnknownPage { nearest } "unknown-page" Error;
    /// Two modules of one name.
    ModuleTwice { module, other } "module-twice" Error;
    /// Two modules of one number.
    NumberTwice { number, other } "number-twice" Warning;
    /// A name that cannot stand in an address.
    BadName { name } "bad-name" Error;
    /// A name that is kept for something else.
    ReservedName { name } "reserved-name" Error;
    /// A folder of a language that `course.toml` does not list.
    LanguageUnlisted { language } "language-unlisted" Warning;
    /// More faults in one file than are told.
    TooManyFaults { untold } "too-many-faults" Error;
    /// What the format knows and Haven does not do yet.
    NotYet { what } "not-yet" Error;

    // Translations.
    /// Headings in another order than in the source.
    TranslationOrder { id } "translation-order" Warning;
    /// A language of the course that has no pages yet.
    LanguageEmpty { language } "language-empty" Warning;
    /// Something of the source that a translation has not: the source's words stand in.
    TranslationAbsent { what, name: Option<String>, source: Option<String> } "translation-absent" Warning;
    /// Something in a translation that has the source's own words still.
    TranslationSame { what, name: Option<String> } "translation-same" Warning;
    /// Something whose source changed after it was translated.
    TranslationStale { before, after, source } "translation-stale" Warning;
    /// Something whose source is not there any more.
    TranslationGone {} "translation-gone" Warning;
    /// A list or a table of another length.
    TranslationItems { found, source } "translation-items" Warning;
    /// A file or an id that the source has not.
    TranslationExtra { what, name, place: Option<String> } "translation-extra" Error;
    /// A heading of another level.
    TranslationLevel { found, source } "translation-level" Error;
    /// A heading of another class.
    TranslationClass { found: Option<String>, source: Option<String> } "translation-class" Error;
    /// A setting that says something else.
    TranslationDiffers { name, value, source: Option<String> } "translation-differs" Error;
    /// Another number of options, pairs or gaps.
    TranslationCount { what, found, source } "translation-count" Error;
    /// Another right answer.
    TranslationKey { source: Option<String> } "translation-key" Error;
    /// Rows that share their target in one language only.
    TranslationTarget { row: Option<String> } "translation-target" Error;
    /// Gaps to choose for that share their answer in one language only.
    TranslationChoice { gap: Option<String> } "translation-choice" Error;
    /// An option of a hotspot in another place than in the source.
    TranslationPlace { found, source } "translation-place" Error;
    /// A level of a rubric with other points than in the source.
    TranslationPoints { found, source } "translation-points" Error;
    /// The choices of a step that do not lead where those of the source lead.
    TranslationWays { found, source } "translation-ways" Error;
    /// A record of what was translated that cannot be read.
    RecordUnreadable { why } "record-unreadable" Warning;

    // course.toml.
    /// TOML that cannot be read.
    Toml { why } "toml" Error;
    /// A key that is not known.
    UnknownKey { key, nearest, known } "unknown-key" Error;
    /// A key that must be there.
    MissingKey { key } "missing-key" Error;
    /// A value of the wrong kind.
    WrongKind { key, wanted, found } "wrong-kind" Error;
    /// A word that is none of those it may be.
    UnknownValue { key, value, nearest, known } "unknown-value" Error;
    /// A number out of its range.
    OutOfRange { key, value, least, most } "out-of-range" Error;
    /// Another version of the format.
    FormatVersion { found } "format-version" Error;
    /// A text that is empty.
    EmptyValue { key } "empty-value" Error;
    /// A malformed language tag.
    BadLanguage { tag, nearest } "bad-language" Error;
    /// The same thing twice in a list.
    ListedTwice { value } "listed-twice" Error;
    /// A source language that is not among the languages.
    SourceUnlisted { language } "source-language-unlisted" Error;
    /// Hours that are no number of hours.
    BadHours { value } "bad-hours" Error;
    /// A length of time that cannot be read.
    BadDuration { value } "bad-duration" Error;
    /// A test that draws nothing.
    DrawEmpty { test } "draw-empty" Error;
    /// More draws than a test needs.
    DrawsMany { limit } "draws-many" Error;
    /// A bank that does not exist.
    UnknownBank { bank, nearest } "unknown-bank" Error;
    /// A tag that no question of the bank has.
    UnknownTag { tag, bank, nearest } "unknown-tag" Error;
    /// A test that does not exist.
    UnknownTest { test, nearest } "unknown-test" Error;
    /// A module that does not exist.
    UnknownModule { module, nearest } "unknown-module" Error;
    /// A draw larger than what it draws from.
    DrawTooLarge { bank, pick, left } "draw-too-large" Error;
    /// A test that is parallel to itself.
    ParallelToItself { test } "parallel-to-itself" Error;
    /// A certificate that asks for nothing.
    CertificateAsksNothing { certificate } "certificate-asks-nothing" Error;

    // Surveys.
    /// A survey without its page.
    SurveyPageMissing { survey, page } "survey-page-missing" Error;
    /// A page in `surveys/` that `course.toml` does not name.
    UnknownSurvey { survey, nearest } "unknown-survey" Error;
    /// Days that no survey waits for.
    SurveyDays { days } "survey-days" Error;
    /// A survey that asks nothing.
    SurveyEmpty {} "survey-empty" Error;
    /// A heading in a survey that asks nothing.
    SurveyHeading { known } "survey-heading" Error;
    /// A class that has no place in a survey.
    SurveyClass { class, known } "survey-class" Error;
    /// An option of a survey that is marked as right.
    SurveyRight {} "survey-right" Error;
    /// An option of a survey without a box.
    SurveyBox {} "survey-box" Error;
    /// Feedback on an option of a survey.
    SurveyFeedback {} "survey-feedback" Error;
    /// Answers that are foreseen where one writes what one likes.
    SurveyForeseen {} "survey-foreseen" Error;
    /// A scale outside of a survey.
    ScaleNotHere {} "scale-not-here" Error;
    /// A scale with too few or too many steps.
    ScaleSteps { found, least, most } "scale-steps" Error;
    /// A box before the step of a scale.
    ScaleBoxed {} "scale-boxed" Error;

    // Headings.
    /// A page without a title.
    TitleMissing {} "title-missing" Error;
    /// Words before the title.
    WordsBeforeTitle {} "words-before-title" Error;
    /// A second title.
    SecondTitle {} "second-title" Error;
    /// A heading without words.
    HeadingEmpty {} "heading-empty" Error;
    /// A heading level skipped.
    HeadingSkipped { from, to } "heading-skipped" Error;
    /// Braces that do not end the line.
    BracesNotLast {} "braces-not-last" Error;
    /// Braces that are not closed.
    BracesOpen {} "braces-open" Error;
    /// Attributes in brackets of another kind.
    BracesOther { written } "braces-other" Error;
    /// What is no attribute.
    AttributeUnreadable { word } "attribute-unreadable" Error;
    /// A second id.
    SecondId { id } "second-id" Error;
    /// An attribute given twice.
    AttributeTwice { name } "attribute-twice" Error;
    /// An id with a character it may not have.
    BadId { id } "bad-id" Error;
    /// A class that is not known.
    UnknownClass { class, nearest, known } "unknown-class" Error;
    /// A class that has no meaning on this heading.
    ClassNotHere { class } "class-not-here" Error;
    /// Two classes where one decides.
    TwoClasses { first, second } "two-classes" Error;
    /// An attribute that is not known.
    UnknownAttribute { name, nearest, known } "unknown-attribute" Error;
    /// An attribute that has no meaning on this heading.
    AttributeNotHere { name } "attribute-not-here" Error;
    /// An attribute's value of the wrong kind.
    AttributeValue { name, value, wanted } "attribute-value" Error;
    /// A lesson without an id.
    LessonIdMissing { nearest, free } "lesson-id-missing" Error;
    /// A question without an id.
    QuestionIdMissing { nearest, free } "question-id-missing" Error;
    /// An id that stands twice in the course.
    IdTwice { id, file, line } "id-twice" Error;
    /// A question class on a lesson.
    QuestionOnLesson { class } "question-on-lesson" Error;
    /// A question within a question.
    QuestionInside { outer } "question-inside" Error;
    /// `.cards` or `.steps` without the list it asks for.
    ListMissing { class, wanted } "list-missing" Error;
    /// A second section of objectives.
    ObjectivesTwice {} "objectives-twice" Error;
    /// A module without lessons.
    LessonsMissing {} "lessons-missing" Warning;
    /// A lesson without words.
    LessonEmpty {} "lesson-empty" Warning;
    /// A lesson over its page budget.
    LessonHeavy { bytes, limit } "lesson-heavy" Warning;

    // Text.
    /// Settings at the beginning of a page.
    FrontMatter {} "front-matter" Error;
    /// Raw HTML.
    RawHtml { html } "raw-html" Error;
    /// A comment that is not closed.
    CommentOpen {} "comment-open" Error;
    /// Words on the line on which a comment ends.
    WordsAfterComment {} "words-after-comment" Error;
    /// Words in a list that are pushed in so far that they are code.
    CodeIndented {} "code-indented" Warning;
    /// A block of code that is not closed.
    CodeOpen {} "code-open" Error;
    /// A line that looks like a heading and is not read as one.
    HeadingUnread {} "heading-unread" Error;
    /// What looks like a link and is not read as one.
    LinkUnread { link } "link-unread" Error;
    /// An alert that is not known.
    UnknownAlert { tag, nearest, known } "unknown-alert" Error;
    /// An alert's tag with words on its line.
    AlertWithWords { tag } "alert-with-words" Error;
    /// The tag of an alert without its mark.
    AlertWithoutMark { tag } "alert-without-mark" Error;
    /// A sign of a list that Markdown does not know.
    ListSign {} "list-sign" Warning;
    /// An alert without words.
    AlertEmpty { tag } "alert-empty" Error;
    /// A content notice within something else.
    NoticeInside {} "notice-inside" Error;
    /// A footnote that is not defined.
    FootnoteUndefined { label } "footnote-undefined" Error;
    /// A footnote defined twice.
    FootnoteTwice { label } "footnote-twice" Error;
    /// A footnote that nothing refers to.
    FootnoteUnused { label } "footnote-unused" Warning;
    /// A table row with too few or too many cells.
    TableCells { found, head } "table-cells" Error;
    /// A table with too many columns.
    TableColumns { columns, limit } "table-columns" Error;
    /// A table that is not read as one.
    TableUnread {} "table-unread" Error;
    /// Blocks within blocks, too deep.
    Nesting { limit } "nesting" Error;
    /// A country value that is not known.
    UnknownSlot { slot, nearest, known } "unknown-slot" Error;
    /// A country value in single braces.
    SlotOneBrace { slot } "slot-one-brace" Error;
    /// A country value that is not closed.
    SlotOpen { slot } "slot-open" Error;
    /// More country values on one page than a reader needs.
    SlotsMany { limit } "slots-many" Error;
    /// A country value where none can be filled.
    SlotNotHere { slot, place } "slot-not-here" Error;

    // Country packs.
    /// A file that is not named as a country.
    PackName { nearest } "pack-name" Error;
    /// A date that is none.
    BadDate { value } "bad-date" Error;
    /// A pack that was looked up after today.
    PackFuture { date, today } "pack-future" Error;
    /// A pack that was looked up long ago.
    PackOld { date, today } "pack-old" Warning;
    /// An address that is none of the web.
    BadAddress { value } "bad-address" Error;
    /// A telephone number that is none.
    BadTelephone { value } "bad-telephone" Error;
    /// Someone to turn to whom nobody can reach.
    ContactUnreachable {} "contact-unreachable" Error;
    /// More of one kind than a reader can choose from.
    TooManyEntries { key, limit } "too-many-entries" Error;
    /// A text that is too long for its place.
    TextTooLong { key, limit } "text-too-long" Error;

    // Links and media.
    /// A link whose address is not defined.
    ReferenceUndefined { label } "reference-undefined" Error;
    /// A link without words.
    LinkEmpty {} "link-empty" Error;
    /// A link that leads nowhere.
    LinkNowhere { link, nearest } "link-nowhere" Error;
    /// A link to an id that is not there.
    LinkNoId { id, nearest } "link-no-id" Error;
    /// A link to a file that is no page.
    LinkNoPage { link } "link-no-page" Error;
    /// A link of a kind that is not allowed.
    LinkScheme { scheme } "link-scheme" Error;
    /// A link out of the course's folder.
    LinkOutside { link } "link-outside" Error;
    /// A picture that is not there.
    PictureNowhere { link, nearest } "picture-nowhere" Error;
    /// A picture from another site.
    PictureElsewhere { link } "picture-elsewhere" Error;
    /// A picture without alternative text.
    PictureWithoutAlt {} "picture-without-alt" Error;
    /// A file that is no picture.
    NotAPicture { link, kind } "not-a-picture" Error;
    /// A file outside `media/`.
    NotInMedia { link } "not-in-media" Error;
    /// A media file of no known type.
    MediaType {} "media-type" Error;
    /// A media file whose name ends in another type's ending.
    MediaEnding { kind, ending } "media-ending" Warning;
    /// A picture that cannot be read.
    MediaDamaged { kind } "media-damaged" Error;
    /// A media file that nothing uses.
    MediaUnused {} "media-unused" Warning;
    /// A film that cannot begin before it is whole.
    Mp4SlowStart {} "mp4-slow-start" Error;
    /// A drawing that cannot be read.
    SvgMalformed { why } "svg-malformed" Error;
    /// A drawing with a document type or entities.
    SvgDoctype {} "svg-doctype" Error;
    /// A drawing with an element it may not have.
    SvgElement { element } "svg-element" Error;
    /// A drawing with a handler.
    SvgHandler { attribute } "svg-handler" Error;
    /// A drawing that refers to something outside itself.
    SvgOutside { reference } "svg-outside" Error;

    // Films, sounds and their captions.
    /// A film or a sound that is not alone in its paragraph.
    FilmNotAlone { link } "film-not-alone" Error;
    /// More films and sounds than a course may show.
    FilmsMany { limit } "films-many" Error;
    /// A film without captions.
    CaptionsMissing { file } "captions-missing" Error;
    /// A film or a sound without a transcript.
    TranscriptMissing { file } "transcript-missing" Error;
    /// A film without captions in a language of the course.
    CaptionsUntranslated { file, language } "captions-untranslated" Warning;
    /// A film or a sound without a transcript in a language of the course.
    TranscriptUntranslated { file, language } "transcript-untranslated" Warning;
    /// A transcript without words.
    TranscriptEmpty {} "transcript-empty" Error;
    /// A heading in a transcript.
    TranscriptHeading {} "transcript-heading" Error;
    /// Captions that do not begin as captions do.
    CaptionsHeader {} "captions-header" Error;
    /// Captions without a cue.
    CaptionsEmpty {} "captions-empty" Error;
    /// Words in captions that have no times.
    CaptionsStray {} "captions-stray" Error;
    /// A time in captions that is none.
    CueTime { found } "cue-time" Error;
    /// A cue that begins before the one above it.
    CueOrder { found, before } "cue-order" Error;
    /// A cue that ends before it begins.
    CueBackwards { found, before } "cue-backwards" Error;
    /// A cue without words.
    CueEmpty {} "cue-empty" Error;
    /// A cue that lasts longer than the film.
    CueOverLength { found, length } "cue-over-length" Warning;
    /// A media file that costs more than many learners can pay.
    MediaHeavy { megabytes, limit } "media-heavy" Warning;

    // The glossary.
    /// A term that stands there twice.
    TermTwice { term } "term-twice" Error;
    /// A term without a definition.
    TermUndefined { term } "term-undefined" Error;
    /// A term that is too long.
    TermLong { limit } "term-long" Error;
    /// Something other than definitions.
    GlossaryOther {} "glossary-other" Error;
    /// A glossary without a term.
    GlossaryEmpty {} "glossary-empty" Error;
    /// A glossary over its page budget.
    GlossaryHeavy { bytes, limit } "glossary-heavy" Warning;
    /// A term that the course does not use.
    TermUnused { term } "term-unused" Warning;

    // Questions.
    /// A question without answers.
    AnswersMissing { class, wanted } "answers-missing" Error;
    /// Something after the answers that belongs before them.
    AfterAnswers {} "after-answers" Error;
    /// Too few options.
    OptionsFew {} "options-few" Error;
    /// No right answer.
    RightMissing {} "right-missing" Error;
    /// More than one right answer where one is picked.
    RightMany { count } "right-many" Error;
    /// An option that stands there twice.
    OptionTwice { option } "option-twice" Error;
    /// An option without words.
    OptionEmpty {} "option-empty" Error;
    /// An option without a box.
    OptionWithoutBox { written } "option-without-box" Error;
    /// An option that runs over its line.
    OptionRunsOn {} "option-runs-on" Error;
    /// Feedback that is not indented, which breaks the list.
    FeedbackNotIndented {} "feedback-not-indented" Error;
    /// A list with boxes before the answers.
    BoxesBeforeAnswers {} "boxes-before-answers" Warning;
    /// A table of pairs that has not two columns.
    PairsColumns { columns } "pairs-columns" Error;
    /// Too few pairs.
    PairsFew {} "pairs-few" Error;
    /// All pairs have one target.
    PairsOneTarget {} "pairs-one-target" Error;
    /// A row that stands there twice.
    PairTwice { row } "pair-twice" Error;
    /// A cell of a pair without words.
    PairEmpty {} "pair-empty" Error;
    /// Too few steps to put in order.
    StepsFew {} "steps-few" Error;
    /// A box before a step.
    StepBoxed {} "step-boxed" Error;
    /// Something in a step after its words.
    StepWithMore {} "step-with-more" Error;
    /// A gap where none can be filled.
    GapNotHere { place } "gap-not-here" Error;
    /// A gap that is not closed on its line.
    GapOpen {} "gap-open" Error;
    /// A gap, or one of its answers, without words.
    GapEmpty {} "gap-empty" Error;
    /// A gap that cuts through something else.
    GapCut {} "gap-cut" Error;
    /// Gaps to choose for, with one answer for all.
    ChooseOne {} "choose-one" Error;
    /// A number without a key, or with two.
    NumberKey {} "number-key" Error;
    /// A least number above the greatest.
    NumberRange { min, max } "number-range" Error;
    /// What may be meant for a pattern and stands in no code.
    PatternNotCode {} "pattern-not-code" Error;
    /// A pattern that accepts all that an answer after it accepts.
    PatternFirst { pattern, answer } "pattern-first" Warning;
    /// A pattern that accepts everything.
    PatternOfAll {} "pattern-of-all" Error;

    // Pictures with regions, work that a person marks, stories with choices.
    /// A list of regions without a picture above it.
    HotspotPicture {} "hotspot-picture" Error;
    /// An option of a picture without its region.
    RegionMissing {} "region-missing" Error;
    /// A region that is not four numbers.
    RegionUnreadable { region } "region-unreadable" Error;
    /// A region without width or height.
    RegionEmpty { region } "region-empty" Error;
    /// A region that reaches over the edge of its picture.
    RegionOutside { region } "region-outside" Error;
    /// A region that stands there twice.
    RegionTwice { region } "region-twice" Error;
    /// A right region and a wrong one in the same place.
    RegionsOverlap { region, other } "regions-overlap" Error;
    /// More regions than one can tell apart.
    RegionsMany { limit } "regions-many" Error;
    /// Regions that are all right.
    RegionsAllRight {} "regions-all-right" Error;
    /// `.task` or `.scenario` without an id.
    IdMissing { class, nearest, free } "id-missing" Error;
    /// Work without a rubric.
    RubricMissing { class } "rubric-missing" Error;
    /// A rubric with fewer than two levels.
    RubricLevels { levels } "rubric-levels" Error;
    /// A level that is not headed by its points.
    RubricPoints { written, limit } "rubric-points" Error;
    /// Levels whose points neither rise nor fall.
    RubricOrder { levels } "rubric-order" Error;
    /// A rubric without rows.
    RubricEmpty {} "rubric-empty" Error;
    /// A cell of a rubric without words.
    RubricCell {} "rubric-cell" Error;
    /// A criterion that stands there twice.
    CriterionTwice { criterion } "criterion-twice" Error;
    /// A draw that may pick a question which a person marks.
    DrawOpen { bank, question } "draw-open" Error;
    /// A story of fewer than two steps.
    ScenarioShort {} "scenario-short" Error;
    /// A step without an id.
    StepIdMissing { nearest, free } "step-id-missing" Error;
    /// A class on a step.
    StepClass { class } "step-class" Error;
    /// A step that no choice leads to.
    StepUnreachable { id } "step-unreachable" Error;
    /// A choice that leads into another story.
    StepElsewhere { id, scenario } "step-elsewhere" Error;
    /// Steps that lead round and round and to no end.
    StepCircle { id } "step-circle" Error;

    /// A list of options outside a question, in a bank.
    ClassMissing { known } "class-missing" Error;
    /// Words in a bank that belong to no question.
    BankWords {} "bank-words" Warning;
    /// A bank without questions.
    BankEmpty {} "bank-empty" Warning;
    /// A bank that no test draws from.
    BankUnused { bank } "bank-unused" Warning;

    // Advice: how a course teaches and cares.
    /// A sign that nobody sees.
    HiddenSign { sign, kind } "hidden-sign" Warning;
    /// A lesson of too many words.
    LessonLong { words, limit } "lesson-long" Warning;
    /// A lesson that is harder to read than a newspaper.
    HardToRead { lix, newspaper } "hard-to-read" Warning;
    /// A lesson with nothing to do.
    NoPractice { words } "no-practice" Warning;
    /// A hard topic without a content notice.
    NoticeMissing { words } "notice-missing" Warning;
    /// A statistic without a source.
    FigureWithoutSource { figure } "figure-without-source" Warning;
    /// A picture whose description describes nothing.
    AltSaysNothing { alt } "alt-says-nothing" Warning;
    /// A description that says that it is one.
    AltBeginsWithPicture { words } "alt-begins-with-picture" Warning;
    /// An option that sums up the others.
    OptionAll { option } "option-all" Warning;
    /// An option that points to where others stand, where they are mixed.
    OptionMoves { option } "option-moves" Warning;
    /// A right option that is far longer than all others.
    AnswerFarLonger {} "answer-far-longer" Warning;
    /// Practice that says nothing about an answer.
    FeedbackMissing {} "feedback-missing" Warning;
    /// The right option is nearly always the longest.
    AnswersLongest { count, of, questions } "answers-longest" Warning;
    /// The right option is nearly always in the same place.
    AnswersSamePlace { place, count, of } "answers-same-place" Warning;
    /// Of two options it is nearly always the same.
    AnswersOneSided { option, count, of } "answers-one-sided" Warning;
    /// A bank with too few questions for the tests that draw from it.
    BankSmall { bank, pick, of } "bank-small" Warning;
    /// A comment to Haven that cannot be read.
    AllowUnreadable {} "allow-unreadable" Warning;
    /// A warning silenced without a reason.
    AllowNoReason { code } "allow-no-reason" Warning;
    /// A code that there is not.
    AllowUnknown { code, nearest } "allow-unknown" Warning;
    /// An error that was to be silenced.
    AllowError { code } "allow-error" Warning;
    /// A warning silenced where there is none.
    AllowUnused { code } "allow-unused" Warning;
}
