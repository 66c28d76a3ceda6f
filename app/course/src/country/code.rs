//! The codes of ISO 3166-1, two letters each, written small as in the names of files and in addresses.

use serde::{Deserialize, Serialize};

use crate::names::NameFault;

/// A country's code: `mw`.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(try_from = "String", into = "String")]
pub struct CountryCode(&'static str);

/// Every code that is given to a country or territory, in order (ISO 3166-1, as of November 2026).
const CODES: &str = "\
    ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bv bw by bz ca cc cd cf \
    cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh \
    gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw \
    ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng \
    ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn \
    so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn vu wf ws ye yt \
    za zm zw";

impl CountryCode {
    /// Every country, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.split(' ').map(Self)
    }

    /// The country of this code, in small letters.
    ///
    /// # Errors
    /// [`NameFault::Form`] if no country has it.
    pub fn parse(text: &str) -> Result<Self, NameFault> {
        Self::all().find(|code| code.0 == text).ok_or(NameFault::Form)
    }

    /// The code that was meant by a text, if it differs in capitals alone, or is one that people use for another.
    pub(super) fn meant(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        Self::parse(if text == "uk" { "gb" } else { &text }).ok()
    }

    /// In small letters.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl std::fmt::Display for CountryCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.0)
    }
}

impl TryFrom<String> for CountryCode {
    type Error = NameFault;

    fn try_from(text: String) -> Result<Self, NameFault> {
        Self::parse(&text)
    }
}

impl From<CountryCode> for String {
    fn from(code: CountryCode) -> String {
        code.0.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_249_codes_in_order_and_none_twice() {
        let all: Vec<_> = CountryCode::all().collect();
        assert_eq!(all.len(), 249);
        assert!(all.is_sorted_by(|one, next| one < next));
        assert!(all.iter().all(|code| code.0.len() == 2 && code.0.bytes().all(|byte| byte.is_ascii_lowercase())));
    }

    #[test]
    fn a_code_is_two_small_letters_that_a_country_has() {
        assert_eq!(CountryCode::parse("mw").map(CountryCode::as_str), Ok("mw"));
        for other in ["", "MW", "m", "mwi", "xx", "uk", "m w", "../mw", " mw", "mw\0"] {
            assert!(CountryCode::parse(other).is_err(), "{other:?}");
        }
        assert_eq!(CountryCode::meant("Uk").map(CountryCode::as_str), Some("gb"));
    }
}
