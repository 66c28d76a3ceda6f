//! The figures of a test: worked by hand, as published, against a plain reckoning in two passes, and laws for any table.

use assessment::statistics::{
    ItemRemark, MarkTable, NotATable, OptionCounts, Statistics, TestRemark, Third, Thirds, facility_by_thirds,
    of_alpha, of_correlation, of_facility,
};
use proptest::prelude::*;

fn table(max: &[i64], rows: &[Vec<i64>]) -> MarkTable {
    let names = (1..=max.len()).map(|item| format!("Q{item}")).collect();
    MarkTable::new(names, max.to_vec(), rows.concat()).expect("a table")
}

fn figures(max: &[i64], rows: &[Vec<i64>]) -> Statistics {
    Statistics::of(&table(max, rows))
}

/// Everything in a row, to be compared at once; what is not defined is `None`.
fn listed(figures: &Statistics) -> Vec<Option<f64>> {
    let test = &figures.test;
    let of_test = [
        test.mean,
        test.median,
        test.sd,
        test.skewness,
        test.kurtosis,
        test.alpha,
        test.error_ratio,
        test.standard_error,
    ];
    let of_item = figures.items.iter().flat_map(|item| {
        [
            item.facility,
            item.sd,
            item.intended_weight,
            item.effective_weight,
            item.discrimination_index,
            item.discrimination_efficiency,
        ]
    });
    of_test.into_iter().chain(of_item).collect()
}

fn assert_near(got: &[Option<f64>], wanted: &[Option<f64>], tolerance: f64) {
    assert_eq!(got.len(), wanted.len());
    for (place, (one, other)) in got.iter().zip(wanted).enumerate() {
        let near = match (one, other) {
            (Some(one), Some(other)) => (one - other).abs() <= tolerance * other.abs().max(1.0),
            (one, other) => one == other,
        };
        assert!(near, "{place}: {one:?} is not {other:?}\n{got:?}\n{wanted:?}");
    }
}

/// Four people and three items, worked by hand. The totals are 3, 4, 1 and 1 of 4; their variance is 9/4.
#[test]
fn the_worked_example_comes_out_as_by_hand() {
    let rows = [vec![2, 1, 0], vec![2, 1, 1], vec![1, 0, 0], vec![0, 0, 1]];
    let got = figures(&[2, 1, 1], &rows);
    let root = f64::sqrt;
    // The covariances of the items with the total are 5/4, 5/6 and 1/6.
    let roots = root(5.0 / 4.0) + root(5.0 / 6.0) + root(1.0 / 6.0);
    let wanted = [
        9.0 / 16.0,
        1.0 / 2.0,
        3.0 / 8.0,
        10.0 / 27.0,
        -316.0 / 81.0,
        4.0 / 9.0,
        root(5.0 / 9.0),
        root(5.0 / 9.0) * 3.0 / 8.0,
        // Variance 11/12; with the rest, whose variance is 2/3, the covariance is 1/3, and 2/3 at most.
        5.0 / 8.0,
        root(11.0 / 12.0) / 2.0,
        1.0 / 2.0,
        root(5.0 / 4.0) / roots,
        (1.0 / 3.0) / root(11.0 / 12.0 * 2.0 / 3.0),
        1.0 / 2.0,
        // Variance 1/3; the rest's 11/12, the covariance 1/2, and no more is possible.
        1.0 / 2.0,
        root(1.0 / 3.0),
        1.0 / 4.0,
        root(5.0 / 6.0) / roots,
        (1.0 / 2.0) / root(1.0 / 3.0 * 11.0 / 12.0),
        1.0,
        // Variance 1/3; the rest's 9/4, the covariance −1/6, and 5/6 at most.
        1.0 / 2.0,
        root(1.0 / 3.0),
        1.0 / 4.0,
        root(1.0 / 6.0) / roots,
        (-1.0 / 6.0) / root(1.0 / 3.0 * 9.0 / 4.0),
        -1.0 / 5.0,
    ];
    assert_near(&listed(&got), &wanted.map(Some), 1e-14);
}

/// 1,000 people and five items, right or wrong, the example of many a textbook: section 6 of the Law School Admission Test, in
/// Bock and Lieberman (1970), Psychometrika 35, 179–197. The figures were reckoned apart from this program.
#[test]
fn the_law_school_admission_test_comes_out_as_it_does_elsewhere() {
    let patterns = [
        3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28,
        298,
    ];
    let pattern = |bits: i64| (0..5).rev().map(|bit| bits >> bit & 1).collect::<Vec<_>>();
    let rows: Vec<_> = (0..32).zip(patterns).flat_map(|(bits, people)| vec![pattern(bits); people]).collect();
    let got = figures(&[1; 5], &rows);
    assert_eq!(got.test.n, 1000);
    let test = [0.7638, 0.8, 0.207_008_242_377_962_5, -0.691_010_876_142, 0.078_178_546_393_668, 0.294_997_192_215_973];
    assert_near(&listed(&got)[..6], &test.map(Some), 1e-12);
    let facility: Vec<_> = got.items.iter().map(|item| item.facility).collect();
    assert_near(&facility, &[0.924, 0.709, 0.553, 0.763, 0.870].map(Some), 1e-12);
    let index: Vec<_> = got.items.iter().map(|item| item.discrimination_index).collect();
    assert_near(&index, &[0.112_832_69, 0.153_178_12, 0.172_778_94, 0.144_428_10, 0.121_596_40].map(Some), 1e-8);
    let efficiency: Vec<_> = got.items.iter().map(|item| item.discrimination_efficiency).collect();
    assert_near(&efficiency, &[0.184_817_22, 0.200_026_67, 0.218_899_54, 0.177_201_96, 0.187_747_71].map(Some), 1e-8);
}

/// The examples with which the manuals of spreadsheets explain `SKEW` and `KURT`, which are the same k-statistics.
#[test]
fn skewness_and_kurtosis_come_out_as_a_spreadsheet_has_them() {
    let rows: Vec<_> = [3, 4, 5, 2, 3, 4, 5, 6, 4, 7].map(|mark| vec![mark]).to_vec();
    let test = figures(&[7], &rows).test;
    assert_near(&[test.skewness, test.kurtosis], &[Some(0.359_543_071), Some(-0.151_799_637)], 1e-9);
}

#[test]
fn what_is_not_defined_is_none() {
    let nobody = figures(&[1, 1], &[]);
    assert_eq!(listed(&nobody)[..8], [None; 8]);
    assert_eq!((nobody.items[0].facility, nobody.items[0].intended_weight), (None, Some(0.5)));

    let alone = figures(&[2, 2], &[vec![1, 2]]);
    assert_eq!(listed(&alone)[..8], [Some(0.75), Some(0.75), None, None, None, None, None, None]);
    assert_eq!(listed(&alone)[8..14], [Some(0.5), None, Some(0.5), None, None, None]);

    let two = figures(&[2, 2], &[vec![1, 2], vec![2, 2]]);
    assert_eq!((two.test.skewness, two.test.alpha, two.test.standard_error), (None, None, None));
    assert_eq!((two.items[0].discrimination_index, two.items[0].effective_weight), (None, Some(1.0)));

    let alike = figures(&[2, 2], &[vec![1, 2], vec![1, 2], vec![1, 2], vec![1, 2]]);
    assert_eq!(listed(&alike)[2..8], [Some(0.0), None, None, None, None, None]);
    assert_eq!(listed(&alike)[8..14], [Some(0.5), Some(0.0), Some(0.5), None, None, None]);

    let one_item = figures(&[2], &[vec![1], vec![2], vec![0], vec![0]]);
    assert_eq!((one_item.test.alpha, one_item.items[0].discrimination_index), (None, None));
    assert_eq!((one_item.items[0].effective_weight, one_item.items[0].discrimination_efficiency), (Some(1.0), None));

    let worthless = figures(&[0, 1], &[vec![0, 1], vec![0, 0], vec![0, 0]]);
    assert_eq!((worthless.items[0].facility, worthless.items[0].sd), (None, None));
    assert_eq!((worthless.items[0].intended_weight, worthless.items[0].effective_weight), (Some(0.0), Some(0.0)));
    assert_eq!(figures(&[0], &[vec![0], vec![0]]).test.mean, None);
}

#[test]
fn an_item_against_the_total_has_no_weight_and_adds_none() {
    let rows = [vec![4, 0], vec![3, 0], vec![2, 1], vec![1, 1]];
    let got = figures(&[4, 1], &rows);
    let weights: Vec<_> = got.items.iter().map(|item| item.effective_weight).collect();
    assert_eq!(weights, [Some(1.0), None]);
    assert_eq!(ItemRemark::of(&got.items[1]), ItemRemark::Backwards);
}

/// In tenths of a point, as decimals are read. In floating-point numbers 0.1 + 0.2 is another total than 0.3, and a covariance
/// of nothing comes out on either side of it.
#[test]
fn equal_totals_of_unequal_marks_vary_by_nothing() {
    let got = figures(&[3, 3, 3], &[vec![1, 2, 0], vec![3, 0, 0], vec![0, 0, 3], vec![0, 1, 2]]);
    assert_eq!((got.test.sd, got.test.skewness, got.test.alpha), (Some(0.0), None, None));
    assert!(got.items.iter().all(|item| item.effective_weight.is_none()));
}

#[test]
fn what_is_no_table_is_refused() {
    let new = |names: usize, max: &[i64], marks: &[i64]| {
        MarkTable::new(vec![String::new(); names], max.to_vec(), marks.to_vec()).map(|_| ())
    };
    assert_eq!(new(0, &[], &[]), Err(NotATable::NoItem));
    assert_eq!(new(2, &[1], &[1, 1]), Err(NotATable::Ragged));
    assert_eq!(new(2, &[1, 1], &[1, 1, 1]), Err(NotATable::Ragged));
    assert_eq!(new(2, &[1, -1], &[]), Err(NotATable::MaximumBelowNothing(1)));
    assert_eq!(new(2, &[1, 1], &[0, 1, 0, 2]), Err(NotATable::AboveMaximum { person: 1, item: 1 }));
}

#[test]
fn the_largest_marks_there_can_be_overflow_nothing() {
    let (most, least) = (i64::MAX, i64::MIN);
    let rows: Vec<_> = (0..50).map(|person| if person % 2 == 0 { vec![most, most] } else { vec![least, 1] }).collect();
    let got = figures(&[most, most], &rows);
    assert!(listed(&got).iter().flatten().all(|figure| figure.is_finite()), "{got:?}");
    assert_near(&[got.items[0].discrimination_index], &[Some(1.0)], 1e-12);
}

#[test]
fn those_who_are_level_are_in_the_same_third() {
    let places = |scores: &[i64]| {
        let thirds = Thirds::of(scores)?;
        Some(scores.iter().map(|score| thirds.place(*score)).collect::<Vec<_>>())
    };
    use Third::{Best, Middle, Worst};
    assert_eq!(places(&[1, 2, 3, 4, 5, 6]), Some(vec![Worst, Worst, Middle, Middle, Best, Best]));
    assert_eq!(places(&[5, 1, 5, 1, 1, 3]), Some(vec![Best, Worst, Best, Worst, Worst, Middle]));
    assert_eq!(places(&[1, 2]), Some(vec![Worst, Best]));
    for level in [&[][..], &[1], &[1, 1, 1], &[0, 1, 1, 1, 1, 1]] {
        assert_eq!(places(level), None, "{level:?}");
    }
}

#[test]
fn the_thirds_show_an_item_that_runs_backwards() {
    let rows: Vec<_> = (0..9).map(|person| vec![i64::from(person < 3), person]).collect();
    assert_eq!(facility_by_thirds(&table(&[1, 8], &rows), 0), Some([1.0, 0.0]));
}

#[test]
fn a_wrong_key_is_seen_by_what_the_third_who_did_best_picked() {
    // B is right, says the key; those who did best picked C.
    let picked = [
        (9, vec![2]),
        (8, vec![2]),
        (7, vec![1]),
        (6, vec![2]),
        (5, vec![]),
        (4, vec![0]),
        (3, vec![1]),
        (2, vec![1]),
        (1, vec![7]),
    ];
    let counted = OptionCounts::of(&picked, 3).expect("thirds");
    assert_eq!(counted, OptionCounts { counts: vec![[0, 1, 0], [2, 0, 1], [0, 1, 2]], none: [0, 1, 0] });
    for (right, wanted) in
        [(&[1][..], Some(2)), (&[2], None), (&[1, 2], None), (&[0, 1, 2], None), (&[0, 2], Some(1)), (&[], None)]
    {
        assert_eq!(counted.best_prefer(right), wanted, "{right:?}");
    }
    assert_eq!(OptionCounts::of(&[(1, vec![0]), (1, vec![1])], 2), None);
}

/// Wilson's interval of 81 of 263: Newcombe (1998), Statistics in Medicine 17, table I. Alpha: `ci.cronbach` in the R package
/// `statpsych` has 0.797 to 0.893 by Feldt's exact formula for 0.85, 7 items and 89 people.
#[test]
fn intervals_come_out_as_published() {
    let near = |interval: Option<assessment::statistics::Interval>, from: f64, to: f64, by: f64| {
        let one = interval.expect("an interval");
        assert!((one.from - from).abs() < by && (one.to - to).abs() < by, "{one:?}");
    };
    near(of_facility(81.0 / 263.0, 263), 0.2553, 0.3662, 0.000_05);
    near(of_facility(0.0, 20), 0.0, 0.1611, 0.000_05);
    near(of_alpha(0.85, 7, 89), 0.797, 0.893, 0.005);
    near(of_correlation(0.5, 28), 0.156, 0.736, 0.001);
    assert_eq!(
        (of_facility(0.5, 0), of_facility(-0.1, 9), of_alpha(1.0, 3, 9), of_correlation(0.2, 3)),
        Default::default()
    );
}

#[test]
fn an_author_is_told_what_is_most_pressing() {
    let remark = |facility: f64, sd: f64, index: Option<f64>, efficiency: Option<f64>| {
        let mut item = figures(&[1], &[vec![0], vec![1]]).items.remove(0);
        (item.facility, item.sd) = (Some(facility), Some(sd));
        (item.discrimination_index, item.discrimination_efficiency) = (index, efficiency);
        ItemRemark::of(&item)
    };
    for (facility, sd, index, efficiency, wanted) in [
        (0.5, 0.5, Some(0.30), Some(0.4), ItemRemark::Sound),
        (0.5, 0.5, Some(0.29), Some(0.4), ItemRemark::Weak),
        (0.5, 0.5, Some(0.20), Some(0.4), ItemRemark::Weak),
        (0.5, 0.5, Some(0.19), Some(0.4), ItemRemark::VeryWeak),
        (0.9, 0.3, Some(0.19), Some(0.5), ItemRemark::Sound),
        (0.5, 0.5, Some(0.0), Some(0.0), ItemRemark::VeryWeak),
        (0.98, 0.1, Some(-0.01), Some(-0.1), ItemRemark::Backwards),
        (0.95, 0.1, Some(0.5), Some(0.5), ItemRemark::NearlyEveryone),
        (0.05, 0.1, Some(0.5), Some(0.5), ItemRemark::HardlyAnyone),
        (0.20, 0.4, Some(0.5), Some(0.5), ItemRemark::Hard),
        (0.21, 0.4, Some(0.5), Some(0.5), ItemRemark::Sound),
        (0.5, 0.0, None, None, ItemRemark::SameForAll),
        (-0.1, 0.4, Some(0.5), Some(0.5), ItemRemark::HardlyAnyone),
    ] {
        assert_eq!(remark(facility, sd, index, efficiency), wanted, "{facility} {sd} {index:?}");
    }
}

#[test]
fn an_author_is_told_how_far_the_test_can_be_trusted() {
    let remarks = |n, alpha, items| {
        let mut all = figures(&[1], &[vec![1]]);
        (all.test.n, all.test.alpha) = (n, alpha);
        all.items = vec![all.items[0].clone(); items];
        TestRemark::all(&all)
    };
    use TestRemark::{BelowSatisfactory, FewPeople, Satisfactory, Unsatisfactory, Unsure};
    assert_eq!(remarks(9, None, 1), [FewPeople]);
    assert_eq!(remarks(10, None, 1), []);
    assert_eq!(remarks(9, Some(0.7), 10), [FewPeople, BelowSatisfactory, Unsure]);
    assert_eq!(remarks(5000, Some(0.639), 10), [Unsatisfactory]);
    assert_eq!(remarks(5000, Some(0.65), 10), [BelowSatisfactory]);
    assert_eq!(remarks(5000, Some(0.75), 10), [Satisfactory]);
}

/// The formulas as they are written down, in two passes over floating-point numbers.
fn plainly(max: &[i64], rows: &[Vec<i64>]) -> Vec<Option<f64>> {
    let column = |item: usize| rows.iter().map(|row| row[item] as f64).collect::<Vec<_>>();
    let totals: Vec<f64> = rows.iter().map(|row| row.iter().sum::<i64>() as f64).collect();
    let (n, p, most) = (rows.len() as f64, max.len() as f64, max.iter().sum::<i64>() as f64);
    let mean = |xs: &[f64]| xs.iter().sum::<f64>() / n;
    let covariance = |xs: &[f64], ys: &[f64]| {
        let (mx, my) = (mean(xs), mean(ys));
        xs.iter().zip(ys).map(|(x, y)| (x - mx) * (y - my)).sum::<f64>() / (n - 1.0)
    };
    let sorted = |xs: &[f64]| {
        let mut xs = xs.to_vec();
        xs.sort_by(f64::total_cmp);
        xs
    };
    let middle = sorted(&totals);
    let median = (middle[(middle.len() - 1) / 2] + middle[middle.len() / 2]) / 2.0;
    let moment = |power| totals.iter().map(|total| (total - mean(&totals)).powi(power)).sum::<f64>() / n;
    let k2 = n * moment(2) / (n - 1.0);
    let k3 = n * n * moment(3) / ((n - 1.0) * (n - 2.0));
    let k4 =
        n * n * ((n + 1.0) * moment(4) - 3.0 * (n - 1.0) * moment(2).powi(2)) / ((n - 1.0) * (n - 2.0) * (n - 3.0));
    let varies = |variance: f64| variance > 1e-9;
    let own: f64 = (0..max.len()).map(|item| covariance(&column(item), &column(item))).sum();
    let alpha = (max.len() > 1 && varies(k2)).then(|| p / (p - 1.0) * (1.0 - own / k2));
    let error = alpha.map(|alpha| (1.0 - alpha).max(0.0).sqrt());
    let sd = k2.sqrt() / most;
    let shape = |figure: f64| varies(k2).then_some(figure);
    let mut all = vec![Some(mean(&totals) / most), Some(median / most), Some(sd)];
    all.extend([shape(k3 / k2.powf(1.5)), shape(k4 / (k2 * k2)), alpha, error, error.map(|error| error * sd)]);
    let with_total = |item| Some(covariance(&column(item), &totals)).filter(|one| *one > -1e-9).map(|one| one.max(0.0));
    let roots: f64 = (0..max.len()).filter_map(with_total).map(f64::sqrt).sum();
    for (item, max) in max.iter().enumerate() {
        let (marks, max) = (column(item), *max as f64);
        let rest: Vec<f64> = totals.iter().zip(&marks).map(|(total, mark)| total - mark).collect();
        let both = covariance(&marks, &marks) * covariance(&rest, &rest);
        let most_possible = covariance(&sorted(&marks), &sorted(&rest));
        all.extend([Some(mean(&marks) / max), Some(covariance(&marks, &marks).sqrt() / max), Some(max / most)]);
        all.push(with_total(item).filter(|_| roots > 1e-4).map(|one| one.sqrt() / roots));
        all.push(varies(both).then(|| covariance(&marks, &rest) / both.sqrt()));
        all.push(varies(most_possible).then(|| covariance(&marks, &rest) / most_possible));
    }
    all
}

/// Any table of a few items, with marks below 0 among them.
fn any_table(people: std::ops::Range<usize>) -> impl Strategy<Value = (Vec<i64>, Vec<Vec<i64>>)> {
    prop::collection::vec(1_i64..6, 1..6).prop_flat_map(move |max| {
        let row = max.iter().map(|&max| -1..=max).collect::<Vec<_>>();
        (Just(max), prop::collection::vec(row, people.clone()))
    })
}

proptest! {
    #[test]
    fn the_exact_sums_give_what_the_formulas_say((max, rows) in any_table(4..30)) {
        assert_near(&listed(&figures(&max, &rows)), &plainly(&max, &rows), 1e-9);
    }

    #[test]
    fn every_figure_is_within_its_bounds((max, rows) in any_table(0..20)) {
        let got = figures(&max, &rows);
        prop_assert!(got.test.alpha.is_none_or(|alpha| alpha <= 1.0 + 1e-12));
        prop_assert!(got.test.error_ratio.is_none_or(|ratio| ratio >= 0.0));
        let weights = |weight: fn(&assessment::statistics::ItemStatistics) -> Option<f64>| {
            got.items.iter().filter_map(weight).sum::<f64>()
        };
        prop_assert!((weights(|item| item.intended_weight) - 1.0).abs() < 1e-9);
        let effective = weights(|item| item.effective_weight);
        prop_assert!(effective == 0.0 || (effective - 1.0).abs() < 1e-9);
        for item in &got.items {
            prop_assert!(item.facility.is_none_or(|facility| facility <= 1.0));
            prop_assert!(item.discrimination_index.is_none_or(|index| (-1.0..=1.0).contains(&index)));
            prop_assert!(item.discrimination_efficiency.is_none_or(|efficiency| efficiency <= 1.0));
            let (index, efficiency) = (item.discrimination_index, item.discrimination_efficiency);
            prop_assert_eq!(index.is_some(), efficiency.is_some());
            // What is possible is never more than perfect.
            if let (Some(index), Some(efficiency)) = (index, efficiency) {
                prop_assert!(efficiency.abs() >= index.abs() - 1e-12);
            }
        }
    }

    #[test]
    fn the_order_of_the_people_changes_nothing(
        ((max, rows), seed) in (any_table(0..20), any::<u64>())
    ) {
        let mut turned = rows.clone();
        turned.sort_by_key(|row| row.iter().fold(seed, |hash, mark| (hash ^ *mark as u64).wrapping_mul(0x0100_0000_01b3)));
        assert_near(&listed(&figures(&max, &turned)), &listed(&figures(&max, &rows)), 1e-12);
        let thirds = |rows: &[Vec<i64>]| facility_by_thirds(&table(&max, rows), 0);
        prop_assert_eq!(thirds(&turned), thirds(&rows));
    }

    #[test]
    fn the_unit_of_the_marks_changes_nothing(((max, rows), unit) in (any_table(0..20), 1_i64..1_000_000_000_000)) {
        let times = |marks: &[i64]| marks.iter().map(|mark| mark * unit).collect::<Vec<_>>();
        let scaled: Vec<_> = rows.iter().map(|row| times(row)).collect();
        prop_assert_eq!(figures(&times(&max), &scaled), figures(&max, &rows));
    }

    /// With two items alike and no third, alpha is 1 whatever they are.
    #[test]
    fn items_that_are_alike_agree_wholly(marks in prop::collection::vec(0_i64..9, 3..20)) {
        let rows: Vec<_> = marks.iter().map(|&mark| vec![mark, mark]).collect();
        let got = figures(&[9, 9], &rows);
        let varies = marks.iter().any(|mark| *mark != marks[0]);
        let wholly = varies.then_some(1.0);
        assert_near(&[got.test.alpha, got.items[0].discrimination_index], &[wholly; 2], 1e-12);
        prop_assert_eq!(got.items[1].discrimination_efficiency, wholly);
    }

    /// Marks so fine and people so many that they are rounded: the figures stay what they are to ten places.
    #[test]
    fn marks_too_fine_for_exact_sums_lose_nothing_that_shows((max, rows) in any_table(4..30)) {
        let fine = |mark: i64, noise: i64| mark * 900_000_000_000_000_000 / 5 + noise;
        let finest: Vec<Vec<i64>> = rows.iter().map(|row| row.iter().map(|&mark| fine(mark, -1)).collect()).collect();
        let most: Vec<i64> = max.iter().map(|&mark| fine(mark, 0)).collect();
        let (got, wanted) = (figures(&most, &finest), figures(&max, &rows));
        for (one, other) in got.items.iter().zip(&wanted.items) {
            assert_near(&[one.facility, one.sd], &[other.facility, other.sd], 1e-10);
        }
        assert_near(&[got.test.mean, got.test.sd], &[wanted.test.mean, wanted.test.sd], 1e-10);
    }

    /// A mark may be better for everybody by as much as one likes: how the marks vary is the same.
    #[test]
    fn a_mark_more_for_everybody_moves_only_the_means((max, rows) in any_table(4..20)) {
        let more: Vec<Vec<i64>> = rows.iter().map(|row| row.iter().map(|mark| mark - 3).collect()).collect();
        let (one, other) = (figures(&max, &more), figures(&max, &rows));
        assert_near(&listed(&one)[2..8], &listed(&other)[2..8], 1e-12);
        let apart = |one: &Statistics| one.items.iter().map(|item| item.discrimination_index).collect::<Vec<_>>();
        prop_assert_eq!(apart(&one), apart(&other));
    }
}

#[test]
fn a_sum_among_the_items_is_found() {
    let rows: Vec<_> = (0..5).map(|person| vec![person, 5 - person / 2, person + 5 - person / 2]).collect();
    let sums = table(&[5, 5, 10], &rows);
    assert_eq!([0, 1, 2].map(|item| sums.is_sum_of_others(item)), [false, false, true]);
    let alike = table(&[5, 5], &[vec![1, 1], vec![2, 2], vec![3, 3]]);
    assert!(!alike.is_sum_of_others(0), "two items may be alike");
}
