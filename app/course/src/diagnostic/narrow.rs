//! From the bytes that a fault was found in to the words that are at fault: of a link only its address, of a heading only the class
//! that asks for something. Whoever finds a fault knows the piece it was found in, and often no more.

use std::ops::Range;

use super::Fault;

/// To look through longer words, for each of many faults, would take too long.
const LONGEST: usize = 4_096;

/// The words at fault within these bytes.
pub(super) fn narrow(text: &str, span: Range<usize>, fault: &Fault) -> Range<usize> {
    let Some(words) = text.get(span.clone()).filter(|words| words.len() <= LONGEST) else { return span };
    let inside = match fault {
        Fault::LinkNowhere { link, .. }
        | Fault::LinkNoPage { link }
        | Fault::LinkOutside { link }
        | Fault::PictureNowhere { link, .. }
        | Fault::PictureElsewhere { link }
        | Fault::NotAPicture { link, .. }
        | Fault::NotInMedia { link } => address(words, link),
        Fault::LinkScheme { scheme } => address(words, scheme),
        Fault::LinkNoId { id, .. } => address(words, &format!("#{id}")),
        Fault::PictureWithoutAlt {} => words.find("](").map(|end| 0..end + 1),
        Fault::SlotNotHere { slot, .. } => first(words, &format!("{{{{{slot}}}}}")),
        Fault::AnswersMissing { class, .. } => first(words, &format!(".{class}")),
        Fault::HeadingSkipped { .. } => signs(words, '#'),
        Fault::NoticeInside {} | Fault::TitleMissing {} | Fault::WordsBeforeTitle {} | Fault::RawHtml { .. } => {
            line(words)
        }
        _ => None,
    };
    let inside = inside.unwrap_or(0..words.len());
    let kept = words[inside.clone()].trim_end().len();
    // A blank line can be at fault as a whole.
    let end = if kept == 0 { inside.end } else { inside.start + kept };
    span.start + inside.start..span.start + end
}

fn first(words: &str, wanted: &str) -> Option<Range<usize>> {
    words.find(wanted).map(|at| at..at + wanted.len())
}

/// Where an address is written, not where the words of the link say the same.
fn address(words: &str, wanted: &str) -> Option<Range<usize>> {
    let from = words.rfind("](").map_or(0, |at| at + 2);
    first(&words[from..], wanted).filter(|found| !found.is_empty()).map(|found| from + found.start..from + found.end)
}

fn signs(words: &str, sign: char) -> Option<Range<usize>> {
    let count = words.chars().take_while(|&c| c == sign).count();
    (count > 0).then_some(0..count)
}

fn line(words: &str) -> Option<Range<usize>> {
    words.find(['\n', '\r']).map(|end| 0..end)
}
