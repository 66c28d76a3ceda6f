//! "Did you mean …?": the known name nearest to one that is not known, for a person to consider; and the one that was surely
//! meant, which may be written without asking.

/// A shorter name has too few letters to tell a slip from another word.
const SHORTEST_SLIP: usize = 4;

/// The nearest known name, if one is near enough to be meant; otherwise `none`, as the words expect it. A third of the letters
/// may differ, but one at least must be the same.
pub(crate) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let letters = written.chars().count();
    let limit = (letters.max(3) / 3).min(letters.saturating_sub(1));
    let near = |name: &'a str| Some((distance(&written.to_lowercase(), &name.to_lowercase(), limit)?, name));
    let nearest = known.into_iter().filter_map(near).min();
    nearest.filter(|_| letters > 0).map_or_else(|| "none".to_owned(), |(_, name)| name.to_owned())
}

/// The known name that was surely meant: it differs by capitals or kinds of hyphens alone, or it is the only one that differs by
/// one letter, or by two that changed places. Digits tell names apart, so no slip is looked for where there are some.
pub(crate) fn meant<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let plain = plain(written);
    let alike = |name: &&&str| self::plain(name) == plain;
    let slip = |name: &&&str| name.len() >= SHORTEST_SLIP && distance(&plain, &self::plain(name), 1).is_some();
    let long = plain.chars().count() >= SHORTEST_SLIP && !plain.contains(|c: char| c.is_numeric());
    only(known.iter().filter(alike)).or_else(|| only(known.iter().filter(slip)).filter(|_| long)).copied()
}

fn plain(name: &str) -> String {
    name.to_lowercase().replace(['_', ' ', '\u{2010}', '\u{2011}', '\u{2013}'], "-")
}

fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// All of them, for a person to read.
pub(crate) fn listed<'a>(known: impl IntoIterator<Item = &'a str>) -> String {
    known.into_iter().collect::<Vec<_>>().join(", ")
}

/// How many letters must be changed, put in, left out or swapped with their neighbour (the optimal string alignment
/// distance), if at most `limit`.
fn distance(a: &str, b: &str, limit: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let changed = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = changed.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    Some(above[b.len()]).filter(|&distance| distance <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 5] = ["attempts", "pass", "pass-rule", "shuffle", "minutes"];

    #[test]
    fn the_nearest_name_is_the_one_that_was_meant() {
        for (written, meant) in [
            ("attemps", "attempts"),
            ("pas", "pass"),
            ("pass_rule", "pass-rule"),
            ("suhffle", "shuffle"),
            ("Minutes", "minutes"),
            ("minuets", "minutes"),
            ("colour", "none"),
            ("", "none"),
        ] {
            assert_eq!(nearest(written, KEYS), meant, "{written}");
        }
    }

    #[test]
    fn a_short_name_is_near_only_to_what_shares_a_letter_with_it() {
        let known = ["en", "min", "max", "é", "пол"];
        for (written, near) in
            [("x", "none"), ("e", "none"), ("an", "en"), ("xy", "none"), ("mim", "min"), ("EN", "en"), ("поле", "пол")]
        {
            assert_eq!(nearest(written, known), near, "{written}");
        }
    }

    #[test]
    fn only_a_slip_that_could_be_no_other_name_is_surely_meant() {
        let known = ["choice", "choices", "min", "max", "minutes", "bank-1", "bank-2", "pass-rule", "NOTE"];
        for (written, sure) in [
            ("chioce", Some("choice")),
            ("Choice", Some("choice")),
            ("choics", None),
            ("choise", Some("choice")),
            ("mim", None),
            ("MIN", Some("min")),
            ("minuets", Some("minutes")),
            ("minnutess", None),
            ("bank-3", None),
            ("Bank_2", Some("bank-2")),
            ("pass rule", Some("pass-rule")),
            ("note", Some("NOTE")),
            ("nota", Some("NOTE")),
            ("", None),
        ] {
            assert_eq!(meant(written, known), sure, "{written}");
        }
    }
}
