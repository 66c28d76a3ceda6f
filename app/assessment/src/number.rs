//! Numbers as people type them: with the digits of their script, with marks between thousands, with a point or a comma.
//! What can be read in two ways is not guessed.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Misread;

/// An exact decimal number of at most 18 digits before the point and 12 after it.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "String", into = "String")]
pub struct Decimal {
    /// In units of 10⁻¹².
    units: i128,
}

const BEFORE: usize = 18;
const AFTER: usize = 12;
const ONE: i128 = 10_i128.pow(AFTER as u32);

/// What is neither a decimal number nor within its bounds.
#[derive(thiserror::Error, Clone, Copy, Debug, PartialEq, Eq)]
#[error("not a decimal number of at most 18 digits before the point and 12 after it")]
pub struct NotADecimal;

impl Decimal {
    /// The sum of two numbers, if it is within the bounds.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Self::within(self.units + other.units)
    }

    /// The difference of two numbers, if it is within the bounds.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        Self::within(self.units - other.units)
    }

    fn within(units: i128) -> Option<Self> {
        (units.unsigned_abs() < 10_u128.pow((BEFORE + AFTER) as u32)).then_some(Self { units })
    }

    fn of(negative: bool, before: &str, after: &str) -> Result<Self, NotADecimal> {
        let (before, after) = (before.trim_start_matches('0'), after.trim_end_matches('0'));
        if before.len() > BEFORE || after.len() > AFTER {
            return Err(NotADecimal);
        }
        let units = format!("{before}{after:0<AFTER$}").parse::<i128>().map_err(|_| NotADecimal)?;
        Ok(Self { units: if negative { -units } else { units } })
    }

    /// As it is written where a comma or a point stands before the decimals. Three decimals get a fourth, a nought: they
    /// could pass for thousands.
    #[must_use]
    pub fn written(self, comma: bool) -> String {
        let plain = self.to_string();
        let Some((before, after)) = plain.split_once('.') else { return plain };
        let nought = if is_like_thousands(before.trim_start_matches('-'), after) { "0" } else { "" };
        format!("{before}{}{after}{nought}", if comma { ',' } else { '.' })
    }
}

/// Whether a mark between these digits could stand between thousands as well.
fn is_like_thousands(before: &str, after: &str) -> bool {
    after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0')
}

impl fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.units.abs() / ONE, self.units.abs() % ONE);
        let sign = if self.units < 0 { "-" } else { "" };
        let part = format!("{part:0AFTER$}");
        match part.trim_end_matches('0') {
            "" => write!(formatter, "{sign}{whole}"),
            part => write!(formatter, "{sign}{whole}.{part}"),
        }
    }
}

impl FromStr for Decimal {
    type Err = NotADecimal;

    /// Reads the one form that [`Display`](fmt::Display) writes: `-12.5`, with a point, without marks between thousands.
    fn from_str(text: &str) -> Result<Self, NotADecimal> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (before, after) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if plain(before) && plain(after) { Self::of(negative, before, after) } else { Err(NotADecimal) }
    }
}

impl TryFrom<String> for Decimal {
    type Error = NotADecimal;

    fn try_from(text: String) -> Result<Self, NotADecimal> {
        text.parse()
    }
}

impl From<Decimal> for String {
    fn from(number: Decimal) -> Self {
        number.to_string()
    }
}

/// Reads what was typed; none if it is blank. A unit after it does not count.
///
/// A lone mark before three digits, as in `1,234`, is [`Misread::TwoNumbers`]: half the world reads a thousand and the other
/// half a little more than one. Else the place of the marks says which they are, whatever the language.
pub(crate) fn read(typed: &str, unit: &str) -> Result<Option<Decimal>, Misread> {
    let typed = typed.trim();
    let typed = typed.strip_suffix(unit).unwrap_or(typed).trim_end();
    if typed.is_empty() {
        return Ok(None);
    }
    let signs: String = typed.chars().map(usual).collect();
    let (negative, digits) = match signs.strip_prefix(['-', '+']) {
        Some(digits) => (signs.starts_with('-'), digits.trim_start_matches(' ')),
        None => (false, signs.as_str()),
    };
    let (before, after) = digits.split_at(decimals(digits)?.unwrap_or(digits.len()));
    let before = without_marks(before)?;
    let after = after.get(1..).unwrap_or_default();
    if before.is_empty() && after.is_empty() || !after.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Misread::NotANumber);
    }
    Decimal::of(negative, &before, after).map(Some).map_err(|NotADecimal| Misread::NotANumber)
}

/// What was typed where that is [`Misread::TwoNumbers`], written so that it is one: as thousands, and with decimals.
#[must_use]
pub fn two_readings(typed: &str) -> (String, String) {
    let signs: String = typed.trim().chars().map(usual).collect();
    (signs.replace(['.', ','], ""), format!("{signs}0"))
}

/// Where the decimals begin, with their mark; none if there are none.
fn decimals(digits: &str) -> Result<Option<usize>, Misread> {
    let marks: Vec<usize> = digits.match_indices(['.', ',']).map(|(at, _)| at).collect();
    let mark = |at: usize| digits.as_bytes()[at];
    let others = |last: usize| marks.iter().any(|&at| mark(at) != mark(last));
    match (digits.find('d'), marks.as_slice()) {
        // The Arabic decimal mark is never anything else.
        (Some(at), _) => Ok(Some(at)),
        (None, []) => Ok(None),
        (None, &[at]) if is_like_thousands(&digits[..at], &digits[at + 1..]) => Err(Misread::TwoNumbers),
        (None, &[at]) => Ok(Some(at)),
        // `1.234,5`: the last mark is another than those before it.
        (None, &[.., last]) => Ok(others(last).then_some(last)),
    }
}

/// Whole thousands without the marks between them: one kind of mark, and three digits after each.
fn without_marks(whole: &str) -> Result<String, Misread> {
    let mark = whole.chars().find(|c| !c.is_ascii_digit());
    let Some(mark) = mark else { return Ok(whole.to_owned()) };
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let is_group = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let fits = matches!(mark, '.' | ',' | ' ' | '\'')
        && (1..=3).contains(&first.len())
        && groups.all(|group| group.len() == 3 && is_group(group));
    if fits { Ok(whole.replace(mark, "")) } else { Err(Misread::NotANumber) }
}

/// The usual form of a sign: digits of any of the scripts Haven speaks become 0 to 9, blanks one blank, and so on. `d` is the
/// Arabic mark before decimals.
fn usual(sign: char) -> char {
    let digit = |zero: char| char::from_digit(sign as u32 - zero as u32, 10).unwrap_or(sign);
    match sign {
        '٠'..='٩' => digit('٠'),
        '۰'..='۹' => digit('۰'),
        '\u{ff10}'..='\u{ff19}' => digit('\u{ff10}'),
        '−' | '–' | '‐' | '‑' => '-',
        '٫' => 'd',
        '٬' | '’' => '\'',
        '،' | '，' => ',',
        '．' => '.',
        sign if sign.is_whitespace() => ' ',
        // What was typed as a `d` is no mark.
        'd' => 'x',
        sign => sign,
    }
}
