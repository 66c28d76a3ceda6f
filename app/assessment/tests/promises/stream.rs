//! The stream of chance, held in place. An attempt's paper is drawn again from its seed: if one of these fails, the
//! change that made it fail must go, not the expectation. The expectations were worked out apart from this crate, from the
//! definitions of ChaCha with 8 rounds, FNV-1a and the shuffle of Fisher and Yates.

use assessment::{Candidate, draw, order};

fn counted() -> [u8; 32] {
    std::array::from_fn(|place| place as u8)
}

#[test]
fn the_stream_of_chance_is_what_it_always_was() {
    for (seed, salt, expected) in [
        ([0; 32], "", [0, 1, 8, 7, 5, 4, 2, 3, 9, 6]),
        ([0; 32], "four-cs", [1, 3, 4, 6, 9, 0, 7, 2, 8, 5]),
        (counted(), "four-cs", [7, 1, 2, 8, 9, 6, 4, 0, 3, 5]),
        (counted(), "τέσσερα", [4, 1, 7, 8, 0, 9, 5, 2, 6, 3]),
    ] {
        assert_eq!(order(seed, salt, 10), expected, "{salt}");
    }
}

#[test]
fn a_drawn_test_is_what_it_always_was() {
    let pool = |name: &str, n: usize| -> Vec<Candidate> {
        let candidate = |i| Candidate { id: format!("{name}-{i}"), options: 4, shuffle: i % 2 == 0, always: false };
        (0..n).map(candidate).collect()
    };
    let drawn: Vec<String> = draw(counted(), &[(pool("risks", 8), 3), (pool("response", 4), 2)], true)
        .into_iter()
        .map(|presented| format!("{} {:?}", presented.question, presented.order))
        .collect();
    assert_eq!(
        drawn,
        [
            "response-3 [0, 1, 2, 3]",
            "risks-7 [0, 1, 2, 3]",
            "risks-2 [3, 2, 0, 1]",
            "risks-0 [1, 3, 2, 0]",
            "response-1 [0, 1, 2, 3]"
        ]
    );
}
