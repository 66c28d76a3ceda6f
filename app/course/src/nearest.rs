//! "Did you mean …?": the known name nearest to one that is not known.

/// The nearest known name, if one is near enough to be meant; otherwise `none`, as the words expect it.
pub(crate) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let limit = (written.chars().count() / 3).max(2);
    let near = |name: &'a str| Some((distance(&written.to_lowercase(), &name.to_lowercase(), limit)?, name));
    known.into_iter().filter_map(near).min().map_or_else(|| "none".to_owned(), |(_, name)| name.to_owned())
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

    #[test]
    fn the_nearest_name_is_the_one_that_was_meant() {
        let known = ["attempts", "pass", "pass-rule", "shuffle", "minutes"];
        for (written, meant) in [
            ("attemps", "attempts"),
            ("pas", "pass"),
            ("pass_rule", "pass-rule"),
            ("suhffle", "shuffle"),
            ("Minutes", "minutes"),
            ("colour", "none"),
            ("", "none"),
        ] {
            assert_eq!(nearest(written, known), meant, "{written}");
        }
    }
}
