//! Remembers which states of a match have failed, so that none is tried twice: what makes
//! `(a*)*b` take time in proportion to the subject instead of doubling with every character.
//!
//! A state is a point of the program, the position, and for every open loop with registers its
//! count and whether the iteration has moved. From equal states the rest goes equally, as long
//! as the program does not look at captures. A state is marked when it is entered; whoever
//! comes to a marked state comes after its failure, because a path cannot return to a state
//! without an empty iteration, which loops forbid.

use super::program::{NONE, Program};
use std::collections::HashSet;

/// Larger sets of states (bits) are kept in a hash table instead of an array.
const MOST_BITS: u64 = 1 << 28;
/// How many states the hash table may hold; beyond, the rest is tried again.
const MOST_ENTRIES: usize = 1 << 21;

/// The marked states of one match.
#[derive(Debug, Default)]
pub(super) struct Memo {
    pub on: bool,
    width: u64,
    bits: Vec<u64>,
    entries: HashSet<u64>,
}

impl Memo {
    /// Starts to remember, if the program allows it.
    pub fn start(&mut self, program: &Program, length: usize) {
        self.width = length as u64 + 1;
        let Some(states) = program.memo_states.checked_mul(self.width) else {
            return;
        };
        if states == 0 {
            return;
        }
        if states <= MOST_BITS {
            self.bits = vec![0; (states / 64 + 1) as usize];
        }
        self.on = true;
    }

    /// Forgets everything.
    pub fn stop(&mut self) {
        if self.on {
            *self = Memo::default();
        }
    }

    /// Marks the state; true if it was marked.
    pub fn seen(&mut self, program: &Program, slots: &[u32], pc: u32, position: u32) -> bool {
        let number = program.memo_of[pc as usize];
        if number == NONE {
            return false;
        }
        let point = &program.memo_points[number as usize];
        let mut state = 0;
        for &number in &point.loops {
            let this = &program.loops[number as usize];
            if this.counted {
                let count = slots[this.count_register as usize].min(this.top_count());
                state = state * (u64::from(this.top_count()) + 1) + u64::from(count);
            }
            if this.nullable {
                let still = slots[this.last_register as usize] == position;
                state = state * 2 + u64::from(still);
            }
        }
        let index = (point.base + state) * self.width + u64::from(position);
        if self.bits.is_empty() {
            if self.entries.len() >= MOST_ENTRIES {
                return self.entries.contains(&index);
            }
            return !self.entries.insert(index);
        }
        let word = &mut self.bits[(index / 64) as usize];
        let bit = 1 << (index % 64);
        let seen = *word & bit != 0;
        *word |= bit;
        seen
    }
}
