//! Chance that is always the same: from a seed and a salt comes one stream of numbers, now and in every later release,
//! on the server and in the browser. An attempt's paper can be drawn again from its seed, so **nothing in this file may
//! ever change what it returns**: `tests/stream.rs` holds it in place.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// An order of `n` options: `order[shown]` is the index in the source. The same seed, salt and `n` give the same order
/// for ever. The salt is what is being shuffled, such as a question's id.
pub fn order(seed: [u8; 32], salt: &str, n: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    Stream::new(seed, salt).shuffle(&mut order);
    order
}

/// A stream of chance: ChaCha with 8 rounds, keyed by the seed, numbered by the salt.
pub(crate) struct Stream(ChaCha8Rng);

impl Stream {
    pub(crate) fn new(seed: [u8; 32], salt: &str) -> Self {
        let mut chacha = ChaCha8Rng::from_seed(seed);
        chacha.set_stream(number(salt));
        Self(chacha)
    }

    /// Puts the slice into an order of which each is as likely as any other (Fisher and Yates, from the end).
    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        for last in (1..things.len()).rev() {
            things.swap(last, self.up_to(last));
        }
    }

    /// A number from 0 to `last`, each as likely as any other: a draw from the incomplete top of the range of 64 bits
    /// is thrown away, because keeping it would favour the low numbers.
    fn up_to(&mut self, last: usize) -> usize {
        let sides = last as u64 + 1;
        let whole = u64::MAX - u64::MAX % sides;
        loop {
            let drawn = self.0.next_u64();
            if drawn < whole {
                return (drawn % sides) as usize;
            }
        }
    }
}

/// The number of a salt's stream: FNV-1a of 64 bits (Fowler, Noll and Vo). Two salts that met in one number would only
/// share an order, so nothing stronger is needed.
fn number(salt: &str) -> u64 {
    salt.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
