//! Scripts: which signs are a word each, which belong to the letter before them, and what is written together with a word without
//! being of it. The glossary, the search and the advice all cut texts into words, and cut them alike.

/// A sign of Chinese or Japanese writing.
pub(crate) fn is_han(c: char) -> bool {
    // Most signs of most texts stand before all of these.
    c >= '\u{3005}'
        && matches!(c,
            '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A sign of a script in which no blanks stand between words: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
pub(crate) fn is_dense(c: char) -> bool {
    is_han(c) || matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Signs that belong to the letter before them: combining marks of the scripts that have them, joiners, hyphens that are not seen,
/// and the stroke that stretches Arabic words.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{711}'
        | '\u{730}'..='\u{74a}' | '\u{200c}' | '\u{200d}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{eb1}'
        | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}' | '\u{102b}'..='\u{103e}' | '\u{1056}'..='\u{1059}'
        | '\u{135d}'..='\u{135f}' | '\u{17b4}'..='\u{17d3}')
        || is_indic_mark(c)
}

/// The blocks of the scripts of India have the same order: signs at the beginning, vowel signs and the virama towards the end.
fn is_indic_mark(c: char) -> bool {
    ('\u{900}'..='\u{d7f}').contains(&c)
        && matches!(c as u32 % 0x80, 0..=3 | 0x3c | 0x3e..=0x4d | 0x51..=0x57 | 0x62 | 0x63)
}

/// Marks without which a word is the same word: accents, the vowels above and below Arabic letters, the stroke that stretches them.
pub(crate) fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// What is there to be seen by a program alone: hyphens where a word may be parted, joiners, the choice between two pictures.
pub(crate) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// The Arabic article, alone or after what is written together with it: and, so, by, like, for, and two of these. The longest come
/// first. The light stemmers take off the same (Larkey, Ballesteros, Connell: Light stemming for Arabic information retrieval,
/// 2007), but for two particles at once.
const ARTICLES: [&str; 12] = ["وبال", "فبال", "وكال", "فكال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"];

/// An Arabic word without the article, if a word is left: two letters, as those authors ask.
pub(crate) fn without_article(word: &str) -> &str {
    let left = ARTICLES.iter().find_map(|article| word.strip_prefix(article));
    left.filter(|left| left.chars().filter(|c| !is_mark(*c)).count() >= 2).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_taken_off_with_all_that_is_written_together_with_it() {
        for word in ["المدرسة", "وبالمدرسة", "فبالمدرسة", "وكالمدرسة", "فكالمدرسة", "وللمدرسة", "فللمدرسة", "للمدرسة"]
        {
            assert_eq!(without_article(word), "مدرسة", "{word}");
        }
        for (word, left) in
            [("الأب", "أب"), ("الم", "الم"), ("لله", "لله"), ("ال", "ال"), ("", ""), ("school", "school")]
        {
            assert_eq!(without_article(word), left, "{word}");
        }
    }

    #[test]
    fn a_sign_is_of_one_kind() {
        for (c, han, dense, mark) in [
            ('儿', true, true, false),
            ('々', true, true, false),
            ('か', true, true, false),
            ('ก', false, true, false),
            ('\u{e34}', false, true, true),
            ('\u{94d}', false, false, true),
            ('\u{651}', false, false, true),
            ('ـ', false, false, true),
            ('é', false, false, false),
            ('م', false, false, false),
        ] {
            assert_eq!((is_han(c), is_dense(c), is_mark(c)), (han, dense, mark), "{c:?}");
        }
    }
}
