//! Arithmetic without a limit, for the few places where 64 bits could be too few: a test may draw questions of so many
//! different sizes that the common denominator of their scores has hundreds of digits.

use num_rational::BigRational;

use crate::Ratio;

/// How finely a number is kept that has no place in a [`Ratio`], tried in turn: parts of a whole.
const GRIDS: [u64; 3] = [100_000_000_000, 100_000_000, 100];

pub(crate) fn big(ratio: Ratio) -> BigRational {
    BigRational::new((*ratio.numer()).into(), (*ratio.denom()).into())
}

pub(crate) fn whole(number: u64) -> BigRational {
    BigRational::from_integer(number.into())
}

/// The number itself, where it has a place in a [`Ratio`].
fn small(number: &BigRational) -> Option<Ratio> {
    let part = |part: &_| u64::try_from(part).ok();
    Some(Ratio::new(part(number.numer())?, part(number.denom())?))
}

/// The points earned out of `of`. Nearly always the exact number. One that has no place in 64 bits is kept as the middle
/// of the narrow cell of a grid in which it lies. Each whole percentage of `of` is a line of every grid and has a place,
/// so such a number lies on none of them: its stand-in is on the same side of every pass mark, and shows as the same
/// percentage.
pub(crate) fn fit(earned: &BigRational, of: Ratio) -> Ratio {
    let on_a_grid = || GRIDS.iter().find_map(|grid| small(&middle_of_cell(earned, of, *grid)));
    // No course holds so many points that not even the coarsest grid has room.
    small(earned).or_else(on_a_grid).or_else(|| small(&earned.floor())).unwrap_or(of)
}

fn middle_of_cell(earned: &BigRational, of: Ratio, grid: u64) -> BigRational {
    let cell = (earned / big(of) * whole(grid)).floor();
    (cell * whole(2) + whole(1)) / whole(2 * grid) * big(of)
}
