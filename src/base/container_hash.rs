//! Hashes made of other hashes, with CPython's own constants: the values and with them the order of
//! sets of such keys are the same.

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

/// The hash of a tuple, item by item (xxHash's mixing, cut down to one lane).
///
/// `hash(range)` is that of the tuple of length, start, step; `hash(slice)` that of its parts without their number.
#[derive(Clone, Copy, Debug)]
pub struct TupleHasher {
    state: u64,
    length: u64,
}

impl Default for TupleHasher {
    fn default() -> Self {
        TupleHasher { state: PRIME_5, length: 0 }
    }
}

impl TupleHasher {
    /// Adds the hash of the next item.
    #[inline]
    pub fn push(&mut self, hash: i64) {
        let mixed = self.state.wrapping_add((hash as u64).wrapping_mul(PRIME_2));
        self.state = mixed.rotate_left(31).wrapping_mul(PRIME_1);
        self.length += 1;
    }

    /// The hash of the tuple; never -1.
    #[inline]
    pub fn finish(mut self) -> i64 {
        self.state = self.state.wrapping_add(self.length ^ (PRIME_5 ^ 3_527_539));
        self.finish_slice()
    }

    /// The hash of a slice with these parts; never -1.
    #[inline]
    pub fn finish_slice(self) -> i64 {
        let hash = self.state as i64;
        if hash == -1 { 1_546_275_796 } else { hash }
    }
}

/// The hash of a frozenset from the hashes of its elements, in any order; never -1.
pub fn frozenset_hash(elements: impl IntoIterator<Item = i64>) -> i64 {
    let (mut hash, mut length) = (0u64, 0u64);
    // Not a loop: where there are gaps between the elements, this is the quicker walk.
    elements.into_iter().for_each(|element| {
        let element = element as u64;
        hash ^= ((element ^ 89_869_747) ^ element << 16).wrapping_mul(3_644_798_167);
        length += 1;
    });
    hash ^= (length + 1).wrapping_mul(1_927_868_237);
    hash ^= hash >> 11 ^ hash >> 25;
    let hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923) as i64;
    if hash == -1 { 590_923_713 } else { hash }
}

/// The hash of an object by its address; never -1.
#[inline]
pub fn address_hash(address: usize) -> i64 {
    let hash = (address as u64).rotate_right(4) as i64;
    if hash == -1 { -2 } else { hash }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tuple(items: &[i64]) -> i64 {
        let mut hasher = TupleHasher::default();
        items.iter().for_each(|&item| hasher.push(item));
        hasher.finish()
    }

    #[test]
    fn tuples_hash_as_in_cpython() {
        assert_eq!(tuple(&[]), 5740354900026072187);
        assert_eq!(tuple(&[1]), -6644214454873602895);
        assert_eq!(tuple(&[1, 2, 3]), 529344067295497451);
        assert_eq!(tuple(&[-2, 0]), 2575514064802888272);
    }

    #[test]
    fn slices_hash_as_in_cpython() {
        let mut hasher = TupleHasher::default();
        [1, 2, 3].into_iter().for_each(|part| hasher.push(part));
        assert_eq!(hasher.finish_slice(), -2340833382717974474);
    }

    #[test]
    fn frozensets_hash_as_in_cpython() {
        assert_eq!(frozenset_hash([]), 133146708735736);
        assert_eq!(frozenset_hash([1, 2, 3]), -272375401224217160);
        assert_eq!(frozenset_hash([3, 1, 2]), frozenset_hash([1, 2, 3]));
    }
}
