//! A type for each id, so that an attempt's never stands where a person's is meant. Ids are UUIDv7, minted where the fact is made.

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Error;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, DeriveValueType, Serialize, Deserialize)]
        pub struct $name(pub Uuid);

        /// SeaORM asks this of every primary key; a database never counts these out.
        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id!(
    /// A person.
    PersonId
);
id!(
    /// A person's enrolment in a course.
    EnrolmentId
);
id!(
    /// One sitting of a test.
    AttemptId
);
id!(
    /// One arrival of an answer, minted in the page.
    AnswerId
);

id!(
    /// A token of another program.
    TokenId
);

/// A new id.
#[must_use]
pub fn fresh() -> Uuid {
    Uuid::now_v7()
}

/// Bits nobody can guess, from the system.
///
/// # Errors
/// [`Error::Randomness`] if the system has none.
pub fn random<const N: usize>() -> crate::Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|error| Error::Randomness(error.to_string()))?;
    Ok(bytes)
}
