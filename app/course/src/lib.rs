#![doc = include_str!("../README.md")]

mod advice;
mod again;
mod attributes;
mod country;
mod course;
mod diagnostic;
mod draft;
mod draws;
mod edition;
mod encoding;
mod files;
mod fillings;
mod glossary;
mod headings;
mod html;
mod ids;
mod import;
mod ink;
mod labels;
mod language;
mod lesson;
mod links;
mod load;
mod markdown;
mod media;
mod names;
mod nearest;
mod outline;
mod pages;
mod question;
mod reader;
mod region;
mod scenario;
mod script;
mod search;
mod settings;
mod slot;
mod source;
mod survey;
mod text;
mod translation;
mod version;

pub use country::{
    Contact, Countries, CountryCode, CountryPack, Day, Office, Spoken, Telephone, WebAddress, load_countries,
};
pub use course::{Course, Edition, Glossary, Lesson, Module, Segment, Step, TestPage};
pub use diagnostic::{Diagnostic, Edit, Fault, Mended, Point, Severity, Silenced, mended};
pub use encoding::other as other_encoding;
pub use files::SETTINGS;
pub use fillings::{CHILD_HELPLINES, Fillings, HOTLINES, REPORTING_PORTALS};
pub use html::Html;
pub use import::{Content, Done, Imported, Left, Refusal, Uncarried, Wanted, begin, import};
pub use labels::{Labels, SlotLabels};
pub use language::Direction;
pub use load::{Loaded, load};
pub use media::{Media, MediaKind};
pub use names::{CourseSlug, Hash, Language, LessonId, ModuleSlug, NameFault, QuestionId, SurveySlug, TestSlug};
pub use question::{Body, Choice, Question, Rubric, Work, WorkKind};
pub use reader::Reader;
pub use region::Region;
pub use search::{Excerpt, Hit, Piece};
pub use settings::{
    CertificateSettings, Draw, Enrolment, Feedback, Hours, Level, Modality, ModuleSettings, Order, Place, Settings,
    SurveySettings, SurveyTime, TestSettings, ValidFor,
};
pub use slot::Slot;
#[cfg(not(target_family = "wasm"))]
pub use source::Folder;
pub use source::{Entry, Memory, Source, SourceError, Stamp};
pub use survey::{SurveyPage, SurveyQuestion};
pub use translation::{
    Accepted, BlockState, RECORD, Scope, ScopeFault, TranslatedBlock, TranslatedPage, Translation, pages_to_translate,
    to_translate, written,
};
pub use version::Version;
