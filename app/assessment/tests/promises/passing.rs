//! A pass mark is met or not by exact numbers.

use assessment::{NotAPercent, PassMark, PassRule, Percent, Ratio, percent_down};
use proptest::prelude::*;

fn mark(percent: u8, rule: PassRule) -> PassMark {
    PassMark { percent: Percent::new(percent).expect("a percentage"), rule }
}

#[test]
fn a_percentage_is_from_nothing_to_a_hundred() {
    assert_eq!(Percent::new(100).map(Percent::get), Ok(100));
    assert_eq!(Percent::new(101), Err(NotAPercent(101)));
}

#[test]
fn the_mark_is_met_exactly() {
    use PassRule::{AtLeast, MoreThan};
    for (percent, rule, earned, of, met) in [
        (70, AtLeast, (7, 1), 10, true),
        (70, MoreThan, (7, 1), 10, false),
        (70, AtLeast, (6_999_999_999, 1_000_000_000), 10, false),
        (70, MoreThan, (7_000_000_001, 1_000_000_000), 10, true),
        (33, AtLeast, (1, 3), 1, true),
        (34, AtLeast, (1, 3), 1, false),
        (100, AtLeast, (10, 1), 10, true),
        (100, MoreThan, (10, 1), 10, false),
        (0, AtLeast, (0, 1), 10, true),
        (0, MoreThan, (0, 1), 10, false),
        (0, AtLeast, (0, 1), 0, true),
        (0, MoreThan, (0, 1), 0, false),
        (1, AtLeast, (0, 1), 0, false),
        (70, AtLeast, (u64::MAX - 1, 1), u64::MAX, true),
        (100, AtLeast, (u64::MAX - 1, 1), u64::MAX, false),
    ] {
        let earned = Ratio::new(earned.0, earned.1);
        assert_eq!(mark(percent, rule).is_met(earned, of.into()), met, "{percent} {rule:?} {earned} of {of}");
    }
}

#[test]
fn percentages_are_rounded_down_for_showing() {
    for (earned, of, shown) in [
        ((6_999, 1_000), 10, Some(69)),
        ((7, 1), 10, Some(70)),
        ((2, 3), 1, Some(66)),
        ((0, 1), 5, Some(0)),
        ((5, 1), 5, Some(100)),
        ((0, 1), 0, None),
        ((u64::MAX - 1, 1), u64::MAX, Some(99)),
    ] {
        assert_eq!(percent_down(Ratio::new(earned.0, earned.1), of.into()), shown, "{earned:?} of {of}");
    }
}

/// Points earned and the points they are out of, to the limits of the type.
fn results() -> impl Strategy<Value = (Ratio, Ratio)> {
    (0..=u64::MAX, 1..=u64::MAX, 1..=u64::MAX).prop_map(|(part, whole, of)| (Ratio::new(part, whole), of.into()))
}

proptest! {
    #[test]
    fn what_is_shown_never_promises_more_than_the_mark((earned, of) in results(), percent in 0_u8..=100) {
        let shown = percent_down(earned, of).expect("of some points");
        prop_assert_eq!(mark(percent, PassRule::AtLeast).is_met(earned, of), shown >= u32::from(percent));
    }

    #[test]
    fn more_points_never_fail_where_fewer_pass((earned, of) in results(), more in 0..=u64::MAX, percent in 0_u8..=100) {
        for rule in [PassRule::AtLeast, PassRule::MoreThan] {
            let higher = earned.max(Ratio::from_integer(more));
            prop_assert!(!mark(percent, rule).is_met(earned, of) || mark(percent, rule).is_met(higher, of));
        }
    }
}
