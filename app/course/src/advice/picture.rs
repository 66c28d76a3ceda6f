//! What is said of pictures for those who cannot see them: a file's name says nothing, and neither does "image".

use super::passage::{Word, next_word};
use super::vocabulary::Vocabulary;
use crate::diagnostic::{Fault, Faults};
use crate::markdown::tree::{Inline, InlineKind, Page, Picture};
use crate::markdown::walk::{inlines, runs};

/// Endings of files of pictures, in small letters.
const ENDINGS: &[&str] = &[".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".bmp", ".tif", ".tiff", ".heic"];

pub(super) fn check(page: &Page, vocabulary: &Vocabulary, faults: &mut Faults) {
    let mut see = |content: &[Inline]| {
        inlines(content, &mut |inline| {
            if let InlineKind::Picture(picture) = &inline.kind
                && let Some(fault) = fault(picture, vocabulary)
            {
                faults.at(inline.span.clone(), fault);
            }
        });
    };
    runs(&page.blocks, &mut see);
    page.notes.iter().for_each(|note| runs(&note.blocks, &mut see));
}

fn fault(picture: &Picture, vocabulary: &Vocabulary) -> Option<Fault> {
    let alt = picture.alt.as_str();
    let words = words(alt);
    if is_file_name(alt, &picture.written) || vocabulary.bare.are(&words) {
        return Some(Fault::AltSaysNothing { alt: alt.to_owned() });
    }
    let length = vocabulary.picture.at(&words)?;
    let end = words.get(length - 1).map_or(0, |word| word.span.end);
    Some(Fault::AltBeginsWithPicture { words: alt[..end].to_owned() })
}

fn words(text: &str) -> Vec<Word<'_>> {
    let next = |from: usize| next_word(text, from);
    std::iter::successors(next(0), |&(_, end)| next(end))
        .map(|(begin, end)| Word { text: &text[begin..end], span: begin..end })
        .collect()
}

/// A name with the ending of a file, or the file's own name as only files are named.
fn is_file_name(alt: &str, written: &str) -> bool {
    let small = alt.to_lowercase();
    let file = written.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let named = alt == stem && stem.contains(|c: char| c.is_ascii_digit() || matches!(c, '-' | '_'));
    named || !alt.contains(char::is_whitespace) && ENDINGS.iter().any(|ending| small.ends_with(ending))
}
