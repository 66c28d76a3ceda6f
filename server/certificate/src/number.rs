//! A certificate's number: `HV-60RK-4CSM-6MV3-EE1SY`. Eighty random bits, so that none can be guessed, in the 32 letters and
//! digits of Douglas Crockford's Base 32, which leave out those that are mistaken for others; then one that checks them.
//!
//! Crockford's own check symbol may be `*`, `~`, `$`, `=` or `U`, which do not belong in an address or on the telephone. Ours
//! is one of the same 32: each symbol is an element of the field of 32 elements, and the sum of symbol times weight is
//! nought, where the weights are the powers of one element, all different (a Reed-Solomon code with a single check symbol).
//! So one wrong symbol is always noticed, and so are any two that changed places.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const PREFIX: &str = "HV";
const LENGTH: usize = 17;
/// After how many symbols a group begins.
const GROUPS: [usize; 4] = [0, 4, 8, 12];

/// The number of a certificate.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(try_from = "String", into = "String")]
pub struct Number([u8; 10]);

/// Why a text is not a number.
#[derive(thiserror::Error, Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// A character that no number has.
    #[error("no number has the character {0:?}")]
    Character(char),
    /// Too few or too many characters.
    #[error("not as many characters as a number has")]
    Length,
    /// The check symbol does not fit: something is mistyped.
    #[error("a character is wrong, or two changed places")]
    Check,
}

impl Number {
    /// A new number from random bits.
    pub fn new(random: [u8; 10]) -> Self {
        Self(random)
    }

    /// Reads a number, however it was copied: case, blanks, hyphens and the letters before it do not matter, the letter O
    /// is the digit 0, and I and L are 1.
    ///
    /// # Errors
    /// A [`NumberFault`] that says what keeps the text from being a number.
    pub fn parse(text: &str) -> Result<Self, NumberFault> {
        let kept =
            text.chars().filter(|character| !is_spacing(*character)).map(|character| character.to_ascii_uppercase());
        let kept: String = kept.collect();
        let bare = if kept.len() == LENGTH { &kept } else { kept.strip_prefix(PREFIX).unwrap_or(&kept) };
        let symbols = bare.chars().map(value).collect::<Result<Vec<u8>, _>>()?;
        let symbols: [u8; LENGTH] = symbols.try_into().map_err(|_| NumberFault::Length)?;
        if weigh(&symbols) == 0 { Ok(Self(pack(&symbols))) } else { Err(NumberFault::Check) }
    }

    /// The sixteen symbols of the random bits and the one that checks them.
    fn symbols(&self) -> [u8; LENGTH] {
        let bits = self.0.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut symbols = [0; LENGTH];
        for (place, symbol) in symbols.iter_mut().take(LENGTH - 1).enumerate() {
            *symbol = (bits >> (75 - 5 * place) & 31) as u8;
        }
        // The last weight is one, so what is missing from nought is the last symbol.
        symbols[LENGTH - 1] = weigh(&symbols);
        symbols
    }
}

/// The random bits of symbols that check.
fn pack(symbols: &[u8; LENGTH]) -> [u8; 10] {
    let bits = symbols[..LENGTH - 1].iter().fold(0_u128, |bits, symbol| bits << 5 | u128::from(*symbol));
    std::array::from_fn(|place| (bits >> (72 - 8 * place)) as u8)
}

/// The sum of symbol times weight in the field of 32 elements. The weights are, from the last symbol to the first, the powers
/// of the element `x` modulo `x^5 + x^2 + 1`, of which the first 31 are all different.
fn weigh(symbols: &[u8; LENGTH]) -> u8 {
    symbols.iter().fold(0, |sum, symbol| {
        let shifted = sum << 1;
        (if shifted & 0b10_0000 == 0 { shifted } else { shifted ^ 0b10_0101 }) ^ symbol
    })
}

fn value(character: char) -> Result<u8, NumberFault> {
    let meant = match character {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = SYMBOLS.iter().position(|symbol| char::from(*symbol) == meant);
    place.map(|place| place as u8).ok_or(NumberFault::Character(character))
}

/// Blanks, and all that is typed or pasted for a hyphen: from the hyphen to the horizontal bar, the soft hyphen, the minus.
fn is_spacing(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

impl fmt::Display for Number {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(PREFIX)?;
        for (place, symbol) in self.symbols().into_iter().enumerate() {
            if GROUPS.contains(&place) {
                out.write_str("-")?;
            }
            write!(out, "{}", char::from(SYMBOLS[usize::from(symbol)]))?;
        }
        Ok(())
    }
}

impl FromStr for Number {
    type Err = NumberFault;

    fn from_str(text: &str) -> Result<Self, NumberFault> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Number {
    type Error = NumberFault;

    fn try_from(text: String) -> Result<Self, NumberFault> {
        Self::parse(&text)
    }
}

impl From<Number> for String {
    fn from(number: Number) -> Self {
        number.to_string()
    }
}
