//! A number is read however it was copied, and a slip in it is noticed.

use std::collections::BTreeSet;

use certificate::{Number, NumberFault};
use proptest::prelude::*;
use proptest::sample::Index;

const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn numbers() -> impl Strategy<Value = Number> {
    any::<[u8; 10]>().prop_map(Number::new)
}

/// The places of the printed number where a symbol stands: not those of the letters before it or the hyphens.
fn places(printed: &str) -> Vec<usize> {
    printed.char_indices().skip(3).filter(|(_, symbol)| *symbol != '-').map(|(place, _)| place).collect()
}

fn with(printed: &str, place: usize, symbol: char) -> String {
    let mut text = printed.to_owned();
    text.replace_range(place..=place, symbol.encode_utf8(&mut [0; 4]));
    text
}

#[test]
fn a_number_is_printed_as_it_always_was() {
    assert_eq!(Number::new([0; 10]).to_string(), "HV-0000-0000-0000-00000");
    assert_eq!(Number::new([255; 10]).to_string(), "HV-ZZZZ-ZZZZ-ZZZZ-ZZZZM");
    assert_eq!(Number::new(*b"0123456789").to_string(), "HV-60RK-4CSM-6MV3-EE1SY");
}

#[test]
fn a_number_is_read_however_it_was_copied() {
    let number = Number::new([0x08, 0x42, 0x10, 0x84, 0x21, 0x00, 0x00, 0x44, 0x32, 0x95]);
    let printed = number.to_string();
    for copied in [
        printed.clone(),
        printed.to_lowercase(),
        printed.replace('-', ""),
        printed.replace('-', " "),
        printed.replace('-', "\u{2011}"),
        printed.replace('-', " – "),
        printed.replace("HV-", ""),
        printed.replace("HV-", "").replace('-', "\u{a0}"),
        format!("\t{printed}\n"),
        printed.replace('0', "O"),
        printed.replace('0', "o"),
        printed.replace('1', "I"),
        printed.replace('1', "l"),
    ] {
        assert_eq!(Number::parse(&copied), Ok(number), "{copied:?}");
    }
}

#[test]
fn what_is_no_number_is_told_apart() {
    for (text, fault) in [
        ("", NumberFault::Length),
        ("HV", NumberFault::Length),
        ("HV-0000-0000-0000-0000", NumberFault::Length),
        ("HV-0000-0000-0000-000000", NumberFault::Length),
        ("HV-0000-0000-0000-0000U", NumberFault::Character('U')),
        ("HV-0000-0000-0000-0000\u{660}", NumberFault::Character('\u{660}')),
        ("HX-0000-0000-0000-00000", NumberFault::Length),
        ("VH-0000-0000-0000-00000", NumberFault::Length),
        ("HV-0000-0000-0000-00001", NumberFault::Check),
    ] {
        assert_eq!(Number::parse(text), Err(fault), "{text:?}");
    }
}

proptest! {
    #[test]
    fn printing_and_reading_gives_the_same_number(number in numbers()) {
        prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
        prop_assert_eq!(serde_json::from_str::<Number>(&serde_json::to_string(&number)?)?, number);
    }

    #[test]
    fn every_single_wrong_symbol_is_refused(number in numbers()) {
        let printed = number.to_string();
        for place in places(&printed) {
            for symbol in SYMBOLS.chars().filter(|symbol| !printed[place..].starts_with(*symbol)) {
                prop_assert_eq!(Number::parse(&with(&printed, place, symbol)), Err(NumberFault::Check));
            }
        }
    }

    #[test]
    fn any_two_different_symbols_that_changed_places_are_refused(number in numbers()) {
        let printed = number.to_string();
        let symbol = |place: usize| printed.as_bytes()[place] as char;
        let places = places(&printed);
        for (nth, one) in places.iter().copied().enumerate() {
            for other in places[nth + 1..].iter().copied().filter(|other| symbol(*other) != symbol(one)) {
                let swapped = with(&with(&printed, one, symbol(other)), other, symbol(one));
                prop_assert_eq!(Number::parse(&swapped), Err(NumberFault::Check));
            }
        }
    }

    #[test]
    fn a_lost_or_doubled_symbol_is_refused(number in numbers(), place in any::<Index>()) {
        let printed = number.to_string();
        let place = *place.get(&places(&printed));
        let symbol = &printed[place..=place];
        let (lost, doubled) = (format!("{}{}", &printed[..place], &printed[place + 1..]), printed.replacen(symbol, &symbol.repeat(2), 1));
        prop_assert!(Number::parse(&lost).is_err());
        prop_assert!(Number::parse(&doubled).is_err());
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(text in "\\PC{0,30}") {
        if let Ok(number) = Number::parse(&text) {
            prop_assert_eq!(Number::parse(&number.to_string()), Ok(number));
        }
    }

    #[test]
    fn different_bits_are_different_numbers(bits in prop::collection::btree_set(any::<[u8; 10]>(), 1..20)) {
        let printed: BTreeSet<String> = bits.iter().map(|bits| Number::new(*bits).to_string()).collect();
        prop_assert_eq!(printed.len(), bits.len());
    }
}
