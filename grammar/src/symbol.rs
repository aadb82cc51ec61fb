//! Interned names: a [`Symbol`] is a small number that stands for one text.

use crate::parse::Watch;
use crate::watched::{PART, Stopped, look, parts};
use std::hash::{BuildHasher, RandomState};

/// A name of an [`Interner`]. Two symbols of one interner are equal exactly when their texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(pub u32);

impl Symbol {
    /// The symbol's number: 0, 1, 2 … in the order of first interning.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The table of all names seen. It outlives the trees that use it and is shared by parser and
/// compiler: symbols of different parses with one interner are comparable.
///
/// ```
/// let mut names = anthill_grammar::Interner::new();
/// let spam = names.intern("spam");
/// assert_eq!(names.intern("spam"), spam);
/// assert_eq!(names.text(spam), "spam");
/// ```
pub struct Interner {
    /// All texts, one after the other.
    texts: String,
    /// Where each symbol's text ends in `texts`; it starts where the one before ends.
    ends: Vec<usize>,
    /// Open addressing with linear probing; an entry is (hash, symbol + 1), 0 for free. The
    /// length is a power of two and at most half of the entries are taken.
    slots: Vec<(u32, u32)>,
    /// Two random words, so that no source can be made whose names all collide.
    seeds: [u64; 2],
}

impl Interner {
    /// An empty table.
    pub fn new() -> Interner {
        Interner {
            texts: String::new(),
            ends: Vec::new(),
            slots: vec![(0, 0); 1024],
            seeds: [0, 1].map(|n: u64| RandomState::new().hash_one(n) | 1),
        }
    }

    /// The symbol of a text, made if it is new.
    pub fn intern(&mut self, text: &str) -> Symbol {
        let hash = self.hash(text);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at] {
                (_, 0) => break,
                (other, symbol) if other == hash && self.text(Symbol(symbol - 1)) == text => {
                    return Symbol(symbol - 1);
                }
                _ => at = (at + 1) & mask,
            }
        }
        self.texts.push_str(text);
        self.add(hash, at)
    }

    /// [`Interner::intern`] of a text that may be very long.
    ///
    /// # Errors
    /// The watch said to stop; the table is as it was.
    pub fn intern_watched(&mut self, text: &str, watch: Watch<'_>) -> Result<Symbol, Stopped> {
        if text.len() <= PART {
            return Ok(self.intern(text));
        }
        let mut state = self.seeds[0] ^ text.len() as u64;
        for part in text.as_bytes().chunks(PART) {
            state = self.mix(state, part);
            look(watch)?;
        }
        let hash = self.finish(state, text.as_bytes());
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].1 != 0 {
            let (other, symbol) = self.slots[at];
            let known = self.text(Symbol(symbol - 1)).as_bytes();
            if other == hash && known.len() == text.len() {
                let mut is_same = true;
                for (known, part) in known.chunks(PART).zip(text.as_bytes().chunks(PART)) {
                    is_same &= known == part;
                    look(watch)?;
                }
                if is_same {
                    return Ok(Symbol(symbol - 1));
                }
            }
            at = (at + 1) & mask;
        }
        let before = self.texts.len();
        self.texts.reserve(text.len());
        let taken = parts(text, PART, watch, |part| self.texts.push_str(part));
        taken.inspect_err(|_| self.texts.truncate(before))?;
        Ok(self.add(hash, at))
    }

    /// Makes the symbol of the text that has just been appended; its slot is free.
    fn add(&mut self, hash: u32, slot: usize) -> Symbol {
        self.ends.push(self.texts.len());
        let symbol = self.ends.len() as u32;
        self.slots[slot] = (hash, symbol);
        if self.ends.len() * 2 > self.slots.len() {
            self.grow();
        }
        Symbol(symbol - 1)
    }

    /// The symbol of a text that has been interned before.
    pub fn find(&self, text: &str) -> Option<Symbol> {
        let hash = self.hash(text);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at] {
                (_, 0) => return None,
                (other, symbol) if other == hash && self.text(Symbol(symbol - 1)) == text => {
                    return Some(Symbol(symbol - 1));
                }
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// The text of a symbol of this interner.
    #[inline]
    pub fn text(&self, symbol: Symbol) -> &str {
        let index = symbol.index();
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        &self.texts[start..self.ends[index]]
    }

    /// How many different names there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many bytes all names take together.
    pub fn size(&self) -> usize {
        self.texts.len()
    }

    /// Whether nothing has been interned yet.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Folded multiplication over words of eight bytes, as in wyhash.
    #[inline]
    fn hash(&self, text: &str) -> u32 {
        let bytes = text.as_bytes();
        self.finish(self.mix(self.seeds[0] ^ bytes.len() as u64, bytes), bytes)
    }

    /// The state of a hash after the whole words of `bytes`.
    #[inline]
    fn mix(&self, state: u64, bytes: &[u8]) -> u64 {
        bytes.chunks_exact(8).fold(state, |state, word| {
            let word = u64::from_le_bytes(word.try_into().unwrap_or_default());
            fold(state ^ word, self.seeds[1])
        })
    }

    /// The hash of `bytes` from the state after its whole words.
    #[inline]
    fn finish(&self, state: u64, bytes: &[u8]) -> u32 {
        let mut last = 0;
        for &byte in bytes.chunks_exact(8).remainder() {
            last = last << 8 | u64::from(byte);
        }
        let hash = fold(state ^ last, self.seeds[1]);
        (hash ^ hash >> 32) as u32
    }

    #[cold]
    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![(0, 0); mask + 1];
        for &(hash, symbol) in self.slots.iter().filter(|slot| slot.1 != 0) {
            let mut at = hash as usize & mask;
            while slots[at].1 != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = (hash, symbol);
        }
        self.slots = slots;
    }
}

#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

impl Default for Interner {
    fn default() -> Interner {
        Interner::new()
    }
}
