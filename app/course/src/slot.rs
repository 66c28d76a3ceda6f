//! The places in a text where something of the reader's country stands: `{{helpline}}` and the like.

/// What is asked of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// Whom a child calls who needs to talk.
    Helpline,
    /// Where a picture or film of abuse is reported.
    Hotline,
    /// The police.
    Police,
    /// Who watches over networks or data.
    Regulator,
    /// The law.
    Law,
    /// The country's name.
    Country,
}

impl Slot {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Helpline, Self::Hotline, Self::Police, Self::Regulator, Self::Law, Self::Country];

    /// What stands between the braces.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Helpline => "helpline",
            Self::Hotline => "hotline",
            Self::Police => "police",
            Self::Regulator => "regulator",
            Self::Law => "law",
            Self::Country => "country",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.name() == name)
    }
}

/// A slot with how it is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hole {
    pub(crate) slot: Slot,
    /// It stands where no link may: in an option, which is a label, or in what is pressed to uncover something.
    pub(crate) plain: bool,
}

/// The first of the signs that stand for holes while HTML is written. No text has them: control characters are not written.
const FIRST: u8 = 0x0e;

impl Hole {
    /// The sign that stands for it while HTML is written.
    pub(crate) fn sign(self) -> char {
        char::from(FIRST + self.slot as u8 * 2 + u8::from(self.plain))
    }

    pub(crate) fn of_sign(sign: char) -> Option<Self> {
        let place = u8::try_from(sign).ok()?.checked_sub(FIRST)?;
        Some(Self { slot: *Slot::ALL.get(usize::from(place / 2))?, plain: place % 2 == 1 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_is_known_again_by_its_sign_and_the_sign_is_never_text() {
        for slot in Slot::ALL {
            for plain in [false, true] {
                let hole = Hole { slot, plain };
                assert_eq!(Hole::of_sign(hole.sign()), Some(hole));
                assert!(hole.sign().is_control() && !matches!(hole.sign(), '\n' | '\r' | '\t'));
            }
            assert_eq!(Slot::named(slot.name()), Some(slot));
        }
        for other in ['\0', '\n', '\r', '\t', ' ', 'a', 'é', '\u{1a}'] {
            assert_eq!(Hole::of_sign(other), None);
        }
    }
}
