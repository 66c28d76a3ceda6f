//! The QR code is one that a strict page may show.

use certificate::{Error, qr_svg};

use crate::made_up::ADDRESS;

#[test]
fn the_code_has_neither_style_nor_script_and_is_always_the_same() {
    let svg = qr_svg(ADDRESS).expect("an address of usual length");
    for forbidden in ["style", "script", "href", " on", "<image"] {
        assert!(!svg.contains(forbidden), "{forbidden}");
    }
    assert!(svg.contains(r#"shape-rendering="crispEdges""#));
    assert_eq!(svg, qr_svg(ADDRESS).expect("the same address"));
}

/// The three finder patterns stand in their corners, 4 squares from the edge: their top rows are runs of 7.
#[test]
fn a_free_margin_of_four_squares_stands_around_the_code() {
    let svg = qr_svg(ADDRESS).expect("an address of usual length");
    let whole: usize =
        svg.split('"').nth(3).and_then(|view| view.rsplit(' ').next()).expect("a view box").parse().expect("a size");
    let end = whole - 4 - 7;
    for corner in ["M4 4h7v1".to_owned(), format!("M{end} 4h7v1"), format!("M4 {end}h7v1")] {
        assert!(svg.contains(&corner), "{corner}");
    }
    let runs = svg.split('M').skip(2).map(|run| {
        let (start, rest) = run.split_once('h').expect("a run");
        let (x, y) = start.split_once(' ').expect("two coordinates");
        let width = rest.split('v').next().expect("a width");
        [x, y, width].map(|number| number.parse::<usize>().expect("a number"))
    });
    for [x, y, width] in runs {
        assert!(x >= 4 && y >= 4 && x + width <= whole - 4 && y < whole - 4, "{x} {y} {width}");
    }
}

#[test]
fn an_address_beyond_what_a_code_holds_is_refused() {
    assert_eq!(qr_svg(&"a".repeat(4_000)), Err(Error::AddressTooLong));
}
