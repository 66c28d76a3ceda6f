//! Lessons: how long, how hard to read, whether there is something to do, and whether a survivor is warned.

use super::passage::Passage;
use super::text::Text;
use super::vocabulary::Vocabulary;
use super::{About, figure, reading};
use crate::diagnostic::{Fault, Faults};
use crate::markdown::tree::{Alert, Block, BlockKind};
use crate::outline::Section;
use crate::script::is_han;

/// A lesson should have no more words: at half the pace of practised readers (see [`SIGNS_IN_TEN_WORDS`]) it is a sitting of ten
/// minutes, and those who learn here may read in their second language.
const LONG: usize = 1_200;
/// A text of fewer words is a passage to something, and needs no practice of its own.
const PRACTISED: usize = 150;
/// Chinese signs that are ten words: aloud, practised readers manage 228 words a minute in English, and in Chinese 255 signs, which
/// are 158 words (S. Trauzettel-Klosinski and K. Dietz, Standardized Assessment of Reading Performance, Investigative
/// Ophthalmology and Visual Science 53, 2012).
const SIGNS_IN_TEN_WORDS: usize = 16;

pub(super) fn check(section: Section<'_>, about: About<'_>, vocabulary: &Vocabulary, faults: &mut Faults) {
    let text = Text::of(section.inside);
    let span = &section.block.span;
    let told = words(text.prose.iter().chain(&text.rest));
    let all = told + words(text.asked.iter());
    if all > LONG {
        faults.at(span.clone(), Fault::LessonLong { words: all.to_string(), limit: LONG.to_string() });
    }
    if told >= PRACTISED && text.asked.is_empty() {
        faults.at(span.clone(), Fault::NoPractice { words: told.to_string() });
    }
    if let Some(newspaper) = reading::newspaper(about.language)
        && let Some(lix) = reading::lix(text.prose.iter()).filter(|lix| *lix > newspaper)
    {
        faults.at(span.clone(), Fault::HardToRead { lix: lix.to_string(), newspaper: newspaper.to_string() });
    }
    if !section.inside.iter().any(is_notice) {
        notice(&text, vocabulary, faults);
    }
    for passage in text.prose.iter().chain(&text.rest).filter(|passage| !passage.cited) {
        figure::check(passage, vocabulary, faults);
    }
}

/// How many words there are, in Chinese as many as take as long to read.
fn words<'p, 't: 'p>(passages: impl Iterator<Item = &'p Passage<'t>>) -> usize {
    let (mut words, mut signs) = (0, 0);
    for word in passages.flat_map(|passage| &passage.words) {
        if word.text.starts_with(is_han) { signs += 1 } else { words += 1 }
    }
    words + signs * 10 / SIGNS_IN_TEN_WORDS
}

fn is_notice(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Alert(Alert::Caution, _))
}

/// Names the first word of which a survivor may want to be warned. One is enough: the notice is for the lesson.
fn notice(text: &Text<'_>, vocabulary: &Vocabulary, faults: &mut Faults) {
    let mut found = text.all().filter_map(|passage| Some((passage, vocabulary.hard.find(&passage.words)?)));
    if let Some((passage, (at, length))) = found.next() {
        let (span, words) = passage.quote(at, length);
        faults.at(span, Fault::NoticeMissing { words });
    }
}
