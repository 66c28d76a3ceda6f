//! A total is exact, whatever is summed, and one of several attempts is kept.

use assessment::{Keep, PassMark, PassRule, Percent, Ratio, Score, Total, kept, percent_down};
use proptest::collection::vec;
use proptest::prelude::*;

fn score(part: u64, whole: u64, of: u32) -> Score {
    Score { earned: Ratio::new(part, whole), of }
}

fn total(part: u64, whole: u64, of: u64) -> Total {
    Total { earned: Ratio::new(part, whole), of: of.into() }
}

#[test]
fn thirds_add_up_to_a_whole() {
    assert_eq!(Total::sum([score(1, 3, 1); 3]), total(1, 1, 3));
    assert_eq!(Total::sum([]), total(0, 1, 0));
}

/// Halves, thirds, fifths ... : the common denominator of these 60 has over a hundred digits, yet in the end it cancels.
#[test]
fn a_sum_may_pass_through_numbers_that_64_bits_do_not_hold() {
    let primes: Vec<u64> = (2..282).filter(|n| (2..*n).all(|d| n % d != 0)).collect();
    assert_eq!(primes.len(), 60);
    let parts = primes.iter().map(|prime| score(1, *prime, 1));
    let rests = primes.iter().map(|prime| score(prime - 1, *prime, 1));
    assert_eq!(Total::sum(parts.chain(rests)), total(60, 1, 120));
}

#[test]
fn a_sum_without_a_place_in_64_bits_passes_and_shows_as_it_should() {
    let primes: Vec<u64> = (2..282).filter(|n| (2..*n).all(|d| n % d != 0)).collect();
    for points in [1, 1_000, u32::MAX] {
        let scores = primes.iter().map(|prime| Score { earned: Ratio::new(u64::from(points), *prime), of: points });
        let sum = Total::sum(scores);
        let share: f64 = primes.iter().map(|prime| 1.0 / *prime as f64).sum::<f64>() / 60.0;
        let stood_in = *sum.earned.numer() as f64 / *sum.earned.denom() as f64 / *sum.of.numer() as f64;
        assert!((share - stood_in).abs() < 0.005, "{share} {stood_in}");
        assert_eq!(percent_down(sum.earned, sum.of), Some((share * 100.0) as u32));
        for rule in [PassRule::AtLeast, PassRule::MoreThan] {
            for (percent, met) in [(3, true), (4, false)] {
                let mark = PassMark { percent: Percent::new(percent).expect("a percentage"), rule };
                assert_eq!(mark.is_met(sum.earned, sum.of), met, "{points} {percent} {rule:?}");
            }
        }
    }
}

#[test]
fn one_attempt_is_kept_as_the_course_says() {
    let attempts = [total(5, 1, 10), total(9, 1, 10), total(18, 1, 20), total(7, 1, 10)];
    for (keep, expected) in [
        (Keep::Highest, total(9, 1, 10)),
        (Keep::Latest, total(7, 1, 10)),
        (Keep::First, total(5, 1, 10)),
        (Keep::Average, total(15, 2, 10)),
    ] {
        assert_eq!(kept(keep, &attempts), Some(expected), "{keep:?}");
        assert_eq!(kept(keep, &[]), None);
    }
}

#[test]
fn attempts_without_points_do_not_pull_the_average_down() {
    let empty = total(0, 1, 0);
    assert_eq!(kept(Keep::Average, &[total(8, 1, 10), empty]), Some(total(8, 1, 10)));
    assert_eq!(kept(Keep::Average, &[empty, empty]), Some(empty));
    assert_eq!(kept(Keep::Highest, &[empty, total(0, 1, 10)]), Some(total(0, 1, 10)));
}

fn scores() -> impl Strategy<Value = Vec<Score>> {
    let one = (0_u32..=9, 1_u64..400)
        .prop_flat_map(|(of, whole)| (0..=u64::from(of) * whole).prop_map(move |part| score(part, whole, of)));
    vec(one, 0..80)
}

proptest! {
    #[test]
    fn a_sum_is_within_its_points_and_the_same_in_any_order(scores in scores()) {
        let sum = Total::sum(scores.iter().copied());
        prop_assert!(sum.earned <= sum.of);
        prop_assert_eq!(sum, Total::sum(scores.into_iter().rev()));
    }

    #[test]
    fn a_better_answer_never_lowers_the_total(mut scores in scores(), one in any::<prop::sample::Index>()) {
        prop_assume!(!scores.is_empty());
        let before = Total::sum(scores.iter().copied());
        let one = one.index(scores.len());
        scores[one].earned = u64::from(scores[one].of).into();
        prop_assert!(Total::sum(scores).earned >= before.earned);
    }

    #[test]
    fn the_average_lies_between_the_lowest_and_the_highest(attempts in vec(scores(), 1..6)) {
        let attempts: Vec<Total> = attempts.into_iter().map(Total::sum).collect();
        let shown = |total: Total| percent_down(total.earned, total.of);
        let average = shown(kept(Keep::Average, &attempts).expect("some attempts"));
        prop_assert!(average <= shown(kept(Keep::Highest, &attempts).expect("some attempts")));
        if let Some(average) = average {
            prop_assert!(attempts.iter().filter_map(|total| shown(*total)).min() <= Some(average));
        }
    }
}
