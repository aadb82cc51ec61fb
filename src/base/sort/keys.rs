//! Sorting by keys that compare without Python code.
//!
//! Long inputs are sorted in pieces, which the merge sort then merges: between pieces, and every few thousand
//! comparisons, `stop` is asked whether to go on. On `Stopped` the items are left as some permutation.

use super::merge_sort;
use crate::base::watch::{STRETCH, Stopped, Watch, look};
use std::cmp::Ordering;

/// Up to this many items are sorted in one go, which takes some 10 milliseconds.
const PIECE: usize = 1 << 18;

/// Whether so many items are sorted in pieces.
pub fn is_long(count: usize) -> bool {
    count > PIECE
}

/// Sorts, equal items staying in order.
pub fn sort_by<T: Copy>(
    items: &mut [T],
    reverse: bool,
    compare: impl Fn(&T, &T) -> Ordering,
    stop: Watch<'_>,
) -> Result<(), Stopped> {
    sort_slowly(items, reverse, compare, 1, stop)
}

/// The same where a comparison takes up to so many times as long as one of short keys.
fn sort_slowly<T: Copy>(
    items: &mut [T],
    reverse: bool,
    compare: impl Fn(&T, &T) -> Ordering,
    weight: usize,
    stop: Watch<'_>,
) -> Result<(), Stopped> {
    let piece = (PIECE / weight.max(1)).max(32);
    if reverse { in_pieces(items, |a, b| compare(b, a), piece, stop) } else { in_pieces(items, compare, piece, stop) }
}

/// What `of` makes of each position below `len`.
///
/// # Errors
/// `stop` said so.
fn gathered<T>(len: usize, of: impl Fn(usize) -> T, stop: Watch<'_>) -> Result<Vec<T>, Stopped> {
    let mut all = Vec::with_capacity(len);
    while all.len() < len {
        look(stop)?;
        let start = all.len();
        all.extend((start..len.min(start + STRETCH)).map(&of));
    }
    Ok(all)
}

/// How much longer than that of short keys the comparison of long ones may take, by the bytes of all keys.
pub fn weight(bytes: usize, count: usize) -> usize {
    1 + bytes / count.max(1) / 128
}

fn in_pieces<T: Copy>(
    items: &mut [T],
    compare: impl Fn(&T, &T) -> Ordering,
    piece: usize,
    stop: Watch<'_>,
) -> Result<(), Stopped> {
    let patience = (piece as u32 / 4).max(1);
    for piece in items.chunks_mut(piece) {
        if stop() {
            return Err(Stopped);
        }
        piece.sort_by(&compare);
    }
    if items.len() <= piece {
        return Ok(());
    }
    let mut count = 0_u32;
    merge_sort(items, |a, b| {
        count = count.wrapping_add(1);
        if count.is_multiple_of(patience) && stop() { Err(Stopped) } else { Ok(compare(a, b).is_lt()) }
    })
}

/// Positions in the order of what stands there; with `Stopped`, none.
pub type Sorted = (Vec<usize>, Result<(), Stopped>);

/// The positions below `len` in the order of their keys, equal ones as they stand. `weight` is how much longer than that
/// of short keys a comparison may take.
pub fn sorted_positions<K: Copy>(
    len: usize,
    reverse: bool,
    key: impl Fn(usize) -> K,
    compare: impl Fn(&K, &K) -> Ordering,
    weight: usize,
    stop: Watch<'_>,
) -> Sorted {
    let mut keyed = match gathered(len, |i| (key(i), i), stop) {
        Ok(keyed) => keyed,
        Err(stopped) => return (Vec::new(), Err(stopped)),
    };
    if let Err(stopped) = sort_slowly(&mut keyed, reverse, |a, b| compare(&a.0, &b.0), weight, stop) {
        return (Vec::new(), Err(stopped));
    }
    positions(keyed, stop)
}

/// The positions that stand beside sorted keys, in the same memory.
pub fn positions<K: Copy>(keyed: Vec<(K, usize)>, stop: Watch<'_>) -> Sorted {
    let (len, mut count) = (keyed.len(), 0_usize);
    let mut goes_on = || {
        count += 1;
        !count.is_multiple_of(STRETCH) || !stop()
    };
    let order: Vec<usize> = keyed.into_iter().map_while(|(_, at)| goes_on().then_some(at)).collect();
    match order.len() == len {
        true => (order, Ok(())),
        false => (Vec::new(), Err(Stopped)),
    }
}

/// The same for byte strings: bytes, or text of one byte per character. `longest` is the length of the longest, `total`
/// of all together.
///
/// Short ones become numbers; of others the first eight bytes are compared as one, which settles most comparisons.
pub fn sorted_bytes<'a>(
    len: usize,
    (longest, total): (usize, usize),
    reverse: bool,
    key: impl Fn(usize) -> &'a [u8],
    stop: Watch<'_>,
) -> Sorted {
    if longest < 8 {
        return sorted_positions(len, reverse, |i| pack(key(i)), u64::cmp, 1, stop);
    }
    if longest < 16 {
        return sorted_positions(len, reverse, |i| wide_pack(key(i)), u128::cmp, 1, stop);
    }
    let prefixed = |i| (prefix(key(i)), key(i));
    let compare = |a: &(u64, &[u8]), b: &(u64, &[u8])| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1));
    sorted_positions(len, reverse, prefixed, compare, weight(total, len), stop)
}

/// Up to seven bytes as a number that orders as they do: big-endian, then zeros, then how many there are.
fn pack(bytes: &[u8]) -> u64 {
    prefix(bytes) | bytes.len() as u64
}

/// The same of up to 15 bytes.
fn wide_pack(bytes: &[u8]) -> u128 {
    let (high, low) = bytes.split_at(bytes.len().min(8));
    u128::from(prefix(high)) << 64 | u128::from(prefix(low)) | bytes.len() as u128
}

/// The first eight bytes, big-endian, zeros for missing ones: orders as the strings do, but for
/// ties.
#[inline]
pub fn prefix(bytes: &[u8]) -> u64 {
    if let Some(chunk) = bytes.first_chunk::<8>() {
        return u64::from_be_bytes(*chunk);
    }
    let len = bytes.len();
    // Of fewer than eight, two overlapping halves; of fewer than four, each byte where it belongs, perhaps twice.
    let number = if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        u64::from(u32::from_be_bytes(*first)) << (8 * (len - 4)) | u64::from(u32::from_be_bytes(*last))
    } else if let [first, ..] = bytes {
        let middle = u64::from(bytes[len / 2]) << (8 * (len - 1 - len / 2));
        u64::from(*first) << (8 * (len - 1)) | middle | u64::from(bytes[len - 1])
    } else {
        return 0;
    };
    number << (64 - 8 * len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_byte_strings_sort_as_numbers() {
        let words = ["", "\0", "a", "a\0", "a\0\0", "ab", "b", "abcdefg", "abcdefgh", "abcdefg\0", "abcdefghijklmno"];
        for limit in [8, 16, 17] {
            let words: Vec<&[u8]> =
                words.iter().map(|word| word.as_bytes()).filter(|word| word.len() < limit).collect();
            for reverse in [false, true] {
                let mut expected: Vec<usize> = (0..words.len()).collect();
                expected.sort_by(|&a, &b| if reverse { words[b].cmp(words[a]) } else { words[a].cmp(words[b]) });
                let sorted = sorted_bytes(words.len(), (limit - 1, 100), reverse, |i| words[i], &|| false);
                assert_eq!(sorted, (expected, Ok(())));
            }
        }
    }

    #[test]
    fn a_prefix_is_the_first_bytes_filled_with_zeros() {
        let bytes = [0x81, 0x92, 0xa3, 0xb4, 0xc5, 0xd6, 0xe7, 0xf8, 0x09];
        for len in 0..bytes.len() {
            let mut filled = [0; 8];
            filled[..len.min(8)].copy_from_slice(&bytes[..len.min(8)]);
            assert_eq!(prefix(&bytes[..len]), u64::from_be_bytes(filled), "{len} bytes");
        }
    }

    #[test]
    fn pieces_become_one_order_and_stay_stable() {
        let mut state = 1_u64;
        let mut items: Vec<(u64, usize)> = (0..700_000)
            .map(|i| {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                (state >> 50, i)
            })
            .collect();
        for reverse in [false, true] {
            let mut expected = items.clone();
            if reverse {
                expected.sort_by_key(|b| std::cmp::Reverse(b.0));
            } else {
                expected.sort_by_key(|a| a.0);
            }
            sort_by(&mut items, reverse, |a, b| a.0.cmp(&b.0), &|| false).expect("not stopped");
            assert!(items == expected);
        }
        let left = std::cell::Cell::new(4);
        let stop = || left.replace(left.get() - 1) == 0;
        items.reverse();
        assert_eq!(sort_by(&mut items, false, |a, b| a.0.cmp(&b.0), &stop), Err(Stopped));
        items.sort_by_key(|item| item.1);
        assert!(items.iter().enumerate().all(|(i, item)| item.1 == i));
    }
}
