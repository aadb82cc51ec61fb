//! The Mersenne Twister of `random`: for the same seed CPython's very sequence.
//!
//! MT19937 by Matsumoto and Nishimura ("Mersenne Twister: A 623-dimensionally equidistributed
//! uniform pseudo-random number generator", 1998), seeded by their `init_by_array`.

use crate::base::watch::{Pace, Stopped, Watch};

/// Words of state.
pub const STATE_WORDS: usize = 624;
const MIDDLE: usize = 397;

/// A generator.
#[derive(Clone, Debug)]
pub struct RandomSource {
    state: Box<[u32; STATE_WORDS]>,
    /// The next word to give out; `STATE_WORDS` when all are used.
    index: usize,
}

impl RandomSource {
    /// `random.seed(n)` for an int: `words` is its magnitude, little-endian.
    ///
    /// # Errors
    /// `watch` said to stop.
    pub fn from_int(words: &[u64], watch: Watch<'_>) -> Result<RandomSource, Stopped> {
        let top = words.iter().rposition(|&word| word != 0).unwrap_or(0);
        let words = words.get(..=top).unwrap_or(&[0]);
        let length = 2 * words.len() - usize::from(words[top] >> 32 == 0);
        RandomSource::from_key(|index| (words[index / 2] >> (32 * (index % 2))) as u32, length, watch)
    }

    /// `init_by_array` with a key of so many words, at least one.
    fn from_key(key: impl Fn(usize) -> u32, length: usize, watch: Watch<'_>) -> Result<RandomSource, Stopped> {
        let mut state = Box::new([0u32; STATE_WORDS]);
        state[0] = 19_650_218;
        for i in 1..STATE_WORDS {
            state[i] = spread(state[i - 1]).wrapping_mul(1_812_433_253).wrapping_add(i as u32);
        }
        let (mut i, mut j) = (1, 0);
        let mut pace = Pace::default();
        for step in 0..STATE_WORDS.max(length) {
            pace.look(step, watch)?;
            let mixed = state[i] ^ spread(state[i - 1]).wrapping_mul(1_664_525);
            state[i] = mixed.wrapping_add(key(j)).wrapping_add(j as u32);
            i = next_index(&mut state, i);
            j = if j + 1 == length { 0 } else { j + 1 };
        }
        for _ in 1..STATE_WORDS {
            let mixed = state[i] ^ spread(state[i - 1]).wrapping_mul(1_566_083_941);
            state[i] = mixed.wrapping_sub(i as u32);
            i = next_index(&mut state, i);
        }
        state[0] = 0x8000_0000;
        Ok(RandomSource { state, index: STATE_WORDS })
    }

    /// The words and the index of `random.getstate()`.
    pub fn state(&self) -> (&[u32; STATE_WORDS], usize) {
        (&self.state, self.index)
    }

    /// A generator in a given state; `None` if the index is out of range
    /// (`invalid state`, ValueError).
    pub fn from_state(state: [u32; STATE_WORDS], index: usize) -> Option<RandomSource> {
        (index <= STATE_WORDS).then(|| RandomSource { state: Box::new(state), index })
    }

    /// The next 32 bits.
    #[inline]
    pub fn next_u32(&mut self) -> u32 {
        if self.index >= STATE_WORDS {
            self.renew();
        }
        let mut word = self.state[self.index];
        self.index += 1;
        word ^= word >> 11;
        word ^= word << 7 & 0x9d2c_5680;
        word ^= word << 15 & 0xefc6_0000;
        word ^ word >> 18
    }

    #[cold]
    fn renew(&mut self) {
        for i in 0..STATE_WORDS {
            let joined = self.state[i] & 0x8000_0000 | self.state[(i + 1) % STATE_WORDS] & 0x7fff_ffff;
            let twist = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[i] = self.state[(i + MIDDLE) % STATE_WORDS] ^ joined >> 1 ^ twist;
        }
        self.index = 0;
    }

    /// `random.random()`: 53 bits in `[0, 1)`.
    #[inline]
    pub fn random(&mut self) -> f64 {
        let high = f64::from(self.next_u32() >> 5);
        let low = f64::from(self.next_u32() >> 6);
        (high * 67_108_864.0 + low) * (1.0 / 9_007_199_254_740_992.0)
    }

    /// `random.getrandbits(count)` for up to 64 bits (more are cut to that).
    #[inline]
    pub fn bits(&mut self, count: u32) -> u64 {
        match count {
            0 => 0,
            1..=32 => u64::from(self.next_u32() >> (32 - count)),
            _ => {
                let low = u64::from(self.next_u32());
                let high = u64::from(self.next_u32() >> (64 - count.min(64)));
                low | high << 32
            }
        }
    }

    /// `random.getrandbits(count)` of any size: the little-endian words of a magnitude.
    ///
    /// # Errors
    /// `watch` said to stop.
    pub fn bit_words(&mut self, count: usize, watch: Watch<'_>) -> Result<Vec<u64>, Stopped> {
        let mut pace = Pace::default();
        let word = |word: usize| {
            pace.look(word, watch)?;
            Ok(self.bits((count - word * 64).min(64) as u32))
        };
        (0..count.div_ceil(64)).map(word).collect()
    }

    /// `Random._randbelow(limit)`: an index below `limit`, or 0 if that is 0.
    #[inline]
    pub fn below(&mut self, limit: u64) -> u64 {
        let count = 64 - limit.leading_zeros();
        loop {
            let value = self.bits(count);
            if value < limit || limit == 0 {
                return value;
            }
        }
    }
}

fn spread(word: u32) -> u32 {
    word ^ word >> 30
}

/// The index after `i`; at the end the last word is carried to the first.
fn next_index(state: &mut [u32; STATE_WORDS], i: usize) -> usize {
    if i + 1 < STATE_WORDS {
        return i + 1;
    }
    state[0] = state[STATE_WORDS - 1];
    1
}
