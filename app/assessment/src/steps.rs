//! Steps put in order, `.order`: what counts is which steps stand next to each other, so one step put too early does not
//! make all those after it wrong.

/// For each step but the last: whether the one that follows it in the right order stands right after it. A place that two
/// steps were given is the place of neither.
pub(crate) fn neighbours(places: &[Option<usize>]) -> impl Iterator<Item = bool> {
    let mut taken = vec![0_u8; places.len()];
    for place in places.iter().flatten() {
        if let Some(count) = taken.get_mut(*place) {
            *count = count.saturating_add(1);
        }
    }
    let own = move |place: Option<usize>| place.filter(|place| taken.get(*place) == Some(&1));
    places
        .windows(2)
        .map(move |pair| own(pair[0]).map(|place| place + 1).is_some_and(|next| own(pair[1]) == Some(next)))
}

/// For each step whether it stands right beside every step that it should stand beside.
pub(crate) fn settled(places: &[Option<usize>]) -> Vec<bool> {
    let pairs: Vec<bool> = neighbours(places).collect();
    let beside = |pair: Option<usize>| pair.and_then(|pair| pairs.get(pair)).is_none_or(|right| *right);
    (0..places.len()).map(|step| beside(step.checked_sub(1)) && beside(Some(step))).collect()
}
