//! Interned names: a [`Symbol`] is a small number that stands for one text.

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
    ends: Vec<u32>,
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
        self.ends.push(self.texts.len() as u32);
        let symbol = self.ends.len() as u32;
        self.slots[at] = (hash, symbol);
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
        &self.texts[start as usize..self.ends[index] as usize]
    }

    /// How many different names there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether nothing has been interned yet.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Folded multiplication over words of eight bytes, as in wyhash.
    #[inline]
    fn hash(&self, text: &str) -> u32 {
        let bytes = text.as_bytes();
        let [seed, factor] = self.seeds;
        let fold = |a: u64, b: u64| {
            let product = u128::from(a) * u128::from(b);
            product as u64 ^ (product >> 64) as u64
        };
        let mut hash = seed ^ bytes.len() as u64;
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            let word = u64::from_le_bytes(word.try_into().unwrap_or_default());
            hash = fold(hash ^ word, factor);
        }
        let mut last = 0;
        for &byte in words.remainder() {
            last = last << 8 | u64::from(byte);
        }
        let hash = fold(hash ^ last, factor);
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

impl Default for Interner {
    fn default() -> Interner {
        Interner::new()
    }
}
