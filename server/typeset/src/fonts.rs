//! The fonts that are in the binary. There are no others: what a machine has installed never changes a certificate.

use std::sync::OnceLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

const FILES: [&[u8]; 4] = [
    include_bytes!("../fonts/NotoSerif-Regular.ttf"),
    include_bytes!("../fonts/NotoSerif-SemiBold.ttf"),
    include_bytes!("../fonts/Amiri-Regular.ttf"),
    include_bytes!("../fonts/Amiri-Bold.ttf"),
];

/// The fonts with the book that Typst looks them up in.
pub(crate) struct Case {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

/// The one case of fonts, read at first use.
pub(crate) fn case() -> &'static Case {
    static CASE: OnceLock<Case> = OnceLock::new();
    CASE.get_or_init(|| {
        let fonts: Vec<Font> = FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect();
        Case { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
    })
}

/// The characters of a text that cannot be printed, each once, in the order in which they first stand there: those that no
/// bundled font has, control characters (a line break among them), and those that turn the order of their neighbours, with
/// which a name can be made to read as another. A page asks this before a name is confirmed, so that nobody holds a
/// certificate with gaps in it.
pub fn unprintable(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for character in text.chars() {
        if !is_printable(character) && !found.contains(&character) {
            found.push(character);
        }
    }
    found
}

fn is_printable(character: char) -> bool {
    let known = |font: &Font| font.info().coverage.contains(character.into());
    !character.is_control() && !turns_order(character) && !is_invisible(character) && case().fonts.iter().any(known)
}

/// What leaves no mark on paper (Unicode's default ignorable code points): with it two names that look alike would differ.
/// The two joiners stay: Persian and other names are spelt with them.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}' | '\u{e0000}'..='\u{e0fff}')
}

/// The embeddings, overrides and isolates of the bidirectional algorithm. The marks that only lean one way are refused
/// with what is invisible.
fn turns_order(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
