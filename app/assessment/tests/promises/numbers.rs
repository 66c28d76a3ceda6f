//! Numbers are read as people write them, and what could be two numbers is not guessed.

use assessment::{Answer, Decimal, Item, Key, Misread, read_answer, show_answer, two_readings};
use proptest::prelude::*;

use crate::made_up::{decimal, numbers};

fn item(comma: bool, unit: &str) -> Item {
    let key = Key::Number { least: decimal(0), most: decimal(0), comma, unit: unit.to_owned() };
    Item { key, points: 1, all_or_nothing: false }
}

fn read(typed: &str, unit: &str) -> Result<Option<String>, Misread> {
    match read_answer(&item(false, unit), &[], &[typed.to_owned()])? {
        Answer::Number(number) => Ok(number.map(|number| number.to_string())),
        other => panic!("{other:?} is no number"),
    }
}

#[test]
fn numbers_are_read_as_people_write_them() {
    for (typed, number) in [
        ("116", "116"),
        (" 116 ", "116"),
        ("0", "0"),
        ("-0", "0"),
        ("007", "7"),
        ("+5", "5"),
        ("−5", "-5"),
        ("- 5", "-5"),
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        ("1234.567", "1234.567"),
        ("12,3456", "12.3456"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1 234", "1234"),
        ("1\u{a0}234\u{202f}567,8", "1234567.8"),
        ("1’234’567.89", "1234567.89"),
        ("1,234.5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("١١٦", "116"),
        ("۱۱۶", "116"),
        ("١٬٢٣٤٫٥", "1234.5"),
        ("１１６．５", "116.5"),
        ("999999999999999999.999999999999", "999999999999999999.999999999999"),
    ] {
        assert_eq!(read(typed, ""), Ok(Some(number.to_owned())), "{typed}");
    }
}

#[test]
fn a_lone_mark_before_three_digits_is_asked_back() {
    for typed in ["1,234", "1.234", "12,345", "123.456", "-1,234", "١,٢٣٤"] {
        assert_eq!(read(typed, ""), Err(Misread::TwoNumbers), "{typed}");
        let (whole, decimals) = two_readings(typed);
        assert!(read(&whole, "").is_ok() && read(&decimals, "").is_ok() && whole != decimals, "{typed}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for typed in [
        "x",
        "1x",
        "1,,5",
        "1.2.3",
        "1,23,456",
        "1 23",
        "12 34",
        "1,234 567",
        "1e5",
        "--5",
        "5-",
        "1/2",
        ".",
        "-",
        "1.5.",
        "d5",
        "1234567890123456789",
        "0.1234567890123",
        "٫",
        "1٫2٫3",
        "1٫234.5",
        "½",
        "\u{0}",
    ] {
        assert_eq!(read(typed, ""), Err(Misread::NotANumber), "{typed}");
    }
}

#[test]
fn a_unit_after_the_number_does_not_count() {
    assert_eq!(read("116 km", "km"), Ok(Some("116".into())));
    assert_eq!(read("50%", "%"), Ok(Some("50".into())));
    assert_eq!(read("km", "km"), Ok(None));
    assert_eq!(read("", "km"), Ok(None));
    assert_eq!(read("116 miles", "km"), Err(Misread::NotANumber));
}

#[test]
fn a_number_is_shown_with_the_sign_of_its_language_and_never_in_two_senses() {
    let number: Decimal = "1.234".parse().expect("a number");
    let shown = |comma| show_answer(&item(comma, ""), &[], &Answer::Number(Some(number)));
    assert_eq!((shown(false), shown(true)), (vec!["1.2340".to_owned()], vec!["1,2340".to_owned()]));
}

#[test]
fn sums_stay_within_the_bounds() {
    let most: Decimal = "999999999999999999.999999999999".parse().expect("the greatest");
    let least: Decimal = "-999999999999999999.999999999999".parse().expect("the least");
    assert_eq!(most.plus(decimal(1)), None);
    assert_eq!(least.minus(decimal(1)), None);
    assert_eq!(most.plus(least), Some(decimal(0)));
    for text in ["", "-", "1,5", "+1", " 1", "1.", ".5", "1e3", "1_000"] {
        assert!(text.parse::<Decimal>().is_err(), "{text}");
    }
}

proptest! {
    #[test]
    fn a_number_shown_in_any_language_is_read_as_itself(number in numbers(), comma in any::<bool>()) {
        let item = item(comma, "");
        let answer = Answer::Number(Some(number));
        prop_assert_eq!(read_answer(&item, &[], &show_answer(&item, &[], &answer)), Ok(answer));
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(typed in "[0-9٠-٩., '٫٬+-]{0,12}|\\PC{0,8}") {
        let _ = read(&typed, "km");
    }
}
